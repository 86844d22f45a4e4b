"""The other parts of the Word layout, and all of them packed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from generator.office_package import pack
from generator.render.word_template.body import document
from generator.render.word_template.markup import NAMESPACES, OFFICE, PACKAGE, XML, paragraph, tag
from generator.render.word_template.styles import styles

if TYPE_CHECKING:
    from generator.layout import Layout

COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f"<w:compat>{COMPATIBILITY}</w:compat>"
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PAGE_MARK = tag("{%p if page_mark %}") + paragraph("ChanTrang", "{{ page_mark }}")
NO_MARK = paragraph("ChanTrang") + tag("{%p endif %}")
FOOTER = PAGE_MARK + tag("{%p else %}") + NO_MARK
ADDRESS = [
    tag("{%p for line in address %}"),
    tag("{%p if loop.first %}"),
    paragraph("DiaChiDau", "{{ line }}"),
    tag("{%p else %}"),
    paragraph("DiaChi", "{{ line }}"),
    tag("{%p endif %}"),
    tag("{%p endfor %}"),
]
FIRST_FOOTER = "".join(ADDRESS) + PAGE_MARK + tag("{%p elif not address %}") + NO_MARK
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = (  # id, file, kind of relation and of content
    ("rId1", "styles", "styles"),
    ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"),
    ("rId10", "header1", "header"),
    ("rId11", "header2", "header"),
    ("rId12", "footer1", "footer"),
    ("rId13", "footer2", "footer"),
    ("rId14", "footer3", "footer"),
)


def font_table(layout: Layout) -> str:
    """Return word/fontTable.xml: the one font, described so that Word can find a stand-in."""
    return (
        f"{XML}<w:fonts {NAMESPACES}><w:font w:name={quoteattr(layout.font.name)}>"
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme(layout: Layout) -> str:
    """Return word/theme/theme1.xml: every package of Word has one; nothing here refers to it."""
    dark = (
        "dk1",
        "dk2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink",
    )
    names = ("dk1", "lt1", "dk2", "lt2", *dark[2:])
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"000000" if name in dark else "FFFFFF"}"/></a:{name}>' for name in names
    )
    face = f'<a:latin typeface={quoteattr(layout.font.name)}/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Văn bản">'
        f'<a:themeElements><a:clrScheme name="Đen trắng">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Văn bản"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Văn bản"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def content_types() -> str:
    """Return [Content_Types].xml."""
    overrides = [("word/document.xml", WORD + "document.main+xml")]
    overrides += [(f"word/{file}.xml", f"{WORD}{kind}+xml") for _, file, kind in PARTS]
    overrides += [("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")]
    overrides += [("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    items = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


def relations(*items: tuple[str, str, str]) -> str:
    """Return a relationships part of (id, type, target)."""
    lines = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{f}"/>' for i, t, f in items)
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def parts(layout: Layout) -> dict[str, bytes]:
    """Return all parts of the layout file."""
    core = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu trình bày văn bản</dc:title>'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
    texts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": document(layout),
        "word/_rels/document.xml.rels": relations(
            *((id_, f"{OFFICE}/{kind}", f"{file}.xml") for id_, file, kind in PARTS),
            ("rId4", f"{OFFICE}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles(layout),
        "word/settings.xml": f"{XML}<w:settings {NAMESPACES}>{SETTINGS}</w:settings>",
        "word/fontTable.xml": font_table(layout),
        "word/theme/theme1.xml": theme(layout),
        "word/header1.xml": f"{XML}<w:hdr {NAMESPACES}>{paragraph('SoTrang', PAGE_FIELD)}</w:hdr>",
        "word/header2.xml": f"{XML}<w:hdr {NAMESPACES}>{paragraph('SoTrang')}</w:hdr>",
        "word/footer1.xml": f"{XML}<w:ftr {NAMESPACES}>{FOOTER}</w:ftr>",
        "word/footer2.xml": f"{XML}<w:ftr {NAMESPACES}>{FIRST_FOOTER}</w:ftr>",
        "word/footer3.xml": f"{XML}<w:ftr {NAMESPACES}>{FOOTER}</w:ftr>",
        "docProps/core.xml": core,
    }
    return {name: text.encode() for name, text in texts.items()}


def make(layout: Layout) -> bytes:
    """Return the layout file."""
    return pack(parts(layout))
