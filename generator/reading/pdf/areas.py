"""Runs of pages of one form, and their margins measured from the ink (NĐ 30/2020, PL I, I.1-I.3)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.reading.pdf.units import ABOVE, BELOW, mm
from generator.seen import PageNumber, SeenSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.reading.pdf.furniture import Furniture
    from generator.reading.pdf.lines import Line
    from generator.reading.pdf.sheets import Sheet

_SAME_SIDE = 2.0  # pt: pages whose sides differ less are of one size
_SAME_EDGE = 1.6  # pt: beginnings or ends of lines that lie so near each other are one edge
_LONG = 0.6  # of the longest line: lines that tell where the text ends
_BACKED = 0.2  # of the lines at the commonest edge: what an edge farther out needs
_MANY = 8  # lines at the commonest edge: then a single line farther out is a slip
_INSIDE = 8.0  # pt: how far inside a table lines stand that do not reach the margin
_CENTRED = 11.0  # pt: how far the middle of a page number may lie from that of the text


@dataclass(frozen=True, slots=True)
class Area:
    """A run of pages of one form: its pages, the place of its text from left to right, pt."""

    first: int
    sheets: tuple[Sheet, ...]
    furniture: tuple[Furniture, ...]
    left: float
    right: float

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.right - self.left


def areas(sheets: Sequence[Sheet], all_furniture: Sequence[Furniture]) -> list[Area]:
    """Return the runs of pages: a new one begins at another size, or where the numbers begin again."""
    starts = [*_starts(sheets, all_furniture), len(sheets)]
    found = []
    for first, end in pairwise(starts):
        run, marks = tuple(sheets[first:end]), tuple(all_furniture[first:end])
        left, right = _sides(run, marks)
        found.append(Area(first, run, marks, left, right))
    return found


def body(area: Area) -> Iterator[Line]:
    """Yield the lines of the text of an area: none of a table, none of a head or foot."""
    return _body(area.sheets, area.furniture)


def _body(sheets: Iterable[Sheet], all_furniture: Iterable[Furniture]) -> Iterator[Line]:
    for sheet, marks in zip(sheets, all_furniture, strict=True):
        yield from (line for line in sheet.lines if marks.region(line) is None)


# --- where runs begin


def _starts(sheets: Sequence[Sheet], all_furniture: Sequence[Furniture]) -> list[int]:
    starts = [0]
    counted = False  # whether a page of this run had a number
    for at, (here, marks) in enumerate(zip(sheets, all_furniture, strict=True)):
        before = sheets[max(at - 1, 0)]
        other_size = max(abs(before.width - here.width), abs(before.height - here.height)) > _SAME_SIDE
        if at and (other_size or _begins_again(all_furniture, at)):
            starts.append(at)
            counted = False
        if marks.number is not None and not counted:
            # A 2 on the third page of a run: the second page began anew and hid its 1.
            first = at - marks.number + 1
            if starts[-1] < first <= at:
                starts.append(first)
            counted = True
    return starts


def _begins_again(all_furniture: Sequence[Furniture], at: int) -> bool:
    """Return whether the numbers do not go on here: another number, or none after numbers."""
    number, before = all_furniture[at].number, all_furniture[at - 1].number
    return before is not None and number != before + 1


# --- margins


def _sides(sheets: Sequence[Sheet], all_furniture: Sequence[Furniture]) -> tuple[float, float]:
    """Return where the text begins and ends across: of its long lines, else of all there is."""
    lines = list(_body(sheets, all_furniture))
    tables = [grid for sheet in sheets for grid in sheet.grids if not grid.single]
    columns = [(grid.xs[0], grid.xs[-1]) for grid in tables]
    widest = max((end - start for start, end in (*columns, *_spans(lines))), default=0.0)
    long = [line for line in lines if line.width >= _LONG * widest]
    if not long:
        edges = columns or _spans(lines) or [(0.0, sheets[0].width)]
        return min(start for start, _ in edges), max(end for _, end in edges)
    left = -_outer_edge(sorted(-line.x0 for line in long))
    right = _outer_edge(sorted(line.x1 for line in long))
    # A table may stand out of the text by the padding of its cells; titles alone stand far inside of it.
    left = min([left, *(start for start, _ in columns if start < left - _INSIDE)])
    return left, max([right, *(end for _, end in columns if end > right + _INSIDE)])


def _spans(lines: Iterable[Line]) -> list[tuple[float, float]]:
    return [(line.x0, line.x1) for line in lines]


def _outer_edge(places: Sequence[float]) -> float:
    """Return the farthest place that enough lines reach; of few lines each counts."""
    clusters: list[list[float]] = []
    for place in places:
        if clusters and place - clusters[-1][0] <= _SAME_EDGE:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    most = max(len(cluster) for cluster in clusters)
    needed = max(_BACKED * most, 2) if most >= _MANY else 1
    return next(cluster[-1] for cluster in reversed(clusters) if len(cluster) >= needed)


def section(area: Area) -> SeenSection:
    """Return what a reader measures of an area."""
    sheet = area.sheets[0]
    return SeenSection(
        width=mm(sheet.width) or None,
        height=mm(sheet.height) or None,
        margins=_margins(area),
        measured=True,
        page_number=_page_number(area),
        has_page_number=any(marks.number is not None for marks in area.furniture),
        start=_start(area),
        pages=len(area.sheets),
    )


def _margins(area: Area) -> tuple[float, float, float, float] | None:
    """Return top, right, bottom, left in mm, at the fullest pages; None for pages without text."""
    tops, bottoms = [], []
    for sheet, marks in zip(area.sheets, area.furniture, strict=True):
        lines = list(_body([sheet], [marks]))
        tops += [line.y - ABOVE * line.size for line in lines] + [grid.ys[0] for grid in sheet.grids]
        bottoms += [sheet.height - line.y - BELOW * line.size for line in lines]
        bottoms += [sheet.height - grid.ys[-1] for grid in sheet.grids]
    if not tops:
        return None
    width = area.sheets[0].width
    return mm(min(tops)), mm(width - area.right), mm(min(bottoms)), mm(area.left)


# --- page numbers


def _start(area: Area) -> int | None:
    """Return the number its first page has, printed or not, where the numbers do not simply go on."""
    for at, marks in enumerate(area.furniture):
        if marks.number is not None:
            start = marks.number - at
            return None if start == area.first + 1 else start
    return None


def _page_number(area: Area) -> PageNumber | None:
    lines = [marks.number_line for marks in area.furniture if marks.number_line is not None]
    if not lines:
        return None
    line, sheet = lines[0], area.sheets[0]
    return PageNumber(
        where="top" if line.y < sheet.height / 2 else "bottom",
        align=_number_align(line, area),
        size=line.size,
        bold=line.style[1],
        italic=line.style[2],
        on_first=area.furniture[0].number is not None,
    )


def _number_align(line: Line, area: Area) -> str:
    off = line.centre - (area.left + area.right) / 2
    if abs(off) <= _CENTRED:
        return "center"
    return "right" if off > 0 else "left"
