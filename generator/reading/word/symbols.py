"""Characters that Word keeps as places in a symbol font: what a reader sees there."""

from __future__ import annotations

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_BULLET = "•"
_SYMBOL = {0xB7: "•", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0x2D: "-"}
_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: int, font: str) -> str:
    """Return the character at a place of a font; U+FFFD for one that is not known."""
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _FONTS.get(font.casefold())
    if known is not None:
        return known.get(place, UNKNOWN)
    if place == code and 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
        return chr(code)
    return chr(place) if 0x20 <= place < 0x7F else UNKNOWN


def bullet(text: str, font: str) -> str:
    """Return the mark of a list; what cannot be known of it is a round bullet."""
    found = "".join(
        symbol(ord(char), font) if font.casefold() in _FONTS or ord(char) >= 0xF000 else char
        for char in text
        if char not in "\r\n\t"
    )
    return (found.replace(UNKNOWN, _BULLET) or _BULLET).strip()
