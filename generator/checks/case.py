"""What a content check looks at: one inspection, its figures, and the paper composed from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document import Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.catalogues import Catalogues
    from generator.document import Document
    from generator.load import Loaded
    from generator.model.inspection import Inspection, IssuedPaper
    from generator.model.references import FigureBook


@dataclass(frozen=True, slots=True)
class Case:
    """One paper under check; `document` is None when it could not be composed."""

    loaded: Loaded
    paper: IssuedPaper
    catalogues: Catalogues
    document: Document | None = None

    @property
    def inspection(self) -> Inspection:
        """The inspection."""
        return self.loaded.inspection

    @property
    def figures(self) -> FigureBook:
        """Its figures."""
        return self.loaded.figures

    @property
    def day(self) -> date | None:
        """The paper's date; before it is given, the last day on which something happened."""
        dates = self.inspection.dates
        return self.paper.date or (dates[-1] if dates else None)

    def paragraphs(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield (data path of its first value, text) of every paragraph of the composed body."""
        if self.document is None:
            return
        for block in self.document.body:
            if isinstance(block, Paragraph):
                source = next((run.source for run in block.runs if run.source and run.source[0] != "="), "")
                yield data_path(source), plain(block.runs).replace("\u00a0", " ")


def data_path(source: str) -> tuple[str | int, ...]:
    """Return the data path of a run's source: ``findings.causes.0.text``."""
    return tuple(int(part) if part.isdigit() else part for part in source.split(".")) if source else ()
