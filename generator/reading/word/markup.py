"""Names and values of WordprocessingML, as ECMA-376 (transitional) writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML: Final = "urn:schemas-microsoft-com:vml"

TWIPS_PER_POINT: Final = 20
MM_PER_TWIP: Final = 25.4 / 1440
MM_PER_EMU: Final = 1 / 36_000
MM_PER_POINT: Final = 25.4 / 72

_TWIPS = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4}
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


VAL: Final = w("val")
P: Final = w("p")
PPR: Final = w("pPr")
RPR: Final = w("rPr")
TABLE: Final = w("tbl")
ROW: Final = w("tr")
CELL: Final = w("tc")
SECTION: Final = w("sectPr")
BOX_CONTENT: Final = w("txbxContent")
SDT: Final = w("sdt")
SDT_CONTENT: Final = w("sdtContent")
ALTERNATE: Final = f"{{{MC}}}AlternateContent"
CHOICE: Final = f"{{{MC}}}Choice"
FALLBACK: Final = f"{{{MC}}}Fallback"
DELETED: Final = frozenset({w("del"), w("moveFrom")})

# What a Choice may require and this reader understands: drawings, groups, and marks on known elements.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "wpi", "v", "w"})


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Return the one branch of an mc:AlternateContent that is seen: never two of them."""
    fallback = None
    for branch in alternate:
        if branch.tag == CHOICE and _UNDERSTOOD.issuperset(branch.get("Requires", "").split()):
            return branch
        if branch.tag == FALLBACK:
            fallback = branch
    return fallback


def is_on(element: etree._Element) -> bool:
    """Return the value of an on-off property; it is on when it only stands there."""
    return element.get(VAL, "1") not in _OFF


def number(text: str | None) -> float | None:
    """Return a number without unit, or None: a broken value is passed over, as Word does."""
    try:
        return None if text is None else _finite(float(text))
    except ValueError:
        return None


def whole(text: str | None) -> int | None:
    """Return a whole number, or None."""
    found = number(text)
    return None if found is None else int(found)


def twips(text: str | None) -> float | None:
    """Return a measure in twips: a bare number, or one with its unit (the strict form of the format)."""
    if text is None:
        return None
    if text[-2:] in _TWIPS:
        found = number(text[:-2])
        return None if found is None else found * _TWIPS[text[-2:]]
    return number(text)


def points(text: str | None) -> float | None:
    """Return a size in points: a bare number counts half points."""
    if text is not None and text[-2:] in _TWIPS:
        found = twips(text)
        return None if found is None else found / TWIPS_PER_POINT
    found = number(text)
    return None if found is None else found / 2


def mm(twips_: float) -> float:
    """Return twips in millimetres, to the hundredth."""
    return round(twips_ * MM_PER_TWIP, 2)


def _finite(value: float) -> float | None:
    return value if abs(value) < 1e9 else None
