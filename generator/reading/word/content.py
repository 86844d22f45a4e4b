"""What stands in one paragraph: pieces of text with their own look, drawn lines, page numbers, the rest.

Tracked deletions are left out and insertions kept, as if all changes were accepted. Of a field its result
is read, never its code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.drawn import Drawn, drawn_in
from generator.reading.word.fields import Fields
from generator.reading.word.look import NO_RUN_LOOK, RunLook
from generator.reading.word.markup import (
    ALTERNATE,
    BOX_CONTENT,
    DELETED,
    MATH,
    RPR,
    SDT,
    SDT_CONTENT,
    P,
    chosen,
    w,
)
from generator.reading.word.properties import run_look
from generator.reading.word.symbols import UNKNOWN, symbol
from generator.seen import Unread

if TYPE_CHECKING:
    from lxml import etree

    from generator.reading.word.theme import Theme

_RUN, _TEXT, _SIMPLE, _BREAK, _BREAK_KIND = w("r"), w("t"), w("fldSimple"), w("br"), w("type")
_FIELD_MARK, _FIELD_CODE, _SYMBOL, _PAGE_NUMBER = w("fldChar"), w("instrText"), w("sym"), w("pgNum")
_DRAWINGS = frozenset({w("drawing"), w("pict"), w("object")})
_THROUGH = frozenset(
    {SDT_CONTENT}
    | {w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "bdo", "dir")}
    | {w(name) for name in ("ruby", "rubyBase")}
)
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_EQUATIONS = frozenset({f"{{{MATH}}}oMath", f"{{{MATH}}}oMathPara"})


class Piece(NamedTuple):
    """Text with what its w:r says of its look; nothing inherited is in it."""

    text: str
    look: RunLook
    run: etree._Element


class PageField(NamedTuple):
    """A page number in a paragraph: the look of its run, and the tabs that stand before it."""

    look: RunLook
    tabs: int
    run: etree._Element | None


@dataclass(slots=True)
class Content:
    """Everything that stands in one paragraph, in its order."""

    pieces: list[Piece] = field(default_factory=list)
    lines: list[Drawn] = field(default_factory=list)
    not_read: list[Unread] = field(default_factory=list)
    page: PageField | None = None


class ContentReader:
    """Reads paragraphs one after another, in the order of their parts."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._current: etree._Element | None = None
        self.fields = Fields()

    def read(self, paragraph: etree._Element) -> Content:
        """Return what stands in a w:p, without text boxes: those are paragraphs of their own."""
        content = Content()
        self._inline(paragraph, content)
        return content

    def _inline(self, parent: etree._Element, content: Content) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, content)
            elif tag in _THROUGH:
                self._inline(child, content)
            elif tag == SDT:
                for inner in child.iterchildren(SDT_CONTENT):
                    self._inline(inner, content)
            elif tag == _SIMPLE:
                self.fields.look_at(child.get(w("instr"), ""))
                self._inline(child, content)
                self._note_page(NO_RUN_LOOK, content)
            elif tag in _EQUATIONS:
                content.not_read.append(Unread.EQUATION)
            elif tag == ALTERNATE and (branch := chosen(child)) is not None:
                self._inline(branch, content)

    def _run(self, run: etree._Element, content: Content) -> None:
        look, self._current = NO_RUN_LOOK, run
        for child in run:
            tag = child.tag
            if tag == RPR:
                look = run_look(child, self._theme)
            elif tag == _TEXT:
                self._add(child.text or "", look, content)
            else:
                self._other(child, look, content)

    def _other(self, child: etree._Element, look: RunLook, content: Content) -> None:
        """Read what is rarer in a run than text."""
        tag = child.tag
        if tag in _CHARACTERS:
            self._add(_CHARACTERS[tag], look, content)
        elif tag == _BREAK:
            self._add(
                "\n" if child.get(_BREAK_KIND, "textWrapping") == "textWrapping" else "\f", look, content
            )
        elif tag in {_FIELD_MARK, _FIELD_CODE, _PAGE_NUMBER}:
            self._field(child, look, content)
        elif tag == _SYMBOL:
            self._symbol(child, look, content)
        elif tag in _DRAWINGS:
            found = drawn_in(child)
            content.lines += found.lines
            content.not_read += found.not_read
        else:
            for inner in _inner_of(child):
                self._other(inner, look, content)

    def _add(self, text: str, look: RunLook, content: Content) -> None:
        self._note_page(look, content)
        if text and self.fields.in_result and self._current is not None:
            content.pieces.append(Piece(text, look, self._current))

    def _field(self, child: etree._Element, look: RunLook, content: Content) -> None:
        if child.tag == _FIELD_CODE:
            self.fields.add_code(child.text or "")
            return
        kind = child.get(w("fldCharType"), "")
        self.fields.mark(kind)
        self.fields.page_asked = self.fields.page_asked or child.tag == _PAGE_NUMBER
        if kind != "separate":
            self._note_page(look, content)

    def _symbol(self, child: etree._Element, look: RunLook, content: Content) -> None:
        try:
            code = int(child.get(w("char"), ""), 16)
        except ValueError:
            code = 0
        font = child.get(w("font"), "")
        character = symbol(code, font)
        if character == UNKNOWN:
            content.not_read.append(Unread.SYMBOL)
        self._add(character, look._replace(ascii=font, hansi=font, east=font), content)

    def _note_page(self, look: RunLook, content: Content) -> None:
        """Note a page number that begins where the text stands now, in the look of its result."""
        if self.fields.page_asked:
            self.fields.page_asked = False
            content.page = PageField(
                look, sum(piece.text.count("\t") for piece in content.pieces), self._current
            )


def _inner_of(child: etree._Element) -> list[etree._Element]:
    """Return what stands in a choice between two versions, or in text with a reading above it."""
    if child.tag == ALTERNATE:
        branch = chosen(child)
        return [] if branch is None else list(branch)
    if child.tag == w("ruby"):
        return [item for base in child.iterchildren(w("rubyBase")) for run in base for item in run]
    return []


def boxes_in(paragraph: etree._Element) -> list[etree._Element]:
    """Return the contents of the text boxes of a w:p that are seen, in their order."""
    if next(paragraph.iter(BOX_CONTENT), None) is None:
        return []
    found: list[etree._Element] = []
    _find_boxes(paragraph, found)
    return found


def _find_boxes(parent: etree._Element, found: list[etree._Element]) -> None:
    for child in parent:
        if child.tag == BOX_CONTENT:
            found.append(child)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                _find_boxes(branch, found)
        elif child.tag != P and child.tag not in DELETED:
            _find_boxes(child, found)
