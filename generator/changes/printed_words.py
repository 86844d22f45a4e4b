"""The lines a reader sees in finished files, each with its place, so that two printings can be compared."""

from __future__ import annotations

import re
from itertools import chain, groupby
from typing import TYPE_CHECKING

from generator.compose.numbering import Position
from generator.differences.printed_lines import PrintedLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.seen import SeenPaper, SeenParagraph

_SECTION = re.compile(r"([IVXLC]+)\. ")
_ARTICLE = re.compile(r"Điều (\d+)\. ")
_CLAUSE = re.compile(r"(\d{1,3})\. ")
_POINT = re.compile(r"([a-zđ])\) ")
_ANNEX = re.compile(r"Phụ lục(?: [IVXLC]+)?$", re.IGNORECASE)


def lines_seen(papers: Iterable[SeenPaper]) -> list[PrintedLine]:
    """Return the paragraphs and rows of tables of all files of a paper, in reading order."""
    return [line for line in chain.from_iterable(map(_lines, papers)) if any(line.cells)]


def _lines(paper: SeenPaper) -> Iterator[PrintedLine]:
    place = _Place()
    for row, paragraphs in groupby(paper.reading(), lambda one: one.cell[:2] if one.cell else one.number):
        if isinstance(row, tuple):
            yield PrintedLine(str(place), _cells(paragraphs))
        else:
            yield from (PrintedLine(place.after(one.words), (one.words,)) for one in paragraphs)


def _cells(paragraphs: Iterable[SeenParagraph]) -> tuple[str, ...]:
    """Return the texts of one row of a table, paragraphs of one cell joined."""
    cells = groupby(paragraphs, lambda one: one.cell)
    return tuple(" ".join(one.words for one in inside).strip() for _, inside in cells)


class _Place:
    """Where a reader stands, by the numbers printed so far."""

    def __init__(self) -> None:
        self._position = Position()
        self._annex = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (str(self._position), self._annex) if part)

    def after(self, words: str) -> str:
        """Return the place of the next paragraph."""
        now = self._position
        if match := _ANNEX.match(words):
            self._position, self._annex = Position(), match[0]
        elif match := _SECTION.match(words):
            self._position = Position(section=match[1])
        elif match := _ARTICLE.match(words):
            self._position = Position(now.section, article=match[1])
        elif match := _CLAUSE.match(words):
            self._position = Position(now.section, match[1], article=now.article)
        elif match := _POINT.match(words):
            self._position = Position(now.section, now.clause, match[1], now.article)
        return str(self)
