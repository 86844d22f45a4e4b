"""A peer: a program of its own that makes one paper at a time, warm, and says what it took."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from benchmarks.speed.timing import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER = Path(__file__).parents[1] / "peers"


class Missing(Exception):  # noqa: N818 - said of a peer
    """A peer that is not installed here; its text says what is missing."""


class Peer:
    """A running peer; `version` is what it calls itself."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.version: str = self._answer()["version"]

    def made(self, source: Path, target: Path, **more: str) -> float:
        """Let the peer make `target` of `source`; return the seconds it took."""
        asked = json.dumps({"input": str(source), "output": str(target), **more})
        _pipe(self._process.stdin).write(f"{asked}\n")
        _pipe(self._process.stdin).flush()
        return float(self._answer()["seconds"])

    def _answer(self) -> dict[str, Any]:
        line = _pipe(self._process.stdout).readline()
        if not line:
            raise Missing(_reason(_pipe(self._process.stderr).read()))
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def running(arguments: Sequence[str]) -> Iterator[Peer]:
    """Run a peer for a while; raises `Missing` when it cannot start."""
    try:
        process = subprocess.Popen(
            arguments,
            cwd=FOLDER,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    except FileNotFoundError as error:
        raise Missing(f"{error.filename} is not installed") from None
    try:
        yield Peer(process)
    finally:
        process.kill()
        process.communicate()


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise Missing("no pipe")
    return stream


def _reason(said: str) -> str:
    """Return the line of a peer's complaint that names the error."""
    lines = [line.strip() for line in said.splitlines() if "Error" in line]
    return (lines[-1] if lines else said.strip())[:160].replace(str(ROOT), ".")
