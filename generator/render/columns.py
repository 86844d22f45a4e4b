"""The columns of a table: widths that keep every word whole.

A column gets its share of the width, but never less than its longest word needs; what it takes more
is taken from the wider ones. A table that cannot hold its words at its usual size goes down in size.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

from generator.document import Run, plain
from generator.measure import MM_PER_POINT, TWIPS_PER_MM, pieces, text_width, whole_words
from generator.render.grid import Place, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.document import Align, Row, Runs, Table
    from generator.layout import Layout

_NUMBER_CELL = re.compile(r"\(\d+\)")
_FORMULA_PART = re.compile(r"(?<=[=+/])(?=\()")
_ROUNDING = 0.1  # mm: a width in twips may be this much shorter than computed
_HEAVIEST = 0.6  # no column may claim more of the table than this because of one long word


@dataclass(frozen=True, slots=True)
class GridCell:
    """One place of a table, width in twips; `lines` are several only where a line must end.

    `merge` is "restart" or "continue" for a cell over rows; a continuing cell has no text.
    """

    lines: tuple[Runs, ...]
    width: int
    align: Align
    columns: int = 1
    rows: int = 1
    merge: str = ""


GridRow: TypeAlias = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table ready to print; widths in twips, sizes in points, None where they are the usual ones.

    `numbers` are the rows of the head that number the columns: (1), (2), (3)=(4)+(5). `last` is the last
    row of the body: it stays with what follows, so that no total and no source line stands alone.
    """

    name: str
    widths: tuple[int, ...]
    size: float | None
    number_size: float | None
    head: tuple[GridRow, ...]
    numbers: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    last: tuple[GridRow, ...]
    total: tuple[GridRow, ...]
    kind: str = "table"


def is_number_row(row: Row) -> bool:
    """Return whether a row of the head numbers the columns."""
    texts = [text for cell in row if (text := plain(cell.runs).strip())]
    return bool(texts) and all(_NUMBER_CELL.match(text) for text in texts)


def set_table(table: Table, layout: Layout, width: int) -> SetTable:
    """Give a table its widths (together exactly `width` twips), its size and its grid."""
    parts = _Parts.of(table)
    size, minimums = _fitting_size(parts, layout, width / TWIPS_PER_MM)
    number_size = min(size, layout.sizes.column_number)
    widths = in_twips(_filled(table.shares, minimums, width / TWIPS_PER_MM), width)
    inner = round(_inner(layout) * TWIPS_PER_MM)
    body = _cells(parts.body, widths)
    numbers = [[_cell(place, widths, number_size, inner) for place in row] for row in parts.numbers]
    return SetTable(
        name=table.name,
        widths=widths,
        size=size if size != layout.sizes.table else None,
        number_size=number_size if number_size != layout.sizes.column_number else None,
        head=_cells(parts.head, widths),
        numbers=tuple(tuple(row) for row in numbers),
        body=body[:-1],
        last=body[-1:],
        total=_cells(parts.total, widths),
    )


def in_twips(lengths: Sequence[float], total: int) -> tuple[int, ...]:
    """Round lengths so that they are together exactly `total` twips."""
    scale = total / sum(lengths)
    edges = [round(edge * scale) for edge in accumulate(lengths, initial=0.0)]
    return tuple(end - start for start, end in pairwise(edges))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The places of a table, part by part; a row of column numbers spans no rows."""

    columns: int
    head: list[list[Place]]
    numbers: list[list[Place]]
    body: list[list[Place]]
    total: list[list[Place]]

    @classmethod
    def of(cls, table: Table) -> _Parts:
        head = [row for row in table.head if not is_number_row(row)]
        numbers = [row for row in table.head if is_number_row(row)]
        columns = len(table.shares)
        return cls(columns, places(head), places(numbers), places(table.body), places(table.total))


def _inner(layout: Layout) -> float:
    """Return what a column loses to padding and border, mm."""
    return 2 * layout.table.padding + layout.table.border * MM_PER_POINT + _ROUNDING


def _fitting_size(parts: _Parts, layout: Layout, width: float) -> tuple[float, list[float]]:
    """Return the largest size at which every word fits its column, and the columns' least widths."""
    size = layout.sizes.table
    minimums = _minimums(parts, layout, size)
    while sum(minimums) > width and size - 1 >= layout.table.smallest:
        size -= 1
        minimums = _minimums(parts, layout, size)
    whole = _minimums(parts, layout, size, whole_words)
    if sum(whole) <= width:  # a symbol stays whole where the table has room for it at this size
        return size, whole
    if sum(minimums) > width:  # words longer than a page is wide: they are cut where the cell ends
        capped = [min(least, _HEAVIEST * width) for least in minimums]
        excess = max(sum(capped) / width, 1)
        minimums = [least / excess for least in capped]
    return size, minimums


def _minimums(
    parts: _Parts, layout: Layout, size: float, words_of: Callable[[str], list[str]] = pieces
) -> list[float]:
    """Return for each column the width in mm that its longest word needs."""
    longest: defaultdict[tuple[int, int], float] = defaultdict(float)
    number_size = min(size, layout.sizes.column_number)
    for rows, points, bold, split in (
        (parts.head, size, True, pieces),
        (parts.numbers, number_size, False, _FORMULA_PART.split),
        (parts.body, size, False, words_of),
        (parts.total, size, True, words_of),
    ):
        for where, texts in _texts(rows).items():
            words = {word.strip() for text in texts for word in split(text)}
            needed = max(text_width(word, points, bold=bold) for word in words | {""})
            longest[where] = max(longest[where], needed)
    return _shared(longest, parts.columns, _inner(layout))


def _texts(rows: Iterable[list[Place]]) -> dict[tuple[int, int], set[str]]:
    """Return the different texts by first column and number of columns covered."""
    texts: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for row in rows:
        for place in row:
            texts[place.column, place.cell.columns].add(plain(place.cell.runs))
    return texts


def _shared(longest: dict[tuple[int, int], float], columns: int, inner: float) -> list[float]:
    """Return the least widths; a cell over several columns needs them together."""
    minimums = [longest.get((column, 1), 0.0) + inner for column in range(columns)]
    for (column, count), needed in sorted(longest.items()):
        lacking = (needed + inner - sum(minimums[column : column + count])) / count
        for index in range(column, column + count):
            minimums[index] += max(lacking, 0)
    return minimums


def _filled(shares: Sequence[float], minimums: Sequence[float], width: float) -> list[float]:
    """Share out the width; a column below its least width gets that, the others share the rest."""
    fixed: set[int] = set()
    while True:
        rest = width - sum(minimums[index] for index in fixed)
        whole = sum(share for index, share in enumerate(shares) if index not in fixed)
        widths = [
            minimums[index] if index in fixed else rest * share / whole for index, share in enumerate(shares)
        ]
        low = {index for index, least in enumerate(minimums) if widths[index] < least - 1e-9}
        if not low or len(low | fixed) == len(widths):
            return widths if not low else list(minimums)
        fixed |= low


def _cells(rows: Iterable[list[Place]], widths: Sequence[int]) -> tuple[GridRow, ...]:
    return tuple(tuple(_cell(place, widths) for place in row) for row in rows)


def _cell(place: Place, widths: Sequence[int], size: float = 0, inner: int = 0) -> GridCell:
    """Return the cell of a place; with a size its formula is broken into lines that fit the width."""
    cell = place.cell
    width = sum(widths[place.column : place.column + cell.columns])
    lines: tuple[Runs, ...] = (cell.runs,)
    if place.merge == "continue":
        lines = ((),)
    elif size:
        lines = _formula_lines(cell.runs, (width - inner) / TWIPS_PER_MM, size)
    return GridCell(lines, width, cell.align, cell.columns, cell.rows, place.merge)


def _formula_lines(runs: Runs, width: float, size: float) -> tuple[Runs, ...]:
    """Break (3)=(4)+(5)+(6) after a sign, so that Word and PDF break it alike."""
    lines: list[str] = []
    for part in _FORMULA_PART.split(plain(runs)):
        if lines and text_width(lines[-1] + part, size) <= width + _ROUNDING:
            lines[-1] += part
        else:
            lines.append(part)
    return tuple((Run(line),) for line in lines) if len(lines) > 1 else (runs,)
