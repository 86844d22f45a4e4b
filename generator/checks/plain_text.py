"""Check a text that nobody composed: every rule of running text, and what of it could not be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.prose.plain_text import RULES, day_of, prose_hits_of
from generator.checks.rules import rules
from generator.diagnostics import Diagnostic, Place, Severity, Term
from generator.rule_results import Outcome, RuleResult

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.checks.prose.plain_text import PlacedHit

_NEEDS_A_DAY = frozenset({"N4"})
_NO_WORDS = frozenset[str]()


def check_text(
    text: str,
    place: Callable[[PlacedHit | None], Place],
    words: frozenset[str] = _NO_WORDS,
    day: date | None = None,
) -> list[RuleResult]:
    """Return what became of every rule of running text; one paragraph a line.

    `place` says where a hit stands in the file, and with None where the file as a whole stands.
    """
    day = day or day_of(text)
    hits = prose_hits_of(text, words, day)
    results = []
    for key in RULES:
        rule = rules()[key]
        found = tuple(
            Diagnostic(key, place(hit), rule.level_of(hit.arguments), hit.arguments)
            for hit in hits
            if hit.rule == key
        )
        if not rule.holds_on(day):
            continue
        if found:
            results.append(RuleResult(key, Outcome.FAILED, found))
        elif day is None and key in _NEEDS_A_DAY:
            told = Diagnostic(
                "rule-not-checked",
                place(None),
                Severity.NOT_CHECKED,
                {"rule": key, "reason": Term("unchecked-day")},
            )
            results.append(RuleResult(key, Outcome.NOT_CHECKED, (told,)))
        else:
            results.append(RuleResult(key, Outcome.PASSED))
    return results
