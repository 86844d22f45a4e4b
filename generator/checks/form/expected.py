"""Our own Document with its layout as a reader will see it: the same rules run before anything is rendered.

Nothing is measured here that the page decides (pages, lines); what the layout decides is taken from it.
A block kind of the document that is not named in `_LOOKS` looks like running text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.checks.form.patterns import MOTTO, NATIONAL_NAME
from generator.document import BlockKind, Cell, Paragraph, Picture, Run, Table, plain
from generator.measure import text_width
from generator.seen import (
    Medium,
    PageNumber,
    Region,
    Rule,
    SeenPaper,
    SeenParagraph,
    SeenSection,
    Side,
    Stretch,
    Way,
)
from generator.titles import balanced_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.document import Annex, Bars, Block, Document, Runs, Signature
    from generator.layout import Layout, Margin

_BLACK = "000000"
_RED = "FF0000"  # the mark of urgency (III.2b), the only colour of a paper
_SIDES = {1: (Side.RIGHT,), 2: (Side.LEFT, Side.RIGHT), 3: (Side.LEFT, Side.MIDDLE, Side.RIGHT)}
_SAME_LINE, _FOOT_LINE = 1, 2  # rows of two boxes: number and date, "Nơi nhận:" and the signature


@dataclass(frozen=True, slots=True)
class _Look:
    """How a component is set: what its style says before the runs add bold and italic."""

    size: float
    bold: bool = False
    italic: bool = False
    align: str = "center"
    first_line: float = 0.0
    before: float = 0.0
    colour: str = _BLACK


# Bold, italic, alignment of the blocks that are not upright and justified.
_LOOKS: dict[str, tuple[bool, bool, str]] = {
    BlockKind.AUTHORITY: (True, False, "center"),
    BlockKind.BASIS: (False, True, "both"),
    BlockKind.DECIDES: (True, False, "center"),
    BlockKind.SECTION: (True, False, "left"),
    BlockKind.TITLED_ARTICLE: (True, False, "left"),
    BlockKind.TITLED_CLAUSE: (True, False, "left"),
    BlockKind.UNIT: (False, True, "right"),
}


def expected_with_sources(document: Document, layout: Layout) -> tuple[SeenPaper, Mapping[int, str]]:
    """Return what a reader will see, and the data path each paragraph's first value comes from.

    The paths are those of `Run.source` ("documents.0.signer.chain"), by the numbers of the paragraphs; text
    of the template has none.
    """
    writing = _Writing(layout)
    body = [
        *writing.head(document),
        *writing.title(document),
        *writing.blocks(document.body, section=0),
        *writing.foot(document),
    ]
    annexes = [
        paragraph
        for index, annex in enumerate(document.annexes, 1)
        for paragraph in writing.annex(annex, section=index)
    ]
    numbered = tuple(replace(one, number=number) for number, one in enumerate((*body, *annexes), 1))
    sources = {number: source for number, source in enumerate(writing.sources, 1) if source}
    return SeenPaper(Medium.DOCUMENT, numbered, tuple(_sections(document, layout))), sources


def _sections(document: Document, layout: Layout) -> Iterator[SeenSection]:
    number = PageNumber("top", "center", layout.sizes.page_number, bold=False, italic=False, on_first=False)
    page = layout.page
    yield SeenSection(page.width, page.height, _sides(page.margin), page_number=number, has_page_number=True)
    for annex in document.annexes:
        wide = annex.landscape
        yield SeenSection(
            width=page.height if wide else page.width,
            height=page.width if wide else page.height,
            margins=_sides(page.landscape_margin if wide else page.margin),
            page_number=number,
            has_page_number=True,
            start=1,
        )


def _sides(margin: Margin) -> tuple[float, float, float, float]:
    return margin.top, margin.right, margin.bottom, margin.left


class _Writing:
    """Components of the document → paragraphs; the number of each is given at the end."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._sizes = layout, layout.sizes
        self.sources: list[str] = []  # of the paragraphs in their order

    def head(self, document: Document) -> Iterator[SeenParagraph]:
        """Yield boxes 1 to 4, row by row as they are printed."""
        head, sizes, rules = document.head, self._sizes, self._layout.rules
        if document.circulation:
            circulation = _Look(sizes.circulation, bold=True)
            yield self._one((Run(document.circulation),), circulation, Side.RIGHT)
        width = self._layout.head.columns[0]
        for text in head.superior:
            yield self._one((Run(text),), _Look(sizes.agency), Side.LEFT)
        yield from self._ruled(head.agency, _Look(sizes.agency, bold=True), Side.LEFT, width, rules.agency)
        name = _Look(sizes.national_name, bold=True)
        yield self._one((Run(NATIONAL_NAME),), name, Side.RIGHT)
        motto = _Look(sizes.motto, bold=True)
        yield from self._ruled([(Run(MOTTO),)], motto, Side.RIGHT, 0, rules.motto)
        yield from self._below_head(document)

    def _below_head(self, document: Document) -> Iterator[SeenParagraph]:
        """Yield the row of number and date with what stands below the number."""
        head, sizes, gaps = document.head, self._sizes, self._layout.gaps
        if head.number:
            number = _Look(sizes.number, before=gaps.number)
            yield replace(self._one(head.number, number, Side.LEFT), line=_SAME_LINE)
        if head.about:
            yield self._one(head.about, _Look(sizes.about, before=gaps.about), Side.LEFT)
        if document.draft_mark:
            yield self._one((Run(document.draft_mark),), _Look(sizes.draft_mark, bold=True), Side.LEFT)
        if document.urgency:
            urgency = _Look(sizes.urgency, bold=True, colour=_RED)
            yield self._one((Run(document.urgency),), urgency, Side.LEFT)
        if head.place_date:
            place = _Look(sizes.place_date, italic=True, before=gaps.number)
            yield replace(self._one(head.place_date, place, Side.RIGHT), line=_SAME_LINE)

    def title(self, document: Document) -> Iterator[SeenParagraph]:
        """Yield boxes 5a and 9a."""
        sizes, layout = self._sizes, self._layout
        if document.kind:
            yield self._one((Run(document.kind),), _Look(sizes.kind, bold=True), Side.FULL)
        if document.subject:
            look, width = _Look(sizes.subject, bold=True), layout.titles.width
            yield from self._ruled([document.subject], look, Side.FULL, width, layout.rules.subject)
        yield from self._addressees(document.addressees)

    def _addressees(self, addressees: tuple[Runs, ...]) -> Iterator[SeenParagraph]:
        """Yield Kính gửi: one addressee on its line, several in a list."""
        size = self._sizes.addressees
        if len(addressees) == 1:
            yield self._one((Run("Kính gửi: "), *addressees[0]), _Look(size), Side.FULL)
        elif addressees:
            left = self._layout.addressees.left
            label = _Look(size, align="both", first_line=left)
            yield self._one((Run("Kính gửi:"),), label, Side.FULL)
            listed = replace(label, first_line=left + text_width("Kính gửi", size))
            for runs in addressees:
                yield self._one(runs, listed, Side.FULL)

    def blocks(self, blocks: Iterable[Block], section: int) -> Iterator[SeenParagraph]:
        """Yield the body, or that of an annex."""
        for index, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                yield replace(self._paragraph(block), section=section)
            else:
                yield from (replace(one, section=section) for one in self._shown(block, index))

    def _shown(self, block: Table | Picture | Bars, index: int) -> Iterator[SeenParagraph]:
        """Yield what is read of a block that is no paragraph: cells, or the caption of a picture."""
        if isinstance(block, Table):
            yield from self._table(block, index)
        elif isinstance(block, Picture):
            yield self._one(block.caption, _Look(self._sizes.caption, italic=True), Side.FULL)
        else:
            rows = (block.head, *((bar.label, bar.number) for bar in block.bars))
            for number, row in enumerate(rows):
                for column, runs in enumerate(row):
                    yield self._cell(Cell(runs), (index, number, column), bold=number == 0)

    def _paragraph(self, block: Paragraph) -> SeenParagraph:
        bold, italic, align = _LOOKS.get(block.kind, (False, False, "both"))
        sizes, body = self._sizes, self._layout.body
        size = {BlockKind.UNIT: sizes.unit, BlockKind.SOURCE: sizes.source}.get(block.kind, sizes.body)
        beside = block.kind in (BlockKind.UNIT, BlockKind.SOURCE)
        first_line = 0.0 if beside or align == "center" else body.first_line
        look = _Look(size, bold, italic, align, first_line, body.space_before)
        bold_label = block.kind is BlockKind.ARTICLE
        label = (Run(f"{block.label} ", bold=bold_label),) if block.label else ()
        return self._one((*label, *block.runs), look, Side.FULL)

    def _table(self, table: Table, index: int) -> Iterator[SeenParagraph]:
        for number, row in enumerate((*table.head, *table.body, *table.total)):
            bold = number < len(table.head) or number >= len(table.head) + len(table.body)
            for column, cell in enumerate(row):
                yield self._cell(cell, (index, number, column), bold=bold)

    def _cell(self, cell: Cell, place: tuple[int, int, int], *, bold: bool) -> SeenParagraph:
        look = _Look(self._sizes.table, bold, align=cell.align.value)
        return replace(self._one(cell.runs, look, Side.FULL), region=Region.CELL, cell=place)

    def foot(self, document: Document) -> Iterator[SeenParagraph]:
        """Yield boxes 9b, 12, 7 and 13; the recipients stand beside or below the first signature."""
        sides = _SIDES[len(document.signatures)]
        signatures = list(zip(document.signatures, sides, strict=True))
        if sides[0] is Side.LEFT:
            yield from self._signature(*signatures.pop(0))
        yield from self._recipients(document)
        for signature, side in signatures:
            yield from self._signature(signature, side)
        for text in document.address:
            address = self._one((Run(text),), _Look(self._sizes.address, align="left"), Side.FULL)
            yield replace(address, region=Region.FOOTER)

    def _recipients(self, document: Document) -> Iterator[SeenParagraph]:
        sizes = self._sizes
        if document.recipients:
            label = _Look(sizes.recipients_label, bold=True, italic=True, align="left")
            yield replace(self._one((Run("Nơi nhận:"),), label, Side.LEFT), line=_FOOT_LINE)
        for runs in document.recipients:
            yield self._one(runs, _Look(sizes.recipients, align="left"), Side.LEFT)
        if document.drafter_mark:
            mark = _Look(sizes.drafter_mark, align="left")
            yield self._one((Run(document.drafter_mark),), mark, Side.LEFT)

    def _signature(self, signature: Signature, side: Side) -> Iterator[SeenParagraph]:
        look = _Look(self._sizes.signature, bold=True)
        second = ((Run(signature.second_post),),) if signature.second_post else ()
        for number, runs in enumerate((*signature.lines, *second, signature.name)):
            yield replace(self._one(runs, look, side), line=0 if number else _FOOT_LINE)

    def annex(self, annex: Annex, section: int) -> Iterator[SeenParagraph]:
        """Yield a Phụ lục with its title lines and its body."""
        sizes, layout = self._sizes, self._layout
        width, share = layout.titles.width, layout.rules.annex
        yield replace(
            self._one((Run(annex.label),), _Look(sizes.annex_label, bold=True), Side.FULL), section=section
        )
        title = _Look(sizes.annex_title, bold=True)
        reference = _Look(sizes.annex_reference, italic=True)
        titled = 0.0 if annex.reference else share
        lines = self._ruled([(Run(annex.title),)], title, Side.FULL, width, titled)
        referred = self._ruled(
            [annex.reference] if annex.reference else [], reference, Side.FULL, width, share
        )
        for one in (*lines, *referred):
            yield replace(one, section=section)
        yield from self.blocks(annex.blocks, section)

    def _ruled(
        self, lines: Iterable[Runs], look: _Look, side: Side, width: float, share: float
    ) -> Iterator[SeenParagraph]:
        """Yield centred lines with a rule under the last: its share of the last line as it will be broken."""
        found = [self._one(runs, look, side) for runs in lines]
        if found and share:
            last = found[-1].text
            broken = (
                balanced_lines(last, width, look.size, bold=look.bold, italic=look.italic)
                if width
                else (last,)
            )
            length = text_width(broken[-1], look.size, bold=look.bold, italic=look.italic)
            rule = Rule(Way.DRAWN, round(length * share, 2), 0.0)
            found[-1] = replace(found[-1], rule=rule, text_width=length)
        yield from found

    def _one(self, runs: Runs, look: _Look, side: Side) -> SeenParagraph:
        self.sources.append(next((run.source for run in runs if run.source and run.source[0] != "="), ""))
        stretches = tuple(self._stretch(run, look) for run in runs if run.text)
        return SeenParagraph(
            number=0,
            stretches=stretches,
            side=side,
            align=look.align,
            first_line=look.first_line,
            left=0.0,
            right=0.0,
            before=look.before,
            after=0.0,
            line_spacing=1.0,
            text_width=text_width(plain(runs), look.size, bold=look.bold, italic=look.italic),
        )

    def _stretch(self, run: Run, look: _Look) -> Stretch:
        return Stretch(
            run.text,
            font=self._layout.font.name,
            size=look.size,
            bold=look.bold or run.bold,
            italic=look.italic or run.italic,
            underlined=False,
            colour=look.colour,
        )
