"""Drawn lines: DrawingML and VML, with their length and place; and what else a drawing holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.markup import (
    ALTERNATE,
    BOX_CONTENT,
    MM_PER_EMU,
    MM_PER_POINT,
    VML,
    WP,
    A,
    chosen,
    number,
)
from generator.seen import Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_THICKEST = 0.8  # mm: a flatter shape is seen as a line
_STEEPEST = 1.5  # mm over the length of a line that is drawn by hand
_SHORTEST = 3.0  # mm
_INLINE, _ANCHOR, _EXTENT = f"{{{WP}}}inline", f"{{{WP}}}anchor", f"{{{WP}}}extent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML_LINE = f"{{{VML}}}line"
_VML_SHAPES = frozenset(f"{{{VML}}}{name}" for name in ("line", "shape", "rect"))
_CONNECTOR = "{urn:schemas-microsoft-com:office:office}connectortype"
_KINDS = {
    "/picture": Unread.PICTURE,
    "/chart": Unread.CHART,
    "/diagram": Unread.DIAGRAM,
    "/chartex": Unread.CHART,
    "/lockedCanvas": Unread.DRAWING,
    "/ole": Unread.OBJECT,
}
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|cm|mm|px|pc)?")
_PER_UNIT = {
    "pt": MM_PER_POINT,
    "": MM_PER_POINT,
    "in": 25.4,
    "cm": 10,
    "mm": 1,
    "px": 25.4 / 96,
    "pc": 25.4 / 6,
}
# Where a horizontal place is measured from: the text around it, or the sheet.
_FROM_TEXT = frozenset({"column", "character", "text", "char"})


class Drawn(NamedTuple):
    """A horizontal line in mm. `below`: from the top of its paragraph; None for one that stands in the text.

    `left` is the distance of its left end, `aligned` its place ("center"), each measured from the text
    (`origin` "text"), the margins ("margin") or the sheet ("page").
    """

    length: float
    inline: bool
    left: float | None = None
    aligned: str = ""
    origin: str = "text"
    below: float | None = None


class Drawing(NamedTuple):
    """The lines in one drawing, and the names of what is in it and cannot be read."""

    lines: list[Drawn]
    not_read: list[Unread]


def drawn_in(element: etree._Element) -> Drawing:
    """Return what a w:drawing, w:pict or w:object holds."""
    found = Drawing([], [])
    if element.tag.endswith("}drawing"):
        for child in element:
            _drawing(child, found)
    else:
        _vml(element, found)
    return found


def _drawing(frame: etree._Element, found: Drawing) -> None:
    if frame.tag not in {_INLINE, _ANCHOR}:
        return
    data = next(frame.iter(f"{{{A}}}graphicData"), None)
    uri = "" if data is None else data.get("uri", "")
    kind = next((name for end, name in _KINDS.items() if uri.endswith(end)), None)
    if kind is not None:
        found.not_read.append(kind)
    elif data is not None and (line := _line(frame, data)) is not None:
        found.lines.append(line)
    elif data is not None and next(data.iter(BOX_CONTENT), None) is None:
        found.not_read.extend(Unread.PICTURE for _ in data.iter(_PICTURE))


def _line(frame: etree._Element, data: etree._Element) -> Drawn | None:
    """Return the line a frame shows, or None: another shape, or one that is not horizontal."""
    shapes = [item.get("prst", "") for item in data.iter(f"{{{A}}}prstGeom")]
    extent = frame.find(_EXTENT)
    if len(shapes) != 1 or extent is None or next(data.iter(BOX_CONTENT), None) is not None:
        return None
    length, height = _emu(extent.get("cx")), _emu(extent.get("cy"))
    if not _is_rule(length, height, is_line=shapes[0] in _LINES):
        return None
    if frame.tag == _INLINE:
        return Drawn(length, inline=True)
    left, aligned, origin = _horizontal(frame.find(f"{{{WP}}}positionH"))
    return Drawn(
        length,
        inline=False,
        left=left,
        aligned=aligned,
        origin=origin,
        below=_vertical(frame.find(f"{{{WP}}}positionV")),
    )


def _horizontal(position: etree._Element | None) -> tuple[float | None, str, str]:
    if position is None:
        return None, "", "text"
    place = position.get("relativeFrom", "column")
    origin = "text" if place in _FROM_TEXT else "page" if place == "page" else "margin"
    offset, align = position.find(f"{{{WP}}}posOffset"), position.find(f"{{{WP}}}align")
    left = None if offset is None else _emu(offset.text)
    return left, "" if align is None else (align.text or ""), origin


def _vertical(position: etree._Element | None) -> float | None:
    """Return how far below the top of its paragraph a line stands, None when measured from elsewhere."""
    if position is None or position.get("relativeFrom", "paragraph") not in {"paragraph", "line"}:
        return None
    offset = position.find(f"{{{WP}}}posOffset")
    return None if offset is None else _emu(offset.text)


def _vml(element: etree._Element, found: Drawing) -> None:
    if element.tag.endswith("}object"):
        found.not_read.append(Unread.OBJECT)
        return
    for shape in _vml_shapes(element):
        line = _vml_line(shape)
        if line is not None:
            found.lines.append(line)
        elif shape.find(f"{{{VML}}}imagedata") is not None:
            found.not_read.append(Unread.PICTURE)


def _vml_shapes(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the shapes that stand on their own: what is in a group is measured in units of the group."""
    for child in parent:
        if child.tag in _VML_SHAPES:
            yield child
        elif child.tag == ALTERNATE and (branch := chosen(child)) is not None:
            yield from _vml_shapes(branch)


def _vml_line(shape: etree._Element) -> Drawn | None:
    if next(shape.iter(BOX_CONTENT), None) is not None or shape.find(f"{{{VML}}}imagedata") is not None:
        return None
    style = {
        part.partition(":")[0].strip(): part.partition(":")[2].strip()
        for part in shape.get("style", "").split(";")
    }
    floating = style.get("position") == "absolute"
    ends = _ends(shape) if shape.tag == _VML_LINE else None
    straight = shape.tag == _VML_LINE or shape.get(_CONNECTOR) == "straight"
    if ends is None:
        length, height = _length(style.get("width")), _length(style.get("height"))
        left, below = _length(style.get("margin-left", style.get("left"))), _length(style.get("margin-top"))
    else:
        left, below, right, bottom = ends
        length, height = abs(right - left), abs(bottom - below)
        left = min(left, right)
    if not _is_rule(length or 0, height or 0, is_line=straight):
        return None
    if not floating:
        return Drawn(length or 0, inline=True)
    return Drawn(
        length or 0,
        inline=False,
        left=left or 0,
        aligned=_vml_align(style),
        origin=_vml_origin(style.get("mso-position-horizontal-relative", "text")),
        below=below or 0 if style.get("mso-position-vertical-relative", "text") == "text" else None,
    )


def _vml_align(style: dict[str, str]) -> str:
    place = style.get("mso-position-horizontal", "absolute")
    return "" if place == "absolute" else place


def _vml_origin(relative: str) -> str:
    return "text" if relative in _FROM_TEXT else "page" if relative == "page" else "margin"


def _ends(line: etree._Element) -> tuple[float, float, float, float] | None:
    """Return left, top, right and bottom of a v:line in mm."""
    values = [_length(part) for part in f"{line.get('from', '0,0')},{line.get('to', '10pt,10pt')}".split(",")]
    if len(values) != 4 or any(value is None for value in values):
        return None
    return tuple(value or 0.0 for value in values)  # type: ignore[return-value] # four of them


def _is_rule(length: float, height: float, *, is_line: bool) -> bool:
    return length >= _SHORTEST and height <= (_STEEPEST if is_line else _THICKEST)


def _emu(text: str | None) -> float:
    return (number(text) or 0.0) * MM_PER_EMU


def _length(text: str | None) -> float | None:
    """Return a measure of VML in mm; a bare number counts points."""
    match = _LENGTH.match((text or "").strip())
    found = number(match[1]) if match else None
    return None if found is None or match is None else found * _PER_UNIT[match[2] or ""]
