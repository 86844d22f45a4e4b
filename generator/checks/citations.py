"""Legal acts that a paper cites: in force on its day or in the inspected period (C1), and verified (C10)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.model.filled_text import TYPED_AT, FilledText
from generator.model.paper_kinds import PAPER_KINDS
from generator.model.rich_fields import rich_texts
from generator.wording import capitalise_first, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.model.legal_acts import LegalAct

_SYMBOL = re.compile(r"[^\W\d_]")


_LIMITATIONS = ("findings", "limitations")
_DUTIES = ("recommendations", "organisation")


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
        problem, day = _problem(case, act, case.day, until)
        if problem:
            told = {"found": act.number or act.subject or key, "problem": problem}
            hits.append(Hit(path, {**told, "until": short_date(day)} if day else told))
    return hits


def _problem(case: Case, act: LegalAct, day: date, since: date) -> tuple[str, date | None]:
    """Return what is wrong with citing an act on `day` for facts from `since` on; "" when nothing is."""
    unsure = "" if act.verified and "hieu-luc" not in act.unverified else "-unverified"
    ended = case.catalogues.act_ended_on(act)
    if ended is not None and ended < since:
        return f"ended{unsure}", ended
    begins = act.in_force_from or act.date
    if begins is not None and begins > day:
        return f"not-yet{unsure}", begins
    return "", None


def verified(case: Case) -> Answer:
    """C10: what is cited from the catalogue was compared with the original."""
    cited = list(_cited(case))
    if not cited:
        return NotApplicable()
    first = {key: path for path, key, _ in reversed(cited)}
    acts = [(path, case.catalogues.legal_acts[key]) for key, path in reversed(first.items())]
    unsure = [(path, act) for path, act in acts if act.open_facts]
    return [Hit(path, {"act": act_name(act), "facts": act.open_facts}) for path, act in unsure]


def act_name(act: LegalAct) -> str:
    """Return an act by its kind and number, a law by its name: "Nghị định số 118/2025/NĐ-CP"."""
    kind = PAPER_KINDS.get(act.kind)
    if kind is not None and kind.by_name:
        return f"{kind.name} {act.subject or act.number}"
    return f"{kind.name if kind else capitalise_first(act.kind)} số {act.number}"


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
            # The basis of its phrase stands where the phrase does.
            lent = isinstance(item.text, FilledText) and item.basis is item.text.version.basis
            place = (TYPED_AT,) if lent else ("basis", turn)
            yield (*_LIMITATIONS, index, *place), basis.act, since
    texts = list(rich_texts(inspection))
    whole = "\n".join(text for _, text in texts)
    marks = {key: _marks(key, act) for key, act in acts.items()}
    cited = [key for key, shown in marks.items() if any(mark in whole for mark in shown)]
    for path, text in texts:
        # A finding answers to the law of its time, a duty to that of the day it is given.
        held = case.day if path[0] in _DUTIES and case.day else since
        if isinstance(text, FilledText) and path[-1] == TYPED_AT and path[:2] != _LIMITATIONS:  # told above
            yield from ((path, basis.act, held) for basis in text.version.basis)
        for key in [key for key in cited if any(mark in text for mark in marks[key])]:
            cited.remove(key)
            yield path, key, held


def _marks(key: str, act: LegalAct) -> tuple[str, ...]:
    """Return what shows that a text cites an act: a reference to it, or its number."""
    # "11/2022" without its symbol may as well be a month.
    number = act.number if act.number and _SYMBOL.search(act.number) else None
    return (f"[[{key}]]", number) if number else (f"[[{key}]]",)


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"C1": in_force, "C10": verified}
