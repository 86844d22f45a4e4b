"""Where the sentences of running prose begin and end."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"[.!?…]+[”\")]*\s+(?!trong đó)|\n\s*")
_ABBREVIATION = re.compile(r"(?<!\w)(?:tp|tt|tx|ths|ts|bs|đ/c)\Z")


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each; "Trong đó" and the items of a list stay with what announces them.

    The text comes in small letters.
    """
    parted: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        before = text[max(begin, match.start() - 12) : match.start()].rstrip()
        item = text[match.end() : match.end() + 1] in {"-", "+", "•"}
        listed = "\n" in match[0] and (before.endswith(":") or (item and before.endswith((";", ","))))
        if not listed and not _ABBREVIATION.search(before):
            parted.append((begin, match.start()))
            begin = match.end()
    return (*parted, (begin, len(text)))
