"""From what a check answers to what became of its rule: the one place where the two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import NotApplicable, NotChecked
from generator.diagnostics import Diagnostic, Severity
from generator.rule_results import Outcome, RuleResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.checks.answers import Answer, Hit
    from generator.checks.rules import Rule
    from generator.diagnostics import Place, Term


def judged(rule: Rule, answer: Answer, place: Callable[[Hit], Place], whole: Place) -> RuleResult:
    """Return what became of a rule; `place` tells where a hit stands, `whole` is the paper itself."""
    if isinstance(answer, NotApplicable):
        return RuleResult(rule.id, Outcome.NOT_APPLICABLE)
    if isinstance(answer, NotChecked):
        return RuleResult(rule.id, Outcome.NOT_CHECKED, (unchecked(rule.id, answer.reason, whole),))
    found = tuple(
        Diagnostic(rule.id, place(hit), rule.level_of(hit.arguments), hit.arguments) for hit in answer
    )
    return RuleResult(rule.id, Outcome.FAILED if found else Outcome.PASSED, found)


def unchecked(rule: str, reason: Term, place: Place) -> Diagnostic:
    """Return what is said of a rule, or a group of rules by its letter, that could not be asked."""
    arguments = {"rule": rule, "reason": reason}
    return Diagnostic("rule-not-checked", place, Severity.NOT_CHECKED, arguments)
