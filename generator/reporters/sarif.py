"""A check report as SARIF 2.1.0 (OASIS), which editors and code hosts read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import generator
from generator.diagnostics import Severity
from generator.reporters.gathering import all_diagnostics, rule_ends, rule_of
from generator.reporters.text import place_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic, Place
    from generator.messages import Messages
    from generator.results import BuildReport

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The folder that the paths are below; whoever reads the file knows where it lies (SARIF, 3.14.14).
_ROOT = "%SRCROOT%"
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def sarif_value(report: BuildReport, messages: Messages, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """Return the report as a SARIF log of one run; what was not checked is told as open, never left out."""
    found = all_diagnostics(report)
    asked = [*rule_ends(report.papers), *(rule_of(item) for item in found)]
    told = [rules[key] for key in dict.fromkeys(asked) if key in rules]
    numbers = {rule.id: number for number, rule in enumerate(told)}
    driver = {
        "name": "ketluan",
        "version": generator.__version__,
        "language": messages.language,
        "rules": [_rule(rule, messages.language) for rule in told],
    }
    run = {
        "tool": {"driver": driver},
        "language": messages.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not any(paper.bug for paper in report.papers)}],
        "results": _results(found, messages, numbers),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    clause = {"clause": rule.clause} if rule.clause else {}
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.text(language)},
        "fullDescription": {"text": rule.title.text(language)},
        "help": {"text": f"{rule.hint.text(language)}\n✗ {rule.wrong}\n✓ {rule.right}"},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"standing": rule.standing, **clause},
    }


def _results(
    found: Iterable[Diagnostic], messages: Messages, numbers: Mapping[str, int]
) -> list[dict[str, Any]]:
    return [_result(item, messages) | _index(rule_of(item), numbers) for item in found]


def _index(rule: str, numbers: Mapping[str, int]) -> dict[str, int]:
    return {"ruleIndex": numbers[rule]} if rule in numbers else {}


def _result(item: Diagnostic, messages: Messages) -> dict[str, Any]:
    sentence, hint = messages.say(item.code, item.arguments)
    # What is no fail has no level (SARIF, 3.27.10); open: there was too little to decide (3.27.9).
    opened = item.severity is Severity.NOT_CHECKED
    locations = [_location(item.place, messages)] if item.place.file else []
    return {
        "ruleId": rule_of(item),
        "kind": "open" if opened else "fail",
        "level": "none" if opened else item.severity.value,
        "message": {"text": plain_message("\n".join(text for text in (sentence, hint) if text))},
        "locations": locations,
    }


def plain_message(text: str) -> str:
    """Return text as a plain text message: its braces fill nothing, its brackets link nowhere (3.11.5, 6)."""
    return _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))


def _location(place: Place, messages: Messages) -> dict[str, Any]:
    file = {"artifactLocation": {"uri": quote(place.file), "uriBaseId": _ROOT}}
    if place.page or place.paragraph or place.in_workbook:
        # A region is one of a text file; a spot on a finished paper is told by its name (3.33).
        spot = place_text(place, messages).removeprefix(f"{place.file}, ")
        return {"physicalLocation": file, "logicalLocations": [{"name": spot}]}
    known = {"startLine": place.line, "startColumn": place.column}
    region = {name: number for name, number in known.items() if number and place.line}
    cell = {"logicalLocations": [{"name": place.cell}]} if place.cell else {}
    return {"physicalLocation": file | ({"region": region} if region else {}), **cell}
