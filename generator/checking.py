"""Soát lỗi: read and compose everything, render nothing, and ask the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.batch import failed_by_bug, placed, read_each
from generator.checks import check, ignored, kept_form, to_compare, with_across
from generator.checks.across import Facts, across
from generator.checks.case import Case, data_path
from generator.checks.form import CHECKS as FORM
from generator.checks.form import check_form
from generator.checks.form.expected import expected_with_sources
from generator.checks.judging import unchecked
from generator.checks.numbering import Series
from generator.diagnostics import Diagnostic, Place, Refused, Term
from generator.load import load_catalogues
from generator.results import BuildReport, Outcome, PaperResult
from generator.rule_results import RuleResult, not_asked
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.catalogues.entries import Catalogues
    from generator.layout import Layout
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
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
    found_across = across(told, Series(project.settings.number_series))
    compared = [_compared(*paper) for paper in zip(papers, found_across, strict=True)]
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
    asked, told = asked_rules(case, workshop.layout)
    result = PaperResult(item.inspection.id, paper.id, (), outcome, (*said, *told), rules=asked)
    return result, to_compare(case)


def asked_rules(case: Case, layout: Layout) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
    """Return the rules of content and of form asked of a paper, and everything they have to say."""
    form, unused = kept_form(case, _form(case, layout))
    results = (*check(case), *form)
    found = (item for result in results for item in result.diagnostics)
    return results, (*found, *ignored(case), *unused)


def _form(case: Case, layout: Layout) -> list[RuleResult]:
    """Return what the rules of form say of the paper before it is printed, where the YAML says it."""
    index = case.inspection.documents.index(case.paper)
    here = case.loaded.source.place(("documents", index))
    if case.document is not None:
        seen, sources = expected_with_sources(case.document, layout)

        def place(paragraph: int) -> Place:
            source = sources.get(paragraph, "=")
            return here if source.startswith("=") else case.loaded.source.place(data_path(source))

        return check_form(seen, own=True, day=case.day, place=place)
    return not_asked(FORM, unchecked("F", Term("unchecked-composing"), here))
