"""Tables that can be seen: thin lines that cross and close cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.reading.pdf.ink import Letter, Stroke
    from generator.reading.pdf.lines import Cell

_TOUCH = 2.5  # pt: lines that come so near each other meet
_SAME = 1.5  # pt: edges that lie so near each other are one
_MOST_PAIRS = 400_000  # lying times standing lines; more is a drawing, not a table

_MOST_TABLES = 60  # on one page

_Span: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight edge at `place` across its direction, from `start` to `end` along it."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: the places of its columns and rows, and of each small field the cell it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[int, int]]

    @property
    def single(self) -> bool:
        """Whether it is one frame around a text, no table."""
        return len(set(self.cells.values())) == 1

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of the cell at a place, None outside."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self.cells.get((row, column))

    def span(self, cell: tuple[int, int]) -> _Span:
        """Return from where to where a cell reaches across."""
        columns = [column for (_, column), home in self.cells.items() if home == cell]
        return self.xs[min(columns)], self.xs[max(columns) + 1]


def grids(strokes: Sequence[Stroke]) -> tuple[Grid, ...]:
    """Return the tables and frames that the lines make, from top to bottom."""
    lying = _edges((stroke.y, stroke.x0, stroke.x1) for stroke in strokes if stroke.lying)
    standing = _edges((stroke.x, stroke.y0, stroke.y1) for stroke in strokes if not stroke.lying)
    if len(lying) * len(standing) > _MOST_PAIRS:
        return ()
    found = [_grid(rows, columns) for rows, columns in _groups(lying, standing)]
    tables = sorted((grid for grid in found if grid is not None), key=lambda grid: grid.ys[0])
    return tuple(tables) if len(tables) <= _MOST_TABLES else ()


def in_grid(stroke: Stroke, tables: Iterable[Grid]) -> bool:
    """Return whether a line is a part of one of the tables."""
    return any(
        grid.xs[0] - _TOUCH <= stroke.x0
        and stroke.x1 <= grid.xs[-1] + _TOUCH
        and grid.ys[0] - _TOUCH <= stroke.y0
        and stroke.y1 <= grid.ys[-1] + _TOUCH
        and _on_edge(stroke, grid)
        for grid in tables
    )


def _on_edge(stroke: Stroke, grid: Grid) -> bool:
    places = grid.ys if stroke.lying else grid.xs
    place = stroke.y if stroke.lying else stroke.x
    return any(abs(place - edge) <= _SAME for edge in places)


def cell_of(letter: Letter, tables: Sequence[Grid]) -> Cell | None:
    """Return (table, row, column) of the cell in which the middle of a letter stands."""
    x, y = (letter.x0 + letter.x1) / 2, letter.y - 0.3 * letter.look.size
    for number, grid in enumerate(tables):
        cell = grid.cell(x, y)
        if cell is not None:
            return (number, *cell)
    return None


# --- edges: what lies in one line and touches is one


def _edges(parts: Iterable[tuple[float, float, float]]) -> list[Edge]:
    edges: list[Edge] = []
    for line in _clusters(sorted(parts)):
        place = sum(part[0] for part in line) / len(line)
        spans = sorted((start, end) for _, start, end in line)
        edges.extend(Edge(place, start, end) for start, end in _joined(spans))
    return edges


def _clusters(parts: Sequence[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    """Yield the parts that have the same place."""
    cluster: list[tuple[float, float, float]] = []
    for part in parts:
        if cluster and part[0] - cluster[0][0] > _SAME:
            yield cluster
            cluster = []
        cluster.append(part)
    if cluster:
        yield cluster


def _joined(spans: Iterable[_Span]) -> Iterator[_Span]:
    start, end = None, 0.0
    for first, last in spans:
        if start is not None and first <= end + _TOUCH:
            end = max(end, last)
            continue
        if start is not None:
            yield start, end
        start, end = first, last
    if start is not None:
        yield start, end


# --- grids: edges that meet


def _groups(lying: Sequence[Edge], standing: Sequence[Edge]) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Yield the lying and the standing edges that hang together."""
    home = list(range(len(lying) + len(standing)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    for i, row in enumerate(lying):
        for j, column in enumerate(standing):
            if _meet(row, column):
                home[root(i)] = root(len(lying) + j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for i, row in enumerate(lying):
        groups[root(i)][0].append(row)
    for j, column in enumerate(standing):
        groups[root(len(lying) + j)][1].append(column)
    yield from groups.values()


def _meet(row: Edge, column: Edge) -> bool:
    return (
        row.start - _TOUCH <= column.place <= row.end + _TOUCH
        and column.start - _TOUCH <= row.place <= column.end + _TOUCH
    )


def _grid(lying: Sequence[Edge], standing: Sequence[Edge]) -> Grid | None:
    """Return the grid of edges that hang together, None when they close nothing."""
    ys, xs = _places(lying), _places(standing)
    if len(ys) < 2 or len(xs) < 2:
        return None
    walls = [_at(y, lying) for y in ys], [_at(x, standing) for x in xs]
    home: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            across, down = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if row and not _closed(walls[0][row], across):
                home[row, column] = home[row - 1, column]
            elif column and not _closed(walls[1][column], down):
                home[row, column] = home[row, column - 1]
            else:
                home[row, column] = row, column
    return Grid(xs, ys, home)


def _places(edges: Iterable[Edge]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(edge.place for edge in edges):
        if not found or place - found[-1] > _TOUCH:
            found.append(place)
    return tuple(found)


def _at(place: float, edges: Iterable[Edge]) -> list[Edge]:
    return [edge for edge in edges if abs(edge.place - place) <= _TOUCH]


def _closed(walls: Iterable[Edge], at: float) -> bool:
    return any(edge.start <= at <= edge.end for edge in walls)
