"""Write a Word package so that the same parts are the same bytes, on every machine and day."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
MAIN_PART = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can hold
_LEVEL = 6


class BadPart(ValueError):  # noqa: N818 - said of a part, and always caught
    """A part that is not well-formed XML; its text says why."""


def parsed(xml: bytes) -> etree._Element:
    """Return the root of a part, without comments; raises `BadPart`, for a DOCTYPE too.

    A part has none (ECMA-376-2, 8.1.4): it could name other files, or let a small part grow without end.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise BadPart(error.msg or "") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadPart("DOCTYPE")
    return root


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts in sorted order, content types first, without times or system."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            package.writestr(entry, parts[name])
    return buffer.getvalue()


def without_origin(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without what a layout says of its own making: programs, people, thumbnails.

    Of the properties only the core ones stay declared; a paper writes its own.
    """
    kept = {name: data for name, data in parts.items() if not name.startswith("docProps/")}
    kept[CONTENT_TYPES] = _types(parts[CONTENT_TYPES])
    kept[RELATIONS] = _relations(parts[RELATIONS])
    return kept


def _types(xml: bytes) -> bytes:
    root = parsed(xml)
    for item in list(root):
        if item.get("PartName", "").startswith("/docProps/"):
            root.remove(item)
    name = etree.QName(f"{_PACKAGE}/content-types", "Override")
    etree.SubElement(root, name, PartName=f"/{CORE_PROPERTIES}", ContentType=_CORE_TYPE)
    return _written(root)


def _relations(xml: bytes) -> bytes:
    root = parsed(xml)
    for item in list(root):
        if item.get("Target", "").lstrip("/").startswith("docProps/"):
            root.remove(item)
    name = etree.QName(f"{_PACKAGE}/relationships", "Relationship")
    etree.SubElement(root, name, Id="rIdCore", Type=_CORE_RELATION, Target=CORE_PROPERTIES)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
