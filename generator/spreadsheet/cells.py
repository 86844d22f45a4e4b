"""Sheets as texts: what each cell of a workbook or of a CSV file says, typed the way a clerk would type it.

A number becomes Vietnamese text ("50419", "0,5", "88,49%"), a date "31/3/2026"; what a field makes of the
text is the model's business, as with YAML. Nothing is computed: a formula is its cached value.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode
from generator.spreadsheet.package import column_letters, require_workbook
from generator.wording import nfc, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,  # a part that is no XML
    TypeError,
    ValueError,
    zipfile.BadZipFile,
)

_LONGEST_TEXT = 32_767  # what Excel puts into one cell
# Normalising a long run of combining marks takes time that grows with its square.
_MARKS = re.compile(r"[\u0300-\u036f]{9}")
_QUOTED = re.compile(r'"[^"]*"')


class CellKind(StrEnum):
    """What the file holds in a cell."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (None when empty), and the code of a message when it cannot be taken."""

    kind: CellKind
    text: str | None = None
    code: str = ""


EMPTY = Cell(CellKind.EMPTY)


@dataclass(frozen=True, slots=True)
class Span:
    """A merged area, rows and columns counted from 1, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies in the area."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a CSV file is one without a title."""

    title: str
    cells: Mapping[tuple[int, int], Cell]
    spans: tuple[Span, ...] = ()
    hidden: bool = False

    @property
    def rows(self) -> int:
        """The last row that holds something."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def columns(self) -> int:
        """The last column that holds something."""
        return max((column for _, column in self.cells), default=0)

    def at(self, row: int, column: int) -> Cell:
        """Return the cell itself; one covered by a merged area is empty."""
        return self.cells.get((row, column), EMPTY)

    def span_at(self, row: int, column: int) -> Span | None:
        """Return the merged area over a cell."""
        return next((span for span in self.spans if span.holds(row, column)), None)

    def seen_at(self, row: int, column: int) -> Cell:
        """Return the cell as one sees it: a merged area says the same all over."""
        span = self.span_at(row, column)
        return self.at(span.top, span.left) if span else self.at(row, column)

    def name(self, row: int, column: int) -> str:
        """Return "Biểu!C7", in a CSV file "C7"."""
        cell = f"{column_letters(column)}{row}"
        return f"{self.title}!{cell}" if self.title else cell


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of one file, in their order."""

    sheets: tuple[Sheet, ...] = field(default_factory=tuple)

    def sheet(self, title: str | None) -> Sheet | None:
        """Return the sheet of this title; for none the only one there is."""
        if title is None:
            return self.sheets[0] if len(self.sheets) == 1 else None
        wanted = _folded(title)
        return next((sheet for sheet in self.sheets if _folded(sheet.title) == wanted), None)


def _folded(text: str) -> str:
    return " ".join(nfc(text).casefold().split())


# --- workbooks ---------------------------------------------------------------------------------------


def read_workbook(data: bytes, name: str) -> Workbook:
    """Return the sheets of a workbook; Refused when it is none, is damaged, or may not be opened."""
    require_workbook(data, name)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl would lose if it saved the file
            typed = load_workbook(io.BytesIO(data), keep_links=False)
            shown = load_workbook(io.BytesIO(data), keep_links=False, data_only=True)
            pairs = zip(typed.worksheets, shown.worksheets, strict=True)
            return Workbook(tuple(_sheet(formulas, values) for formulas, values in pairs))
    except _BROKEN as error:
        raise Refused([Diagnostic("sheet-damaged", Place(name))]) from error


def _sheet(formulas: Any, values: Any) -> Sheet:
    cells = {
        (cell.row, cell.column): _cell(cell, values.cell(cell.row, cell.column))
        for cell in formulas._cells.values()  # noqa: SLF001 - rows() would make every cell of the area
        if cell.value is not None
    }
    spans = tuple(
        Span(area.min_row, area.min_col, area.max_row, area.max_col) for area in formulas.merged_cells.ranges
    )
    return Sheet(nfc(formulas.title), cells, spans, formulas.sheet_state != "visible")


def _cell(typed: Any, shown: Any) -> Cell:
    if typed.data_type == "f":
        formula = getattr(typed.value, "text", typed.value)
        if "[" in str(formula):
            return _wrong("sheet-cell-elsewhere", str(formula))
        if shown.value is None:
            return _wrong("sheet-cell-not-computed", str(formula))
    if shown.data_type == "e":
        return _wrong("sheet-cell-error", str(shown.value))
    return cell_of(shown.value, str(shown.number_format))


def _wrong(code: str, text: str) -> Cell:
    return Cell(CellKind.WRONG, text, code)


def cell_of(value: object, number_format: str = "General") -> Cell:
    """Return what a value of openpyxl says, in the format that its cell shows it."""
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return Cell(CellKind.FLAG, "có" if value else "không")
    if isinstance(value, (int, float)):
        return Cell(CellKind.NUMBER, number_text(value, percent="%" in number_format))
    if isinstance(value, (datetime, date)):
        exact = not isinstance(value, datetime) or value.time() == time()
        day = value.date() if isinstance(value, datetime) else value
        return Cell(CellKind.DATE, short_date(day) if exact else str(value))
    if len(str(value)) > _LONGEST_TEXT or _MARKS.search(str(value)):
        return _wrong("sheet-cell-unreadable", str(value)[:80])
    text = nfc(str(value).replace("\r\n", "\n").replace("\r", "\n")).strip(" \n\u00a0")
    return Cell(CellKind.TEXT, text) if text else EMPTY


def number_text(value: float, *, percent: bool = False) -> str:
    """Return a number as a clerk types it: a comma before decimals, no dots, "%" when it is shown so."""
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return str(value)
    exact = exact * 100 if percent else exact
    text = f"{exact:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") + ("%" if percent else "")


# --- CSV ---------------------------------------------------------------------------------------------


def read_csv(data: bytes, name: str) -> Workbook:
    """Return a CSV file (UTF-8, set off by semicolons, tabs or commas) as one sheet. Raises `Refused`."""
    text = decode(data, name)
    first = _QUOTED.sub("", text).partition("\n")[0]
    mark = next((mark for mark in (";", "\t") if mark in first), ",")
    reader = csv.reader(io.StringIO(text), delimiter=mark, strict=True)
    cells: dict[tuple[int, int], Cell] = {}
    try:
        for row, values in enumerate(reader, 1):
            found = {(row, column): cell_of(value) for column, value in enumerate(values, 1)}
            cells |= {place: cell for place, cell in found.items() if cell is not EMPTY}
    except csv.Error as error:
        place = Place(name, reader.line_num)
        raise Refused([Diagnostic("sheet-csv-broken", place)]) from error
    return Workbook((Sheet("", cells),))
