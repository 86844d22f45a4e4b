"""Make van-ban.docx, the Word layout of every paper, from layout.yaml.

    python templates/_layout/make_word_layout.py [TARGET.docx]

The same layout.yaml gives the same bytes. The file is a real Word document with tags in it: an office
may open it in Word, change its styles and save it under its own templates/_layout/. Names of styles
are Vietnamese, for the people who see them in Word; none has a comma, which Word would take for a
second name.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

if __name__ == "__main__":  # run as a script, the project stands two folders above
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator.layout import Layout, load_layout
from generator.render.geometry import to_twips
from generator.render.package import pack

HERE = Path(__file__).resolve().parent
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
WHOLE = '<w:gridSpan w:val="3"/>'
HAIR = 20  # twips: the height of a paragraph that only carries a section break


# --- pieces of WordprocessingML


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


def cell(width: int, *paragraphs: str, properties: str = "") -> str:
    """Return a cell of this width in twips."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{"".join(paragraphs)}</w:tc>'
    )


def row(*cells: str, properties: str = "") -> str:
    """Return a row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


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
    width = round(mm * EMU_PER_MM)
    points = round(mm * 72 / 25.4, 1)
    weight = layout.rules.weight
    shape = (
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{round(weight * EMU_PER_POINT)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    drawing = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Đường kẻ {number}" descr="">{DECORATIVE}</wp:docPr>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    fallback = (
        f'<w:pict><v:line id="Line{number}" style="width:{points}pt;height:0" from="0,0" to="{points}pt,0" '
        f'strokeweight="{weight}pt" alt=""/></w:pict>'
    )
    line = (
        '<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    return paragraph(
        look,
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{line}<w:bookmarkEnd w:id="{number}"/>',
    )


# --- sections


def section(layout: Layout, *, landscape: bool, references: str = "") -> str:
    """Return the properties of a section: page, margins, numbers from 1, none on its first page."""
    page = layout.page
    margin = page.landscape_margin if landscape else page.margin
    width, height = to_twips(page.width), to_twips(page.height)
    size = f'w:w="{height}" w:h="{width}" w:orient="landscape"' if landscape else f'w:w="{width}" w:h="{height}"'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{to_twips(margin.top)}" w:right="{to_twips(margin.right)}" '
        f'w:bottom="{to_twips(margin.bottom)}" w:left="{to_twips(margin.left)}" '
        f'w:header="{to_twips(page.number_from_top)}" w:footer="{to_twips(page.mark_from_bottom)}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


REFERENCES = "".join(
    f'<w:{part}Reference w:type="{kind}" r:id="{id_}"/>'
    for part, kind, id_ in (
        ("header", "default", "rId10"),
        ("header", "first", "rId11"),
        ("footer", "default", "rId12"),
        ("footer", "first", "rId13"),
    )
)


def section_break(properties: str) -> str:
    """Return the paragraph that ends a section."""
    return paragraph("NgatPhan", "", properties)


# --- the palette: how each kind of block looks, in the body and in annexes

BLOCKS = (
    ("basis", "CanCu"),
    ("paragraph", "NoiDung"),
    ("section", "Heading1"),
    ("titled-clause", "Heading2"),
    ("clause", "Khoan"),
    ("point", "Diem"),
    ("dash", "GachDauDong"),
    ("plus", "CongDauDong"),
    ("closing", "KetThuc"),
    ("unit", "DonViTinh"),
    ("source", "NguonSoLieu"),
)


def palette() -> list[str]:
    """Return the macro that prints blocks."""
    parts = [tag("{%p macro blocks(list) %}"), tag("{%p for b in list %}")]
    for number, (kind, style) in enumerate(BLOCKS):
        parts.append(tag("{%%p %s b.kind == '%s' %%}" % ("elif" if number else "if", kind)))
        parts.append(paragraph(style, "{{ runs(b.runs) }}"))
    parts += [tag("{%p elif b.kind == 'table' %}"), data_table(), tag("{%p endif %}")]
    return [*parts, tag("{%p endfor %}"), tag("{%p endmacro %}")]


def data_table() -> str:
    """Return the table of an annex: its widths come from the data, a row of each look is the pattern."""
    head = '<w:cantSplit/><w:tblHeader/>'
    middle = '<w:vAlign w:val="center"/>'
    rows = [
        *looped("head", "DauBang", "b.size", head, middle),
        *looped("numbers", "SoCot", "b.number_size", head, middle),
        *looped("body", "OBang", "b.size", "<w:cantSplit/>", ""),
        *looped("total", "OTong", "b.size", "<w:cantSplit/>", ""),
    ]
    return table("BangSoLieu", [1000, 2000, 1000], rows, "{{ b.name }}")


def looped(part: str, style: str, size: str, properties: str, look: str) -> list[str]:
    """Return the three rows that print all rows of a part."""
    content = paragraph(style, f"{{{{ lines(c.lines, {size}) }}}}", '<w:jc w:val="center"/>')
    cells = [
        cell(1000, paragraph(style, "{%tc for c in row %}")),
        cell(2000, content, properties=look),
        cell(1000, paragraph(style, "{%tc endfor %}")),
    ]
    return [
        row(cell(4000, paragraph(style, f"{{%tr for row in b.{part} %}}"), properties=WHOLE)),
        row(*cells, properties=properties),
        row(cell(4000, paragraph(style, "{%tr endfor %}"), properties=WHOLE)),
    ]


# --- the paper


def head(layout: Layout) -> list[str]:
    """Return boxes 1 to 5: letterhead, national name, number, place and date, kind, subject."""
    left, right = head_widths(layout)
    return [
        table(
            "KhongKe",
            [left, right],
            [
                row(
                    cell(
                        left,
                        tag("{%p if head.superior %}"),
                        paragraph("CoQuanChuQuan", "{{ lines(head.superior) }}"),
                        tag("{%p endif %}"),
                        paragraph("CoQuanBanHanh", "{{ lines(head.agency) }}"),
                        drawn_rule(layout, 1, "ke_co_quan", 24),
                    ),
                    cell(
                        right,
                        paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                        paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
                        drawn_rule(layout, 2, "ke_tieu_ngu", 60),
                    ),
                ),
                row(
                    cell(
                        left,
                        paragraph("SoKyHieu", "{{ runs(head.number) }}"),
                        tag("{%p if draft_mark %}"),
                        paragraph("DuThao", "{{ draft_mark }}"),
                        tag("{%p endif %}"),
                    ),
                    cell(right, paragraph("DiaDanh", "{{ runs(head.place_date) }}")),
                ),
            ],
            "Cơ quan ban hành, Quốc hiệu, số và ngày của văn bản",
        ),
        paragraph("TenLoai", "{{ kind }}"),
        paragraph("TrichYeu", "{{ lines(subject) }}"),
        drawn_rule(layout, 3, "ke_trich_yeu", 40, "DuongKeTieuDe"),
    ]


def foot(layout: Layout) -> list[str]:
    """Return boxes 7 and 9: the recipients beside the signature; a long list goes on below it."""
    left = to_twips(layout.signature.columns[0])
    right = sum(head_widths(layout)) - left
    items = [
        tag("{%p for item in recipients %}"),
        paragraph("NoiNhanMuc", "{{ runs(item) }}"),
        tag("{%p endfor %}"),
    ]
    signature = [
        tag("{%p for line in signature.lines %}"),
        tag("{%p if loop.first %}"),
        paragraph("ChucVuDau", "{{ runs(line) }}"),
        tag("{%p else %}"),
        paragraph("ChucVu", "{{ runs(line) }}"),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
        tag("{%p if signature.second_post %}"),
        paragraph("ChucVuThuHai", "{{ signature.second_post }}"),
        paragraph("HoTenLien", "{{ runs(signature.name) }}"),
        tag("{%p else %}"),
        paragraph("HoTen", "{{ runs(signature.name) }}"),
        tag("{%p endif %}"),
    ]
    rows = [
        row(
            cell(left, paragraph("NoiNhan", "Nơi nhận:"), *items),
            cell(right, *signature),
            properties="<w:cantSplit/>",
        ),
    ]
    rest = [item.replace("in recipients", "in more_recipients") for item in items]
    return [table("KhongKe", [left, right], rows, "Nơi nhận và chữ ký"), *rest]


def annexes(layout: Layout) -> list[str]:
    """Return the loop over the annexes; each ends in its own section break."""
    return [
        tag("{%p for annex in annexes %}"),
        paragraph("PhuLuc", "{{ annex.label }}"),
        paragraph("TenPhuLuc", "{{ lines(annex.title) }}"),
        tag("{%p if annex.reference %}"),
        paragraph("KemTheo", "{{ lines(annex.reference) }}"),
        tag("{%p endif %}"),
        drawn_rule(layout, 4, "ke_phu_luc", 40, "DuongKeTieuDe"),
        tag("{{p blocks(annex.blocks) }}"),
        tag("{%p if annex.landscape %}"),
        section_break(section(layout, landscape=True)),
        tag("{%p else %}"),
        section_break(section(layout, landscape=False)),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
    ]


def head_widths(layout: Layout) -> tuple[int, int]:
    """Return the two columns of the head in twips; together the width of the text."""
    page = layout.page
    text = to_twips(page.width) - to_twips(page.margin.left) - to_twips(page.margin.right)
    left = to_twips(layout.head.columns[0])
    return left, text - left


def document(layout: Layout) -> str:
    """Return word/document.xml."""
    body = [
        *palette(),
        *head(layout),
        tag("{{p blocks(body) }}"),
        *foot(layout),
        section_break(section(layout, landscape=False, references=REFERENCES)),
        *annexes(layout),
        section(layout, landscape=False),
    ]
    return f"{XML}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"


# --- styles


def spacing(before: float = 0, after: float = 0) -> str:
    """Return single line spacing with room (points) before and after."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="240" w:lineRule="auto"/>'


def size(points: float) -> str:
    """Return a font size for both scripts."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
CENTER, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
KEEP, KEEP_LINES = "<w:keepNext/>", "<w:keepLines/>"


def style(id_: str, name: str, paragraph_look: str = "", run_look: str = "") -> str:
    """Return a paragraph style of our own."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph_look}</w:pPr><w:rPr>{run_look}</w:rPr></w:style>'
    )


def heading(level: int, alias: str, look: str) -> str:
    """Return one of Word's own heading styles, so that its navigation pane shows the parts."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:aliases w:val="{alias}"/><w:basedOn w:val="Normal"/><w:next w:val="NoiDung"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>{KEEP}{look}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr>{BOLD}</w:rPr></w:style>"
    )


def body_styles(layout: Layout) -> list[str]:
    """Return the looks of paragraphs (PL I, II.6): justified, first line set in, room only before."""
    sizes = layout.sizes
    text = (
        spacing(layout.body.space_before)
        + f'<w:ind w:firstLine="{to_twips(layout.body.first_line)}"/><w:jc w:val="both"/>'
    )
    above, unit = spacing(layout.gaps.table), spacing(layout.gaps.table, layout.gaps.unit)
    return [
        heading(1, "Đề mục I", text),
        heading(2, "Đề mục 1", text),
        style("CanCu", "Căn cứ", text, ITALIC),
        style("NoiDung", "Nội dung", text),
        style("Khoan", "Khoản", text),
        style("Diem", "Điểm", text),
        style("GachDauDong", "Gạch đầu dòng", text),
        style("CongDauDong", "Cộng đầu dòng", text),
        style("KetThuc", "Kết thúc", KEEP + text),
        style("DonViTinh", "Đơn vị tính", KEEP + unit + RIGHT, ITALIC + size(sizes.unit)),
        style("NguonSoLieu", "Nguồn số liệu", above + '<w:jc w:val="both"/>', size(sizes.source)),
    ]


def head_styles(layout: Layout) -> list[str]:
    """Return the looks of boxes 1 to 5."""
    sizes, gaps = layout.sizes, layout.gaps
    below = spacing(gaps.rule, gaps.below_rule)
    number_gap = gaps.number + (sizes.place_date - sizes.number) * ASCENT
    return [
        style("CoQuanChuQuan", "Cơ quan chủ quản", CENTER, size(sizes.agency)),
        style("CoQuanBanHanh", "Cơ quan ban hành", CENTER, BOLD + size(sizes.agency)),
        style("QuocHieu", "Quốc hiệu", CENTER, BOLD + size(sizes.national_name)),
        style("TieuNgu", "Tiêu ngữ", CENTER, BOLD + size(sizes.motto)),
        style("DuongKe", "Đường kẻ", spacing(gaps.rule) + CENTER, size(1)),
        style("DuongKeTieuDe", "Đường kẻ dưới tiêu đề", KEEP + below + CENTER, size(1)),
        style("SoKyHieu", "Số và ký hiệu", spacing(number_gap) + CENTER, size(sizes.number)),
        style("DuThao", "Dấu dự thảo", spacing(gaps.draft_mark) + CENTER, BOLD + size(sizes.draft_mark)),
        style("DiaDanh", "Địa danh và thời gian", spacing(gaps.number) + CENTER, ITALIC + size(sizes.place_date)),
        style("TenLoai", "Tên loại", KEEP + spacing(gaps.kind) + CENTER, BOLD + size(sizes.kind)),
        style("TrichYeu", "Trích yếu", KEEP + spacing() + CENTER, BOLD + size(sizes.subject)),
    ]


ASCENT = 0.891  # of the size: what one point more moves the baseline down, in Times New Roman


def foot_styles(layout: Layout) -> list[str]:
    """Return the looks of boxes 7 and 9; "Nơi nhận:" stands level with the first line of the signature."""
    sizes, gap = layout.sizes, layout.gaps.foot
    level = gap + (sizes.signature - sizes.recipients_label) * ASCENT
    room = layout.signature.room * 72 / 25.4
    post, name = BOLD + size(sizes.signature), BOLD + size(sizes.signature)
    left = '<w:jc w:val="left"/>'
    return [
        style("NoiNhan", "Nơi nhận", KEEP + spacing(level), BOLD + ITALIC + size(sizes.recipients_label)),
        style("NoiNhanMuc", "Nơi nhận - mục", KEEP_LINES + left, size(sizes.recipients)),
        style("ChucVuDau", "Quyền hạn của người ký", KEEP + spacing(gap) + CENTER, post),
        style("ChucVu", "Chức vụ của người ký", KEEP + CENTER, post),
        style("ChucVuThuHai", "Chức vụ trên họ tên", KEEP + spacing(room) + CENTER, post),
        style("HoTen", "Họ và tên người ký", KEEP_LINES + spacing(room) + CENTER, name),
        style("HoTenLien", "Họ và tên dưới chức vụ", KEEP_LINES + CENTER, name),
    ]


def annex_styles(layout: Layout) -> list[str]:
    """Return the looks of annexes and of their tables (PL I, III.1)."""
    sizes, padding = layout.sizes, spacing(layout.table.padding_points, layout.table.padding_points)
    outline = '<w:outlineLvl w:val="0"/>'
    return [
        style("PhuLuc", "Phụ lục", KEEP + CENTER + outline, BOLD + size(sizes.annex_label)),
        style("TenPhuLuc", "Tên phụ lục", KEEP + CENTER, BOLD + size(sizes.annex_title)),
        style("KemTheo", "Kèm theo", KEEP + CENTER, ITALIC + size(sizes.annex_reference)),
        style("DauBang", "Đầu bảng", KEEP + padding + CENTER, BOLD + size(sizes.table)),
        style("SoCot", "Số cột", KEEP + padding + CENTER, size(sizes.column_number)),
        style("OBang", "Ô bảng", padding, size(sizes.table)),
        style("OTong", "Ô tổng số", padding, BOLD + size(sizes.table)),
    ]


def page_styles(layout: Layout) -> list[str]:
    """Return the looks of margins, section breaks and tags."""
    hair = f'<w:spacing w:before="0" w:after="0" w:line="{HAIR}" w:lineRule="exact"/>'
    return [
        style("SoTrang", "Số trang", CENTER, size(layout.sizes.page_number)),
        style("ChanTrang", "Dòng cuối trang", CENTER, size(layout.sizes.page_mark)),
        style("NgatPhan", "Ngắt phần", hair, size(1)),
        style("The", "Thẻ", "", '<w:noProof/><w:color w:val="C00000"/>' + size(8)),
    ]


def table_styles(layout: Layout) -> list[str]:
    """Return the two looks of tables: none, and thin black lines."""
    side = to_twips(layout.table.padding)
    border = round(layout.table.border * 8)
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{border}" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )

    def of(id_: str, name: str, borders: str, side: int) -> str:
        margins = f'<w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>'
        )

    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
        of("KhongKe", "Không kẻ", "", 0),
        of("BangSoLieu", "Bảng số liệu", f"<w:tblBorders>{borders}</w:tblBorders>", side),
    ]


def styles(layout: Layout) -> str:
    """Return word/styles.xml: one font in all four slots, no theme, Vietnamese."""
    name = quoteattr(layout.font.name)
    fonts = f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size(layout.sizes.body)}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{spacing()}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    groups = body_styles, head_styles, foot_styles, annex_styles, page_styles, table_styles
    own = "".join(item for group in groups for item in group(layout))
    return f"{XML}<w:styles {NAMESPACES}>{defaults}{normal}{own}</w:styles>"


# --- the other parts

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
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PAGE_MARK = tag("{%p if page_mark %}") + paragraph("ChanTrang", "{{ page_mark }}")
PAGE_MARK += tag("{%p else %}") + paragraph("ChanTrang") + tag("{%p endif %}")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = (  # id, file, kind of relation and of content
    ("rId1", "styles", "styles"),
    ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"),
    ("rId10", "header1", "header"),
    ("rId11", "header2", "header"),
    ("rId12", "footer1", "footer"),
    ("rId13", "footer2", "footer"),
)


def font_table(layout: Layout) -> str:
    """Return word/fontTable.xml: the one font, described so that Word can find a stand-in."""
    return (
        f'{XML}<w:fonts {NAMESPACES}><w:font w:name={quoteattr(layout.font.name)}>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme(layout: Layout) -> str:
    """Return word/theme/theme1.xml: every package of Word has one; nothing here refers to it."""
    dark = ("dk1", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
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
        f'<a:lnStyleLst>{f"<a:ln>{fill}</a:ln>" * 3}</a:lnStyleLst>'
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
        "word/footer1.xml": f"{XML}<w:ftr {NAMESPACES}>{PAGE_MARK}</w:ftr>",
        "word/footer2.xml": f"{XML}<w:ftr {NAMESPACES}>{PAGE_MARK}</w:ftr>",
        "docProps/core.xml": core,
    }
    return {name: text.encode() for name, text in texts.items()}


def make(layout: Layout) -> bytes:
    """Return the layout file."""
    return pack(parts(layout))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "van-ban.docx"
    target.write_bytes(make(load_layout(HERE / "layout.yaml")))
