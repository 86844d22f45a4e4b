"""Which paragraph of an edited file is which printed one: by its key, else by what it says."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.pulling.said import LONGEST, said, unlabelled, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.anchors import AnchoredParagraph
    from generator.pulling.edited import EditedParagraph

_LIKE = 0.5
_MOST_COMPARED = 400  # pairs of paragraphs that lost their keys


@dataclass(frozen=True, slots=True)
class Pairing:
    """`pairs` are (printed, edited) places in the order of the edited file; `moved` are printed places."""

    pairs: tuple[tuple[int, int], ...]
    deleted: tuple[int, ...]
    added: tuple[int, ...]
    moved: frozenset[int]


def paired(printed: Sequence[AnchoredParagraph], edited: Sequence[EditedParagraph]) -> Pairing:
    """Return which printed paragraph each edited one is, which were deleted, added and moved."""
    found = _by_key(printed, edited)
    _by_text(found, printed, edited)
    _by_likeness(found, printed, edited)
    taken = set(found.values())
    pairs = tuple((found[place], place) for place in sorted(found))
    return Pairing(
        pairs,
        tuple(place for place in range(len(printed)) if place not in taken),
        tuple(place for place in range(len(edited)) if place not in found),
        _moved([one for one, _ in pairs]),
    )


def _by_key(printed: Sequence[AnchoredParagraph], edited: Sequence[EditedParagraph]) -> dict[int, int]:
    """Return edited → printed by keys; where a paragraph has several, or a key stands twice, the likest."""
    places = {paragraph.key: place for place, paragraph in enumerate(printed)}
    offers = sorted(
        (
            (-likeness(printed[places[key]].text, item.text), place, places[key])
            for place, item in enumerate(edited)
            for key in item.keys
            if key in places
        ),
    )
    found: dict[int, int] = {}
    taken = set[int]()
    for _, place, one in offers:
        if place not in found and one not in taken:
            found[place] = one
            taken.add(one)
    return found


def _by_text(
    found: dict[int, int], printed: Sequence[AnchoredParagraph], edited: Sequence[EditedParagraph]
) -> None:
    """Pair what lost its key and says the same."""
    taken = set(found.values())
    free: dict[str, list[int]] = {}
    for place, paragraph in enumerate(edited):
        if place not in found:
            free.setdefault(unlabelled(paragraph.text), []).append(place)
    for one, printed_one in enumerate(printed):
        same = free.get(unlabelled(printed_one.text), []) if one not in taken else []
        if same:
            found[same.pop(0)] = one


def _by_likeness(
    found: dict[int, int], printed: Sequence[AnchoredParagraph], edited: Sequence[EditedParagraph]
) -> None:
    """Pair what lost its key and stands between the same neighbours, if it says something like it."""
    taken = set(found.values())
    ones = [one for one in range(len(printed)) if one not in taken]
    free = [place for place in range(len(edited)) if place not in found]
    if len(ones) * len(free) > _MOST_COMPARED:
        return
    offers = sorted(
        (-likeness(printed[one].text, edited[place].text), abs(one - place), place, one)
        for one in ones
        for place in free
    )
    for alike, _, place, one in offers:
        if -alike >= _LIKE and place not in found and one not in found.values():
            found[place] = one


def likeness(one: str, other: str) -> float:
    """Return how much two paragraphs say the same, 0 to 1."""
    if said(one) == said(other):
        return 1.0
    if max(len(one), len(other)) > LONGEST:
        return 0.0
    return SequenceMatcher(None, words(said(one)), words(said(other)), autojunk=False).ratio()


def _moved(order: Sequence[int]) -> frozenset[int]:
    """Return the fewest places that have to be moved to put the order right."""
    ends: list[int] = []
    links: list[tuple[int, int]] = []  # the place before, in the longest rising row that ends here
    at: list[int] = []
    for number, one in enumerate(order):
        length = bisect_left(ends, one)
        if length == len(ends):
            ends.append(one)
            at.append(number)
        else:
            ends[length] = one
            at[length] = number
        links.append((at[length - 1] if length else -1, one))
    kept = set()
    here = at[-1] if at else -1
    while here >= 0:
        kept.add(links[here][1])
        here = links[here][0]
    return frozenset(set(order) - kept)
