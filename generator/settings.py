"""The settings of a project: ``ketluan.toml``, or ``[tool.ketluan]`` of ``pyproject.toml``."""

from __future__ import annotations

import re
import string
import tomllib
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from generator.diagnostics import Diagnostic, Place, Refused
from generator.model.names import nearest
from generator.yaml_source import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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
# What each setting takes, as the message ``settings-wrong`` names it.
_TAKES = {
    "language": "language",
    "output": "folder",
    "issued": "folder",
    "no_break_spaces": "flag",
    "month_printed": "flag",
    "draft_name": "name",
    "signing_name": "name",
    "annex_recommendations": "number",
    "number_series": "series",
    "two_checks": "checks",
}
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def _folder_name(text: str) -> str:
    if not text.strip() or not text.isprintable() or len(text) > _LONGEST_FOLDER:
        raise ValueError(text)
    return text


def _name_pattern(text: str) -> str:
    """Return the pattern of a file name; ValueError unless it has both fields once and plain characters."""
    parts = list(string.Formatter().parse(text))
    fields = sorted(name for _, name, _, _ in parts if name is not None)
    formats = any(spec or conversion for _, _, spec, conversion in parts)
    written = "".join(literal for literal, _, _, _ in parts)
    plain = written.isascii() and written.isprintable() and not set(written) & (NOT_IN_NAMES | set("{}"))
    if fields != _FIELDS or formats or not plain or text.startswith("."):
        raise ValueError(text)
    return text


_NamePattern = Annotated[str, AfterValidator(_name_pattern)]


class Settings(BaseModel):
    """Settings of a project, all with defaults."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    language: Literal["", "vi", "en"] = ""
    output: Annotated[str, AfterValidator(_folder_name)] = "output"
    issued: Annotated[str, AfterValidator(_folder_name)] = "issued"
    no_break_spaces: bool = True
    month_printed: bool = True
    draft_name: _NamePattern = "DT_{inspection}_{paper}"
    signing_name: _NamePattern = "TK_{inspection}_{paper}"
    annex_recommendations: Annotated[int, Field(ge=0, le=1000)] = 4
    number_series: Literal["kind", "agency"] = "kind"
    two_checks: Literal["required", "told"] = "required"

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        """Keep draft and copy for signature apart, also where capitals do not count, and in the archive."""
        names = (self.draft_name.casefold(), self.signing_name.casefold())
        if len({name.removesuffix(ARCHIVE).removesuffix(PUBLICATION) for name in names}) == 1:
            raise ValueError(names)
        return self


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
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        raise Refused(_told(error, text, file)) from error


def _told(error: ValidationError, text: str, file: str) -> Iterator[Diagnostic]:
    for item in error.errors(include_url=False, include_context=False, include_input=False):
        # Only the comparison of the two names has no field of its own.
        name = str(item["loc"][0]) if item["loc"] else "signing_name"
        place = _place(name, text, file)
        if name not in _TAKES:
            arguments = {"field": name, "near": nearest(name, _TAKES), "allowed": ", ".join(_TAKES)}
            yield Diagnostic("settings-unknown", place, arguments=arguments)
        else:
            yield _wrong(name, _TAKES[name] if item["loc"] else "other-name", place)


def _wrong(name: str, takes: str, place: Place) -> Diagnostic:
    return Diagnostic("settings-wrong", place, arguments={"field": name, "takes": takes})


def _place(name: str, text: str, file: str) -> Place:
    """Return the line that sets `name`, looked for after the head of the table where there is one."""
    start = max(text.find("[tool.ketluan]"), 0)
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*=", re.MULTILINE).search(text, start)
    return Place(file, text.count("\n", 0, found.start()) + 1) if found else Place(file)
