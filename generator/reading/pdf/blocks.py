"""What stands on the pages in reading order: paragraphs, columns beside each other, cells of tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.reading.pdf.columns import placed, rows
from generator.reading.pdf.measures import Measures, measured
from generator.reading.pdf.paragraphs import Column, continues, paragraphs, side_column, usual_pitch
from generator.seen import Region, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.reading.pdf.areas import Area
    from generator.reading.pdf.furniture import Furniture
    from generator.reading.pdf.lines import Cell, Line
    from generator.reading.pdf.sheets import Sheet
    from generator.reading.pdf.tables import Grid

_RIGHT_PART = 0.4  # of the text's width: what begins behind that, and is no title, stands at the right
_EDGES = frozenset({Region.HEADER, Region.FOOTER})


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one paragraph with their column; `above` is the line before it in that column."""

    lines: tuple[Line, ...]
    column: Column
    region: Region = Region.BODY
    cell: Cell | None = None
    above: Line | None = None

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return self.lines[0].top

    def measured(self) -> Measures:
        """Return its indents and spaces."""
        return measured(self.lines, self.column, self.above)


def blocks(area: Area, pitch: float) -> list[list[Block]]:
    """Return the blocks of each page of an area; a paragraph that goes on overleaf stands where it begins."""
    column = Column(area.left, area.right, pitch=pitch)
    pages = [_page(sheet, marks, column) for sheet, marks in zip(area.sheets, area.furniture, strict=True)]
    before = pages[0]
    for page in pages[1:]:
        _join_overleaf(before, page)
        if any(block.region not in _EDGES for block in page):
            before = page
    return pages


def area_pitch(area: Area, lines: Iterable[Line]) -> float:
    """Return the usual distance of the lines of an area."""
    return usual_pitch(lines, Column(area.left, area.right))


def _page(sheet: Sheet, marks: Furniture, column: Column) -> list[Block]:
    heads = [line for line in sheet.lines if marks.region(line) is Region.HEADER]
    feet = [line for line in sheet.lines if marks.region(line) is Region.FOOTER]
    lines = [line for line in sheet.lines if marks.region(line) is None]
    groups = [*_text(lines, column, sheet), *_tables(sheet)]
    groups.sort(key=lambda group: min(block.top for block in group))
    return [
        *(Block((line,), column, Region.HEADER) for line in heads),
        *(block for group in groups for block in group),
        *(Block((line,), column, Region.FOOTER) for line in feet),
    ]


# --- running text and columns beside each other


def _text(lines: Sequence[Line], column: Column, sheet: Sheet) -> Iterator[list[Block]]:
    """Yield groups of blocks: each paragraph by itself, what stands side by side together."""
    entries = placed(lines, sheet.strokes)
    for zone, group in groupby(entries, key=lambda entry: entry.zone):
        members = list(group)
        if zone is None:
            yield from _whole_width([entry.line for entry in members], column, sheet.grids)
            continue
        found: list[Block] = []
        for side in (Side.LEFT, Side.MIDDLE, Side.RIGHT):
            own = sorted((e.line for e in members if e.side is side), key=lambda line: line.y)
            if own:
                found.extend(_in_column(own, side_column(own, side, column.pitch)))
        yield _by_bands(found)


def _whole_width(lines: Sequence[Line], column: Column, tables: Sequence[Grid]) -> Iterator[list[Block]]:
    """Yield the paragraphs of the whole width, and what stands alone at the right: a signature."""
    for alone, group in groupby(lines, key=lambda line: _alone_at_right(line, column)):
        own = list(group)
        place = side_column(own, Side.RIGHT, column.pitch) if alone else column
        for block in _in_column(own, place, tables):
            yield [block]


def _alone_at_right(line: Line, column: Column) -> bool:
    inset = line.x0 - column.left >= _RIGHT_PART * (column.right - column.left)
    return inset and not column.centred(line) and not column.set_right(line)


def _in_column(lines: Sequence[Line], column: Column, tables: Sequence[Grid] = ()) -> Iterator[Block]:
    above: Line | None = None
    for paragraph in paragraphs(lines, column):
        first = paragraph[0]
        apart = above is not None and any(above.y < grid.ys[0] < first.y for grid in tables)
        yield Block(tuple(paragraph), column, above=None if apart else above)
        above = paragraph[-1]


def _by_bands(found: Sequence[Block]) -> list[Block]:
    """Return blocks side by side row by row: what stands above a common gap first, from left to right."""
    ordered: list[Block] = []
    band: list[Block] = []
    bottom = 0.0
    for block in sorted(found, key=lambda block: block.top):
        if band and block.top > bottom + 0.4 * block.lines[0].size:
            ordered.extend(sorted(band, key=_left_first))
            band = []
        bottom = max(bottom if band else 0.0, block.lines[-1].bottom)
        band.append(block)
    return [*ordered, *sorted(band, key=_left_first)]


def _left_first(block: Block) -> tuple[int, float]:
    return (Side.LEFT, Side.MIDDLE, Side.RIGHT).index(block.column.side), block.top


# --- tables


def _tables(sheet: Sheet) -> Iterator[list[Block]]:
    cells: dict[Cell, list[Line]] = {}
    for line in sheet.cells:
        if line.cell is not None:
            cells.setdefault(line.cell, []).append(line)
    for _, group in groupby(sorted(cells), key=lambda cell: cell[0]):
        found = [block for cell in group for block in _cell(cell, cells[cell], sheet.grids[cell[0]])]
        yield found


def _cell(cell: Cell, lines: Sequence[Line], grid: Grid) -> Iterator[Block]:
    left, right = grid.span((cell[1], cell[2]))
    column = Column(left, right, cell=True)
    region = Region.BOX if grid.single else Region.CELL
    for block in _in_column(rows(lines), column):
        yield replace(block, region=region, cell=None if grid.single else cell)


# --- overleaf


def _join_overleaf(before: list[Block], page: list[Block]) -> None:
    """Move the lines that go on with the last paragraph of a page to it."""
    ends = [at for at, block in enumerate(before) if block.region is not Region.FOOTER]
    begins = [at for at, block in enumerate(page) if block.region is not Region.HEADER]
    if not ends or not begins:
        return
    last, first = before[ends[-1]], page[begins[0]]
    if _plain(last) and _plain(first) and _goes_on(last, first):
        before[ends[-1]] = replace(last, lines=(*last.lines, *first.lines))
        del page[begins[0]]


def _plain(block: Block) -> bool:
    return block.region is Region.BODY and block.column.side is Side.FULL


def _goes_on(last: Block, first: Block) -> bool:
    line = first.lines[0]
    return (
        last.lines[-1].rule is None
        and abs(last.lines[-1].size - line.size) <= 0.1
        and not last.lines[-1].text.endswith("./.")
        and not first.column.centred(line)
        and continues(last.lines, line, last.column)
    )
