"""A Word file made by anyone as a `SeenPaper`: every look as it takes effect, nothing as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.effective import Shown, shown, stretches
from generator.reading.word.facts import word_facts
from generator.reading.word.lines import SINGLE, Lines, set_lines
from generator.reading.word.markup import MM_PER_POINT, mm
from generator.reading.word.package import WordPackage, open_package
from generator.reading.word.page_numbers import page_number
from generator.reading.word.resolver import SIZE_OF_EMPTY, Resolver
from generator.reading.word.ruled import Ruled, may_be_rule, rules_of
from generator.reading.word.sections import seen_section
from generator.seen import Medium, PageNumber, Region, Rule, SeenPaper, SeenParagraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.reading.word.content import Content
    from generator.reading.word.form import Form
    from generator.reading.word.walk import Found


_MARGINS = frozenset({Region.HEADER, Region.FOOTER})
_BLANKS = " \t\n\f"  # a no-break space is typed to be there: a gap that someone still has to fill
_NOTHING = Lines(())


class _Read(NamedTuple):
    """One paragraph read, before its neighbours are looked at; spaces in points, `size` the largest."""

    found: Found
    form: Form
    label: str
    shown: tuple[Shown, ...]
    text: str
    size: float
    content: Content
    lines: Lines | None
    before: float
    after: float


def read_word(data: bytes, name: str) -> SeenPaper:
    """Return what a reader of a Word file sees; `name` names the file in diagnostics.

    Paragraphs without text are counted but not given. Pages are not known: Word makes them when it opens
    the file. Raises `Refused` for a file that is no Word file, is encrypted, damaged or too large, or
    carries macros.
    """
    return Reader(open_package(data, name)).paper()


class Reader:
    """Reads one package, once."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._resolver = Resolver(package)
        self._hidden = 0
        self._numbers: dict[str, PageNumber] = {}

    def paper(self) -> SeenPaper:
        """Return the whole paper."""
        paragraphs = self._read_all()
        _close_up(paragraphs)
        rules = rules_of(_in_flows_with_rules(paragraphs))
        not_read = [what for item in paragraphs for what in item.content.not_read]
        return SeenPaper(
            medium=Medium.WORD,
            paragraphs=tuple(
                _seen(item, rules.get(item.found.number))
                for item in paragraphs
                if item.label or item.text.strip(_BLANKS)
            ),
            sections=tuple(seen_section(section, self._numbers) for section in self._resolver.walk.sections),
            word=word_facts(self._package, self._hidden, self._resolver.contents.fields.addresses),
            not_read=(*not_read, *self._resolver.walk.not_read),
        )

    def _read_all(self) -> list[_Read]:
        part = ""
        paragraphs: list[_Read] = []
        for found in self._resolver.walk:
            if found.place.part != part:
                part = found.place.part
                self._resolver.contents.fields.begin_part()
            paragraphs.append(self._read(found))
        return paragraphs

    def _read(self, found: Found) -> _Read:
        content = self._resolver.content(found)
        form = self._resolver.form(found)
        pieces: list[Shown] = []
        for text, look, _ in self._resolver.runs(found, content):
            if look.hidden:
                self._hidden += 1
            else:
                pieces.append(shown(text, look))
        if content.page is not None and found.place.region in _MARGINS:
            look = self._resolver.run_look(found, content.page.look)
            number = page_number(found, form.look, look, content.page.tabs)
            self._numbers.setdefault(found.place.part, number)
        return _Read(
            found,
            form,
            self._resolver.labels.next(form.look) if form.look.number is not None else "",
            tuple(pieces),
            "".join([piece.text for piece in pieces]),
            max([piece.look.size or 0.0 for piece in pieces], default=0.0) or SIZE_OF_EMPTY,
            content,
            _lines(pieces, form, found.place.room),
            form.before,
            form.after,
        )


def _lines(pieces: list[Shown], form: Form, column: float) -> Lines | None:
    if not pieces:
        return _NOTHING
    room = max(0.0, mm(column) - form.left - form.right) if column else 0.0
    return set_lines(pieces, room, form.first_line, justified=form.align == "both")


def _close_up(paragraphs: list[_Read]) -> None:
    """Take away the space between neighbours of one style that ask for none (contextualSpacing)."""
    for index in range(len(paragraphs) - 1):
        one, other = paragraphs[index], paragraphs[index + 1]
        if not (one.form.contextual or other.form.contextual) or one.form.style != other.form.style:
            continue
        if one.found.place.flow == other.found.place.flow:
            paragraphs[index] = one._replace(after=0.0) if one.form.contextual else one
            paragraphs[index + 1] = other._replace(before=0.0) if other.form.contextual else other


def _in_flows_with_rules(paragraphs: list[_Read]) -> Iterable[Ruled]:
    """Yield the paragraphs that stand in one flow with something that may be a rule."""
    flows = {
        item.found.place.flow
        for item in paragraphs
        if item.content.lines
        or item.form.border
        or may_be_rule(item.text)
        or any(piece.look.underlined for piece in item.shown)
    }
    return (_ruled(item) for item in paragraphs if item.found.place.flow in flows)


def _seen(item: _Read, rule: Rule | None) -> SeenParagraph:
    place, form = item.found.place, item.form
    spacing, exact = form.line_spacing(item.size)
    return SeenParagraph(
        number=item.found.number,
        stretches=stretches(item.shown),
        region=place.region,
        side=place.side,
        section=place.section,
        label=item.label,
        cell=place.cell,
        align=form.align,
        first_line=form.first_line,
        left=form.left,
        right=form.right,
        before=item.before,
        after=item.after,
        line_spacing=spacing,
        line_exact=exact,
        text_width=None if item.lines is None else item.lines.longest,
        rule=rule,
    )


def _ruled(item: _Read) -> Ruled:
    form, column = item.form, mm(item.found.place.room)
    spacing, exact = form.line_spacing(item.size)
    line = (exact if exact is not None else (spacing or 1.0) * SINGLE * item.size) * MM_PER_POINT
    count = len(item.lines.widths) or 1 if item.lines else 1
    return Ruled(
        number=item.found.number,
        flow=item.found.place.flow,
        text=item.text,
        lines=item.lines,
        align=form.align,
        edges=(form.left, column - form.right if column else form.left),
        column=column,
        above=item.before * MM_PER_POINT,
        height=(item.before + item.after) * MM_PER_POINT + count * line,
        line=line,
        drawn=tuple(item.content.lines),
        border=form.border,
        underlined=bool(item.text.strip())
        and all(piece.look.underlined for piece in item.shown if piece.text.strip()),
    )
