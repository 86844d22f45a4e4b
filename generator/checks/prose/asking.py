"""Rules of running text, asked of the composed paper.

Figures that stand in the text by reference are checked where they were typed (`figures`); a paragraph
with such a figure is left to it, so that one mistake is told once.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotChecked
from generator.checks.names import named
from generator.checks.prose import ended, figures, language
from generator.checks.prose.time_limits import time_limit_hits
from generator.diagnostics import Term
from generator.document import block_runs, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from generator.checks.case import Case
    from generator.checks.prose.hits import ProseHit

"""Why a rule of the text could not be asked, as the message ``rule-not-checked`` names it."""


@lru_cache(maxsize=8)
def _language_hits(text: str, words: frozenset[str]) -> tuple[ProseHit, ...]:
    return tuple(language.language_hits(text, words))


@lru_cache(maxsize=8)
def _figure_hits(text: str) -> tuple[ProseHit, ...]:
    return tuple(figures.figure_hits(text))


def _of_language(case: Case, text: str) -> Iterable[ProseHit]:
    """Return the hits of the body; an abbreviation told there may be used in an annex alone."""
    annexes = _annexes(case)
    return [
        hit
        for hit in _language_hits(text, case.catalogues.words)
        if hit.arguments.get("problem") != "unused" or str(hit.arguments["found"]) not in annexes
    ]


def _annexes(case: Case) -> str:
    annexes = case.document.annexes if case.document else ()
    return "\n".join(plain(block_runs(block)) for annex in annexes for block in annex.blocks)


def _of_figures(_case: Case, text: str) -> Iterable[ProseHit]:
    return _figure_hits(text)


def _of_time_limits(_case: Case, text: str) -> Iterable[ProseHit]:
    return time_limit_hits(text)


def _superseded(case: Case, text: str) -> Iterable[ProseHit]:
    """Return the acts that had ended before the inspected period began; the office's catalogue goes first."""
    known = {act.number for act in case.catalogues.legal_acts.values()}
    for hit in ended.superseded_hits(text, _first_day(case)):
        if hit.arguments["found"] not in known:
            yield hit


def _first_day(case: Case) -> date | None:
    period = case.inspection.period
    return (period.start if period else None) or case.day


def _ended_levels(case: Case, text: str) -> Iterable[ProseHit]:
    """Return the units of levels that have ended; those of the data are told where they were typed."""
    names = [case.catalogues.name(key, case.day) for _, key in named(case)]
    typed = {said for name in names for said in (name.full, name.abbreviated) if said}
    hits = ended.level_hits(text, case.day, [*case.catalogues.levels.values()])
    return [hit for hit in hits if hit.arguments["name"] not in typed]


def _asked(
    rule: str, hits_of: Callable[[Case, str], Iterable[ProseHit]], case: Case, *, typed_only: bool = False
) -> Answer:
    if case.document is None:
        return NotChecked(Term("unchecked-composing"))
    body = case.typed_body if typed_only else case.body
    return [
        Hit(body.path_at(hit.start), {"text": body.text[hit.start : hit.end], **hit.arguments})
        for hit in hits_of(case, body.text)
        if hit.rule == rule
    ]


LANGUAGE: Mapping[str, Callable[[Case], Answer]] = {
    rule: partial(_asked, rule, _of_language) for rule in language.RULES
}
FIGURES: Mapping[str, Callable[[Case], Answer]] = {
    rule: partial(_asked, rule, _of_figures, typed_only=True) for rule in figures.RULES
}
"""The same for figures and dates, in paragraphs whose figures were all typed into the text."""
LAW: Mapping[str, Callable[[Case], Answer]] = {
    "C1": partial(_asked, "C1", _superseded),
    "D6": partial(_asked, "D6", _of_time_limits),
    "N4": partial(_asked, "N4", _ended_levels),
}
"""What the law says of the acts, the units and the periods that a text names."""
