"""Tables: which ones are seen as tables, where their cells stand, and what a table style gives the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.look import NO_PARAGRAPH_LOOK, NO_RUN_LOOK, ParagraphLook, RunLook
from generator.reading.word.markup import (
    CELL,
    PPR,
    ROW,
    RPR,
    SDT,
    SDT_CONTENT,
    VAL,
    twips,
    w,
    whole,
)
from generator.reading.word.properties import paragraph_look, run_look
from generator.seen import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from generator.reading.word.styles import Styles
    from generator.reading.word.theme import Theme

_MARGIN = 115.0  # twips at each side of a cell when nothing is said (17.4.42)
_WHOLE = 0.85  # a cell of this share of its row is as good as the whole width
_NEAR_MIDDLE = 0.05
_UPRIGHT = frozenset({"left", "start", "right", "end", "insideV"})
_ACROSS = frozenset({"top", "bottom", "insideH"})
_INSIDE = {"insideV": ("left", "right", "start", "end"), "insideH": ("top", "bottom")}
_NO_LINE = frozenset({"nil", "none"})
_NO_BORDERS: dict[str, bool] = {}
_MOST_COLUMNS = 63
_TEXT, _W, _WIDTH, _SPAN, _CELL_PROPERTIES = w("t"), w("w"), w("tcW"), w("gridSpan"), w("tcPr")
_TABLE_BORDERS, _TABLE_MARGINS = w("tblBorders"), w("tblCellMar")
_CELL_BORDERS, _CELL_MARGINS = w("tcBorders"), w("tcMar")
_WRAPPERS = frozenset({w("customXml"), w("ins"), w("moveTo")})
_FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


class TableLook(NamedTuple):
    """What a table style gives the text of a cell."""

    paragraph: ParagraphLook = NO_PARAGRAPH_LOOK
    run: RunLook = NO_RUN_LOOK


NO_TABLE_LOOK = TableLook()


class CellPlace(NamedTuple):
    """One cell: its w:tc, row and column from 0, side, room for text in twips (0 unknown), look."""

    element: etree._Element
    row: int
    column: int
    side: Side
    room: float
    look: TableLook


class _Cell(NamedTuple):
    """What a w:tc says; `width` in twips, 0 for none."""

    element: etree._Element
    span: int
    width: float
    margins: etree._Element | None
    borders: dict[str, bool]


class _Row(NamedTuple):
    """The cells of a w:tr, and how many columns it leaves out before them."""

    before: int
    cells: list[_Cell]


class Table(NamedTuple):
    """A w:tbl; widths in twips. `visible`: lines make it a table for the reader; without, it sets text."""

    rows: list[_Row]
    grid: list[float]
    style: str | None
    flags: frozenset[str]
    margins: tuple[float, float]
    visible: bool


class Tables:
    """Reads tables; what a table style says is resolved once per style and kind of cell."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._looks: dict[tuple[str | None, tuple[str, ...]], TableLook] = {}

    def read(self, table: etree._Element) -> Table:
        """Return the rows and cells of a table, and what holds for all of them."""
        properties = {child.tag: child for child in _children(table.find(w("tblPr")))}
        named = properties.get(w("tblStyle"))
        style = None if named is None else named.get(VAL)
        chain = self._styles.chain("table", style)
        styled = [item for element in chain if (item := element.find(w("tblPr"))) is not None]
        borders: dict[str, bool] = {}
        margins = (_MARGIN, _MARGIN)
        for source in styled:
            borders |= _lines(source.find(_TABLE_BORDERS))
            margins = _margins(source.find(_TABLE_MARGINS), margins)
        borders |= _lines(properties.get(_TABLE_BORDERS))
        rows = [_row(row) for row in rows_of(table)]
        return Table(
            rows=rows,
            grid=_grid(table),
            style=style,
            flags=_flags(properties.get(w("tblLook"))),
            margins=_margins(properties.get(_TABLE_MARGINS), margins),
            visible=any(_is_ruled(row, borders) for row in rows),
        )

    def cells(self, table: Table, side: Side) -> Iterator[CellPlace]:
        """Yield the cells in reading order; `side` is where the table stands itself."""
        for index, row in enumerate(table.rows):
            sides = [Side.FULL] * len(row.cells) if table.visible else _sides(row, table.grid, side)
            column = row.before
            for position, cell in enumerate(row.cells):
                kinds = _kinds(table.flags, (index, len(table.rows)), (position, len(row.cells)))
                yield CellPlace(
                    cell.element,
                    index,
                    column,
                    sides[position],
                    _room(cell, column, table),
                    self._look(table.style, kinds),
                )
                column += cell.span

    def _look(self, style: str | None, kinds: tuple[str, ...]) -> TableLook:
        key = (style, kinds)
        if key not in self._looks:
            self._looks[key] = self._resolved(style, kinds)
        return self._looks[key]

    def _resolved(self, style: str | None, kinds: tuple[str, ...]) -> TableLook:
        """Lay the parts of a table style over one another, the base style first (17.7.6)."""
        paragraph, run = NO_PARAGRAPH_LOOK, NO_RUN_LOOK
        for element in self._styles.chain("table", style):
            parts = {item.get(w("type")): item for item in element.iterchildren(w("tblStylePr"))}
            for source in (element, *(parts[kind] for kind in kinds if kind in parts)):
                paragraph = paragraph_look(source.find(PPR)).over(paragraph)
                run = run_look(source.find(RPR), self._theme).over(run)
        return TableLook(paragraph, run)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those in content controls too."""
    yield from _inside(table, ROW)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    yield from _inside(row, CELL)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _inside(content, tag)
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _children(element: etree._Element | None) -> Iterable[etree._Element]:
    return () if element is None else element


def _row(row: etree._Element) -> _Row:
    properties = row.find(w("trPr"))
    before = None if properties is None else properties.find(w("gridBefore"))
    return _Row(0 if before is None else whole(before.get(VAL)) or 0, [_cell(cell) for cell in cells_of(row)])


def _cell(cell: etree._Element) -> _Cell:
    span, width, margins, borders = 1, 0.0, None, _NO_BORDERS
    for child in _children(cell.find(_CELL_PROPERTIES)):
        tag = child.tag
        if tag == _SPAN:
            span = max(1, min(_MOST_COLUMNS, whole(child.get(VAL)) or 1))
        elif tag == _WIDTH and child.get(w("type"), "dxa") == "dxa":
            width = twips(child.get(_W)) or 0.0
        elif tag == _CELL_BORDERS:
            borders = _lines(child)
        elif tag == _CELL_MARGINS:
            margins = child
    return _Cell(cell, span, width, margins, borders)


def _lines(borders: etree._Element | None) -> dict[str, bool]:
    if borders is None:
        return {}
    return {edge.tag.partition("}")[2]: edge.get(VAL, "nil") not in _NO_LINE for edge in borders}


def _is_ruled(row: _Row, table: dict[str, bool]) -> bool:
    """Return whether lines stand beside cells of a row, or below or above all of them.

    One line across a single cell does not make a table: it is a rule under the text of that cell.
    """
    edges = [_edges(cell, table) for cell in row.cells]
    if any(not _UPRIGHT.isdisjoint(drawn) for drawn in edges):
        return True
    return len(edges) > 1 and not any(_ACROSS.isdisjoint(drawn) for drawn in edges)


def _edges(cell: _Cell, table: dict[str, bool]) -> set[str]:
    """Return the edges of a cell that are drawn; what the cell says goes before what the table says."""
    own = cell.borders
    drawn = {edge for edge, is_drawn in (table | own).items() if is_drawn}
    for inside, sides in _INSIDE.items():
        if sum(own.get(side) is False for side in sides) > 1:
            drawn.discard(inside)
    return drawn


def _grid(table: etree._Element) -> list[float]:
    grid = table.find(w("tblGrid"))
    return [] if grid is None else [twips(item.get(_W)) or 0.0 for item in grid.iterchildren(w("gridCol"))]


def _room(cell: _Cell, column: int, table: Table) -> float:
    """Return the width of a cell between its margins, 0 when the file does not say."""
    width = sum(table.grid[column : column + cell.span]) or cell.width
    left, right = _margins(cell.margins, table.margins)
    return max(0.0, width - left - right) if width else 0.0


def _margins(margins: etree._Element | None, default: tuple[float, float]) -> tuple[float, float]:
    if margins is None:
        return default
    found = {edge.tag.partition("}")[2]: twips(edge.get(_W)) for edge in margins}
    left, right = found.get("left", found.get("start")), found.get("right", found.get("end"))
    return (default[0] if left is None else left, default[1] if right is None else right)


def _sides(row: _Row, grid: list[float], side: Side) -> list[Side]:
    """Return where each cell of a row stands; of two with text one is left, one right."""
    cells = row.cells
    if len(cells) == 1:
        return [side]
    spoken = [index for index, cell in enumerate(cells) if next(cell.element.iter(_TEXT), None) is not None]
    pair = spoken if len(spoken) == 2 else [0, 1] if len(cells) == 2 else []
    sides = _by_place(row, grid, side)
    if pair and Side.FULL not in {sides[index] for index in pair}:
        sides[pair[0]], sides[pair[1]] = Side.LEFT, Side.RIGHT
    return sides


def _by_place(row: _Row, grid: list[float], side: Side) -> list[Side]:
    column, sides, total = row.before, [], sum(grid)
    for index, cell in enumerate(row.cells):
        if total:
            share = sum(grid[column : column + cell.span]) / total
            centre = sum(grid[:column]) / total + share / 2
        else:
            share, centre = 1 / len(row.cells), (index + 0.5) / len(row.cells)
        sides.append(side if share >= _WHOLE else _side_at(centre))
        column += cell.span
    return sides


def _side_at(centre: float) -> Side:
    if abs(centre - 0.5) < _NEAR_MIDDLE:
        return Side.MIDDLE
    return Side.LEFT if centre < 0.5 else Side.RIGHT


def _flags(look: etree._Element | None) -> frozenset[str]:
    """Return which special rows and columns the table asks its style for."""
    if look is None:
        return frozenset({"noHBand", "noVBand"})
    try:
        mask = int(look.get(VAL, "0"), 16)
    except ValueError:
        mask = 0
    said = {name: look.get(w(name)) for name in _FLAGS}
    return frozenset(
        name
        for name, bit in _FLAGS.items()
        if (said[name] in {"1", "true", "on"} if said[name] is not None else mask & bit)
    )


def _kinds(flags: frozenset[str], row: tuple[int, int], column: tuple[int, int]) -> tuple[str, ...]:
    """Return the parts of a table style for a cell, the weakest first; places are (index, count)."""
    kinds: list[str] = []
    first_row, last_row = row[0] == 0, row[0] == row[1] - 1
    first_column, last_column = column[0] == 0, column[0] == column[1] - 1
    if "noVBand" not in flags:
        kinds.append("band2Vert" if (column[0] - ("firstColumn" in flags)) % 2 else "band1Vert")
    if "noHBand" not in flags:
        kinds.append("band2Horz" if (row[0] - ("firstRow" in flags)) % 2 else "band1Horz")
    if last_column and "lastColumn" in flags:
        kinds.append("lastCol")
    if first_column and "firstColumn" in flags:
        kinds.append("firstCol")
    if last_row and "lastRow" in flags:
        kinds.append("lastRow")
    if first_row and "firstRow" in flags:
        kinds.append("firstRow")
    return tuple(kinds)
