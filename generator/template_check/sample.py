"""Wholly fictional papers for trying a layout: together they use every name and every kind of block."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.document import (
    Align,
    Annex,
    Bar,
    Bars,
    BlockKind,
    Cell,
    Circulation,
    Document,
    Head,
    Paragraph,
    Picture,
    Properties,
    Run,
    Signature,
    Table,
    Urgency,
)

if TYPE_CHECKING:
    from generator.document import Row, Runs

# A picture of one grey point.
_POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
_LABELS = {
    BlockKind.ARTICLE: "Điều 1.",
    BlockKind.TITLED_ARTICLE: "Điều 2.",
    BlockKind.SECTION: "I.",
    BlockKind.TITLED_CLAUSE: "1.",
    BlockKind.CLAUSE: "2.",
    BlockKind.POINT: "a)",
    BlockKind.LEAD: "b)",
    BlockKind.DASH: "-",
    BlockKind.PLUS: "+",
}
_ANNEX_ONLY = frozenset({BlockKind.UNIT, BlockKind.SOURCE, BlockKind.CLOSING})


def samples() -> tuple[Document, ...]:
    """Return the papers: a notice with all parts and annexes, three công văn, two sets of minutes."""
    urgent = replace(_letter(), urgency=Urgency.URGENT)
    return (_notice(), _letter(), _letter_to_several(), urgent, _minutes(), _minutes_of_three())


def _text(words: str) -> Runs:
    return (Run(words),)


def _paragraph(kind: BlockKind) -> Paragraph:
    words = f"Đoạn mẫu loại {kind.value}, có chữ "
    runs = (Run(words), Run("đậm", bold=True), Run(" và "), Run("nghiêng", italic=True), Run("."))
    return Paragraph(kind, runs, _LABELS.get(kind, ""))


def _body() -> tuple[Paragraph, ...]:
    kinds = [kind for kind in BlockKind if kind not in _ANNEX_ONLY]
    return (*map(_paragraph, kinds), Paragraph(BlockKind.CLOSING, _text("Trên đây là văn bản mẫu./.")))


def _notice() -> Document:
    """Return a notice: kind and subject, every mark, one signature, two annexes, two more as own files."""
    attached, signing = _text("(Kèm theo Thông báo mẫu)"), _text("Số: 1/TB-MAU; giờ 7:00")
    figures = Annex("so-lieu", "Phụ lục I", "BẢNG SỐ LIỆU MẪU", attached, _figures(), landscape=True)
    pictures = Annex("anh", "Phụ lục II", "ẢNH VÀ TỶ LỆ MẪU", (), _pictures())
    alone = replace(figures, id="rieng", label="Phụ lục III", separate=True, signing=signing)
    upright = replace(alone, id="dung", label="Phụ lục IV", landscape=False)
    return Document(
        head=Head(
            superior=("UBND TỈNH MẪU",),
            agency=(_text("VĂN PHÒNG VÍ DỤ"),),
            number=_text("Số: 45/TB-VPVD"),
            place_date=_text("Mẫu, ngày 18 tháng 5 năm 2026"),
        ),
        kind="THÔNG BÁO",
        subject=_text("Kết quả kiểm tra mẫu để thử tệp trình bày"),
        body=_body(),
        recipients=(_text("- Cơ quan nhận mẫu;"), _text("- Lưu: VT, MẪU.")),
        signatures=(_signature("Nguyễn Văn Mẫu", second="CHÁNH VĂN PHÒNG VÍ DỤ"),),
        annexes=(figures, pictures, alone, upright),
        properties=Properties("Thông báo mẫu", "Văn phòng Ví Dụ", "mau/thu", date(2026, 5, 18)),
        draft_mark="DỰ THẢO LẦN 9",
        page_mark="Dòng cuối trang mẫu",
        urgency=Urgency.IMMEDIATE,
        circulation=Circulation.INTERNAL,
        drafter_mark="MM.(09)",
        address=("Số 9, đường Mẫu, tỉnh Ví Dụ", "ĐT: (0999) 000 000"),
    )


def _letter() -> Document:
    """Return a công văn to one: no kind, no subject, V/v under the number."""
    head = replace(_notice().head, superior=(), about=_text("V/v thử tệp trình bày"))
    return replace(
        _notice(),
        head=head,
        kind="",
        subject=(),
        addressees=(_text("Cơ quan được gửi mẫu"),),
        signatures=(_signature("Trần Thị Mẫu"),),
        annexes=(),
        draft_mark=None,
        page_mark=None,
        urgency=Urgency.VERY_URGENT,
        circulation=Circulation.RETURN,
        drafter_mark=None,
        address=(),
    )


def _letter_to_several() -> Document:
    """Return a công văn to several, whose recipients are too many to stand beside the signature."""
    addressees = tuple(_text(f"- Nơi kính gửi mẫu thứ {number};") for number in range(1, 4))
    many = tuple(_text(f"- Nơi nhận mẫu thứ {number};") for number in range(1, 61))
    return replace(_letter(), addressees=addressees, recipients=many, drafter_mark="MM.(60)", urgency=None)


def _minutes() -> Document:
    """Return minutes: no place and date, two signatures."""
    return replace(
        _letter(),
        head=replace(_notice().head, place_date=()),
        kind="BIÊN BẢN",
        subject=_text("Làm việc mẫu"),
        addressees=(),
        signatures=(_signature("Lê Văn Trái"), _signature("Đỗ Thị Phải", second="CHỨC VỤ MẪU PHẢI")),
        urgency=None,
        circulation=None,
    )


def _minutes_of_three() -> Document:
    """Return minutes without a number, of three signatures and without recipients."""
    names = ("Đặng Mẫu Một", "Bùi Mẫu Hai", "Ngô Mẫu Ba")
    head = replace(_minutes().head, number=())
    return replace(_minutes(), head=head, recipients=(), signatures=tuple(map(_signature, names)))


def _signature(name: str, second: str | None = None) -> Signature:
    lines = (_text(f"KT. CHỨC VỤ CỦA {name.upper()}"), _text("PHÓ CHỨC VỤ MẪU"))
    return Signature(lines, _text(name), second)


def _figures() -> tuple[Paragraph | Table, ...]:
    return (_paragraph(BlockKind.UNIT), _table(), _paragraph(BlockKind.SOURCE))


def _table() -> Table:
    head = (Cell(_text("TT"), Align.CENTER, rows=2), Cell(_text("Nhóm cột mẫu"), Align.CENTER, columns=2))
    return Table(
        name="Bảng mẫu",
        shares=(1, 3, 3),
        head=(head, _row("Cột trái mẫu", "Cột phải mẫu"), _row("(1)", "(2)", "(3)=(1)+(2)")),
        body=(_row("01", "Dòng đầu mẫu", "11"), _row("02", "Dòng cuối mẫu", "22")),
        total=(_row("", "Tổng mẫu", "33"),),
    )


def _row(*cells: str) -> Row:
    return tuple(Cell(_text(words)) for words in cells)


def _pictures() -> tuple[Picture | Bars, ...]:
    head = (_text("Đơn vị mẫu"), _text("Tỷ lệ mẫu, %"))
    return (
        Picture(_POINT, "image/png", "Ảnh mẫu", _text("Ảnh 1. Chú thích mẫu"), 60, 40),
        Picture(_POINT, "image/png", "Ảnh mẫu không chú thích", (), 60, 40),
        Bars("Tỷ lệ mẫu", head, (Bar(_text("Xã Mẫu"), _text("77,70"), 0.777),)),
    )
