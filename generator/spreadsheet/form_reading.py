"""A filled form → the nodes of the YAML it stands for; each node knows its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.spreadsheet.cells import CellKind, read_workbook
from generator.spreadsheet.form import (
    FIRST_ROW,
    GIVEN_PATH,
    LISTS,
    MAPS,
    PATH_ROW,
    PHRASE_PATH,
    PHRASES,
    SHEETS,
    TEXT_PATH,
    YEAR_PATH,
    Holds,
)
from generator.yaml_source import Mapping, Scalar, Sequence, Source, characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.spreadsheet.cells import Cell, Sheet
    from generator.spreadsheet.form import FormColumn, FormSheet
    from generator.yaml_source import Node

_ENTRY = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*) – .*", re.DOTALL)
_OFFERED = re.compile(r"(?P<phrase>[^,]+), bản (?P<version>[0-9]+) – .* \[(?P<seal>[0-9a-f]+)\]", re.DOTALL)
_SEVERAL = re.compile(r"[;\n]")
_KEYS = frozenset({Holds.AGENCY, Holds.PERSON, Holds.ACT})


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a form says: the nodes of the YAML, and the folder (year) for the file."""

    source: Source
    year: Scalar | None


def read_form(data: bytes, name: str) -> FilledForm:
    """Return what the form says; Refused with every sheet, column and cell that cannot be taken."""
    reading = _Reading(name)
    workbook = read_workbook(data, name)
    known = {form.title for form in SHEETS} | {LISTS, PHRASES}
    for sheet in workbook.sheets:
        if sheet.title not in known and sheet.cells:
            reading.tell("sheet-form-extra", f"{sheet.title}!A1", text=sheet.title)
    for form in SHEETS:
        found = workbook.sheet(form.title)
        if found is None:
            reading.tell("sheet-form-missing", "", text=form.title)
        else:
            reading.take(form, found)
    if reading.told:
        raise Refused(reading.told)
    return FilledForm(Source(name, "", reading.root), reading.year)


@dataclass
class _Reading:
    """The nodes so far, and what is wrong so far."""

    name: str
    told: list[Diagnostic] = field(default_factory=list)
    year: Scalar | None = None
    root: Mapping = field(default_factory=lambda: Mapping(0, 0))

    def __post_init__(self) -> None:
        """Begin with the version of the form's fields."""
        self._put(self.root, "schema", Scalar("1", 0, 0, 0))

    def tell(self, code: str, cell: str, **arguments: str) -> None:
        """Note what is wrong at a cell."""
        place = Place(self.name, cell=cell)
        self.told.append(Diagnostic(code, place, arguments={"file": self.name, "cell": cell, **arguments}))

    def take(self, form: FormSheet, sheet: Sheet) -> None:
        """Take what one sheet says."""
        if not form.path:
            self._lines(form, sheet)
            return
        columns = self._columns(form, sheet)
        rows = sorted({row for row, _ in sheet.cells if row >= FIRST_ROW})
        for row in rows:
            first = sheet.name(row, 1)
            item = Mapping(row, 0, cell=first)
            for column in range(1, sheet.columns + 1):
                if sheet.at(row, column).kind is not CellKind.EMPTY:
                    self._cell(item, columns.get(column), sheet, row, column)
            self._finish(form, item, row, first)

    def _finish(self, form: FormSheet, item: Mapping, row: int, cell: str) -> None:
        for path, text in form.constants:
            self._put(item, path, Scalar(text, row, 0, 0, cell=cell))
        *groups, last = form.path.split(".")
        parent = _group(self.root, groups, item)
        if last not in parent.values:
            self._put(parent, last, Sequence(row, 0, cell=cell))
        listed = parent.values[last]
        if isinstance(listed, Sequence):
            listed.items.append(item)

    def _columns(self, form: FormSheet, sheet: Sheet) -> dict[int, FormColumn]:
        """Return which column fills which field, by the row of paths."""
        known = {column.path: column for column in form.columns}
        found: dict[int, FormColumn] = {}
        for number in range(1, sheet.columns + 1):
            path = sheet.at(PATH_ROW, number).text or ""
            if path in known and known[path] not in found.values():
                found[number] = known[path]
            elif path:
                self.tell("sheet-form-path", sheet.name(PATH_ROW, number), text=path)
        for path in known.keys() - {column.path for column in found.values()}:
            self.tell("sheet-form-column", sheet.name(PATH_ROW, 1), text=path)
        return found

    def _lines(self, form: FormSheet, sheet: Sheet) -> None:
        """Take the sheet with one field a line."""
        known = {column.path: column for column in form.columns}
        for row in range(FIRST_ROW, sheet.rows + 1):
            if sheet.at(row, 2).kind is not CellKind.EMPTY:
                self._cell(self.root, known.get(sheet.at(row, 3).text or ""), sheet, row, 2)
        for path, text in form.constants:
            group = self.root.values.get(path.partition(".")[0])
            if isinstance(group, Mapping):
                self._put(self.root, path, Scalar(text, group.line, 0, 0, cell=group.cell))

    def _cell(self, item: Mapping, column: FormColumn | None, sheet: Sheet, row: int, number: int) -> None:
        """Put the value of one cell at its path."""
        cell, name = sheet.at(row, number), sheet.name(row, number)
        if column is None:
            self.tell("sheet-form-stray", name, text=cell.text or "")
            return
        if cell.kind is CellKind.WRONG:
            self.tell(cell.code, name, text=cell.text or "")
            return
        if cell.kind is CellKind.DATE and column.holds is not Holds.DAY:
            self.tell("sheet-form-date", name, text=cell.text or "")
            return
        scalars = [Scalar(text, row, 0, 0, quoted=True, cell=name) for text in _texts(cell, column)]
        self.told += characters(scalars, "", self.name)
        if column.path == YEAR_PATH and not sheet.at(PATH_ROW, number).text:
            self.year = scalars[0]
        elif _taken_otherwise(item, column):
            self.tell("sheet-form-phrase", name)
        elif column.path == PHRASE_PATH:
            self._phrase(item, scalars[0])
        elif column.path in MAPS:
            self._map(item, column.path, scalars)
        else:
            _put_all(item, column.path, scalars)

    def _phrase(self, item: Mapping, scalar: Scalar) -> None:
        """Put a phrase as it was offered, with its version; or what was typed instead."""
        match = _OFFERED.fullmatch(scalar.text or "")
        fields = match.groupdict() if match else {"phrase": scalar.text}
        for name, text in fields.items():
            at = Scalar(text, scalar.line, 0, 0, quoted=True, cell=scalar.cell)
            self._put(item, f"{TEXT_PATH}.{name}", at)

    def _map(self, item: Mapping, path: str, scalars: list[Scalar]) -> None:
        """Put names and values, “mã: số; mã: số”."""
        group = Mapping(scalars[0].line, 0, cell=scalars[0].cell)
        for scalar in scalars:
            key, mark, value = (scalar.text or "").partition(":")
            if not mark or key.strip() in group.values:
                self.tell("sheet-form-pairs", scalar.cell, text=scalar.text or "")
                return
            # A parameter without a value is one that is not known yet.
            said = value.strip() or (None if path == GIVEN_PATH else "")
            at = Scalar(said, scalar.line, 0, 0, quoted=True, cell=scalar.cell)
            group.keys[key.strip()], group.values[key.strip()] = at, at
        self._put(item, path, group)

    @staticmethod
    def _put(item: Mapping, path: str, node: Node) -> None:
        *groups, last = path.split(".")
        parent = _group(item, groups, node)
        at = Scalar(last, node.line, 0, 0, cell=node.cell)
        parent.keys[last], parent.values[last] = at, node


def _taken_otherwise(item: Mapping, column: FormColumn) -> bool:
    """Return whether a row that has a phrase has a typed text too, or the other way round."""
    head, dot, _ = column.path.partition(".")
    typed = item.values.get(TEXT_PATH) if head == TEXT_PATH else None
    return typed is not None and isinstance(typed, Mapping) != bool(dot)


def _texts(cell: Cell, column: FormColumn) -> list[str]:
    """Return the texts of a cell: keys without their names, words of closed lists as the YAML has them."""
    text = cell.text or ""
    lines = column.path.startswith("recipients")
    parted = column.several or column.path in MAPS
    found = text.split("\n") if lines else _SEVERAL.split(text) if parted else [text]
    return [_word(part.strip(), column) for part in found if part.strip()] or [text]


def _word(text: str, column: FormColumn) -> str:
    if column.holds in _KEYS or column.holds is Holds.UNIT:
        match = _ENTRY.fullmatch(text)
        return match[1] if match else text
    said = {meant.casefold(): word for word, meant in column.choices}
    return said.get(text.casefold(), text)


def _put_all(item: Mapping, path: str, scalars: list[Scalar]) -> None:
    """Put one text at its path; several as a list, of texts or of groups with one field."""
    listed, mark, inner = path.partition("[]")
    if not mark:
        _Reading._put(item, path, scalars[0])  # noqa: SLF001 - of this module
        return
    nodes = [_item(scalar, inner.lstrip(".")) for scalar in scalars]
    first = scalars[0]
    _Reading._put(item, listed, Sequence(first.line, 0, [*nodes], first.cell))  # noqa: SLF001


def _item(scalar: Scalar, name: str) -> Node:
    if not name:
        return scalar
    group = Mapping(scalar.line, 0, cell=scalar.cell)
    for key, text in _fields(scalar.text or "", name):
        at = Scalar(text, scalar.line, 0, 0, quoted=True, cell=scalar.cell)
        group.keys[key], group.values[key] = at, at
    return group


def _fields(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the fields that one text fills: of a recipient its name and, behind a bar, the purpose."""
    said, bar, purpose = text.partition("|") if name == "group" else (text, "", "")
    yield name, said.strip()
    if bar:
        yield "purpose", purpose.strip()


def _group(item: Mapping, groups: list[str], node: Node) -> Mapping:
    """Return the group inside of `item`, made where it is missing."""
    parent = item
    for name in groups:
        child = parent.values.get(name)
        if not isinstance(child, Mapping):
            child = Mapping(node.line, 0, cell=node.cell)
            parent.keys[name], parent.values[name] = Scalar(name, node.line, 0, 0, cell=node.cell), child
        parent = child
    return parent
