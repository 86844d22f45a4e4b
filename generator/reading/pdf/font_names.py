"""What the name of a font in a PDF tells: the family as people know it, and its style."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(r"(?<![a-z])(?i:bold|heavy|black|demi|semibold)|(?:Bold|Heavy|Black)")
_SLANT = re.compile(r"(?i:italic|oblique)")
_STYLE_WORDS = re.compile(
    r"(?i:bold|italic|oblique|regular|roman|normal|book|medium|light|semibold|demi|heavy|black|mt|ps)+"
)
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FAMILIES = {
    "timesnewroman": "Times New Roman",
    "couriernew": "Courier New",
    "dejavusans": "DejaVu Sans",
    "dejavuserif": "DejaVu Serif",
}


@dataclass(frozen=True, slots=True)
class FontName:
    """A family without subset mark and style, and what the style words say."""

    family: str
    bold: bool
    italic: bool


def font_name(name: str) -> FontName:
    """Read "ABCDEF+TimesNewRomanPS-BoldMT" as Times New Roman, bold."""
    name = _SUBSET.sub("", name, count=1)
    family, style = _parted(name)
    return FontName(_spelt(family), bold=bool(_STYLE.search(style)), italic=bool(_SLANT.search(style)))


def _parted(name: str) -> tuple[str, str]:
    """Return the family and the style words behind it: after a comma, a hyphen, or the last blanks."""
    for mark in (",", "-"):
        family, found, style = name.rpartition(mark)
        if found and family and _STYLE_WORDS.fullmatch(re.sub(r"[\s\-,]", "", style)):
            before, more = _parted(family)
            return before, f"{more} {style}"
    words = name.split(" ")
    styled = len(words)
    while styled > 1 and re.fullmatch(r"(?i:bold|italic|oblique|regular)", words[styled - 1]):
        styled -= 1
    return " ".join(words[:styled]), " ".join(words[styled:])


def _spelt(family: str) -> str:
    """Return the family as it is written: "TimesNewRomanPSMT" is Times New Roman."""
    if " " in family.strip() or family.startswith("."):
        return family.strip()
    plain = re.sub(r"(?:PS)?(?:MT)?$", "", family)
    known = _FAMILIES.get(re.sub(r"[-_]", "", plain).lower())
    return known or _WORDS.sub(" ", plain.replace("_", " ")) or family
