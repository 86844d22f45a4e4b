"""The palette: how each kind of block looks, in the body and in annexes alike."""

from __future__ import annotations

from generator.render.word_template.markup import cell, paragraph, row, table, tag

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


def palette() -> list[str]:
    """Return the macro that prints blocks."""
    parts = [tag("{%p macro blocks(list) %}"), tag("{%p for b in list %}")]
    for number, (kind, style) in enumerate(BLOCKS):
        condition = "elif" if number else "if"
        parts.append(tag(f"{{%p {condition} b.kind == '{kind}' %}}"))
        parts.append(paragraph(style, "{{ lines(b.lines) }}"))
    parts += [tag("{%p elif b.kind == 'table' %}"), data_table(), tag("{%p endif %}")]
    return [*parts, tag("{%p endfor %}"), tag("{%p endmacro %}")]


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
