"""Dates of one inspection: periods, order, completeness, cut-offs (D1, D2, D3, D5)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.model.rich_fields import rich_texts
from generator.wording import parse_quarter, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.model.recommendations import Deadline

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "năm 2010 và 9 tháng đầu năm 2021" in prose is a period too.
_SPAN = re.compile(r"năm (?:19|20)\d\d và [^.;,]{0,20}năm (?:19|20)\d\d", re.IGNORECASE)
_PAPERS = (
    ("plan", "plan", 0),
    ("decision", "decision", 1),
    ("team_report", "team-report", 4),
)
_FAR = 2  # years: a period lies within so many of the paper's year


def period(case: Case) -> Answer:
    """D1: the years of a period lie near the year of the paper."""
    texts: list[tuple[DataPath, str]] = []
    if case.inspection.period and case.inspection.period.text:
        texts.append((("period", "text"), case.inspection.period.text))
    texts += [
        (("figures", index, "period"), figure.period)
        for index, figure in enumerate(case.inspection.figures)
        if figure.period
    ]
    for field in ("start", "end"):
        day = getattr(case.inspection.period, field, None)
        if day is not None:
            texts.append((("period", "from" if field == "start" else "to"), str(day.year)))
    texts += [
        (path, match[0]) for path, text in rich_texts(case.inspection) for match in _SPAN.finditer(text)
    ]
    if not texts or case.day is None:
        return NotApplicable()
    return [
        Hit(path, {"year": year, "text": text, "issued": case.day.year})
        for path, text in texts
        for year in _YEAR.findall(text)
        if abs(int(year) - case.day.year) > _FAR
    ]


def order(case: Case) -> Answer:
    """D2: plan, decision, inspection, minutes, report and notice follow each other; deadlines come after."""
    chains = [list(_chain(case, index)) for index in range(len(case.inspection.inspected_units))]
    found: dict[tuple[DataPath, str], Hit] = {}
    for chain in chains:
        for step, earlier in (*_disorder(chain), *_before_its_sources(case, chain)):
            told = _early(step.what, step.day, earlier.what, earlier.day)
            found.setdefault((step.path, earlier.what), Hit(step.path, told))
    hits = [*found.values(), *_later_papers(case), *_early_deadlines(case)]
    return hits if any(chains) or case.paper.date else NotApplicable()


@dataclass(frozen=True, slots=True)
class _Step:
    """One dated step on the road of a unit's inspection; a later rank may not be dated earlier."""

    path: DataPath
    what: str
    day: date
    rank: int
    source: str = ""  # what a paper that rests on it prints: the key of a paper, or ``findings``


def _chain(case: Case, index: int) -> Iterator[_Step]:
    """Yield the dated steps of one unit: plan, decision, sessions, minutes, the team's report, the paper."""
    inspection, unit = case.inspection, case.inspection.inspected_units[index]
    for name, what, rank in _PAPERS:
        paper = getattr(inspection, name)
        if paper is not None and paper.date is not None:
            yield _Step((name, "date"), what, paper.date, rank, what)
    own = ("inspected_units", index)
    for turn, session in enumerate(unit.sessions):
        if session.date is not None:
            yield _Step((*own, "sessions", turn, "date"), "session", session.date, 2, "findings")
    if unit.minutes is not None and unit.minutes.date is not None:
        yield _Step((*own, "minutes", "date"), "minutes", unit.minutes.date, 3, "findings")


def _before_its_sources(case: Case, chain: Sequence[_Step]) -> Iterator[tuple[_Step, _Step]]:
    """Yield this paper with the latest step it rests on, where that one is dated after it.

    A paper rests on what it cites; one that tells findings also on the work at the units.
    """
    day, told = case.paper.date, _cited(case)
    if day is None:
        return
    place = next((n for n, paper in enumerate(case.inspection.documents) if paper.id == case.paper.id), 0)
    rests_on = [step for step in chain if told is None or step.source in told]
    yield from _disorder([*rests_on, _Step(("documents", place, "date"), "this-paper", day, 5)])


def _cited(case: Case) -> set[str] | None:
    """Return the keys of the papers that this one cites, and ``findings``; None when it is not known."""
    if case.document is None:
        return None
    return {(run.source or "").partition(".")[0] for run in case.document.runs()}


def _disorder(steps: list[_Step]) -> Iterator[tuple[_Step, _Step]]:
    """Yield each step with the latest step of a lower rank, where that one is dated after it."""
    for step in steps:
        before = [other for other in steps if other.rank < step.rank]
        last = max(before, key=lambda other: other.day, default=None)
        if last is not None and last.day > step.day:
            yield step, last


def _later_papers(case: Case) -> Iterator[Hit]:
    """Yield papers that this one cites, dated after it."""
    inspection, today, told = case.inspection, case.paper.date, _cited(case)
    papers: list[tuple[DataPath, str, date | None]] = [
        (("papers", index, "date"), "cited-paper", paper.date)
        for index, paper in enumerate(inspection.papers)
        if told is None or paper.id in told
    ]
    for index, unit in enumerate(inspection.inspected_units):
        for field, what in (("report", "unit-report"), ("explanation", "explanation")):
            # The reports of the units are behind every finding, an explanation only where it is cited.
            keys = {f"{field}-{unit.id}", *(["findings"] if field == "report" else [])}
            own = getattr(unit, field) if told is None or keys & told else None
            papers.append((("inspected_units", index, field, "date"), what, own.date if own else None))
    for path, what, day in papers:
        if today is not None and day is not None and today < day:
            yield Hit(path, _early("this-paper", today, what, day))


def _early(what: str, day: date, before: str, other: date) -> dict[str, str]:
    return {"what": what, "day": short_date(day), "before": before, "other": short_date(other)}


def _early_deadlines(case: Case) -> Iterator[Hit]:
    """Yield time limits before the paper that sets them; one after the conclusion sets none of them."""
    conclusion = case.inspection.conclusion
    set_on = conclusion.date if conclusion else None
    if case.paper.date is None or (set_on is not None and case.paper.date > set_on):
        return
    for group in ("recommendations", "organisation"):
        for index, item in enumerate(getattr(case.inspection, group)):
            for field, day in _last_days(item.deadline):
                if day <= case.paper.date:
                    told = _early("deadline", day, "issue", case.paper.date)
                    yield Hit((group, index, "deadline", field), {**told, "number": index + 1})


def _last_days(deadline: Deadline | None) -> Iterator[tuple[str, date]]:
    """Yield the days by which something is due, by the field they were typed in."""
    for field in ("before", "by", "report_before"):
        day = getattr(deadline, field, None)
        if day is not None:
            yield field, day
    if deadline is not None and deadline.quarter:
        number, year = parse_quarter(deadline.quarter)
        month = number * 3
        yield "quarter", date(year, month, monthrange(year, month)[1])


def complete(case: Case) -> Answer:
    """D3: a date of an official paper has day, month and year."""
    hits = [
        Hit(("sessions", index, "date_text"), {"text": session.date_text})
        for index, session in enumerate(case.inspection.sessions)
        if session.date_text
    ]
    for number, unit in enumerate(case.inspection.inspected_units):
        hits += [
            Hit(("inspected_units", number, "sessions", index, "date_text"), {"text": session.date_text})
            for index, session in enumerate(unit.sessions)
            if session.date_text
        ]
    return hits


def cut_off(case: Case) -> Answer:
    """D5: figures of files say up to which day they count, and all of them the same day."""
    figures = [
        (index, figure) for index, figure in enumerate(case.inspection.figures) if figure.kind == "tthc"
    ]
    if not figures:
        return NotApplicable()
    hits = [
        Hit(("figures", index), {"name": figure.id})
        for index, figure in figures
        if not figure.as_of and not figure.period
    ]
    days = {figure.as_of for _, figure in figures if figure.as_of}
    if len(days) > 1:
        hits.append(
            Hit(("figures", figures[-1][0], "as_of"), {"name": ", ".join(sorted(map(short_date, days)))})
        )
    return hits


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"D1": period, "D2": order, "D3": complete, "D5": cut_off}
