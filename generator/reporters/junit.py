"""A check report as JUnit XML: a suite for each paper, a test case for each rule asked of it.

A rule that was not checked is skipped, never passed. What is wrong besides the rules (a file that cannot
be read, a value that is missing) is a test case of its own, named by its code.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.diagnostics import Severity
from generator.messages import visible
from generator.reporters.gathering import in_order, rule_end, rule_of
from generator.reporters.text import place_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic
    from generator.messages import Messages
    from generator.results import BuildReport, PaperResult
    from generator.rule_results import RuleResult


def junit_text(report: BuildReport, messages: Messages, rules: Mapping[str, Rule]) -> str:
    """Return the report as XML, without times: the same report is the same text."""
    root = ET.Element("testsuites", name="ketluan")
    for file, group in groupby(in_order(report.diagnostics), key=lambda item: item.place.file):
        _suite(root, file or "ketluan", _others(file, group, messages))
    for paper in report.papers:
        _suite(root, f"{paper.inspection}/{paper.paper}".rstrip("/"), _cases(paper, messages, rules))
    _count(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def built_text(report: BuildReport, messages: Messages) -> str:
    """Return what a build did as XML: a suite for each inspection, a test case for each paper.

    A paper that this machine cannot make in every format is skipped, never passed.
    """
    root = ET.Element("testsuites", name="ketluan")
    for file, group in groupby(in_order(report.diagnostics), key=lambda item: item.place.file):
        _suite(root, file or "ketluan", _others(file, (item for item in group if _is_error(item)), messages))
    for inspection, papers in groupby(report.papers, key=lambda paper: paper.inspection):
        _suite(root, inspection, [_built_case(paper, messages) for paper in papers])
    _count(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _is_error(item: Diagnostic) -> bool:
    return item.severity is Severity.ERROR


def _built_case(paper: PaperResult, messages: Messages) -> ET.Element:
    case = _element("testcase", classname=paper.inspection, name=paper.paper)
    wrong = [item for item in in_order(paper.diagnostics) if _is_error(item)]
    if paper.outcome.value == "failed":
        case.append(_told(Severity.ERROR.value, wrong, messages))
    elif paper.outcome.value == "not-made":
        case.append(_told(Severity.NOT_CHECKED.value, list(in_order(paper.diagnostics)), messages))
    else:
        ET.SubElement(case, "system-out").text = messages.text(f"outcome-{paper.outcome.value}")
    return case


def _cases(paper: PaperResult, messages: Messages, rules: Mapping[str, Rule]) -> list[ET.Element]:
    name = f"{paper.inspection}.{paper.paper}".rstrip(".")
    asked = {result.rule for result in paper.rules}
    others = [item for item in paper.diagnostics if rule_of(item) not in asked]
    return [
        *(_rule_case(name, result, messages, rules) for result in paper.rules),
        *_others(name, in_order(others), messages),
    ]


def _rule_case(name: str, result: RuleResult, messages: Messages, rules: Mapping[str, Rule]) -> ET.Element:
    rule = rules.get(result.rule)
    title = f"{result.rule} {rule.title.text(messages.language)}" if rule else result.rule
    case = _element("testcase", classname=name, name=title)
    end = rule_end(result)
    if end == "not-applicable":
        ET.SubElement(case, "system-out").text = messages.text("rule-not-applicable")
    elif end != "passed":
        case.append(_told(end, result.diagnostics, messages))
    return case


def _others(name: str, found: Iterable[Diagnostic], messages: Messages) -> list[ET.Element]:
    """Return a test case for each diagnostic that is no rule's; a note is no test."""
    cases = []
    for item in found:
        if item.severity is not Severity.NOTE:
            place = str(item.place).removeprefix(item.place.file).lstrip(":")
            case = _element("testcase", classname=name, name=f"{item.code} {place}".rstrip())
            case.append(_told(item.severity.value, [item], messages))
            cases.append(case)
    return cases


def _told(end: str, found: Sequence[Diagnostic], messages: Messages) -> ET.Element:
    """Return the failure, or what says that the test was skipped; its type is the severity."""
    first = messages.say(found[0].code, found[0].arguments)[0] if found else messages.text(f"severity-{end}")
    told = _element("skipped" if end == Severity.NOT_CHECKED else "failure", type=end, message=first)
    told.text = "\n".join(line for item in found for line in _lines(item, messages))
    return told


def _lines(item: Diagnostic, messages: Messages) -> list[str]:
    sentence, hint = messages.say(item.code, item.arguments)
    return [
        visible(f"{place_text(item.place, messages)}: {sentence}"),
        *([visible(f"→ {hint}")] if hint else []),
    ]


def _element(tag: str, **attributes: str) -> ET.Element:
    """Return an element whose attributes hold no character that XML has no place for."""
    return ET.Element(tag, {name: visible(value) for name, value in attributes.items()})


def _suite(root: ET.Element, name: str, cases: list[ET.Element]) -> None:
    if cases:
        suite = _element("testsuite", name=name)
        suite.extend(cases)
        _count(suite)
        root.append(suite)


def _count(element: ET.Element) -> None:
    """Write how many test cases are below the element, and how many of each kind."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        element.set(name, str(sum(1 for _ in element.iter(tag))))
    element.set("errors", "0")
