"""What of the data a reader may be shown: in the office everything, in public only what papers there print.

A field without a private mark is not thereby published: most of an inspection never leaves the house. So a
public page repeats nothing but what a paper of the public archive prints already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.model.references import BadReference, parse_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document import Document
    from generator.model.references import FigureBook


class Printed(Protocol):
    """What may be shown."""

    def field(self, path: str) -> bool:
        """Return whether a field may be shown, by its data path: ``findings.limitations.0.text``."""

    def quantity(self, figure: str, path: str, *, share: bool = False) -> bool:
        """Return whether a quantity of a figure may be shown, or its share of the whole."""


class Everything:
    """Nothing is kept back."""

    def field(self, path: str) -> bool:  # noqa: ARG002 - the answer is always the same
        """Return True."""
        return True

    def quantity(self, figure: str, path: str, *, share: bool = False) -> bool:  # noqa: ARG002 - likewise
        """Return True."""
        return True


class PrintedBy:
    """What some papers print, by where each of their texts comes from."""

    def __init__(self, documents: Iterable[Document], figures: FigureBook) -> None:
        """Look through the papers once; `figures` tell what a reference without a path means."""
        sources = {run.source for document in documents for run in document.runs() if run.source}
        self._fields = {source for source in sources if not source.startswith("=")}
        self._quantities: set[tuple[str, str, bool]] = set()
        for source in sources - self._fields:
            self._add(source.removeprefix("="), figures)

    def field(self, path: str) -> bool:
        """Return whether a paper prints the field."""
        return path in self._fields

    def quantity(self, figure: str, path: str, *, share: bool = False) -> bool:
        """Return whether a paper prints the quantity, or its share."""
        return (figure, path, share) in self._quantities

    def _add(self, text: str, figures: FigureBook) -> None:
        try:
            reference = parse_reference(text)
            if reference.name in figures:
                reference = figures.main(reference.name)
        except BadReference:
            return
        for operand in (reference.first, reference.second):
            if operand is not None and len(operand.ids) == 1:
                self._quantities.add((operand.ids[0], operand.path, reference.share))
