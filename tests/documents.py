"""Documents to render in tests: wholly fictional papers, as the composer would make them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.document import (
    Align,
    Annex,
    Block,
    BlockKind,
    Cell,
    Document,
    Head,
    Paragraph,
    Properties,
    Row,
    Run,
    Runs,
    Signature,
    Table,
)

DATA = Path(__file__).parent / "data"
GAP = "\u00a0" * 6


def text(words: str, *, bold: bool = False, italic: bool = False) -> Runs:
    return (Run(words, bold=bold, italic=italic),)


def blank(spaces: int = 6) -> Run:
    return Run("\u00a0" * spaces, blank=True)


def paragraph(line: str) -> Paragraph:
    """One line of a data file: a title stands between stars, a label begins the line."""
    title = line.startswith("*")
    words = line.strip("*")
    for kind, pattern in (
        (BlockKind.SECTION if title else None, r"([IVX]+\.) (.*)"),
        (BlockKind.TITLED_ARTICLE if title else BlockKind.ARTICLE, r"(Điều \d+\.) (.*)"),
        (BlockKind.AUTHORITY, r"(@) (.*)"),
        (BlockKind.DECIDES, r"(=>) (.*)"),
        (BlockKind.BASIS, r"(>) (.*)"),
        (BlockKind.TITLED_CLAUSE if title else BlockKind.CLAUSE, r"(\d+\.) (.*)"),
        (BlockKind.POINT, r"([a-zđ]\)) (.*)"),
        (BlockKind.DASH, r"(-) (.*)"),
        (BlockKind.PLUS, r"(\+) (.*)"),
    ):
        match = re.fullmatch(pattern, words)
        if kind and match:
            return Paragraph(kind, text(match[2]), "" if match[1] in {"@", "=>", ">"} else match[1])
    kind = BlockKind.CLOSING if words.endswith("./.") else BlockKind.PARAGRAPH
    return Paragraph(kind, text(words))


def paragraphs(name: str) -> tuple[Block, ...]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return tuple(paragraph(line) for line in lines)


def row(*cells: str, align: str = "") -> Row:
    sides = {"l": Align.LEFT, "c": Align.CENTER, "r": Align.RIGHT}
    return tuple(Cell(text(words), sides[side]) for words, side in zip(cells, align, strict=True))


def spanning(words: str, *, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text(words), Align.CENTER, columns, rows)


def figures_table() -> Table:
    head = (
        (
            spanning("TT", rows=2),
            spanning("Đơn vị", rows=2),
            spanning("Tiếp nhận", columns=4),
            spanning("Đã giải quyết", columns=4),
            spanning("Đang giải quyết", columns=3),
        ),
        tuple(
            spanning(words)
            for words in (
                "Tổng số",
                "Trực tuyến",
                "Trực tiếp, bưu chính công ích",
                "Từ kỳ trước chuyển sang",
                "Tổng số",
                "Trước hạn",
                "Đúng hạn",
                "Quá hạn",
                "Tổng số",
                "Trong hạn",
                "Quá hạn",
            )
        ),
        tuple(
            spanning(words)
            for words in (
                *("(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)"),
                *("(10)", "(11)=(12)+(13)", "(12)", "(13)"),
            )
        ),
    )
    side = "cl" + "r" * 11
    body = (
        row(
            *[
                "1",
                "UBND xã Ví Dụ A",
                "4.295",
                "3.812",
                "446",
                "37",
                "4.235",
                "2.976",
                "1.247",
                "12",
                "60",
                "58",
                "2",
            ],
            align=side,
        ),
        row(
            *[
                "2",
                "UBND xã Ví Dụ B",
                "3.624",
                "2.654",
                "918",
                "52",
                "3.537",
                "1.893",
                "1.603",
                "41",
                "87",
                "79",
                "8",
            ],
            align=side,
        ),
        row(
            *[
                "3",
                "UBND xã Ví Dụ C",
                "5.543",
                "5.107",
                "372",
                "64",
                "5.461",
                "3.744",
                "1.690",
                "27",
                "82",
                "78",
                "4",
            ],
            align=side,
        ),
    )
    figures = ["13.462", "11.573", "1.736", "153", "13.233", "8.613", "4.540", "80", "229", "215", "14"]
    total = ((Cell(text("Tổng số"), Align.CENTER, 2), *(Cell(text(n), Align.RIGHT) for n in figures)),)
    return Table("Số lượng hồ sơ", (3, 13, *(6.5,) * 11), head, body, total)


def rates_table() -> Table:
    head = (
        tuple(
            spanning(words)
            for words in (
                "TT",
                "Đơn vị",
                "Giải quyết trước hạn (8)/(7)",
                "Giải quyết đúng hạn (9)/(7)",
                "Giải quyết quá hạn (10)/(7)",
                "Tiếp nhận trực tuyến (4)/[(4)+(5)]",
            )
        ),
    )
    body = (
        row("1", "UBND xã Ví Dụ A", "70,27", "29,45", "0,28", "89,53", align="clrrrr"),
        row("2", "UBND xã Ví Dụ B", "53,52", "45,32", "1,16", "74,30", align="clrrrr"),
        row("3", "UBND xã Ví Dụ C", "68,56", "30,95", "0,49", "93,21", align="clrrrr"),
    )
    rates = ("65,09", "34,31", "0,60", "86,96")
    total = ((Cell(text("Tổng số"), Align.CENTER, 2), *(Cell(text(n), Align.RIGHT) for n in rates)),)
    return Table("Tỷ lệ giải quyết hồ sơ", (3, 14, 12, 12, 12, 12), head, body, total)


def duties_table() -> Table:
    names = (
        "TT|Nội dung yêu cầu, kiến nghị|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời hạn hoàn thành"
        "|Căn cứ tại Thông báo"
    )
    lines = (DATA / "kien-nghi.txt").read_text(encoding="utf-8").splitlines()
    head = (
        tuple(spanning(words) for words in names.split("|")),
        tuple(spanning(f"({number})") for number in range(1, 8)),
    )
    body = tuple(row(*(part.strip() for part in line.split("|")), align="cllllll") for line in lines)
    return Table("Danh mục yêu cầu, kiến nghị", (2, 16, 8, 8, 9, 8, 7), head, body)


REFERENCE = text("(Kèm theo Thông báo số 45/TB-UBND ngày 18 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Mẫu)")
FIGURES_SOURCE = (
    "Nguồn số liệu: Báo cáo số 118/BC-UBND ngày 03/4/2026 của UBND xã Ví Dụ A, Báo cáo số 96/BC-UBND ngày "
    "03/4/2026 của UBND xã Ví Dụ B, Báo cáo số 131/BC-UBND ngày 06/4/2026 của UBND xã Ví Dụ C, đã đối chiếu "
    "với Hệ thống thông tin giải quyết TTHC tỉnh; thời điểm chốt số liệu: ngày 31/3/2026./."
)


def figures_annex() -> Annex:
    return Annex(
        id="so-lieu",
        label="Phụ lục I",
        title=("SỐ LIỆU TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH TỪ NGÀY 01/7/2025 ĐẾN NGÀY 31/3/2026"),
        reference=REFERENCE,
        blocks=(
            Paragraph(BlockKind.TITLED_CLAUSE, text("Số lượng hồ sơ"), "1."),
            Paragraph(BlockKind.UNIT, text("Đơn vị tính: hồ sơ")),
            figures_table(),
            Paragraph(BlockKind.TITLED_CLAUSE, text("Tỷ lệ"), "2."),
            Paragraph(BlockKind.UNIT, text("Đơn vị tính: %")),
            rates_table(),
            Paragraph(BlockKind.SOURCE, text(FIGURES_SOURCE)),
        ),
        landscape=True,
    )


def duties_annex(*, landscape: bool = True) -> Annex:
    return Annex(
        id="kien-nghi",
        label="Phụ lục II",
        title="DANH MỤC YÊU CẦU, KIẾN NGHỊ VÀ THỜI HẠN THỰC HIỆN",
        reference=REFERENCE,
        blocks=(duties_table(), Paragraph(BlockKind.SOURCE, text("Danh mục gồm 15 nội dung./."))),
        landscape=landscape,
    )


def rows_annex(rows: int, *, total: bool) -> Annex:
    """The duties with short rows, to end a page where one wants it."""
    lines = tuple(
        row(str(number), "Nội dung", "a", "b", "c", "d", "e", align="cllllll") for number in range(rows)
    )
    sums = ((Cell(text("Tổng số"), Align.CENTER, 7),),) if total else ()
    table = replace(duties_table(), body=lines, total=sums)
    annex = duties_annex()
    return replace(annex, blocks=(table, annex.blocks[-1]))


RECIPIENTS = tuple(
    text(words)
    for words in (
        "- Bộ Tư pháp (b/c);",
        "- Thường trực Tỉnh ủy, Thường trực HĐND tỉnh (b/c);",
        "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
        "- UBND các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C (để t/h);",
        "- Các sở: Khoa học và Công nghệ, Nông nghiệp và Môi trường, Nội vụ (để t/h);",
        "- Chánh Văn phòng, các Phó Chánh Văn phòng UBND tỉnh (để t/h);",
        "- Các thành viên Đoàn kiểm tra;",
        "- Cổng Thông tin điện tử tỉnh (đăng tải);",
        "- Lưu: VT, VP(KSTT).",
    )
)
SUBJECT = (
    "Kết luận kiểm tra việc thực hiện công tác kiểm soát thủ tục hành chính, triển khai cơ chế một cửa, "
    "một cửa liên thông tại Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C"
)


def notice() -> Document:
    """The whole sample: thông báo kết luận kiểm tra with both annexes."""
    return Document(
        head=Head(
            superior=(),
            agency=(text("ỦY BAN NHÂN DÂN"), text("TỈNH MẪU")),
            number=text("Số: 45/TB-UBND"),
            place_date=text("Mẫu, ngày 18 tháng 5 năm 2026"),
        ),
        kind="THÔNG BÁO",
        subject=text(SUBJECT),
        body=paragraphs("thong-bao.txt"),
        recipients=RECIPIENTS,
        signatures=(Signature((text("TL. CHỦ TỊCH"), text("CHÁNH VĂN PHÒNG")), text("Nguyễn Văn A")),),
        annexes=(figures_annex(), duties_annex()),
        properties=Properties(
            title=f"Thông báo: {SUBJECT}",
            creator="Ủy ban nhân dân tỉnh Mẫu",
            identifier="45/TB-UBND",
            date=date(2026, 5, 18),
        ),
    )


def short_notice() -> Document:
    """One page: a heading, a paragraph with every look, a closing paragraph."""
    body = (
        Paragraph(
            BlockKind.BASIS, text("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
        ),
        Paragraph(BlockKind.SECTION, text("KẾT QUẢ ĐẠT ĐƯỢC"), "I."),
        Paragraph(BlockKind.TITLED_CLAUSE, text("Công khai thủ tục hành chính"), "1."),
        Paragraph(
            BlockKind.PARAGRAPH,
            (
                Run("Thực hiện Quyết định số "),
                Run("1431/QĐ-UBND", source="decision.number"),
                Run(" của "),
                Run("Công ty A & B <x>", bold=True),
                Run(" và "),
                Run("'nghiêng' \"kép\"", italic=True),
                Run(", "),
                Run("cả hai", bold=True, italic=True),
                Run(" {{ 7*7 }} {% for %} ngày "),
                blank(),
                Run("."),
            ),
        ),
        Paragraph(BlockKind.CLAUSE, text("Khoản không có tên."), "1."),
        Paragraph(BlockKind.POINT, text("Điểm thứ nhất."), "a)"),
        Paragraph(BlockKind.DASH, text("Gạch đầu dòng."), "-"),
        Paragraph(BlockKind.PLUS, text("Cộng đầu dòng."), "+"),
        Paragraph(BlockKind.CLOSING, text("Trên đây là kết luận kiểm tra để các đơn vị biết, thực hiện./.")),
    )
    return replace(notice(), body=body, annexes=())


def press_notice() -> Document:
    """A reconstruction from the press: long letterhead, unknown issuer and dates, many recipients."""
    unknown = (Run("Số: "), blank(8), Run("/TB-"), blank(10))
    many = tuple(
        text(f"- Ủy ban nhân dân xã Ví Dụ {number} (để thực hiện, báo cáo kết quả);") for number in range(58)
    )
    reference = (Run("(Kèm theo Thông báo số "), blank(8), Run("/TB-"), blank(8), Run(" ngày "), blank(4))
    reference += (Run(" tháng "), blank(4), Run(" năm 2021 của "), blank(20), Run(")"))
    first = replace(figures_annex(), reference=reference)
    second = replace(duties_annex(landscape=False), reference=reference)
    third = replace(second, id="thu-ba", label="Phụ lục III")
    fourth = replace(third, id="thu-tu", label="Phụ lục IV")
    return replace(
        notice(),
        head=Head(
            superior=("ỦY BAN NHÂN DÂN TỈNH VÍ DỤ MẪU",),
            agency=((blank(30),), text("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG")),
            number=unknown,
            place_date=(blank(10), Run(", ngày "), blank(4), Run(" tháng 10 năm 2021")),
        ),
        body=paragraphs("thong-bao.txt")[:9] + paragraphs("thong-bao.txt")[-2:],
        recipients=(*many, text("- Lưu: VT, KSTT.")),
        signatures=(
            Signature(
                (text("TL. CHỦ TỊCH"), text("KT. CHÁNH VĂN PHÒNG"), text("PHÓ CHÁNH VĂN PHÒNG")),
                (blank(24),),
                second_post="TRƯỞNG ĐOÀN KIỂM TRA",
            ),
        ),
        annexes=(first, second, third, fourth),
        draft_mark="DỰ THẢO",
        page_mark="Dựng lại từ thông tin báo chí để minh họa; không phải văn bản của cơ quan nào",
        properties=Properties(
            title="Thông báo dựng lại", creator="", identifier="chi-lang-huu-lung-2021", date=None
        ),
    )
