"""One YAML source + a model → its value, or a diagnostic with its place for every field that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, Refused
from generator.model.meanings import fields_at, meaning
from generator.model.names import nearest
from generator.yaml_source import DataPath, Mapping, Scalar, Sequence, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.names import Names
    from generator.yaml_source import Node

_MOST_TOLD = 200  # errors of one file; more help nobody
_Model = TypeVar("_Model", bound=BaseModel)


def validated(model: type[_Model], source: Source, names: Names | None) -> _Model:
    """Return the file as a model; Refused with a diagnostic for every field that is wrong."""
    return validated_at(model, source.values(), source, (), names)


def validated_at(
    model: type[_Model], values: object, source: Source, at: DataPath, names: Names | None
) -> _Model:
    """Return what stands at a place of the file as a model; Refused as `validated` is."""
    try:
        return model.model_validate(values, context=names)
    except ValidationError as error:
        items = error.errors()
        inside = {tuple(item["loc"][:length]) for item in items for length in range(len(item["loc"]))}
        # A list whose items are all wrong is not also too short.
        told = [item for item in items if item["type"] != "too_short" or tuple(item["loc"]) not in inside]
        raise Refused([_diagnostic(item, model, source, at) for item in told[:_MOST_TOLD]]) from error


def _diagnostic(item: Any, model: type[BaseModel], source: Source, at: DataPath) -> Diagnostic:
    below = _data_path(item["loc"], source, at)
    path = (*at, *below)
    shown = ".".join(str(key + 1) if isinstance(key, int) else key for key in path)
    arguments: dict[str, str | int] = {"field": shown, "meaning": meaning(model, below)}
    kind, place = item["type"], source.place(path)
    if kind == "missing":
        return Diagnostic("field-missing", source.place(path[:-1]), arguments=arguments)
    if kind == "extra_forbidden":
        return _unknown_field(path, item, fields_at(model, below[:-1]), source, arguments)
    code = _CODES.get(kind, kind)
    arguments |= {
        key: value for key, value in (item.get("ctx") or {}).items() if isinstance(value, (str, int))
    }
    if code == "value-not-text" and _looks_like_reference(source.node(path)):
        code = "reference-unquoted"
    if kind in ("union_tag_invalid", "literal_error"):
        choices = str(arguments.get("expected_tags") or arguments.get("expected")).replace("'", "")
        arguments |= {"text": arguments.get("tag", _typed(source, path)), "choices": choices}
    return Diagnostic(
        code, place, arguments={**arguments, "text": arguments.get("text", _typed(source, path))}
    )


_CODES = {
    "model_type": "value-not-fields",
    "model_attributes_type": "value-not-fields",
    "dict_type": "value-not-fields",
    "tuple_type": "value-not-list",
    "list_type": "value-not-list",
    "too_short": "list-too-short",
    "literal_error": "value-not-in-list",
    "union_tag_invalid": "value-not-in-list",
    "union_tag_not_found": "figure-without-kind",
}


def _typed(source: Source, path: DataPath) -> str:
    node = source.node(path)
    return node.text or "" if isinstance(node, Scalar) else ""


def _looks_like_reference(node: Node | None) -> bool:
    return isinstance(node, Sequence) and bool(node.items) and isinstance(node.items[0], Sequence)


def _data_path(loc: Iterable[str | int], source: Source, at: DataPath) -> DataPath:
    """Return the place below `at`; pydantic also names the branch of a union, which the data has not."""
    path: list[str | int] = []
    loc = tuple(loc)
    for index, key in enumerate(loc):
        node = source.node((*at, *path))
        tag = isinstance(node, Mapping) and node.values.get("kind")
        if isinstance(tag, Scalar) and tag.text == key and index > 0 and isinstance(loc[index - 1], int):
            continue
        path.append(key)
    return tuple(path)


def _unknown_field(
    path: DataPath, item: Any, fields: Iterable[str], source: Source, arguments: dict[str, str | int]
) -> Diagnostic:
    parent = source.node(path[:-1])
    in_braces = isinstance(parent, Mapping) and parent.flow
    if in_braces and item["input"] is None:
        return Diagnostic("yaml-comma", source.key_place(path), arguments={**arguments, "key": str(path[-1])})
    near = nearest(str(path[-1]), fields)
    code = "field-unknown-near" if near else "field-unknown"
    arguments |= {"key": str(path[-1]), "near": near, "known": ", ".join(fields)}
    return Diagnostic(code, source.key_place(path), arguments=arguments)
