"""Where the sentences of running prose begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[”\")]*\s+(?!trong đó)|\n\s*")
_ABBREVIATION = re.compile(r"(?<!\w)(?:tp|tt|tx|ths|ts|bs|đ/c)\Z")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end; "Trong đó" and the items of a list stay with what announces them.

    The text comes in small letters.
    """
    begin = 0
    for match in _END.finditer(text):
        before = text[max(begin, match.start() - 12) : match.start()].rstrip()
        item = text[match.end() : match.end() + 1] in {"-", "+", "•"}
        listed = "\n" in match[0] and (before.endswith(":") or (item and before.endswith((";", ","))))
        if not listed and not _ABBREVIATION.search(before):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)
