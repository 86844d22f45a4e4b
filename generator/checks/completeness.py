"""What a conclusion must have: decision, results for its scope, answers to its limitations (C2 to C8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.case import Case
    from generator.model.inspection import Recommendation

_ALL = ("all",)


def founded(case: Case) -> Answer:
    """C2: the paper cites the decision that set up the team, by number and day; an office also the rest.

    A press reconstruction is asked for the decision alone: no article names every paper.
    """
    inspection = case.inspection
    missing = []
    if not (inspection.decision and inspection.decision.number and inspection.decision.date):
        missing.append("quyết định thành lập Đoàn")
    if inspection.source.kind != "press":
        if inspection.plan is None and inspection.method != "dot-xuat":
            missing.append("kế hoạch kiểm tra")
        if inspection.team_report is None:
            missing.append("báo cáo kết quả của Đoàn")
        if not any(unit.minutes for unit in inspection.inspected_units):
            missing.append("biên bản kiểm tra")
    return [Hit(("decision",), {"missing": ", ".join(missing)})] if missing else []


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
    """C4: each limitation has a recommendation; each recommendation an owner, a deadline or ``ongoing``."""
    limitations, duties = case.inspection.findings.limitations, case.inspection.recommendations
    if not limitations and not duties:
        return NotApplicable()
    addressed = {key for duty in duties for key in duty.addresses}
    hits = [
        Hit(
            ("findings", "limitations", index),
            {"problem": f"kiến nghị khắc phục hạn chế “{item.id}”"},
        )
        for index, item in enumerate(limitations)
        if item.id not in addressed and _ALL[0] not in addressed
    ]
    for index, duty in enumerate(duties):
        hits += [
            Hit(("recommendations", index), {"problem": f"{problem} của kiến nghị {index + 1} ({duty.id})"})
            for problem in _open(duty)
        ]
    return hits


def _open(duty: Recommendation) -> list[str]:
    missing = []
    if not duty.owners and not duty.owners_text:
        missing.append("cơ quan chủ trì")
    if duty.deadline is None:
        missing.append("thời hạn")
    return missing


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
    "C7": caused,
    "C8": responded,
}
