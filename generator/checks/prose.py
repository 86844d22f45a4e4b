"""Rules of running text, asked of the composed paper and of plain text files.

Figures that stand in the text by reference are checked where they were typed (`figures`); a sentence
with such a figure is left to it, so that one mistake is told once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.answers import Answer
    from generator.checks.case import Case

CHECKS: Mapping[str, Callable[[Case], Answer]] = {}
