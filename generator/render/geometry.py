"""A Document with its lines broken and its lengths computed: what both layouts print.

Everything that must be equal in Word and PDF and cannot be left to the two programs is decided here:
the lengths of drawn rules, where titles are broken, the widths of columns, and what of a long nơi
nhận stands beside the signature.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.document import Annex, Bars, BlockKind, Paragraph, Picture, Run, Table, plain
from generator.measure import TWIPS_PER_MM
from generator.render.columns import SetTable, set_table
from generator.render.foot import SetAddress, SetSignature, set_address, set_foot
from generator.render.head import SetHead, listed_addressees, only_addressee, set_head, urgency_widths
from generator.render.lines import broken, rule_length
from generator.render.pictures import SetBars, SetPicture, set_bars, set_picture
from generator.render.remembered import remembering_last
from generator.titles import balanced_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.document import Block, Document, Properties, Runs
    from generator.layout import Layout
    from generator.render.lines import Lines


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph with its label in front; a heading has its level in the outline (none is skipped).

    `lines` are the same runs, of a centred paragraph broken like a title.
    """

    kind: str
    runs: Runs
    lines: Lines
    level: int = 0


SetBlock: TypeAlias = SetParagraph | SetTable | SetPicture | SetBars


@dataclass(frozen=True, slots=True)
class SetAnnex:
    """An annex with its title and reference broken, its rule in mm, its tables set; its label is a heading.

    `page` names its kind of page: two neighbours never have the same, so each is numbered on its own.
    """

    label: str
    title: Lines
    reference: Lines
    rule: float
    blocks: tuple[SetBlock, ...]
    landscape: bool
    page: str
    level: int
    signing: Runs


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to print; what it has not is empty.

    `main` is false for the file of a separate annex: it has its one annex and nothing else of the paper.
    One addressee is lines of a title, several are a list (Kính gửi).
    `recipients` stand beside a single signature or below the left one of several; `more_recipients`, of a
    list too long for that, below all.
    """

    main: bool
    head: SetHead
    kind: str
    subject: Lines
    subject_rule: float
    addressee: Lines
    addressees: tuple[Lines, ...]
    body: tuple[SetBlock, ...]
    recipients: tuple[Runs, ...]
    more_recipients: tuple[Runs, ...]
    signatures: tuple[SetSignature, ...]
    annexes: tuple[SetAnnex, ...]
    properties: Properties
    draft_mark: str | None
    page_mark: str | None
    urgency: str | None
    urgency_width: float
    circulation: str | None
    drafter_mark: str | None
    address: SetAddress | None


@remembering_last
def set_paper(document: Document, layout: Layout) -> Paper:
    """Compute the geometry of a document."""
    sizes, top = layout.sizes, 2 if document.kind else 1  # the kind is the one heading of level 1
    subject = _title(document.subject, layout)
    foot = set_foot(document, layout)
    annexes = [annex for annex in document.annexes if not annex.separate]
    return Paper(
        main=True,
        head=set_head(document.head, layout),
        kind=document.kind,
        subject=subject,
        subject_rule=rule_length(subject, sizes.subject, layout.rules.subject, bold=True),
        addressee=only_addressee(document, layout),
        addressees=listed_addressees(document, layout),
        body=_body(document.body, layout, top),
        recipients=foot.recipients,
        more_recipients=foot.more,
        signatures=foot.signatures,
        annexes=tuple(_annex(annex, index, layout, top) for index, annex in enumerate(annexes)),
        properties=document.properties,
        draft_mark=document.draft_mark,
        page_mark=document.page_mark,
        urgency=document.urgency,
        urgency_width=urgency_widths(layout)[document.urgency] if document.urgency else 0,
        circulation=document.circulation,
        drafter_mark=document.drafter_mark,
        address=set_address(document, layout),
    )


@remembering_last
def set_annex(document: Document, annex: Annex, layout: Layout) -> Paper:
    """Compute the geometry of the file of a separate annex; it keeps the marks of draft and page."""
    own = replace(document.properties, title=f"{annex.label}: {annex.title}")
    own = replace(own, identifier=f"{own.identifier}/{annex.id}")
    bare = replace(document, urgency=None, circulation=None, drafter_mark=None, address=(), properties=own)
    paper = set_paper(replace(bare, body=(), annexes=()), layout)
    return replace(paper, main=False, annexes=(_annex(annex, 0, layout, 1),))


def _title(subject: Runs, layout: Layout) -> Lines:
    return broken(subject, layout.titles.width, layout.sizes.subject, bold=True) if subject else ()


def _annex(annex: Annex, index: int, layout: Layout, top: int) -> SetAnnex:
    sizes, width = layout.sizes, layout.titles.width
    title = tuple((Run(line),) for line in balanced_lines(annex.title, width, sizes.annex_title, bold=True))
    reference = broken(annex.reference, width, sizes.annex_reference, italic=True) if annex.reference else ()
    if reference:
        rule = rule_length(reference, sizes.annex_reference, layout.rules.annex, italic=True)
    else:
        rule = rule_length(title, sizes.annex_title, layout.rules.annex, bold=True)
    direction = "ngang" if annex.landscape else "doc"
    return SetAnnex(
        label=annex.label,
        title=title,
        reference=reference,
        rule=rule,
        blocks=_blocks(annex.blocks, layout, landscape=annex.landscape, level=top + 1),
        landscape=annex.landscape,
        page=f"{direction}-{index % 2 + 1}",
        level=top,
        signing=annex.signing if annex.separate else (),
    )


_TEXT = frozenset(
    [
        BlockKind.PARAGRAPH,
        BlockKind.ARTICLE,
        BlockKind.CLAUSE,
        BlockKind.POINT,
        BlockKind.DASH,
        BlockKind.PLUS,
    ]
)
_LEADING = frozenset([BlockKind.ARTICLE, BlockKind.CLAUSE])  # with a colon at its end: not left alone
_CENTRED = frozenset([BlockKind.AUTHORITY, BlockKind.DECIDES])


def _body(blocks: Sequence[Block], layout: Layout, level: int) -> tuple[SetBlock, ...]:
    """Set the body; its last paragraph stays on the page of the signature, whatever its kind."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and last.kind in _TEXT:
        label = _label(last)
        closing = Paragraph(BlockKind.CLOSING, label + last.runs, id=last.id)
        blocks = (*blocks[:-1], closing)
    return _blocks(blocks, layout, landscape=False, level=level)


def _blocks(blocks: Iterable[Block], layout: Layout, *, landscape: bool, level: int) -> tuple[SetBlock, ...]:
    """Set the blocks; `level` is the level of the outermost heading among them."""
    width = text_twips(layout, landscape=landscape)
    outline = _Outline(level)

    def of(block: Block) -> SetBlock:
        if isinstance(block, Table):
            return set_table(block, layout, width)
        if isinstance(block, Picture):
            return set_picture(block, layout, landscape=landscape)
        if isinstance(block, Bars):
            return set_bars(block, layout)
        return _paragraph(block, layout, outline)

    return tuple(map(of, blocks))


def _paragraph(paragraph: Paragraph, layout: Layout, outline: _Outline) -> SetParagraph:
    kind, runs = paragraph.kind, _label(paragraph) + paragraph.runs
    lines: Lines = (runs,)
    if kind in _CENTRED:
        lines = broken(runs, layout.titles.width, layout.sizes.body, bold=True)
    elif kind in _LEADING and plain(runs).endswith(":"):
        kind = BlockKind.LEAD
    return SetParagraph(kind.value, runs, lines, outline.level(paragraph.kind))


def _label(paragraph: Paragraph) -> Runs:
    """Return the number or mark in front; only that of an article is bold by itself (II.6đ)."""
    if not paragraph.label:
        return ()
    return (Run(f"{paragraph.label} ", bold=paragraph.kind is BlockKind.ARTICLE),)


class _Outline:
    """The levels of headings from the top: a titled clause stands one below the article or section before."""

    def __init__(self, top: int) -> None:
        self._top = top
        self._section = self._above = top - 1

    def level(self, kind: BlockKind) -> int:
        """Return the level of the next paragraph of this kind, 0 for one that is no heading."""
        if kind is BlockKind.SECTION:
            self._section = self._above = self._top
            return self._top
        if kind is BlockKind.TITLED_ARTICLE:
            self._above = self._section + 1
            return self._above
        return self._above + 1 if kind is BlockKind.TITLED_CLAUSE else 0


def text_twips(layout: Layout, *, landscape: bool = False) -> int:
    """Return the width of the text area in twips, of page and margins rounded as Word stores them."""
    page = layout.page
    margin = page.landscape_margin if landscape else page.margin
    side = page.height if landscape else page.width
    return to_twips(side) - to_twips(margin.left) - to_twips(margin.right)


def to_twips(mm: float) -> int:
    """Return millimetres as Word's twentieths of a point."""
    return round(mm * TWIPS_PER_MM)
