"""The sections of a Word file: pages, margins, and which heads and feet their pages show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.markup import PPR, SECTION, R, is_on, mm, twips, w, whole
from generator.seen import SeenSection

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from generator.reading.word.package import Relation, WordPackage
    from generator.seen import PageNumber

_LETTER = (12240.0, 15840.0)  # what Word takes when a section says nothing
_INCH = 1440.0
_COLUMN_GAP = 720.0
_ID = f"{{{R}}}id"
_MARGIN_NAMES = ("top", "right", "bottom", "left")


class Section(NamedTuple):
    """One section; lengths in twips. `heads` and `feet` are parts by kind: default, first, even.

    `room` is the width of one column of text.
    """

    width: float
    height: float
    margins: tuple[float, float, float, float]
    room: float
    start: int | None
    own_first: bool
    heads: Mapping[str, str]
    feet: Mapping[str, str]

    def shown(self, parts: Mapping[str, str], *, even: bool) -> Iterator[str]:
        """Yield the parts of heads or feet that some page of the section shows."""
        kinds = ("default", *(("first",) if self.own_first else ()), *(("even",) if even else ()))
        yield from (parts[kind] for kind in kinds if kind in parts)


def read_sections(package: WordPackage, body: etree._Element) -> list[Section]:
    """Return the sections in their order; one of Word's defaults when the file has none."""
    relations = package.relations(package.main)
    found: list[Section] = []
    heads: dict[str, str] = {}
    feet: dict[str, str] = {}
    elements: list[etree._Element | None] = [*section_elements(body)]
    for element in elements or [None]:
        heads = heads | _parts(element, "headerReference", relations)
        feet = feet | _parts(element, "footerReference", relations)
        found.append(_section(element, heads, feet))
    return found


def ends_section(paragraph_properties: etree._Element | None) -> bool:
    """Return whether a paragraph is the last one of its section."""
    return paragraph_properties is not None and paragraph_properties.find(SECTION) is not None


def seen_section(section: Section, numbers: Mapping[str, PageNumber]) -> SeenSection:
    """Return the section as a reader sees it; `numbers` are the page numbers by part of head or foot."""
    shown = _page_number(section, numbers)
    return SeenSection(
        width=mm(section.width),
        height=mm(section.height),
        margins=(
            mm(section.margins[0]),
            mm(section.margins[1]),
            mm(section.margins[2]),
            mm(section.margins[3]),
        ),
        page_number=shown,
        has_page_number=shown is not None,
        start=section.start,
    )


def _page_number(section: Section, numbers: Mapping[str, PageNumber]) -> PageNumber | None:
    """Return the page number of a section: one at the foot is told before one at the head."""
    for parts in (section.feet, section.heads):
        usual = numbers.get(parts.get("default", ""))
        first = numbers.get(parts.get("first", "")) if section.own_first else usual
        found = usual or first
        if found is not None:
            return replace(found, on_first=first is not None)
    return None


def section_elements(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the w:sectPr of the text, leaving out what a tracked change remembers."""
    for element in body.iter(SECTION):
        parent = element.getparent()
        if parent is not None and (parent.tag == PPR or parent is body):
            yield element


def _parts(element: etree._Element | None, name: str, relations: Mapping[str, Relation]) -> dict[str, str]:
    found: dict[str, str] = {}
    for reference in element.iterchildren(w(name)) if element is not None else ():
        relation = relations.get(reference.get(_ID, ""))
        if relation is not None and not relation.outside:
            found[reference.get(w("type"), "default")] = relation.target
    return found


def _section(element: etree._Element | None, heads: dict[str, str], feet: dict[str, str]) -> Section:
    size, margin = _child(element, "pgSz"), _child(element, "pgMar")
    width, height = (_length(size, name, default) for name, default in zip(("w", "h"), _LETTER, strict=True))
    top, right, bottom, left = (abs(_length(margin, name, _INCH)) for name in _MARGIN_NAMES)
    left += _length(margin, "gutter", 0)
    numbering, first = _child(element, "pgNumType"), _child(element, "titlePg")
    return Section(
        width,
        height,
        (top, right, bottom, left),
        _room(width - left - right, _child(element, "cols")),
        None if numbering is None else whole(numbering.get(w("start"))),
        first is not None and is_on(first),
        heads,
        feet,
    )


def _room(width: float, columns: etree._Element | None) -> float:
    """Return the width of one column of text."""
    count = 1 if columns is None else whole(columns.get(w("num"))) or 1
    gap = _length(columns, "space", _COLUMN_GAP)
    return (width - gap * (count - 1)) / count if count > 1 else width


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else element.find(w(name))


def _length(element: etree._Element | None, name: str, default: float) -> float:
    found = None if element is None else twips(element.get(w(name)))
    return default if found is None else found


def is_even_and_odd(settings: etree._Element | None) -> bool:
    """Return whether even pages have heads and feet of their own."""
    found = None if settings is None else settings.find(w("evenAndOddHeaders"))
    return found is not None and is_on(found)
