"""Rules of running text, asked of the composed paper.

Figures that stand in the text by reference are checked where they were typed (`figures`); a paragraph
with such a figure is left to it, so that one mistake is told once.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotChecked
from generator.checks.prose import figures, language
from generator.diagnostics import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.case import Case
    from generator.checks.prose.hits import ProseHit

# N1 is answered from the data; the others are finer points than the catalogue has, and wait.
_LEFT_OUT = frozenset({"N1", "N2-unused", "N2-twice", "C1-date"})
_WITHOUT_WORDS = frozenset[str]()


@lru_cache(maxsize=8)
def _language_hits(text: str) -> tuple[ProseHit, ...]:
    return tuple(language.language_hits(text, _WITHOUT_WORDS))


@lru_cache(maxsize=8)
def _figure_hits(text: str) -> tuple[ProseHit, ...]:
    return tuple(figures.figure_hits(text))


def _asked(
    rule: str, hits_of: Callable[[str], tuple[ProseHit, ...]], *, typed_only: bool = False
) -> Callable[[Case], Answer]:
    def ask(case: Case) -> Answer:
        if case.document is None:
            return NotChecked(Term("unchecked-composing"))
        paragraphs = list(case.paragraphs(typed_only=typed_only))
        text = "\n".join(text for _, text in paragraphs)
        starts = [0]
        for _, one in paragraphs:
            starts.append(starts[-1] + len(one) + 1)
        return [
            Hit(
                paragraphs[bisect_right(starts, hit.start) - 1][0],
                {"text": text[hit.start : hit.end], **hit.arguments},
            )
            for hit in hits_of(text)
            if hit.rule == rule
        ]

    return ask


LANGUAGE: Mapping[str, Callable[[Case], Answer]] = {
    rule: _asked(rule, _language_hits) for rule in language.RULES if rule not in _LEFT_OUT
}
FIGURES: Mapping[str, Callable[[Case], Answer]] = {
    rule: _asked(rule, _figure_hits, typed_only=True) for rule in figures.RULES
}
"""The same for figures and dates, in paragraphs whose figures were all typed into the text."""
