"""What stands side by side: boxes 2, 3 and 1, 4 at the head of a paper, 9b and 7 at its foot.

Two lines at the same height leave a gap. Where the gaps of several rows leave a common gutter there are
columns; a gap of its own is only a wide blank, and its two parts are one line.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from generator.reading.pdf.lines import rejoined
from generator.reading.pdf.rules import ruled
from generator.seen import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.reading.pdf.ink import Stroke
    from generator.reading.pdf.lines import Line

_SURE = 10.0  # of the size: a gap that makes columns by itself
_SURE_APART = 3.0  # likewise, when its two sides are not of one size, or not drawn one after the other
_OTHER_SIZE = 0.6  # pt
_LEAST = 0.5  # pt: what has to be left of a gutter
_ALIGNED = 3.0  # pt: how far the middles, or the beginnings, of a column's lines may lie apart
_FOLLOWS = 2.4  # of the size: the distance to a column's next line
_SIGNING_ROOM = 170.0  # pt: from the post to the name
_MOST_GUTTERS = 40  # that a row may go on with
_LEVEL = 0.2  # of the size: how far parts of one row may stand from its baseline
_MOST_LINES = 600  # outside of tables on one page; more is no page of a paper


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the part of the text width it stands in; `zone` counts the places with columns."""

    line: Line
    side: Side = Side.FULL
    zone: int | None = None


@dataclass(slots=True)
class _Gutter:
    """Room from `start` to `end` that several rows leave free, from `top` to `bottom`."""

    start: float
    end: float
    top: float
    bottom: float
    rows: int = 1
    sure: bool = False

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    def widen(self, common: tuple[float, float], top: float, bottom: float, *, sure: bool) -> None:
        """Take in one more row, which leaves `common` free."""
        self.start, self.end = common
        self.top, self.bottom = min(self.top, top), max(self.bottom, bottom)
        self.rows, self.sure = self.rows + 1, self.sure or sure

    def beside(self, line: Line) -> bool:
        """Whether a line stands on one side, though it may narrow the gutter."""
        return line.x1 <= self.end - _LEAST if line.centre < self.middle else line.x0 >= self.start + _LEAST

    def meets(self, other: _Gutter) -> bool:
        return self.top < other.bottom and other.top < self.bottom


class _Zone:
    """A part of the page with columns: its gutters from left to right, its lines by column."""

    def __init__(self, gutters: list[_Gutter]) -> None:
        self.gutters = sorted(gutters, key=lambda gutter: gutter.start)
        self.top = min(gutter.top for gutter in gutters)
        self.bottom = max(gutter.bottom for gutter in gutters)
        self.columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]

    def beside(self, line: Line) -> bool:
        return all(gutter.beside(line) for gutter in self.gutters)

    def column(self, line: Line) -> int:
        return sum(line.centre > gutter.middle for gutter in self.gutters)

    def holds(self, line: Line) -> bool:
        return self.top <= (line.top + line.bottom) / 2 <= self.bottom and self.beside(line)

    def add(self, line: Line) -> None:
        self.columns[self.column(line)].append(line)
        self.top, self.bottom = min(self.top, line.top), max(self.bottom, line.bottom)

    def continues(self, line: Line) -> bool:
        """Whether a line that stands alone above or below goes on with one of the columns."""
        lines = self.columns[self.column(line)]
        if not lines or not self.beside(line):
            return False
        distance = min(abs(line.y - other.y) for other in lines)
        near = distance <= _FOLLOWS * line.size
        centred = abs(line.centre - median(other.centre for other in lines)) <= _ALIGNED
        if self.column(line):
            return centred and (near or distance <= _SIGNING_ROOM)
        begins = any(abs(line.x0 - other.x0) <= _ALIGNED for other in lines)
        return near and line.y > min(other.y for other in lines) and (centred or begins)

    def in_order(self) -> Iterator[tuple[Line, int]]:
        """Yield the lines with their columns: what stands above a common gap first, from left to right."""
        entries = [(line, number) for number, column in enumerate(self.columns) for line in column]
        band: list[tuple[Line, int]] = []
        bottom = 0.0
        for line, number in sorted(entries, key=lambda entry: entry[0].top):
            if band and line.top > bottom + 0.5 * line.size:
                yield from sorted(band, key=lambda entry: (entry[1], entry[0].y))
                band = []
            bottom = max(bottom, line.bottom) if band else line.bottom
            band.append((line, number))
        yield from sorted(band, key=lambda entry: (entry[1], entry[0].y))


def placed(lines: Sequence[Line], strokes: Sequence[Stroke]) -> list[Placed]:
    """Return the lines of one page (no line of a table, of its head or foot) in reading order.

    Each has the rule that is drawn or typed under it; a row is whole only when the columns are known.
    """
    if len(lines) > _MOST_LINES:
        return [Placed(line) for line in lines]
    gutters = _gutters(lines)
    joined = ruled(_joined(lines, gutters), strokes)
    zones = _zones(gutters)
    rest = _filled(zones, joined)
    blocks = [[Placed(line)] for line in rest]
    for number, zone in enumerate(zones):
        blocks.append([Placed(line, _side(at, zone), number) for line, at in zone.in_order()])
    blocks.sort(key=lambda block: min(entry.line.top for entry in block))
    return [entry for block in blocks for entry in block]


def _side(column: int, zone: _Zone) -> Side:
    if column == 0:
        return Side.LEFT
    return Side.RIGHT if column == len(zone.gutters) else Side.MIDDLE


def rows(lines: Sequence[Line]) -> list[Line]:
    """Return lines of which none stand in columns: the parts of each row as one line."""
    return _joined(lines, ())


# --- gutters


def _gutters(lines: Sequence[Line]) -> list[_Gutter]:
    """Return the gutters between columns: of several rows, or one that no blank is as wide as."""
    found: list[_Gutter] = []
    downwards = sorted(lines, key=_top)
    for left, right in _pairs(downwards):
        alike = left.drawn[1] == right.drawn[0] and abs(left.size - right.size) < _OTHER_SIZE
        least = _SURE if alike else _SURE_APART
        sure = right.x0 - left.x1 >= least * max(left.size, right.size)
        top, bottom = min(left.top, right.top), max(left.bottom, right.bottom)
        for gutter in reversed(found[-_MOST_GUTTERS:]):
            common = _common(gutter, left, right, downwards)
            if common is not None:
                gutter.widen(common, top, bottom, sure=sure)
                break
        else:
            found.append(_Gutter(left.x1, right.x0, top, bottom, sure=sure))
    kept = [gutter for gutter in found if gutter.rows > 1 or gutter.sure]
    return [gutter for gutter in kept if not _inside_another(gutter, kept)]


def _top(line: Line) -> float:
    return line.top


def _pairs(downwards: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return each line with the next one right of it at the same height, from top to bottom."""
    tallest = max((line.bottom - line.top for line in downwards), default=0.0)
    found = []
    for line in downwards:
        beside = [
            other
            for other in _between_tops(downwards, line.top - tallest, line.bottom)
            if other.x0 >= line.x1 - 0.5 and min(line.bottom, other.bottom) - max(line.top, other.top) > 1
        ]
        if beside:
            found.append((line, min(beside, key=lambda other: other.x0)))
    return sorted(found, key=lambda pair: min(pair[0].top, pair[1].top))


def _between_tops(downwards: Sequence[Line], low: float, high: float) -> Sequence[Line]:
    first = bisect_left(downwards, low, key=_top)
    return downwards[first : bisect_left(downwards, high, lo=first, key=_top)]


def _common(
    gutter: _Gutter, left: Line, right: Line, downwards: Sequence[Line]
) -> tuple[float, float] | None:
    """Return what a gutter and the gap between two lines below it have in common, if nothing crosses it."""
    start, end = max(gutter.start, left.x1), min(gutter.end, right.x0)
    top = min(left.top, right.top)
    if top - gutter.bottom > _SIGNING_ROOM or end - start < _LEAST:
        return None
    for line in _between_tops(downwards, gutter.bottom - 1, top):
        if line.centre < (start + end) / 2:
            start = max(start, line.x1)
        else:
            end = min(end, line.x0)
    return (start, end) if end - start >= _LEAST else None


def _inside_another(gutter: _Gutter, others: Sequence[_Gutter]) -> bool:
    """Return whether a gap of one row stands inside a column of others: then it is only a wide blank."""
    return gutter.rows == 1 and any(other.rows > 1 and gutter.meets(other) for other in others)


# --- rows that were parted without need


def _joined(lines: Sequence[Line], gutters: Sequence[_Gutter]) -> list[Line]:
    """Return the lines; parts of one row that no gutter parts are one line again."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.y, line.x0)):
        row = [at for at, other in enumerate(found[-8:], max(len(found) - 8, 0)) if _level(other, line)]
        if row and not _between(found[row[-1]], line, gutters):
            found[row[-1]] = rejoined(found[row[-1]], line)
        else:
            found.append(line)
    return found


def _level(one: Line, other: Line) -> bool:
    return abs(one.y - other.y) <= _LEVEL * max(one.size, other.size) and one.x1 <= other.x0 + 0.5


def _between(left: Line, right: Line, gutters: Sequence[_Gutter]) -> bool:
    return any(
        gutter.top <= left.y <= gutter.bottom + 1
        and left.x1 <= gutter.start + 1
        and right.x0 >= gutter.end - 1
        for gutter in gutters
    )


# --- zones


def _zones(gutters: Sequence[_Gutter]) -> list[_Zone]:
    """Return the parts of the page with columns: gutters at the same height make three and more."""
    groups: list[list[_Gutter]] = []
    for gutter in sorted(gutters, key=lambda gutter: gutter.top):
        home = next((group for group in groups if any(gutter.meets(other) for other in group)), None)
        if home is None:
            groups.append([gutter])
        else:
            home.append(gutter)
    return [_Zone(group) for group in groups]


def _filled(zones: Sequence[_Zone], lines: Sequence[Line]) -> list[Line]:
    """Put the lines of columns into their zones; return those that take the whole width."""
    rest = []
    for line in lines:
        home = next((zone for zone in zones if zone.holds(line)), None)
        if home is None:
            rest.append(line)
        else:
            home.columns[home.column(line)].append(line)
    for zone in zones:
        rest = _grown(zone, rest)
    return rest


def _grown(zone: _Zone, lines: list[Line]) -> list[Line]:
    """Let a zone take the lines above and below that go on with its columns; return the others."""
    below = sorted((line for line in lines if line.top >= zone.bottom - 1), key=lambda line: line.y)
    above = sorted((line for line in lines if line.bottom <= zone.top + 1), key=lambda line: -line.y)
    taken = set()
    for side in (below, above):
        for line in side:
            if not zone.continues(line):
                break
            zone.add(line)
            taken.add(id(line))
    return [line for line in lines if id(line) not in taken]
