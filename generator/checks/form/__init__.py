"""Thể thức, kỹ thuật trình bày: the rules of form (F1, F2, ...), asked of any finished paper.

The rules and every number they ask for are data (``rules/format-*.yaml``); what looks is a small pure
function of the recognised components, keyed by the rule's id. A Word file, a PDF, plain text and our own
Document before it is rendered are all the same value (`generator.seen.SeenPaper`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import NotApplicable, NotChecked
from generator.checks.form import (
    annex,
    basis,
    body,
    capitals,
    closing,
    drawn,
    head,
    letters,
    marks,
    number,
    numbering,
    page,
    recipients,
    signature,
    title,
)
from generator.checks.form.recognise import papers_of
from generator.checks.judging import judged
from generator.checks.rules import rules
from generator.diagnostics import Place, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from generator.checks.answers import Answer
    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.checks.rules import Rule
    from generator.rule_results import RuleResult
    from generator.seen import SeenPaper

_ROOMS = (
    page,
    letters,
    head,
    number,
    title,
    drawn,
    basis,
    body,
    closing,
    numbering,
    capitals,
    signature,
    recipients,
    marks,
    annex,
)
_LOOKS = {rule: look for room in _ROOMS for rule, look in room.CHECKS.items()}

CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = dict(
    sorted(_LOOKS.items(), key=lambda item: int(item[0].removeprefix("F")))
)
"""Rule id → the function that looks; it gets the components and what the rule asks for."""

_OF_THE_FILE = frozenset({*page.CHECKS, *letters.CHECKS})
"""Rules that look at the file itself, whatever was recognised in it."""

_OF_SECTIONS = frozenset({"F1", "F2", "F3", "F9", "F10", "F11", "F12"})
"""Rules that look at pages: asked once of a file, however many papers it holds."""


def check_form(
    paper: SeenPaper, *, own: bool, day: date | None = None, place: Callable[[int], Place] | None = None
) -> list[RuleResult]:
    """Ask every rule of form of a finished paper, each paper of the file on its own.

    `own` tells that this program made it: some customs of other offices are faults in ours. The date the
    paper prints decides which rules are in effect, `day` when it prints none. `place` tells where the
    paragraph with a number stands (0: the file as a whole).
    """
    papers = papers_of(paper, own=own)
    known = rules()
    where = place or (lambda _paragraph: Place())
    return [
        judged(known[key], _asked(known[key], papers, day), lambda hit: where(hit.paragraph), where(0))
        for key in CHECKS
    ]


def _asked(rule: Rule, papers: Sequence[PaperParts], day: date | None) -> Answer:
    """Return what a rule answers for all papers of a file: hits first, then what was not checked."""
    asked = papers[:1] if rule.id in _OF_SECTIONS else papers
    answers = [_ask(rule, parts, day) for parts in asked]
    hits = [found for answer in answers if isinstance(answer, list) for found in answer]
    if hits:
        return hits
    unchecked = next((answer for answer in answers if isinstance(answer, NotChecked)), None)
    if unchecked is not None:
        return unchecked
    return [] if any(isinstance(answer, list) for answer in answers) else NotApplicable()


def _ask(rule: Rule, parts: PaperParts, day: date | None) -> Answer:
    if not rule.holds_on(parts.day or day):
        return NotApplicable()
    if parts.medium not in rule.applies_to:
        return NotChecked(Term("unchecked-medium"))
    if rule.id not in _OF_THE_FILE and not parts.is_paper:
        return NotChecked(Term("unchecked-parts"))
    return CHECKS[rule.id](parts, rule.asked)
