r"""YAML text as it was typed: every scalar is text with its line and column.

Nothing is guessed here: ``015`` stays ``015``, ``no`` stays ``no``; the model types a text by its
field. What YAML allows and a data file does not need (anchors, aliases, tags, several documents, keys
twice, depth over 64) is refused with its place.

Nodes are built from libyaml's parse events with an own stack, because libyaml's composer overflows the
C stack on deep input.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import yaml

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import MAX_CHARACTERS_TOLD, decode, named, place_at, read_bytes
from generator.measure import unprintable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_DEPTH = 64

PathKey: TypeAlias = str | int
DataPath: TypeAlias = tuple[PathKey, ...]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Of what was opened and not closed, the opening is the place to look.
_OPENED = ("while parsing a flow", "while scanning a quoted", "while scanning a double")


@dataclass(slots=True)
class Scalar:
    """One text; `text` is None for a plain null or for nothing at all.

    `cell` names the cell of a workbook that it was read from (`diagnostics.Place`).
    """

    text: str | None
    line: int
    column: int
    offset: int
    quoted: bool = False
    cell: str = ""


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    cell: str = ""


@dataclass(slots=True)
class Mapping:
    """Fields by name; `keys` has the place of each name. `flow` is written in braces."""

    line: int
    column: int
    flow: bool = False
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    pending: Scalar | None = None
    cell: str = ""


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Source:
    r"""One file: its name for messages, its text (NFC, newlines ``\\n``), and its nodes."""

    file: str
    text: str
    root: Mapping

    def node(self, path: DataPath) -> Node | None:
        """Return the node at `path`, or None."""
        found: Node | None = self.root
        for key in path:
            found = _child(found, key)
        return found

    def mappings(self, path: DataPath) -> list[Mapping]:
        """Return the groups of fields in the list at `path`; none when there is no list."""
        node = self.node(path)
        items = node.items if isinstance(node, Sequence) else ()
        return [item for item in items if isinstance(item, Mapping)]

    def place(self, path: DataPath) -> Place:
        """Return where the value at `path` stands; the nearest parent that exists if it does not."""
        node: Node = self.root
        for key in path:
            child = _child(node, key)
            if child is None:
                break
            node = child
        return self.place_of(node)

    def place_of(self, node: Node) -> Place:
        """Return where a node stands."""
        return Place(self.file, node.line, node.column, cell=node.cell)

    def key_place(self, path: DataPath) -> Place:
        """Return where the name of the field at `path` stands; an item of a list has the item's place."""
        parent = self.node(path[:-1])
        if isinstance(parent, Mapping) and path and path[-1] in parent.keys:
            key = parent.keys[str(path[-1])]
            return self.place_of(key)
        return self.place(path)

    def values(self) -> dict[str, Plain]:
        """Return the file as plain texts, lists and dicts."""
        return {key: plain_of(node) for key, node in self.root.values.items()}


def _child(node: Node | None, key: PathKey) -> Node | None:
    if isinstance(node, Mapping):
        return node.values.get(str(key))
    if isinstance(node, Sequence) and isinstance(key, int) and 0 <= key < len(node.items):
        return node.items[key]
    return None


def plain_of(node: Node) -> Plain:
    """Return a node as plain texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain_of(item) for item in node.items]
    return {key: plain_of(value) for key, value in node.values.items()}


def read_source(path: Path, file: str) -> Source:
    """Return the nodes of a YAML file, named `file` in messages; Refused with everything wrong in it."""
    return parse_source(decode(read_bytes(path, file), file), file)


def parse_source(text: str, file: str) -> Source:
    """Return the nodes of YAML text; Refused with a place and a plain word on anything else."""
    builder = _Builder(text, file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise Refused([*builder.found, _syntax(error, text, file)]) from error
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.text is None):
        raise Refused([Diagnostic("yaml-empty", Place(file))])
    if not isinstance(builder.root, Mapping):
        builder.found.append(
            Diagnostic("yaml-not-fields", Place(file, builder.root.line, builder.root.column))
        )
    builder.found += characters(builder.scalars, text, file)
    if builder.found or not isinstance(builder.root, Mapping):
        raise Refused(builder.found)
    return Source(file, text, builder.root)


class _Builder:
    """Makes nodes of libyaml's events; what is forbidden but readable is collected in `found`."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.root: Node | None = None
        self.found: list[Diagnostic] = []
        self.scalars: list[Scalar] = []
        self._stack: list[Mapping | Sequence] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event), event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(Mapping(*_mark(event), flow=bool(event.flow_style)), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(Sequence(*_mark(event)), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise self._stop("yaml-alias", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._stop("yaml-documents", event)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        quoted = event.style not in (None, "")
        text = None if not quoted and event.value in _NULLS else event.value
        offset = event.start_mark.index if event.start_mark else 0
        return Scalar(text, *_mark(event), offset, quoted)

    def _open(self, node: Mapping | Sequence, event: yaml.NodeEvent) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise self._stop("yaml-too-deep", event, limit=MAX_DEPTH)
        self._add(node, event)
        self._stack.append(node)

    def _stop(self, code: str, event: yaml.Event, **arguments: int) -> Refused:
        place = Place(self.file, *_mark(event))
        return Refused([*self.found, Diagnostic(code, place, arguments=arguments)])

    def _add(self, node: Node, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            raise self._stop("yaml-alias", event)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise self._stop("yaml-tag", event)
        if isinstance(node, Scalar):
            self.scalars.append(node)
        if not self._stack:
            self.root = node
        elif isinstance(self._stack[-1], Sequence):
            self._stack[-1].items.append(node)
        else:
            self._add_to_mapping(self._stack[-1], node)

    def _add_to_mapping(self, parent: Mapping, node: Node) -> None:
        if parent.pending is not None:
            key, parent.pending = parent.pending, None
            self._put(parent, key, node)
        elif isinstance(node, Scalar):
            parent.pending = node
        else:
            place = Place(self.file, node.line, node.column)
            raise Refused([*self.found, Diagnostic("yaml-key-not-text", place)])

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        name = key.text or ""
        if name in parent.keys:
            place = Place(self.file, key.line, key.column)
            arguments: dict[str, str | int] = {"key": name, "line": parent.keys[name].line}
            self.found.append(Diagnostic("yaml-duplicate-key", place, arguments=arguments))
            return
        parent.keys[name] = key
        parent.values[name] = node


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def characters(scalars: list[Scalar], text: str, file: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each character that the paper's font cannot print, or that prints nothing."""
    told = 0
    for scalar in scalars:
        if scalar.text is None or (scalar.text.isascii() and scalar.text.replace("\n", " ").isprintable()):
            continue
        offset = scalar.offset
        for _, character in unprintable(scalar.text.replace("\n", " ")):
            # An escape ("\\u200b") is not found as a character: the value's own place is told.
            at = text.find(character, offset)
            offset = at + 1 if at >= 0 else offset
            here = Place(file, scalar.line, scalar.column, cell=scalar.cell)
            place = place_at(text, at, file) if at >= 0 else here
            yield Diagnostic("character-unprintable", place, arguments=named(character))
            told += 1
            if told >= MAX_CHARACTERS_TOLD:
                return


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    if str(getattr(error, "context", "")).startswith(_OPENED):
        mark = error.context_mark  # type: ignore[attr-defined]
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    lines = text.split("\n")
    typed = lines[line - 1] if 0 < line <= len(lines) else ""
    problem = str(getattr(error, "problem", "") or error)
    return Diagnostic(
        _syntax_code(problem, typed, column),
        Place(file, line, column),
        arguments={"line": line, "problem": problem, "text": typed.strip()[:80]},
    )


def _syntax_code(problem: str, typed: str, column: int) -> str:
    """Return the message that says best what a clerk did, by libyaml's words and the typed line."""
    if "\t" in typed[: len(typed) - len(typed.lstrip())] or typed[column - 1 : column] == "\t":
        return "yaml-tab"
    if "mapping values are not allowed" in problem:
        return "yaml-colon"
    if "cannot start any token" in problem:
        return "yaml-quote"
    if "control characters" in problem:
        return "character-control-yaml"
    return "yaml-syntax"
