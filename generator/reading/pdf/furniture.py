"""Heads and feet of pages: the page number (NĐ 30/2020, PL I, I.7), and what repeats on every page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.seen import Region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.reading.pdf.lines import Line
    from generator.reading.pdf.sheets import Sheet

_NUMBER = re.compile(r"(?i)(?:trang\s*|page\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?")
_MARGIN = 57.0  # pt: 20 mm, the least margin of the decree: what repeats wholly inside it is a head or foot
_NUMBER_ZONE = 75.0  # pt from the edge: where a page number is looked for
_APART = 0.9  # of the size: the least gap between a head or foot and the text
_REPEATED_APART = 0.35  # likewise, when it stands on other pages too
_LEVEL = 2.0  # pt: what repeats stands at the same height
_ADDRESS_ZONE = 110.0  # pt from the foot: where box 13 stands, under a line across the whole width
_ADDRESS_LINES = 4
_ACROSS = 0.7  # of the page's width


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is head or foot on one page, and the number printed there with its line."""

    regions: dict[int, Region]
    number: int | None = None
    number_line: Line | None = None

    def region(self, line: Line) -> Region | None:
        """Return whether a line is of the head or the foot; None when it is of the text."""
        return self.regions.get(id(line))


def furniture(sheets: Sequence[Sheet]) -> list[Furniture]:
    """Return the heads and feet of all pages."""
    repeated = _repeated(sheets)
    return [_of_page(sheet, repeated, len(sheets)) for sheet in sheets]


def _of_page(sheet: Sheet, repeated: Counter[tuple[str, int]], pages: int) -> Furniture:
    regions: dict[int, Region] = {}
    for region in (Region.HEADER, Region.FOOTER):
        lines = [line for line in sheet.lines if _region(line, sheet) is region]
        gap = _gap(lines, sheet, region)
        for line in lines:
            if gap >= (_REPEATED_APART if repeated[_key(line)] > 1 else _APART) * line.size:
                regions[id(line)] = region
    for line in _address(sheet):
        regions[id(line)] = Region.FOOTER
    found = _number_line(sheet, pages)
    if found is None:
        return Furniture(regions)
    line, number = found
    regions[id(line)] = Region.HEADER if line.y < sheet.height / 2 else Region.FOOTER
    return Furniture(regions, number, line)


def _region(line: Line, sheet: Sheet) -> Region | None:
    if line.bottom <= _MARGIN:
        return Region.HEADER
    return Region.FOOTER if line.top >= sheet.height - _MARGIN else None


# --- what repeats


def _repeated(sheets: Sequence[Sheet]) -> Counter[tuple[str, int]]:
    """Count on how many pages each line stands at the same height in a margin; figures may differ."""
    return Counter(
        key
        for sheet in sheets
        for key in {_key(line) for line in sheet.lines if _region(line, sheet) is not None}
    )


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.y / _LEVEL)


def _gap(lines: Sequence[Line], sheet: Sheet, region: Region) -> float:
    """Return how far the text keeps from the lines in a margin; less than nothing when there is none."""
    own = {id(line) for line in lines}
    others = [line for line in (*sheet.lines, *sheet.cells) if id(line) not in own]
    if not lines or not others:
        return -1.0
    if region is Region.HEADER:
        return min(line.top for line in others) - max(line.bottom for line in lines)
    return min(line.top for line in lines) - max(line.bottom for line in others)


# --- the page number


def _number_line(sheet: Sheet, pages: int) -> tuple[Line, int] | None:
    """Return the line that is nothing but a page number, first or last on its page."""
    for line in (*_first_row(sheet), *_last_row(sheet)):
        match = _NUMBER.fullmatch(line.text.strip())
        if match and 0 < int(match[1]) <= pages + 2_000:
            return line, int(match[1])
    return None


def _first_row(sheet: Sheet) -> Iterator[Line]:
    lines = sheet.lines
    if lines and not any(cell.y < lines[0].y for cell in sheet.cells):
        row = [line for line in lines if abs(line.y - lines[0].y) <= _LEVEL]
        below = [line.top for line in (*lines, *sheet.cells) if line.y > lines[0].y + _LEVEL]
        near = below and min(below) - lines[0].bottom < 0
        if lines[0].y <= _NUMBER_ZONE and not near:
            yield from row


def _last_row(sheet: Sheet) -> Iterator[Line]:
    lines = sheet.lines
    if lines and not any(cell.y > lines[-1].y for cell in sheet.cells):
        row = [line for line in lines if abs(line.y - lines[-1].y) <= _LEVEL]
        if lines[-1].top >= sheet.height - _NUMBER_ZONE:
            yield from row


# --- box 13: the address under a line across the page


def _address(sheet: Sheet) -> list[Line]:
    across = [
        stroke.y
        for stroke in sheet.strokes
        if stroke.lying
        and stroke.x1 - stroke.x0 >= _ACROSS * sheet.width
        and stroke.y >= sheet.height - _ADDRESS_ZONE
    ]
    below = [line for line in sheet.lines if across and line.y > max(across)]
    return below if len(below) <= _ADDRESS_LINES else []
