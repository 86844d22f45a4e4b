"""How long a text is on paper, and which characters a paper can print.

The advance widths are those of Times New Roman (kept as data in ``metrics/times.json``), without
kerning or ligatures: Word sets none by default and the PDF is told not to. So drawn rules, column
widths and broken titles are the same numbers in both files, and no font is opened to know them.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import NamedTuple

MM_PER_POINT = 25.4 / 72
TWIPS_PER_MM = 1440 / 25.4

NO_BREAK_SPACE = "\u00a0"
# A line may end after spaces, and after a hyphen that a letter follows.
_LINE_MAY_END = re.compile(r"(?<= )(?! )|(?<=-)(?=[^\W\d_])")


class _Metrics(NamedTuple):
    units_per_em: int
    faces: dict[tuple[bool, bool], dict[str, int]]


@lru_cache(maxsize=1)
def _metrics() -> _Metrics:
    data = json.loads((files(__package__) / "metrics" / "times.json").read_text(encoding="ascii"))
    faces = {
        (bold, italic): dict(zip(data["characters"], data["advances"][name], strict=True))
        for name, bold, italic in (
            ("regular", False, False),
            ("bold", True, False),
            ("italic", False, True),
            ("bold_italic", True, True),
        )
    }
    return _Metrics(data["units_per_em"], faces)


def printable(char: str) -> bool:
    """Return whether the paper font prints this character in all four faces.

    Of spaces only U+0020 and U+00A0 are printable; controls, combining marks (after NFC),
    right-to-left letters, private and unassigned characters are not.
    """
    return char in _metrics().faces[False, False]


def unprintable(text: str) -> list[tuple[int, str]]:
    """Return (index, character) of each character that no paper can print; `text` is NFC."""
    known = _metrics().faces[False, False]
    return [(index, char) for index, char in enumerate(text) if char not in known]


def text_width(text: str, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of one line of text in millimetres; an unknown character counts as one em."""
    metrics = _metrics()
    advances = metrics.faces[bold, italic]
    em = metrics.units_per_em
    units = sum(map(advances.get, text, repeat(em)))
    return units / em * points * MM_PER_POINT


def pieces(text: str) -> list[str]:
    """Split text where Word may end a line: after spaces, and after a hyphen that a letter follows.

    Joined again they are the text. A slash and a no-break space are no place to end a line.
    """
    return [piece for piece in _LINE_MAY_END.split(text) if piece]


_SYMBOL_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


def whole_words(text: str) -> list[str]:
    """Return the words of a text, "45/TB-UBND" as one, others cut where Word may cut them."""
    return [
        piece
        for word in text.split(" ")
        for piece in ([word] if "/" in word and _SYMBOL_HYPHEN.search(word) else pieces(word))
    ]


def wrap(text: str, width: float, points: float, *, bold: bool = False, italic: bool = False) -> list[str]:
    """Return the lines that fill `width` millimetres greedily, as Word sets a paragraph.

    A piece longer than the width is cut where the line is full. Spaces at line ends are dropped.
    """
    lines: list[str] = []
    line = ""
    for piece in pieces(text):
        whole = (line + piece).rstrip(" ")
        if line and text_width(whole, points, bold=bold, italic=italic) > width:
            lines.append(line.rstrip(" "))
            line = ""
        *full, line = _cut(line + piece, width, points, bold=bold, italic=italic)
        lines.extend(full)
    return [*lines, line.rstrip(" ")]


def _cut(text: str, width: float, points: float, *, bold: bool, italic: bool) -> list[str]:
    """Cut one piece into parts that fit; only the last may be shorter than a full line."""
    parts: list[str] = []
    while text_width(text.rstrip(" "), points, bold=bold, italic=italic) > width:
        end = _fitting(text, width, points, bold=bold, italic=italic)
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text]


def _fitting(text: str, width: float, points: float, *, bold: bool, italic: bool) -> int:
    """Return how many characters, at least one, fit into the width."""
    metrics = _metrics()
    advances = metrics.faces[bold, italic]
    room = width / MM_PER_POINT / points * metrics.units_per_em
    for index, char in enumerate(text):
        room -= advances.get(char, metrics.units_per_em)
        if room < 0:
            return max(index, 1)
    return len(text)
