"""A Document with its lines broken and its lengths computed: what both layouts print.

Everything that must be equal in Word and PDF and cannot be left to the two programs is decided here:
the lengths of drawn rules, where titles are broken, the widths of columns, and what of a long nơi
nhận stands beside the signature.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.document import Annex, BlockKind, Paragraph, Run, Table, plain
from generator.measure import MM_PER_POINT, TWIPS_PER_MM, text_width, wrap
from generator.render.columns import SetTable, set_table
from generator.titles import balanced_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.document import Block, Document, Head, Properties, Runs, Signature
    from generator.layout import Layout

MOTTO = "Độc lập - Tự do - Hạnh phúc"
_SLACK = 0.5  # mm: a line may not fill its column to the last hair, programs round differently

Lines: TypeAlias = tuple["Runs", ...]


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph with its label in front; a heading has its level in the outline (none is skipped)."""

    kind: str
    runs: Runs
    level: int = 0


SetBlock: TypeAlias = SetParagraph | SetTable


@dataclass(frozen=True, slots=True)
class SetHead:
    """Boxes 1 to 4 with the lengths of the two rules, mm."""

    superior: Lines
    agency: Lines
    agency_rule: float
    motto_rule: float
    number: Runs
    place_date: Runs


@dataclass(frozen=True, slots=True)
class SetAnnex:
    """An annex with its title and reference broken, its rule in mm, its tables set.

    `page` names its kind of page: two neighbours never have the same, so each is numbered on its own.
    """

    label: str
    title: Lines
    reference: Lines
    rule: float
    blocks: tuple[SetBlock, ...]
    landscape: bool
    page: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole paper, ready to print.

    `recipients` stand beside the signature; `more_recipients`, of a list too long for that, below it.
    """

    head: SetHead
    kind: str
    subject: Lines
    subject_rule: float
    body: tuple[SetBlock, ...]
    recipients: tuple[Runs, ...]
    more_recipients: tuple[Runs, ...]
    signature: Signature
    annexes: tuple[SetAnnex, ...]
    properties: Properties
    draft_mark: str | None
    page_mark: str | None


def set_paper(document: Document, layout: Layout) -> Paper:
    """Compute the geometry of a document."""
    subject = broken(document.subject, layout.titles.width, layout.sizes.subject, bold=True)
    recipients, more = _recipients(document, layout)
    return Paper(
        head=_head(document.head, layout),
        kind=document.kind,
        subject=subject,
        subject_rule=_rule(subject, layout.sizes.subject, layout.rules.subject, bold=True),
        body=_blocks(document.body, layout, landscape=False, level=2),
        recipients=recipients,
        more_recipients=more,
        signature=document.signature,
        annexes=tuple(_annex(annex, index, layout) for index, annex in enumerate(document.annexes)),
        properties=document.properties,
        draft_mark=document.draft_mark,
        page_mark=document.page_mark,
    )


def broken(runs: Runs, width: float, points: float, *, bold: bool = False, italic: bool = False) -> Lines:
    """Break runs into balanced lines; each run keeps its look and its source across the break."""
    lines = balanced_lines(plain(runs), width, points, bold=bold, italic=italic)
    return cut(runs, [len(line) for line in lines])


def cut(runs: Runs, lengths: Sequence[int]) -> Lines:
    """Cut runs into lines of these lengths; the one space between two lines goes."""
    lines: list[Runs] = []
    start = 0
    for length in lengths:
        lines.append(tuple(_between(runs, start, start + length)))
        start += length + 1
    return tuple(lines)


def _between(runs: Runs, start: int, end: int) -> Iterable[Run]:
    position = 0
    for run in runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            yield replace(run, text=text)
        position += len(run.text)


def _width(runs: Runs, points: float, *, bold: bool = False, italic: bool = False) -> float:
    return sum(
        text_width(run.text, points, bold=bold or run.bold, italic=italic or run.italic) for run in runs
    )


def _rule(lines: Lines, points: float, share: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the length in mm of the rule under a text: a share of its last line."""
    return round(_width(lines[-1], points, bold=bold, italic=italic) * share, 2) if lines else 0.0


def _head(head: Head, layout: Layout) -> SetHead:
    """Boxes 1 to 4; a line of the letterhead that is wider than its column is broken again."""
    width, points = layout.head.columns[0] - _SLACK, layout.sizes.agency
    superior = tuple((Run(line),) for text in head.superior for line in balanced_lines(text, width, points))
    agency = tuple(line for runs in head.agency for line in broken(runs, width, points, bold=True))
    return SetHead(
        superior=superior,
        agency=agency,
        agency_rule=_rule(agency, points, layout.rules.agency, bold=True),
        motto_rule=round(text_width(MOTTO, layout.sizes.motto, bold=True) * layout.rules.motto, 2),
        number=head.number,
        place_date=head.place_date,
    )


def _annex(annex: Annex, index: int, layout: Layout) -> SetAnnex:
    sizes, width = layout.sizes, layout.titles.width
    title = tuple((Run(line),) for line in balanced_lines(annex.title, width, sizes.annex_title, bold=True))
    reference = broken(annex.reference, width, sizes.annex_reference, italic=True) if annex.reference else ()
    if reference:
        rule = _rule(reference, sizes.annex_reference, layout.rules.annex, italic=True)
    else:
        rule = _rule(title, sizes.annex_title, layout.rules.annex, bold=True)
    direction = "ngang" if annex.landscape else "doc"
    return SetAnnex(
        label=annex.label,
        title=title,
        reference=reference,
        rule=rule,
        blocks=_blocks(annex.blocks, layout, landscape=annex.landscape, level=3),
        landscape=annex.landscape,
        page=f"{direction}-{index % 2 + 1}",
    )


def _blocks(blocks: Iterable[Block], layout: Layout, *, landscape: bool, level: int) -> tuple[SetBlock, ...]:
    """Set the blocks; `level` is the level of the outermost heading among them."""
    width = text_twips(layout, landscape=landscape)
    result: list[SetBlock] = []
    section = level - 1
    for block in blocks:
        if isinstance(block, Table):
            result.append(set_table(block, layout, width))
            continue
        section = level if block.kind is BlockKind.SECTION else section
        label = (Run(f"{block.label} "),) if block.label else ()
        result.append(SetParagraph(block.kind.value, label + block.runs, _level(block, section)))
    return tuple(result)


def _level(paragraph: Paragraph, section: int) -> int:
    """Return the heading level: a titled clause stands one below the section before it, if any."""
    if paragraph.kind is BlockKind.SECTION:
        return section
    return section + 1 if paragraph.kind is BlockKind.TITLED_CLAUSE else 0


def text_twips(layout: Layout, *, landscape: bool = False) -> int:
    """Return the width of the text area in twips, of page and margins rounded as Word stores them."""
    page = layout.page
    margin = page.landscape_margin if landscape else page.margin
    side = page.height if landscape else page.width
    return to_twips(side) - to_twips(margin.left) - to_twips(margin.right)


def to_twips(mm: float) -> int:
    """Return millimetres as Word's twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def _recipients(document: Document, layout: Layout) -> tuple[tuple[Runs, ...], tuple[Runs, ...]]:
    """Return the recipients beside the signature and those below it.

    A list as tall as `signature.together` stays one block. A longer one would not leave the signature
    in its place: as much as the signature is tall stays beside it, the rest follows and may go on
    overleaf.
    """
    block = layout.signature
    line = layout.sizes.recipients * layout.font.line_height * MM_PER_POINT
    heights = [line * _recipient_lines(item, layout) for item in document.recipients]
    label = layout.sizes.recipients_label * layout.font.line_height * MM_PER_POINT
    if label + sum(heights) <= block.together:
        return document.recipients, ()
    beside, room = 0, _signature_height(document, layout) - label
    while beside < len(heights) and heights[beside] <= room:
        room -= heights[beside]
        beside += 1
    return document.recipients[:beside], document.recipients[beside:]


def _recipient_lines(item: Runs, layout: Layout) -> int:
    return len(wrap(plain(item), layout.signature.columns[0], layout.sizes.recipients))


def _signature_height(document: Document, layout: Layout) -> float:
    signature = document.signature
    lines = len(signature.lines) + 1 + (signature.second_post is not None)
    return lines * layout.sizes.signature * layout.font.line_height * MM_PER_POINT + layout.signature.room
