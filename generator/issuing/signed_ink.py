"""Two editions of one page laid upon each other: which letters of the one stand in the other at their place.

A page that was stamped, signed, saved again or printed into a new file keeps each letter where it was, or
moves and scales all of them alike. So what is missing and what was added is told letter by letter, however
fonts, order and grouping changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from generator.reading.pdf.ink import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.reading.pdf.ink import PageInk

_NEAR = 1.2  # pt: less than half of the narrowest letter of a paper
_ENOUGH = 0.6  # of the letters: so many at their places, and the page was not moved
_LEAST = 30  # letters in one run by which a moved page is known
_MOST_SCALED = 0.25
_LINE = 0.5  # of the size: letters whose baselines differ less stand in one line
_SPACE = 0.15  # of the size: a gap between words
_APART = 1.6  # of the size: lines or words that are farther apart do not belong together


class Back(NamedTuple):
    """How a page that was moved and scaled is put back, across and down."""

    across: float = 1.0
    right: float = 0.0
    down: float = 1.0
    below: float = 0.0

    def mark(self, mark: Mark) -> Mark:
        """Return a letter at its place on our page."""
        x0, x1 = (self.across * x + self.right for x in (mark.x0, mark.x1))
        return mark._replace(x0=x0, x1=x1, y=self.down * mark.y + self.below, size=self.down * mark.size)

    def stroke(self, stroke: Stroke) -> Stroke:
        """Return a line at its place on our page."""
        x0, x1 = (self.across * x + self.right for x in (stroke.x0, stroke.x1))
        y0, y1 = (self.down * y + self.below for y in (stroke.y0, stroke.y1))
        return Stroke(x0, y0, x1, y1)


_AS_IT_STANDS = Back()


class Mark(NamedTuple):
    """One letter of a page; `note` is the number of the annotation that shows it, -1 for the page itself."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    note: int
    seen: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A page laid upon another: what stands in both, only in ours, only in theirs (unseen letters apart).

    `kept` has each letter of theirs that stands in ours, in our place; all in our reading order.
    """

    ours: tuple[Mark, ...]
    kept: frozenset[int]
    added: tuple[Mark, ...]
    unseen: tuple[Mark, ...]
    back: Back = _AS_IT_STANDS

    @property
    def missing(self) -> list[int]:
        """Return which of our letters do not stand there."""
        return [index for index in range(len(self.ours)) if index not in self.kept]


def marks(ink: PageInk) -> list[Mark]:
    """Return the letters of a page without white space, each alone, composed as our own are."""
    notes = {index: turn for turn, note in enumerate(ink.notes) for index in range(note.start, note.end)}
    found: list[Mark] = []
    for index, (letter, seen) in enumerate(zip(ink.letters, ink.seen(), strict=True)):
        text = "".join(normalize("NFC", letter.text).split())
        step = (letter.x1 - letter.x0) / max(len(text), 1)
        for turn, one in enumerate(text):
            x0, x1 = letter.x0 + turn * step, letter.x0 + (turn + 1) * step
            found.append(Mark(one, x0, x1, letter.y, letter.look.size, notes.get(index, -1), seen))
    return found


def reading_order(found: Iterable[Mark]) -> list[list[Mark]]:
    """Return letters as lines from top to bottom, each from left to right."""
    lines: list[list[Mark]] = []
    for mark in sorted(found, key=lambda mark: (mark.y, mark.x0)):
        if lines and mark.y - lines[-1][0].y <= _LINE * min(mark.size, lines[-1][0].size):
            lines[-1].append(mark)
        else:
            lines.append([mark])
    return [sorted(line, key=lambda mark: mark.x0) for line in lines]


def words_of(found: Iterable[Mark]) -> str:
    """Return letters as text, a space where there is a gap or a new line."""
    lines = []
    for line in reading_order(found):
        text = line[0].text
        for before, mark in pairwise(line):
            text += " " * (mark.x0 - before.x1 > _SPACE * mark.size) + mark.text
        lines.append(text)
    return " ".join(lines)


def laid(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Laid:
    """Lay a page upon ours; a page that was moved or scaled as a whole is put back first."""
    found = _matched(ours, theirs)
    if len(found.kept) < _ENOUGH * len(ours):
        back = _back(ours, theirs)
        if back is not None:
            moved = replace(_matched(ours, [back.mark(mark) for mark in theirs]), back=back)
            found = moved if len(moved.kept) > len(found.kept) else found
    return found


def _matched(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Laid:
    order = [mark for line in reading_order(ours) for mark in line]
    places: dict[tuple[str, int, int], list[int]] = {}
    for index, mark in enumerate(order):
        places.setdefault((mark.text, *_cell(mark)), []).append(index)
    kept: set[int] = set()
    added: list[Mark] = []
    for mark in theirs:
        stands = _standing(mark, order, places, kept) if mark.seen else None
        if stands is None:
            added.append(mark)
        else:
            kept.add(stands)
    shown = tuple(mark for mark in added if mark.seen)
    return Laid(tuple(order), frozenset(kept), shown, tuple(mark for mark in added if not mark.seen))


def _cell(mark: Mark) -> tuple[int, int]:
    return round(mark.x0 / _NEAR), round(mark.y / _NEAR)


def _standing(
    mark: Mark, order: Sequence[Mark], places: dict[tuple[str, int, int], list[int]], kept: set[int]
) -> int | None:
    across, down = _cell(mark)
    near = [
        index
        for x in (across - 1, across, across + 1)
        for y in (down - 1, down, down + 1)
        for index in places.get((mark.text, x, y), ())
        if index not in kept
    ]
    return min(near, key=lambda i: abs(order[i].x0 - mark.x0) + abs(order[i].y - mark.y), default=None)


def _back(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Back | None:
    """Return what puts their letters where ours stand; None when the pages have no long run in common."""
    one, other = "".join(mark.text for mark in ours), "".join(mark.text for mark in theirs)
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    if run.size < _LEAST:
        return None
    old, new = ours[run.a : run.a + run.size], theirs[run.b : run.b + run.size]
    across = _fitted([mark.x0 for mark in new], [mark.x0 for mark in old])
    down = _fitted([mark.y for mark in new], [mark.y for mark in old])
    if across is None or down is None:
        return None
    return Back(*across, *down)


def _fitted(places: list[float], wanted: list[float]) -> tuple[float, float] | None:
    """Return scale and shift that lay places upon those wanted."""
    wide = max(places) - min(places)
    scale = (max(wanted) - min(wanted)) / wide if wide else 1.0
    if abs(scale - 1) > _MOST_SCALED:
        return None
    return scale, min(wanted) - scale * min(places)


def clusters(added: Sequence[Mark]) -> list[list[Mark]]:
    """Return letters that were added, those near each other or of one annotation together."""
    by_note = sorted(added, key=lambda mark: mark.note)
    found: list[list[Mark]] = []
    for note, group in groupby(by_note, key=lambda mark: mark.note):
        if note >= 0:
            found.append(list(group))
            continue
        loose: list[list[Mark]] = []
        for line in (piece for whole in reading_order(group) for piece in _pieces(whole)):
            home = next((one for one in loose if _below(one, line)), None)
            if home is None:
                loose.append(line)
            else:
                home.extend(line)
        found += loose
    return found


def _pieces(line: list[Mark]) -> list[list[Mark]]:
    pieces = [[line[0]]]
    for before, mark in pairwise(line):
        if mark.x0 - before.x1 > _APART * mark.size:
            pieces.append([])
        pieces[-1].append(mark)
    return pieces


def _below(block: list[Mark], line: list[Mark]) -> bool:
    """Return whether a line goes on below a block: near its last line, and overlapping it across."""
    last = block[-1]
    near = 0 <= line[0].y - last.y <= _APART * max(last.size, line[0].size)
    left, right = min(mark.x0 for mark in block), max(mark.x1 for mark in block)
    return near and line[0].x0 <= right and line[-1].x1 >= left
