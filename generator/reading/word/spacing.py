"""Spaces and indents of a paragraph as they are on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.word.lines import SINGLE
from generator.reading.word.markup import TWIPS_PER_POINT

if TYPE_CHECKING:
    from generator.reading.word.look import ParagraphLook

_AUTO_SPACE = 280.0  # twips: what Word takes for automatic space between paragraphs
_SIZE_OF_EMPTY = 13.0  # points: what an empty paragraph is taken for


def space(twips: float | None, *, auto: bool | None) -> float:
    """Return the space before or after a paragraph in points."""
    return (_AUTO_SPACE if auto else twips or 0.0) / TWIPS_PER_POINT


def line_spacing(look: ParagraphLook, size: float) -> tuple[float | None, float | None]:
    """Return the multiple of single spacing, or the fixed height in points; one of them is None.

    A least height counts as the multiple it comes to with text of this size.
    """
    if look.line is None:
        return 1.0, None
    height = look.line / TWIPS_PER_POINT
    if look.line_rule == "exact":
        return None, height
    if look.line_rule == "atLeast":
        return round(max(1.0, height / (SINGLE * (size or _SIZE_OF_EMPTY))), 3), None
    return round(look.line / 240, 3), None


def with_lengths(look: ParagraphLook, size: float) -> ParagraphLook:
    """Return the look with indents that are counted in characters (of this size) as lengths."""
    if not (look.columns_first or look.columns_left or look.columns_right):
        return look
    unit = (size or _SIZE_OF_EMPTY) * TWIPS_PER_POINT / 100
    return look._replace(
        first_line=look.columns_first * unit if look.columns_first else look.first_line,
        left=look.columns_left * unit if look.columns_left else look.left,
        right=look.columns_right * unit if look.columns_right else look.right,
    )
