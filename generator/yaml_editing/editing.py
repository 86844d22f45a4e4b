"""Change one value of a YAML text; the result is read again and must differ in exactly that value."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode
from generator.yaml_editing.items import (
    beside,
    column,
    comments_start,
    dash,
    in_flow,
    in_lines,
    item_end,
    line_end,
    line_start,
    margin_of,
    new_lines,
    with_flow_item,
    without_flow_item,
)
from generator.yaml_editing.scalars import ways
from generator.yaml_editing.spans import BLOCK_STYLES, Branch, Leaf, at, index_of, spans
from generator.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.yaml_source import DataPath, Plain

    Change: TypeAlias = Callable[[Plain], Plain]
    _Where: TypeAlias = tuple[DataPath, str]

_BOM = "\ufeff"


def edited(text: str, path: DataPath, value: str | None, file: str = "") -> str:
    """Return the text with another value at `path`; a field that is not there yet is added.

    Refused when the path leads nowhere, when a list or fields stand there, or when the value cannot be
    written without touching anything else; `file` names the text in what is said.
    """
    bom, body = _without_bom(text)
    root = spans(body, file)
    found = at(root, path)
    if isinstance(found, Branch):
        raise _refused("yaml-edit-not-text", path, file)
    if found is None:
        return bom + _with_field(body, root, path, value, file)
    if found.value == value:
        return text
    tries = (body[: found.start] + way + body[found.end :] for way in ways(body, found, value))
    endings = ("", "\n") if found.style in BLOCK_STYLES else ("",)
    wanted = [_put(_values(body, file), path, value if value is None else value + end) for end in endings]
    return bom + _proved(tries, wanted, path, file)


def inserted(text: str, path: DataPath, index: int, item: Plain, file: str = "") -> str:
    """Return the text with an item more in the list at `path`, before the one at `index` or as the last.

    A list that is empty or missing is begun. Refused as `edited` does.
    """
    bom, body = _without_bom(text)
    found = at(spans(body, file), path)
    values = _values(body, file)
    if found is None or isinstance(found, Leaf):
        if isinstance(found, Leaf) and found.value is not None:
            raise _refused("yaml-edit-not-list", path, file)
        return bom + _begun(body, path, [item], file)
    if found.fields:
        raise _refused("yaml-edit-not-list", path, file)
    index = max(0, min(index, len(found.values)))
    wanted = _at(values, path, lambda old: [*_list(old)[:index], _composed(item), *_list(old)[index:]])
    return bom + _proved([_with_item(body, found, index, item, (path, file))], [wanted], path, file)


def deleted(text: str, path: DataPath, file: str = "") -> str:
    """Return the text without the item of a list at `path`; comments above it stay. Refused as `edited` does.

    A list that loses its last item stays as ``[]``.
    """
    bom, body = _without_bom(text)
    index, branch = path[-1] if path else None, at(spans(body, file), path[:-1])
    if not isinstance(branch, Branch) or branch.fields or index_of(branch, index or 0) is None:
        raise _refused("yaml-edit-no-place", path, file)
    number = int(index or 0)
    wanted = _at(
        _values(body, file), path[:-1], lambda old: [*_list(old)[:number], *_list(old)[number + 1 :]]
    )
    return bom + _proved([_without_item(body, branch, number, path, file)], [wanted], path, file)


def moved(text: str, path: DataPath, to: int, file: str = "") -> str:
    """Return the text with the item of a list at `path` at the place `to`.

    Its lines go with it, and the comments above it. Refused as `edited` does.
    """
    bom, body = _without_bom(text)
    index, branch = path[-1] if path else None, at(spans(body, file), path[:-1])
    if not isinstance(branch, Branch) or not isinstance(index, int) or index_of(branch, index) is None:
        raise _refused("yaml-edit-no-place", path, file)
    order = [number for number in range(len(branch.values)) if number != index]
    order.insert(to, index)
    starts = [dash(body, branch, number) for number in range(len(branch.values))]
    if branch.flow or branch.fields or None in starts:
        raise _refused("yaml-edit-unsafe", path, file)
    ends = [item_end(body, branch, number) for number in range(len(branch.values))]
    begins = [comments_start(body, starts[0] or 0), *ends[:-1]]
    lines = [_whole_line(body[begins[number] : ends[number]]) for number in order]
    wanted = _at(_values(body, file), path[:-1], lambda old: [_list(old)[number] for number in order])
    return bom + _proved([body[: begins[0]] + "".join(lines) + body[ends[-1] :]], [wanted], path, file)


def _whole_line(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _without_bom(text: str) -> tuple[str, str]:
    return (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)


# --- what is written where -----------------------------------------------------------------------------


def _with_field(body: str, root: Branch, path: DataPath, value: Plain, file: str) -> str:
    """Return the text with a field that was not there, behind the last one beside it."""
    depth = next(n for n in range(len(path) - 1, -1, -1) if n == 0 or at(root, path[:n]) is not None)
    branch, names = at(root, path[:depth]), path[depth:]
    if not all(isinstance(name, str) for name in names):
        raise _refused("yaml-edit-no-place", path, file)
    wanted = [_put(_values(body, file), path, value)]
    for name in reversed(names[1:]):
        value = {str(name): value}
    if isinstance(branch, Leaf) and branch.value is None:
        if depth == 0 or branch.end > branch.start:
            raise _refused("yaml-edit-no-place", path, file)
        written = " " + in_flow({str(names[0]): value})
        return _proved([body[: branch.start] + written + body[branch.end :]], wanted, path, file)
    if not isinstance(branch, Branch) or not branch.fields:
        raise _refused("yaml-edit-no-place", path, file)
    return _proved([beside(body, branch, str(names[0]), value)], wanted, path, file)


def _begun(body: str, path: DataPath, items: list[Plain], file: str) -> str:
    root = spans(body, file)
    found = at(root, path)
    if isinstance(found, Leaf):
        if found.end > found.start:
            raise _refused("yaml-edit-no-place", path, file)
        wanted = _put(_values(body, file), path, items)
        end = line_end(body, found.end)
        indent = len(margin_of(body, found.start)) + 2
        lines = new_lines(body, end, " " * indent + in_lines(items, indent))
        return _proved([lines], [wanted], path, file)
    return _with_field(body, root, path, items, file)


def _with_item(body: str, branch: Branch, index: int, item: Plain, where: _Where) -> str:
    if branch.flow:
        return with_flow_item(body, branch, index, item)
    indent = column(body, branch.start)
    start = item_end(body, branch, index - 1) if index else dash(body, branch, 0)
    if start is None or dash(body, branch, max(index - 1, 0)) is None:
        raise _refused("yaml-edit-unsafe", *where)
    return new_lines(body, start, " " * indent + in_lines([item], indent))


def _without_item(body: str, branch: Branch, index: int, path: DataPath, file: str) -> str:
    if branch.flow:
        return without_flow_item(body, branch, index)
    if len(branch.values) == 1:
        start, end = line_start(body, branch.start), item_end(body, branch, 0)
        above = body[:start].rstrip()
        if not above.endswith(":"):  # a comment stands between, or the dash is not on a line of its own
            raise _refused("yaml-edit-unsafe", path, file)
        return f"{above} []{body[len(above) : start]}{body[end:]}"
    here = dash(body, branch, index)
    if here is None:
        raise _refused("yaml-edit-unsafe", path, file)
    return body[:here] + body[item_end(body, branch, index) :]


# --- proving ---------------------------------------------------------------------------------------------


def _proved(tries: Iterable[str], wanted: list[Plain], path: DataPath, file: str) -> str:
    """Return the first text that reads as wanted; Refused with what is wrong with it if none does."""
    wrong: Refused | None = None
    for text in tries:
        try:
            if _values(text, file) in wanted:
                return text
        except Refused as refused:
            wrong = wrong or refused
    if wrong is not None and any(item.code.startswith("character") for item in wrong.diagnostics):
        raise wrong
    raise _refused("yaml-edit-unsafe", path, file)


def _values(text: str, file: str) -> Plain:
    return dict(parse_source(decode(text.encode(), file), file).values())


def _put(values: Plain, path: DataPath, value: Plain) -> Plain:
    return _at(values, path, lambda _: _composed(value))


def _at(values: Plain, path: DataPath, change: Change) -> Plain:
    """Return a copy of the values with the one at `path` changed, made where it was missing."""
    if not path:
        return change(values)
    key, rest = path[0], path[1:]
    if isinstance(values, list) and isinstance(key, int):
        return [_at(item, rest, change) if n == key else item for n, item in enumerate(values)]
    known = values if isinstance(values, dict) else {}
    return {**known, str(key): _at(known.get(str(key)), rest, change)}


def _list(values: Plain) -> list[Plain]:
    return values if isinstance(values, list) else []


def _composed(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _composed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return value if value is None else unicodedata.normalize("NFC", value)


def _refused(code: str, path: DataPath, file: str) -> Refused:
    shown = ".".join(map(str, path))
    return Refused([Diagnostic(code, Place(file), arguments={"path": shown})])
