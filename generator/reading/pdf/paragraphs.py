"""Lines → paragraphs: which line goes on with the one above it, and which begins anew.

A PDF has no paragraphs. A line begins one when the line above ended although its first word would have
found room there, when it is indented where the others are not, when it stands farther down than lines
of one paragraph do, when it looks different, or when it has a mark of its own ("-", "a)", "1.").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from generator.reading.pdf.units import SINGLE
from generator.seen import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.reading.pdf.lines import Line

_MARK = re.compile(
    r"[-–—+•*]\s|[a-zđ]\)\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVXLC]{1,6}\.\s"
    r"|(?:Điều|Chương|Phần|Mục|Phụ lục)\s+[\dIVX]"
)
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s|(?:T/M|K/T|T/L)\s")  # 7a: its post has a line of its own
_ENDED = re.compile(r"[.;:!?…]$")
_SAME_PLACE = 2.0  # pt
_ROOM = 1.0  # pt: what a word may miss
_FARTHER = 2.5  # pt more than lines of one paragraph lie apart
_CENTRED = 3.0  # pt: how far the middle of a centred line may be off
_LEAST_INSET = 6.0  # pt: what a centred line leaves free at its sides
_BLANK = 0.25  # of the size
_HANGING = 70.0  # pt: how far text may hang behind its mark


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines stand: from `left` to `right` (pt); `pitch` is the usual distance of two lines by size.

    Of one of several columns only the ink is known: `middles` tells that its lines stand around `middle`.
    """

    left: float
    right: float
    side: Side = Side.FULL
    pitch: float = SINGLE
    cell: bool = False
    middle: float = 0.0
    middles: bool = False

    def centred(self, line: Line) -> bool:
        """Whether a line stands in the middle with room on both sides."""
        before, after = line.x0 - self.left, self.right - line.x1
        return abs(before - after) <= 2 * _CENTRED and before > _LEAST_INSET

    def set_right(self, line: Line) -> bool:
        """Whether a line ends where the column does and begins inside of it."""
        return self.right - line.x1 <= _SAME_PLACE and line.x0 - self.left > _SAME_PLACE

    def around(self, line: Line) -> bool:
        """Whether a line of one of several columns stands around its middle, as the others do."""
        return self.middles and abs(line.centre - self.middle) <= _LEAST_INSET

    def ended_early(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line would have found room in this one."""
        needed = _BLANK * line.size + following.first_word
        return line.x1 + needed <= self.right - _ROOM


def side_column(lines: Sequence[Line], side: Side, pitch: float) -> Column:
    """Return the column that lines at one side make."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = median(line.centre for line in lines)
    centred = [abs(line.centre - middle) for line in lines]
    flush = [line.x0 - left for line in lines]
    near = sum(off <= _CENTRED for off in centred), sum(off <= _CENTRED for off in flush)
    middles = near[0] > near[1] or (near[0] == near[1] and max(centred) <= max(flush))
    return Column(left, right, side, pitch, middle=middle, middles=middles)


def paragraphs(lines: Sequence[Line], column: Column) -> list[list[Line]]:
    """Return the lines of one column of one page, from top to bottom, as paragraphs."""
    found: list[list[Line]] = []
    for line in lines:
        if found and goes_on(found[-1], line, column):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def goes_on(paragraph: Sequence[Line], line: Line, column: Column) -> bool:
    """Return whether a line on the same page goes on with the paragraph above it."""
    last = paragraph[-1]
    if last.rule is not None or abs(line.size - last.size) > 0.6 or not _near(paragraph, line, column):
        return False
    if column.cell:
        return not (_marked(line) and _ENDED.search(last.text)) and last.style[:3] == line.style[:3]
    if _set_as_titles(last, line, column):
        return _titles(last, line)
    # Centred lines that look different are two, even where they happen to begin alike.
    apart = column.middles and last.style[:3] != line.style[:3]
    if apart or (column.side is not Side.FULL and not _begins_alike(last, line)):
        return False
    centred = column.side is Side.FULL and (column.centred(last) or column.centred(line))
    if centred and len(paragraph) == 1 and line.x0 > column.left + _SAME_PLACE:
        return False
    return continues(paragraph, line, column)


def _set_as_titles(last: Line, line: Line, column: Column) -> bool:
    """Return whether two lines stand around one middle, or end at the right and begin where they like."""
    one_middle = abs(last.centre - line.centre) <= _CENTRED
    if column.side is not Side.FULL:
        return one_middle and not _begins_alike(last, line)
    if column.centred(last) or column.centred(line):
        return one_middle
    return column.set_right(last) and column.set_right(line) and not _begins_alike(last, line)


def continues(paragraph: Sequence[Line], line: Line, column: Column) -> bool:
    """Return whether a line goes on with a paragraph as its place across tells, overleaf too."""
    last = paragraph[-1]
    if column.ended_early(last, line):
        return False
    if _marked(line) and (_ENDED.search(last.text) or line.x0 > column.left + _SAME_PLACE):
        return False
    if len(paragraph) > 1:
        return abs(line.x0 - last.x0) <= _SAME_PLACE
    if line.x0 > last.x0 + _SAME_PLACE:
        return _marked(last) and line.x0 - last.x0 <= _HANGING
    # Two first lines, the first of which is full: a căn cứ below a căn cứ.
    indented_alike = last.x0 > column.left + _SAME_PLACE and abs(line.x0 - last.x0) <= _SAME_PLACE
    return not (indented_alike and (_ENDED.search(last.text) or line.text.startswith("Căn cứ")))


def usual_pitch(lines: Iterable[Line], column: Column) -> float:
    """Return how far the lines of one paragraph usually lie apart, as a multiple of their size."""
    found = []
    last: Line | None = None
    for line in lines:
        if last is not None and line.page == last.page and line.size == last.size:
            begins = abs(line.x0 - column.left) <= _SAME_PLACE
            if begins and last.x1 >= column.right - 3 * _SAME_PLACE and line.y > last.y:
                found.append((line.y - last.y) / line.size)
        last = line
    usual = median(found) if len(found) > 1 else SINGLE
    return min(max(usual, 1.0), 3.0)


def _near(paragraph: Sequence[Line], line: Line, column: Column) -> bool:
    """Return whether a line lies as far below as the lines of the paragraph do, or as lines usually do."""
    last = paragraph[-1]
    distance = line.y - last.y
    if len(paragraph) > 1:
        usual = last.y - paragraph[-2].y
        return abs(distance - usual) <= 0.15 * line.size
    slack = 0.3 * line.size if column.cell else _FARTHER
    return 0 < distance <= max(column.pitch, SINGLE) * max(line.size, last.size) + slack


def _begins_alike(last: Line, line: Line) -> bool:
    return abs(last.x0 - line.x0) <= _SAME_PLACE


def _titles(last: Line, line: Line) -> bool:
    """Return whether two centred lines are one title: they look alike, and no post follows its authority."""
    if _AUTHORITY.match(last.text) or _AUTHORITY.match(line.text) or line.text.startswith("V/v"):
        return False
    same_case = last.style[3] == line.style[3] or not _has_letters(line.text)
    return last.style[:3] == line.style[:3] and same_case


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _marked(line: Line) -> bool:
    return _MARK.match(line.text) is not None
