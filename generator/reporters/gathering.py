"""What a report holds, put in the order and counted the way a reader needs it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic
    from generator.results import BuildReport, PaperResult
    from generator.rule_results import RuleResult


# What is about a place that is written to: that one was not "not read".
_NOT_WRITTEN = frozenset({"file-not-written", "file-replaced-alone", "folder-locked", "write-outside"})
# From worst to best; over several papers a rule ends with the worst that became of it.
RULE_ENDS = ("error", "warning", "note", "not-checked", "passed", "not-applicable")


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each diagnostic once, by file, line and column; those without a file come last."""
    once = {_identity(item): item for item in found}
    return sorted(once.values(), key=lambda item: (not item.place.file, item.place))


def _identity(item: Diagnostic) -> tuple[Any, ...]:
    return item.code, item.place, item.severity, tuple(sorted(item.arguments.items()))


def all_diagnostics(report: BuildReport) -> list[Diagnostic]:
    """Return everything the report has to say, each thing once: two papers may share an error."""
    found = [*report.diagnostics, *(item for paper in report.papers for item in paper.diagnostics)]
    return in_order(found)


def severities(found: Iterable[Diagnostic]) -> Counter[Severity]:
    """Return how many of each severity."""
    return Counter(item.severity for item in found)


def rule_of(item: Diagnostic) -> str:
    """Return the rule that a diagnostic is about: the one it breaks, or the one that was not checked."""
    return str(item.arguments.get("rule", item.code)) if item.code == "rule-not-checked" else item.code


def rule_end(result: RuleResult) -> str:
    """Return what became of a rule (`RULE_ENDS`): a broken one by the worst of its diagnostics."""
    if result.outcome.value != "failed":
        return result.outcome.value
    return min((item.severity.value for item in result.diagnostics), key=RULE_ENDS.index, default="error")


def rule_ends(papers: Iterable[PaperResult]) -> dict[str, str]:
    """Return each rule once, with the worst that became of it over all papers."""
    found: dict[str, str] = {}
    for result in (result for paper in papers for result in paper.rules):
        ends = (found.get(result.rule, RULE_ENDS[-1]), rule_end(result))
        found[result.rule] = min(ends, key=RULE_ENDS.index)
    return found


def unread_files(report: BuildReport) -> dict[str, int]:
    """Return the files that gave no inspection, with their errors: ``{"inspections/x.yaml": 3}``."""
    errors = (
        item
        for item in report.diagnostics
        if item.severity is Severity.ERROR and item.code not in _NOT_WRITTEN
    )
    return dict(sorted(Counter(item.place.file for item in errors if item.place.file).items()))


def not_made(papers: Iterable[PaperResult]) -> dict[str, int]:
    """Return the inspections of which a paper was not made, with the errors of those papers."""
    found: dict[str, list[Diagnostic]] = {}
    for paper in papers:
        if paper.outcome.value in ("failed", "not-made"):
            found.setdefault(paper.inspection, []).extend(paper.diagnostics)
    return {name: severities(in_order(items))[Severity.ERROR] for name, items in found.items()}
