"""Killed at any moment, on a full disk, in a read-only folder, two at once: nothing is ever half done.

`pytest --long` kills 300 commands instead of 20, and fills the disk at every place instead of some.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from generator.files import locked
from generator.issuing.journal_head import journal_of
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import read_record, sealed
from generator.issuing.states import Step
from generator.issuing.store import PENDING
from generator.issuing.verification import verify
from generator.manifest import read_manifest
from generator.project import Project, find_project
from generator.yaml_source import read_source
from tests.inspections import ROOT
from tests.interrupted import command, full_disk, killed, small_files, without_rights
from tests.issued import ELSEWHERE, ON_PAPER, contents, project_with, signed, step
from tests.word_edits import WordEdits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERYDAY, LONG = 20, 300
DRAFT = ON_PAPER.replace("Đã thực hiện tốt.", "Đã thực hiện tốt các việc được giao.")
TWO = DRAFT + DRAFT[DRAFT.index("  - id: tb\n") :].replace("id: tb\n", "id: tb2\n")
ISSUING = ("--date", "18/5/2026", "--by", "dang-thi-g")
ISSUE = ("issue", "nho", "tb", "--number", "05", *ISSUING)
CORRECT = ("correct", "nho", "tb", "--as", "thu-hoi")
PULL = ("pull", "sua/DT_nho_tb.docx", "--yes")
BUILD = ("build", "--only", "docx")
UNFINISHED = re.compile(r"(^|/)\.ketluan-[^/]*\.(tmp|new)$|^issued/\.(pending|finished)/|/\.manifest\.jsonl$")
KEPT = ".ketluan/truoc-khi-sua/"
OF_ITS_TIME = re.compile(r"issued/journal\.(jsonl|head)|issued/.*/record\.json")
"""What differs from run to run, for the time stands in it."""
YAML = "inspections/nho.yaml"


# --- the projects before each command, and what it makes of them -----------------------------------------


def _ready_to_issue(folder: Path) -> None:
    signed(project_with(folder))


def _ready_to_correct(folder: Path) -> None:
    _ready_to_issue(folder)
    assert command(folder, *ISSUE).code == 0


def _edited(text: str) -> str:
    return text.replace("các việc", "mọi việc")


def _ready_to_build(folder: Path) -> None:
    project = project_with(folder, TWO)
    assert command(folder, *BUILD).code == 0
    (project.inspections / "nho.yaml").write_text(_edited(TWO), encoding="utf-8")


def _ready_to_pull(folder: Path) -> None:
    project_with(folder, DRAFT)
    assert command(folder, *BUILD).code == 0
    made = folder / "output" / "DT_nho_tb.docx"
    edits = WordEdits(made.read_bytes())
    edits.change("Đã thực hiện tốt", "các việc", "mọi việc", tracked=True)
    edits.comment("Đã thực hiện tốt", "Trần Thị B", "Xem lại")
    (folder / "sua").mkdir()
    (folder / "sua" / made.name).write_bytes(edits.saved())


def _submitted(folder: Path) -> None:
    step(project_with(folder), Step.SUBMITTED, "pham-thi-d")


@dataclass(frozen=True, slots=True)
class Work:
    """A command, the project before it, the files after it, and how often it changes the disk."""

    arguments: tuple[str, ...]
    begun: Path
    before: dict[str, bytes]
    after: dict[str, bytes]
    changes: int


class Works:
    """Every command whose interruption is tried, each prepared once."""

    known: ClassVar[dict[str, tuple[Callable[[Path], None], tuple[str, ...]]]] = {
        "issue": (_ready_to_issue, ISSUE),
        "correct": (_ready_to_correct, CORRECT),
        "pull": (_ready_to_pull, PULL),
        "build": (_ready_to_build, BUILD),
        "submit": (project_with, ("submit", "nho", "tb", "--by", "pham-thi-d")),
        "state": (_submitted, ("state", "nho", "tb", "da-ky", "--by", "nguyen-van-a", "--reason", ELSEWHERE)),
        "register": (_ready_to_correct, ("register", "2026", "--print", "so", "--xlsx", "so/so.xlsx")),
        "cover-sheet": (project_with, ("check", "nho", "--cover-sheet", "--out", "phieu")),
    }

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, Work] = {}

    def __getitem__(self, name: str) -> Work:
        """Return a command; its project is made at its first use."""
        if name not in self._made:
            prepare, arguments = self.known[name]
            begun, done = self._folder / name, self._folder / f"{name}-done"
            begun.mkdir()
            prepare(begun)
            shutil.copytree(begun, done)
            ended = command(done, *arguments)
            assert ended.code == 0, ended.said
            before, after = (contents(folder) for folder in (begun, done))
            self._made[name] = Work(arguments, begun, before, after, ended.changes)
        return self._made[name]


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    return Works(tmp_path_factory.mktemp("works"))


def begun(work: Work, folder: Path) -> Project:
    """Return a project of its own that stands before the command."""
    shutil.copytree(work.begun, folder / "p")
    return find_project(folder / "p")


def lasting(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files but for what is unfinished, and what tells the time."""
    return {
        name: data
        for name, data in files.items()
        if not UNFINISHED.search(name) and not OF_ITS_TIME.fullmatch(name)
    }


# --- what holds at any moment ---------------------------------------------------------------------------


def assert_whole(project: Project, work: Work) -> None:
    """The journal, the store, the YAML: each file is what it was, or what it is to be."""
    files = contents(project.root)
    for name, data in lasting(files).items():
        assert data in (work.before.get(name), work.after.get(name)), name
    assert lasting(work.before).keys() <= lasting(files).keys()
    assert read_source(project.root / YAML, YAML).root.values
    before = work.before.get("issued/journal.jsonl", b"")
    assert files.get("issued/journal.jsonl", b"").startswith(before)
    journal = journal_of(project)
    for path in project.issued.glob(f"2*/*/*/{RECORD}"):
        record = read_record(path.parent, "")
        assert sealed(path.read_bytes()) in {event.record for event in journal.issues()}
        for file in record.files:
            assert sealed((path.parent / file.path).read_bytes()) == file.sha256
    if (project.output / "manifest.json").exists():
        assert read_manifest(project.output / "manifest.json").lines


def as_if_long_ago(folder: Path) -> None:
    """Let what a killed command left unfinished look as old as the next day finds it."""
    for path in folder.rglob(".ketluan-*"):
        os.utime(path, (time.time() - 3600,) * 2)


def assert_settled(project: Project) -> None:
    """Nothing is left to be finished or undone, and what was issued is whole."""
    assert not (project.issued / PENDING).exists()
    assert not (project.issued / ".finished").exists()
    assert [item.code for item in verify(project)[1]] == []


def assert_done(project: Project, work: Work) -> None:
    """The project is what the uninterrupted command makes of it, and nothing lies about."""
    files = contents(project.root)
    assert lasting(files) == lasting(work.after)
    assert files.keys() - work.after.keys() <= {name for name in files if name.startswith(KEPT)}


def assert_taken_for_its_own(project: Project, work: Work) -> None:
    """What a killed build wrote is no work of somebody's hand to the next one, which makes another text."""
    file = project.root / YAML
    file.write_text(TWO.replace("các việc", "nhiều việc"), encoding="utf-8")
    again = command(project.root, *work.arguments)
    assert again.code == 0, again.said
    assert not list(project.output.glob("*_sua-tay-*")), again.said
    file.write_text(_edited(TWO), encoding="utf-8")
    assert command(project.root, *work.arguments).code == 0


# --- kill -9 --------------------------------------------------------------------------------------------

KILLED = ("issue", "correct", "pull", "build")
NEXT = (("verify",), ("register", "2026"), ("build", "--only", "docx", "--dry-run"), ("check", "nho"), ISSUE)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Draw as many trials as are asked for, the same ones each time."""
    if "trial" in metafunc.fixturenames:
        count = LONG if metafunc.config.getoption("--long") else EVERYDAY
        metafunc.parametrize("trial", range(count))
    long = metafunc.config.getoption("--long")
    for name, every, some in (
        ("room", range(60), (0, 5, 23)),
        ("size", (0, 700, 6_000, 30_000), (0, 6_000)),
        ("folder", (".", "inspections", "issued", "output", ".ketluan"), (".", "issued")),
    ):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, every if long else some)


def test_a_command_killed_at_any_moment_is_finished_or_undone_by_the_next(
    trial: int, works: Works, tmp_path: Path
) -> None:
    draw = random.Random(trial)  # noqa: S311 - nothing is kept secret with it
    name = KILLED[trial % len(KILLED)]
    work = works[name]
    project = begun(work, tmp_path)
    # The later half of the changes is drawn more often: there it is decided.
    at = work.changes - int(work.changes * draw.random() ** 1.5)
    ended = killed(project.root, *work.arguments, at=at, after=draw.choice((0, 0.0002, 0.001, 0.004)))
    assert ended.code in (-9, 0)
    assert_whole(project, work)
    as_if_long_ago(project.root)
    if name == "issue":
        following = draw.choice(NEXT)
        said = command(project.root, *following)
        assert said.code == (following is ISSUE and "step-out-of-turn" in said.said), said.said
        assert_settled(project)
    if name == "build" and draw.random() < 0.5:
        assert_taken_for_its_own(project, work)
    assert_whole(project, work)
    done = (project.root / YAML).read_bytes() == work.after[YAML]
    if name in ("pull", "build") or not done:
        again = command(project.root, *work.arguments)
        assert again.code == 0, again.said
    assert_settled(project)
    assert_done(project, work)


# --- two clerks -----------------------------------------------------------------------------------------


def _both_signed(folder: Path) -> Project:
    return signed(signed(project_with(folder, TWO)), "tb2")


@contextmanager
def at_once(project: Project, *commands: tuple[str, ...]) -> Iterator[list[tuple[int, str]]]:
    """Run commands of several clerks, and let them go on when all wait; give codes and what they said."""
    started, ended = [], []
    environment = {**os.environ, "KETLUAN_LANG": "en", "PYTHONPATH": str(ROOT)}
    with locked(project.root / ".ketluan", ".ketluan"):
        for arguments in commands:
            call = (sys.executable, "-m", "generator", *arguments)
            started.append(
                subprocess.Popen(
                    call, cwd=project.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
                )
            )
        waiting(started, project.root / ".ketluan" / ".lock")
    for process in started:
        said, _ = process.communicate(timeout=120)
        ended.append((process.returncode, said.decode()))
    yield ended


def waiting(processes: list[subprocess.Popen[bytes]], lock: Path) -> None:
    """Wait until each process holds the lock file open."""
    until = time.monotonic() + 60
    for process in processes:
        handles = Path(f"/proc/{process.pid}/fd")
        while not any(_leads_to(handle, lock) for handle in handles.iterdir()):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.02)


def _leads_to(handle: Path, file: Path) -> bool:
    try:
        return os.path.realpath(handle) == str(file.resolve())
    except FileNotFoundError:
        return False  # the process closed it while we looked


def test_of_two_clerks_who_give_one_number_one_gets_it(tmp_path: Path) -> None:
    project = _both_signed(tmp_path)
    other = ("issue", "nho", "tb2", "--number", "05", *ISSUING)
    with at_once(project, ISSUE, other) as ended:
        assert sorted(code for code, _ in ended) == [0, 1]
        (refused,) = (said for code, said in ended if code)
        assert "C9 error" in refused
        assert "05/TB-UBND" in refused
    assert len(journal_of(project).issues()) == 1
    assert_settled(project)


def test_two_clerks_with_two_numbers_both_issue_the_second_after_the_first(tmp_path: Path) -> None:
    project = _both_signed(tmp_path)
    other = ("issue", "nho", "tb2", "--number", "06", *ISSUING)
    with at_once(project, ISSUE, other) as ended:
        assert [code for code, _ in ended] == [0, 0], ended
    text = (project.root / YAML).read_text(encoding="utf-8")
    assert ("number: 05/TB-UBND" in text, "number: 06/TB-UBND" in text) == (True, True)
    assert {event.paper for event in journal_of(project).issues()} == {"tb", "tb2"}
    assert_settled(project)


def test_two_clerks_do_not_issue_one_paper_twice(tmp_path: Path) -> None:
    project = signed(project_with(tmp_path))
    with at_once(project, ISSUE, ISSUE) as ended:
        assert sorted(code for code, _ in ended) == [0, 1]
        (refused,) = (said for code, said in ended if code)
        assert "step-out-of-turn" in refused
    assert len(journal_of(project).issues()) == 1
    assert_settled(project)


# --- a full disk ----------------------------------------------------------------------------------------

WRITING = tuple(Works.known)
PARTS = {"build": "output/DT_nho_", "submit": "output/trinh-ky/"}
"""What a command does one by one, each of it whole or not at all."""


def assert_untouched(project: Project, work: Work, parts: str = "") -> None:
    """Every file is as it was before the command, but for copies kept and for whole parts that were made."""
    now = contents(project.root)
    kept = {name for name in now if name.startswith(KEPT)}
    for name in kept - work.before.keys():
        assert now[name] in work.before.values(), name
    done = {name for name in now if parts and name.startswith(parts) and now[name] == work.after.get(name)}
    notes = {name for name in now if parts and name.endswith(".manifest.jsonl")}
    assert {name: data for name, data in now.items() if name not in kept | done | notes} == {
        name: data for name, data in work.before.items() if name not in kept | done
    }


@pytest.mark.parametrize("name", WRITING)
def test_on_a_full_disk_a_command_says_so_and_leaves_nothing_half(
    name: str, room: int, works: Works, tmp_path: Path
) -> None:
    work = works[name]
    project = begun(work, tmp_path)
    ended = command(project.root, *work.arguments, prepare=full_disk(project.root, room))
    if ended.code == 0:  # there was room enough
        assert_done(project, work)
        return
    assert ended.code == 1, ended.said
    assert "file-not-written error: This file could not be written: No space left" in ended.said
    assert_untouched(project, work, PARTS.get(name, ""))
    again = command(project.root, *work.arguments)
    assert again.code == 0, again.said
    assert_done(project, work)


@pytest.mark.parametrize("name", WRITING)
def test_a_file_that_cannot_be_written_to_its_end_is_not_there(
    name: str, size: int, works: Works, tmp_path: Path
) -> None:
    work = works[name]
    project = begun(work, tmp_path)
    ended = command(project.root, *work.arguments, prepare=small_files(size))
    # Pango's library writes while it is loaded: then it is the PDF that is told not to be made.
    if ended.code == 0 and "pdf-not-made" not in ended.said:
        assert_done(project, work)
        return
    assert ended.code == 1 or "pdf-not-made" in ended.said, ended.said
    assert "File too large" in ended.said
    if ended.code == 0:
        return
    assert_untouched(project, work, PARTS.get(name, ""))


# --- a read-only folder ---------------------------------------------------------------------------------


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take away the right to write below a folder, whose owner one may be."""
    paths = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.mark.parametrize("name", WRITING)
def test_in_a_read_only_folder_a_command_says_so_and_writes_nothing(
    name: str, folder: str, works: Works, tmp_path: Path
) -> None:
    work = works[name]
    project = begun(work, tmp_path)
    (project.root / folder).mkdir(exist_ok=True)
    with read_only(project.root / folder):
        ended = command(project.root, *work.arguments, prepare=without_rights)
        if folder == ".":
            assert ended.code == 1, ended.said
    if ended.code == 0:  # it writes elsewhere
        assert lasting(contents(project.root)) == lasting(work.after)
        return
    assert ended.code == 1, ended.said
    assert "file-not-written error: This file could not be written: Permission denied" in ended.said
    assert_untouched(project, work, PARTS.get(name, ""))


@pytest.mark.parametrize("looking", [("verify",), ("register", "2026"), ("check", "nho"), ("list",)])
def test_looking_needs_no_right_to_write(looking: tuple[str, ...], works: Works, tmp_path: Path) -> None:
    project = begun(works["correct"], tmp_path)
    with read_only(project.root):
        ended = command(project.root, *looking, prepare=without_rights)
    assert ended.code == 0, ended.said
    assert contents(project.root) == works["correct"].before
