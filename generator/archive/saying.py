"""Texts of an inspection as a page says them: figures put in, papers and acts by kind and number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compose.citing import act_in_body, paper_kind
from generator.compose.pieces import Citation, Mention
from generator.compose.said_by import Speaker
from generator.compose.tables import in_reading_order
from generator.document import Run
from generator.model.inspection import citable
from generator.reporters.listing import agency_name, day_of
from generator.reporters.showing import deadline_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.compose.pieces import NumberOf, Piece
    from generator.load import Loaded
    from generator.messages import Messages
    from generator.model.recommendations import Deadline


@dataclass(frozen=True)
class Saying:
    """What the pages say of one inspection."""

    loaded: Loaded
    catalogues: Catalogues
    messages: Messages

    @property
    def day(self) -> date | None:
        """The day by whose names agencies are called."""
        return day_of(self.loaded.inspection)

    def rich(self, text: str, deadline: Deadline | None = None) -> str:
        """Return a rich text without its marks; `deadline` is what ``[[deadline]]`` in it means."""
        speaker = Speaker(self.loaded.figures, "kết luận", self.loaded.inspection.year)
        limit = speaker.deadline(deadline, "") if deadline else None
        said = "".join(self._piece(piece) for piece in speaker.rich(text, "", limit).pieces)
        return " ".join(said.split())

    def deadline(self, deadline: Deadline | None) -> str:
        """Return a time limit in a few words."""
        return deadline_text(deadline, self.messages)

    def agencies(self, keys: Iterable[str]) -> list[str]:
        """Return the names of agencies; a key may be that of an inspected unit."""
        units = {unit.id: unit.agency for unit in self.loaded.inspection.inspected_units}
        return [agency_name(units.get(key, key), self.catalogues, self.day) for key in keys]

    def unit(self, key: str | None) -> str:
        """Return the name of an inspected unit, "" for none."""
        return self.agencies([key])[0] if key else ""

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Run):
            return self.messages.text("show-unknown") if piece.blank else piece.text
        if isinstance(piece, Mention):
            return agency_name(piece.agency, self.catalogues, self.day)
        return self._cited(piece.paper) if isinstance(piece, Citation) else self._numbered(piece)

    def _cited(self, key: str) -> str:
        paper = citable(self.loaded.inspection).get(key)
        if paper is not None:
            number = f" số {paper.number}" if paper.number else ""
            return f"{paper_kind(key, paper).name}{number}"
        act = self.catalogues.legal_acts.get(key)
        return act_in_body(act, full=False) if act is not None else key

    def _numbered(self, piece: NumberOf) -> str:
        """Return what a numbered place is called here, where the numbers of a paper mean nothing."""
        inspection = self.loaded.inspection
        duties = [item.id for _, item in in_reading_order(inspection)]
        limits = [item.id for item in inspection.findings.limitations]
        for name, ids in (("kiến nghị", duties), ("hạn chế", limits)):
            if piece.block in ids:
                return f"{name} {ids.index(piece.block) + 1}"
        return "mục tương ứng của văn bản"
