"""Measures as a message says them, and how far a measure may be off before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.seen import Medium
from generator.wording import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.seen import SeenParagraph

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a measure may be off: mm of paper, pt of letters, pt of room between lines, share of a line."""

    mm: float
    points: float
    room: float
    share: float


_TOLERANCES = {
    Medium.DOCUMENT: Tolerance(mm=0.1, points=0.2, room=0.3, share=0.02),
    Medium.WORD: Tolerance(mm=0.1, points=0.2, room=0.3, share=0.02),
    # What is measured from the ink of a page is less exact than what a file says of itself.
    Medium.PDF: Tolerance(mm=1.0, points=0.2, room=1.0, share=0.03),
    Medium.TEXT: Tolerance(mm=0.1, points=0.2, room=0.3, share=0.02),
}


def tolerance(medium: Medium) -> Tolerance:
    """Return how exact a source is."""
    return _TOLERANCES[medium]


def room(above: SeenParagraph, below: SeenParagraph, medium: Medium) -> float | None:
    """Return the room in pt between two paragraphs; a PDF shows the whole of it above the lower one."""
    if below.before is None or (above.after is None and medium is not Medium.PDF):
        return None
    return below.before + (above.after or 0.0)


def number(value: float) -> str:
    """Return "13,5" or "20": at most one decimal, with a comma."""
    text = decimal_text(Decimal(repr(round(value, 1))), 1)
    return text.removesuffix(",0")


def mm(value: float) -> str:
    """Return "13,5 mm"."""
    return f"{number(value)} mm"


def points(value: float) -> str:
    """Return "12 pt"."""
    return f"{number(value)} pt"


def share(value: float) -> str:
    """Return "42%"."""
    return f"{round(value * 100)}%"


def quoted(text: str | SeenParagraph) -> str:
    """Return the beginning of a text in quotation marks: what a message shows of a paragraph."""
    said = text if isinstance(text, str) else text.words
    said = " ".join(said.split())
    return f"“{said}”" if len(said) <= _LONGEST_QUOTE else f"“{said[: _LONGEST_QUOTE - 1].rstrip()}…”"


def listed(values: Iterable[str]) -> str:
    """Return different values in their order, with commas between them."""
    return ", ".join(dict.fromkeys(values))
