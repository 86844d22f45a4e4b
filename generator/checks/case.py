"""What a content check looks at: one inspection, its figures, and the paper composed from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document import Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.document import Document
    from generator.load import Loaded
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper
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
        dates = self.loaded.dates
        return self.paper.date or (dates[-1] if dates else None)

    def paragraphs(self, *, typed_only: bool = False) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield (data path of its first value, text) of every paragraph of the composed body.

        With `typed_only`, without those in which a figure stands by reference.
        """
        if self.document is None:
            return
        for block in self.document.body:
            if isinstance(block, Paragraph) and not (typed_only and _has_figure(block)):
                source = next((run.source for run in block.runs if run.source and run.source[0] != "="), "")
                # A gap stands for a word that is not known yet.
                said = plain(replace(run, text="X") if run.blank else run for run in block.runs)
                yield data_path(source), said.replace("\u00a0", " ")


def _has_figure(paragraph: Paragraph) -> bool:
    # ``=ho-so.received.total`` is a figure, ``=qd-61`` a paper.
    return any(run.source and run.source[0] == "=" and "." in run.source for run in paragraph.runs)


def data_path(source: str) -> tuple[str | int, ...]:
    """Return the data path of a run's source: ``findings.causes.0.text``."""
    return tuple(int(part) if part.isdigit() else part for part in source.split(".")) if source else ()
