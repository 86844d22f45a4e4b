"""Số và ký hiệu across papers: one number a series and year, larger numbers not of earlier days (C9, D7).

A series is numbered on its own: by agency and kind of paper, or by agency alone (NĐ 30/2020, Điều 15 leaves
it to the head of the agency).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.checks.answers import Hit
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.model.inspection import IssuedPaper, Paper, UnitPaper

_NUMBER = re.compile(r"(?P<number>\d{1,6})(?:/\d{4})?/(?P<symbol>[^\W\d_][\w&]*(?:-[\w&]+)*)")
_LETTER = "công văn"
_KINDS = frozenset(
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB KL".split()  # noqa: SIM905
)
"""What a symbol begins with when the paper has a kind; anything else is a letter (công văn)."""


class Series(StrEnum):
    """What is numbered on its own."""

    KIND = "kind"  # each kind of paper of an agency
    AGENCY = "agency"  # all papers of an agency


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper with number and day: in which case, at which path; `own` when the inspection issues it."""

    case: int
    path: DataPath
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


def number_hits(cases: Sequence[Case], by: Series = Series.KIND) -> Iterator[tuple[int, str, Hit]]:
    """Yield (index of the case, rule, hit) of numbers given twice (C9) and out of order (D7)."""
    groups: dict[tuple[str, ...], list[Numbered]] = defaultdict(list)
    for paper in _papers(cases):
        groups[paper.series(by)].append(paper)
    for group in groups.values():
        yield from _twice(group)
        yield from _disordered(group)


def _twice(group: Sequence[Numbered]) -> Iterator[tuple[int, str, Hit]]:
    """Yield two of our own papers with one number, and one number told with two days."""
    first: dict[tuple[str, int], Numbered] = {}
    for paper in sorted(group, key=lambda paper: not paper.own):
        other = first.setdefault((paper.kind, paper.number), paper)
        if other is not paper and ((other.own and paper.own) or other.day != paper.day):
            yield paper.case, "C9", Hit(paper.path, _told(paper, other))


def _disordered(group: Sequence[Numbered]) -> Iterator[tuple[int, str, Hit]]:
    latest: Numbered | None = None
    for paper in sorted(group, key=lambda paper: (paper.number, paper.day)):
        if latest is not None and paper.day < latest.day and paper.number > latest.number:
            yield paper.case, "D7", Hit(paper.path, _told(paper, latest))
        elif latest is None or paper.day > latest.day:
            latest = paper


def _told(paper: Numbered, other: Numbered) -> dict[str, str]:
    return {
        "number": paper.text,
        "day": short_date(paper.day),
        "other": other.text,
        "other_day": short_date(other.day),
    }


def _papers(cases: Sequence[Case]) -> Iterator[Numbered]:
    seen: set[str] = set()
    for index, case in enumerate(cases):
        yield from (paper for typed in _own(case) if (paper := _numbered(index, typed, case, own=True)))
        if case.inspection.id not in seen:  # what several papers of one inspection cite is looked at once
            seen.add(case.inspection.id)
            yield from (paper for typed in _cited(case) if (paper := _numbered(index, typed, case)))


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
        *((("papers", turn), paper) for turn, paper in enumerate(inspection.papers)),
    ]
    for path, paper in papers:
        if paper is not None:
            yield _Typed(path, paper, paper.issuer, paper.issuer_text)
    for turn, unit in enumerate(inspection.inspected_units):
        for field in ("report", "minutes", "explanation"):
            yield _Typed(("inspected_units", turn, field), getattr(unit, field), unit.agency)


def _numbered(index: int, typed: _Typed, case: Case, *, own: bool = False) -> Numbered | None:
    """Return a paper with number, day and issuer, or None where one of them is not known."""
    paper = typed.paper
    issuer = _body(typed.issuer, case) if typed.issuer else typed.issuer_text
    if paper is None or not paper.number or not paper.date or not issuer:
        return None
    match = _NUMBER.fullmatch(paper.number.replace(" ", ""))
    if match is None:
        return None
    first = match["symbol"].split("-")[0]
    kind = first if first in _KINDS else _LETTER
    path = (*typed.path, "number")
    return Numbered(index, path, paper.number, int(match["number"]), paper.date, issuer, kind, own)


def _body(issuer: str, case: Case) -> str:
    """Return whose series it is: the chairman's papers are numbered by his committee."""
    return case.catalogues.head_of(issuer) or issuer
