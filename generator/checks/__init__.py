"""Soát lỗi: what a careful clerk would find in a paper before it is signed.

Rules are data (``rules/*.yaml``), the code that looks is small pure functions keyed by the rule's id.
A check answers with hits, with "nothing to look at", or with "not checked", which is never "passed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import citations, completeness, dates, figures, names, verbs
from generator.checks.across import RULES as ACROSS
from generator.checks.across import facts
from generator.checks.answers import gathered, together
from generator.checks.form import CHECKS as FORM
from generator.checks.judging import judged
from generator.checks.prose import asking as prose
from generator.checks.rules import rules
from generator.diagnostics import Diagnostic, Severity
from generator.rule_results import Outcome, RuleResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.checks.across import Facts
    from generator.checks.answers import Answer
    from generator.checks.case import Case
    from generator.checks.rules import Rule

CHECKS: Mapping[str, Sequence[Callable[[Case], Answer]]] = gathered(
    figures.CHECKS,
    dates.CHECKS,
    names.CHECKS,
    completeness.CHECKS,
    citations.CHECKS,
    verbs.CHECKS,
    prose.LANGUAGE,
    prose.FIGURES,
    prose.LAW,
)
"""Rule id → the functions that look for it: in the data, in the text, or in both."""


def check(case: Case) -> list[RuleResult]:
    """Ask every rule in effect on the paper's day, without those the inspection ignores (with a reason).

    Rules that compare papers are asked by `across`, of all papers of a run together.
    """
    ignored = {item.rule for item in case.inspection.ignore}
    asked = {key: rule for key, rule in rules().items() if key in CHECKS and rule.holds_on(case.day)}
    return [_asked(rule, case) for key, rule in asked.items() if key not in ignored]


def to_compare(case: Case) -> Facts:
    """Return what a paper adds to the comparison of all papers (`across`)."""
    both = [item.rule for item in case.inspection.ignore if item.rule in ACROSS and item.rule in CHECKS]
    return facts(case, [rule for rule in both if _asked(rules()[rule], case).diagnostics])


def with_across(results: Sequence[RuleResult], found: Mapping[str, Sequence[Diagnostic]]) -> list[RuleResult]:
    """Return the results of one paper with what `across` found in it: each rule once."""
    own = {result.rule: result for result in results}
    for rule, told in found.items():
        before = own.get(rule)
        diagnostics = (*(before.diagnostics if before else ()), *told)
        own[rule] = RuleResult(rule, Outcome.FAILED if diagnostics else Outcome.PASSED, diagnostics)
    return list(own.values())


def kept_form(case: Case, results: Iterable[RuleResult]) -> tuple[list[RuleResult], list[Diagnostic]]:
    """Return the results of the rules of form without those ignored, and the ignores that hid nothing."""
    by_rule = {result.rule: result for result in results}
    unused = []
    for index, item in enumerate(case.inspection.ignore):
        result = by_rule.pop(item.rule, None)
        if result is not None and not result.diagnostics:
            place = case.loaded.source.place(("ignore", index))
            unused.append(Diagnostic("ignore-unused", place, Severity.WARNING, {"rule": item.rule}))
    return list(by_rule.values()), unused


def _asked(rule: Rule, case: Case) -> RuleResult:
    source = case.loaded.source
    answer = together([look(case) for look in CHECKS[rule.id]])
    return judged(rule, answer, lambda hit: source.place(hit.path), source.place(()))


def ignored(case: Case) -> Iterator[Diagnostic]:
    """Yield what is wrong with the ignores of an inspection: unknown rules, and rules that found nothing.

    An ignore of a rule that compares papers is judged by `across`, one of a rule of form by `kept_form`.
    """
    known = rules()
    for index, item in enumerate(case.inspection.ignore):
        place = case.loaded.source.place(("ignore", index))
        if item.rule in ACROSS or item.rule in FORM:
            continue
        if item.rule not in known or item.rule not in CHECKS:
            yield Diagnostic("ignore-unknown", place, arguments={"rule": item.rule})
        elif not _asked(known[item.rule], case).diagnostics:
            yield Diagnostic("ignore-unused", place, Severity.WARNING, {"rule": item.rule})
