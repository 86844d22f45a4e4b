"""Colours of letters as RRGGBB, from the colour spaces that say plainly which one it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdfminer.pdfcolor import PDFColorSpace

# One number of these spaces is an ink or an index, not a grey.
_NOT_GREY = frozenset({"Separation", "Indexed", "DeviceN", "Pattern"})
_NOT_RGB = frozenset({"Lab", "DeviceN"})


def rgb(colour: object, space: PDFColorSpace | None) -> str | None:
    """Return "000000" for black; None for a pattern, a spot colour, or what is damaged."""
    parts = colour if isinstance(colour, tuple) else (colour,)
    if not all(isinstance(part, (int, float)) and math.isfinite(part) for part in parts):
        return None
    name = space.name if space is not None else ""
    shares = [min(max(float(part), 0.0), 1.0) for part in parts]
    if len(shares) == 1 and name not in _NOT_GREY:
        shares *= 3
    elif len(shares) == 4 and name != "DeviceN":
        *inks, black = shares
        shares = [(1 - ink) * (1 - black) for ink in inks]
    elif len(shares) != 3 or name in _NOT_RGB:
        return None
    return "".join(f"{round(share * 255):02X}" for share in shares)
