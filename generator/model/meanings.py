"""What the fields of a model are called and mean, asked by data path: for hints and messages."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

DataPath = tuple[str | int, ...]


@lru_cache(maxsize=8)
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def fields_at(model: type[BaseModel], path: DataPath) -> dict[str, str]:
    """Return the fields (as they are typed in YAML) of the group at `path`, with what each means."""
    node: Any = _schema(model)
    definitions = node.get("$defs", {})
    for key in path:
        node = _step(node, key, definitions)
    return {name: str(field.get("description", "")) for name, field in _resolved(node, definitions).items()}


def meaning(model: type[BaseModel], path: DataPath) -> str:
    """Return what the field at `path` means in Vietnamese, "" when it is no field."""
    return fields_at(model, path[:-1]).get(str(path[-1]), "").rstrip(".") if path else ""


def _step(node: Any, key: str | int, definitions: Any) -> Any:
    if isinstance(key, int):
        return next((part["items"] for part in _branches(node, definitions) if "items" in part), {})
    return _resolved(node, definitions).get(key, {})


def _resolved(node: Any, definitions: Any) -> dict[str, Any]:
    """Return the properties of a group; those of one name in several kinds of it together."""
    found: dict[str, Any] = {}
    for part in _branches(node, definitions):
        for name, field in part.get("properties", {}).items():
            found[name] = {**field, "anyOf": [found[name], field]} if name in found else field
    return found


def _branches(node: Any, definitions: Any) -> Iterator[Any]:
    if "$ref" in node:
        yield from _branches(definitions[node["$ref"].rpartition("/")[2]], definitions)
        return
    yield node
    for group in ("anyOf", "oneOf", "allOf"):
        for part in node.get(group, ()):
            yield from _branches(part, definitions)
