"""The theme of a Word file: the fonts and colours that other parts name by their role."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.markup import A

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_SLOTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
# What w:themeColor calls the colours of the scheme.
_COLOURS = {
    "text1": "dk1",
    "dark1": "dk1",
    "text2": "dk2",
    "dark2": "dk2",
    "background1": "lt1",
    "light1": "lt1",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Theme(NamedTuple):
    """Fonts by the words of w:asciiTheme ("minorHAnsi"), colours by those of the scheme ("accent1")."""

    fonts: Mapping[str, str]
    colours: Mapping[str, str]

    def font(self, role: str) -> str:
        """Return the font of a role, or "" when the theme has none."""
        return self.fonts.get(role, "")

    def colour(self, role: str) -> str | None:
        """Return the colour of a role as RRGGBB; shades and tints are not computed."""
        return self.colours.get(_COLOURS.get(role, role))


NO_THEME = Theme({}, {})


def read_theme(root: etree._Element | None) -> Theme:
    """Return the theme of its part; an empty one when there is no part."""
    if root is None:
        return NO_THEME
    return Theme(_fonts(root), _colours(root))


def _fonts(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for weight in ("major", "minor"):
        scheme = next(root.iter(f"{{{A}}}{weight}Font"), None)
        if scheme is None:
            continue
        for slot, element in _SLOTS.items():
            face = scheme.find(f"{{{A}}}{element}")
            found[weight + slot] = face.get("typeface", "") if face is not None else ""
    return found


def _colours(root: etree._Element) -> dict[str, str]:
    scheme = next(root.iter(f"{{{A}}}clrScheme"), None)
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            value = colour.get("lastClr") or colour.get("val") or ""
            found[entry.tag.partition("}")[2]] = value.upper()
    return found
