"""Diagnostics and build reports as JSON with keys that stay: both the code and the sentence."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Severity
from generator.messages import visible
from generator.reporters.gathering import all_diagnostics, in_order, rule_end, severities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic
    from generator.messages import Messages
    from generator.results import BuildReport, PaperResult

_NOT_ASCII = re.compile(r"[^\x20-\x7e\n]")


def dumped(value: Any) -> str:
    """Return JSON text; what a terminal could act on is escaped, and reads back the same."""
    return _NOT_ASCII.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return char if visible(char) == char else json.dumps(char)[1:-1]


def diagnostic_value(item: Diagnostic, messages: Messages) -> dict[str, Any]:
    """Return one diagnostic; page, paragraph, line, column and cell are null when unknown."""
    sentence, hint = messages.say(item.code, item.arguments)
    return {
        "code": item.code,
        "severity": item.severity.value,
        "file": item.place.file or None,
        "page": item.place.page or None,
        "paragraph": item.place.paragraph or None,
        "line": item.place.line or None,
        "column": item.place.column or None,
        "cell": item.place.cell or None,
        "text": sentence,
        "hint": hint,
        "arguments": dict(item.arguments),
    }


def diagnostic_values(found: Iterable[Diagnostic], messages: Messages) -> list[dict[str, Any]]:
    """Return diagnostics in order of their places, each once."""
    return [diagnostic_value(item, messages) for item in in_order(found)]


def report_value(report: BuildReport, messages: Messages) -> dict[str, Any]:
    """Return a build or check report: counts, papers, and every diagnostic once."""
    found = all_diagnostics(report)
    counted = severities(found)
    return {
        "ok": report.ok,
        "language": messages.language,
        "counts": {severity.value: counted[severity] for severity in Severity},
        "papers": [_paper_value(paper, messages) for paper in report.papers],
        "diagnostics": diagnostic_values(found, messages),
    }


def _paper_value(paper: PaperResult, messages: Messages) -> dict[str, Any]:
    return {
        "inspection": paper.inspection,
        "paper": paper.paper,
        "outcome": paper.outcome.value,
        "files": list(paper.files),
        **({"why": paper.why} if paper.why else {}),
        "rules": {result.rule: rule_end(result) for result in paper.rules},
        "diagnostics": diagnostic_values(paper.diagnostics, messages),
    }
