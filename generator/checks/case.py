"""What a content check looks at: one inspection, its figures, and the paper composed from it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.document import VERBATIM, Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.checks.answers import DataPath
    from generator.document import Document, Run
    from generator.load import Loaded
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper
    from generator.model.references import FigureBook


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a composed body, one paragraph a line, with the data path of each and where it begins."""

    text: str
    paths: tuple[DataPath, ...]
    starts: tuple[int, ...]

    def path_at(self, place: int) -> DataPath:
        """Return the data path of the paragraph that holds a place of the text."""
        return self.paths[bisect_right(self.starts, place) - 1]


@dataclass(frozen=True)  # no slots: the texts are put together once, for all rules that read them
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

    @cached_property
    def day(self) -> date | None:
        """The paper's date; before it is given, the last day on which something happened."""
        dates = self.loaded.dates
        return self.paper.date or (dates[-1] if dates else None)

    @cached_property
    def body(self) -> Body:
        """The paragraphs of the composed body."""
        return _body(self._paragraphs())

    @cached_property
    def typed_body(self) -> Body:
        """The same without the paragraphs in which a figure stands by reference."""
        return _body(block for block in self._paragraphs() if not _has_figure(block))

    def _paragraphs(self) -> Iterator[Paragraph]:
        blocks = self.document.body if self.document else ()
        return (block for block in blocks if isinstance(block, Paragraph))


def _body(paragraphs: Iterable[Paragraph]) -> Body:
    found = [(_path(paragraph), _said(paragraph)) for paragraph in paragraphs]
    starts = accumulate((len(text) + 1 for _, text in found), initial=0)
    return Body("\n".join(text for _, text in found), tuple(path for path, _ in found), tuple(starts))


def _path(paragraph: Paragraph) -> DataPath:
    """Return the data path of the first value of a paragraph."""
    return data_path(next((run.source for run in paragraph.runs if run.source and run.source[0] != "="), ""))


def _said(paragraph: Paragraph) -> str:
    # A gap stands for a word that is not known yet, a quote of a printed error for what it is.
    said = plain(replace(run, text="X") if _unread(run) else run for run in paragraph.runs)
    return said.replace("\u00a0", " ")


def _unread(run: Run) -> bool:
    source = run.source or ""
    return run.blank or (VERBATIM in source and source.endswith(".old"))


def _has_figure(paragraph: Paragraph) -> bool:
    # ``=ho-so.received.total`` is a figure, ``=qd-61`` a paper.
    return any(run.source and run.source[0] == "=" and "." in run.source for run in paragraph.runs)


def data_path(source: str) -> DataPath:
    """Return the data path of a run's source: ``findings.causes.0.text``."""
    return tuple(int(part) if part.isdigit() else part for part in source.split(".")) if source else ()
