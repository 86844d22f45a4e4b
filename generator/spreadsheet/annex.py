"""The tables of annexes as a workbook: the head merged as on paper, the row of column numbers, real numbers.

Made of the same Document as the papers, so its numbers are theirs; only what a figure printed becomes a
number, with a format that shows the same digits.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from math import ceil
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties

from generator.document import Align, Bars, BlockKind, Cell, Paragraph, Table, block_runs, plain
from generator.spreadsheet.package import column_letters
from generator.spreadsheet.written import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from generator.document import Annex, Block, Document, Row

_COUNT = re.compile(r"0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*")
_RATE = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*),([0-9]{1,4})")
_FONT = "Times New Roman"
_LINE = Side(style="thin")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WIDTH = 140  # characters: a landscape page of A4 at 11 points
_LETTER = 1.15  # of the width a column is counted in; words do not fill their lines
_LINE_HEIGHT = 15.0  # points
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31


def has_tables(document: Document) -> bool:
    """Return whether any annex has a table."""
    return any(True for _ in _tables(document))


def annex_workbook(document: Document) -> bytes:
    """Return the tables of the annexes, each on a sheet of its own, in their order."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    marks = [mark for mark in (document.page_mark, document.draft_mark) if mark]
    for number, (annex, table, unit, below) in enumerate(_tables(document), 1):
        title = _NOT_IN_TITLES.sub(" ", f"{number}. {annex.label}")[:_LONGEST_TITLE]
        _write(
            workbook.create_sheet(title),
            [*marks, annex.label, annex.title, plain(annex.reference)],
            unit,
            table,
            below,
        )
    return workbook_bytes(workbook, document.properties.title)


def _tables(document: Document) -> Iterator[tuple[Annex, Table, str, list[str]]]:
    """Yield each table with its annex, the line right above it that says the unit, and the lines below it."""
    for annex in document.annexes:
        above = ""
        for index, block in enumerate(annex.blocks):
            if isinstance(block, (Table, Bars)):
                yield annex, _as_table(block), above, _below(annex.blocks[index + 1 :])
            is_unit = isinstance(block, Paragraph) and block.kind is BlockKind.UNIT
            above = plain(block.runs) if is_unit and isinstance(block, Paragraph) else ""


def _as_table(block: Table | Bars) -> Table:
    """Return rates as a table of two columns: of bars a sheet has the numbers."""
    if isinstance(block, Table):
        return block
    head = tuple(Cell(title, Align.CENTER) for title in block.head)
    body = tuple((Cell(bar.label), Cell(bar.number, Align.RIGHT)) for bar in block.bars)
    return Table(block.name, (2, 1), (head,), body)


def _below(blocks: Sequence[Block]) -> list[str]:
    """Return the lines that belong to the table above: its source, what is left out of it."""
    found = takewhile(lambda one: isinstance(one, Paragraph) and one.kind is BlockKind.SOURCE, blocks)
    return [plain(block_runs(block)).replace("\u00a0", " ") for block in found]


def _write(sheet: Worksheet, lines: Sequence[str], unit: str, table: Table, below: Sequence[str]) -> None:
    width = len(table.shares)
    whole = sum(table.shares) or 1
    for column, share in enumerate(table.shares, 1):
        sheet.column_dimensions[column_letters(column)].width = max(round(_WIDTH * share / whole, 1), 5)
    row = 0
    for text in filter(None, (*lines, table.name, unit)):
        row += 1
        _say(sheet, row, 1, text, bold=text not in (unit, lines[-1]))
        sheet.cell(row, 1).alignment = Alignment(
            horizontal="right" if text == unit else "center", wrap_text=True
        )
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    first = row + 2
    row = _rows(sheet, table.head, first, bold=True)
    sheet.freeze_panes = f"A{row}"
    sheet.print_title_rows = f"{first}:{row - 1}"
    row = _rows(sheet, table.body, row, bold=False)
    row = _rows(sheet, table.total, row, bold=True)
    for text in below:
        _say(sheet, row, 1, text, bold=False)
        sheet.cell(row, 1).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        sheet.row_dimensions[row].height = _LINE_HEIGHT * ceil(len(text) * _LETTER / _WIDTH)
        row += 1
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _rows(sheet: Worksheet, rows: Sequence[Row], first: int, *, bold: bool) -> int:
    """Write rows of cells as HTML means them, and return the row below."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows, first):
        column = 1
        for cell in cells:
            while (row, column) in taken:
                column += 1
            strong = bold or (bool(cell.runs) and all(run.bold for run in cell.runs))
            _put(sheet, row, column, cell, bold=strong)
            _make_room(sheet, row, column, cell)
            taken |= {
                (row + down, column + over) for down in range(cell.rows) for over in range(cell.columns)
            }
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(
                    start_row=row,
                    start_column=column,
                    end_row=row + cell.rows - 1,
                    end_column=column + cell.columns - 1,
                )
            column += cell.columns
    return first + len(rows)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, *, bold: bool) -> None:
    text = "" if all(run.blank for run in cell.runs) else plain(cell.runs).replace("\u00a0", " ").strip()
    number, shown = number_of(text) if _is_figure(cell) else (None, "")
    if number is None:
        _say(sheet, row, column, text, bold=bold)
    else:
        number_cell = sheet.cell(row, column, number)
        number_cell.number_format, number_cell.font = shown, Font(name=_FONT, size=11, bold=bold)
    sheet.cell(row, column).alignment = Alignment(
        horizontal=cell.align.value, vertical="center", wrap_text=True
    )
    for down in range(cell.rows):
        for over in range(cell.columns):
            sheet.cell(row + down, column + over).border = _BORDER


def _make_room(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Make a row as high as its text needs: not every program does it by itself."""
    places = range(column, column + cell.columns)
    width = sum(sheet.column_dimensions[column_letters(place)].width for place in places)
    lines = ceil(len(plain(cell.runs)) * _LETTER / max(width, 1)) / cell.rows
    dimension = sheet.row_dimensions[row]
    dimension.height = max(dimension.height or 0, _LINE_HEIGHT * max(lines, 1))


def _is_figure(cell: Cell) -> bool:
    """Return whether a cell prints a figure or counts the rows: nothing else becomes a number."""
    figures = bool(cell.runs) and all((run.source or "").startswith("=") for run in cell.runs)
    return figures or (cell.align is not Align.LEFT and all(run.source is None for run in cell.runs))


def number_of(text: str) -> tuple[int | Decimal | None, str]:
    """Return the number of "3.812" or "88,49" with the format that shows it so; None for anything else."""
    if _COUNT.fullmatch(text):
        return int(text.replace(".", "")), "#,##0"
    if match := _RATE.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", ".")), "#,##0." + "0" * len(match[1])
    return None, ""


def _say(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool) -> None:
    """Put text into a cell: text even if it begins like a formula."""
    at = sheet.cell(row, column)
    if text:
        at.value = text
        at.data_type = "s"  # type: ignore[assignment, unused-ignore]
    at.font = Font(name=_FONT, size=11, bold=bold)
