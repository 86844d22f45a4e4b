"""Every rich text of a model with its data path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.model.fields import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

DataPath = tuple[str | int, ...]


def rich_texts(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, RichText]]:
    """Yield (data path, text) of every rich text of a model."""
    if isinstance(value, RichText):
        yield path, value
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields
        for name in fields:
            yield from rich_texts(getattr(value, name), (*path, fields[name].alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from rich_texts(item, (*path, index))
