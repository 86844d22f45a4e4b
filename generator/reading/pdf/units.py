"""Points of a PDF as the millimetres and multiples that people measure in."""

from __future__ import annotations

MM = 25.4 / 72
"""Millimetres of one point."""
SINGLE = 1.15
"""The height of a line at single spacing, as a multiple of its size, of Times and its like."""
ABOVE = 0.9125
"""The part of that height above the baseline."""
BELOW = SINGLE - ABOVE


def mm(points: float) -> float:
    """Return a length in points as mm, to the hundredth."""
    return round(points * MM, 2) + 0.0  # never minus nothing
