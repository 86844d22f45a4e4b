"""Bars for figures, as inline SVG: nothing is fetched, nothing runs, and the table beside says the same.

Sizes are in pixels of a drawing as wide as a phone; on a wider page it grows by half at most. So a label and
its number stand above their bar, not beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.measure import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _ROW, _BAR, _LINE = 360, 40, 14, 15
_FOR_NUMBER = 84
_POINTS = 13 * 72 / 96
_WIDER = 1.15  # the letters of a screen beside those of Times
_PIXELS_PER_MM = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what is measured, the printed number, its share (0 to 1) of the longest; `whole` for a sum."""

    label: str
    number: str
    share: float
    whole: bool = False


def bar_chart(title: str, bars: Sequence[Bar]) -> Markup:
    """Return the drawing; "" when there are fewer than two bars to compare."""
    if len(bars) < 2:
        return Markup()
    height = _ROW * len(bars)
    drawn = Markup("").join(_drawn(bar, turn * _ROW) for turn, bar in enumerate(bars))
    said = "; ".join(f"{bar.label}: {bar.number}" for bar in bars)
    return Markup(
        '<svg class="bieu-do" viewBox="0 0 {} {}" width="{}" height="{}" role="img">'
        "<title>{}</title><desc>{}</desc>{}</svg>"
    ).format(_WIDTH, height, _WIDTH, height, f"Biểu đồ: {title}", said, drawn)


def _drawn(bar: Bar, top: int) -> Markup:
    length = max(round(_WIDTH * min(bar.share, 1)), 1)
    return Markup(
        '<text x="0" y="{}">{}</text><text class="so" x="{}" y="{}" text-anchor="end">{}</text>'
        '<rect class="nen" x="0" y="{}" width="{}" height="{}"/>'
        '<rect class="{}" x="0" y="{}" width="{}" height="{}"/>'
    ).format(
        top + _LINE,
        _shortened(bar.label),
        _WIDTH,
        top + _LINE,
        bar.number,
        top + _LINE + 5,
        _WIDTH,
        _BAR,
        "tong" if bar.whole else "phan",
        top + _LINE + 5,
        length,
        _BAR,
    )


def _shortened(label: str) -> str:
    """Return the label as far as it fits; the table has it whole."""
    if _pixels(label) <= _WIDTH - _FOR_NUMBER:
        return label
    words = label.split()
    while len(words) > 1 and _pixels(" ".join(words) + " …") > _WIDTH - _FOR_NUMBER:
        words.pop()
    return " ".join(words) + " …"


def _pixels(text: str) -> float:
    return text_width(text, _POINTS) * _PIXELS_PER_MM * _WIDER
