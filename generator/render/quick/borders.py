"""The grid of a table: a line from end to end where WeasyPrint draws a piece for each cell.

Not the same bytes, but the same ink: pieces that touch, of one width and colour, are one line. A table of
1,000 rows has 27 pieces a row, each an object of its own for whoever reads the file.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.draw import draw_collapsed_borders as _original
from weasyprint.draw.border import draw_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_Border = tuple[str, float, Any]
"""Style, width and colour."""


class _Grid(NamedTuple):
    """The lines of a table on one page: where its columns and rows begin and end, what is drawn between."""

    columns: list[float]
    rows: list[float]
    vertical: list[list[_Border]]
    """By row and by line between columns."""
    horizontal: list[list[_Border]]
    """By line between rows and by column; the first and last are no lines where the table is cut there."""


def draw_collapsed_borders(stream: Any, table: Any) -> None:
    """Draw the borders of a table; those that are not all of one solid look are left to WeasyPrint."""
    grid = _grid(table)
    look = _one_look(grid) if grid else None
    if grid is None or look is None:
        _original(stream, table)
        return
    style, width, color = look
    half = width / 2
    for x1, y1, x2, y2 in _lines(grid, half):
        with stream.artifact(), stream.stacked():
            draw_line(stream, x1, y1, x2, y2, width, style, color)


def _grid(table: Any) -> _Grid | None:
    """Return the lines of the part of a table that is on this page; None of an empty or unusual one."""
    rows = [row for group in table.children for row in group.children]
    if not rows or not table.column_widths or (table.children and table.children[-1].is_footer):
        return None
    if table.skip_cell_border_top or table.skip_cell_border_bottom:  # a row goes on over the page
        return None
    header = len(table.children[0].children) if table.children[0].is_header else 0
    skipped = table.skipped_rows - header if table.skipped_rows else 0
    vertical, horizontal = table.collapsed_border_grid
    columns = [*table.column_positions, table.column_positions[-1] + table.column_widths[-1]]
    edges = [*(row.position_y for row in rows), rows[-1].position_y + rows[-1].height]
    return _Grid(
        columns,
        edges,
        [_looks(vertical[y if y < header else y + skipped]) for y in range(len(rows))],
        [_looks(horizontal[y if header and y <= header else y + skipped]) for y in range(len(rows) + 1)],
    )


def _looks(borders: Any) -> list[_Border]:
    return [border for _score, border in borders]


def _one_look(grid: _Grid) -> _Border | None:
    """Return the one look of all lines that are seen, None when there are several or it is not solid."""
    seen = _seen(grid)
    look = next(seen, None)
    return look if look and look[0] == "solid" and all(other == look for other in seen) else None


def _seen(grid: _Grid) -> Iterator[_Border]:
    for lines in (grid.vertical, grid.horizontal):
        for line in lines:
            yield from filter(_is_seen, line)


def _is_seen(border: _Border) -> bool:
    return bool(border[1] and border[2].alpha)


def _lines(grid: _Grid, half: float) -> Iterator[tuple[float, float, float, float]]:
    """Yield the lines, those across first; each reaches to the outer edge of the lines it ends at."""
    across = [[_is_seen(border) for border in line] for line in grid.horizontal]
    along = [[_is_seen(line[x]) for line in grid.vertical] for x in range(len(grid.columns))]
    for y, seen in enumerate(across):
        for start, end in _runs(seen):
            left = half if _touches(along[start], y) else 0
            right = half if _touches(along[end], y) else 0
            yield grid.columns[start] - left, grid.rows[y], grid.columns[end] + right, grid.rows[y]
    for x, seen in enumerate(along):
        for start, end in _runs(seen):
            top = half if _touches(across[start], x) else 0
            bottom = half if _touches(across[end], x) else 0
            yield grid.columns[x], grid.rows[start] - top, grid.columns[x], grid.rows[end] + bottom


def _runs(seen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and the behind-last place of each run of what is seen."""
    for is_seen, group in groupby(range(len(seen)), seen.__getitem__):
        places = list(group)
        if is_seen:
            yield places[0], places[-1] + 1


def _touches(seen: list[bool], place: int) -> bool:
    """Return whether a line of the other direction is seen before or behind a place."""
    return any(seen[max(place - 1, 0) : place + 1])
