"""The line language of wording templates: Jinja's output → blocks, with every printed value in a slot.

One line is one paragraph, with a mark at its start: ``# `` mục; ``## `` titled khoản; ``1. `` khoản;
``a) `` điểm; ``- `` and ``+ ``; ``@ `` thẩm quyền ban hành; ``> `` căn cứ; ``=> `` the word of decision;
``Điều 1. `` điều and ``# Điều 1. `` titled điều; ``! `` the closing paragraph; ``% `` the unit line above
and ``= `` the source line below a table; no mark: thân văn. Bold and italic inside. ``[#id]`` after the
mark labels a block, ``[[#id]]`` prints its number. ``::: annex id=... landscape`` opens an annex whose
first ``# `` is its title; ``::: table NAME`` and ``::: bars NAME`` stand for what the kind says of them,
``::: table NAME 2`` for the rows of the second group of several; ``::: photos`` prints the photographs;
``:::`` closes the annex. No nesting, no raw HTML, links, images, code or pipe tables: such marks are text.

Data never meets this parser. Printed values stand in the text as private-use markers (`Slots`), which
become pieces after parsing; no data can hold such a character, the loader refuses them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from markdown_it import MarkdownIt

from generator.compose.pieces import NumberOf, Piece, Said, styled
from generator.document import BlockKind, Run
from generator.rich_text import inline_spans, reference_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.rich_text import Span

_OPEN, _CLOSE, _ZERO = "\ue000", "\ue001", 0xE010
_SLOT = re.compile(f"{_OPEN}([{chr(_ZERO)}-{chr(_ZERO + 9)}]+){_CLOSE}")
_LABEL = rf"\[#(?P<id>[a-z0-9-]+|{_SLOT.pattern})\] +"
_MARK = re.compile(
    rf"(?:(?P<mark># +Điều 1\.|##|#|Điều 1\.|1\.|a\)|-|\+|@|>|=>|!|%|=) +)?(?:{_LABEL})?(?=\S)"
)
_TURN = re.compile(r"[1-9][0-9]{0,3}")
_FENCE = re.compile(r"::: *(?P<name>[a-z]*)(?P<words>(?: +[a-z0-9=-]+)*)")

KINDS = {
    "#": BlockKind.SECTION,
    "##": BlockKind.TITLED_CLAUSE,
    "1.": BlockKind.CLAUSE,
    "a)": BlockKind.POINT,
    "-": BlockKind.DASH,
    "+": BlockKind.PLUS,
    "@": BlockKind.AUTHORITY,
    ">": BlockKind.BASIS,
    "=>": BlockKind.DECIDES,
    "Điều 1.": BlockKind.ARTICLE,
    "# Điều 1.": BlockKind.TITLED_ARTICLE,
    "!": BlockKind.CLOSING,
    "%": BlockKind.UNIT,
    "=": BlockKind.SOURCE,
}


class Slots:
    """The printed values of one rendering, by the number in their marker."""

    def __init__(self) -> None:
        self._values: list[Said] = []

    def put(self, value: Said) -> str:
        """Return the marker that stands for the value in the template's output."""
        self._values.append(value)
        return _OPEN + "".join(chr(_ZERO + int(digit)) for digit in str(len(self._values) - 1)) + _CLOSE

    def value(self, digits: str) -> Said:
        """Return the value of the digits between a marker's ends."""
        return self._values[int("".join(str(ord(char) - _ZERO) for char in digits))]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the wording, not yet numbered."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class TableMark:
    """The place of a table, by the name of its columns in the kind's folder.

    `part` is which group of rows it has, counted from 1, where a paper has several; else 0.
    """

    name: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class BarsMark:
    """The place of rates drawn as bars, by their name in the kind's folder."""

    name: str


@dataclass(frozen=True, slots=True)
class PhotosMark:
    """The place of the photographs."""


Marked: TypeAlias = Line | TableMark | BarsMark | PhotosMark


_NAMED_BLOCKS: dict[str, type[TableMark | BarsMark]] = {"table": TableMark, "bars": BarsMark}


@dataclass(frozen=True, slots=True)
class AnnexLines:
    """An annex: its id, its title, and its lines."""

    id: str
    landscape: bool
    lines: list[Marked] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wording:
    """The body's lines and the annexes, in order."""

    body: list[Marked]
    annexes: list[AnnexLines]


class BadWording(Exception):  # noqa: N818 - says what the template wrote
    """The output of a wording template is no line language; `line` counts in that output."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code, self.text = code, text


def parse_wording(text: str, slots: Slots) -> Wording:
    """Return the blocks of a template's output; BadWording, StrayMark or BadReference if it is none."""
    wording = Wording([], [])
    into = wording.body
    for line in text.split("\n"):
        typed = line.strip(" ")
        if typed.startswith(":::"):
            into = _fence(_counted(typed, slots), wording, into)
        elif typed:
            into.append(_line(typed, slots))
    if into is not wording.body:
        raise BadWording("template-annex-open", wording.annexes[-1].id)
    return wording


def _counted(typed: str, slots: Slots) -> str:
    """Return a fence with the numbers that the template printed into it: the turn of a loop, nothing else."""

    def digits(match: re.Match[str]) -> str:
        text = "".join(piece.text for piece in slots.value(match[1]).pieces if isinstance(piece, Run))
        return text if _TURN.fullmatch(text) else "?"

    return _SLOT.sub(digits, typed)


def _fence(typed: str, wording: Wording, into: list[Marked]) -> list[Marked]:
    """Take an annex's opening or closing, or what stands in it; return where following lines go."""
    match = _FENCE.fullmatch(typed)
    words = match["words"].split() if match else []
    name = match["name"] if match else "?"
    in_annex = into is not wording.body
    if name in _NAMED_BLOCKS and len(words) == 1:
        into.append(_NAMED_BLOCKS[name](words[0]))
        return into
    if name == "table" and len(words) == 2 and _TURN.fullmatch(words[1]):
        into.append(TableMark(words[0], int(words[1])))
        return into
    if name == "photos" and not words:
        into.append(PhotosMark())
        return into
    options = dict(word.partition("=")[::2] for word in words)
    if name == "annex" and not in_annex and options.get("id"):
        wording.annexes.append(AnnexLines(options["id"], landscape="landscape" in options))
        return wording.annexes[-1].lines
    if name == "" and not words and in_annex:
        return wording.body
    raise BadWording("template-fence", typed[:60])


def _line(typed: str, slots: Slots) -> Line:
    match = _MARK.match(typed)
    kind = KINDS[" ".join(match["mark"].split())] if match and match["mark"] else BlockKind.PARAGRAPH
    inline = _parser().parseInline(typed[match.end() if match else 0 :])[0]
    spans = inline_spans(inline.children or [], "*_")
    pieces = tuple(piece for span in spans for piece in _pieces(span, slots))
    return Line(kind, pieces, _id(match["id"], slots) if match and match["id"] else None)


def _id(label: str, slots: Slots) -> str:
    """Return the id of a block: typed in the template, or printed by it."""
    slot = _SLOT.fullmatch(label)
    if slot is None:
        return label
    return "".join(piece.text for piece in slots.value(slot[1]).pieces if isinstance(piece, Run))


def _pieces(span: Span, slots: Slots) -> Iterator[Piece]:
    if span.reference is not None:
        yield NumberOf(span.reference.block or span.reference.text, span.bold, span.italic)
        return
    position = 0
    for match in _SLOT.finditer(span.text):
        if match.start() > position:
            yield Run(span.text[position : match.start()], span.bold, span.italic)
        for piece in slots.value(match[1]).pieces:
            yield styled(piece, bold=span.bold, italic=span.italic)
        position = match.end()
    if position < len(span.text):
        yield Run(span.text[position:], span.bold, span.italic)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Return markdown-it's inline parser with emphasis, escapes and references, and nothing else."""
    parser = MarkdownIt("zero").enable(["emphasis", "escape"])
    parser.inline.ruler.before("emphasis", "reference", reference_rule)
    # Joined tokens would hide whether a star was escaped or is a stray one.
    parser.core.ruler.disable("text_join", True)
    return parser
