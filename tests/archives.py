"""Projects with something to archive: built papers, and one notice that was issued, amended and is public."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.archive.archiving import AskedArchive, archive
from generator.archive.contents import Edition
from generator.build import Options, build_all
from tests.test_story import Office

if TYPE_CHECKING:
    from pathlib import Path

    from generator.archive.archiving import Archived
    from generator.project import Project

DAY = date(2026, 7, 16)
BOTH = frozenset({"docx", "pdf"})


def amended(folder: Path) -> Office:
    """Return an office that issued its notice, and then the notice that amends it."""
    office = Office(folder)
    office.edit((text := office.file.read_text("utf-8"), _with_papers(text, "tb-kl", "bc-doan", "don-doc-1")))
    office.issue("tb-kl", "45", date(2026, 5, 18))
    office.edit(("deadline: {before: 30/9/2026}", "deadline: {before: 31/10/2026}"))
    office.correct("tb-kl")
    office.edit(("      as: sua-doi\n", "      as: sua-doi\n      reason: Xét đề nghị của UBND xã Ví Dụ B\n"))
    office.issue("sua-doi-1", "58", date(2026, 5, 29))
    return office


def _with_papers(text: str, *kept: str) -> str:
    """Return an inspection with these of its papers alone: making all takes long."""
    head, documents = text.split("\ndocuments:\n")
    papers = re.split(r"(?m)^(?=  - id: )", documents)
    return f"{head}\ndocuments:\n" + "".join(
        paper for paper in papers if paper.startswith(tuple(f"  - id: {name}\n" for name in kept))
    )


def built(project: Project, **options: str) -> None:
    """Build all papers of a project."""
    report = build_all(project, (), Options(only=BOTH, **options))  # type: ignore[arg-type]
    assert report.ok, [item for item in report.all_diagnostics() if item.severity == "error"]


def archived(project: Project, edition: Edition = Edition.INTERNAL, **asked: object) -> Archived:
    """Make an archive of a project, its duties judged by one day."""
    return archive(project, AskedArchive(edition, as_of=DAY, **asked))  # type: ignore[arg-type]


def codes(made: Archived) -> list[str]:
    """Return the codes of what was said."""
    return [item.code for item in made.told]
