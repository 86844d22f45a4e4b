"""What became of the rules that were asked of a paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic


class Outcome(StrEnum):
    """What became of a rule."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not-applicable"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule asked of one paper."""

    rule: str
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()


def not_asked(rules: Iterable[str], told: Diagnostic) -> list[RuleResult]:
    """Return rules that could not be asked, for one reason that is told once, at the first of them."""
    first, *rest = (RuleResult(rule, Outcome.NOT_CHECKED) for rule in rules)
    return [RuleResult(first.rule, first.outcome, (told,)), *rest]
