"""Tables that go on overleaf: one table, its repeated head told once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.seen import Region

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.reading.pdf.blocks import Block
    from generator.reading.pdf.sheets import Sheet
    from generator.reading.pdf.tables import Grid

_SAME_EDGE = 2.5  # pt
_HEAD_ROWS = 6
_EDGES = frozenset({Region.HEADER, Region.FOOTER})

_Row: TypeAlias = tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Table:
    """A table that may go on: its number, its columns, how many rows it has, the texts of its first rows."""

    number: int
    edges: tuple[float, ...]
    rows: int
    head: list[_Row]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a grid of a page belongs: the table's number, what is added to its rows, repeated head rows."""

    number: int
    added: int = 0
    repeated: int = 0


def numbered(pages: Sequence[tuple[Sheet, list[Block]]]) -> list[list[Block]]:
    """Return the blocks of all pages with their tables counted through the paper, from 0."""
    found: list[list[Block]] = []
    last: _Table | None = None
    count = 0
    for sheet, blocks in pages:
        places: dict[int, _Place] = {}
        for at, grid in enumerate(sheet.grids):
            texts = _rows(blocks, at)
            if last is not None and not places and _goes_on(last, grid, blocks, at):
                repeated = _repeated(last.head, texts)
                places[at] = _Place(last.number, last.rows - repeated, repeated)
                last.rows += len(grid.ys) - 1 - repeated
            elif texts:
                places[at] = _Place(count)
                last = _Table(count, grid.xs, len(grid.ys) - 1, texts[:_HEAD_ROWS])
                count += 1
        found.append(_moved(blocks, places))
        if not blocks or not _ends_with_table(blocks):
            last = None
    return found


def _rows(blocks: Sequence[Block], at: int) -> list[_Row]:
    """Return the texts of the rows of a grid with their columns, from the top."""
    rows: dict[int, dict[int, str]] = {}
    for block in blocks:
        if block.cell is not None and block.cell[0] == at:
            row = rows.setdefault(block.cell[1], {})
            words = " ".join(line.text for line in block.lines)
            row[block.cell[2]] = f"{row.get(block.cell[2], '')} {words}"
    return [tuple(sorted(row.items())) for _, row in sorted(rows.items())]


def _goes_on(table: _Table, grid: Grid, blocks: Sequence[Block], at: int) -> bool:
    """Return whether a grid is the first thing on its page and has the columns of the table before."""
    first = next((block for block in blocks if block.region not in _EDGES), None)
    if first is None or first.cell is None or first.cell[0] != at or len(grid.xs) != len(table.edges):
        return False
    return all(abs(x - edge) <= _SAME_EDGE for x, edge in zip(grid.xs, table.edges, strict=True))


def _repeated(head: Sequence[_Row], texts: Sequence[_Row]) -> int:
    count = 0
    while count < min(len(head), len(texts)) and head[count] == texts[count]:
        count += 1
    return count


def _ends_with_table(blocks: Sequence[Block]) -> bool:
    body = [block for block in blocks if block.region not in _EDGES]
    return bool(body) and body[-1].cell is not None


def _moved(blocks: Sequence[Block], places: Mapping[int, _Place]) -> list[Block]:
    """Return the blocks with the cells of each grid where they belong, without repeated heads."""
    kept = []
    for block in blocks:
        if block.cell is None:
            kept.append(block)
            continue
        at, row, column = block.cell
        place = places[at]
        if row >= place.repeated:
            kept.append(replace(block, cell=(place.number, row + place.added, column)))
    return kept
