"""Font, colour and characters (NĐ 30/2020, PL I, I.4): F4 to F8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form.looks import hit, printed
from generator.diagnostics import Term
from generator.wording import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import SeenParagraph

_NAMED = "times new roman"
_CLONES = ("liberation serif", "tinos", "thorndale", "nimbus roman", "tex gyre termes", "freeserif", "times")
_LEGACY = re.compile(r"\.vn|vni[-_ ]|vntime|vnhelv", re.IGNORECASE)
_BLACK = "000000"
_COMBINING = re.compile("[\u0300-\u036f]")
_SYMBOLS = ("symbol", "wingdings", "webdings", "cambria math", "ms gothic", "segoe ui symbol")


def font(parts: PaperParts, _asked: Asked) -> Answer:
    """F4: every letter is in Times New Roman; metric clones and legacy fonts have rules of their own."""
    return _fonts(parts, lambda name: not _is_named(name) and not _is_clone(name) and not _LEGACY.match(name))


def metric_clone(parts: PaperParts, _asked: Asked) -> Answer:
    """F5: a font of the same measures keeps the lines but is not the named one."""
    return _fonts(parts, _is_clone)


def _is_named(name: str) -> bool:
    plain = name.lower().replace("-", " ").replace(",", " ")
    joined = plain.replace(" ", "")
    return plain.startswith(_NAMED) or joined.startswith("timesnewroman") or plain.startswith(_SYMBOLS)


def _is_clone(name: str) -> bool:
    return not _is_named(name) and name.lower().replace("-", " ").startswith(_CLONES)


def _fonts(parts: PaperParts, wrong: Callable[[str], bool]) -> Answer:
    known = [(one, stretch) for one, stretch in printed(parts) if stretch.font]
    if not known:
        return NotChecked(Term("unchecked-font"))
    found: dict[str, list[SeenParagraph]] = {}
    for one, stretch in known:
        name = stretch.font or ""
        if any(char.isalnum() for char in stretch.text) and wrong(name):
            found.setdefault(name, []).append(one)
    return [_counted(ones, name) for name, ones in found.items()]


def _counted(paragraphs: list[SeenParagraph], found: str) -> Hit:
    return hit(paragraphs[0], found, count=len({one.number for one in paragraphs}))


def black(parts: PaperParts, _asked: Asked) -> Answer:
    """F6: letters are black; the red of a stamp is no letter of the text."""
    stamps = {one.number for one in parts.head.stamps}
    known = [(one, stretch) for one, stretch in printed(parts) if stretch.colour is not None]
    if not known:
        return NotChecked(Term("unchecked-colour"))
    found: dict[str, list[SeenParagraph]] = {}
    for one, stretch in known:
        if one.number not in stamps and (stretch.colour or "").upper() not in (_BLACK, "AUTO"):
            found.setdefault(f"#{(stretch.colour or '').upper()}", []).append(one)
    return [_counted(ones, colour) for colour, ones in found.items()]


def composed_letters(parts: PaperParts, _asked: Asked) -> Answer:
    """F7: letters with their marks are one character (Unicode NFC, TCVN 6909:2001)."""
    found = [
        one
        for one, stretch in printed(parts)
        if _COMBINING.search(stretch.text) or nfc(stretch.text) != stretch.text
    ]
    if not found:
        return [] if parts.paper.paragraphs else NotApplicable()
    return [hit(found[0], count=len({one.number for one in found}))]


def legacy_code(parts: PaperParts, _asked: Asked) -> Answer:
    """F8: no text in the old codes TCVN3 or VNI, told by the fonts made for them."""
    return _fonts(parts, lambda name: _LEGACY.match(name) is not None)


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F4": font,
    "F5": metric_clone,
    "F6": black,
    "F7": composed_letters,
    "F8": legacy_code,
}
