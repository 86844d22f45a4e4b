"""Quotes of the issued copy: on which page they stand, and that each stands there exactly once.

A reader who is told “đã in là ...” has to find these words, and only once, where he is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.seen import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def squeeze(text: str) -> str:
    """Return the text without white space and joiners, as pages of any width have it."""
    return re.sub(r"[\s\u00a0\u2060]+", "", text)


def pages(paper: SeenPaper) -> Pages:
    """Return the pages of a finished paper."""
    text, starts = "", []
    for paragraph in paper.paragraphs:
        if paragraph.region not in _EDGES:
            starts.append((len(text), paragraph.page))
            text += squeeze(paragraph.label) + squeeze(paragraph.text)
    return Pages(text, tuple(starts))


def misquoted(hand: AtHand, issued: Pages, amended: str) -> Iterator[Diagnostic]:
    """Yield each quote of a correcting paper that does not stand in the issued copy.

    What was `amended` since stands in another paper: there it is looked for then.
    """
    typed = hand.paper.corrects
    for index, place in enumerate(typed.places if typed else ()):
        if place.old is None:
            continue
        where = hand.loaded.source.place(("documents", hand.index, "corrects", "places", index, "old"))
        standing = issued.found(place.old)
        if place.page is not None:
            standing = [page for page in standing if page == place.page] or standing
        if not standing and squeeze(place.old) not in squeeze(amended):
            yield Diagnostic("quote-not-there", where, arguments={"text": place.old[:80]})
        elif standing and place.page is not None and place.page not in standing:
            told: dict[str, str | int] = {
                "text": place.old[:80],
                "page": place.page,
                "pages": ", ".join(map(str, standing)),
            }
            yield Diagnostic("quote-other-page", where, arguments=told)
