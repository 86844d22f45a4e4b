"""Số và ký hiệu across papers: one number a series and year, larger numbers not of earlier days (C9, D7).

A series is numbered on its own: by agency and kind of paper, or by agency alone (NĐ 30/2020, Điều 15 leaves
it to the head of the agency).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.diagnostics import Argument, Place
    from generator.model.cited_papers import Paper, UnitPaper
    from generator.model.issued_papers import IssuedPaper

_NUMBER = re.compile(r"(?P<number>\d{1,6})(?:/\d{4})?/(?P<symbol>[^\W\d_][\w&]*(?:-[\w&]+)*)")
_LETTER = "công văn"
_KINDS = frozenset(
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB KL".split()  # noqa: SIM905
)
"""What a symbol begins with when the paper has a kind; anything else is a letter (công văn)."""


Found: TypeAlias = "tuple[int, str, Place, Mapping[str, Argument]]"
"""Index of the paper, rule, where it was typed, what fills the message."""


class Series(StrEnum):
    """What is numbered on its own."""

    KIND = "kind"  # each kind of paper of an agency
    AGENCY = "agency"  # all papers of an agency


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper with number and day, and where it was typed; `own` when the inspection issues it."""

    place: Place
    text: str
    number: int
    day: date
    issuer: str
    kind: str
    own: bool

    def series(self, by: Series) -> tuple[str, ...]:
        """Return the series and year that the number belongs to."""
        year = str(self.day.year)
        return (self.issuer, year) if by is Series.AGENCY else (self.issuer, self.kind, year)


def number_hits(told: Sequence[Sequence[Numbered]], by: Series = Series.KIND) -> Iterator[Found]:
    """Yield (index of the paper, rule, place, arguments) of numbers given twice (C9), out of order (D7)."""
    groups: dict[tuple[str, ...], list[tuple[int, Numbered]]] = defaultdict(list)
    for index, numbers in enumerate(told):
        for number in numbers:
            groups[number.series(by)].append((index, number))
    for group in groups.values():
        yield from _twice(group)
        yield from _disordered(group)


def _twice(group: Sequence[tuple[int, Numbered]]) -> Iterator[Found]:
    """Yield two of our own papers with one number, and one number told with two days."""
    first: dict[tuple[str, int], Numbered] = {}
    for index, paper in sorted(group, key=lambda entry: not entry[1].own):
        other = first.setdefault((paper.kind, paper.number), paper)
        if other is not paper and ((other.own and paper.own) or other.day != paper.day):
            yield index, "C9", paper.place, _told(paper, other)


def _disordered(group: Sequence[tuple[int, Numbered]]) -> Iterator[Found]:
    latest: Numbered | None = None
    for index, paper in sorted(group, key=lambda entry: (entry[1].number, entry[1].day)):
        if latest is not None and paper.day < latest.day and paper.number > latest.number:
            yield index, "D7", paper.place, _told(paper, latest)
        elif latest is None or paper.day > latest.day:
            latest = paper


def _told(paper: Numbered, other: Numbered) -> dict[str, str]:
    return {
        "number": paper.text,
        "day": short_date(paper.day),
        "other": other.text,
        "other_day": short_date(other.day),
    }


def numbers_of(case: Case, *, cited: bool) -> tuple[Numbered, ...]:
    """Return the number of a paper, and with `cited` those that its inspection cites."""
    own = [_numbered(typed, case, own=True) for typed in _own(case)]
    others = [_numbered(typed, case) for typed in _cited(case)] if cited else []
    return tuple(paper for paper in (*own, *others) if paper)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A paper as typed; `issuer` is a key of the catalogue, `issuer_text` a name."""

    path: DataPath
    paper: IssuedPaper | Paper | UnitPaper | None
    issuer: str | None
    issuer_text: str | None = None


def _own(case: Case) -> Iterator[_Typed]:
    for turn, paper in enumerate(case.inspection.documents):
        if paper.id == case.paper.id:
            yield _Typed(("documents", turn), paper, paper.issuer or case.inspection.issuer)


def _cited(case: Case) -> Iterator[_Typed]:
    inspection = case.inspection
    papers: list[tuple[DataPath, Paper | None]] = [
        (("plan",), inspection.plan),
        (("decision",), inspection.decision),
        (("team_report",), inspection.team_report),
        (("conclusion",), inspection.conclusion),
        *((("papers", turn), paper) for turn, paper in enumerate(inspection.papers)),
    ]
    for path, paper in papers:
        if paper is not None:
            yield _Typed(path, paper, paper.issuer, paper.issuer_text)
    for turn, unit in enumerate(inspection.inspected_units):
        for field in ("report", "minutes", "explanation"):
            yield _Typed(("inspected_units", turn, field), getattr(unit, field), unit.agency)


def _numbered(typed: _Typed, case: Case, *, own: bool = False) -> Numbered | None:
    """Return a paper with number, day and issuer, or None where one of them is not known."""
    paper = typed.paper
    day = paper.date if paper else None
    # The chairman's papers are numbered by his committee, those of a team with a borrowed seal apart.
    issuer = case.catalogues.number_series(typed.issuer, day) if typed.issuer else typed.issuer_text
    if paper is None or not paper.number or not paper.date or not issuer:
        return None
    parts = number_parts(paper.number)
    if parts is None:
        return None
    place = case.loaded.source.place((*typed.path, "number"))
    return Numbered(place, paper.number, parts.number, paper.date, issuer, parts.kind, own)


class NumberParts(NamedTuple):
    """A số, ký hiệu in its parts: 45, TB-UBND, and the kind it is numbered with (TB, or công văn)."""

    number: int
    symbol: str
    kind: str


def number_parts(text: str) -> NumberParts | None:
    """Return the parts of "45/TB-UBND", or None when it is no number and symbol."""
    match = _NUMBER.fullmatch(text.replace(" ", ""))
    if match is None:
        return None
    first = match["symbol"].split("-")[0]
    return NumberParts(int(match["number"]), match["symbol"], first if first in _KINDS else _LETTER)
