"""Totals and their parts in one sentence: which figures are parts of which, read from the words between.

A relation is taken only where the words leave no doubt ("trong đó", "gồm", a bracketed list, trước hạn
and đúng hạn after đã giải quyết); anything else is no group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.checks.prose.lists import Part, Parts, read_parts
from generator.checks.prose.numbers import Number, blanked
from generator.checks.prose.part_names import TIMELINESS, Role, role
from generator.checks.sought import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.numbers import Prose


class Opening(StrEnum):
    """How a list of parts is announced: as all of them, as some, or by what they are alone."""

    ALL = "all"
    SOME = "some"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Group:
    """A total with what is certainly a part of it, standing at `start` to `end` of the text."""

    total: Number
    role: Role
    opening: Opening
    listed: Parts
    start: int
    end: int

    @property
    def categories(self) -> frozenset[str]:
        """What the parts are, along their dimension."""
        dimension = self.listed.dimension
        if dimension is None:
            return frozenset()
        return frozenset().union(*(dimension.of(part.label) for part in self.listed.parts))


@dataclass(frozen=True, slots=True)
class _Announced:
    """A list of parts: how it is opened, where it begins, and whether a bracket closes it."""

    opening: Opening
    begin: int
    bracket: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """A text up to the end of a sentence; the clause of a total begins at `begin`. `text` is not masked."""

    flat: str
    text: str
    begin: int

    def before(self, number: Number, earlier: Sequence[Number]) -> str:
        """Return the words between the figure before and this one."""
        return self.flat[max(self.begin, earlier[-1].end if earlier else 0) : number.start]


_SHARE = re.compile(
    r"[ ,(]{0,4}(?:(?:chiếm|đạt|bằng|tương ứng|tương đương)(?: với)?(?: ?t[ỷỉ] lệ)?|t[ỷỉ] lệ)?(?: là|:)? ?\(?"
    r"(?<![\w.,])\d+(?:,\d+)?\s?%\)?"
)
_LONGEST_SHARE = 100
"""No share with its words has so many characters."""
_PLAIN_BRACKET = re.compile(r"\([^()\d]*(?:\d+(?:,\d+)?\s?%[^()\d]*)?\)")
_GAP = r"[^.;:()\n\d]{0,90}?"
_SHORT_GAP = r"[^.,;:()\n\d]{0,60}?"
_ANNOUNCEMENTS = (
    (
        Opening.SOME,
        sought(
            rf"{_GAP}[,.;:]?\s*(?P<bracket>\()?\s*trong (?:đó|số này|số đó)[,:]?(?: có| gồm)?[\s:]",
            *("trong đó", "trong số"),
        ),
    ),
    (
        Opening.ALL,
        sought(
            rf"{_GAP}[,;:]?\s*(?P<bracket>\()?\s*"
            r"(?:bao gồm|gồm(?: có)?|chia ra|được chia thành|cụ thể(?: là| như sau)?)\s*[: ]",
            *("gồm", "chia ", "cụ thể"),
        ),
    ),
    (Opening.ALL, sought(rf"{_SHORT_GAP}\s*(?P<bracket>\()", "(")),
    (Opening.ALL, sought(rf"{_SHORT_GAP}(?P<bracket>(?!))?:\s", ":")),
)
_COMPARED = re.compile(
    r"\s*(?:cùng kỳ|so với|(?:năm|kỳ|quý|tháng|vụ) trước|trước đó|kế hoạch|chỉ tiêu|tăng|giảm|bằng|đạt)"
)
"""What begins a bracket that compares, and lists no parts."""
_STATUS_GAP = re.compile(r"[^.,;:()\n\d]{0,60}?(?:[,;]| và(?= (?:đã |được )?(?:giải|trước|đúng|quá|trả)))")
_COMMA = re.compile(r"(?: [^\W\d_]+){1,4}, ")
_SORT = re.compile(r"(?: [^\W\d_]+){1,3}? (?P<by>loại|hạng|cấp|mức|nhóm|xếp loại|bậc)(?!\w)")
_OUT_OF = re.compile(r"(?<!\w)trong (?:tổng (?:số )?|số )?(?:là )?$")
_THERE_ARE = re.compile(rf"{_GAP},?\s(?:có|thì)\s")


_NEAR = 60
"""A total and its parts stand within so many figures of each other."""


def groups(prose: Prose) -> Iterator[Group]:
    """Yield every total with its parts."""
    flat = blanked(prose.masked, (match.span() for match in _PLAIN_BRACKET.finditer(prose.masked)), " ")
    flat = blanked(flat, _shares(flat), " ")
    for start, end in prose.sentences:
        counts = prose.counts_in(start, end)
        for index, total in enumerate(counts[:-1]):
            begin = max(start, flat.rfind(";", start, total.start))
            clause = _Clause(flat[:end], prose.text, begin)
            earlier = counts[max(0, index - _NEAR) : index]
            yield from _group(clause, total, earlier, counts[index + 1 : index + 1 + _NEAR])
    yield from _of_totals(prose)


def _shares(text: str) -> Iterator[tuple[int, int]]:
    """Yield where shares stand; they are looked for before each "%"."""
    place = text.find("%")
    done = 0
    while place >= 0:
        match = _SHARE.search(text, max(done, place - _LONGEST_SHARE), place + 2)
        if match:
            yield match.span()
        done = match.end() if match else place + 1
        place = text.find("%", done)


def _of_totals(prose: Prose) -> Iterator[Group]:
    """Yield the parts of a total said last: "trước hạn 812 hồ sơ, đúng hạn 190 trên tổng số 1.020 hồ sơ"."""
    for ratio in prose.ratios:
        if "tổng" not in prose.masked[ratio.part.end : ratio.whole.start]:
            continue
        start, end = prose.sentences[prose.sentence_at(ratio.start)]
        begin = max(start, prose.masked.rfind(";", start, ratio.start))
        numbers = (*prose.counts_in(begin, ratio.start), ratio.part)
        places = (begin, *(number.end for number in numbers))
        parts = [
            Part(number, prose.masked[place : number.start])
            for place, number in zip(places, numbers, strict=False)
        ]
        kinds = [TIMELINESS.of(part.label) for part in parts]
        apart = all(kinds) and len(frozenset().union(*kinds)) == sum(map(len, kinds))
        if len(parts) > 1 and apart:
            own = role(prose.masked[ratio.whole.end : min(end, ratio.whole.end + 30)])
            listed = Parts(tuple(parts), (TIMELINESS,))
            yield Group(ratio.whole, own, Opening.STATUS, listed, parts[0].number.start, ratio.end)


def _group(
    clause: _Clause, total: Number, earlier: Sequence[Number], others: Sequence[Number]
) -> Iterator[Group]:
    """Yield the group of one total, if it has one."""
    flat, before = clause.flat, clause.before(total, earlier)
    found = _announced(flat, total, others[0].start, before) or _sorted(clause, total, others)
    if found is None or (not found.bracket and _is_one_of_many(clause, total, earlier)):
        return
    end = _closing(flat, found.begin) if found.bracket else len(flat)
    own = role(before + flat[total.end : found.begin])
    inside = [number for number in others if number.start < end]
    listed = read_parts(flat[found.begin : end], found.begin, inside, total, own)
    if listed.parts and (found.opening is not Opening.STATUS or listed.dimension is TIMELINESS):
        last = max(part.number.end for part in listed.parts)
        yield Group(total, own, found.opening, listed, total.start, last)


def _sorted(clause: _Clause, total: Number, others: Sequence[Number]) -> _Announced | None:
    """Return the list in "18 khu phố, 9 khu phố loại 1, 6 khu phố loại 2": things sorted by one word."""
    if not total.unit or _COMMA.fullmatch(clause.flat[total.end : others[0].start]) is None:
        return None
    ends = [number.start for number in others[1:]] + [len(clause.flat)]
    sorts = []
    for number, end in zip(others, ends, strict=True):
        found = _SORT.match(clause.text[number.end : end]) if number.unit == total.unit else None
        sorts.append(found["by"] if found else "")
    if len(sorts) > 1 and sorts[0] and set(sorts) == {sorts[0]}:
        return _Announced(Opening.ALL, clause.flat.index(",", total.end) + 1)
    return None


def _is_one_of_many(clause: _Clause, total: Number, earlier: Sequence[Number]) -> bool:
    """Return whether the parts may be those of the total and its like: "A 290, B 100, trong đó …"."""
    own = role(clause.before(total, earlier))
    for index, other in enumerate(earlier):
        words = clause.before(other, earlier[:index])
        like = other.start > clause.begin and other.unit == total.unit and not TIMELINESS.of(words)
        if like and role(words) in {own, Role.OTHER} and "(" not in clause.flat[other.end : total.start]:
            return True
    return False


def _announced(flat: str, total: Number, first: int, before: str) -> _Announced | None:
    """Return how the parts of a total are announced between it and the next count, or None."""
    for opening, pattern in _ANNOUNCEMENTS:
        match = pattern.match(flat, total.end, first)
        if match and not (match["bracket"] and _compares(flat, total.end, match.end())):
            return _Announced(opening, match.end(), bool(match["bracket"]))
    out_of = _OUT_OF.search(before) is not None
    there_are = _THERE_ARE.match(flat, total.end, first) if out_of else None
    if there_are:
        return _Announced(Opening.SOME, there_are.end())
    mark = _STATUS_GAP.match(flat, total.end, first)
    handled = role(before) is Role.SETTLED and not TIMELINESS.of(before)
    if mark and (handled or out_of) and TIMELINESS.of(flat[mark.end() : first]):
        return _Announced(Opening.STATUS, mark.end())
    return None


def _compares(flat: str, start: int, bracket: int) -> bool:
    """Return whether a bracket gives what the total is compared with."""
    return "so với" in flat[start:bracket] or _COMPARED.match(flat, bracket) is not None


def _closing(flat: str, begin: int) -> int:
    """Return where the bracket that was opened before `begin` closes."""
    depth = 1
    for place in range(begin, len(flat)):
        depth += {"(": 1, ")": -1}.get(flat[place], 0)
        if not depth:
            return place
    return len(flat)
