"""The maker of ``so-dang-ky.docx``: the register of outgoing papers as a book (NĐ 30/2020, PL IV, I).

A cover lying on its side, and after it the pages of the table. Styles are those of papers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.office_package import pack
from generator.render.word_template.markup import NAMESPACES, XML, drawn_rule, paragraph, tag, when
from generator.render.word_template.package import parts
from generator.render.word_template.palette import palette
from generator.render.word_template.sections import REFERENCES, WITHOUT_ADDRESS, section, section_break
from generator.render.word_template.styles import CENTER, size, spacing

if TYPE_CHECKING:
    from generator.layout import Layout

TITLE = 24  # points, the name of the book on its cover
ABOVE, BELOW, LINE = 110, 12, 10  # points: above and below that name, above each line under it


def cover(layout: Layout) -> list[str]:
    """Return the cover: the agency, the name of the book, and its lines."""
    name = f'<w:r><w:rPr>{size(TITLE)}</w:rPr><w:t xml:space="preserve">{{{{ kind }}}}</w:t></w:r>'
    line = paragraph("Normal", "{{ lines(b.lines) }}", spacing(LINE) + CENTER)
    return [
        *when("head.superior", paragraph("CoQuanChuQuan", "{{ lines(head.superior) }}")),
        paragraph("CoQuanBanHanh", "{{ lines(head.agency) }}"),
        drawn_rule(layout, 1, "ke_co_quan", 24),
        paragraph("TenLoai", name, spacing(ABOVE, BELOW)),
        tag("{%p for b in body %}"),
        line,
        tag("{%p endfor %}"),
        section_break(section(layout, landscape=True, references=REFERENCES)),
    ]


def pages(layout: Layout) -> list[str]:
    """Return the tables, each in a section of its own."""
    return [
        tag("{%p for annex in annexes %}"),
        tag("{{p blocks(annex.blocks) }}"),
        section_break(section(layout, landscape=True, references=WITHOUT_ADDRESS)),
        tag("{%p endfor %}"),
    ]


def document(layout: Layout) -> str:
    """Return word/document.xml."""
    body = [*palette(layout), *cover(layout), *pages(layout), section(layout, landscape=True)]
    return f"{XML}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"


def make_book(layout: Layout) -> bytes:
    """Return the layout file."""
    return pack({**parts(layout), "word/document.xml": document(layout).encode()})
