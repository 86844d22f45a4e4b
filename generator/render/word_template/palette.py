"""The palette: how each kind of block looks, in the body and in annexes alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.geometry import to_twips
from generator.render.word_template.markup import (
    cell,
    drawn_bar,
    paragraph,
    row,
    run,
    steering_row,
    table,
    tag,
    when,
)

if TYPE_CHECKING:
    from generator.layout import Layout

UNCUT = "<w:cantSplit/>"
WHOLE = '<w:gridSpan w:val="3"/>'

BLOCKS = (
    ("authority", "ThamQuyen"),
    ("basis", "CanCu"),
    ("decides", "QuyetDinh"),
    ("article", "Dieu"),
    ("titled-article", "DieuCoTen"),
    ("paragraph", "NoiDung"),
    ("section", "Heading1"),
    ("titled-clause", "Heading2"),
    ("clause", "Khoan"),
    ("point", "Diem"),
    ("lead", "DiemDan"),
    ("dash", "GachDauDong"),
    ("plus", "CongDauDong"),
    ("closing", "KetThuc"),
    ("unit", "DonViTinh"),
    ("source", "NguonSoLieu"),
)


def palette(layout: Layout) -> list[str]:
    """Return the macro that prints blocks."""
    parts = [tag("{%p macro blocks(list) %}"), tag("{%p for b in list %}")]
    for number, (kind, style) in enumerate(BLOCKS):
        condition = "elif" if number else "if"
        parts.append(tag(f"{{%p {condition} b.kind == '{kind}' %}}"))
        parts.append(paragraph(style, "{{ lines(b.lines) }}"))
    parts += [tag("{%p elif b.kind == 'table' %}"), data_table()]
    parts += [tag("{%p elif b.kind == 'picture' %}"), *picture()]
    parts += [tag("{%p elif b.kind == 'bars' %}"), bars(layout), tag("{%p endif %}")]
    return [*parts, tag("{%p endfor %}"), tag("{%p endmacro %}")]


def picture() -> list[str]:
    """Return a picture and the caption below it."""
    return [
        paragraph("Anh", "{{ picture(b, shape_number()) }}"),
        *when("b.caption", paragraph("ChuThichAnh", "{{ lines(b.caption) }}")),
    ]


def bars(layout: Layout) -> str:
    """Return the table of rates: what is rated, and a bar with its number behind it."""
    left, right = (to_twips(mm) for mm in layout.bars.columns)
    head = [
        cell(w, paragraph("DauBang", f"{{{{ runs(b.head[{n}]) }}}}")) for n, w in enumerate((left, right))
    ]
    number = run(" {{ runs(bar.number) }}")
    drawn = paragraph("OBang", drawn_bar(layout, 5, "ke_cot", 50) + number)
    rows = [
        row(*head, properties="<w:cantSplit/><w:tblHeader/>"),
        steering_row([left, right], "{%tr for bar in b.bars %}"),
        row(cell(left, paragraph("OBang", "{{ runs(bar.label) }}")), cell(right, drawn), properties=UNCUT),
        steering_row([left, right], "{%tr endfor %}"),
    ]
    return table("BangSoLieu", [left, right], rows, "{{ b.name }}")


def data_table() -> str:
    """Return the table of an annex: its widths come from the data, a row of each look is the pattern."""
    head = "<w:cantSplit/><w:tblHeader/>"
    middle = '<w:vAlign w:val="center"/>'
    rows = [
        *looped("head", "DauBang", "b.size", head, middle),
        *looped("numbers", "SoCot", "b.number_size", head, middle),
        *looped("body", "OBang", "b.size", "<w:cantSplit/>", ""),
        *looped("last", "OBangCuoi", "b.size", "<w:cantSplit/>", ""),
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
        steering(f"{{%tr for row in b.{part} %}}"),
        row(*cells, properties=properties),
        steering("{%tr endfor %}"),
    ]


def steering(text: str) -> str:
    """Return a row that only steers."""
    return row(cell(4000, paragraph("OBang", text), properties=WHOLE))
