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
    from collections.abc import Iterator

    from lxml import etree

    from generator.reading.word.styles import Styles
    from generator.reading.word.theme import Theme

_MARGIN = 115.0  # twips at each side of a cell when nothing is said (17.4.42)
_WHOLE = 0.85  # a cell of this share of its row is as good as the whole width
_NEAR_MIDDLE = 0.05
_UPRIGHT = ("left", "start", "right", "end", "insideV")
_ACROSS = ("top", "bottom", "insideH")
_NO_LINE = frozenset({"nil", "none"})
_TEXT = w("t")
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


class Tables:
    """Reads tables; what a table style says is resolved once per style and kind of cell."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._looks: dict[tuple[str | None, tuple[str, ...]], TableLook] = {}

    def is_visible(self, table: etree._Element) -> bool:
        """Return whether lines make it a table for the reader; without them it only sets text side by side.

        One line across a single cell does not: it is a rule under the text of that cell.
        """
        borders = self._borders(table)
        for row in rows_of(table):
            cells = [_edges(cell, borders) for cell in cells_of(row)]
            if any(edge in _UPRIGHT for edges in cells for edge in edges):
                return True
            if cells and len(cells) > 1 and all(any(edge in _ACROSS for edge in edges) for edges in cells):
                return True
        return False

    def cells(self, table: etree._Element, side: Side) -> Iterator[CellPlace]:
        """Yield the cells in reading order; `side` is where the table stands itself."""
        grid = _grid(table)
        style = _style_of(table)
        margin = _margins(table.find(w("tblPr")), _style_margins(self._styles.chain("table", style)))
        flags = _flags(table)
        rows = list(rows_of(table))
        for index, row in enumerate(rows):
            cells = list(cells_of(row))
            sides = _sides(row, cells, grid, side)
            column = _before(row)
            for position, cell in enumerate(cells):
                span = _span(cell)
                kinds = _kinds(flags, (index, len(rows)), (position, len(cells)))
                room = _room(cell, grid[column : column + span], margin)
                yield CellPlace(cell, index, column, sides[position], room, self._look(style, kinds))
                column += span

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

    def _borders(self, table: etree._Element) -> dict[str, bool]:
        """Return for each edge whether the table as a whole draws it."""
        drawn: dict[str, bool] = {}
        for element in self._styles.chain("table", _style_of(table)):
            drawn |= _lines(_found(element, "tblPr", "tblBorders"))
        return drawn | _lines(_found(table, "tblPr", "tblBorders"))


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
        elif child.tag in {w("customXml"), w("ins"), w("moveTo")}:
            yield from _inside(child, tag)


def _style_of(table: etree._Element) -> str | None:
    found = _found(table, "tblPr", "tblStyle")
    return None if found is None else found.get(VAL)


def _found(element: etree._Element, *names: str) -> etree._Element | None:
    inner: etree._Element | None = element
    for name in names:
        inner = None if inner is None else inner.find(w(name))
    return inner


def _lines(borders: etree._Element | None) -> dict[str, bool]:
    found = borders if borders is not None else ()
    return {edge.tag.partition("}")[2]: edge.get(VAL, "nil") not in _NO_LINE for edge in found}


def _edges(cell: etree._Element, table: dict[str, bool]) -> set[str]:
    """Return the edges of a cell that are drawn; what the cell says goes before what the table says."""
    drawn = table | _lines(_found(cell, "tcPr", "tcBorders"))
    own = _lines(_found(cell, "tcPr", "tcBorders"))
    inside = {"insideV": ("left", "right", "start", "end"), "insideH": ("top", "bottom")}
    for edge, sides in inside.items():
        if drawn.get(edge) and sum(own.get(side) is False for side in sides) > 1:
            drawn[edge] = False
    return {edge for edge, is_drawn in drawn.items() if is_drawn}


def _grid(table: etree._Element) -> list[float]:
    grid = table.find(w("tblGrid"))
    return (
        [twips(item.get(w("w"))) or 0.0 for item in grid.iterchildren(w("gridCol"))]
        if grid is not None
        else []
    )


def _before(row: etree._Element) -> int:
    found = _found(row, "trPr", "gridBefore")
    return 0 if found is None else whole(found.get(VAL)) or 0


def _span(cell: etree._Element) -> int:
    found = _found(cell, "tcPr", "gridSpan")
    return max(1, min(63, (None if found is None else whole(found.get(VAL))) or 1))


def _room(cell: etree._Element, grid: list[float], margin: tuple[float, float]) -> float:
    """Return the width of a cell between its margins, 0 when the file does not say."""
    width = sum(grid)
    own = _found(cell, "tcPr", "tcW")
    if not width and own is not None and own.get(w("type"), "dxa") == "dxa":
        width = twips(own.get(w("w"))) or 0.0
    left, right = _margins(cell.find(w("tcPr")), margin, "tcMar")
    return max(0.0, width - left - right) if width else 0.0


def _style_margins(chain: list[etree._Element]) -> tuple[float, float]:
    margins = (_MARGIN, _MARGIN)
    for element in chain:
        margins = _margins(element.find(w("tblPr")), margins)
    return margins


def _margins(
    properties: etree._Element | None, default: tuple[float, float], name: str = "tblCellMar"
) -> tuple[float, float]:
    margins = None if properties is None else properties.find(w(name))
    if margins is None:
        return default
    found = {edge.tag.partition("}")[2]: twips(edge.get(w("w"))) for edge in margins}
    left, right = found.get("left", found.get("start")), found.get("right", found.get("end"))
    return (default[0] if left is None else left, default[1] if right is None else right)


def _sides(row: etree._Element, cells: list[etree._Element], grid: list[float], side: Side) -> list[Side]:
    """Return where each cell of a row stands; of two with text one is left, one right."""
    spoken = [index for index, cell in enumerate(cells) if next(cell.iter(_TEXT), None) is not None]
    if len(cells) == 1:
        return [side]
    pair = spoken if len(spoken) == 2 else [0, 1] if len(cells) == 2 else []
    sides = _by_place(row, cells, grid, side)
    if pair and Side.FULL not in {sides[index] for index in pair}:
        sides[pair[0]], sides[pair[1]] = Side.LEFT, Side.RIGHT
    return sides


def _by_place(row: etree._Element, cells: list[etree._Element], grid: list[float], side: Side) -> list[Side]:
    column, sides = _before(row), []
    total = sum(grid)
    for index, cell in enumerate(cells):
        span = _span(cell)
        if total:
            share = sum(grid[column : column + span]) / total
            centre = sum(grid[:column]) / total + share / 2
        else:
            share, centre = 1 / len(cells), (index + 0.5) / len(cells)
        sides.append(side if share >= _WHOLE else _side_at(centre))
        column += span
    return sides


def _side_at(centre: float) -> Side:
    if abs(centre - 0.5) < _NEAR_MIDDLE:
        return Side.MIDDLE
    return Side.LEFT if centre < 0.5 else Side.RIGHT


def _flags(table: etree._Element) -> frozenset[str]:
    """Return which special rows and columns the table asks its style for."""
    look = _found(table, "tblPr", "tblLook")
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
