"""One order: which paper of which inspection is to be composed, in which printing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.kinds import Kind
    from generator.load import Loaded
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Settings

DRAFT = "du-thao"


@dataclass(frozen=True, slots=True)
class Order:
    """Everything one paper is made of; the rest of composing reads it and changes nothing."""

    kind: Kind
    settings: Settings
    loaded: Loaded
    paper: IssuedPaper
    catalogues: Catalogues
    stage: str
    public: bool = False
    """Whether the paper is one for publication: what is private is not in its inspection any more."""

    @property
    def inspection(self) -> Inspection:
        """The inspection the paper belongs to."""
        return self.loaded.inspection

    @property
    def is_draft(self) -> bool:
        """Whether gaps may stand in it (dự thảo); a printing for signature may have none."""
        return self.stage == DRAFT

    @property
    def is_press(self) -> bool:
        """Whether the inspection is a reconstruction from a news item."""
        return self.inspection.source.kind == "press"

    @property
    def issuer(self) -> str | None:
        """Cơ quan ban hành: the paper's own, else the inspection's; None when it is not known."""
        return self.paper.issuer or self.inspection.issuer

    @property
    def unit(self) -> str | None:
        """The inspected unit the paper is about: the one it names, or the only one there is."""
        units = self.inspection.inspected_units
        only = units[0].id if self.kind.data.of_unit and len(units) == 1 else None
        return self.paper.unit or only

    @property
    def day(self) -> date | None:
        """The paper's date; before it is given, the last day on which something happened."""
        if self.paper.date:
            return self.paper.date
        dates = self.loaded.dates
        return dates[-1] if dates else None

    @property
    def year(self) -> int | None:
        """The year to print: the paper's, the one typed for the draft, or that of `day`."""
        if self.paper.date:
            return self.paper.date.year
        return self.paper.year or (self.day.year if self.day else None)

    @property
    def path(self) -> str:
        """Where the paper stands in the data: ``documents.0``."""
        papers = self.inspection.documents
        index = next((place for place, paper in enumerate(papers) if paper.id == self.paper.id), 0)
        return f"documents.{index}"
