"""What a conclusion must have: decision, results for its scope, answers to its limitations (C2 to C8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.checks.prose.wishes import is_wish, opening
from generator.checks.recipients import unnamed_owners

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.case import Case
    from generator.model.recommendations import Deadline, Recommendation

_ALL = "all"
_YES = frozenset({"có", "yes", "true", "x"})
"""What may be typed for ``ongoing`` without saying where the results are reported."""
_EVIDENCE = re.compile(r"\d|\[\[")


def founded(case: Case) -> Answer:
    """C2: the paper cites the decision that set up the team, by number and day; an office also the rest.

    A press reconstruction is asked for the decision alone: no article names every paper.
    """
    inspection = case.inspection
    if inspection.covers is not None:
        return NotApplicable()  # each inspection it sums up has its own
    missing = []
    if not (inspection.decision and inspection.decision.number and inspection.decision.date):
        missing.append("decision")
    if inspection.source.kind != "press":
        if inspection.plan is None and inspection.method != "dot-xuat":
            missing.append("plan")
        if inspection.team_report is None:
            missing.append("team-report")
        if not any(unit.minutes for unit in inspection.inspected_units):
            missing.append("minutes")
    paths = {"team-report": "team_report", "minutes": "inspected_units"}
    return [Hit((paths.get(paper, paper),), {"missing": paper}) for paper in missing]


def covered(case: Case) -> Answer:
    """C3: every inspected content has a result or a limitation."""
    if not case.inspection.scope:
        return NotApplicable()
    findings = case.inspection.findings
    told = {item.scope for item in findings.strengths} | {item.scope for item in findings.limitations}
    if told <= {None}:
        return NotApplicable()  # the source ties nothing to a content
    return [
        Hit(("scope", index), {"text": scope.text})
        for index, scope in enumerate(case.inspection.scope)
        if scope.id not in told
    ]


def answered(case: Case) -> Answer:
    """C4: each limitation has a recommendation; each of these owner, deadline, product and recipient."""
    limitations, duties = case.inspection.findings.limitations, case.inspection.recommendations
    if not limitations and not duties:
        return NotApplicable()
    addressed = {key for duty in duties for key in duty.addresses}
    hits = [
        Hit(("findings", "limitations", index), {"problem": "unanswered", "id": item.id})
        for index, item in enumerate(limitations)
        if item.id not in addressed and _ALL not in addressed
    ]
    for index, duty in enumerate(duties):
        hits += [
            Hit(("recommendations", index), {"problem": problem, "number": index + 1, "id": duty.id})
            for problem in _open(duty)
        ]
    return [*hits, *unnamed_owners(case)]


def _open(duty: Recommendation) -> Iterator[str]:
    if not duty.owners and not duty.owners_text:
        yield "no-owner"
    if duty.deadline is None:
        yield "no-deadline"
    elif _unreported(duty.deadline) and "báo cáo" not in (duty.product or "").lower():
        yield "no-report"
    if not duty.product:
        yield "no-product"


def _unreported(deadline: Deadline) -> bool:
    """Return whether a standing duty does not say in which report its results appear."""
    return deadline.ongoing is not None and deadline.ongoing.strip().lower() in _YES


def observed(case: Case) -> Answer:
    """C5: a limitation is a fact, with a number, a day, a place in the file, or evidence; not a wish."""
    limitations = case.inspection.findings.limitations
    if not limitations:
        return NotApplicable()
    hits = []
    for index, item in enumerate(limitations):
        path = ("findings", "limitations", index, "text")
        if is_wish(item.text):
            hits.append(Hit(path, {"problem": "wish", "found": opening(item.text)}))
        elif not item.evidence and not _EVIDENCE.search(item.text):
            hits.append(Hit(path, {"problem": "no-evidence", "found": opening(item.text)}))
    return hits


def caused(case: Case) -> Answer:
    """C7: limitations have their causes."""
    findings = case.inspection.findings
    if not findings.limitations:
        return NotApplicable()
    return [] if findings.causes else [Hit(("findings",))]


def responded(case: Case) -> Answer:
    """C8: what the unit said to its limitations is recorded."""
    findings = case.inspection.findings
    if not findings.limitations:
        return NotApplicable()
    explained = any(unit.explanation for unit in case.inspection.inspected_units)
    return [] if findings.responses or explained else [Hit(("findings",))]


CHECKS: Mapping[str, Callable[[Case], Answer]] = {
    "C2": founded,
    "C3": covered,
    "C4": answered,
    "C5": observed,
    "C7": caused,
    "C8": responded,
}
