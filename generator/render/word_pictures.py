"""Pictures in a Word package: the drawing in the text, and the parts it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree
from markupsafe import Markup

from generator.office_package import CONTENT_TYPES, parsed
from generator.render.package import MAIN_PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.render.pictures import SetPicture

_RELATIONS = "word/_rels/document.xml.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU_PER_MM = 36_000


def picture_xml(picture: SetPicture, number: int, *, look: str = "") -> Markup:
    """Return the run with a picture; `number` is that of the drawn shape, its alternative text is `alt`."""
    size = f'cx="{round(picture.width * _EMU_PER_MM)}" cy="{round(picture.height * _EMU_PER_MM)}"'
    name, alt = quoteattr(picture.name), quoteattr(picture.alt)
    return Markup(  # noqa: S704 - quoted
        f"<w:r>{look}<w:drawing>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name={name} descr={alt}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name={name} descr={alt}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_relation(picture)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def with_pictures(parts: Mapping[str, bytes], pictures: Iterable[SetPicture]) -> dict[str, bytes]:
    """Return the parts with those of the pictures that the text shows, each stored once."""
    text = parts[MAIN_PART].decode()
    shown = {item.name: item for item in pictures if f'r:embed="{_relation(item)}"' in text}
    if not shown:
        return dict(parts)
    types, relations = parsed(parts[CONTENT_TYPES]), parsed(parts[_RELATIONS])
    endings = {item.get("Extension", "").lower() for item in types}
    for name, picture in sorted(shown.items()):
        ending = name.rpartition(".")[2]
        if ending not in endings:
            endings.add(ending)
            tag = etree.QName(f"{_PACKAGE}/content-types", "Default")
            types.insert(0, etree.Element(tag, Extension=ending, ContentType=picture.media))
        tag = etree.QName(f"{_PACKAGE}/relationships", "Relationship")
        target = {"Id": _relation(picture), "Type": f"{_OFFICE}/image", "Target": f"media/{name}"}
        etree.SubElement(relations, tag, target)
    media = {f"word/media/{name}": picture.data for name, picture in shown.items()}
    return {**parts, CONTENT_TYPES: _written(types), _RELATIONS: _written(relations), **media}


def _relation(picture: SetPicture) -> str:
    return f"rIdAnh{picture.name.partition('.')[0]}"


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
