"""Pieces of WordprocessingML, as text: runs, paragraphs, tables, drawn lines."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from generator.layout import Layout

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'mc:Ignorable="w14"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
EMU_PER_MM, EMU_PER_POINT = 36_000, 12_700
GREY = "7F7F7F"


def run(text: str) -> str:
    """Return a run in the look of its paragraph."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """Return a paragraph; content is text or runs."""
    inner = content if content.startswith("<") or not content else run(content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that only steers: it leaves nothing in a paper."""
    return paragraph("The", text)


def when(condition: str, *content: str) -> list[str]:
    """Return content that stands in a paper only where the condition holds."""
    return [tag(f"{{%p if {condition} %}}"), *content, tag("{%p endif %}")]


def cell(width: int, *paragraphs: str, properties: str = "") -> str:
    """Return a cell of this width in twips."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{"".join(paragraphs)}</w:tc>'
    )


def row(*cells: str, properties: str = "") -> str:
    """Return a row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def steering_row(widths: list[int], text: str) -> str:
    """Return a row that only steers, as wide as the columns of its table."""
    whole = f'<w:gridSpan w:val="{len(widths)}"/>'
    return row(cell(sum(widths), tag(text), properties=whole))


def table(style: str, widths: list[int], rows: list[str], caption: str) -> str:
    """Return a table of fixed widths (twips); the caption is its alternative text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/><w:tblCaption w:val={quoteattr(caption)}/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def drawn_rule(layout: Layout, number: int, name: str, mm: float, look: str = "DuongKe") -> str:
    """Return a paragraph with a drawn line; a paper makes it as long as its text asks (bookmark `name`)."""
    width, points, weight = round(mm * EMU_PER_MM), _points(mm), layout.rules.weight
    shape = (
        f"<wps:wsp><wps:cNvCnPr/><wps:spPr>{_geometry('line', width, 0)}"
        f'<a:ln w="{round(weight * EMU_PER_POINT)}">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    fallback = (
        f'<v:line id="Line{number}" style="width:{points}pt;height:0" from="0,0" to="{points}pt,0" '
        f'strokeweight="{weight}pt" alt=""/>'
    )
    drawing = _inline(f"Đường kẻ {number}", number, (width, 0), shape)
    return paragraph(look, _anchored(number, name, drawing, fallback))


def drawn_bar(layout: Layout, number: int, name: str, mm: float) -> str:
    """Return a run with a drawn bar; a paper makes it as long as its share (bookmark `name`)."""
    width, height = round(mm * EMU_PER_MM), round(layout.bars.height * EMU_PER_MM)
    shape = (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{_geometry('rect', width, height)}"
        f'<a:solidFill><a:srgbClr val="{GREY}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    style = f"width:{_points(mm)}pt;height:{_points(layout.bars.height)}pt"
    fallback = f'<v:rect style="{style}" fillcolor="#{GREY}" stroked="f" alt=""/>'
    return _anchored(number, name, _inline(f"Cột {number}", number, (width, height), shape), fallback)


def _points(mm: float) -> float:
    return round(mm * 72 / 25.4, 1)


def _geometry(kind: str, width: int, height: int) -> str:
    return (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
    )


def _inline(title: str, number: int, size: tuple[int, int], shape: str) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{title}" descr="">{DECORATIVE}</wp:docPr>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _anchored(number: int, name: str, drawing: str, fallback: str) -> str:
    """Return a run with a drawing and its older form, in a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        '<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{drawing}</mc:Choice><mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
