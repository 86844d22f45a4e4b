"""Recognise the levels of the body and the annexes (NĐ 30/2020, PL I, II.6 and III.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.checks.form.parts import AnnexParts, BodyLine, Level
from generator.seen import Region, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.seen import SeenParagraph

_LONGEST_TITLE = 200
_TITLE_LINES = 6
_QUOTES = ("“", '"', "«")


def body_lines(paragraphs: Sequence[SeenParagraph]) -> tuple[BodyLine, ...]:
    """Return the paragraphs of a body, without tables, each with its level."""
    lines: list[BodyLine] = []
    for one in paragraphs:
        if one.region is not Region.CELL:
            lines.append(_heading_below(lines, one) or body_line(one))
    return tuple(lines)


def _heading_below(lines: Sequence[BodyLine], one: SeenParagraph) -> BodyLine | None:
    """Return the title on its own line below "Chương I", None when the paragraph is none."""
    if not lines or lines[-1].rest or lines[-1].level not in (Level.PART, Level.DIVISION):
        return None
    titled = one.align == "center" or patterns.in_capitals(one.words)
    return BodyLine(one, Level.HEADING, rest=one.words) if titled else None


def body_line(one: SeenParagraph) -> BodyLine:
    """Return a paragraph with its level, told by the label it begins with."""
    text = one.text.strip()
    if text.startswith(_QUOTES):
        return BodyLine(one, Level.TEXT, rest=text)
    for level, pattern in (
        (Level.PART, patterns.PART),
        (Level.DIVISION, patterns.DIVISION),
    ):
        match = pattern.fullmatch(text)
        if match and (not match[3] or (len(text) < _LONGEST_TITLE and _is_own_line(one, match[3]))):
            return BodyLine(one, level, match[2], match[1], match[3])
    if match := patterns.ARTICLE.fullmatch(text):
        if match[3] or not match[4] or match[4][:1].isupper():
            return BodyLine(one, Level.ARTICLE, match[2], match[3], match[4])
        return BodyLine(one, Level.TEXT, rest=text)
    for level, pattern in (
        (Level.SECTION, patterns.SECTION),
        (Level.SUBCLAUSE, patterns.SUBCLAUSE),
        (Level.CLAUSE, patterns.CLAUSE),
        (Level.POINT, patterns.POINT),
        (Level.DASH, patterns.DASH),
        (Level.PLUS, patterns.PLUS),
    ):
        if match := pattern.fullmatch(text):
            mark = match[2] if match.lastindex and match.lastindex > 2 else ""
            return BodyLine(one, level, match[1], mark, match[match.lastindex or 0])
    return BodyLine(one, Level.TEXT, rest=text)


def _is_own_line(one: SeenParagraph, rest: str) -> bool:
    """Return whether "Chương I ..." is a heading, not a sentence that begins with it."""
    return one.align == "center" or patterns.in_capitals(rest)


# --- annexes -------------------------------------------------------------------------------------------


def annex_starts(paragraphs: Sequence[SeenParagraph], start: int) -> list[int]:
    """Return the indexes of the labels of annexes from `start` on."""
    return [index for index in range(start, len(paragraphs)) if _is_label(paragraphs[index])]


def _is_label(one: SeenParagraph) -> bool:
    if one.region is Region.CELL or one.side in (Side.LEFT, Side.RIGHT):
        return False
    match = patterns.ANNEX.fullmatch(one.words)
    if match is None or one.align not in ("center", None):
        return False
    rest = match[2]
    return not rest or (patterns.in_capitals(rest) and len(rest) < _LONGEST_TITLE)


def recognise_annex(paragraphs: Sequence[SeenParagraph]) -> AnnexParts:
    """Return an annex from its label on."""
    label, *following = paragraphs
    match = patterns.ANNEX.fullmatch(label.words)
    title: list[SeenParagraph] = [label] if match and match[2] else []
    reference: list[SeenParagraph] = []
    for one in following[:_TITLE_LINES]:
        if patterns.ATTACHED.match(one.words) or (reference and not reference[-1].words.endswith(")")):
            reference.append(one)
        elif reference or not _is_title(one):
            break
        else:
            title.append(one)
    taken = len(reference) + len([one for one in title if one is not label])
    number = (match[1] or "") if match else ""
    return AnnexParts(label, number, tuple(title), tuple(reference), tuple(following[taken:]))


def _is_title(one: SeenParagraph) -> bool:
    if one.region is Region.CELL or one.side in (Side.LEFT, Side.RIGHT):
        return False
    if any(
        level.fullmatch(one.text.strip()) for level in (patterns.SECTION, patterns.CLAUSE, patterns.ARTICLE)
    ):
        return False
    return one.align == "center" or patterns.in_capitals(one.words)
