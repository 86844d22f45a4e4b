"""Several processes make the papers: what hangs, crashes or takes too much fails alone and is named."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.build import Limits, Options, build_all
from generator.building import crew
from generator.building import run as building_run
from generator.building.limits import TooLong, time_limit
from generator.building.work import InspectionMade, PaperMade, Task
from generator.project import Project
from generator.results import BuildReport, Outcome, PaperResult
from tests import misbehaving
from tests.inspections import CLEAN, ROOT, new_project

WORD = frozenset({"docx"})


def inspection(id_: str, *papers: str) -> str:
    """Return an inspection that asks for these papers, all alike."""
    head, found, tail = CLEAN.partition("  - id: tb\n")
    assert found
    documents = "".join(f"  - id: {paper}\n{tail}" for paper in papers)
    return f"{head}{documents}".replace("id: nho", f"id: {id_}", 1)


def with_papers(folder: Path, **papers: tuple[str, ...]) -> Project:
    texts = {id_.replace("_", "-"): inspection(id_.replace("_", "-"), *ids) for id_, ids in papers.items()}
    return new_project(folder, **texts)


def outcomes(report: BuildReport) -> dict[str, str]:
    return {f"{paper.inspection}/{paper.paper}": paper.outcome.value for paper in report.papers}


def codes(report: BuildReport) -> list[str]:
    return [item.code for item in report.all_diagnostics()]


def files(project: Project) -> dict[str, bytes]:
    """Return what was made, the manifest with it."""
    found = (path for path in project.output.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(project.output).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def misbehaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building_run, "Processes", misbehaving.Misbehaving)


def test_several_processes_make_the_very_files_that_one_makes(tmp_path: Path) -> None:
    papers = {f"so_{number}": ("tb", "tb2") for number in range(7)}
    one, several = (with_papers(tmp_path / name, **papers) for name in ("one", "several"))
    first = build_all(one, (), Options(only=WORD, jobs=1))
    second = build_all(several, (), Options(only=WORD, jobs=2))
    assert outcomes(first) == outcomes(second)
    assert set(outcomes(second).values()) == {"made"}
    assert list(outcomes(first)) == list(outcomes(second)), "in the same order"
    assert files(one) == files(several)


@pytest.mark.usefixtures("misbehaves")
def test_a_paper_that_crashes_its_process_fails_alone_and_is_named(tmp_path: Path) -> None:
    project = with_papers(tmp_path, a=("tb",), b=("tb", "chet", "tb3"), c=("tb",), d=("chet2",), e=("tb",))
    report = build_all(project, (), Options(only=WORD, jobs=2))
    expected = {"a/tb": "made", "b/tb": "made", "b/chet": "failed", "b/tb3": "made", "c/tb": "made"}
    assert outcomes(report) == {**expected, "d/chet2": "failed", "e/tb": "made"}
    died = [item for item in report.all_diagnostics() if item.code == "worker-died"]
    assert [item.arguments["name"] for item in died] == ["b/chet", "d/chet2"]
    assert codes(report) == ["worker-died"] * 2
    assert {name for name in files(project) if name.endswith(".docx")} == {
        "DT_a_tb.docx", "DT_b_tb.docx", "DT_b_tb3.docx", "DT_c_tb.docx", "DT_e_tb.docx",
    }  # fmt: skip


@pytest.mark.usefixtures("misbehaves")
def test_an_inspection_that_kills_whoever_reads_it_is_named(tmp_path: Path) -> None:
    project = with_papers(tmp_path, a=("tb",), doc_chet=("tb",), z=("tb",))
    report = build_all(project, (), Options(only=WORD, jobs=2))
    assert outcomes(report) == {"a/tb": "made", "z/tb": "made"}
    (died,) = report.all_diagnostics()
    assert (died.code, died.place.file, died.arguments["name"]) == (
        "worker-died",
        "inspections/doc-chet.yaml",
        "doc-chet",
    )


@pytest.mark.usefixtures("misbehaves")
def test_a_paper_that_takes_too_long_or_too_much_fails_alone(tmp_path: Path) -> None:
    project = with_papers(tmp_path, a=("tb",), b=("lau", "tb2"), c=("nhieu", "tb2"))
    report = build_all(project, (), Options(only=WORD, jobs=2, limits=Limits(4, 2048)))
    assert outcomes(report) == {
        "a/tb": "made", "b/lau": "failed", "b/tb2": "made", "c/nhieu": "failed", "c/tb2": "made",
    }  # fmt: skip
    assert codes(report) == ["paper-too-long", "paper-memory"]
    assert all(item.place.line for item in report.all_diagnostics())


@pytest.mark.usefixtures("misbehaves")
def test_a_paper_that_hangs_in_a_library_is_ended_with_its_process(
    tmp_path: Path,
) -> None:
    project = with_papers(tmp_path, a=("tb",), b=("treo", "tb2"))
    report = build_all(project, (), Options(only=WORD, jobs=2, limits=Limits(4, 0)))
    assert outcomes(report) == {"a/tb": "made", "b/treo": "failed", "b/tb2": "made"}
    assert codes(report) == ["worker-died"]


def test_a_time_limit_ends_even_what_goes_on_after_errors() -> None:
    def stubborn() -> None:
        while True:
            with contextlib.suppress(Exception):  # as libraries do
                time.sleep(5)

    with pytest.raises(TooLong), time_limit(0.1):
        stubborn()
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(60):
        pass
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


# --- interruption ---------------------------------------------------------------------------------------


def started(project: Project, *arguments: str) -> subprocess.Popen[bytes]:
    call = (sys.executable, "-m", "generator", "build", *arguments)
    environment = {**os.environ, "KETLUAN_LANG": "en", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        call,
        cwd=project.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def made_so_far(project: Project) -> int:
    return len([*project.output.glob("*.docx")]) if project.output.is_dir() else 0


def waited_for(project: Project, number: int) -> None:
    until = time.monotonic() + 120
    while made_so_far(project) < number:
        assert time.monotonic() < until
        time.sleep(0.01)


def group_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes that live in the session of a build."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and os.getsid(int(folder.name)) == process.pid:
                state = (folder / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
                found += [int(folder.name)] if state != "Z" else []
        except OSError:
            continue
    return found


def assert_gone(process: subprocess.Popen[bytes]) -> None:
    """Wait until nothing of a build is left; the process that counts its semaphores ends a moment later."""
    until = time.monotonic() + 20
    while group_of(process):
        assert time.monotonic() < until, "workers outlive the build"
        time.sleep(0.05)


MANY = {f"so_{number}": ("tb",) for number in range(400)}


def test_an_interruption_ends_everything_at_once_and_leaves_all_whole(tmp_path: Path) -> None:
    project = with_papers(tmp_path, **MANY)
    process = started(project, "--only", "docx", "-j", "2")
    waited_for(project, 3)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    began = time.monotonic()
    said, _ = process.communicate(timeout=30)
    took = time.monotonic() - began
    assert process.returncode == 130, said.decode()
    assert took < 10, "a second on a machine that has nothing else to do"
    assert_gone(process)
    assert b"Traceback" not in said
    written = [name for name in files(project) if name.endswith(".docx")]
    recorded = (project.output / "manifest.json").read_text(encoding="utf-8")
    assert all(f'"{name}"' in recorded for name in written)
    assert 3 <= len(written) < len(MANY)
    report = build_all(project, (), Options(only=WORD))
    assert report.ok
    unchanged = [paper for paper in report.papers if paper.outcome is Outcome.UNCHANGED]
    assert len(unchanged) == len(written), "what was made is not made again"


def test_when_the_build_is_killed_its_processes_end_too(tmp_path: Path) -> None:
    project = with_papers(tmp_path, **MANY)
    process = started(project, "--only", "docx", "-j", "2")
    waited_for(project, 3)
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    assert_gone(process)
    assert build_all(project, (), Options(only=WORD)).ok


# --- killed, twice at once, in the way ------------------------------------------------------------------

SOME = {f"so_{number}": ("tb",) for number in range(8)}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = with_papers(tmp_path_factory.mktemp("expected"), **SOME)
    assert build_all(project, (), Options(only=WORD, jobs=1)).ok
    return files(project)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "trial" in metafunc.fixturenames:
        metafunc.parametrize("trial", range(300 if metafunc.config.getoption("--long") else 3))


def test_a_build_of_several_processes_that_is_killed_leaves_whole_files_and_the_next_repairs_it(
    trial: int, expected: dict[str, bytes], tmp_path: Path
) -> None:
    draw = random.Random(trial)  # noqa: S311 - nothing is kept secret with it
    project = with_papers(tmp_path, **SOME)
    process = started(project, "--only", "docx", "-j", "2")
    assert process.stdout is not None
    if draw.random() < 0.7:
        waited_for(project, draw.randrange(1, 8))
    time.sleep(draw.random() * 0.05)
    if draw.random() < 0.5:
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    for name, data in files(project).items():
        assert data == expected[name] or name == "manifest.json", f"{name} is torn"
    again = build_all(project, (), Options(only=WORD))
    assert again.ok
    assert files(project) == expected


def test_of_two_builds_at_once_one_waits_for_nobody_and_nothing_is_lost(
    expected: dict[str, bytes], tmp_path: Path
) -> None:
    project = with_papers(tmp_path, **SOME)
    first = started(project, "--only", "docx", "-j", "2")
    waited_for(project, 1)
    second = started(project, "--only", "docx", "-j", "2")
    told, _ = second.communicate(timeout=120)
    said, _ = first.communicate(timeout=120)
    assert first.returncode == 0, said.decode()
    assert (second.returncode, b"folder-locked" in told) == (1, True)
    assert files(project) == expected


def test_a_file_that_another_program_holds_open_is_replaced_whole(tmp_path: Path) -> None:
    project = with_papers(tmp_path, **SOME)
    assert build_all(project, (), Options(only=WORD, jobs=1)).ok
    path = project.output / "DT_so-1_tb.docx"
    before = path.read_bytes()
    with path.open("rb") as held:
        text = (project.inspections / "so-1.yaml").read_text(encoding="utf-8")
        (project.inspections / "so-1.yaml").write_text(
            text.replace("hiện tốt", "hiện rất tốt"), encoding="utf-8"
        )
        assert build_all(project, (), Options(only=WORD)).ok
        assert held.read() == before, "whoever reads it goes on with what he opened"
    assert path.read_bytes() != before


class Killed(Exception):  # noqa: N818 - named as that of Dask
    """What a cluster says of a task that ended every worker it was given to."""


class Threads:
    """A workplace as a cluster is: whoever dies takes nobody along."""

    workers, broken, together = 2, (Killed,), False

    def __init__(self) -> None:
        self.made: list[str] = []

    def open(self, workers: int) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(workers)

    def make(self, executor: Executor, task: Task) -> Future[InspectionMade]:
        return executor.submit(self._make, task)

    def _make(self, task: Task) -> InspectionMade:
        self.made.append(task.id)
        if task.id == "b" and (task.papers is None or "chet" in task.papers):
            raise Killed
        papers = tuple(
            PaperMade(PaperResult(task.id, one, (), Outcome.UNCHANGED)) for one in task.papers or ()
        )
        return InspectionMade(task.id, read=True, papers=papers)

    def list(self, executor: Executor, _task: Task) -> Future[tuple[str, ...]]:
        return executor.submit(lambda: ("tb", "chet"))

    def close(self, executor: Executor) -> None:
        executor.shutdown(wait=False, cancel_futures=True)


def test_what_kills_the_workers_of_a_cluster_costs_no_other_task() -> None:
    place = Threads()
    names = [*"abcdefghijklmnop"]
    made = [*crew.Gang(place).work(Task(name, name, name) for name in names)]
    assert [one.id for one in made] == names
    assert sorted(set(place.made) - {"b"}) == [name for name in names if name != "b"]
    assert all(place.made.count(name) == 1 for name in names if name != "b"), "nothing is made twice"
    ends = [(paper.result.paper, paper.result.outcome.value) for paper in made[1].papers]
    assert ends == [("tb", "unchanged"), ("chet", "failed")]
