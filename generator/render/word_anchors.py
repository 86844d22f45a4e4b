"""Anchors in the Word file of a working draft: bookmarks around paragraphs, and the map they are keys of.

While a draft is printed, each run that comes from data carries its path in an attribute of our own. Here
the attributes become the map, and not one is left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.anchors import (
    END,
    MOST,
    START,
    AnchoredParagraph,
    AnchorMap,
    Segment,
    W,
    map_xml,
    paragraphs_of,
    run_texts,
    texts_apart,
)
from generator.office_package import CONTENT_TYPES, parsed, written
from generator.render.package import MAIN_PART

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATH_ATTRIBUTE = "nguon"
"""What marks a run with its data path, until the anchors are made."""
MAP_PART = "customXml/item1.xml"
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_PROPERTIES_PART = "customXml/itemProps1.xml"
_MAP_RELATIONS = "customXml/_rels/item1.xml.rels"
_RELATIONS = "word/_rels/document.xml.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONS = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
_PROPERTIES = (
    f'{_XML}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" '
    'ds:itemID="{0B4B1C0E-6B65-4C75-9A6E-6E656F2D0001}"><ds:schemaRefs>'
    '<ds:schemaRef ds:uri="urn:ketluan:anchors:1"/></ds:schemaRefs></ds:datastoreItem>'
)
_TO_PROPERTIES = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
)


def with_anchors(parts: Mapping[str, bytes], paper: str) -> dict[str, bytes]:
    """Return the parts of a file with a bookmark around each paragraph, and their map."""
    root = parsed(parts[MAIN_PART])
    margins = [parsed(data) for name, data in sorted(parts.items()) if _MARGIN.fullmatch(name)]
    anchors = AnchorMap(paper, tuple(_anchored(root)), texts_apart(root, margins))
    types, relations = parsed(parts[CONTENT_TYPES]), parsed(parts.get(_RELATIONS, _NO_RELATIONS))
    etree.SubElement(
        types,
        f"{{{_PACKAGE}/content-types}}Override",
        PartName=f"/{_PROPERTIES_PART}",
        ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    _declare_xml(types)
    etree.SubElement(
        relations,
        f"{{{_PACKAGE}/relationships}}Relationship",
        Id="rIdNeo",
        Type=f"{_OFFICE}/relationships/customXml",
        Target=f"../{MAP_PART}",
    )
    return {
        **parts,
        MAIN_PART: written(root),
        CONTENT_TYPES: written(types),
        _RELATIONS: written(relations),
        MAP_PART: map_xml(anchors),
        _PROPERTIES_PART: _PROPERTIES.encode(),
        _MAP_RELATIONS: _TO_PROPERTIES.encode(),
    }


def _declare_xml(types: etree._Element) -> None:
    if not any(item.get("Extension", "").lower() == "xml" for item in types):
        name = f"{{{_PACKAGE}/content-types}}Default"
        types.insert(0, etree.Element(name, Extension="xml", ContentType="application/xml"))


def _anchored(root: etree._Element) -> Iterator[AnchoredParagraph]:
    """Put the bookmarks in and yield the paragraphs; the marks of paths go."""
    number, first = 0, _free_id(root)
    for paragraph in paragraphs_of(root):
        segments = tuple(_segments(paragraph))
        if not "".join(segment.text for segment in segments).strip() or number >= MOST:
            continue
        number += 1
        key = f"kl{number:05d}"
        _surround(paragraph, str(first + number), key)
        yield AnchoredParagraph(key, segments)
    for run in root.iter(f"{{{W}}}r"):
        if PATH_ATTRIBUTE in run.attrib:
            del run.attrib[PATH_ATTRIBUTE]


def _segments(paragraph: etree._Element) -> Iterator[Segment]:
    """Yield the pieces of a paragraph, neighbours of one path as one."""
    text, path = "", None
    for run, said in run_texts(paragraph):
        source = run.get(PATH_ATTRIBUTE)
        if text and source != path:
            yield Segment(text, path)
            text = ""
        text, path = text + said, source
    if text:
        yield Segment(text, path)


def _surround(paragraph: etree._Element, number: str, key: str) -> None:
    start = etree.Element(START, {f"{{{W}}}id": number, f"{{{W}}}name": key})
    first = paragraph.find(f"{{{W}}}pPr")
    paragraph.insert(0 if first is None else paragraph.index(first) + 1, start)
    etree.SubElement(paragraph, END, {f"{{{W}}}id": number})


def _free_id(root: etree._Element) -> int:
    """Return the highest id of the bookmarks that the layout brought."""
    ids = (item.get(f"{{{W}}}id", "") for item in root.iter(START))
    return max((int(number) for number in ids if number.isdecimal()), default=0)
