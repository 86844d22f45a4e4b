"""The package of a workbook made by anyone: looked through with limits before openpyxl may open it.

openpyxl makes an object for each cell of a merged or linked area, however large, so areas are counted
here; entities, macros and bombs are refused here as well.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, NoReturn

from generator.diagnostics import Diagnostic, Place, Refused
from generator.office_package import DAMAGED, MEGABYTE, BadPart, Limits, Wrong, parsed

if TYPE_CHECKING:
    from generator.diagnostics import Argument

LARGEST_FILE = 10 * MEGABYTE
LIMITS = Limits(parts=1_000, unpacked=60 * MEGABYTE)
MOST_CELLS = 300_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")


def require_workbook(data: bytes, name: str) -> None:
    """Refused unless the bytes are a workbook (.xlsx) that is safe to open; `name` is for messages."""
    if data.startswith(_OLE):
        _refuse("sheet-old-or-encrypted", name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _require_limits(archive, name)
        for entry in archive.infolist():
            if entry.filename.casefold().endswith((".xml", ".rels", ".vml")):
                _require_harmless(archive.read(entry), entry.filename, name)
        types = archive.read("[Content_Types].xml")
    except (*DAMAGED, KeyError) as error:
        raise _refused("sheet-not-workbook", name) from error
    if b"macroenabled" in types.lower() or any(
        "vbaproject" in each.casefold() for each in archive.namelist()
    ):
        _refuse("sheet-macros", name)
    if f"{_TYPE}.sheet.main+xml".encode() not in types:
        _refuse("sheet-not-workbook", name)


def _require_limits(archive: zipfile.ZipFile, name: str) -> None:
    match LIMITS.wrong(archive):
        case Wrong.TOO_MANY_PARTS, limit:
            _refuse("sheet-too-many-parts", name, limit=limit)
        case Wrong.TOO_LARGE, limit:
            _refuse("sheet-unpacks-too-large", name, limit=limit)
        case Wrong.ENCRYPTED, _:
            _refuse("sheet-old-or-encrypted", name)
        case Wrong.PART_TWICE, _:
            _refuse("sheet-part-twice", name)


def _require_harmless(data: bytes, part: str, name: str) -> None:
    """Refuse a part with a DOCTYPE, and a sheet with more cells or larger areas than can be held."""
    try:
        root = parsed(data)
    except BadPart as error:
        raise _refused("sheet-part-broken", name, part=part) from error
    cells = sum(1 for _ in root.iter("{*}c"))
    cells += sum(_area(item.get("ref", "")) for item in root.iter("{*}mergeCell", "{*}hyperlink"))
    if cells > MOST_CELLS:
        _refuse("sheet-too-many-cells", name, limit=MOST_CELLS)


def _area(ref: str) -> int:
    """Return how many cells an area covers; more than may be for one that cannot be read."""
    match = _AREA.fullmatch(ref.upper())
    if match is None:
        return MOST_CELLS + 1
    width = column_number(match[3] or match[1]) - column_number(match[1]) + 1
    height = int(match[4] or match[2]) - int(match[2]) + 1
    return max(width, 1) * max(height, 1)


def column_number(letters: str) -> int:
    """Return 1 for A, 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return A for 1, AB for 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _refused(code: str, name: str, **arguments: Argument) -> Refused:
    return Refused([Diagnostic(code, Place(name), arguments=arguments)])


def _refuse(code: str, name: str, **arguments: Argument) -> NoReturn:
    raise _refused(code, name, **arguments)
