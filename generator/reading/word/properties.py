"""w:rPr and w:pPr as looks: what one element says, nothing of what it inherits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.reading.word.look import NO_PARAGRAPH_LOOK, NO_RUN_LOOK, ParagraphLook, RunLook
from generator.reading.word.markup import (
    TWIPS_PER_POINT,
    VAL,
    is_on,
    number,
    points,
    twips,
    w,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from generator.reading.word.theme import Theme

_ALIGNS = {
    "start": "left",
    "left": "left",
    "end": "right",
    "right": "right",
    "center": "center",
    "both": "both",
    "distribute": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "thaiDistribute": "both",
}
_NO_LINE = frozenset({"nil", "none"})
_LINE_OF_TWELVE_POINTS = 240 / 100  # twips in a hundredth of a line
_RFONTS, _COLOUR, _NUMBERING, _SPACING, _INDENT = w("rFonts"), w("color"), w("numPr"), w("spacing"), w("ind")
_BORDERS, _TABS, _FRAME = w("pBdr"), w("tabs"), w("framePr")
_FONT_SLOTS = tuple(
    (field, w(f"{slot}Theme"), w(slot))
    for field, slot in (("ascii", "ascii"), ("hansi", "hAnsi"), ("east", "eastAsia"))
)


def _text(element: etree._Element) -> str | None:
    return element.get(VAL)


def _size(element: etree._Element) -> float | None:
    return points(element.get(VAL))


def _is_underlined(element: etree._Element) -> bool:
    return element.get(VAL, "single") != "none"


def _is_raised(element: etree._Element) -> bool:
    return element.get(VAL) in {"superscript", "subscript"}


def _letter_spacing(element: etree._Element) -> float | None:
    found = twips(element.get(VAL))
    return None if found is None else found / TWIPS_PER_POINT


def _scale(element: etree._Element) -> float | None:
    return number(element.get(VAL, "").rstrip("%"))


_RUN: dict[str, tuple[str, Callable[[etree._Element], Any]]] = {
    w("b"): ("bold", is_on),
    w("i"): ("italic", is_on),
    w("caps"): ("caps", is_on),
    w("smallCaps"): ("small_caps", is_on),
    w("vanish"): ("hidden", is_on),
    w("sz"): ("size", _size),
    w("u"): ("underlined", _is_underlined),
    w("vertAlign"): ("raised", _is_raised),
    w("spacing"): ("spacing", _letter_spacing),
    w("w"): ("scale", _scale),
    w("rStyle"): ("style", _text),
}
_PARAGRAPH: dict[str, tuple[str, Callable[[etree._Element], Any]]] = {
    w("pStyle"): ("style", _text),
    w("jc"): ("align", lambda element: _ALIGNS.get(element.get(VAL, ""))),
    w("contextualSpacing"): ("contextual", is_on),
}


def run_look(properties: etree._Element | None, theme: Theme) -> RunLook:
    """Return what a w:rPr says."""
    if properties is None or not len(properties):
        return NO_RUN_LOOK
    said: dict[str, Any] = {}
    for child in properties:
        if simple := _RUN.get(child.tag):
            said[simple[0]] = simple[1](child)
        elif child.tag == _RFONTS:
            said |= _fonts(child, theme)
        elif child.tag == _COLOUR:
            said["colour"] = _colour(child, theme)
    return RunLook(**said)


def paragraph_look(properties: etree._Element | None) -> ParagraphLook:
    """Return what a w:pPr says of its paragraph."""
    if properties is None or not len(properties):
        return NO_PARAGRAPH_LOOK
    said: dict[str, Any] = {}
    for child in properties:
        if simple := _PARAGRAPH.get(child.tag):
            said[simple[0]] = simple[1](child)
        elif reader := _GROUPS.get(child.tag):
            said |= reader(child)
    return ParagraphLook(**said)


def _fonts(element: etree._Element, theme: Theme) -> dict[str, str]:
    said: dict[str, str] = {}
    for field, themed, named in _FONT_SLOTS:
        role = element.get(themed)
        if role is not None:
            said[field] = theme.font(role.replace("Ascii", "HAnsi"))
        elif (name := element.get(named)) is not None:
            said[field] = name
    return said


def _colour(element: etree._Element, theme: Theme) -> str:
    """Return RRGGBB; automatic is black. Word writes the computed colour of a theme beside its role."""
    value = element.get(VAL, "auto")
    if value != "auto":
        return value.upper().lstrip("#").zfill(6)
    role = element.get(w("themeColor"))
    return (theme.colour(role) if role else None) or "000000"


def _numbering(element: etree._Element) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for child in element:
        if child.tag == w("numId"):
            said["number"] = child.get(VAL)
        elif child.tag == w("ilvl"):
            said["level"] = whole(child.get(VAL))
    return said


def _spacing(element: etree._Element) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for side in ("before", "after"):
        auto, lines = element.get(w(f"{side}Autospacing")), number(element.get(w(f"{side}Lines")))
        if auto is not None:
            said[f"{side}_auto"] = auto not in {"0", "false", "off"}
        if lines:
            said[side] = lines * _LINE_OF_TWELVE_POINTS
        elif (length := twips(element.get(w(side)))) is not None:
            said[side] = length
    if (line := twips(element.get(w("line")))) is not None:
        said["line"] = line
    if (rule := element.get(w("lineRule"))) is not None:
        said["line_rule"] = rule
    return said


def _indent(element: etree._Element) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, field in (("start", "left"), ("left", "left"), ("end", "right"), ("right", "right")):
        if (length := twips(element.get(w(name)))) is not None:
            said[field] = length
        if (count := number(element.get(w(f"{name}Chars")))) is not None:
            said[f"columns_{field}"] = count
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if (length := twips(element.get(w(name)))) is not None:
            said["first_line"] = sign * length
        if (count := number(element.get(w(f"{name}Chars")))) is not None:
            said["columns_first"] = sign * count
    return said


def _borders(element: etree._Element) -> dict[str, Any]:
    below = element.find(w("bottom"))
    return {} if below is None else {"border": below.get(VAL, "nil") not in _NO_LINE}


def _tabs(element: etree._Element) -> dict[str, Any]:
    stops = ((twips(stop.get(w("pos"))), stop.get(VAL, "left")) for stop in element)
    return {"tabs": tuple((position, kind) for position, kind in stops if position is not None)}


def _frame(element: etree._Element) -> dict[str, Any]:
    return {"frame": _ALIGNS.get(element.get(w("xAlign"), ""), "")}


_GROUPS: dict[str, Callable[[etree._Element], dict[str, Any]]] = {
    _NUMBERING: _numbering,
    _SPACING: _spacing,
    _INDENT: _indent,
    _BORDERS: _borders,
    _TABS: _tabs,
    _FRAME: _frame,
}
