"""Where each value of a YAML text begins and ends, in characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from generator.yaml_source import DataPath, PathKey

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text: `style` is its quote or its ``|`` or ``>``, empty for none; `value` is None for nothing."""

    start: int
    end: int
    style: str
    value: str | None


@dataclass(slots=True)
class Branch:
    """A list or fields. `flow` stands in brackets; `names` are empty for a list."""

    start: int
    end: int
    flow: bool
    fields: bool
    names: list[Leaf] = field(default_factory=list)
    values: list[Span] = field(default_factory=list)


Span: TypeAlias = Leaf | Branch


def spans(text: str, file: str) -> Branch:
    """Return the spans of a text; Refused when it is not one that the program reads."""
    parse_source(text, file)
    stack: list[Branch] = []
    root: Branch | None = None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            fields = isinstance(event, yaml.MappingStartEvent)
            branch = Branch(_place(event.start_mark), 0, bool(event.flow_style), fields)
            _add(stack, branch)
            root = root or branch
            stack.append(branch)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = stack.pop()
            closed.end = _place(event.end_mark) if closed.flow else _last_end(closed)
        elif isinstance(event, yaml.ScalarEvent):
            _add(stack, _leaf(event, text))
    if root is None:  # pragma: no cover - parse_source has refused it
        raise AssertionError(file)
    return root


def _place(mark: Any) -> int:
    return int(mark.index)


def _leaf(event: yaml.ScalarEvent, text: str) -> Leaf:
    style = event.style or ""
    start, end = _place(event.start_mark), _place(event.end_mark)
    if style in BLOCK_STYLES:  # libyaml counts the empty lines behind it
        end = start + len(text[start:end].rstrip())
    value = None if not style and event.value in NULLS else event.value
    return Leaf(start, end, style, value)


def _add(stack: list[Branch], span: Span) -> None:
    if not stack:
        return
    parent = stack[-1]
    if parent.fields and len(parent.names) == len(parent.values) and isinstance(span, Leaf):
        parent.names.append(span)
    else:
        parent.values.append(span)


def _last_end(branch: Branch) -> int:
    """Return where what is written of a branch without brackets ends, before the comments behind it."""
    return branch.values[-1].end if branch.values else branch.start


def child(span: Span | None, key: PathKey) -> Span | None:
    """Return the value under a name or at a place; None when there is none."""
    number = index_of(span, key)
    return span.values[number] if isinstance(span, Branch) and number is not None else None


def index_of(span: Span | None, key: PathKey) -> int | None:
    """Return which value of a branch has the name or the place."""
    if not isinstance(span, Branch):
        return None
    if not span.fields:
        return key if isinstance(key, int) and 0 <= key < len(span.values) else None
    return next((number for number, name in enumerate(span.names) if name.value == str(key)), None)


def at(root: Span, path: DataPath) -> Span | None:
    """Return the span at a path; None when the text has none."""
    found: Span | None = root
    for key in path:
        found = child(found, key)
    return found
