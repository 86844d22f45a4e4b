"""The text of a paragraph from its lines, with a blank or nothing between one line and the next."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.seen import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.reading.pdf.ink import Look
    from generator.reading.pdf.lines import Line

_SOFT_HYPHEN = "\u00ad"
_UNBROKEN = re.compile(r"\S[-/]$")  # "45/TB-" goes on with "UBND"
_SUM = re.compile(r"[+=]$")  # "(3)=(4)+" goes on with "(5)", in the head of a table


def stretches(lines: Sequence[Line], *, cell: bool = False) -> tuple[Stretch, ...]:
    """Return the text of the lines as one, in stretches of one look."""
    parts = list(_parts(lines, cell=cell))
    return tuple(
        _stretch("".join(text for text, _, _ in group), look, underlined)
        for (look, underlined), group in groupby(parts, key=lambda part: part[1:])
    )


def _parts(lines: Sequence[Line], *, cell: bool) -> Iterator[tuple[str, Look, bool]]:
    for at, line in enumerate(lines):
        last = at + 1 == len(lines)
        for piece in line.pieces[:-1]:
            yield piece.text, piece.look, piece.underlined
        piece = line.pieces[-1]
        text = piece.text if last else piece.text.rstrip(" ")
        if last or _UNBROKEN.search(line.text) or (cell and _SUM.search(line.text)):
            yield text, piece.look, piece.underlined
        elif text.endswith(_SOFT_HYPHEN):
            yield text.removesuffix(_SOFT_HYPHEN), piece.look, piece.underlined
        else:
            yield f"{text} ", piece.look, piece.underlined


def _stretch(text: str, look: Look, underlined: bool) -> Stretch:
    return Stretch(
        text=text,
        font=look.face.family or None,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        underlined=underlined,
        colour=look.colour,
    )
