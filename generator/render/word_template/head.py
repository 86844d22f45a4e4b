"""The head of a paper: boxes 1 to 5b and 9a, each place with its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.measure import MM_PER_POINT
from generator.render.geometry import to_twips
from generator.render.head import urgency_widths
from generator.render.word_template.markup import (
    cell,
    drawn_rule,
    paragraph,
    row,
    steering_row,
    table,
    tag,
    when,
)

if TYPE_CHECKING:
    from generator.layout import Layout

LOWER = "head.number or head.about or draft_mark or urgency or head.place_date"


def head(layout: Layout) -> list[str]:
    """Return boxes 1 to 5b and 9a: letterhead, national name, number, date, kind, subject, addressees."""
    left, right = head_widths(layout)
    rows = [
        row(cell(left, *issuer(layout)), cell(right, *nation(layout))),
        steering_row([left, right], f"{{%tr if {LOWER} %}}"),
        row(cell(left, *numbered(layout)), cell(right, *dated())),
        steering_row([left, right], "{%tr endif %}"),
    ]
    return [
        *circulation(layout),
        table("KhongKe", [left, right], rows, "Cơ quan ban hành, Quốc hiệu, số và ngày của văn bản"),
        *when("kind", paragraph("TenLoai", "{{ kind }}")),
        *when(
            "subject",
            paragraph("TrichYeu", "{{ lines(subject) }}"),
            drawn_rule(layout, 3, "ke_trich_yeu", 40, "DuongKeTieuDe"),
        ),
        *addressees(),
    ]


def issuer(layout: Layout) -> list[str]:
    """Return box 2."""
    return [
        *when("head.superior", paragraph("CoQuanChuQuan", "{{ lines(head.superior) }}")),
        paragraph("CoQuanBanHanh", "{{ lines(head.agency) }}"),
        drawn_rule(layout, 1, "ke_co_quan", 24),
    ]


def nation(layout: Layout) -> list[str]:
    """Return box 1."""
    return [
        paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
        drawn_rule(layout, 2, "ke_tieu_ngu", 60),
    ]


def circulation(layout: Layout) -> list[str]:
    """Return box 11, above the column of box 1."""
    left, right = layout.head.columns
    side = (right - layout.frames.circulation) / 2
    indents = framed(layout, left + side, side)
    return when("circulation", paragraph("PhamViLuuHanh", "{{ circulation }}", indents))


def urgency(layout: Layout) -> list[str]:
    """Return box 10b: a frame of its own width for each degree."""
    found: list[str] = []
    for degree, width in urgency_widths(layout).items():
        side = (layout.head.columns[0] - width) / 2
        look = paragraph("DoKhan", "{{ urgency }}", framed(layout, side, side))
        found += when(f"urgency == '{degree}'", look)
    return found


def framed(layout: Layout, left: float, right: float) -> str:
    """Return the indents (given in mm) of a framed paragraph; Word draws the border outside of them."""
    border = layout.frames.border * MM_PER_POINT
    return f'<w:ind w:left="{to_twips(left + border)}" w:right="{to_twips(right + border)}"/>'


def numbered(layout: Layout) -> list[str]:
    """Return boxes 3, 5b and 10b and the draft mark."""
    return [
        *when("head.number", paragraph("SoKyHieu", "{{ runs(head.number) }}")),
        *when("head.about", paragraph("TrichYeuCongVan", "{{ lines(head.about) }}")),
        *when("draft_mark", paragraph("DuThao", "{{ draft_mark }}")),
        *urgency(layout),
    ]


def dated() -> list[str]:
    """Return box 4."""
    return when("head.place_date", paragraph("DiaDanh", "{{ runs(head.place_date) }}"))


def addressees() -> list[str]:
    """Return box 9a: one addressee on a centred line, or several below the words Kính gửi."""
    item = paragraph("KinhGuiMuc", "{{ lines(item) }}")
    last = paragraph("KinhGuiCuoi", "{{ lines(item) }}")
    return [
        *when("addressee", paragraph("KinhGui", "{{ lines(addressee) }}")),
        *when(
            "addressees",
            paragraph("KinhGuiNhan", "Kính gửi:"),
            tag("{%p for item in addressees %}"),
            *[tag("{%p if loop.last %}"), last, tag("{%p else %}"), item, tag("{%p endif %}")],
            tag("{%p endfor %}"),
        ),
    ]


def head_widths(layout: Layout) -> tuple[int, int]:
    """Return the two columns of the head in twips; together the width of the text."""
    page = layout.page
    text = to_twips(page.width) - to_twips(page.margin.left) - to_twips(page.margin.right)
    left = to_twips(layout.head.columns[0])
    return left, text - left
