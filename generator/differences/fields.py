"""What a field says and what clerks call it: its nature from ``fields.yaml``, its name from the model."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.differences.values import Nature
from generator.wording import lower_first
from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

FILE = "fields.yaml"
_NAME_ENDS = re.compile(
    r"[;:(→]|, (?:khi|in|để|dùng|nếu|tính|mỗi|như|viết|theo|gõ|không|từ|kể|hoặc)(?!\w)|\.$|\. "
)
_FLAG = re.compile(r"có: ([^;,(.]+)")
_NAMED_IN_CAPITALS = re.compile(r"[A-ZĐ]{2}")

GRAVEST = (
    Nature.FIGURE,
    Nature.DATE,
    Nature.UNIT,
    Nature.OBLIGATION,
    Nature.BASIS,
    Nature.FINDING,
    Nature.FORM,
    Nature.RECORD,
)
"""The natures, those of content first: one wrong figure makes the whole a matter of content."""


class Error(StrEnum):
    """What a wrong value is, and so how an issued paper is corrected (NĐ 30/2020, khoản 3 Điều 18)."""

    CONTENT = "content"  # sửa đổi, bổ sung, thay thế
    FORM = "form"  # đính chính
    NONE = "none"  # nothing printed is wrong


class _Table(NamedTuple):
    natures: Mapping[tuple[str, str], Nature]
    names: Mapping[tuple[str, str], str]
    clauses: Mapping[str, str | None]


@lru_cache(maxsize=1)
def _table() -> _Table:
    typed: Any = parse_source((files(__package__) / FILE).read_text(encoding="utf-8"), FILE).values()
    natures = {
        (group, field): Nature(nature)
        for group, told in typed["fields"].items()
        for nature, fields in told.items()
        for field in fields
    }
    names = {(*key.split("."),): name for key, name in typed["names"].items()}
    return _Table(natures, names, typed["clauses"])


def natures() -> Mapping[tuple[str, str], Nature]:
    """Return the nature of each field by group and the field's name in YAML."""
    return _table().natures


def own_names() -> Mapping[tuple[str, str], str]:
    """Return the names of fields whose description does not read as one."""
    return _table().names


def groups_of(model: type[BaseModel]) -> list[str]:
    """Return the names of a group of fields and of those it is made from, the nearest first."""
    return [base.__name__.lstrip("_") for base in model.__mro__]


def nature_of(model: type[BaseModel], field: str) -> Nature:
    """Return the nature of a field; one that nobody judged counts as content, which is the careful side."""
    known = natures()
    return next(
        (known[group, field] for group in groups_of(model) if (group, field) in known), Nature.FINDING
    )


def error_of(nature: Nature) -> Error:
    """Return what a wrong field of this nature is: of content, of form, or nothing that is printed."""
    return {Nature.FORM: Error.FORM, Nature.RECORD: Error.NONE}.get(nature, Error.CONTENT)


def clause_of(error: Error) -> str | None:
    """Return the clause that says how such an error is corrected."""
    return _table().clauses[error]


def gravest(found: list[Nature]) -> Nature:
    """Return the gravest of several natures; record when there is none."""
    return min(found, key=GRAVEST.index, default=Nature.RECORD)


def field_named(model: type[BaseModel], name: str) -> tuple[str, FieldInfo]:
    """Return a field by its name in YAML, with its name in Python; KeyError when there is none."""
    for attribute, field in model.model_fields.items():
        if name in (field.alias, attribute):
            return attribute, field
    raise KeyError(name)


def vietnamese_name(model: type[BaseModel], field: str) -> str:
    """Return what clerks call a field: the beginning of its description, up to its first mark."""
    own = own_names()
    found = next((own[group, field] for group in groups_of(model) if (group, field) in own), None)
    if found is None:
        described = field_named(model, field)[1].description or field
        flag = _FLAG.match(described)
        found = flag[1].strip() if flag else _NAME_ENDS.split(described, maxsplit=1)[0].strip()
    return found if _NAMED_IN_CAPITALS.match(found) else lower_first(found)


def english_name(field: str) -> str:
    """Return the name of a field in English: the fields of the files have English names."""
    return field.replace("_", " ")
