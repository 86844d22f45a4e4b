"""The files that an inspection takes something from: spreadsheets of its figures, its photographs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.yaml_source import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.yaml_source import Node, Source


def attached_files(source: Source) -> tuple[str, ...]:
    """Return the paths that are typed, from the folder of the YAML file; each once, in their order."""
    figures = (item.values.get("from") for item in source.mappings(("figures",)))
    photos = source.mappings(("attachments", "photos"))
    return tuple(dict.fromkeys(file for node in (*figures, *photos) for file in _file(node)))


def _file(node: Node | None) -> Iterator[str]:
    typed = node.values.get("file") if isinstance(node, Mapping) else None
    if isinstance(typed, Scalar) and typed.text:
        yield typed.text.strip()
