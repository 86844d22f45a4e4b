"""The look of a paragraph as it is on paper: spaces in points, indents in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.lines import SINGLE
from generator.reading.word.markup import TWIPS_PER_POINT, mm

if TYPE_CHECKING:
    from generator.reading.word.look import ParagraphLook

_AUTO_SPACE = 280.0  # twips: what Word takes for automatic space between paragraphs


class Form(NamedTuple):
    """What holds for every paragraph of one look; `number` and `level` say which list counts it."""

    style: str | None
    align: str
    first_line: float
    left: float
    right: float
    before: float
    after: float
    contextual: bool
    border: bool
    look: ParagraphLook

    def line_spacing(self, size: float) -> tuple[float | None, float | None]:
        """Return the multiple of single spacing, or the fixed height in points; one of them is None.

        A least height counts as the multiple it comes to with text of this size.
        """
        line, rule = self.look.line, self.look.line_rule
        if line is None:
            return 1.0, None
        if rule == "exact":
            return None, line / TWIPS_PER_POINT
        if rule == "atLeast":
            return round(max(1.0, line / TWIPS_PER_POINT / (SINGLE * size)), 3), None
        return round(line / 240, 3), None


def form_of(look: ParagraphLook, size: float) -> Form:
    """Return the form of an effective look; indents may be counted in characters of this size."""
    unit = size * TWIPS_PER_POINT / 100
    return Form(
        look.style,
        look.align or "left",
        mm(look.columns_first * unit if look.columns_first else look.first_line or 0.0),
        mm(look.columns_left * unit if look.columns_left else look.left or 0.0),
        mm(look.columns_right * unit if look.columns_right else look.right or 0.0),
        _space(look.before, auto=look.before_auto),
        _space(look.after, auto=look.after_auto),
        look.contextual is True,
        look.border is True,
        look,
    )


def _space(twips: float | None, *, auto: bool | None) -> float:
    return (_AUTO_SPACE if auto else twips or 0.0) / TWIPS_PER_POINT
