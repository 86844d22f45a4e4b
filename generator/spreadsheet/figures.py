"""Figures read from spreadsheets: ``from: {file, sheet, range, row}`` is filled in before the model looks.

Each value goes into the nodes of the YAML file as text, with its cell, so that the model types it and
says what is wrong with it like anything typed. A value typed beside must say the same.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.file_reading import read_bytes
from generator.spreadsheet.cells import EMPTY, CellKind, Sheet, Workbook, read_csv, read_workbook
from generator.spreadsheet.columns import NUMBER, PART, PARTS_OF, SHARE, TOTALS, folded, headings
from generator.spreadsheet.header import Wrong, area_of, header_of
from generator.spreadsheet.package import LARGEST_FILE
from generator.wording import Misread, parse_count
from generator.yaml_source import Mapping, Scalar, characters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Argument
    from generator.project import Project
    from generator.spreadsheet.cells import Cell
    from generator.spreadsheet.header import Area, Header
    from generator.yaml_source import Source

_READERS = {".xlsx": read_workbook, ".csv": read_csv}


@dataclass(frozen=True, slots=True)
class ReadRange:
    """What one figure took from a spreadsheet: field → text; `sha256` is of the whole file."""

    figure: str
    file: str
    sheet: str
    sha256: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a clerk asks for with ``from``."""

    file: str
    sheet: str | None
    range: str | None
    row: str | None


def fill_figures(
    source: Source, path: Path, project: Project
) -> tuple[tuple[ReadRange, ...], tuple[Diagnostic, ...]]:
    """Fill the figures of a file at `path` from their spreadsheets; return what was read, and doubts.

    Refused with everything that is wrong in all of them.
    """
    filling = _Filling(source, path.parent, project)
    read: list[ReadRange] = []
    for figure in source.mappings(("figures",)):
        asked, kind = _asked(figure), _text(figure, "kind")
        # What is no range, or of no kind known, is told by the model.
        if asked is not None and (headings(kind) or kind == "tthc"):
            read += filling.fill(figure, kind, asked)
    errors = [item for item in filling.told if item.severity is Severity.ERROR]
    if errors:
        raise Refused(errors)
    return tuple(read), tuple(filling.told)


def _asked(figure: Mapping) -> _Asked | None:
    node = figure.values.get("from")
    if not isinstance(node, Mapping) or not (file := _text(node, "file")):
        return None
    return _Asked(file, *(_text(node, name) or None for name in ("sheet", "range", "row")))


def _text(node: Mapping, name: str) -> str:
    found = node.values.get(name)
    return (found.text or "").strip() if isinstance(found, Scalar) else ""


@dataclass
class _Filling:
    """The spreadsheets of one file, each opened once, and what is to be said of them."""

    source: Source
    folder: Path
    project: Project
    told: list[Diagnostic] = field(default_factory=list)
    opened: dict[str, tuple[Workbook, str]] = field(default_factory=dict)

    def fill(self, figure: Mapping, kind: str, asked: _Asked) -> Iterator[ReadRange]:
        """Fill one figure and yield what was read; what is wrong goes to `told`."""
        place = self.source.place_of(figure.keys["from"])
        try:
            workbook, digest = self._open(asked.file, place)
        except Refused as refused:
            # The file that gives no inspection is the YAML file; the spreadsheet is told as its cell.
            self.told += [_at(item, place, asked.file) for item in refused.diagnostics]
            return
        sheet = workbook.sheet(asked.sheet)
        if sheet is None:
            known = ", ".join(each.title for each in workbook.sheets)
            self._tell(place, asked, Wrong("sheet-missing", "", (("known", known),)))
            return
        if sheet.hidden:
            self._tell(place, asked, Wrong("sheet-hidden", sheet.title, doubtful=True))
        values = self._values(figure, kind, asked, sheet, place)
        if values is not None:
            yield ReadRange(_text(figure, "id"), self._shown(asked.file), sheet.title, digest, tuple(values))

    def _shown(self, file: str) -> str:
        return self.project.shown(self.folder / file)

    def _open(self, file: str, place: Place) -> tuple[Workbook, str]:
        if file not in self.opened:
            shown, path = self._shown(file), self.folder / file
            absolute = PurePosixPath(file).is_absolute() or PureWindowsPath(file).anchor
            if absolute or not self.project.holds(path):
                raise Refused([Diagnostic("file-outside", place)])
            reader = _READERS.get(path.suffix.lower())
            if reader is None:
                raise Refused([Diagnostic("sheet-other-kind", place, arguments={"kind": path.suffix or "?"})])
            data = read_bytes(path, shown, LARGEST_FILE)
            self.opened[file] = reader(data, shown), hashlib.sha256(data).hexdigest()
        return self.opened[file]

    def _values(
        self, figure: Mapping, kind: str, asked: _Asked, sheet: Sheet, place: Place
    ) -> list[tuple[str, str]] | None:
        """Put the values into the figure and return them; None when there are none to take."""
        wrong: list[Wrong] = []
        area = area_of(asked.range, sheet)
        if area is None:
            self._tell(place, asked, Wrong("sheet-range-not", sheet.title, (("text", asked.range or ""),)))
            return None
        header = header_of(sheet, area, kind, wrong)
        if not header.fields:
            wrong.append(Wrong("sheet-no-headings", sheet.name(area.top, area.left)))
        parted = kind in PARTS_OF
        pairs = (
            _parts(sheet, area, header, kind, wrong) if parted else _row(sheet, area, header, asked, wrong)
        )
        values = [(path, cell, name) for path, cell, name in pairs if cell.kind is not CellKind.EMPTY]
        for path, cell, name in values:
            wrong += self._put(figure, path, cell, f"{self._shown(asked.file)} {name}", name)
        for item in wrong:
            self._tell(place, asked, item)
        return [(path, cell.text or "") for path, cell, _ in values]

    def _put(self, figure: Mapping, path: str, cell: Cell, shown: str, name: str) -> Iterator[Wrong]:
        """Put one value where a clerk would have typed it."""
        at = figure.keys["from"]
        *groups, last = path.split(".", 1)
        parent = figure
        for group in groups:
            if group not in parent.values:
                parent.keys[group] = at
                parent.values[group] = Mapping(at.line, at.column)
            child = parent.values[group]
            if not isinstance(child, Mapping):
                return  # the model says what should stand here
            parent = child
        typed = parent.values.get(last)
        if isinstance(typed, Scalar) and typed.text is not None:
            if not _same(typed.text, cell.text or ""):
                yield Wrong("sheet-typed-differs", name, (("typed", typed.text), ("text", cell.text or "")))
            return
        scalar = Scalar(cell.text, at.line, at.column, at.offset, quoted=True, cell=shown)
        self.told += characters([scalar], "", self.source.file)
        parent.keys[last] = at
        parent.values[last] = scalar

    def _tell(self, place: Place, asked: _Asked, wrong: Wrong) -> None:
        severity = Severity.WARNING if wrong.doubtful else Severity.ERROR
        arguments: dict[str, Argument] = {"file": asked.file, "cell": wrong.cell, **dict(wrong.arguments)}
        where = f"{self._shown(asked.file)} {wrong.cell}".rstrip()
        self.told.append(_at(Diagnostic(wrong.code, place, severity, arguments), place, where))


def _at(item: Diagnostic, place: Place, cell: str) -> Diagnostic:
    where = Place(place.file, place.line, place.column, cell=cell)
    return Diagnostic(item.code, where, item.severity, item.arguments)


def _same(typed: str, read: str) -> bool:
    """Return whether two texts are the same, or the same number."""
    try:
        return parse_count(typed) == parse_count(read)
    except Misread:
        return typed.strip().rstrip("%") == read.strip().rstrip("%")


_Found = tuple[str, "Cell", str]


def _taken(sheet: Sheet, row: int, column: int, wrong: list[Wrong]) -> Cell:
    """Return a cell to take a number from; what it cannot give is added to `wrong`."""
    cell, name = sheet.at(row, column), sheet.name(row, column)
    span = sheet.span_at(row, column)
    if span and (span.bottom > span.top or span.right > span.left):
        wrong.append(Wrong("sheet-cell-merged", name))
    elif cell.kind is CellKind.WRONG:
        wrong.append(Wrong(cell.code, name, (("text", cell.text or ""),)))
    elif cell.kind in (CellKind.DATE, CellKind.FLAG):
        wrong.append(Wrong("sheet-cell-not-number", name, (("text", cell.text or ""),)))
    else:
        return cell
    return EMPTY


def _row(sheet: Sheet, area: Area, header: Header, asked: _Asked, wrong: list[Wrong]) -> list[_Found]:
    """Return the values of the one row that is asked for."""
    rows = [row for row in range(header.first, area.bottom + 1) if _is_wanted(sheet, row, header, asked.row)]
    if len(rows) != 1:
        code = "sheet-row-missing" if not rows else "sheet-rows-several"
        arguments = (("text", asked.row or ""), ("rows", ", ".join(map(str, rows[:10]))))
        wrong.append(Wrong(code, sheet.name(header.first, area.left), arguments))
        return []
    return [
        (path, _taken(sheet, rows[0], column, wrong), sheet.name(rows[0], column))
        for column, path in header.fields.items()
    ]


def _is_wanted(sheet: Sheet, row: int, header: Header, label: str | None) -> bool:
    if label is None:
        return any(sheet.at(row, column).kind is not CellKind.EMPTY for column in header.fields)
    wanted = folded(label)
    return any(folded(sheet.seen_at(row, column).text or "") == wanted for column in header.labels)


def _parts(sheet: Sheet, area: Area, header: Header, kind: str, wrong: list[Wrong]) -> list[_Found]:
    """Return one value for each row: its part, and its share if there is a column of shares."""
    columns = {path: column for column, path in header.fields.items()}
    if PART not in columns or NUMBER not in columns:
        known = ", ".join(f"“{word}”" for word in ("mã", "số lượng"))
        wrong.append(Wrong("sheet-parts-columns", sheet.name(area.top, area.left), (("known", known),)))
        return []
    found: list[_Found] = []
    seen: dict[str, int] = {}
    for row in range(header.first, area.bottom + 1):
        part = (sheet.at(row, columns[PART]).text or "").strip()
        if not part:
            continue
        name = sheet.name(row, columns[PART])
        total = folded(part) in TOTALS
        if part in seen:
            wrong.append(Wrong("sheet-part-twice-named", name, (("text", part), ("row", seen[part]))))
        seen[part] = row
        path = "total" if total else f"{PARTS_OF[kind]}.{part}"
        for column, where in ((NUMBER, path), (SHARE, "" if total else f"shares.{part}")):
            if where and column in columns:
                cell = _taken(sheet, row, columns[column], wrong)
                found.append((where, cell, sheet.name(row, columns[column])))
    return found
