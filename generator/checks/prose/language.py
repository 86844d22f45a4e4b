"""The language of running text: spelling, marks, terms, citations, paste residue, personal data, secrecy.

Every check is a pure function of the text. Several look at the whole of it (N1, N2, N3, C1): hand over
the paper's paragraphs joined by line ends, not one by one. The text is in Unicode form C, as the program
keeps it. Silence means "nothing sure", not "no mistakes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.prose.abbreviations import abbreviation_hits
from generator.checks.prose.citations import citation_hits, provision_hits, undated_citation_hits
from generator.checks.prose.names import name_hits
from generator.checks.prose.personal_data import personal_data_hits, secrecy_hits
from generator.checks.prose.punctuation import punctuation_hits, quotation_hits
from generator.checks.prose.residue import residue_hits
from generator.checks.prose.spelling import spelling_hits
from generator.checks.prose.terms import term_hits
from generator.checks.prose.vocabulary import words_listed
from generator.checks.prose.wishes import is_wish, question_hits, unlisted_hits, wish_hits
from generator.checks.prose.word_slips import word_hits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checks.prose.hits import ProseHit

__all__ = ["RULES", "is_wish", "language_hits", "words_listed"]

RULES = ("L1", "L2", "L3", "L4", "N1", "N2", "N3", "N5", "C1", "C5", "C6", "P1", "P2", "S1")
"""The ids of every hit this module may give."""


def language_hits(text: str, words: frozenset[str] = frozenset()) -> list[ProseHit]:
    """Return everything found, in the order of the text; `words` are an office's own (see `words_listed`).

    Inside what a web page left (P1) nothing else is told: it goes out whole.
    """
    residue = residue_hits(text)
    lines = [(hit.start, hit.end) for hit in residue]
    text = _without_lines(text, lines)
    hits = [
        *spelling_hits(text, words),
        *punctuation_hits(text),
        *word_hits(text, words),
        *quotation_hits(text),
        *name_hits(text),
        *abbreviation_hits(text),
        *term_hits(text),
        *citation_hits(text),
        *undated_citation_hits(text),
        *provision_hits(text),
        *wish_hits(text),
        *question_hits(text),
        *unlisted_hits(text),
        *personal_data_hits(text),
        *secrecy_hits(text),
    ]
    told = [hit for hit in hits if not any(start <= hit.start < end for start, end in lines)]
    return sorted([*residue, *told], key=lambda hit: (hit.start, hit.end, hit.rule))


def _without_lines(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with spaces for the spans that are whole lines: nothing is compared with them."""
    pieces, place = [], 0
    for start, end in sorted(spans):
        begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line = text[begins : ends if ends >= 0 else len(text)]
        if start >= place and len(line.replace("\u00a0", " ").strip()) == end - start:
            pieces += [text[place:start], " " * (end - start)]
            place = end
    return "".join([*pieces, text[place:]])
