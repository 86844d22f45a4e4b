"""Soát lỗi a finished file - Word, PDF or plain text, made by anyone: its form, and what its text shows.

The decree splits the duty (NĐ 30/2020, Điều 12): the content is answered for by the head of the drafting
unit, the form by whoever is assigned. Both are asked here; the reports keep them apart by their ids.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from generator.checks.form import CHECKS as FORM
from generator.checks.form import check_form
from generator.checks.judging import unchecked
from generator.checks.plain_text import check_text
from generator.checks.prose.plain_text import RULES
from generator.diagnostics import Diagnostic, Place, Refused, Severity, Term
from generator.reading.any_file import read_finished
from generator.results import Outcome as PaperOutcome
from generator.results import PaperResult
from generator.rule_results import not_asked
from generator.seen import Medium

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.checks.prose.plain_text import PlacedHit
    from generator.rule_results import RuleResult
    from generator.seen import SeenPaper, SeenParagraph

SUFFIXES = frozenset({".docx", ".pdf", ".txt"})
"""What a folder is searched for; a file that is named is read whatever its name."""


def check_finished(path: Path, shown: str, words: frozenset[str] = frozenset()) -> PaperResult:
    """Read one finished file and ask every rule that it can answer; `words` are the office's own.

    What the file cannot tell is "not checked", never "passed". A file that cannot be read is told.
    """
    try:
        seen = read_finished(path, shown)
        asked = (*_form_results(seen, shown), *_text_results(seen, shown, words))
    except Refused as refused:
        return PaperResult(shown, "", (), PaperOutcome.FAILED, refused.diagnostics)
    except Exception as error:  # noqa: BLE001 - a bug with one file must not cost the others
        arguments = {"problem": f"{type(error).__name__}: {error}"}
        bug = Diagnostic("program-bug", Place(shown), arguments=arguments)
        return PaperResult(shown, "", (), PaperOutcome.FAILED, (bug,), traceback.format_exc())
    told = tuple(item for result in asked for item in result.diagnostics)
    return PaperResult(shown, "", (), PaperOutcome.UNCHANGED, (*_not_read(seen, shown), *told), rules=asked)


def place_of(seen: SeenPaper, shown: str) -> Callable[[int], Place]:
    """Return what tells where the paragraph with a number stands, as people look it up in such a file."""
    numbered = {paragraph.number: paragraph for paragraph in seen.paragraphs}

    def place(number: int) -> Place:
        return _place(numbered.get(number), seen.medium, shown)

    return place


def _place(paragraph: SeenParagraph | None, medium: Medium, shown: str, column: int = 0) -> Place:
    if paragraph is None:
        return Place(shown)
    if medium is Medium.TEXT:
        return Place(shown, paragraph.number, column)
    if paragraph.page:
        return Place(shown, page=paragraph.page, line=paragraph.line)
    return Place(shown, paragraph=paragraph.number)


def _form_results(seen: SeenPaper, shown: str) -> list[RuleResult]:
    """Return what the rules of form answer; a plain text has no form, which is told once."""
    if seen.medium is not Medium.TEXT:
        return check_form(seen, own=False, place=place_of(seen, shown))
    return not_asked(FORM, unchecked("F", Term("unchecked-medium"), Place(shown)))


def _text_results(seen: SeenPaper, shown: str, words: frozenset[str]) -> list[RuleResult]:
    """Return what the rules of running text answer; a file without any text is not checked."""
    paragraphs = list(seen.reading())
    raw = seen.medium is Medium.TEXT  # columns are counted in the line as it stands
    text = "\n".join(paragraph.text if raw else paragraph.words for paragraph in paragraphs)
    if not text.strip():
        return not_asked(RULES, unchecked("A", Term("unchecked-text"), Place(shown)))

    def place(hit: PlacedHit | None) -> Place:
        if hit is None:
            return Place(shown)
        return _place(paragraphs[hit.paragraph], seen.medium, shown, hit.start + 1)

    return check_text(text, place, words)


def _not_read(seen: SeenPaper, shown: str) -> list[Diagnostic]:
    """Return what stands in the file and was not read, each kind of thing once."""
    return [
        Diagnostic("paper-part-not-read", Place(shown), Severity.NOT_CHECKED, {"what": Term(f"part-{kind}")})
        for kind in dict.fromkeys(seen.not_read)
    ]
