"""The foot of a paper: boxes 7 and 9b, each place with its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.columns import in_twips
from generator.render.geometry import to_twips
from generator.render.word_template.head import head_widths
from generator.render.word_template.markup import cell, paragraph, row, table, tag, when

if TYPE_CHECKING:
    from generator.layout import Layout


DRAFTER_MARK = paragraph("KyHieuNguoiSoan", "{{ drafter_mark }}")


def foot(layout: Layout) -> list[str]:
    """Return boxes 7 and 9b: recipients beside one signature or below the left one; a long list goes on."""
    long = paragraph("NoiNhan", "Nơi nhận:", "<w:keepNext/>")
    return [
        *when("signatures|length == 1", beside(layout)),
        *when("signatures|length == 2", columns(layout, 2)),
        *when("signatures|length == 3", columns(layout, 3)),
        *when("more_recipients and not recipients", long),
        *recipients("more_recipients"),
        *when("drafter_mark and more_recipients", DRAFTER_MARK),
    ]


def beside(layout: Layout) -> str:
    """Return the table of recipients and one signature."""
    left = to_twips(layout.signature.columns[0])
    right = sum(head_widths(layout)) - left
    cells = cell(left, *labelled()), cell(right, *signature("signatures[0]"))
    return table("KhongKe", [left, right], [signed(*cells)], "Nơi nhận và chữ ký")


def columns(layout: Layout, count: int) -> str:
    """Return the table of two or three signatures, in columns of one width."""
    widths = in_twips([1] * count, sum(head_widths(layout)))
    places = [signature(f"signatures[{index}]") for index in range(count)]
    places[0] += labelled()
    cells = [cell(width, *place) for width, place in zip(widths, places, strict=True)]
    return table("KhongKe", list(widths), [signed(*cells)], "Chữ ký")


def signed(*cells: str) -> str:
    """Return a row that stays on one page with the room to sign."""
    return row(*cells, properties="<w:cantSplit/>")


def labelled() -> list[str]:
    """Return box 9b with its label, and box 12."""
    return [
        *when("recipients", paragraph("NoiNhan", "Nơi nhận:"), *recipients("recipients")),
        *when("drafter_mark and not more_recipients", DRAFTER_MARK),
    ]


def recipients(names: str) -> list[str]:
    """Return the items of nơi nhận."""
    item = paragraph("NoiNhanMuc", "{{ runs(item) }}")
    return [tag(f"{{%p for item in {names} %}}"), item, tag("{%p endfor %}")]


def signature(name: str) -> list[str]:
    """Return the paragraphs of one signature."""
    return [
        tag(f"{{%p for line in {name}.lines %}}"),
        tag("{%p if loop.first %}"),
        paragraph("ChucVuDau", "{{ lines(line) }}"),
        tag("{%p else %}"),
        paragraph("ChucVu", "{{ lines(line) }}"),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
        tag(f"{{%p if {name}.second_post %}}"),
        paragraph("ChucVuThuHai", f"{{{{ lines({name}.second_post) }}}}"),
        paragraph("HoTenLien", f"{{{{ lines({name}.name) }}}}"),
        tag("{%p else %}"),
        paragraph("HoTen", f"{{{{ lines({name}.name) }}}}"),
        tag("{%p endif %}"),
    ]
