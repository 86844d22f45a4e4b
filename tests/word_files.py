"""Small Word files for the tests of reading, made of their markup alone: no library is in between."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from generator.reading.word import read_word
from generator.seen import SeenPaper, SeenParagraph

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE = f"{TYPE}document.main+xml"
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472c4"/></a:accent1>'
    '</a:clrScheme><a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"/>'
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{TIMES}<w:sz w:val="
    '"28"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)


def docx(body: str, *, main_type: str = MAIN_TYPE, **more: str) -> bytes:
    """Return a Word file; `more` is what stands in its other parts: styles, numbering, header1, ...

    A part is related as rId-header1. `section`, `theme` and `relations` are pieces of their own.
    """
    section, theme = more.pop("section", A4), more.pop("theme", THEME)
    rels = more.pop("relations", "")
    rels += f'<Relationship Id="rId-theme" Type="{OFFICE}/theme" Target="theme/theme1.xml"/>'
    own = {"styles": DEFAULTS, "numbering": "", "settings": ""} | more
    files = {"word/document.xml": _root("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>")}
    for name, content in own.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = _root({"header": "hdr", "footer": "ftr"}.get(kind, kind), content)
        rels += f'<Relationship Id="rId-{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    files["word/theme/theme1.xml"] = theme
    files["word/_rels/document.xml.rels"] = _relations(rels)
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = _relations(main)
    files["[Content_Types].xml"] = _types(main_type, own)
    return packed(files)


def _root(name: str, content: str) -> str:
    return f"<w:{name} {NAMESPACES}>{content}</w:{name}>"


def packed(files: dict[str, str] | dict[str, bytes] | dict[str, str | bytes]) -> bytes:
    """Return a zip of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relations(items: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _types(main_type: str, own: dict[str, str]) -> str:
    items = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    for name in own:
        kind = name.rstrip("0123456789")
        items += f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{kind}+xml"/>'
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/theme/theme1.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>{items}</Types>'
    )


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of text or runs."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def style(id_: str, *, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "") -> str:
    """A style; Normal and TableNormal are the default ones."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    mark = ' w:default="1"' if id_ in {"Normal", "TableNormal"} else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"{mark}><w:name w:val="{id_}"/>{base}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def table(*rows: list[str], properties: str = "", widths: tuple[int, ...] = (4000, 5000)) -> str:
    """A table; each cell is its paragraphs, or a whole w:tc."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        + "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def _cell(content: str) -> str:
    return content if content.startswith("<w:tc>") else f"<w:tc><w:tcPr/>{content or p()}</w:tc>"


BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def line(mm: float, *, place: str = "") -> str:
    """A drawn line in a run, in the text; `place` are the positions of one that floats."""
    extent = f'<wp:extent cx="{round(mm * 36000)}" cy="0"/>'
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
    )
    frame = (
        f"<wp:anchor>{place}{extent}{shape}</wp:anchor>"
        if place
        else f"<wp:inline>{extent}{shape}</wp:inline>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{frame}</w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:line from="0,0" to="{mm * 72 / 25.4}pt,0"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def place(left: str, below: str, *, across: str = "column", down: str = "paragraph") -> str:
    """The positions of a drawing: an alignment, or millimetres."""

    def inner(value: str) -> str:
        if value.isalpha():
            return f"<wp:align>{value}</wp:align>"
        return f"<wp:posOffset>{round(float(value) * 36000)}</wp:posOffset>"

    return (
        f'<wp:positionH relativeFrom="{across}">{inner(left)}</wp:positionH>'
        f'<wp:positionV relativeFrom="{down}">{inner(below)}</wp:positionV>'
    )


def box(content: str) -> str:
    """A text box in a run, in both of its versions."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(code: str, result: str, look: str = "") -> str:
    """A field in its long form, its code cut in two as Word does."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    half = len(code) // 2
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (code[:half], code[half:])
    )
    return mark.format("begin") + codes + mark.format("separate") + r(result, look) + mark.format("end")


def seen(body: str, **more: str) -> SeenPaper:
    """Read a file of this body."""
    return read_word(docx(body, **more), "văn bản.docx")


def first(body: str, **more: str) -> SeenParagraph:
    """Read a file of this body; return its first paragraph."""
    return seen(body, **more).paragraphs[0]


def texts(paper: SeenPaper) -> list[str]:
    """Return the text of every paragraph."""
    return [paragraph.text for paragraph in paper.paragraphs]
