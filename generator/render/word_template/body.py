"""The paper itself: head, blocks, foot and annexes, each place with its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.geometry import to_twips
from generator.render.word_template.markup import (
    NAMESPACES,
    XML,
    cell,
    drawn_rule,
    paragraph,
    row,
    table,
    tag,
)
from generator.render.word_template.palette import palette
from generator.render.word_template.sections import REFERENCES, section, section_break

if TYPE_CHECKING:
    from generator.layout import Layout


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
