"""Finished papers for tests: clean ones of each kind, and small changes that break one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from generator.checks.form.expected import expected_with_sources
from generator.document import Document, Run
from generator.layout import Layout, load_layout
from generator.measure import text_width
from generator.seen import (
    Medium,
    PageNumber,
    Region,
    Rule,
    SeenPaper,
    SeenParagraph,
    SeenSection,
    Side,
    Stretch,
    Way,
)
from tests.inspections import ROOT, composed, sample

Change = Callable[[SeenPaper], SeenPaper]


@cache
def layout() -> Layout:
    return load_layout(ROOT / "templates" / "_layout" / "layout.yaml")


def expected_paper(document: Document, by: Layout) -> SeenPaper:
    """What a reader will see of a document."""
    return expected_with_sources(document, by)[0]


@cache
def notice() -> SeenPaper:
    """Our own notice of 2026 with its two annexes, signed and dated."""
    document = composed(sample()).document
    assert document is not None
    head = replace(
        document.head,
        number=(Run("Số: 45/TB-UBND"),),
        place_date=(Run("Mẫu, ngày 18 tháng 5 năm 2026"),),
    )
    return expected_paper(replace(document, head=head, draft_mark=None), layout())


# --- papers of other offices, as a Word file shows them -----------------------------------------------------


def line(  # noqa: PLR0913 - a paragraph has that many looks
    text: str,
    side: Side = Side.FULL,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: str | None = None,
    rule: float = 0,
    **more: Any,
) -> SeenParagraph:
    """A paragraph; `rule` is the length of the line under it as a share of its text."""
    running = side is Side.FULL and align is None
    width = text_width(text, size, bold=bold, italic=italic)
    stretch = Stretch(text, "Times New Roman", size, bold, italic, underlined=False, colour="000000")
    looks: dict[str, Any] = {
        "align": align or ("both" if running else "center"),
        "first_line": 12.7 if running else 0.0,
        "before": 6.0 if running else 0.0,
        "rule": Rule(Way.DRAWN, width * rule, 0.0) if rule else None,
        "text_width": width,
    }
    fixed = {"left": 0.0, "right": 0.0, "after": 0.0, "line_spacing": 1.0}
    return SeenParagraph(0, (stretch,), side=side, **(fixed | looks | more))


def titled(label: str, text: str) -> SeenParagraph:
    """A paragraph with its label in bold: "Điều 1."."""
    one = line(text)
    return replace(one, stretches=(replace(one.stretches[0], text=label, bold=True), *one.stretches))


def heading(text: str) -> SeenParagraph:
    """The title of a mục or khoản."""
    return line(text, bold=True, align="left", first_line=12.7, before=6.0)


def word(*paragraphs: SeenParagraph) -> SeenPaper:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(paragraphs, 1))
    number = PageNumber("top", "center", 14, bold=False, italic=False, on_first=False)
    section = SeenSection(210, 297, (20, 20, 20, 30), page_number=number, has_page_number=True)
    return SeenPaper(Medium.WORD, numbered, (section,), pages=2)


def head(number: str, *superior: str, agency: str = "SỞ TƯ PHÁP") -> list[SeenParagraph]:
    return [
        *(line(text, Side.LEFT, size=13) for text in superior),
        line(agency, Side.LEFT, size=13, bold=True, rule=0.42),
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Side.RIGHT, size=13, bold=True),
        line("Độc lập - Tự do - Hạnh phúc", Side.RIGHT, bold=True, rule=1),
        line(number, Side.LEFT, size=13, line=5, page=1),
        line("Mẫu, ngày 05 tháng 01 năm 2026", Side.RIGHT, italic=True, line=5, page=1),
    ]


def title(kind: str, subject: str) -> list[SeenParagraph]:
    return [
        line(kind, bold=True, align="center"),
        line(subject, bold=True, align="center", rule=0.4),
    ]


def foot(first: str, *posts: str) -> list[SeenParagraph]:
    return [
        line("Nơi nhận:", Side.LEFT, size=12, bold=True, italic=True, align="left", line=3, page=2),
        line(first, Side.LEFT, size=11, align="left"),
        line("- UBND các xã, phường;", Side.LEFT, size=11, align="left"),
        line("- Lưu: VT, KSTT.", Side.LEFT, size=11, align="left"),
        *(line(post, Side.RIGHT, bold=True, line=3 + n, page=2) for n, post in enumerate(posts)),
        line("Trần Thị B", Side.RIGHT, bold=True),
    ]


@cache
def decision() -> SeenPaper:
    return word(
        *head("Số: 61/QĐ-STP", "UBND TỈNH MẪU"),
        *title("QUYẾT ĐỊNH", "Về việc thành lập Đoàn kiểm tra công tác kiểm soát thủ tục hành chính"),
        line("GIÁM ĐỐC SỞ TƯ PHÁP", bold=True, align="center"),
        line("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True),
        line("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ;", italic=True),
        line("Theo đề nghị của Trưởng phòng Kiểm soát thủ tục hành chính.", italic=True),
        line("QUYẾT ĐỊNH:", bold=True, align="center"),
        titled("Điều 1. ", "Thành lập Đoàn kiểm tra, gồm:"),
        line("1. Ông Nguyễn Văn A, Trưởng đoàn;"),
        line("2. Bà Trần Thị C, thành viên."),
        titled("Điều 2. ", "Đoàn kiểm tra có nhiệm vụ:"),
        line("a) Kiểm tra theo kế hoạch;"),
        line("b) Báo cáo kết quả theo khoản 2 Điều 13 của Quy chế."),
        titled("Điều 3. ", "Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
        *foot("- Như Điều 3;", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    )


@cache
def letter() -> SeenPaper:
    paper = word(
        *head("Số: 05/STP-KSTT", "UBND TỈNH MẪU")[:-1],
        line("V/v đôn đốc thực hiện Thông báo số 45/TB-UBND", Side.LEFT, size=12, before=6.0),
        head("")[-1],
        line("Kính gửi:", align="left", first_line=35.0),
        line("- Ủy ban nhân dân xã Ví Dụ A;", align="left", first_line=53.0),
        line("- Ủy ban nhân dân xã Ví Dụ B.", align="left", first_line=53.0),
        line(
            "Thực hiện Thông báo số 45/TB-UBND ngày 18/5/2026 của Ủy ban nhân dân tỉnh Mẫu, Sở Tư pháp"
            " đề nghị các đơn vị báo cáo kết quả trước ngày 30/6/2026."
        ),
        line("Sở Tư pháp đề nghị các đơn vị thực hiện./."),
        *foot("- Như trên;", "GIÁM ĐỐC"),
        line("PL.(30)", Side.LEFT, size=11, align="left"),
        line(
            "Số 1 đường Mẫu; ĐT: 0205.000.000; Website: stp.mau.gov.vn",
            size=11,
            region=Region.FOOTER,
            page=1,
        ),
    )
    stamp = line("KHẨN", Side.LEFT, size=13, bold=True)
    return _numbered(replace(paper, paragraphs=(*paper.paragraphs[:7], stamp, *paper.paragraphs[7:])))


@cache
def minutes() -> SeenPaper:
    return word(
        *head("Số: 03/BB-ĐKT", "SỞ TƯ PHÁP", agency="ĐOÀN KIỂM TRA")[:-1],
        *title("BIÊN BẢN", "Kiểm tra công tác kiểm soát thủ tục hành chính"),
        heading("I. THÀNH PHẦN"),
        heading("1. Đoàn kiểm tra"),
        line("Ông Nguyễn Văn A, Trưởng đoàn."),
        heading("2. Đơn vị được kiểm tra"),
        line("Bà Trần Thị C, Chủ tịch Ủy ban nhân dân xã."),
        heading("II. NỘI DUNG"),
        line("Biên bản lập thành 02 bản, mỗi bên giữ 01 bản./."),
        line("ĐẠI DIỆN ĐƠN VỊ", Side.LEFT, bold=True),
        line("Trần Thị C", Side.LEFT, bold=True),
        line("TRƯỞNG ĐOÀN", Side.RIGHT, bold=True),
        line("Nguyễn Văn A", Side.RIGHT, bold=True),
    )


@cache
def regulation() -> SeenPaper:
    """What a decision issues: chapters and articles with titles, no number and no recipients."""
    left, right = head("Số: 1/QĐ")[0], head("Số: 1/QĐ")[1:3]
    return word(
        left,
        *right,
        *title("QUY CHẾ", "Tiếp nhận hồ sơ thủ tục hành chính"),
        line(
            "(Kèm theo Quyết định số 61/QĐ-STP ngày 05 tháng 01 năm 2026 của Sở Tư pháp)",
            italic=True,
            align="center",
        ),
        line("Chương I", bold=True, align="center"),
        line("QUY ĐỊNH CHUNG", bold=True, align="center"),
        line("Mục 1", bold=True, align="center"),
        line("PHẠM VI", bold=True, align="center"),
        line("Điều 1. Phạm vi điều chỉnh", bold=True),
        line("Quy chế này quy định việc tiếp nhận hồ sơ."),
        line("Điều 2. Đối tượng áp dụng", bold=True),
        line("Các phòng thuộc Sở./."),
    )


# --- small changes ---------------------------------------------------------------------------------------


def _numbered(paper: SeenPaper) -> SeenPaper:
    paragraphs = (replace(one, number=number) for number, one in enumerate(paper.paragraphs, 1))
    return replace(paper, paragraphs=tuple(paragraphs))


def _at(paper: SeenPaper, start: str) -> int:
    return next(i for i, one in enumerate(paper.paragraphs) if one.words.startswith(start))


def _put(paper: SeenPaper, index: int, *new: SeenParagraph, over: int = 1) -> SeenPaper:
    paragraphs = (*paper.paragraphs[:index], *new, *paper.paragraphs[index + over :])
    return _numbered(replace(paper, paragraphs=paragraphs))


def say(start: str, text: str) -> Change:
    """The paragraph that begins so says this instead, in the look of its first stretch."""

    def change(paper: SeenPaper) -> SeenPaper:
        index = _at(paper, start)
        one = paper.paragraphs[index]
        first = replace(one.stretches[0], text=text)
        return _put(paper, index, replace(one, stretches=(first,)))

    return change


def swap(old: str, new: str) -> Change:
    """The words `old` become `new`, wherever they first stand."""

    def change(paper: SeenPaper) -> SeenPaper:
        index = next(i for i, one in enumerate(paper.paragraphs) if any(old in s.text for s in one.stretches))
        one = paper.paragraphs[index]
        stretches = tuple(replace(stretch, text=stretch.text.replace(old, new)) for stretch in one.stretches)
        return _put(paper, index, replace(one, stretches=stretches))

    return change


def look(start: str, **changes: Any) -> Change:
    """The letters of the paragraph that begins so look like this."""

    def change(paper: SeenPaper) -> SeenPaper:
        index = _at(paper, start)
        one = paper.paragraphs[index]
        return _put(paper, index, replace(one, stretches=tuple(replace(s, **changes) for s in one.stretches)))

    return change


def form(start: str, **changes: Any) -> Change:
    """The paragraph that begins so is set like this."""

    def change(paper: SeenPaper) -> SeenPaper:
        index = _at(paper, start)
        return _put(paper, index, replace(paper.paragraphs[index], **changes))

    return change


def drop(start: str) -> Change:
    """The paragraph that begins so is not there."""
    return lambda paper: _put(paper, _at(paper, start))


def after(start: str, *new: SeenParagraph) -> Change:
    """More paragraphs stand after the one that begins so."""
    return lambda paper: _put(paper, _at(paper, start) + 1, *new, over=0)


def sections(**changes: Any) -> Change:
    """Every section is like this."""
    return lambda paper: replace(
        paper, sections=tuple(replace(section, **changes) for section in paper.sections)
    )


def numbers(**changes: Any) -> Change:
    """The page numbers of every section are like this."""

    def change(paper: SeenPaper) -> SeenPaper:
        new = tuple(
            replace(section, page_number=replace(section.page_number, **changes))
            for section in paper.sections
            if section.page_number is not None
        )
        return replace(paper, sections=new)

    return change


def several(*changes: Change) -> Change:
    """One change after another."""

    def change(paper: SeenPaper) -> SeenPaper:
        for one in changes:
            paper = one(paper)
        return paper

    return change
