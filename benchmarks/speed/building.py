"""The command line on projects of many inspections: nothing to do, one changed, several processes, growth."""

from __future__ import annotations

import statistics
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.speed.papers import ROOT
from benchmarks.speed.projects import change, inspection, new_project
from benchmarks.speed.table import Clock, NotMeasured
from benchmarks.speed.timing import command, dearer, faster, in_turn, run, told, wall

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.speed.table import Result

_CHANGED = 7  # the inspection that is corrected
_GIT = ("-c", "user.name=x", "-c", "user.email=x@example.invalid", "-c", "gc.auto=0")


class Projects:
    """The built projects of one run of the command, each made at its first use."""

    def __init__(self, folder: Path, runs: int) -> None:
        self._folder, self.runs = folder, runs
        self._built: dict[int, Path] = {}
        self.seconds: dict[int, float] = {}

    def built(self, inspections: int) -> Path:
        """Return a project whose Word files are all there; the seconds of its build are kept."""
        if inspections not in self._built:
            root = self.fresh(f"p{inspections}", inspections)
            self.seconds[inspections] = command(build("--only", "docx"), root)
            if (made := len(files(root))) != inspections:
                raise RuntimeError(f"{made} of {inspections} papers were made")
            self._built[inspections] = root
        return self._built[inspections]

    def fresh(self, name: str, inspections: int) -> Path:
        """Return a project where nothing was built."""
        root = self._folder / name
        root.mkdir()
        return new_project(root, inspections)


def files(root: Path) -> dict[Path, int]:
    """Return the Word files of a project with the time each was written."""
    return {path: path.stat().st_mtime_ns for path in (root / "output").rglob("*.docx")}


def build(*arguments: str) -> list[str]:
    """Return the command line of a build."""
    return [sys.executable, "-m", "generator", "build", "--quiet", *arguments]


def nothing_to_do(projects: Projects, inspections: int) -> Result:
    """Measure a build that finds everything there beside ``git status`` on the same inspections."""
    root = projects.built(inspections)
    _committed(root)
    before = files(root)
    pairs = in_turn(
        lambda _run: command(build("--only", "docx"), root),
        lambda _run: command(["git", "status", "--porcelain"], root),
        projects.runs,
        warm=1,
    )
    if files(root) != before:
        return NotMeasured("there was something to do")
    return dearer(pairs, Clock.PROCESSOR, f"{run(['git', '--version'], root).strip()}, Word files only")


def one_changed(projects: Projects, inspections: int) -> Result:
    """Measure a build after one correction beside one of nothing and a cold one of that inspection alone."""
    root, alone = projects.built(inspections), projects.fresh("alone", _CHANGED + 1)
    for number in range(_CHANGED):
        (alone / inspection(number)).unlink()

    def changed(number: int) -> float:
        change(root / inspection(_CHANGED), number)
        before = files(root)
        seconds = command(build("--only", "docx"), root)
        if (anew := len(set(files(root).items()) - set(before.items()))) != 1:
            raise RuntimeError(f"{anew} papers were made anew instead of one")
        return seconds

    def parts(number: int) -> float:
        nothing = command(build("--only", "docx"), root)
        change(alone / inspection(_CHANGED), number)
        cold = command(build("--only", "docx", "--out", f"output-{number}"), alone)
        return nothing + cold

    changed(-9)  # what is measured second finds nothing to do
    return dearer(in_turn(changed, parts, projects.runs, warm=1), Clock.PROCESSOR, "Word files only")


def processes(projects: Projects, papers: int) -> Result:
    """Measure the same build with two processes and with one."""
    if "--jobs" not in _help():
        return NotMeasured("`ketluan build` has no --jobs")
    root = projects.fresh("processes", papers)

    def taken(jobs: int, number: int) -> float:
        arguments = build("--jobs", str(jobs), "--out", f"output-{jobs}-{number}")
        return wall(lambda: run(arguments, root))

    pairs = in_turn(
        lambda number: taken(2, number), lambda number: taken(1, number), min(projects.runs, 3), warm=0
    )
    return faster(pairs, Clock.WALL, f"{papers} papers, .docx and PDF")


def scaling(projects: Projects, few: int, many: int) -> Result:
    """Measure what one paper costs among many and among few."""
    projects.built(many)
    rounds = [projects.fresh(f"few-{number}", few) for number in range(3)]
    small = [command(build("--only", "docx"), root) for root in rounds]
    start = command(build("--only", "docx"), projects.fresh("none", 0))
    one = (statistics.median(small) - start) / few
    each = (projects.seconds[many] - start) / many
    detail = f"Word files only, without the start of the program ({told(start)})"
    return dearer([(each, one)], Clock.PROCESSOR, detail)


def _committed(root: Path) -> None:
    (root / ".gitignore").write_text("/output/\n", "utf-8")
    if not (root / ".git").exists():
        for arguments in (["init", "-q"], ["add", "."], [*_GIT, "commit", "-q", "-m", "x"], ["status"]):
            run(["git", *arguments], root)


@cache
def _help() -> str:
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
