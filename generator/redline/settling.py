"""Tracked changes settled: all accepted or all rejected, as Word does it (ECMA-376-1, 17.13.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.word.markup import PPR, ROW, RPR, P, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_INSERTED = (w("ins"), w("moveTo"))
_DELETED = (w("del"), w("moveFrom"))
_MARKS = frozenset(
    w(f"{name}Range{end}")
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
    for end in ("Start", "End")
)
_FORMER = frozenset(
    w(f"{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "numbering")
)
_CELLS = (w("cellIns"), w("cellDel"), w("cellMerge"))
_TEXTS = {w("t"), w("delText")}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
TRACKED = frozenset((*_INSERTED, *_DELETED, *_MARKS, *_FORMER, *_CELLS))
"""Every element that is a trace of a change."""


def has_changes(root: etree._Element) -> bool:
    """Return whether a part holds tracked changes."""
    return any(True for _ in root.iter(*TRACKED))


def settle(root: etree._Element, *, accept: bool) -> None:
    """Accept or reject every change of text, paragraphs and rows in a part, in place.

    Of changes of the look the new one stays: what is compared here is text.
    """
    stays, goes = (_INSERTED, _DELETED) if accept else (_DELETED, _INSERTED)
    for row in list(root.iter(ROW)):
        if _marked(row, w("trPr"), goes):
            _remove(row)
    joined = [item for item in root.iter(P) if _marked(item, f"{PPR}/{RPR}", goes)]
    for change in list(root.iter(*goes)):
        if not _is_property(change):
            _remove(change)
    for paragraph in reversed(joined):
        _join(paragraph)
    for change in list(root.iter(*stays)):
        _remove(change) if _is_property(change) else _unwrap(change)
    for trace in list(root.iter(*goes, *_MARKS, *_FORMER, *_CELLS)):
        _remove(trace)
    for deleted in root.iter(w("delText"), w("delInstrText")):
        deleted.tag = w("t") if deleted.tag == w("delText") else w("instrText")


def paragraphs(root: etree._Element) -> list[str]:
    """Return the text of each paragraph that has any, in order; what was deleted and not settled is in it."""
    found = ("".join(_said(item)) for item in root.iter(P))
    return [text for text in found if text.strip()]


def _said(paragraph: etree._Element) -> Iterator[str]:
    for item in paragraph.iter(*_TEXTS, *_SIGNS):
        if item.tag in _TEXTS:
            yield item.text or ""
        # A tab of the paragraph's properties is a stop, no character.
        elif (parent := item.getparent()) is not None and parent.tag == w("r"):
            yield _SIGNS[item.tag]


def _marked(item: etree._Element, properties: str, changes: tuple[str, ...]) -> bool:
    found = item.find(properties)
    return found is not None and any(found.find(change) is not None for change in changes)


def _is_property(change: etree._Element) -> bool:
    """Return whether a change is one of a paragraph's mark or a row: it holds nothing itself."""
    parent = change.getparent()
    return parent is not None and parent.tag in (RPR, w("trPr"))


def _remove(item: etree._Element) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def _unwrap(change: etree._Element) -> None:
    parent = change.getparent()
    if parent is not None:
        place = parent.index(change)
        parent[place : place + 1] = list(change)


def _join(paragraph: etree._Element) -> None:
    """Join a paragraph whose mark is gone with the next one, which keeps its look; an empty one goes."""
    content = [child for child in paragraph if child.tag != PPR]
    after = paragraph.getnext()
    if content and (after is None or after.tag != P):
        return
    if after is not None and content:
        start = 1 if after.find(PPR) is not None else 0
        after[start:start] = content
    _remove(paragraph)
