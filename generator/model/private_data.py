"""Dữ liệu cá nhân: which fields a paper for publication never prints, and what stands in them.

Chương trình coi mã hồ sơ và họ tên người nộp hồ sơ là không công khai theo mặc định (reference 5.10,
inference; the law on personal data was not read). An entry says otherwise with its field ``private``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.model.fields import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DataPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Private:
    """The mark of a field: private of itself (`always`), or only where its entry says ``private: có``.

    What is `telling` tells of a person wherever it stands, so prose is searched for it too.
    """

    always: bool = True
    telling: bool = True


PRIVATE = Private()
WITH_ENTRY = Private(always=False)
HIDDEN = Private(always=False, telling=False)


@dataclass(frozen=True, slots=True)
class PrivateText:
    """A private text and the path of its field: ``checked_files.0.code``."""

    text: str
    path: DataPath


@lru_cache(maxsize=64)
def private_fields(model: type[BaseModel]) -> Mapping[str, Private]:
    """Return the fields of a model that carry the mark."""
    return {
        name: mark
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Private)
    }


def withheld_fields(entry: BaseModel) -> list[str]:
    """Return the fields of one entry that a paper for publication does not print."""
    said = getattr(entry, "private", None)
    if said is False:
        return []
    return [name for name, mark in private_fields(type(entry)).items() if mark.always or said]


def private_texts(value: Any, path: DataPath = ()) -> Iterator[PrivateText]:
    """Yield every private text of a model that is telling."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from private_texts(item, (*path, index))
    elif isinstance(value, BaseModel):
        held = withheld_fields(value)
        for name, field in type(value).model_fields.items():
            found, where = getattr(value, name), (*path, field.alias or name)
            if name in held:
                telling = private_fields(type(value))[name].telling
                texts = found if isinstance(found, tuple) else (found,)
                yield from (PrivateText(text, where) for text in texts if text and telling)
            else:
                yield from private_texts(found, where)


def without_private(value: Any, withheld: str) -> Any:
    """Return a model in which `withheld` stands in place of every private text.

    Lists of them are empty, days are gone.
    """
    if isinstance(value, tuple):
        return tuple(without_private(item, withheld) for item in value)
    if not isinstance(value, BaseModel):
        return value
    held = withheld_fields(value)
    changed: dict[str, Any] = {}
    for name in type(value).model_fields:
        found = getattr(value, name)
        if name in held:
            changed[name] = _emptied(found, withheld)
        elif isinstance(found, (tuple, BaseModel)):
            changed[name] = without_private(found, withheld)
    return value.model_copy(update=changed)


def _emptied(found: Any, withheld: str) -> Any:
    if isinstance(found, str):
        return RichText(withheld) if isinstance(found, RichText) else withheld
    return () if isinstance(found, tuple) else None
