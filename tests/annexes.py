"""The fictional inspection whose papers have every annex table of reference 5.10, and what it becomes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.inspections import composed, load, new_project

if TYPE_CHECKING:
    from generator.compose import Composed
    from generator.project import Project

DATA = Path(__file__).parent / "data" / "annexes"
TEXT = (DATA / "mau-phu-luc.yaml").read_text(encoding="utf-8")
PAPERS = ("bc", "bb-a", "tb")


def swapped(*swaps: tuple[str, str]) -> str:
    """Return the inspection after some replacements, each of which has to be there."""
    text = TEXT
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    return text


def alone(text: str = TEXT) -> str:
    """Return the inspection with its notice as the only paper."""
    start, end = text.index("  - id: bc\n"), text.index("  - id: tb\n")
    return text[:start] + text[end:]


def project_of(folder: Path, text: str = TEXT) -> Project:
    """Return a project with this inspection alone."""
    return new_project(folder, mau=text)


def paper_of(project: Project, key: str, stage: str = "trinh-ky") -> Composed:
    """Return one paper of the inspection of a project."""
    loaded = load(project, "mau.yaml")
    (paper,) = [one for one in loaded.inspection.documents if one.id == key]
    return composed(loaded, paper, stage, project)
