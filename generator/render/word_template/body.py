"""The paper itself: head, blocks, foot and annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.word_template.foot import foot
from generator.render.word_template.head import head
from generator.render.word_template.markup import NAMESPACES, XML, drawn_rule, paragraph, tag, when
from generator.render.word_template.palette import palette
from generator.render.word_template.sections import REFERENCES, WITHOUT_ADDRESS, section, section_break

if TYPE_CHECKING:
    from generator.layout import Layout


def annex_section(layout: Layout) -> list[str]:
    """Return the section breaks of an annex: lying or upright, in the paper or in a file of its own."""
    found: list[str] = []
    for condition, landscape, references in (
        ("main and annex.landscape", True, WITHOUT_ADDRESS),
        ("main", False, WITHOUT_ADDRESS),
        ("annex.landscape", True, REFERENCES),
        ("annex", False, REFERENCES),
    ):
        found.append(tag(f"{{%p {'elif' if found else 'if'} {condition} %}}"))
        found.append(section_break(section(layout, landscape=landscape, references=references)))
    return [*found, tag("{%p endif %}")]


def annexes(layout: Layout) -> list[str]:
    """Return the loop over the annexes; each ends in its own section break."""
    return [
        tag("{%p for annex in annexes %}"),
        *when("annex.signing", paragraph("ThongTinKySo", "{{ runs(annex.signing) }}")),
        *when("draft_mark and not main", paragraph("DuThaoPhuLuc", "{{ draft_mark }}")),
        paragraph("PhuLuc", "{{ annex.label }}"),
        paragraph("TenPhuLuc", "{{ lines(annex.title) }}"),
        tag("{%p if annex.reference %}"),
        paragraph("KemTheo", "{{ lines(annex.reference) }}"),
        tag("{%p endif %}"),
        drawn_rule(layout, 4, "ke_phu_luc", 40, "DuongKeTieuDe"),
        tag("{{p blocks(annex.blocks) }}"),
        *annex_section(layout),
        tag("{%p endfor %}"),
    ]


def paper(layout: Layout) -> list[str]:
    """Return the paper without its annexes."""
    return [
        *head(layout),
        tag("{{p blocks(body) }}"),
        *foot(layout),
        section_break(section(layout, landscape=False, references=REFERENCES)),
    ]


def document(layout: Layout) -> str:
    """Return word/document.xml."""
    body = [
        *palette(layout),
        *when("main", *paper(layout)),
        *annexes(layout),
        section(layout, landscape=False),
    ]
    return f"{XML}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"
