"""A range of a sheet read as a table: its area, its header, and the rows below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.names import nearest
from generator.spreadsheet.columns import PASSED_OVER, column_mark, folded, headings, numbers
from generator.spreadsheet.package import column_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Argument
    from generator.spreadsheet.cells import Sheet

MOST_CELLS = 50_000
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a sheet, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, or only `doubtful`, at a cell: the code of a message and what fills it."""

    code: str
    cell: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: column → path of a field, columns without one, and where the rows begin."""

    fields: dict[int, str]
    labels: tuple[int, ...]
    first: int


def area_of(text: str | None, sheet: Sheet) -> Area | None:
    """Return the area that "A4:M12" means, cut to what the sheet holds; None when it is no range."""
    if text is None:
        return Area(1, 1, sheet.rows, sheet.columns) if sheet.cells else None
    match = _RANGE.fullmatch(text.replace(" ", "").upper())
    if match is None:
        return None
    left, right = column_number(match[1]), min(column_number(match[3]), sheet.columns)
    top, bottom = int(match[2]), min(int(match[4]), sheet.rows)
    fits = left <= right and top < bottom and (right - left + 1) * (bottom - top + 1) <= MOST_CELLS
    return Area(top, left, bottom, right) if fits else None


def header_of(sheet: Sheet, area: Area, kind: str, wrong: list[Wrong]) -> Header:
    """Return what the columns mean; what cannot be is added to `wrong`."""
    depth = _depth(sheet, area)
    marks = _marks(sheet, area, area.top + depth)
    found: dict[int, str] = {}
    labels = []
    for column in range(area.left, area.right + 1):
        path = _field(sheet, area, depth, column, kind, marks, wrong)
        if path in found.values():
            wrong.append(Wrong("sheet-heading-twice", sheet.name(area.top, column), (("field", path),)))
        elif path:
            found[column] = path
        else:
            labels.append(column)
    return Header(found, tuple(labels), area.top + depth + (1 if marks else 0))


def _depth(sheet: Sheet, area: Area) -> int:
    """Return how many rows the header has: as deep as its merged cells reach, one below a wide one."""
    bottom, row = area.top, area.top
    while row <= bottom and row - area.top < _DEEPEST:
        for column in range(area.left, area.right + 1):
            span = sheet.span_at(row, column)
            if span and span.top >= area.top:
                wide = span.right > span.left and bool(sheet.at(span.top, span.left).text)
                bottom = max(bottom, min(span.bottom, area.bottom), span.bottom + 1 if wide else 0)
        row += 1
    return min(bottom, area.bottom) - area.top + 1


def _marks(sheet: Sheet, area: Area, row: int) -> dict[int, int]:
    """Return the row of column numbers, when `row` is one: column → number."""
    texts = {column: sheet.at(row, column).text for column in range(area.left, area.right + 1)}
    marks = {column: column_mark(text) for column, text in texts.items() if text}
    return marks if marks and all(marks.values()) else {}


def _field(  # noqa: PLR0913, PLR0917 - all that can say what a column is
    sheet: Sheet, area: Area, depth: int, column: int, kind: str, marks: dict[int, int], wrong: list[Wrong]
) -> str:
    """Return the field of a column, "" for none."""
    words = headings(kind)
    title = folded(" ".join(_title(sheet, area, depth, column)))
    last = folded((list(_title(sheet, area, depth, column)) or [""])[-1])
    said = words.get(title) or words.get(last, "")
    counted = numbers(kind).get(marks.get(column, 0), "")
    cell = sheet.name(area.top + depth - 1, column)
    if said and counted and said != counted:
        wrong.append(Wrong("sheet-heading-number", cell, (("field", said), ("other", counted))))
    if not said and not counted and title not in PASSED_OVER and (near := nearest(title, words)):
        wrong.append(Wrong("sheet-heading-unknown", cell, (("text", title), ("near", near)), doubtful=True))
    return said or counted


def _title(sheet: Sheet, area: Area, depth: int, column: int) -> Iterator[str]:
    """Yield the headings over a column from the top, each once."""
    last = ""
    for row in range(area.top, area.top + depth):
        text = sheet.seen_at(row, column).text or ""
        if text and text != last:
            yield text
        last = text
