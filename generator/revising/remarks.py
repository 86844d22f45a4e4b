"""Remarks as comments of Word, each at its paragraph: what a reviewer would write at the margin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.reading.word.markup import BOX_CONTENT, PPR, VAL, W, w, whole
from generator.reading.word.resolver import Resolver
from generator.revising.copy import Copy

if TYPE_CHECKING:
    from collections.abc import Sequence

_ID, _REFERENCE = w("id"), "CommentReference"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one paragraph: its number in the `SeenPaper`, 0 for the paper as a whole.

    `rule` is the rule that says so; it stands before the text.
    """

    paragraph: int
    text: str
    rule: str = ""
    author: str = "ketluan"


def annotated(data: bytes, name: str, remarks: Sequence[Remark]) -> bytes:
    """Return a copy of a Word file with the remarks as comments; without remarks a copy as it is.

    Comments that are there stay; the new ones have no date. Word takes no comments in heads, feet and text
    boxes: such a remark stands at the paragraph of the text before it. Raises `Refused` for a file that
    cannot be read or copied, and for one without a paragraph to hold a comment (``word-no-paragraph``).
    """
    copy = Copy(data, name)
    if not remarks:
        return copy.written()
    anchors = _anchors(copy)
    root = _comments(copy)
    number = max((whole(item.get(_ID)) or 0 for item in root), default=-1) + 1
    ordered = sorted(remarks, key=lambda remark: remark.paragraph)
    styled = _has_style(copy)
    for id_, remark in enumerate(ordered, number):
        root.append(_comment(str(id_), remark, styled=styled))
        _mark(anchors[min(remark.paragraph, len(anchors) - 1)], str(id_), styled=styled)
    _keep(copy, root)
    return copy.written()


def _anchors(copy: Copy) -> list[etree._Element]:
    """Return for each number the paragraph of the text that can hold its comments."""
    main = copy.package.main
    found: list[etree._Element | None] = [None]
    for item in Resolver(copy.package).walk:
        in_text = item.place.part == main and next(item.element.iterancestors(BOX_CONTENT), None) is None
        found.append(item.element if in_text else found[-1])
    first = next((element for element in found if element is not None), None)
    if first is None:
        copy.package.refuse("word-no-paragraph")
    return [first if element is None else element for element in found]


def _comments(copy: Copy) -> etree._Element:
    part = copy.package.related("comments")
    root = copy.package.tree(part) if part else None
    return etree.Element(w("comments"), nsmap={"w": W}) if root is None else root


def _keep(copy: Copy, root: etree._Element) -> None:
    copy.touch(copy.package.main)
    part = copy.package.related("comments")
    if part and copy.package.tree(part) is root:
        copy.touch(part)
    else:
        copy.add("comments", root)


def _has_style(copy: Copy) -> bool:
    part = copy.package.related("styles")
    root = copy.package.tree(part) if part else None
    return root is not None and any(item.get(w("styleId")) == _REFERENCE for item in root)


def _comment(id_: str, remark: Remark, *, styled: bool) -> etree._Element:
    element = etree.Element(w("comment"))
    initials = "".join(word[0] for word in remark.author.split())
    for name, value in (("id", id_), ("author", _clean(remark.author)), ("initials", _clean(initials))):
        element.set(w(name), value)
    said = f"{remark.rule}. {remark.text}" if remark.rule else remark.text
    for index, line in enumerate(said.split("\n")):
        paragraph = etree.SubElement(element, w("p"))
        if index == 0:
            paragraph.append(_mark_run("annotationRef", {}, styled=styled))
        text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
        text.set(_SPACE, "preserve")
        text.text = _clean(line)
    return element


def _mark(paragraph: etree._Element, id_: str, *, styled: bool) -> None:
    """Put the marks of a comment around what stands in a paragraph."""
    start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
    start.set(_ID, id_)
    end.set(_ID, id_)
    paragraph.insert(0 if paragraph.find(PPR) is None else 1, start)
    paragraph.append(end)
    paragraph.append(_mark_run("commentReference", {_ID: id_}, styled=styled))


def _mark_run(name: str, values: dict[str, str], *, styled: bool) -> etree._Element:
    run = etree.Element(w("r"))
    if styled:
        style = etree.SubElement(etree.SubElement(run, w("rPr")), w("rStyle"))
        style.set(VAL, _REFERENCE)
    etree.SubElement(run, w(name), values)
    return run


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
