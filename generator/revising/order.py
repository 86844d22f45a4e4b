"""The order in which the schema wants the properties of a run, a paragraph and a section (ECMA-376)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.reading.word.markup import PPR, RPR, P, w

if TYPE_CHECKING:
    from collections.abc import Mapping

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange"
)
_ORDERS = {
    w(owner): {w(name): rank for rank, name in enumerate(names.split())}
    for owner, names in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}


def properties(owner: etree._Element) -> etree._Element:
    """Return the w:pPr of a paragraph or the w:rPr of a run; an empty one is put there if it has none."""
    tag = PPR if owner.tag == P else RPR
    found = owner.find(tag)
    if found is None:
        found = etree.Element(tag)
        owner.insert(0, found)
    return found


def set_property(owner: etree._Element, name: str, values: Mapping[str, str]) -> etree._Element:
    """Give a w:rPr, w:pPr or w:sectPr this one property, in its place; return it.

    Values are added to those the property has; "" takes one away.
    """
    tag = w(name)
    found = owner.find(tag)
    if found is None:
        found = etree.Element(tag)
        insert(owner, found)
    for key, value in values.items():
        if value:
            found.set(w(key), value)
        elif w(key) in found.attrib:
            del found.attrib[w(key)]
    for double in owner.findall(tag)[1:]:
        owner.remove(double)
    return found


def insert(owner: etree._Element, child: etree._Element) -> None:
    """Put a new property before the first one that has to follow it."""
    ranks = _ORDERS[owner.tag]
    rank = ranks[child.tag]
    later = (index for index, other in enumerate(owner) if ranks.get(other.tag, -1) > rank)
    owner.insert(next(later, len(owner)), child)
