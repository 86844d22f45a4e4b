"""Every rich text of a model with its data path."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from generator.model.fields import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

DataPath = tuple[str | int, ...]


def rich_texts(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, RichText]]:
    """Yield (data path, text) of every rich text of a model."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from rich_texts(item, (*path, index))
    elif isinstance(value, RichText):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from rich_texts(item, (*path, key))
    elif not isinstance(value, (str, int, NoneType)) and isinstance(value, BaseModel):
        for name, typed in _fields(type(value)):
            held = getattr(value, name)
            if held is not None:
                yield from rich_texts(held, (*path, typed))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return (name, name in the YAML) of each field of a model that can hold rich text, however deep."""
    fields = model.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, RichText):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_fields(annotation))
    return any(map(_may_hold, get_args(annotation)))
