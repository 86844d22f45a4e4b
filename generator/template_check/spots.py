"""The paragraphs of a layout, counted as a reader of the file counts them, and what stands in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Place, Severity
from generator.reading.word.markup import PPR, RPR, P, w
from generator.reading.word.resolver import Resolver
from generator.render.word_layout import TEMPLATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from generator.diagnostics import Argument
    from generator.reading.word.package import WordPackage

THING = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is no text: a picture, a line end, a field, a note."""

_RUN, _TEXT, _TAB = w("r"), w("t"), w("tab")
_NOTHING = frozenset({RPR, w("lastRenderedPageBreak"), w("annotationRef")})


class Spot(NamedTuple):
    """One w:p: its part, its number there (from 1), its number in the file (0 where no page shows it)."""

    part: str
    order: int
    number: int
    element: etree._Element


class Spots:
    """The paragraphs of all parts that tags may stand in."""

    def __init__(self, package: WordPackage, file: str) -> None:
        self._file = file
        numbers = {found.element: found.number for found in Resolver(package).walk}
        self._parts: dict[str, list[Spot]] = {}
        for part in sorted(filter(TEMPLATED.fullmatch, package.names())):
            root = package.tree(part)
            if root is not None:
                elements = enumerate(root.iter(P), 1)
                self._parts[part] = [Spot(part, order, numbers.get(p, 0), p) for order, p in elements]
        self._by_element = {spot.element: spot for spot in self}

    def __iter__(self) -> Iterator[Spot]:
        """Yield every paragraph, part by part."""
        for spots in self._parts.values():
            yield from spots

    def at(self, part: str, order: int) -> Spot | None:
        """Return a paragraph by its number in its part."""
        spots = self._parts.get(part, [])
        return spots[order - 1] if 0 < order <= len(spots) else None

    def around(self, element: etree._Element) -> Spot | None:
        """Return the paragraph an element stands in, or the first one below it."""
        found = next(element.iterancestors(P), None)
        if found is None:
            found = next(element.iter(P), None)
        return None if found is None else self._by_element.get(found)

    def said(
        self, code: str, spot: Spot | None, severity: Severity = Severity.ERROR, **arguments: Argument
    ) -> Diagnostic:
        """Return a diagnostic at a paragraph; without one it is about the file."""
        place = Place(self._file, paragraph=spot.number if spot else 0)
        return Diagnostic(code, place, severity, arguments)


def stream(paragraph: etree._Element) -> str:
    """Return what stands in a paragraph: its text, a `THING` for all else; text boxes in it are not read."""
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == _RUN:
            yield from (_said(item) for item in child)
        elif child.tag != PPR:
            yield from _pieces(child)


def _said(item: etree._Element) -> str:
    if item.tag == _TEXT:
        return item.text or ""
    if item.tag == _TAB:
        return "\t"
    return "" if item.tag in _NOTHING else THING
