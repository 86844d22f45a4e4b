"""Paragraphs that were deleted, added or moved: items of a list of the YAML, if that can be proved."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from generator.diagnostics import Place
from generator.pulling.origins import is_computed, item_of
from generator.pulling.results import Home, Kind, Left, Why
from generator.pulling.said import said, unlabelled
from generator.pulling.texts import shown_path
from generator.wording import short_date
from generator.wording.reading import Misread, parse_date
from generator.yaml_editing import deleted, inserted, moved
from generator.yaml_source import Mapping, plain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.anchors import AnchoredParagraph
    from generator.pulling.edited import EditedParagraph
    from generator.pulling.state import State
    from generator.yaml_source import DataPath, Plain

_PLACING = ("kind", "units", "scope", "owners", "owners_text", "petition_to")
"""What says where an item is printed: a new one beside it has the same, as far as it has to."""
_NEW_ID = "moi"
_DEADLINE = re.compile(r"(?:, hoàn thành)? trước ngày (\d{1,2}/\d{1,2}/\d{4})$")
_END = ".;,"


def take_out(state: State, number: int, one: AnchoredParagraph) -> Home | Left | None:
    """Delete the item of a deleted paragraph; None when it went with another one already."""
    line = state.at.get(number)
    if line is None:
        return None
    item = item_of(state.lines[line], state.source)
    whole = item is not None and _is_its_first(state, line, item)
    if item is None or not whole:
        return _stays(state, Kind.DELETED, number, one, "")
    path: DataPath = (*item[0], item[1])
    change = partial(deleted, path=path, file=state.bench.yaml.file)
    tried = state.tried(change)
    count = [unlabelled(each.text) for each in state.lines].count(unlabelled(one.text))
    if tried is None or [unlabelled(each.text) for each in tried[1]].count(unlabelled(one.text)) >= count:
        left = _stays(state, Kind.DELETED, number, one, "")
        because = state.wrong_with(change)
        return replace(left, why=Why.REFERRED if because else left.why, because=because)
    place = _place(state, path)
    effects = tuple(pair for pair in state.take(*tried) if pair[0] != said(one.text))
    return Home(Kind.DELETED, said(one.text), "", shown_path(path), place, (), effects)


def _is_its_first(state: State, line: int, item: tuple[DataPath, int, DataPath]) -> bool:
    """Return whether the paragraph is the first that prints the item: a row of an annex is not."""
    for number, each in enumerate(state.lines):
        found = item_of(each, state.source)
        if found is not None and found[:2] == item[:2]:
            return number == line
    return False


def _place(state: State, path: DataPath) -> Place:
    """Return where an item stands in the YAML as it is now, counted in that."""
    return state.source.place(path)


def _stays(state: State, kind: Kind, number: int, one: AnchoredParagraph, after: str) -> Left:
    paths = [segment.path for segment in one.segments if segment.path]
    data = [path for path in paths if not is_computed(path)]
    why = Why.UNPROVED if data else Why.FIGURE if paths else Why.WORDING
    place = state.place(state.origin((data or paths)[0])) if paths else Place()
    return Left(kind, why, said(one.text), after, place, (), number)


# --- added -------------------------------------------------------------------------------------------------


def put_in(
    state: State, before: int | None, behind: int | None, other: EditedParagraph
) -> tuple[Home | Left, int | None]:
    """Insert an item for an added paragraph, beside the one of a neighbour; return also where it is printed.

    `before` and `behind` are the lines of the paragraphs around it.
    """
    for line, step in ((before, 1), (behind, 0)):
        if line is None:
            continue
        found = _inserted(state, line, step, other)
        if found is not None:
            return found
    return Left(
        Kind.ADDED, Why.UNPROVED, "", said(other.text), Place(state.bench.yaml.file), other.authors
    ), None


def _inserted(state: State, line: int, step: int, other: EditedParagraph) -> tuple[Home, int] | None:
    item = item_of(state.lines[line], state.source)
    if item is None:
        return None
    path, index, field = item
    for value in _new_items(state, path, index, field, unlabelled(other.text)):
        tried = state.tried(
            partial(inserted, path=path, index=index + step, item=value, file=state.bench.yaml.file)
        )
        if tried is None:
            continue
        at = line + step
        if at < len(tried[1]) and unlabelled(tried[1][at].text) == unlabelled(other.text):
            new = (*path, index + step)
            effects = tuple(pair for pair in state.take(*tried) if pair[1] != said(tried[1][at].text))
            home = Home(
                Kind.ADDED, "", said(other.text), shown_path(new), _place(state, new), other.authors, effects
            )
            return home, at
    return None


def _new_items(state: State, path: DataPath, index: int, field: DataPath, text: str) -> Iterator[Plain]:
    """Yield items that may print a text: what says where it is printed is taken from the neighbour."""
    node = state.source.node((*path, index))
    if not isinstance(node, Mapping):
        yield from (text.lstrip("- ").rstrip(_END), text)
        return
    if len(field) != 1:
        return
    placing = {key: plain_of(value) for key, value in node.values.items() if key in _PLACING}
    name: dict[str, Plain] = {"id": _free_id(state.text)} if "id" in node.values else {}
    said_so = list(_texts(str(field[0]), text))
    for size in range(len(placing) + 1):
        for keys in combinations(placing, size):
            yield from ({**name, **{key: placing[key] for key in keys}, **words} for words in said_so)


def _texts(field: str, text: str) -> Iterator[dict[str, Plain]]:
    """Yield a text as an item may have it: its deadline apart, its full stop given by the wording."""
    bare = text.rstrip(_END)
    match = _DEADLINE.search(bare)
    if match and (day := _day(match[1])):
        yield {field: bare[: match.start()], "deadline": {"before": day}}
    for words in dict.fromkeys((bare, text)):
        yield {field: words}


def _day(text: str) -> str:
    try:
        return short_date(parse_date(text))
    except Misread:
        return ""


def _free_id(text: str) -> str:
    numbers = (f"{_NEW_ID}-{number}" for number in range(1, 1000))
    return next(name for name in numbers if not re.search(rf"\b{name}\b", text))


# --- moved -------------------------------------------------------------------------------------------------


def move(
    state: State, number: int, before: int | None, behind: int | None, one: AnchoredParagraph
) -> Home | Left:
    """Move the item of a moved paragraph to its new neighbours, which are lines as they stand now."""
    line = state.at.get(number)
    item = item_of(state.lines[line], state.source) if line is not None else None
    if line is None or item is None:
        return _stays(state, Kind.MOVED, number, one, said(one.text))
    path: DataPath = (*item[0], item[1])
    for to, near in _targets(state, item, before, behind):
        tried = state.tried(partial(moved, path=path, to=to, file=state.bench.yaml.file))
        if tried and _stands_by(tried[1], unlabelled(state.lines[line].text), *near):
            place = _place(state, path)
            text = said(state.lines[line].text)
            effects = tuple(pair for pair in state.take(*tried) if unlabelled(pair[0]) != unlabelled(text))
            return Home(Kind.MOVED, text, near[0] or near[1], shown_path(path), place, (), effects)
    return _stays(state, Kind.MOVED, number, one, said(one.text))


def _targets(
    state: State, item: tuple[DataPath, int, DataPath], before: int | None, behind: int | None
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the places in the list that stand right behind or right before a neighbour's item."""
    for line, step in ((before, 1), (behind, 0)):
        other = item_of(state.lines[line], state.source) if line is not None else None
        if line is not None and other is not None and other[0] == item[0] and other[1] != item[1]:
            to = other[1] + step - (1 if item[1] < other[1] else 0)
            text = unlabelled(state.lines[line].text)
            yield to, ((text, "") if step else ("", text))


def _stands_by(lines: tuple[AnchoredParagraph, ...], text: str, before: str, behind: str) -> bool:
    said_now = [unlabelled(line.text) for line in lines]
    pairs = list(pairwise(said_now))
    return (before, text) in pairs or (text, behind) in pairs
