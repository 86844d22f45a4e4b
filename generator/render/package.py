"""The parts of a paper's Word file, without what its layout says of its own making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.office_package import CONTENT_TYPES, parsed, written

if TYPE_CHECKING:
    from collections.abc import Mapping

RELATIONS = "_rels/.rels"
MAIN_PART = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"


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
    return written(root)


def _relations(xml: bytes) -> bytes:
    root = parsed(xml)
    for item in list(root):
        if item.get("Target", "").lstrip("/").startswith("docProps/"):
            root.remove(item)
    name = etree.QName(f"{_PACKAGE}/relationships", "Relationship")
    etree.SubElement(root, name, Id="rIdCore", Type=_CORE_RELATION, Target=CORE_PROPERTIES)
    return written(root)
