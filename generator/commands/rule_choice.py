"""Which rules ``check`` tells of: ``--select`` and ``--ignore`` name them, or groups of them.

Only rules can be left out. What keeps a file from being read or a paper from being made is always told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.checks.rules import rules
from generator.model.names import nearest
from generator.reporters.gathering import rule_of
from generator.usage import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.diagnostics import Diagnostic
    from generator.results import BuildReport, PaperResult


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """The rules that are left out."""

    left_out: frozenset[str]

    @classmethod
    def named(cls, select: Sequence[str], ignore: Sequence[str]) -> RuleChoice:
        """Return the choice that the options name; WrongUsage when a word of them is no rule."""
        known = frozenset(rules())
        kept = _rules_of(select, known) if select else known
        return cls((known - kept) | _rules_of(ignore, known))

    def narrowed(self, report: BuildReport) -> BuildReport:
        """Return the report without the rules that are left out."""
        papers = tuple(self._paper(paper) for paper in report.papers)
        return replace(report, papers=papers, diagnostics=self._kept(report.diagnostics))

    def _paper(self, paper: PaperResult) -> PaperResult:
        asked = tuple(result for result in paper.rules if result.rule not in self.left_out)
        return replace(paper, rules=asked, diagnostics=self._kept(paper.diagnostics))

    def _kept(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(item for item in found if rule_of(item) not in self.left_out)


def _rules_of(words: Iterable[str], known: frozenset[str]) -> frozenset[str]:
    """Return the rules that the words mean: ``A`` every rule of group A, ``D2`` that rule alone."""
    found: set[str] = set()
    for word in (part.strip().upper() for part in ",".join(words).split(",")) if words else ():
        meant = {rule for rule in known if word in (rule, rule.rstrip("0123456789"))}
        if not meant:
            raise WrongUsage("usage-rule", text=word, near=nearest(word, known))
        found |= meant
    return frozenset(found)
