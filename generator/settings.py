"""The settings of a project: ``ketluan.toml``, or ``[tool.ketluan]`` of ``pyproject.toml``."""

from __future__ import annotations

import re
import string
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

SETTINGS = "ketluan.toml"
ARCHIVE = "_luu-tru"
"""What the name of an archive edition ends with."""
PUBLICATION = "_cong-khai"
"""What the name of an edition for publication ends with."""
MAX_BYTES = 1024 * 1024
_LONGEST_FOLDER = 200
# Windows takes none of these in the name of a file.
NOT_IN_NAMES = frozenset(' /\\:*?"<>|')
_FIELDS = ["inspection", "paper"]
_MOST_RECOMMENDATIONS = 1000
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def _is_folder(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_FOLDER:
        return False
    return bool(value.strip()) and value.isprintable()


def _is_name_pattern(value: object) -> bool:
    """Return whether a text is the pattern of a file name: both fields once, plain characters."""
    if not isinstance(value, str) or value.startswith("."):
        return False
    try:
        parts = list(string.Formatter().parse(value))
    except ValueError:
        return False
    fields = sorted(name for _, name, _, _ in parts if name is not None)
    formats = any(spec or conversion for _, _, spec, conversion in parts)
    written = "".join(literal for literal, _, _, _ in parts)
    plain = written.isascii() and written.isprintable() and not set(written) & (NOT_IN_NAMES | set("{}"))
    return fields == _FIELDS and not formats and plain


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_annex_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_RECOMMENDATIONS


def _one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in words


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a project, all with defaults. No model of pydantic: every command reads them first."""

    language: str = ""
    output: str = "output"
    issued: str = "issued"
    no_break_spaces: bool = True
    month_printed: bool = True
    draft_name: str = "DT_{inspection}_{paper}"
    signing_name: str = "TK_{inspection}_{paper}"
    annex_recommendations: int = 4
    number_series: str = "kind"
    two_checks: str = "required"

    def names_differ(self) -> bool:
        """Return whether draft and copy for signature are apart, capitals aside, and in the archive too."""
        names = (self.draft_name.casefold(), self.signing_name.casefold())
        return len({name.removesuffix(ARCHIVE).removesuffix(PUBLICATION) for name in names}) > 1


# What each setting takes: the word of the message ``settings-wrong`` for it, and the test.
_TAKES: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "language": ("language", _one_of("", "vi", "en")),
    "output": ("folder", _is_folder),
    "issued": ("folder", _is_folder),
    "no_break_spaces": ("flag", _is_flag),
    "month_printed": ("flag", _is_flag),
    "draft_name": ("name", _is_name_pattern),
    "signing_name": ("name", _is_name_pattern),
    "annex_recommendations": ("number", _is_annex_number),
    "number_series": ("series", _one_of("kind", "agency")),
    "two_checks": ("checks", _one_of("required", "told")),
}


def read_table(path: Path, file: str) -> tuple[str, dict[str, Any] | None]:
    """Return the text of a TOML file and its table of settings, or None; Refused if the file is broken."""
    text = decode(read_bytes(path, file, MAX_BYTES), file)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # ValueError is also what a number of thousands of digits ends in.
        found = _TOML_PLACE.search(str(error))
        place = Place(file, int(found[1]), int(found[2])) if found else Place(file)
        raise Refused([Diagnostic("settings-syntax", place)]) from error
    if file == SETTINGS:
        return text, table
    return text, _inner(_inner(table, "tool", file), "ketluan", file)


def _inner(table: dict[str, Any] | None, name: str, file: str) -> dict[str, Any] | None:
    found = None if table is None else table.get(name)
    if found is not None and not isinstance(found, dict):
        raise Refused([_wrong(name, "table", Place(file))])
    return found


def settings_of(table: Mapping[str, Any], text: str, file: str) -> Settings:
    """Return the settings of a table that was read from `text`; Refused with each one that is wrong."""
    wrong = [*_told(table, text, file)]
    if wrong:
        raise Refused(wrong)
    settings = Settings(**table)
    if not settings.names_differ():
        raise Refused([_wrong("signing_name", "other-name", _place("signing_name", text, file))])
    return settings


def _told(table: Mapping[str, Any], text: str, file: str) -> Iterator[Diagnostic]:
    for name, value in table.items():
        place = _place(name, text, file)
        if name not in _TAKES:
            from generator.model.names import nearest

            arguments = {"field": name, "near": nearest(name, _TAKES), "allowed": ", ".join(_TAKES)}
            yield Diagnostic("settings-unknown", place, arguments=arguments)
        elif not _TAKES[name][1](value):
            yield _wrong(name, _TAKES[name][0], place)


def _wrong(name: str, takes: str, place: Place) -> Diagnostic:
    return Diagnostic("settings-wrong", place, arguments={"field": name, "takes": takes})


def _place(name: str, text: str, file: str) -> Place:
    """Return the line that sets `name`, looked for after the head of the table where there is one."""
    start = max(text.find("[tool.ketluan]"), 0)
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*=", re.MULTILINE).search(text, start)
    return Place(file, text.count("\n", 0, found.start()) + 1) if found else Place(file)
