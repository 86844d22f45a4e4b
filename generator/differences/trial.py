"""Which papers and sentences a change reaches: tried, not guessed.

The new version is composed once more with this one change taken back; what then prints otherwise is what
the change does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.compose.line_language import BadWording
from generator.compose.resolve import UnknownBlock
from generator.diagnostics import Refused
from generator.differences.fields import field_named
from generator.differences.values import ChangeKind, Version
from generator.model.references import BadReference, FigureBook

if TYPE_CHECKING:
    from generator.differences.tree import Found
    from generator.yaml_source import DataPath

CATALOGUES, COVERS = "catalogues", "covers"
# What a version that nobody wrote can end in: a key without its entry, a figure without its number.
UNCOMPOSABLE = (
    Refused,
    BadReference,
    BadWording,
    UnknownBlock,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
)


def without(new: Version, found: Found) -> Version:
    """Return the new version with one change taken back; raises one of `UNCOMPOSABLE` when that cannot be."""
    if found.at[:1] == (CATALOGUES,):
        return _catalogues_without(new, found)
    if found.at[:1] == (COVERS,):
        raise LookupError(COVERS)  # what a summary covers was read with it and is not at hand otherwise
    inspection = _taken_back(new.loaded.inspection, found.at, found)
    loaded = replace(new.loaded, inspection=inspection, figures=FigureBook(inspection.figures))
    return Version(loaded, new.catalogues)


def _catalogues_without(new: Version, found: Found) -> Version:
    _, name, key, *rest = found.at
    entries = getattr(new.catalogues, str(name))
    entry = _taken_back(entries[key], tuple(rest), found)
    changed: dict[str, Any] = {str(name): {**entries, key: entry}}
    return Version(new.loaded, replace(new.catalogues, **changed))


def _taken_back(value: Any, path: DataPath, found: Found) -> Any:
    """Return `value` with what stands at `path` in it as it was before."""
    if not path:
        return found.old
    key, *rest = path
    if isinstance(value, BaseModel):
        attribute, _ = field_named(type(value), str(key))
        inner = _taken_back(getattr(value, attribute), tuple(rest), found)
        return value.model_copy(update={attribute: inner})
    if isinstance(value, dict):
        if not rest and found.kind is ChangeKind.ADDED:
            return {name: item for name, item in value.items() if name != key}
        return {**value, key: _taken_back(value.get(key), tuple(rest), found)}
    return _list_taken_back(list(value), int(key), tuple(rest), found)


def _list_taken_back(items: list[Any], index: int, rest: DataPath, found: Found) -> tuple[Any, ...]:
    if rest or found.kind is ChangeKind.CHANGED:
        items[index] = _taken_back(items[index], rest, found)
    elif found.kind is ChangeKind.ADDED:
        del items[index]
    elif found.kind is ChangeKind.REMOVED:
        items.insert(index, found.old)
    else:
        items.insert(int(found.old), items.pop(index))
    return tuple(items)
