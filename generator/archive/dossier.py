"""Thông tin hồ sơ: what the system asks of one inspection's papers as a whole (NĐ 30/2020, PL VI, II.III).

Names, types and lengths are those of the annex. Codes, retention, rights and who made the hồ sơ are not
known to the program and stay empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.issuing.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.archive.contents import ArchivedPaper
    from generator.archive.gathering import ArchivedInspection

JSON, XML = "ho-so.json", "ho-so.xml"
_LANGUAGE = "Tiếng Việt"


def dossier_metadata(item: ArchivedInspection, title: str, pages: int | None) -> Metadata:
    """Return the metadata of the hồ sơ of an inspection; `pages` are those of all its papers.

    It begins and ends with what is dated: of the public edition only its papers.
    """
    days = _days(item)
    inspection = item.loaded.inspection
    fields: dict[str, Any] = {
        "FileCode": {"OrganId": None, "FileCatalog": inspection.year, "FileNotation": None},
        "Title": title,
        "Maintenance": None,
        "Rights": None,
        "Creator": None,
        "Language": _LANGUAGE,
        "StartDate": days[0].isoformat() if days else None,
        "EndDate": days[-1].isoformat() if days else None,
        "DocTotal": len(item.papers),
        "PageTotal": pages,
        "Description": None,
    }
    return Metadata(fields, root="File")


def _days(item: ArchivedInspection) -> list[date]:
    papers = [paper.day for paper in item.papers if paper.day]
    return sorted([*papers, *(item.whole.dates if item.loaded is item.whole else ())])


def in_time_order(papers: Sequence[ArchivedPaper]) -> list[ArchivedPaper]:
    """Return the papers by their days, those without one last in the order of the data."""
    return sorted(papers, key=lambda paper: (paper.day is None, paper.day.toordinal() if paper.day else 0))
