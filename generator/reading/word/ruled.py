"""Rules under text: lines drawn, borders, rows of underscores, underlined text; each at its paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.seen import Rule, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.reading.word.drawn import Drawn
    from generator.reading.word.lines import Lines

_HYPHENS = "-_=\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ORNAMENTS = "*o0~ \t\u00a0"  # as in ---o0o--- and ---***---
_SIGNS = frozenset(_HYPHENS + _ORNAMENTS)
_FEWEST = 3
_OVER_A_LINE = 0.6  # of a line: a line drawn higher than this belongs to the text above


class Ruled(NamedTuple):
    """What this module looks at of a paragraph; lengths in mm.

    `text` is the room of its text: left and right edge from the left of the column, 0 wide when unknown.
    `height` is what the whole paragraph takes, `line` one line of it, `above` the space before it.
    """

    number: int
    flow: int
    text: str
    lines: Lines | None
    align: str
    edges: tuple[float, float]
    column: float
    above: float
    height: float
    line: float
    drawn: tuple[Drawn, ...]
    border: bool
    underlined: bool

    @property
    def centre(self) -> float | None:
        """The middle of the (last line of the) text, from the left of the column; None when unknown."""
        left, right = self.edges
        if self.align == "center":
            return (left + right) / 2 if right > left else None
        if self.lines is None or not self.lines.widths:
            return None
        width = self.lines.widths[-1]
        if self.align == "right":
            return right - width / 2 if right > left else None
        return left + width / 2


def rules_of(paragraphs: Iterable[Ruled]) -> dict[int, Rule]:
    """Return the rule under each paragraph that has one, by its number; a drawn line goes before others."""
    found: dict[int, Rule] = {}
    for _, flow in groupby(sorted(paragraphs, key=lambda item: item.flow), key=lambda item: item.flow):
        together = list(flow)
        for index, paragraph in enumerate(together):
            _plain_rules(together, index, found)
            for line in paragraph.drawn:
                owner = _owner(together, index, line)
                if owner is not None:
                    found[owner.number] = Rule(
                        Way.DRAWN, round(line.length, 2), _off_centre(owner, paragraph, line)
                    )
    return found


def is_row_of_signs(text: str) -> bool:
    """Return whether a text is only underscores or hyphens that stand for a line."""
    return _SIGNS.issuperset(text) and sum(char in _HYPHENS for char in text) >= _FEWEST


def may_be_rule(text: str) -> bool:
    """Return whether a text ends as a row of signs does: a quick look before the exact one."""
    return text.rstrip()[-1:] in _SIGNS


def _plain_rules(together: Sequence[Ruled], index: int, found: dict[int, Rule]) -> None:
    """Note a border, a row of signs, or underlined text."""
    paragraph = together[index]
    if paragraph.border and (owner := _text_above(together, index, own=True)):
        left, right = paragraph.edges
        length = right - left if right > left else None
        off = _difference(None if length is None else (left + right) / 2, owner.centre)
        _note(found, owner, Rule(Way.BORDER, None if length is None else round(length, 2), off))
    if is_row_of_signs(paragraph.text) and (owner := _text_above(together, index, own=False)):
        length = paragraph.lines.longest if paragraph.lines else None
        off = _difference(paragraph.centre, owner.centre)
        _note(found, owner, Rule(Way.UNDERSCORES, length, off))
    elif (last := paragraph.text.rpartition("\n")) and last[1] and is_row_of_signs(last[2]):
        length = paragraph.lines.widths[-1] if paragraph.lines else None
        _note(found, paragraph, Rule(Way.UNDERSCORES, length, 0.0))
    elif paragraph.underlined:
        length = paragraph.lines.widths[-1] if paragraph.lines else None
        _note(found, paragraph, Rule(Way.UNDERLINE, length, 0.0))


def _note(found: dict[int, Rule], owner: Ruled, rule: Rule) -> None:
    """Keep the first rule that is found; underlined text gives way to a line of its own."""
    known = found.get(owner.number)
    if known is None or known.way is Way.UNDERLINE:
        found[owner.number] = rule


def _text_above(together: Sequence[Ruled], index: int, *, own: bool) -> Ruled | None:
    """Return the paragraph with text that a line in this one stands under."""
    if own and together[index].text.strip():
        return together[index]
    before = (item for item in reversed(together[:index]) if item.text.strip())
    found = next(before, None)
    return None if found is None or is_row_of_signs(found.text) else found


def _owner(together: Sequence[Ruled], index: int, line: Drawn) -> Ruled | None:
    """Return the paragraph that a drawn line stands under: where it is on paper, not where it is anchored."""
    anchor = together[index]
    above = _text_above(together, index, own=True)
    if line.inline or line.below is None:
        return above
    top = sum(item.height for item in together[:index])
    place, owner = top + line.below, None
    for item, end in _tops(together):
        if item.text.strip() and end + item.above + item.line * _OVER_A_LINE <= place:
            owner = item
    if owner is None:
        return anchor if anchor.text.strip() else above
    return owner


def _tops(together: Sequence[Ruled]) -> Iterable[tuple[Ruled, float]]:
    top = 0.0
    for item in together:
        yield item, top
        top += item.height


def _off_centre(owner: Ruled, anchor: Ruled, line: Drawn) -> float | None:
    """Return how far the middle of a line is from the middle of the text above it."""
    return _difference(_centre_of(anchor, line), owner.centre)


def _centre_of(anchor: Ruled, line: Drawn) -> float | None:
    """Return the middle of a line from the left of its column, None when the file does not tell."""
    left, right = anchor.edges
    if line.inline:
        if anchor.text.strip() or right <= left:
            return (left + right) / 2 if anchor.align == "center" and right > left else None
        ends = {"center": (left + right) / 2, "right": right - line.length / 2}
        return ends.get(anchor.align, left + line.length / 2)
    if line.origin != "text":
        return None
    if line.aligned:
        places = {
            "left": line.length / 2,
            "center": anchor.column / 2,
            "right": anchor.column - line.length / 2,
        }
        return places.get(line.aligned) if anchor.column else None
    return None if line.left is None else line.left + line.length / 2


def _difference(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else round(one - other, 2)
