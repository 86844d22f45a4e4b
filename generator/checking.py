"""Soát lỗi: read and compose everything, render nothing, and ask the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch import failed_by_bug, placed, read_each
from generator.checks import check, ignored
from generator.checks.case import Case
from generator.diagnostics import Refused
from generator.load import load_catalogues
from generator.results import BuildReport, Outcome, PaperResult
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.catalogues import Catalogues
    from generator.checks.answers import RuleResult
    from generator.diagnostics import Diagnostic
    from generator.load import Loaded
    from generator.model.inspection import IssuedPaper
    from generator.project import Project


def check_all(project: Project, targets: Sequence[str] = ()) -> BuildReport:
    """Load and compose what the targets mean, one inspection at a time, and ask the rules of each paper."""
    papers: list[PaperResult] = []
    found: list[Diagnostic] = []
    bugs: list[str] = []
    workshop = Workshop(project)
    try:
        catalogues = load_catalogues(project)
        for reading in read_each(project, catalogues, targets):
            found += reading.all_diagnostics()
            bugs += [reading.bug] if reading.bug else []
            papers += [_checked(workshop, *paper, catalogues) for paper in reading.papers()]
    except Refused as refused:
        return BuildReport((), refused.diagnostics)
    return BuildReport(tuple(papers), tuple(found), tuple(bugs))


def _checked(workshop: Workshop, item: Loaded, paper: IssuedPaper, catalogues: Catalogues) -> PaperResult:
    try:
        return _examined(workshop, item, paper, catalogues)
    except Exception as error:  # noqa: BLE001 - a bug with one paper must not cost the others
        return failed_by_bug(item, paper, error)


def _examined(workshop: Workshop, item: Loaded, paper: IssuedPaper, catalogues: Catalogues) -> PaperResult:
    """Return a paper composed and asked all rules; what cannot be composed is asked those of its data."""
    said: tuple[Diagnostic, ...]
    try:
        _, composer = workshop.composer(paper.kind)
        composed = composer.compose(item, paper, catalogues, paper.stage)
        document, outcome, said = composed.document, Outcome.UNCHANGED, composed.missing
    except Refused as refused:
        document, outcome, said = None, Outcome.FAILED, tuple(placed(refused.diagnostics, item, paper))
    asked, told = asked_rules(Case(item, paper, catalogues, document))
    return PaperResult(item.inspection.id, paper.id, (), outcome, (*said, *told), rules=asked)


def asked_rules(case: Case) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
    """Return the rules asked of a paper, and everything they and its ignores have to say."""
    results = tuple(check(case))
    return results, (*(found for result in results for found in result.diagnostics), *ignored(case))
