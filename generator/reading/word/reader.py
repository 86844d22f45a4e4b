"""A Word file made by anyone as a `SeenPaper`: every look as it takes effect, nothing as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.content import Content, ContentReader
from generator.reading.word.effective import Shown, shown, stretches
from generator.reading.word.lines import SINGLE, Lines, set_lines
from generator.reading.word.markup import MM_PER_POINT, mm, w
from generator.reading.word.numbering import Labels, Numbering
from generator.reading.word.package import WordPackage, open_package
from generator.reading.word.page_numbers import page_number
from generator.reading.word.ruled import Ruled, rules_of
from generator.reading.word.sections import seen_section
from generator.reading.word.spacing import line_spacing, space, with_lengths
from generator.reading.word.styles import Styles
from generator.reading.word.tables import Tables
from generator.reading.word.theme import read_theme
from generator.reading.word.walk import Found, Walk
from generator.seen import Medium, PageNumber, Region, Rule, SeenPaper, SeenParagraph, WordFacts

if TYPE_CHECKING:
    from lxml import etree

    from generator.reading.word.look import ParagraphLook

_TRACKED = tuple(
    w(name)
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tcPrChange",
        "trPrChange",
        "tblGridChange",
        "tblPrExChange",
        "cellIns",
        "cellDel",
        "cellMerge",
        "numberingChange",
    )
)
_LINKS = frozenset({"hyperlink", "image", "oleObject", "attachedTemplate", "frame", "subDocument", "video"})


class _Read(NamedTuple):
    """One paragraph read, before its neighbours are looked at; spaces in points."""

    found: Found
    look: ParagraphLook
    label: str
    shown: tuple[Shown, ...]
    content: Content
    lines: Lines | None
    before: float
    after: float


def read_word(data: bytes, name: str) -> SeenPaper:
    """Return what a reader of a Word file sees; `name` names the file in diagnostics.

    Pages are not known: Word makes them when it opens the file. Raises `Refused` for a file that is no
    Word file, is encrypted, damaged or too large, or carries macros.
    """
    return Reader(open_package(data, name)).paper()


class Reader:
    """Reads one package."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        theme = read_theme(self._part("theme"))
        self._numbering = Numbering(self._part("numbering"))
        self._styles = Styles(self._part("styles"), theme, self._numbering)
        self._labels = Labels(self._numbering)
        self._content = ContentReader(theme)
        self._walk = Walk(package, Tables(self._styles, theme))
        self._hidden = 0
        self._looks: dict[tuple[ParagraphLook, ParagraphLook], ParagraphLook] = {}
        self._numbers: dict[str, PageNumber] = {}

    def paper(self) -> SeenPaper:
        """Return the whole paper."""
        paragraphs = self._read_all()
        self._close_up(paragraphs)
        rules = rules_of(map(_ruled, paragraphs))
        not_read = [what for item in paragraphs for what in item.content.not_read]
        return SeenPaper(
            medium=Medium.WORD,
            paragraphs=tuple(
                _seen(item, rules.get(item.found.number)) for item in paragraphs if _is_seen(item)
            ),
            sections=tuple(seen_section(section, self._numbers) for section in self._walk.sections),
            word=self._facts(),
            not_read=(*not_read, *self._walk.not_read),
        )

    def _read_all(self) -> list[_Read]:
        part, paragraphs = "", []
        for found in self._walk:
            if found.place.part != part:
                part = found.place.part
                self._content.fields.begin_part()
            paragraphs.append(self._read(found))
        return paragraphs

    def _read(self, found: Found) -> _Read:
        content = self._content.read(found.element)
        style = self._styles.name_of(found.direct.style)
        look = self._paragraph_look(found.direct._replace(style=style), found.place.look.paragraph)
        pieces: list[Shown] = []
        for text, direct in content.pieces:
            own = self._styles.run(direct, style, found.place.look.run)
            if own.hidden:
                self._hidden += 1
            else:
                pieces.append(shown(text, own))
        size = max((piece.look.size or 0 for piece in pieces), default=0) or 0
        look = with_lengths(look, size)
        if content.page is not None and found.place.region in _MARGINS:
            run = self._styles.run(content.page.look, style, found.place.look.run)
            self._numbers.setdefault(found.place.part, page_number(found, look, run, content.page.tabs))
        return _Read(
            found,
            look,
            self._labels.next(look),
            tuple(pieces),
            content,
            _lines(pieces, look, found.place.room),
            space(look.before, auto=look.before_auto),
            space(look.after, auto=look.after_auto),
        )

    def _paragraph_look(self, direct: ParagraphLook, table: ParagraphLook) -> ParagraphLook:
        key = (direct, table)
        if key not in self._looks:
            self._looks[key] = self._styles.paragraph(direct, table)
        return self._looks[key]

    def _close_up(self, paragraphs: list[_Read]) -> None:
        """Take away the space between neighbours of one style that ask for none (contextualSpacing)."""
        for index in range(len(paragraphs) - 1):
            one, other = paragraphs[index], paragraphs[index + 1]
            if one.found.place.flow != other.found.place.flow or one.look.style != other.look.style:
                continue
            if one.look.contextual:
                paragraphs[index] = one._replace(after=0.0)
            if other.look.contextual:
                paragraphs[index + 1] = other._replace(before=0.0)

    def _facts(self) -> WordFacts:
        trees = [tree for part, tree in self._package.trees.items() if not part.endswith(".rels")]
        comments = self._part("comments")
        return WordFacts(
            tracked_changes=sum(1 for tree in trees for _ in tree.iter(*_TRACKED)),
            comments=0 if comments is None else sum(1 for _ in comments.iterchildren(w("comment"))),
            hidden_text=self._hidden,
            outside_links=self._outside_links(),
        )

    def _outside_links(self) -> tuple[str, ...]:
        parts = [part for part in self._package.trees if not part.endswith(".rels")]
        related = (
            item.target
            for part in parts
            for item in self._package.relations(part).values()
            if item.outside and item.kind in _LINKS
        )
        return tuple(dict.fromkeys([*related, *self._content.fields.addresses]))

    def _part(self, kind: str) -> etree._Element | None:
        part = self._package.related(kind)
        return self._package.tree(part) if part else None


_MARGINS = frozenset({Region.HEADER, Region.FOOTER})


def _is_seen(item: _Read) -> bool:
    return bool(item.label) or any(piece.text.strip() for piece in item.shown)


def _seen(item: _Read, rule: Rule | None) -> SeenParagraph:
    found, look = item.found, item.look
    place = found.place
    spacing, exact = line_spacing(look, _size(item))
    return SeenParagraph(
        number=found.number,
        stretches=stretches(item.shown),
        region=place.region,
        side=place.side,
        section=place.section,
        label=item.label,
        cell=place.cell,
        align=look.align or "left",
        first_line=mm(look.first_line or 0),
        left=mm(look.left or 0),
        right=mm(look.right or 0),
        before=item.before,
        after=item.after,
        line_spacing=spacing,
        line_exact=exact,
        text_width=None if item.lines is None else item.lines.longest,
        rule=rule,
    )


def _ruled(item: _Read) -> Ruled:
    look, place = item.look, item.found.place
    left, right, column = mm(look.left or 0), mm(look.right or 0), mm(place.room)
    size = _size(item)
    spacing, exact = line_spacing(look, size)
    line = (exact if exact is not None else (spacing or 1.0) * SINGLE * size) * MM_PER_POINT
    count = len(item.lines.widths) if item.lines else 1
    text = "".join(piece.text for piece in item.shown)
    return Ruled(
        number=item.found.number,
        flow=place.flow,
        text=text,
        lines=item.lines,
        align=look.align or "left",
        edges=(left, column - right if column else left),
        column=column,
        above=item.before * MM_PER_POINT,
        height=(item.before + item.after) * MM_PER_POINT + count * line,
        line=line,
        drawn=tuple(item.content.lines),
        border=look.border is True,
        underlined=bool(text.strip())
        and all(piece.look.underlined for piece in item.shown if piece.text.strip()),
    )


def _size(item: _Read) -> float:
    """Return the largest size of the text; an empty paragraph is taken for one of 13 points."""
    return max((piece.look.size or 0 for piece in item.shown), default=0) or 13.0


def _lines(pieces: list[Shown], look: ParagraphLook, room: float) -> Lines | None:
    if not pieces:
        return Lines((), "")
    inner = mm(room - (look.left or 0) - (look.right or 0)) if room else 0.0
    return set_lines(pieces, max(inner, 0.0), mm(look.first_line or 0))
