"""The foot of a paper: boxes 7 and 9b, each place with its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.geometry import to_twips
from generator.render.word_template.head import head_widths
from generator.render.word_template.markup import cell, paragraph, row, table, tag

if TYPE_CHECKING:
    from generator.layout import Layout


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
