"""Figures and dates of running Vietnamese prose, read and recomputed: A1-A10, D1, D3-D5.

Silence where the words do not say for certain which figure belongs to which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.prose.balances import balance_hits
from generator.checks.prose.comparisons import comparison_hits
from generator.checks.prose.dates import date_hits
from generator.checks.prose.flows import flow_hits
from generator.checks.prose.groups import groups
from generator.checks.prose.numbers import read_prose
from generator.checks.prose.rate_lists import rate_list_hits
from generator.checks.prose.shares import share_hits
from generator.checks.prose.sums import sum_hits

if TYPE_CHECKING:
    from generator.checks.prose.hits import ProseHit

RULES = (*(f"A{number}" for number in range(1, 11)), "D1", "D3", "D4", "D5", "L3")
"""The rules it answers for."""


def figure_hits(text: str) -> list[ProseHit]:
    """Return what is wrong with the figures and dates of a text of one or more paragraphs, in its order.

    Offsets are those of `text`. The arguments of a hit show the arithmetic, as a paper prints figures.
    """
    prose = read_prose(text)
    found = list(groups(prose))
    hits = [
        *sum_hits(prose, found),
        *flow_hits(prose),
        *balance_hits(prose),
        *share_hits(prose, found),
        *comparison_hits(prose),
        *rate_list_hits(prose),
        *date_hits(prose.text, prose.source),
    ]
    kept = {(hit.rule, hit.start, hit.end): hit for hit in hits}
    return sorted(kept.values(), key=lambda hit: (hit.start, hit.rule, hit.end))
