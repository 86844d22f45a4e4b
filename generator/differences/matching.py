"""Which items of two lists are the same one: by their ids, else by what they say, else by their place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from generator.alignment import word_likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SAME_WITH_ANOTHER_ID = 0.75
_SAME = 0.5
_MOST_COMPARED = 4_000


class Match(NamedTuple):
    """An item of the old list (its index, None when it is new) and of the new one; `moved` in the order."""

    old: int | None
    new: int | None
    moved: bool = False


def matched(old: Sequence[Any], new: Sequence[Any]) -> list[Match]:
    """Return every item of both lists once: those of the new list in order, then those that are gone."""
    partner = _by_id(old, new)
    _by_equality(old, new, partner)
    _by_likeness(old, new, partner)
    _by_place(old, new, partner)
    answers = {index: other for other, index in partner.items()}
    kept = [answers[index] for index in range(len(new)) if index in answers]
    in_order = _longest_increasing(kept)
    found = [
        Match(answers.get(index), index, index in answers and answers[index] not in in_order)
        for index in range(len(new))
    ]
    return [*found, *(Match(index, None) for index in range(len(old)) if index not in partner)]


def _id(item: Any) -> str | None:
    return getattr(item, "id", None)


def _by_id(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Return old index → new index of the items whose id both lists have."""
    places = {key: index for index, item in enumerate(new) if (key := _id(item)) is not None}
    return {index: places[key] for index, item in enumerate(old) if (key := _id(item)) in places}


def _open(items: Sequence[Any], taken: set[int]) -> list[int]:
    return [index for index in range(len(items)) if index not in taken]


def _by_equality(old: Sequence[Any], new: Sequence[Any], partner: dict[int, int]) -> None:
    waiting = _open(new, {*partner.values()})
    for index in _open(old, {*partner}):
        found = next((place for place in waiting if new[place] == old[index]), None)
        if found is not None:
            partner[index] = found
            waiting.remove(found)


def _by_likeness(old: Sequence[Any], new: Sequence[Any], partner: dict[int, int]) -> None:
    """Take the pairs that are most alike first; items with ids of their own must be nearly the same."""
    lefts, rights = _open(old, {*partner}), _open(new, {*partner.values()})
    if len(lefts) * len(rights) > _MOST_COMPARED:
        return
    ranked = []
    for left in lefts:
        for right in rights:
            alike = likeness(old[left], new[right])
            if alike >= _least(old[left], new[right]):
                ranked.append((-alike, abs(left - right), left, right))
    taken: set[int] = set()
    for _, _, left, right in sorted(ranked):
        if left not in partner and right not in taken:
            partner[left] = right
            taken.add(right)


def _least(one: Any, other: Any) -> float:
    return _SAME_WITH_ANOTHER_ID if _id(one) is not None and _id(other) is not None else _SAME


def _by_place(old: Sequence[Any], new: Sequence[Any], partner: dict[int, int]) -> None:
    """Pair what is left between the same neighbours, unless an id says that it is something else."""
    answers = {index: other for other, index in partner.items()}
    gaps: dict[int, list[int]] = {}
    for index in _open(new, {*answers}):
        if _id(new[index]) is None:
            before = max((place for place in answers if place < index), default=-1)
            gaps.setdefault(before, []).append(index)
    known = dict(partner)
    for index in _open(old, {*known}):
        if _id(old[index]) is None:
            before = known[max(left)] if (left := [place for place in known if place < index]) else -1
            if gaps.get(before):
                partner[index] = gaps[before].pop(0)


def _longest_increasing(numbers: Sequence[int]) -> set[int]:
    """Return a longest part of the numbers that stands in rising order: the others were moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1], ends[at : at + 1] = [number], [place]
    found, place_or_none = set(), ends[-1] if ends else None
    while place_or_none is not None:
        found.add(numbers[place_or_none])
        place_or_none = before[place_or_none]
    return found


# --- how much two items are alike --------------------------------------------------------------------


def likeness(one: Any, other: Any) -> float:
    """Return how much two items say the same, 0 to 1: the mean over the fields that either of them has."""
    if type(one) is not type(other):
        return 0.0
    first, second = dict(_leaves(one)), dict(_leaves(other))
    names = {*first, *second} - {("id",)}
    if not names:
        return 0.0
    return sum(_alike(first, second, name) for name in names) / len(names)


def _alike(first: Mapping[tuple[str, ...], Any], second: Mapping[tuple[str, ...], Any], name: Any) -> float:
    one, other = first.get(name), second.get(name)
    if one == other:
        return 1.0
    return word_likeness(one, other) if isinstance(one, str) and isinstance(other, str) else 0.0


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, str(index)))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif value is not None:
        yield path, value
