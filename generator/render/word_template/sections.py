"""Sections of a paper: pages, margins, numbers from 1 and none on the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.geometry import to_twips
from generator.render.word_template.markup import paragraph

if TYPE_CHECKING:
    from generator.layout import Layout


def section(layout: Layout, *, landscape: bool, references: str = "") -> str:
    """Return the properties of a section: page, margins, numbers from 1, none on its first page."""
    page = layout.page
    margin = page.landscape_margin if landscape else page.margin
    width, height = to_twips(page.width), to_twips(page.height)
    size = (
        f'w:w="{height}" w:h="{width}" w:orient="landscape"' if landscape else f'w:w="{width}" w:h="{height}"'
    )
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{to_twips(margin.top)}" w:right="{to_twips(margin.right)}" '
        f'w:bottom="{to_twips(margin.bottom)}" w:left="{to_twips(margin.left)}" '
        f'w:header="{to_twips(page.number_from_top)}" w:footer="{to_twips(page.mark_from_bottom)}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def reference(part: str, kind: str, id_: str) -> str:
    """Return a reference to a header or footer."""
    return f'<w:{part}Reference w:type="{kind}" r:id="{id_}"/>'


REFERENCES = (
    reference("header", "default", "rId10")
    + reference("header", "first", "rId11")
    + reference("footer", "default", "rId12")
    + reference("footer", "first", "rId13")
)
# The address stands on the first page of the paper, not of its annexes.
WITHOUT_ADDRESS = reference("footer", "first", "rId14")


def section_break(properties: str) -> str:
    """Return the paragraph that ends a section."""
    return paragraph("NgatPhan", "", properties)
