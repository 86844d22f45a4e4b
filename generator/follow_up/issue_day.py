"""The day on which the paper that sets the duties was issued: its time limits count from there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.diagnostics import Refused
from generator.issuing.journal_head import journal_of
from generator.issuing.record import read_record
from generator.workshop import Workshop

if TYPE_CHECKING:
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project

_DUTIES = "recommendations.*.text"


class IssueDays:
    """Tells the day of each conclusion: as the YAML cites it, as issued here, as its paper is dated."""

    def __init__(self, project: Project) -> None:
        """Know the project and its journal; Refused where the journal is broken."""
        self._project, self._journal = project, journal_of(project)
        self._folders = Workshop(project).folders
        self._known: dict[str, bool] = {}

    def __call__(self, inspection: Inspection) -> date | None:
        """Return the day; None when it is not known, or when several papers of several days set duties."""
        if inspection.conclusion is not None and inspection.conclusion.date is not None:
            return inspection.conclusion.date
        papers = self.papers_with_duties(inspection)
        days = {day for paper in papers if (day := self._day(inspection.id, paper))}
        return days.pop() if len(days) == 1 else None

    def papers_with_duties(self, inspection: Inspection) -> list[IssuedPaper]:
        """Return the papers of an inspection that lay duties on others, as their kinds say."""
        return [paper for paper in inspection.documents if self._sets_duties(paper.kind)]

    def _sets_duties(self, kind: str) -> bool:
        """Return whether papers of a kind print every recommendation and are not the team's own report."""
        if kind not in self._known:
            try:
                data = self._folders.kind(kind).data
                self._known[kind] = _DUTIES in data.prints and data.makes is None
            except Refused:
                self._known[kind] = False  # told where the paper is built
        return self._known[kind]

    def _day(self, inspection: str, paper: IssuedPaper) -> date | None:
        event = self._journal.issue_of(inspection, paper.id)
        if event is None:
            return paper.date
        folder = self._project.issued / event.folder
        return date.fromisoformat(read_record(folder, self._project.shown(folder)).entry.day)
