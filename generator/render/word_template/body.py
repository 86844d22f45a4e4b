"""The paper itself: head, blocks, foot and annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.word_template.foot import foot
from generator.render.word_template.head import head
from generator.render.word_template.markup import NAMESPACES, XML, drawn_rule, paragraph, tag
from generator.render.word_template.palette import palette
from generator.render.word_template.sections import REFERENCES, WITHOUT_ADDRESS, section, section_break

if TYPE_CHECKING:
    from generator.layout import Layout


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
        section_break(section(layout, landscape=True, references=WITHOUT_ADDRESS)),
        tag("{%p else %}"),
        section_break(section(layout, landscape=False, references=WITHOUT_ADDRESS)),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
    ]


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
