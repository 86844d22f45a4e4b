"""Everything that a text shows by itself, with the paragraph and the characters it stands at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.prose import ended, figures, language
from generator.checks.prose.numbers import blanked
from generator.checks.prose.residue import residue_hits
from generator.checks.prose.time_limits import time_limit_hits
from generator.wording.reading import Misread, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.checks.prose.hits import ProseHit
    from generator.diagnostics import Argument

RULES = (*dict.fromkeys((*figures.RULES, *language.RULES, "D6", "N4")),)
"""The rules that a text alone can break."""

_NO_WORDS = frozenset[str]()
# "Mẫu, ngày 18 tháng 5 năm 2026": place and date in the head of a paper, a line of its own.
_HEAD_DATE = re.compile(r"(?m)^[^\n,\d]{2,40}, (ngày \d{1,2} tháng \d{1,2} năm \d{4})\s*$")


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """`rule` is broken in a paragraph (counted from 0) by its characters `start` to `end` (not included).

    `arguments` fill the rule's message; ``text`` among them is what stands there.
    """

    rule: str
    paragraph: int
    start: int
    end: int
    arguments: Mapping[str, Argument]


def prose_hits_of(text: str, words: frozenset[str] = _NO_WORDS, day: date | None = None) -> list[PlacedHit]:
    """Return what is wrong with a text of one paragraph a line, in its order.

    `words` are an office's own; `day` is the day of the paper, read from its head when not given. What a web
    page left (P1) is told as a whole: its counters are no figures.
    """
    starts = [0]
    for paragraph in text.split("\n"):
        starts.append(starts[-1] + len(paragraph) + 1)
    return [_placed(hit, text, starts) for hit in text_hits(text, words, day)]


def text_hits(text: str, words: frozenset[str] = _NO_WORDS, day: date | None = None) -> list[ProseHit]:
    """Return the same with offsets of the whole text."""
    day = day or day_of(text)
    kept = blanked(text, [(hit.start, hit.end) for hit in residue_hits(text)])
    hits = [
        *language.language_hits(text, words),
        *figures.figure_hits(kept),
        *time_limit_hits(kept),
        *ended.superseded_hits(kept, day),
        *ended.level_hits(kept, day),
    ]
    return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.rule))


def day_of(text: str) -> date | None:
    """Return the day in the head of a paper, None when it has none."""
    found = _HEAD_DATE.search(text)
    try:
        return parse_date(found[1]) if found else None
    except Misread:
        return None


def _placed(hit: ProseHit, text: str, starts: list[int]) -> PlacedHit:
    paragraph = bisect_right(starts, hit.start) - 1
    begin = starts[paragraph]
    told = {"text": text[hit.start : hit.end], **hit.arguments}
    return PlacedHit(hit.rule, paragraph, hit.start - begin, hit.end - begin, told)
