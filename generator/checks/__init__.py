"""Soát lỗi: what a careful clerk would find in a paper before it is signed.

Rules are data (``rules/*.yaml``), the code that looks is small pure functions keyed by the rule's id.
A check answers with hits, with "nothing to look at", or with "not checked", which is never "passed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.checks import citations, completeness, dates, figures, names
from generator.checks.across import RULES as ACROSS
from generator.checks.answers import NotApplicable, NotChecked, Outcome, RuleResult, gathered, together
from generator.checks.prose import asking as prose
from generator.checks.rules import rules
from generator.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.checks.answers import Answer, Hit
    from generator.checks.case import Case
    from generator.checks.rules import Rule

CHECKS: Mapping[str, Sequence[Callable[[Case], Answer]]] = gathered(
    figures.CHECKS,
    dates.CHECKS,
    names.CHECKS,
    completeness.CHECKS,
    citations.CHECKS,
    prose.LANGUAGE,
    prose.FIGURES,
    prose.LAW,
)
"""Rule id → the functions that look for it: in the data, in the text, or in both."""

Shared: TypeAlias = "Mapping[str, Sequence[Hit]]"
"""What the comparison of all papers (`across`) found in one of them, by rule."""


def check(case: Case, shared: Shared | None = None) -> list[RuleResult]:
    """Ask every rule in effect on the paper's day, without those the inspection ignores (with a reason).

    `shared` is what `across` gives for this case; without it rules that compare papers are not asked.
    """
    ignored = {item.rule for item in case.inspection.ignore}
    asked = {key: rule for key, rule in rules().items() if _has_code(key, shared) and rule.holds_on(case.day)}
    return [_asked(rule, case, shared) for key, rule in asked.items() if key not in ignored]


def _has_code(rule: str, shared: Shared | None) -> bool:
    return rule in CHECKS or (shared is not None and rule in shared)


def _asked(rule: Rule, case: Case, shared: Shared | None) -> RuleResult:
    answers = [look(case) for look in CHECKS.get(rule.id, ())]
    if shared is not None and rule.id in shared:
        answers.append([*shared[rule.id]])
    answer = together(answers)
    if isinstance(answer, NotApplicable):
        return RuleResult(rule.id, Outcome.NOT_APPLICABLE)
    if isinstance(answer, NotChecked):
        told = Diagnostic(
            "rule-not-checked",
            case.loaded.source.place(()),
            Severity.NOT_CHECKED,
            {"rule": rule.id, "reason": answer.reason},
        )
        return RuleResult(rule.id, Outcome.NOT_CHECKED, (told,))
    found = tuple(_diagnostic(rule, hit, case) for hit in answer)
    return RuleResult(rule.id, Outcome.FAILED if found else Outcome.PASSED, found)


def _diagnostic(rule: Rule, hit: Hit, case: Case) -> Diagnostic:
    return Diagnostic(
        rule.id, case.loaded.source.place(hit.path), rule.level_of(hit.arguments), hit.arguments
    )


def ignored(case: Case, shared: Shared | None = None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the ignores of an inspection: unknown rules, and rules that found nothing.

    An ignore of a rule that compares papers is not judged without `shared`.
    """
    known = rules()
    for index, item in enumerate(case.inspection.ignore):
        place = case.loaded.source.place(("ignore", index))
        if item.rule not in known or not (item.rule in CHECKS or item.rule in ACROSS):
            yield Diagnostic("ignore-unknown", place, arguments={"rule": item.rule})
        elif shared is None and item.rule in ACROSS:
            continue
        elif not _asked(known[item.rule], case, shared).diagnostics:
            yield Diagnostic("ignore-unused", place, Severity.WARNING, {"rule": item.rule})
