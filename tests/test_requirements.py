"""The locks say exactly what is installed, and nothing about where it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PIN = re.compile(
    r"([a-z0-9]+(?:-[a-z0-9]+)*)==([0-9][0-9a-z.]*)( ; [a-z_]+ [!=]= '\w+'( or [a-z_]+ == '\w+')?)?"
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked(name: str) -> dict[str, tuple[str, list[str]]]:
    """Return version and hashes of each library of a lock, or fail on a line that is not of this form."""
    found: dict[str, tuple[str, list[str]]] = {}
    hashes: list[str] = []
    for line in (PROJECT / "requirements" / name).read_text("ascii").splitlines():
        part = line.removesuffix("\\").strip()
        if HASH.fullmatch(part):
            hashes.append(part)
            continue
        pin = PIN.fullmatch(part)
        assert pin, line
        hashes = []
        found[pin[1]] = (pin[2], hashes)
    return found


def names(requirements: list[str]) -> set[str]:
    """Return the names as the locks spell them."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ ;\[]", each)[0]).lower() for each in requirements}


def asked_for(name: str) -> set[str]:
    lines = (PROJECT / "requirements" / name).read_text("utf-8").splitlines()
    return names([line for line in lines if line and not line.startswith(("#", "-r "))])


@pytest.mark.parametrize("name", ["bench.txt", "redline.txt", "run.txt", "test.txt"])
def test_every_line_of_a_lock_is_a_pinned_library_or_its_hash(name: str) -> None:
    assert all(hashes for _, hashes in locked(name).values())


def test_a_lock_holds_what_was_asked_for_and_the_lock_of_the_tests_holds_the_other() -> None:
    run, test = locked("run.txt"), locked("test.txt")
    assert asked_for("run.in") <= run.keys()
    assert asked_for("test.in") <= test.keys()
    assert run.items() <= test.items()


def test_pyproject_asks_for_the_same_libraries_as_the_lock() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert names(project["dependencies"]) == asked_for("run.in")
    assert names(project["optional-dependencies"]["redline"]) == asked_for("redline.in")


def test_the_lock_of_the_extra_is_part_of_that_of_the_tests() -> None:
    assert asked_for("redline.in") == locked("redline.txt").keys()
    assert locked("redline.txt").items() <= locked("test.txt").items()


def test_what_is_measured_beside_the_program_is_no_part_of_it() -> None:
    assert asked_for("bench.in") == locked("bench.txt").keys()
    assert not locked("bench.txt").keys() & (locked("run.txt").keys() | locked("test.txt").keys())
    assert '"resolved"' not in (PROJECT / "benchmarks" / "peers" / "package-lock.json").read_text("utf-8")
