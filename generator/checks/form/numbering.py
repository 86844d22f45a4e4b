"""Phần, chương, mục, điều, khoản, điểm (NĐ 30/2020, PL I, II.6đ and V.6): F66 to F77."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import hit, look_answer, visible, weight
from generator.checks.form.measured import quoted
from generator.checks.form.parts import Level
from generator.diagnostics import Term
from generator.wording import point_letter, roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import BodyLine, PaperParts

_ORDER = (Level.PART, Level.DIVISION, Level.ARTICLE, Level.SECTION, Level.CLAUSE, Level.POINT)
_LONGEST_HEADING = 150
_ENDED = (".", ";", ":", ",", "./.", "…")
_ROMAN_OF = {roman(number): number for number in range(1, 100)}


def _of(parts: PaperParts, *levels: Level) -> list[BodyLine]:
    return [line for line in parts.body if line.level in levels]


# --- headings of parts and chapters --------------------------------------------------------------------


def part_heading(parts: PaperParts, asked: Asked) -> Answer:
    """F66: "Phần I", "Chương I": own line, centred, small letters, bold, Roman figures."""
    return _heading(parts, asked, Level.PART, lambda number: number in _ROMAN_OF or number.startswith("thứ"))


def division_heading(parts: PaperParts, asked: Asked) -> Answer:
    """F67: "Mục 1", "Tiểu mục 1": own line, centred, small letters, bold, Arabic figures."""
    return _heading(parts, asked, Level.DIVISION, str.isdigit)


def _heading(parts: PaperParts, asked: Asked, level: Level, numeral: Callable[[str], bool]) -> Answer:
    lines = _of(parts, level)
    if not lines:
        return NotApplicable()
    wrong = [
        hit(line.paragraph, quoted(line.paragraph))
        for line in lines
        if line.mark.isupper() or line.rest or not numeral(line.number) or _aside(line)
    ]
    return wrong or look_answer([line.paragraph for line in lines], asked, parts.medium)


def _aside(line: BodyLine) -> bool:
    return line.paragraph.align not in ("center", None)


def title_below(parts: PaperParts, asked: Asked) -> Answer:
    """F68: phần, chương, mục have a title below, centred, bold capitals."""
    lines = [(line, after) for line, after in pairwise([*parts.body, None]) if line and _wants_title(line)]
    if not lines:
        return NotApplicable()
    missing = [hit(line.paragraph, Term("absent")) for line, after in lines if not _is_title(after)]
    titles = [line.paragraph for line in _of(parts, Level.HEADING)]
    return missing or look_answer(titles, asked, parts.medium)


def _wants_title(line: BodyLine) -> bool:
    return line.level in (Level.PART, Level.DIVISION) and not line.rest


def _is_title(line: BodyLine | None) -> bool:
    return line is not None and line.level is Level.HEADING


# --- điều ------------------------------------------------------------------------------------------------


def article_mark(parts: PaperParts, _asked: Asked) -> Answer:
    """F69: "Điều 1." with a full stop, the word in small letters."""
    lines = _of(parts, Level.ARTICLE)
    if not lines:
        return NotApplicable()
    wrong = [line for line in lines if not re.match(r"Điều \d+\.", line.words)]
    return [hit(line.paragraph, quoted(line.words[:14])) for line in wrong]


def article_bold(parts: PaperParts, _asked: Asked) -> Answer:
    """F70: "Điều 1." is bold; without a title the text follows upright and light on the same line."""
    lines = _of(parts, Level.ARTICLE)
    if not lines:
        return NotApplicable()
    weights = [(line, _label_weight(line)) for line in lines]
    if all(bold is None for _, bold in weights):
        return NotChecked(Term("unchecked-bold"))
    return [hit(line.paragraph, quoted(line.words[:14])) for line, bold in weights if bold is False]


def _label_weight(line: BodyLine) -> bool | None:
    """Return whether "Điều 1." is bold; the figure may be a stretch of its own."""
    if line.paragraph.label.startswith("Điều"):
        return None
    length = len(f"Điều {line.number}")
    position = 0
    for stretch in line.paragraph.stretches:
        if position >= length:
            break
        if stretch.text.strip() and stretch.bold is not True:
            return stretch.bold
        position += len(stretch.text)
    return True


def articles_alike(parts: PaperParts, _asked: Asked) -> Answer:
    """F71: articles all have titles, or none has one; in a text of chapters all have."""
    pairs = [
        (line, after) for line, after in pairwise([*parts.body, None]) if line and line.level is Level.ARTICLE
    ]
    if len(pairs) < 2:
        return NotApplicable()
    titled = [(line, _has_title(line, after)) for line, after in pairs]
    chapters = bool(_of(parts, Level.PART))
    if len({has for _, has in titled}) == 1 and (titled[0][1] or not chapters):
        return []
    usual = chapters or sum(has for _, has in titled) * 2 >= len(titled)
    odd = next(line for line, has in titled if has is not usual)
    return [hit(odd.paragraph, quoted(odd.paragraph))]


def _has_title(line: BodyLine, after: BodyLine | None) -> bool:
    """Return whether an article has a title on its line: all of it bold, or no sentence and text below."""
    bold = weight(line.paragraph)
    if bold is not None and (bold or len(visible(line.paragraph)) > 1):
        return bold
    below = after is not None and after.level not in (Level.ARTICLE, Level.PART, Level.DIVISION)
    return below and not line.rest.endswith(_ENDED)


# --- sequences -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Counter:
    """The last number of each level, forgotten when a level above moves on."""

    last: dict[Level, int] = field(default_factory=dict)
    running: dict[Level, int] = field(default_factory=dict)

    def step(self, level: Level, number: int) -> int | None:
        """Take a number; return the one that should stand there when it is another.

        A sequence may go on across the level above: khoản counted through the paper are a custom.
        """
        expected = self.last.get(level, 0) + 1
        through = self.running.get(level, 0) + 1
        self.last[level] = self.running[level] = number
        place = _ORDER.index(level)
        for below in _ORDER[place + 1 :]:
            if not (level is Level.DIVISION and below is Level.ARTICLE) and not (
                level is Level.PART and below is Level.ARTICLE
            ):
                self.last.pop(below, None)
        return None if number in (expected, through) else expected


def _sequence(parts: PaperParts) -> Iterator[tuple[BodyLine, int]]:
    """Yield the lines whose number is not the next one, with the number that should stand there."""
    counter = _Counter()
    for line in parts.body:
        number = _value(line)
        if number is not None and line.level in _ORDER:
            expected = counter.step(line.level, number)
            if expected is not None:
                yield line, expected


def _value(line: BodyLine) -> int | None:
    if line.level in (Level.PART, Level.SECTION):
        return _ROMAN_OF.get(line.number) or (int(line.number) if line.number.isdigit() else None)
    if line.level is Level.POINT:
        return patterns.POINTS.get(line.number, 0)
    return int(line.number) if line.number.isdigit() else None


def _in_sequence(level: Level, said: Callable[[int], str]) -> Callable[[PaperParts, Asked], Answer]:
    def ask(parts: PaperParts, _asked: Asked) -> Answer:
        if not _of(parts, level):
            return NotApplicable()
        return [
            hit(line.paragraph, line.number, right=said(expected))
            for line, expected in _sequence(parts)
            if line.level is level
        ]

    return ask


def _letter(number: int) -> str:
    return point_letter(number) if number <= len(patterns.POINTS) else "?"


# --- mục I., khoản with a title --------------------------------------------------------------------------


def section_look(parts: PaperParts, asked: Asked) -> Answer:
    """F76: "I. TIÊU ĐỀ": bold capitals."""
    lines = [line for line in _of(parts, Level.SECTION) if _is_heading(line)]
    return look_answer([line.paragraph for line in lines], asked, parts.medium)


def _is_heading(line: BodyLine) -> bool:
    """Return whether a line is a title: short, no sentence, no place in another paper ("Tại dòng 3 ...")."""
    short = len(line.words) <= _LONGEST_HEADING and not line.words.endswith(_ENDED)
    return short and not line.rest.startswith("Tại ")


def clause_title(parts: PaperParts, asked: Asked) -> Answer:
    """F77: the title of a khoản stands on its own line, number and title bold."""
    lines = [
        line.paragraph
        for line, after in pairwise([*parts.body, None])
        if line and line.level is Level.CLAUSE and _is_heading(line) and _leads(after)
    ]
    return look_answer(lines, asked, parts.medium)


def _leads(after: BodyLine | None) -> bool:
    """Return whether what follows is text of the khoản: a list of names has no text below its items."""
    return after is not None and after.level in (Level.TEXT, Level.POINT, Level.DASH, Level.SUBCLAUSE)


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F66": part_heading,
    "F67": division_heading,
    "F68": title_below,
    "F69": article_mark,
    "F70": article_bold,
    "F71": articles_alike,
    "F72": _in_sequence(Level.ARTICLE, str),
    "F73": _in_sequence(Level.SECTION, roman),
    "F74": _in_sequence(Level.CLAUSE, str),
    "F75": _in_sequence(Level.POINT, _letter),
    "F76": section_look,
    "F77": clause_title,
}
