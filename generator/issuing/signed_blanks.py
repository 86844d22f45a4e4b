"""The blanks of the copy for signature: where each stands, and what a system stamped onto it.

"Số:      /TB-UBND" and "ngày      tháng 5" get "45" and "18" by position, wherever in the gap they stand.
So do the lines "(Kèm theo ...)" of annexes, which stay blank in an electronic paper until the system has
numbered it, and may stay so (NĐ 30/2020, PL I, III.1).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from generator.issuing.signed_ink import reading_order, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issuing.signed_ink import Mark

_AROUND = 40
_OPEN = re.compile(r"(?P<number>[Ss]ố:?)(?=/)|(?P<day>ngày)(?=tháng)|(?P<month>tháng)(?=năm)")
_BESIDE = 3.0  # pt: how far a figure may stand out of its gap
_LEVEL = 0.6  # of the size: how far its baseline may differ
_WIDE = 60.0  # pt: a gap at the end or the beginning of a line


class Gap(NamedTuple):
    """A part of a line between two letters."""

    left: float
    right: float
    y: float
    size: float

    def holds(self, mark: Mark) -> bool:
        """Return whether a letter stands in it."""
        across = self.left - _BESIDE <= (mark.x0 + mark.x1) / 2 <= self.right + _BESIDE
        return across and abs(mark.y - self.y) <= _LEVEL * max(self.size, mark.size)


class Blank(NamedTuple):
    """What has to stand in a gap, and what is printed before it; `optional` when it may stay empty."""

    text: str
    before: str
    gaps: tuple[Gap, ...]
    optional: bool = False


class Given(NamedTuple):
    """Number, day and month of a paper as they are printed into blanks."""

    number: str
    day: str
    month: str


def blanks(empty: Sequence[Sequence[Mark]], issued: Sequence[Sequence[Mark]]) -> dict[int, list[Blank]]:
    """Return the blanks of each page of the copy for signature, by comparing it with the issued paper."""
    found: dict[int, list[Blank]] = {}
    for number, (old, new) in enumerate(zip(empty, issued, strict=False), 1):
        after = "".join(mark.text for line in reading_order(new) for mark in line)
        before = "".join(mark.text for mark in old)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        found[number] = [
            Blank(after[c:d], words_of(old[max(0, a - _AROUND) : a]) if a else "", _gaps(old, a))
            for kind, a, _, c, d in matcher.get_opcodes()
            if kind == "insert"
        ]
    return found


def annex_blanks(page: Sequence[Mark], given: Given) -> list[Blank]:
    """Return the blanks of a page that our issued paper has too."""
    text = "".join(mark.text for mark in page)
    wanted = dict(zip(_OPEN.groupindex, given, strict=True))
    return [
        Blank(
            wanted[str(found.lastgroup)],
            words_of(page[max(0, found.end() - _AROUND) : found.end()]),
            _gaps(page, found.end()),
            optional=True,
        )
        for found in _OPEN.finditer(text)
    ]


def _gaps(line: Sequence[Mark], index: int) -> tuple[Gap, ...]:
    """Return where something may stand before a letter: between two, or at the ends of two lines."""
    before = line[index - 1] if index else None
    after = line[index] if index < len(line) else None
    if before and after and abs(before.y - after.y) <= _LEVEL * after.size and before.x1 <= after.x0:
        return (Gap(before.x1, after.x0, after.y, after.size),)
    ends = [Gap(before.x1, before.x1 + _WIDE, before.y, before.size)] if before else []
    return (*ends, *([Gap(after.x0 - _WIDE, after.x0, after.y, after.size)] if after else []))


def filled(blank: Blank, added: Sequence[Mark]) -> tuple[str, list[Mark]]:
    """Return what stands in a blank, and the letters that were added elsewhere."""
    inside = [mark for mark in added if any(gap.holds(mark) for gap in blank.gaps)]
    text = "".join(mark.text for line in reading_order(inside) for mark in line)
    return text, [mark for mark in added if mark not in inside]
