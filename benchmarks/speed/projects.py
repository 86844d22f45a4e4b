"""Projects of many inspections, each the sample of one paper under an id of its own; kept out of git."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.speed.papers import FILE, ROOT, SAMPLE

_FOLDER = 1000  # files in one folder
_CATALOGUES = Path("inspections/catalogues")


def new_project(root: Path, inspections: int) -> Path:
    """Write a project with so many inspections of one paper each and return its folder."""
    shutil.copytree(ROOT / _CATALOGUES, root / _CATALOGUES)
    text = (ROOT / FILE).read_text("utf-8")
    for number in range(inspections):
        path = root / inspection(number)
        if number % _FOLDER == 0:
            path.parent.mkdir()
        path.write_text(text.replace(f"id: {SAMPLE}", f"id: {path.stem}", 1), "utf-8")
    return root


def inspection(number: int) -> Path:
    """Return where an inspection lies in a project; the stem is its id."""
    return Path("inspections", f"{number // _FOLDER}", f"mau-{number:05}.yaml")


def change(path: Path, run: int) -> None:
    """Correct a figure of an inspection, another one in each run."""
    text = path.read_text("utf-8")
    start = text.index("  full: ")
    end = text.index("\n", start)
    path.write_text(f"{text[:start]}  full: việc thực hiện công tác lần {run + 2}{text[end:]}", "utf-8")
