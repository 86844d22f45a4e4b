"""C1 in the data: a legal act that the paper cites is in force on its day, or was in the inspected period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.model.rich_fields import rich_texts
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.model.catalogues import LegalAct


def in_force(case: Case) -> Answer:
    """C1: no cited act comes later than the paper, or had ended before the period it is held against."""
    if case.day is None:
        return NotApplicable()
    cited = list(_cited(case))
    if not cited:
        return NotApplicable()
    hits = []
    for path, key, until in cited:
        act = case.catalogues.legal_acts[key]
        problem, day = _problem(act, case.day, until)
        if problem:
            told = {"found": act.number or act.subject or key, "problem": problem}
            hits.append(Hit(path, {**told, "until": short_date(day)} if day else told))
    return hits


def _problem(act: LegalAct, day: date, since: date) -> tuple[str, date | None]:
    """Return what is wrong with citing an act on `day` for facts from `since` on; "" when nothing is."""
    unsure = "" if act.verified else "-unverified"
    if act.in_force_to is not None and act.in_force_to < since:
        return f"ended{unsure}", act.in_force_to
    begins = act.in_force_from or act.date
    if begins is not None and begins > day:
        return f"not-yet{unsure}", begins
    return "", None


def _cited(case: Case) -> Iterator[tuple[DataPath, str, date]]:
    """Yield (path, act, first day that it may answer for) of each act that the inspection cites."""
    inspection, acts = case.inspection, case.catalogues.legal_acts
    period = inspection.period.start if inspection.period else None
    since = period or (inspection.dates[0] if inspection.dates else None) or case.day
    if since is None:
        return
    decision = inspection.decision
    for key in decision.legal_bases if decision else ():
        yield ("decision", "legal_bases"), key, (decision.date if decision and decision.date else since)
    for index, item in enumerate(inspection.findings.limitations):
        for turn, basis in enumerate(item.basis):
            yield ("findings", "limitations", index, "basis", turn), basis.act, since
    told: set[str] = set()
    for path, text in rich_texts(inspection):
        for key, act in acts.items():
            if key not in told and (f"[[{key}]]" in text or (act.number and act.number in text)):
                told.add(key)
                yield path, key, since


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"C1": in_force}
