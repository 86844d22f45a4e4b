"""The lines that Word makes of a paragraph: how wide each is, and how much room all of them take."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from generator.measure import pieces as places_to_break
from generator.reading.word.effective import widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.word.effective import Shown

SINGLE = 1.15  # of the size: one line of Times New Roman
_TAB_STOP = 12.7  # mm


class Lines(NamedTuple):
    """Widths of the lines in mm."""

    widths: tuple[float, ...]

    @property
    def longest(self) -> float:
        """The width of the longest line."""
        return max(self.widths, default=0.0)


def set_lines(
    pieces: Sequence[Shown], room: float, first_line: float = 0.0, *, justified: bool = False
) -> Lines | None:
    """Return the lines of a paragraph in `room` mm (0: as wide as they are), None when unknown.

    Only fonts with the widths of Times New Roman are known. Of a justified paragraph every line but the
    last is as wide as the room; where exactly it ends is not computed.
    """
    text = "".join([piece.text for piece in pieces])
    each: list[float] = []
    for piece in pieces:
        own = widths(piece)
        if own is None:
            return None
        each += own
    found: list[float] = []
    start, indent = 0, first_line
    for part in text.replace("\f", "\n").split("\n"):
        own = each[start : start + len(part)]
        if justified and room and (total := sum(own) + indent) > room:
            found += [room] * ceil(total / room)
        else:
            found += _wrapped(part, own, room, indent)
        start += len(part) + 1
        indent = 0.0
    return Lines(tuple([round(width, 2) for width in found]))


def _wrapped(text: str, each: list[float], room: float, indent: float) -> list[float]:
    """Fill lines with what stands between two line ends; return their widths."""
    if "\t" in text:
        each = _with_tabs(text, each, indent)
    total = sum(each)
    if not room or total + indent <= room:
        blanks = len(text) - len(text.rstrip(" "))
        return [total - sum(each[len(each) - blanks :])]
    return _filled(text, [0.0, *accumulate(each)], room, indent)


def _filled(text: str, sums: list[float], room: float, indent: float) -> list[float]:
    found: list[float] = []
    begin = end = 0
    for piece in places_to_break(text):
        stop = end + len(piece)
        limit = room - (0.0 if found else indent)
        if begin < end and sums[stop] - sums[begin] > limit and _trimmed(text, sums, begin, stop) > limit:
            found.append(_trimmed(text, sums, begin, end))
            begin = end
        end = stop
    return [*found, _trimmed(text, sums, begin, end)]


def _trimmed(text: str, sums: list[float], begin: int, end: int) -> float:
    """Return the width of a part of the text without the blanks at its end."""
    while end > begin and text[end - 1] == " ":
        end -= 1
    return sums[end] - sums[begin]


def _with_tabs(text: str, each: list[float], indent: float) -> list[float]:
    """Return the widths with each tab as long as it is to the next stop."""
    found: list[float] = []
    place = max(indent, 0.0)
    for char, own in zip(text, each, strict=True):
        width = _TAB_STOP - place % _TAB_STOP if char == "\t" else own
        found.append(width)
        place += width
    return found
