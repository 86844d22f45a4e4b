"""Every paragraph of a Word file in one order, so that a number always means the same w:p.

The order: the text from its beginning, each text box after the paragraph it hangs on; footnotes, then
endnotes; the heads and feet that pages show, section by section. Every w:p counts, also an empty one. Of
two versions of one drawing only the one that is seen is walked; what tracked changes delete is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.content import boxes_in
from generator.reading.word.markup import (
    ALTERNATE,
    PPR,
    SDT,
    SDT_CONTENT,
    TABLE,
    P,
    chosen,
    w,
)
from generator.reading.word.properties import paragraph_look
from generator.reading.word.sections import Section, ends_section, is_even_and_odd, read_sections
from generator.reading.word.tables import NO_TABLE_LOOK, TableLook
from generator.seen import Region, Side, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from generator.reading.word.look import ParagraphLook
    from generator.reading.word.package import WordPackage
    from generator.reading.word.tables import Tables

_THROUGH = frozenset({SDT_CONTENT, w("ins"), w("moveTo"), w("customXml"), w("smartTag")})
_NOTES = (("footnotes", w("footnote")), ("endnotes", w("endnote")))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Place(NamedTuple):
    """Where paragraphs stand; `flow` numbers the columns of text in which paragraphs follow one another.

    `room` is the width for text in twips, 0 when it is not known.
    """

    part: str
    region: Region = Region.BODY
    side: Side = Side.FULL
    section: int = 0
    cell: tuple[int, int, int] | None = None
    room: float = 0.0
    look: TableLook = NO_TABLE_LOOK
    flow: int = 0


class Found(NamedTuple):
    """One w:p: its number from 1, its element, its direct formatting, and where it stands."""

    number: int
    element: etree._Element
    direct: ParagraphLook
    place: Place


class Walk:
    """Walks the parts of a package; iterate over it once."""

    def __init__(self, package: WordPackage, tables: Tables) -> None:
        self._package = package
        self._tables = tables
        self._number = 0
        self._table = -1
        self._flow = 0
        root = package.tree(package.main)
        body = None if root is None else root.find(w("body"))
        if body is None:
            package.refuse("word-part-missing", part="w:body")
        self._body = body
        self.sections: list[Section] = read_sections(package, body)
        self.not_read: list[Unread] = []
        self._section = 0

    def __iter__(self) -> Iterator[Found]:
        """Yield every paragraph in the order of the file."""
        yield from self._blocks(self._body, Place(self._package.main))
        for kind, tag in _NOTES:
            yield from self._notes(self._package.related(kind), tag)
        yield from self._margins()

    def _blocks(self, parent: etree._Element, place: Place) -> Iterator[Found]:
        """Yield the paragraphs of a run of blocks; they stand below one another in one flow."""
        place = self._in_new_flow(self._now(place))
        for child in parent:
            if child.tag == P:
                if place.section != self._section:
                    place = self._now(place)
                yield from self._paragraph(child, place)
            elif child.tag == TABLE:
                yield from self._table_cells(child, place)
                place = self._in_new_flow(place)
            elif child.tag in _THROUGH:
                yield from self._blocks(child, place)
            elif child.tag == SDT:
                for content in child.iterchildren(SDT_CONTENT):
                    yield from self._blocks(content, place)
            elif child.tag == ALTERNATE and (branch := chosen(child)) is not None:
                yield from self._blocks(branch, place)
            elif child.tag == w("altChunk"):
                self.not_read.append(Unread.EMBEDDED_DOCUMENT)

    def _paragraph(self, element: etree._Element, place: Place) -> Iterator[Found]:
        properties = element.find(PPR)
        direct, here = paragraph_look(properties), place
        if direct.frame is not None and here.region is Region.BODY:
            here = here._replace(region=Region.BOX, side=Side.FULL, room=0.0)
        self._number += 1
        yield Found(self._number, element, direct, here)
        for box in boxes_in(element):
            inside = here.region if here.region in _MARGINS else Region.BOX
            yield from self._blocks(box, here._replace(region=inside, side=Side.FULL, cell=None, room=0.0))
        if place.cell is None and place.part == self._package.main and ends_section(properties):
            self._section = min(self._section + 1, len(self.sections) - 1)

    def _table_cells(self, element: etree._Element, place: Place) -> Iterator[Found]:
        self._table += 1
        index = self._table
        read = self._tables.read(element)
        is_cell = place.region is Region.BODY and read.visible
        for cell in self._tables.cells(read, place.side):
            yield from self._blocks(
                cell.element,
                place._replace(
                    region=Region.CELL if is_cell else place.region,
                    side=Side.FULL if is_cell or place.region is Region.CELL else cell.side,
                    cell=(index, cell.row, cell.column),
                    room=cell.room,
                    look=cell.look,
                ),
            )

    def _notes(self, part: str, tag: str) -> Iterator[Found]:
        root = self._package.tree(part) if part else None
        for note in root.iterchildren(tag) if root is not None else ():
            if note.get(w("type"), "normal") not in _SEPARATORS:
                yield from self._blocks(note, Place(part, Region.BOX))

    def _margins(self) -> Iterator[Found]:
        """Yield the heads and feet that are shown, each once, in the section that shows it first."""
        settings = self._package.related("settings")
        even = is_even_and_odd(self._package.tree(settings) if settings else None)
        walked: set[str] = set()
        for index, section in enumerate(self.sections):
            for region, parts in ((Region.HEADER, section.heads), (Region.FOOTER, section.feet)):
                for part in section.shown(parts, even=even):
                    root = None if part in walked else self._package.tree(part)
                    walked.add(part)
                    if root is not None:
                        self._section = index
                        yield from self._blocks(root, Place(part, region, section=index))

    def _now(self, place: Place) -> Place:
        """Return a place in the section that the text has reached, with the room of its column."""
        is_column = place.cell is None and place.region is not Region.BOX
        room = self.sections[self._section].room if is_column else place.room
        return place._replace(section=self._section, room=room)

    def _in_new_flow(self, place: Place) -> Place:
        self._flow += 1
        return place._replace(flow=self._flow)


_MARGINS = frozenset({Region.HEADER, Region.FOOTER})
