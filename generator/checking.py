"""Soát lỗi: read and compose everything, render nothing, and ask the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.batch import failed_by_bug, placed, read_each
from generator.checks import check, ignored, to_compare, with_across
from generator.checks.across import Facts, across
from generator.checks.case import Case
from generator.diagnostics import Refused
from generator.load import load_catalogues
from generator.results import BuildReport, Outcome, PaperResult
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.catalogues import Catalogues
    from generator.checks.answers import RuleResult
    from generator.diagnostics import Diagnostic
    from generator.load import Loaded
    from generator.model.inspection import IssuedPaper
    from generator.project import Project


def check_all(project: Project, targets: Sequence[str] = ()) -> BuildReport:
    """Load and compose what the targets mean, one inspection at a time, and ask the rules of each paper.

    Then the papers are compared; for that only the few facts of each are kept.
    """
    papers: list[PaperResult] = []
    told: list[Facts] = []
    found: list[Diagnostic] = []
    bugs: list[str] = []
    workshop = Workshop(project)
    try:
        catalogues = load_catalogues(project)
        for reading in read_each(project, catalogues, targets):
            found += reading.all_diagnostics()
            bugs += [reading.bug] if reading.bug else []
            for item, paper in reading.papers():
                result, fact = _checked(workshop, item, paper, catalogues)
                papers.append(result)
                told.append(fact)
    except Refused as refused:
        return BuildReport((), refused.diagnostics)
    compared = [_compared(*paper) for paper in zip(papers, across(told), strict=True)]
    return BuildReport(tuple(compared), tuple(found), tuple(bugs))


def _compared(paper: PaperResult, found: Mapping[str, Sequence[Diagnostic]]) -> PaperResult:
    """Return the result of a paper with what the comparison of all papers found in it."""
    more = tuple(item for told in found.values() for item in told)
    rules = tuple(with_across(paper.rules, found))
    return replace(paper, rules=rules, diagnostics=(*paper.diagnostics, *more))


def _checked(
    workshop: Workshop, item: Loaded, paper: IssuedPaper, catalogues: Catalogues
) -> tuple[PaperResult, Facts]:
    try:
        return _examined(workshop, item, paper, catalogues)
    except Exception as error:  # noqa: BLE001 - a bug with one paper must not cost the others
        return failed_by_bug(item, paper, error), Facts(item.inspection.id)


def _examined(
    workshop: Workshop, item: Loaded, paper: IssuedPaper, catalogues: Catalogues
) -> tuple[PaperResult, Facts]:
    """Return a paper composed and asked all rules; what cannot be composed is asked those of its data."""
    said: tuple[Diagnostic, ...]
    try:
        _, composer = workshop.composer(paper.kind)
        composed = composer.compose(item, paper, catalogues, paper.stage)
        document, outcome, said = composed.document, Outcome.UNCHANGED, composed.missing
    except Refused as refused:
        document, outcome, said = None, Outcome.FAILED, tuple(placed(refused.diagnostics, item, paper))
    case = Case(item, paper, catalogues, document)
    asked, told = asked_rules(case)
    result = PaperResult(item.inspection.id, paper.id, (), outcome, (*said, *told), rules=asked)
    return result, to_compare(case)


def asked_rules(case: Case) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
    """Return the rules asked of a paper, and everything they and its ignores have to say."""
    results = tuple(check(case))
    return results, (*(found for result in results for found in result.diagnostics), *ignored(case))
