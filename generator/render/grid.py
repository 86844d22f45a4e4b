"""Where the cells of a table stand: every covered place has an entry, as Word stores tables.

A `Cell` covers columns and rows as HTML means it; Word wants, in each later row of a cell over rows,
a continuing cell. Both are made from the places given here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document import Cell, Row


@dataclass(frozen=True, slots=True)
class Place:
    """A cell at its first column; `merge` is "restart" or "continue" for a cell over rows, else empty."""

    cell: Cell
    column: int
    merge: str = ""


def places(rows: Sequence[Row]) -> list[list[Place]]:
    """Return the places of each row from left to right, continuing cells among them."""
    result: list[list[Place]] = []
    above: dict[int, tuple[Cell, int]] = {}  # first column -> cell over rows, rows still to come
    for row in rows:
        placed: list[Place] = []
        below: dict[int, tuple[Cell, int]] = {}
        cells = list(reversed(row))
        column = 0
        while cells or column in above:
            if column in above:
                cell, left = above[column]
                merge = "continue"
            else:
                cell = cells.pop()
                left = cell.rows
                merge = "restart" if cell.rows > 1 else ""
            if left > 1:
                below[column] = (cell, left - 1)
            placed.append(Place(cell, column, merge))
            column += cell.columns
        result.append(placed)
        above = below
    return result
