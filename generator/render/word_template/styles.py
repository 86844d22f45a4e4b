"""Styles of the paper: the looks of NĐ 30/2020 (PL I) under Vietnamese names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from generator.render.geometry import to_twips
from generator.render.head import RED, addressee_indents, frame_space
from generator.render.word_template.markup import NAMESPACES, XML

if TYPE_CHECKING:
    from generator.layout import Layout

HAIR = 20  # twips: the height of a paragraph that only carries a section break
ASCENT = 0.891  # of the size: what one point more moves the baseline down, in Times New Roman
BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
CENTER, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
KEEP, KEEP_LINES = "<w:keepNext/>", "<w:keepLines/>"


def spacing(before: float = 0, after: float = 0) -> str:
    """Return single line spacing with room (points) before and after."""
    room = f'w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
    return f'<w:spacing {room} w:line="240" w:lineRule="auto"/>'


def size(points: float) -> str:
    """Return a font size for both scripts."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def style(id_: str, name: str, paragraph_look: str = "", run_look: str = "") -> str:
    """Return a paragraph style of our own."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph_look}</w:pPr><w:rPr>{run_look}</w:rPr></w:style>"
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
    left = text.replace('"both"', '"left"')  # a short line of bold words is not stretched
    above, unit = spacing(layout.gaps.table), spacing(layout.gaps.table, layout.gaps.unit)
    return [
        heading(1, "Đề mục I", left),
        heading(2, "Đề mục 1", left),
        style("ThamQuyen", "Thẩm quyền ban hành", KEEP + spacing(layout.gaps.authority) + CENTER, BOLD),
        style("CanCu", "Căn cứ", text, ITALIC),
        style("QuyetDinh", "Từ quyết định", KEEP + spacing(layout.gaps.decides) + CENTER, BOLD),
        style("Dieu", "Điều", text),
        style("DieuCoTen", "Điều có tên", KEEP + left + '<w:outlineLvl w:val="0"/>', BOLD),
        style("NoiDung", "Nội dung", text),
        style("Khoan", "Khoản", text),
        style("Diem", "Điểm", text),
        style("DiemDan", "Điểm dẫn", KEEP + text),
        style("GachDauDong", "Gạch đầu dòng", text),
        style("CongDauDong", "Cộng đầu dòng", text),
        style("KetThuc", "Kết thúc", KEEP + text),
        style("DonViTinh", "Đơn vị tính", KEEP + unit + RIGHT, ITALIC + size(sizes.unit)),
        style("NguonSoLieu", "Nguồn số liệu", above + '<w:jc w:val="both"/>', size(sizes.source)),
    ]


def frame(layout: Layout, mark: str, colour: str) -> str:
    """Return the border and the spacing of a framed mark; circulation has its gap below."""
    space, gap = frame_space(layout, getattr(layout.sizes, mark)), getattr(layout.gaps, mark)
    look = f'w:val="single" w:sz="{round(layout.frames.border * 8)}" w:color="{colour}"'
    edges = (("top", space), ("left", 0), ("bottom", space), ("right", 0))
    borders = "".join(f'<w:{edge} {look} w:space="{room}"/>' for edge, room in edges)
    return f"<w:pBdr>{borders}</w:pBdr>" + (spacing(0, gap) if mark == "circulation" else spacing(gap))


def head_styles(layout: Layout) -> list[str]:
    """Return the looks of boxes 1 to 5."""
    sizes, gaps = layout.sizes, layout.gaps
    below = spacing(gaps.rule, gaps.below_rule)
    urgent = BOLD + f'<w:color w:val="{RED}"/>' + size(sizes.urgency)
    number_gap = gaps.number + (sizes.place_date - sizes.number) * ASCENT
    return [
        style("CoQuanChuQuan", "Cơ quan chủ quản", CENTER, size(sizes.agency)),
        style("CoQuanBanHanh", "Cơ quan ban hành", CENTER, BOLD + size(sizes.agency)),
        style("QuocHieu", "Quốc hiệu", CENTER, BOLD + size(sizes.national_name)),
        style("TieuNgu", "Tiêu ngữ", CENTER, BOLD + size(sizes.motto)),
        style("DuongKe", "Đường kẻ", spacing(gaps.rule) + CENTER, size(1)),
        style("DuongKeTieuDe", "Đường kẻ dưới tiêu đề", KEEP + below + CENTER, size(1)),
        style("SoKyHieu", "Số và ký hiệu", spacing(number_gap) + CENTER, size(sizes.number)),
        style("TrichYeuCongVan", "Trích yếu công văn", spacing(gaps.about) + CENTER, size(sizes.about)),
        style("DoKhan", "Độ khẩn", frame(layout, "urgency", RED) + CENTER, urgent),
        style(
            "PhamViLuuHanh",
            "Phạm vi lưu hành",
            KEEP + frame(layout, "circulation", "000000") + CENTER,
            BOLD + size(sizes.circulation),
        ),
        style("DuThao", "Dấu dự thảo", spacing(gaps.draft_mark) + CENTER, BOLD + size(sizes.draft_mark)),
        style(
            "DiaDanh", "Địa danh và thời gian", spacing(gaps.number) + CENTER, ITALIC + size(sizes.place_date)
        ),
        style("TenLoai", "Tên loại", KEEP + spacing(gaps.kind) + CENTER, BOLD + size(sizes.kind)),
        style("TrichYeu", "Trích yếu", KEEP + spacing() + CENTER, BOLD + size(sizes.subject)),
    ]


def addressee_styles(layout: Layout) -> list[str]:
    """Return the looks of box 9a (PL I, II.9d)."""
    above, below = layout.gaps.addressees, layout.gaps.below_addressees
    label, dash, words = (to_twips(mm) for mm in addressee_indents(layout))
    points = size(layout.sizes.addressees)
    item = f'<w:ind w:left="{words}" w:hanging="{words - dash}"/>'
    return [
        style("KinhGui", "Kính gửi", KEEP + spacing(above, below) + CENTER, points),
        style(
            "KinhGuiNhan", "Kính gửi nhiều nơi", KEEP + spacing(above) + f'<w:ind w:left="{label}"/>', points
        ),
        style("KinhGuiMuc", "Kính gửi - mục", KEEP + spacing() + item, points),
        style("KinhGuiCuoi", "Kính gửi - mục cuối", KEEP + spacing(0, below) + item, points),
    ]


def foot_styles(layout: Layout) -> list[str]:
    """Return the looks of boxes 7 and 9; "Nơi nhận:" stands level with the first line of the signature."""
    sizes, gap = layout.sizes, layout.gaps.foot
    level = gap + (sizes.signature - sizes.recipients_label) * ASCENT
    room = layout.signature.room * 72 / 25.4
    post, name = BOLD + size(sizes.signature), BOLD + size(sizes.signature)
    left, below = '<w:jc w:val="left"/>', spacing(layout.gaps.drafter_mark)
    return [
        style("NoiNhan", "Nơi nhận", spacing(level), BOLD + ITALIC + size(sizes.recipients_label)),
        style("NoiNhanMuc", "Nơi nhận - mục", KEEP_LINES + left, size(sizes.recipients)),
        style("ChucVuDau", "Quyền hạn của người ký", spacing(gap) + CENTER, post),
        style("ChucVu", "Chức vụ của người ký", CENTER, post),
        style("ChucVuThuHai", "Chức vụ trên họ tên", spacing(room) + CENTER, post),
        style("HoTen", "Họ và tên người ký", spacing(room) + CENTER, name),
        style("KyHieuNguoiSoan", "Ký hiệu người soạn thảo", below + left, size(sizes.drafter_mark)),
        style("HoTenLien", "Họ và tên dưới chức vụ", CENTER, name),
    ]


def annex_styles(layout: Layout) -> list[str]:
    """Return the looks of annexes and of their tables (PL I, III.1)."""
    sizes, padding = layout.sizes, spacing(layout.table.padding_points, layout.table.padding_points)
    caption = spacing(layout.gaps.caption)
    outline, draft = '<w:outlineLvl w:val="0"/>', spacing(0, layout.gaps.draft_mark)
    return [
        style(
            "ThongTinKySo", "Thông tin ký số", spacing(0, layout.gaps.signing) + RIGHT, size(sizes.signing)
        ),
        style("DuThaoPhuLuc", "Dấu dự thảo trên phụ lục", draft + CENTER, BOLD + size(sizes.draft_mark)),
        style("PhuLuc", "Phụ lục", KEEP + CENTER + outline, BOLD + size(sizes.annex_label)),
        style("TenPhuLuc", "Tên phụ lục", KEEP + CENTER, BOLD + size(sizes.annex_title)),
        style("KemTheo", "Kèm theo", KEEP + CENTER, ITALIC + size(sizes.annex_reference)),
        style("DauBang", "Đầu bảng", KEEP + padding + CENTER, BOLD + size(sizes.table)),
        style("SoCot", "Số cột", KEEP + padding + CENTER, size(sizes.column_number)),
        style("OBang", "Ô bảng", padding, size(sizes.table)),
        style("OBangCuoi", "Ô bảng dòng cuối", KEEP + padding, size(sizes.table)),
        style("Anh", "Ảnh", KEEP + spacing(layout.gaps.picture) + CENTER, size(1)),
        style("ChuThichAnh", "Chú thích ảnh", caption + CENTER, ITALIC + size(sizes.caption)),
        style("OTong", "Ô tổng số", KEEP + padding, BOLD + size(sizes.table)),
    ]


def page_styles(layout: Layout) -> list[str]:
    """Return the looks of margins, section breaks and tags."""
    hair = f'<w:spacing w:before="0" w:after="0" w:line="{HAIR}" w:lineRule="exact"/>'
    address = size(layout.sizes.address)
    line = f'w:val="single" w:sz="{round(layout.rules.weight * 8)}" w:color="000000"'
    rule = f'<w:pBdr><w:top {line} w:space="{round(layout.gaps.address_rule)}"/></w:pBdr>'
    return [
        style("SoTrang", "Số trang", CENTER, size(layout.sizes.page_number)),
        style("ChanTrang", "Dòng cuối trang", CENTER, size(layout.sizes.page_mark)),
        style("DiaChiDau", "Địa chỉ - dòng đầu", rule + spacing(layout.gaps.address), address),
        style("DiaChi", "Địa chỉ", "", address),
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
            f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        )

    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return [
        normal,
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
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    groups = (
        *(body_styles, head_styles, addressee_styles, foot_styles),
        *(annex_styles, page_styles, table_styles),
    )
    own = "".join(item for group in groups for item in group(layout))
    return f"{XML}<w:styles {NAMESPACES}>{defaults}{normal}{own}</w:styles>"
