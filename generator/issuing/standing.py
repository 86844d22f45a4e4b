"""What building has to know of where a paper stands: its printing, and whether its data still say it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused, Severity
from generator.issuing.printed import text_hash
from generator.issuing.states import Step
from generator.wording import short_date

if TYPE_CHECKING:
    from generator.catalogues.entries import Catalogues
    from generator.compose import Composer
    from generator.issuing.journal import Event, Journal
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper

_FOR_SIGNATURE = "trinh-ky"


def printing(paper: IssuedPaper, state: Step | None) -> str:
    """Return the printing of a paper: what its YAML asks for, or the one that was submitted or signed."""
    return _FOR_SIGNATURE if state in (Step.SUBMITTED, Step.SIGNED) else paper.stage


def still_says(
    item: Loaded, paper: IssuedPaper, catalogues: Catalogues, composer: Composer, journal: Journal
) -> tuple[Diagnostic, ...]:
    """Return a warning when the data of an issued paper, or the wording, say something else by now.

    What was corrected and amended since is part of what it says; what was replaced or recalled says nothing.
    """
    name = item.inspection.id, paper.id
    issue = journal.issue_of(*name)
    if issue is None or journal.state(*name) in (Step.REPLACED, Step.RECALLED):
        return ()
    try:
        document = composer.compose(item, paper, catalogues, _FOR_SIGNATURE).document
    except Refused as refused:
        return refused.diagnostics
    if text_hash(document) == journal.last_said(*name):
        return ()
    arguments = {"inspection": issue.inspection, "paper": issue.paper, "day": short_date(_day(paper, issue))}
    return (Diagnostic("issued-says-otherwise", severity=Severity.WARNING, arguments=arguments),)


def _day(paper: IssuedPaper, issue: Event) -> date:
    """Return the day of issue; the day it was recorded when the data name none any more."""
    return paper.date or date.fromisoformat(issue.at[:10])
