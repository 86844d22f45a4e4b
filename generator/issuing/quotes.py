"""Quotes of the issued copy: on which page they stand, and that each stands once at the place it names.

A reader who is told “đã in là ...” has to find these words, and only once, where he is sent. A place in a
clerk's own words cannot be looked up: there the words only have to stand somewhere in the issued copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.issuing.place_names import Standing, squeeze
from generator.seen import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Document
    from generator.issuing.at_hand import AtHand
    from generator.seen import SeenPaper

_EDGES = frozenset({Region.HEADER, Region.FOOTER})
_LEAST = 12  # letters of a line by which its paragraph is known


@dataclass(frozen=True)
class Pages:
    """The text of an issued PDF without its white space, with the page of every letter."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def page_of(self, offset: int) -> int:
        """Return the page on which a letter stands."""
        return max((page for start, page in self.starts if start <= offset), default=1)

    def found(self, quote: str, line: str = "") -> list[int]:
        """Return the pages on which a quote stands; with `line` only in this line, where that is found."""
        squeezed, around = squeeze(quote), squeeze(line)
        whole = _all(self.text, around) if len(around) >= _LEAST else []
        if len(whole) != 1:
            return [self.page_of(place) for place in _all(self.text, squeezed)]
        start = whole[0]
        inside = _all(self.text[start : start + len(around)], squeezed)
        return [self.page_of(start + place) for place in inside]


def _all(text: str, part: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(part), text)] if part else []


def pages(paper: SeenPaper) -> Pages:
    """Return the pages of a finished paper."""
    text, starts = "", []
    for paragraph in paper.paragraphs:
        if paragraph.region not in _EDGES:
            starts.append((len(text), paragraph.page))
            text += squeeze(paragraph.label) + squeeze(paragraph.text)
    return Pages(text, tuple(starts))


def misquoted(hand: AtHand, issued: Pages, document: Document) -> Iterator[Diagnostic]:
    """Yield each quote of a correcting paper that does not stand in the issued copy where it is said to.

    `document` is what that copy says with all that corrected and amended it since: there a quote is looked
    for as well, and there it has to stand exactly once at a place that can be told.
    """
    typed, standing = hand.paper.corrects, Standing(document)
    amended = squeeze("".join(run.text for run in document.runs()))
    for index, place in enumerate(typed.places if typed else ()):
        if not place.old:
            continue
        where = hand.loaded.source.place(("documents", hand.index, "corrects", "places", index, "old"))
        said: dict[str, str | int] = {"text": place.old[:80]}
        found = issued.found(place.old)
        cell = place.what or "" if place.action == "o-bang" else ""
        times = standing.times(place.old, place.where, cell)
        if not found and squeeze(place.old) not in amended:
            yield Diagnostic("quote-not-there", where, arguments=said)
        elif times not in (None, 1):
            told = {**said, "where": ", ".join(filter(None, (cell, place.where))), "times": times or 0}
            yield Diagnostic("quote-not-once", where, arguments=told)
        elif found and place.page is not None and place.page not in found:
            told = {**said, "page": place.page, "pages": ", ".join(map(str, found))}
            yield Diagnostic("quote-other-page", where, arguments=told)
