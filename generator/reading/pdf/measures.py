"""What a paragraph measures: how its lines stand, its indents, the space around it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from generator.reading.pdf.units import ABOVE, BELOW, SINGLE, mm
from generator.seen import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.pdf.lines import Line
    from generator.reading.pdf.paragraphs import Column

_EDGE = 1.8  # pt: how far the end of a justified line may lie from the others'
_SAME = 1.5  # pt
_RIGHT_HALF = 0.3  # of the column: a line that ends at the right and begins behind that is set right


@dataclass(frozen=True, slots=True)
class Measures:
    """Indents and widths in mm, spaces in pt; None for what the lines do not tell."""

    align: str | None = None
    first_line: float | None = None
    left: float | None = None
    right: float | None = None
    before: float | None = None
    line_spacing: float | None = None
    text_width: float | None = None


def measured(lines: Sequence[Line], column: Column, above: Line | None) -> Measures:
    """Measure a paragraph; `above` is the last line before it in its column on the same page."""
    align = _align_in_cell(lines, column) if column.cell else _align(lines, column)
    spacing = _line_spacing(lines)
    running = column.side is Side.FULL and not column.cell and align not in {"center", "right"}
    first, left = _indents(lines, column) if running else (None, None)
    return Measures(
        align=align,
        first_line=first,
        left=left,
        right=mm(column.right - max(line.x1 for line in lines)) if align == "both" else None,
        before=_before(lines[0], above, (spacing,) if spacing else (column.pitch / SINGLE, 1.0)),
        line_spacing=round(spacing, 2) if spacing else None,
        text_width=mm(max(line.width for line in lines)),
    )


def _align(lines: Sequence[Line], column: Column) -> str | None:
    """Return how the lines are set. One line that begins at the left may be justified or not: None."""
    if column.side is not Side.FULL:
        return _align_at_side(lines, column)
    if len(lines) == 1:
        return _align_of_one(lines[0], column)
    begins, ends = [line.x0 for line in lines[1:]], [line.x1 for line in lines[:-1]]
    begin_alike = _spread(begins) <= _SAME
    end_alike = max(column.right - end for end in ends) <= _EDGE or (len(ends) > 1 and _spread(ends) <= _EDGE)
    if end_alike and begin_alike:
        return "both"
    # Lines of a title may happen to be of one length: they end alike and are centred all the same.
    if _spread([line.centre for line in lines]) <= 2 * _SAME and any(map(column.centred, lines)):
        return "center"
    if end_alike:
        return "right"
    return "left" if begin_alike else None


def _align_in_cell(lines: Sequence[Line], column: Column) -> str | None:
    """Return how the lines of a cell are set: where they are alike, or which side of it is freer."""
    if len(lines) > 1:
        begins = _spread([line.x0 for line in lines])
        ends, middles = _spread([line.x1 for line in lines]), _spread([line.centre for line in lines])
        if min(begins, ends, middles) > _SAME:
            return None
        return "left" if begins <= min(ends, middles) else "center" if middles <= ends else "right"
    before, after = lines[0].x0 - column.left, column.right - lines[0].x1
    if abs(before - after) <= _SAME:
        return "center"
    return "left" if before < after else "right"


def _align_at_side(lines: Sequence[Line], column: Column) -> str | None:
    if all(column.around(line) for line in lines):
        return "center"
    begins = [line.x0 for line in lines]
    if _spread([column.left, *begins[1:]]) <= _SAME and abs(begins[0] - column.left) <= _SAME:
        return "left"
    return "center" if len(lines) > 1 and _spread([line.centre for line in lines]) <= 2 * _SAME else None


def _align_of_one(line: Line, column: Column) -> str | None:
    if column.centred(line):
        return "center"
    at_end = column.right - line.x1 <= _EDGE
    if at_end and line.x0 - column.left > _RIGHT_HALF * (column.right - column.left):
        return "right"
    return None


def _spread(places: Sequence[float]) -> float:
    return max(places) - min(places)


def _indents(lines: Sequence[Line], column: Column) -> tuple[float, float]:
    """Return the first-line indent and the left indent. Of a single line all is counted as the first's."""
    left = min(line.x0 for line in lines[1:]) if len(lines) > 1 else min(column.left, lines[0].x0)
    return mm(lines[0].x0 - left), mm(left - column.left)


def _line_spacing(lines: Sequence[Line]) -> float | None:
    """Return the distance of the lines as a multiple of single spacing."""
    distances = [
        (line.y - last.y) / (SINGLE * line.size) for last, line in pairwise(lines) if line.page == last.page
    ]
    return median(distances) if distances else None


def _before(line: Line, above: Line | None, spacings: Sequence[float]) -> float | None:
    """Return the room above a paragraph beyond its own line, pt: what comes after the last and before it.

    The first of the spacings is taken that leaves such room: a single line does not tell its own.
    """
    if above is None or above.page != line.page or line.y <= above.y:
        return None
    height = BELOW * above.size + ABOVE * line.size
    rooms = [line.y - above.y - spacing * height for spacing in spacings]
    room = next((room for room in rooms if room > -_EDGE), rooms[-1])
    return round(max(room, 0.0), 1)
