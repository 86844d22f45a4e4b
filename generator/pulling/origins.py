"""Where in the YAML a printed value stands, by the path that its anchor tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compose.readiness import data_path
from generator.yaml_source import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.anchors import AnchoredParagraph
    from generator.yaml_source import DataPath, Node, Source

_OF_UNIT = ("report", "minutes", "explanation")
_BY_NAME = {"team-report": ("team_report",)}


def is_computed(path: str) -> bool:
    """Return whether a path is a reference to figures, papers or blocks: ``=all.settled.total``."""
    return path.startswith("=")


def origin(path: str, source: Source) -> DataPath:
    """Return the place of a printed value in the YAML: cited papers stand where their id does."""
    if is_computed(path):
        return _figure(path, source)
    name, _, rest = path.partition(".")
    found = _BY_NAME.get(name) or _listed(name, source) or _of_unit(name, source)
    return (*found, *(data_path(rest) if rest else ())) if found else data_path(path)


def _listed(name: str, source: Source) -> DataPath:
    if name in source.root.values:
        return ()
    return next(((("papers", n)) for n, item in _items(source, ("papers",)) if _id(item) == name), ())


def _of_unit(name: str, source: Source) -> DataPath:
    kind, _, unit = name.partition("-")
    if kind not in _OF_UNIT:
        return ()
    units = _items(source, ("inspected_units",))
    return next((("inspected_units", n, kind) for n, item in units if _id(item) == unit), ())


def _figure(path: str, source: Source) -> DataPath:
    """Return the figure that a reference names first; the figures when it names all of them."""
    text = path.removeprefix("=").removeprefix("sum(")
    name = text.split(".")[0].split(",")[0].rstrip(")%")
    for number, item in _items(source, ("figures",)):
        if _id(item) == name:
            return ("figures", number)
    return _listed(name, source) or (("figures",) if "figures" in source.root.values else ())


def _items(source: Source, path: DataPath) -> Iterator[tuple[int, Mapping]]:
    node = source.node(path)
    for number, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        if isinstance(item, Mapping):
            yield number, item


def _id(item: Mapping) -> str:
    node = item.values.get("id")
    return (node.text or "").strip() if isinstance(node, Scalar) else ""


def leaves(node: Node | None, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Yield every text at or below a node with its path."""
    if isinstance(node, Scalar):
        if node.text is not None:
            yield path, node.text
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from leaves(item, (*path, number))
    elif isinstance(node, Mapping):
        for key, item in node.values.items():
            yield from leaves(item, (*path, key))


def item_of(line: AnchoredParagraph, source: Source) -> tuple[DataPath, int, DataPath] | None:
    """Return the list, the place in it and the field of the item that a paragraph prints first.

    None when the paragraph prints no item of a list.
    """
    for segment in line.segments:
        if segment.path is None or is_computed(segment.path):
            continue
        path = origin(segment.path, source)
        numbers = [place for place, part in enumerate(path) if isinstance(part, int)]
        if numbers and isinstance(source.node(path[: numbers[-1]]), Sequence):
            last = numbers[-1]
            return path[:last], int(path[last]), path[last + 1 :]
    return None
