"""Legal acts a paper cites: in force on its day, and verified by the office (C9, C10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.model.paper_kinds import PAPER_KINDS
from generator.model.rich_fields import rich_texts
from generator.rich_text import parse_rich
from generator.wording import capitalise_first, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.checks.answers import DataPath
    from generator.checks.case import Case
    from generator.model.legal_acts import LegalAct


def _cited(case: Case) -> Iterator[tuple[DataPath, LegalAct, date | None]]:
    """Yield (place, act, the day it has to be in force): a căn cứ on the day of its decision."""
    acts, inspection = case.catalogues.legal_acts, case.inspection
    if inspection.decision is not None:
        day = inspection.decision.date or case.day
        for index, key in enumerate(inspection.decision.legal_bases):
            yield ("decision", "legal_bases", index), acts[key], day
    for index, limitation in enumerate(inspection.findings.limitations):
        for place, basis in enumerate(limitation.basis):
            yield ("findings", "limitations", index, "basis", place), acts[basis.act], case.day
    for path, text in rich_texts(inspection):
        for span in parse_rich(text):
            if span.reference is not None and span.reference.name in acts:
                yield path, acts[span.reference.name], case.day


def in_force(case: Case) -> Answer:
    """C9: an act is cited only while it is in force, as far as the catalogue knows its days."""
    cited = list(_cited(case))
    if not cited:
        return NotApplicable()
    hits = []
    for path, act, day in cited:
        if day is not None and _is_out(case, act, day):
            end = case.catalogues.act_ended_on(act)
            arguments = {
                "act": act_name(act),
                "day": short_date(day),
                "since": short_date(act.in_force_from) if act.in_force_from else "?",
                "until": short_date(end) if end else "?",
                "replaced": _replacement(case, act),
            }
            hits.append(Hit(path, arguments))
    return hits


def _is_out(case: Case, act: LegalAct, day: date) -> bool:
    """Return whether the act is not yet, or no longer, in force; replaced on an unknown day counts as out."""
    end = case.catalogues.act_ended_on(act)
    early = act.in_force_from is not None and day < act.in_force_from
    return early or (day > end if end is not None else act.replaced_by is not None)


def _replacement(case: Case, act: LegalAct) -> str:
    after = case.catalogues.legal_acts.get(act.replaced_by or "")
    return act_name(after) if after else act.replaced_by or "-"


def verified(case: Case) -> Answer:
    """C10: what is cited from the catalogue was compared with the original."""
    cited = list(_cited(case))
    if not cited:
        return NotApplicable()
    open_acts = {act.id: (path, act) for path, act, _ in reversed(cited) if act.open_facts}
    return [
        Hit(path, {"act": act_name(act), "facts": act.open_facts})
        for path, act in reversed(open_acts.values())
    ]


def act_name(act: LegalAct) -> str:
    """Return an act by its kind and number, a law by its name: "Nghị định số 118/2025/NĐ-CP"."""
    kind = PAPER_KINDS.get(act.kind)
    if kind is not None and kind.by_name:
        return f"{kind.name} {act.subject or act.number}"
    return f"{kind.name if kind else capitalise_first(act.kind)} số {act.number}"


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"C9": in_force, "C10": verified}
