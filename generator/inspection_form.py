"""``new --form`` and ``import``: a form to fill in Excel, and the YAML file made of a filled one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from generator.catalogues.files import load_catalogues
from generator.catalogues.pinning import pin
from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.files import write_new_file
from generator.load import checked
from generator.new_inspection import new_path
from generator.schema import SCHEMA_FILE
from generator.spreadsheet.form_reading import read_form
from generator.spreadsheet.package import LARGEST_FILE
from generator.yaml_source import Mapping, Scalar, Sequence, parse_source

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project
    from generator.yaml_source import Node

FIRST_YEAR, LAST_YEAR = 1900, 2100


def write_form(project: Project, key: str, year: str = "") -> Path:
    """Write the form of a new inspection beside where its YAML file will stand; return its path.

    NotWritten if it may not be written, Refused if it cannot.
    """
    from generator.spreadsheet.form_writing import form_bytes

    path = new_path(project, key, year).with_suffix(".xlsx")
    data = form_bytes(key, year, load_catalogues(project))
    write_new_file(path, data, project.shown(path))
    return path


def import_form(project: Project, form: Path) -> Path:
    """Write the YAML file that a filled form stands for and return its path.

    NotWritten if it may not be written; Refused, with nothing written, when the form has anything wrong.
    """
    shown = project.shown(form)
    filled = read_form(read_bytes(form, shown, LARGEST_FILE), shown)
    year = _year(filled.year, shown)
    catalogues = load_catalogues(project)
    pin(filled.source.root, catalogues.phrases)
    loaded = checked(filled.source, catalogues)
    path = new_path(project, loaded.inspection.id, year)
    text = _yaml(filled.source.root, "../" if year else "")
    again = checked(parse_source(text, project.shown(path)), catalogues)
    if again.inspection != loaded.inspection:  # pragma: no cover - the YAML says what the form says
        raise AssertionError(path)
    write_new_file(path, text.encode(), project.shown(path))
    return path


def _year(typed: Scalar | None, form: str) -> str:
    year = (typed.text or "").strip() if typed else ""
    if year and not (year.isascii() and year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        place = Place(form, cell=typed.cell if typed else "")
        raise Refused([Diagnostic("year-not", place, arguments={"text": year})])
    return year


def _yaml(root: Mapping, up: str) -> str:
    head = f"# yaml-language-server: $schema={up}{SCHEMA_FILE}\n"
    return head + yaml.dump(
        _plain(root), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, indent=2
    )


class _Dumper(yaml.SafeDumper):
    """Writes lists below their name, and a number without quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Set items of a list in, as the shipped files do."""
        super().increase_indent(flow, indentless=False)


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if node.text is None:
        return None
    text = node.text
    number = text.isascii() and text.isdigit() and str(int(text)) == text
    return int(text) if number else text
