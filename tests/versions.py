"""Two versions of an inspection for tests: the sample, and the sample with one scalar typed otherwise."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.catalogues.entries import Catalogues
from generator.commands.comparing import Composing
from generator.diagnostics import Refused
from generator.differences import Version
from generator.differences.fields import field_named
from generator.differences.printing import _metadata
from generator.load import checked, load_catalogues
from generator.model.fields import KeyOf, OneOf
from generator.project import find_project
from generator.wording import parse_count, parse_date, short_date
from generator.yaml_source import Mapping, Scalar, Sequence, parse_source
from tests.inspections import ROOT, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.yaml_source import DataPath, Node, Source

PROJECT = find_project(ROOT)
TEXT = (PROJECT.inspections / SAMPLE).read_text(encoding="utf-8")


@lru_cache
def catalogues() -> Catalogues:
    return load_catalogues(PROJECT)


@lru_cache
def composing() -> Composing:
    return Composing(PROJECT)


def version(text: str = TEXT, known: Catalogues | None = None) -> Version:
    return _sample() if text == TEXT and known is None else _version(text, known or catalogues())


@lru_cache
def _sample() -> Version:
    return _version(TEXT, catalogues())


def _version(text: str, known: Catalogues) -> Version:
    return Version(checked(parse_source(text, "inspections/mau.yaml"), known), known)


def edited(*pairs: tuple[str, str], text: str = TEXT) -> Version:
    """Return the sample with texts replaced, each of which it holds once."""
    for old, new in pairs:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return version(text)


def scalars(node: Node, path: DataPath = ()) -> Iterator[tuple[DataPath, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    else:
        children = node.values.items() if isinstance(node, Mapping) else enumerate(node.items)
        for key, child in children:
            yield from scalars(child, (*path, key))


def field_at(value: Any, path: DataPath) -> tuple[type[BaseModel], str, str]:
    """Return the group and the name of the field that a data path leads to, and the way by ids."""
    names: list[str] = []
    group, name = type(value), ""
    for key in path:
        if isinstance(value, BaseModel):
            group, name = type(value), str(key)
            value = getattr(value, field_named(group, name)[0])
            names.append(name)
        elif isinstance(value, dict):
            value = value[str(key)]
            names.append(str(key))
        elif isinstance(value, tuple):
            value = value[int(key)]
            if isinstance(value, BaseModel):
                names.append(getattr(value, "id", None) or str(key))
        else:
            break
    return group, name, ".".join(names)


def others(text: str, group: type[BaseModel], name: str, source: Source) -> Iterator[str]:
    """Yield what might be typed in a field in place of `text`."""
    metas = list(_metadata(field_named(group, name)[1]))
    for meta in metas:
        if isinstance(meta, OneOf):
            yield from (choice for choice in meta.choices if choice != text)
        if isinstance(meta, KeyOf):
            yield from (key for kind in meta.kinds for key in _keys(kind, source) if key != text)
    yield f"{text} sửa"
    with suppress(ValueError):
        yield str(parse_count(text) + 1)
    with suppress(ValueError):
        yield short_date(parse_date(text) + timedelta(days=1))
    yield from ("86,5%", "17", "09:15", f"{text}-sua", "PL.(7)", "IV/2026", "01/6/2026", "có", "không")


def _keys(kind: str, source: Source) -> list[str]:
    known = catalogues().entries()
    if kind in known:
        return [entry.key for entry in known[kind]]
    places = {"unit": "inspected_units", "scope": "scope", "paper": "papers"}
    node = source.node((places[kind],)) if kind in places else source.node(("findings", "limitations"))
    assert isinstance(node, Sequence)
    return [
        str(item.values["id"].text)
        for item in node.items
        if isinstance(item, Mapping) and "id" in item.values
    ]


def one_scalar_otherwise(source: Source, path: DataPath, group: type[BaseModel], name: str) -> Version | None:
    """Return the inspection with another value in one place that is accepted and means something else."""
    node = source.node(path)
    assert isinstance(node, Scalar)
    typed, before = node.text, version().loaded.inspection
    try:
        for other in others(typed or "", group, name, source):
            node.text = other
            try:
                found = checked(source, catalogues())
            except Refused:
                continue
            if found.inspection != before:
                return Version(found, catalogues())
    finally:
        node.text = typed
    return None
