"""Two sequences side by side: what is the same in both, which items answer each other, which words changed.

All of it ends in bounded time, whatever the input: beyond a bound the answer is coarser, never wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

_MOST_EDITS = 1500  # beyond it the middle of two sequences counts as replaced whole
_MOST_PAIRS = 40_000  # beyond it items are paired in their order
# A number, a date or a symbol is one word: 13.667, 30/6/2026, 88,49%, 45/TB-UBND, 13 667.
_WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)%?|\w+(?:[.,/:&\-\u2011\u2013]+\w+)*%?|\s+|.", re.DOTALL
)

_Item = TypeVar("_Item")
Pair = tuple["int | None", "int | None"]


class Edit(NamedTuple):
    """A stretch of both sequences, from a start to an end each; `same` when it is equal in both."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


def edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """Return how `old` becomes `new`: equal and changed stretches in turn, none of them empty in both."""
    numbers: dict[Hashable, int] = {}
    a = [numbers.setdefault(item, len(numbers)) for item in old]
    b = [numbers.setdefault(item, len(numbers)) for item in new]
    head = _equal_from_start(a, b)
    tail = _equal_from_start(a[head:][::-1], b[head:][::-1])
    inner = _matches(a[head : len(a) - tail], b[head : len(b) - tail])
    matches = [(index, index) for index in range(head)]
    matches += [(x + head, y + head) for x, y in inner]
    matches += [(len(a) - tail + index, len(b) - tail + index) for index in range(tail)]
    return list(_stretches(matches, len(a), len(b)))


def _equal_from_start(a: list[int], b: list[int]) -> int:
    found = 0
    while found < min(len(a), len(b)) and a[found] == b[found]:
        found += 1
    return found


def _stretches(matches: list[tuple[int, int]], n: int, m: int) -> Iterator[Edit]:
    x = y = 0
    begin: tuple[int, int] | None = None
    for i, j in [*matches, (n, m)]:
        if (i, j) == (x, y) and begin is not None and (i, j) != (n, m):
            x, y = i + 1, j + 1
            continue
        if begin is not None:
            yield Edit(True, (begin[0], x), (begin[1], y))
        if i > x or j > y:
            yield Edit(False, (x, i), (y, j))
        begin, x, y = (i, j), i + 1, j + 1


def _matches(a: list[int], b: list[int]) -> list[tuple[int, int]]:
    """Return the equal items of a shortest edit script (Myers, An O(ND) Difference Algorithm, 1986)."""
    trace = _trace(a, b)
    x, y, found = len(a), len(b), []
    for depth in range(len(trace) - 1, 0, -1):
        reached, k = trace[depth], x - y
        down = k == -depth or (k != depth and reached[k - 1] < reached[k + 1])
        k = k + 1 if down else k - 1
        before_x, before_y = reached[k], reached[k] - k
        while x > before_x and y > before_y:
            x, y = x - 1, y - 1
            found.append((x, y))
        x, y = before_x, before_y
    while trace and x > 0 and y > 0:
        x, y = x - 1, y - 1
        found.append((x, y))
    return found[::-1]


def _trace(a: list[int], b: list[int]) -> list[dict[int, int]]:
    """Return how far each diagonal was reached before each depth; nothing when the two differ too much."""
    n, m = len(a), len(b)
    reached, trace = {1: 0}, []
    for depth in range(min(n + m, _MOST_EDITS) + 1):
        trace.append(dict(reached))
        for k in range(-depth, depth + 1, 2):
            down = k == -depth or (k != depth and reached[k - 1] < reached[k + 1])
            x = reached[k + 1] if down else reached[k - 1] + 1
            while x < n and 0 <= x - k < m and a[x] == b[x - k]:
                x += 1
            reached[k] = x
            if x >= n and x - k >= m:
                return trace
    return []


# --- which answers which -----------------------------------------------------------------------------


def paired(
    old: Sequence[_Item], new: Sequence[_Item], likeness: Callable[[_Item, _Item], float], least: float = 0.4
) -> list[Pair]:
    """Return which items answer each other, in order; one that has no answer stands beside None.

    The pairs are those that are most alike together (`likeness` 0 to 1, at least `least` each).
    """
    if len(old) * len(new) > _MOST_PAIRS:
        shared = min(len(old), len(new))
        rest: list[Pair] = [(index, None) for index in range(shared, len(old))]
        return [*((n, n) for n in range(shared)), *rest, *((None, n) for n in range(shared, len(new)))]
    alike = [[likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= least else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return list(_walked(best, alike, least))


def _walked(best: list[list[float]], alike: list[list[float]], least: float) -> Iterator[Pair]:
    i = j = 0
    n, m = len(best) - 1, len(best[0]) - 1
    while i < n or j < m:
        if i < n and j < m and alike[i][j] >= least and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < n and (j == m or best[i][j] == best[i + 1][j]):
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def word_likeness(one: str, other: str) -> float:
    """Return how much two texts are alike by their words: 1 for the same words, 0 for none in common."""
    if one == other:
        return 1.0
    first, second = Counter(one.split()), Counter(other.split())
    together = first.total() + second.total()
    return 2 * (first & second).total() / together if together else 0.0


# --- words -------------------------------------------------------------------------------------------


class Part(StrEnum):
    """Where a piece of text stands: in both, only in the old, only in the new."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


class Piece(NamedTuple):
    """A piece of text of two versions compared by word."""

    part: Part
    text: str


def words(text: str) -> list[str]:
    """Return the text cut into words, marks and spaces; a number with its marks stays one word."""
    return _WORD.findall(text)


def word_edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return the edits between two lists of words; a space between two changes belongs to the change."""
    found: list[Edit] = []
    told = edits(old, new)
    for index, edit in enumerate(told):
        inside = 0 < index < len(told) - 1
        blank = edit.same and inside and all(word.isspace() for word in old[slice(*edit.old)])
        if found and not found[-1].same and (blank or not edit.same):
            last = found.pop()
            found.append(Edit(False, (last.old[0], edit.old[1]), (last.new[0], edit.new[1])))
        else:
            found.append(edit)
    return found


def compared_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return both texts as one row of pieces: what only the old has stands before what only the new has."""
    a, b = words(old), words(new)
    found: list[Piece] = []
    for edit in word_edits(a, b):
        before, after = "".join(a[slice(*edit.old)]), "".join(b[slice(*edit.new)])
        pieces = [(Part.SAME, before)] if edit.same else [(Part.OLD, before), (Part.NEW, after)]
        found += [Piece(part, text) for part, text in pieces if text]
    return tuple(found)
