"""A whole PDF as one SeenPaper."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.reading.pdf.areas import areas, body, section
from generator.reading.pdf.blocks import area_pitch, blocks
from generator.reading.pdf.facts import carried, claim, is_tagged, language
from generator.reading.pdf.fonts import Fonts
from generator.reading.pdf.furniture import furniture
from generator.reading.pdf.joining import stretches
from generator.reading.pdf.limits import TooMuch
from generator.reading.pdf.opening import opened, refused, too_much
from generator.reading.pdf.overleaf import numbered
from generator.reading.pdf.pages import inked_pages
from generator.reading.pdf.sheets import sheet
from generator.reading.pdf.units import mm
from generator.seen import Medium, PdfFacts, Region, Rule, SeenPaper, SeenParagraph, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.reading.pdf.areas import Area
    from generator.reading.pdf.blocks import Block
    from generator.reading.pdf.ink import PageInk
    from generator.reading.pdf.measures import Measures
    from generator.reading.pdf.objects import BoundedDocument
    from generator.reading.pdf.sheets import Sheet
    from generator.seen import Stretch, Unread

_EDGES = frozenset({Region.HEADER, Region.FOOTER})
_LEVEL = 1.5  # pt: lines whose baselines differ less stand in one row


def read_pdf(data: bytes, name: str) -> SeenPaper:
    """Return what a reader sees on a PDF; Refused, with the name of the file, when it cannot be read."""
    return _read(data, name, annotated=False)[1]


def read_visible(data: bytes, name: str) -> tuple[tuple[PageInk, ...], SeenPaper]:
    """Return the ink of each page with what annotations show, and what a reader sees of it all.

    White letters and those under a box or a picture are in the ink and not in the text. Refused like
    `read_pdf`.
    """
    return _read(data, name, annotated=True)


def _read(data: bytes, name: str, *, annotated: bool) -> tuple[tuple[PageInk, ...], SeenPaper]:
    document, pages = opened(data, name)
    fonts = Fonts(document.budget)
    try:
        inks = tuple(inked_pages(document, pages, fonts, annotated=annotated))
        sheets = [sheet(at, _uncovered(ink) if annotated else ink) for at, ink in enumerate(inks, 1)]
        facts = _facts(document, sheets, fonts)
        beside = carried(document, pages)
    except TooMuch as error:
        raise too_much(error, name) from error
    if all(page.width == 0 for page in sheets):
        raise refused("pdf-damaged", name)
    told = beside.union(*(page.told for page in sheets))
    return inks, _paper(sheets, facts, tuple(sorted(told)))


def _uncovered(ink: PageInk) -> PageInk:
    seen = ink.seen()
    return replace(ink, letters=[letter for letter, shown in zip(ink.letters, seen, strict=True) if shown])


def _facts(document: BoundedDocument, sheets: Sequence[Sheet], fonts: Fonts) -> PdfFacts:
    return PdfFacts(
        claim=claim(document),
        tagged=is_tagged(document),
        language=language(document),
        pages_without_text=tuple(page.number for page in sheets if page.unread),
        fonts_missing=tuple(sorted(fonts.missing())),
        restricted=document.encryption is not None,
    )


def _paper(sheets: Sequence[Sheet], facts: PdfFacts, told: tuple[Unread, ...]) -> SeenPaper:
    found = areas(sheets, furniture(sheets))
    pages = [page for area in found for page in blocks(area, area_pitch(area, body(area)))]
    homes = [at for at, area in enumerate(found) for _ in area.sheets]
    entries = [
        (block, at)
        for page, at in zip(numbered(list(zip(sheets, pages, strict=True))), homes, strict=True)
        for block in page
    ]
    rows = [row for area in found for row in _rows(area)]
    return SeenPaper(
        medium=Medium.PDF,
        paragraphs=tuple(_paragraph(number, *entry, rows) for number, entry in enumerate(entries, 1)),
        sections=tuple(section(area) for area in found),
        pages=len(sheets),
        pdf=facts,
        not_read=told,
    )


def _rows(area: Area) -> Iterator[list[float]]:
    """Yield the baselines of the rows of each page, each once, without its head and foot."""
    for page, marks in zip(area.sheets, area.furniture, strict=True):
        heights: list[float] = []
        lines = [line for line in page.lines if marks.region(line) is None]
        for y in sorted(line.y for line in (*lines, *page.cells)):
            if not heights or y - heights[-1] > _LEVEL:
                heights.append(y)
        yield heights


def _paragraph(number: int, block: Block, area: int, rows: Sequence[Sequence[float]]) -> SeenParagraph:
    found = block.measured()
    page = block.lines[0].page
    line = 0 if block.region in _EDGES else bisect_right(rows[page - 1], block.lines[0].y + _LEVEL)
    text = stretches(block.lines, cell=block.cell is not None)
    return SeenParagraph(
        number=number,
        stretches=text,
        region=block.region,
        side=block.column.side,
        page=page,
        line=line,
        section=area,
        cell=block.cell,
        align=found.align,
        first_line=found.first_line,
        left=found.left,
        right=found.right,
        before=found.before,
        line_spacing=found.line_spacing,
        text_width=found.text_width,
        rule=_rule(block, found, text),
    )


def _rule(block: Block, found: Measures, text: tuple[Stretch, ...]) -> Rule | None:
    """Return the rule under the last line; a centred text that is underlined as a whole has one too."""
    last = block.lines[-1]
    whole = all(stretch.underlined for stretch in text if stretch.text.strip())
    if last.rule is None and whole and found.align == "center":
        return Rule(Way.UNDERLINE, mm(last.width), 0.0)
    return last.rule
