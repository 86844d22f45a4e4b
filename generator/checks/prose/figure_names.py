"""What a message calls a figure of running text: the words it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.checks.prose.numbers import Number, Prose, Rate

_WORDS_BEFORE = 5
_UNIT_WORDS = re.compile(r"(?: [^\W\d_]+){1,2}")


def name(prose: Prose, figure: Number | Rate) -> str:
    """Return the figure with the words before it and its unit: "đã giải quyết 50.419 hồ sơ"."""
    before = re.split(r"[.,;:()\n]", prose.source[: figure.start])[-1].split()[-_WORDS_BEFORE:]
    unit = _UNIT_WORDS.match(prose.source, figure.end) if getattr(figure, "unit", "") else None
    end = unit.end() if unit else figure.end
    return " ".join([*before, *prose.source[figure.start : end].split()])
