"""Puts one paper together: wording → numbered blocks → runs, with its head, foot and annexes."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.compose.annex_rows import added, field_figures, files_of, indicators_of, surveys_of
from generator.compose.correcting import correction_view
from generator.compose.follow_up import FollowUp
from generator.compose.frame import PRESS_MARK, Frame
from generator.compose.line_language import BadWording, BarsMark, Line, PhotosMark, Slots, parse_wording
from generator.compose.naming import Naming
from generator.compose.numbering import annex_labels, numbered
from generator.compose.paper_views import PaperViews
from generator.compose.resolve import Abbreviations, Resolver
from generator.compose.said_by import Speaker
from generator.compose.summary import SummaryViews
from generator.compose.summary_tables import SummaryTables
from generator.compose.summing import figures_by_unit
from generator.compose.tables import Tables, unit_figures
from generator.compose.team_report import UnitFigures, as_reported
from generator.compose.views import Views
from generator.document import (
    Annex,
    BlockKind,
    Document,
    Paragraph,
    Picture,
    Properties,
    Run,
    block_runs,
    plain,
)
from generator.model.inspection import citable, sessions_of
from generator.wording import MOST_NAMED, NO_BREAK_SPACE, bind, upper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compose.line_language import AnnexLines, Marked, TableMark, Wording
    from generator.compose.numbering import Position
    from generator.compose.order import Order
    from generator.compose.template import WordingTemplates
    from generator.document import Bars, Block, Row, Runs

_MANY_MEMBERS = 8  # a team from this size stands in an annex, not in an article
SUBJECT, BODY = "trich-yeu.j2", "noi-dung.md.j2"
_HEADINGS = frozenset({BlockKind.SECTION, BlockKind.TITLED_CLAUSE, BlockKind.TITLED_ARTICLE})
_TITLES = frozenset({BlockKind.AUTHORITY, BlockKind.DECIDES})
_PHOTO_WIDTH, _PHOTO_HEIGHT = 150, 95  # mm: two photographs on an upright page


class Assembly:
    """The putting together of one paper; used once."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._naming = Naming(order.inspection, order.catalogues, order.day)
        self._speaker = Speaker(
            order.loaded.figures, f"{order.kind.data.name} này", order.year, press=order.is_press
        )
        self._frame = Frame(order, self._naming)

    def document(self, templates: WordingTemplates) -> Document:
        """Return the paper; raise BadWording, UnknownBlock and their like for what cannot be said."""
        context, form = self._context(), self._order.kind.data.form
        subject = _only_line(parse_wording(*templates.render(SUBJECT, context)))
        wording = parse_wording(*templates.render(BODY, context))
        positions: dict[str, Position] = {}
        body = numbered(wording.body, positions)
        resolver = self._resolver(wording, positions)
        title = resolver.runs(subject.pieces)
        writing = _Writing(self._order, self._naming, resolver, self._tables(resolver, positions))
        blocks = tuple(writing.blocks(body))
        addressees = self._frame.addressees()
        annexes = tuple(self._annexes(wording, writing))
        if not blocks:
            raise BadWording("template-empty", BODY)
        return Document(
            head=self._frame.head(writing.bound(title)),
            kind=self._order.kind.data.title if form.titled else "",
            subject=writing.bound(title) if form.titled else (),
            addressees=addressees,
            body=tuple(writing.explained(blocks, annexes)),
            recipients=tuple(
                map(writing.bound, self._frame.recipients(self._first_recipient(resolver, addressees)))
            ),
            signatures=self._frame.signatures(),
            annexes=annexes,
            properties=self._properties(plain(title)),
            draft_mark=self._draft_mark(),
            page_mark=PRESS_MARK if self._order.is_press else None,
            urgency=self._frame.urgency(),
            circulation=self._frame.circulation(),
            drafter_mark=self._order.paper.drafter_mark,
            address=self._order.paper.address,
        )

    def _first_recipient(self, resolver: Resolver, addressees: tuple[Runs, ...]) -> Runs:
        """Return "Như trên" of a paper with Kính gửi, "Như Điều 5" of a decision (PL I, II.9b)."""
        typed = self._order.kind.data.form.first_recipient
        if typed is None:
            return ()
        runs = resolver.runs(_only_line(parse_wording(typed, Slots())).pieces)
        given = [item.group for item in self._order.paper.recipients]
        answers = addressees or "[[" in typed
        return runs if answers and plain(runs) not in given else ()

    def _context(self) -> dict[str, object]:
        order = self._order
        inspection = as_reported(order.inspection) if order.kind.data.reported else order.inspection
        types = sorted({one.inspection.type for one in order.loaded.covered})
        views = Views(inspection, self._naming, self._speaker, order.unit, types)
        whole = views.context(order.kind, order.paper, order.issuer, self._annex_ids())
        figures = UnitFigures(inspection, order.loaded.figures, self._naming, self._speaker)
        return {
            **whole,
            **PaperViews(order, self._naming, self._speaker).context(),
            **FollowUp(order, self._naming, self._speaker).context(),
            "correction": correction_view(order, self._naming, self._speaker),
            "unit_figures": figures.views(),
            "summary": SummaryViews(order, self._naming).context() if order.loaded.covered else None,
        }

    def _annex_ids(self) -> tuple[str, ...]:
        """Return the annexes asked for, else those of the kind for which enough is known."""
        order = self._order
        if order.paper.annexes is not None:
            unknown = set(order.paper.annexes) - {annex.id for annex in order.kind.data.annexes}
            if unknown:
                raise BadWording("annex-unknown", min(unknown))
            return order.paper.annexes
        enough = {
            "units": len(order.inspection.inspected_units) > MOST_NAMED,
            "figures": self._figures_complete(),
            "photos": bool(order.loaded.photographs),
            "recommendations": len(order.inspection.recommendations) >= order.settings.annex_recommendations,
            "members": len(order.inspection.team.members) >= _MANY_MEMBERS,
            "sessions": any(session.date for session in sessions_of(order.inspection)),
            "files": bool(files_of(order.inspection, order.unit)),
            "survey": bool(surveys_of(order.inspection, order.unit)),
            "indicators": bool(indicators_of(order.inspection, order.unit)),
            "fields": self._fields_complete(),
            "sums": bool(figures_by_unit(order.loaded.covered)),
            "duties": any(one.inspection.recommendations for one in order.loaded.covered),
            "always": True,
            "asked": False,
        }
        return tuple(annex.id for annex in order.kind.data.annexes if enough[annex.needs])

    def _figures_complete(self) -> bool:
        figures = unit_figures(self._order.inspection)
        known = [self._order.loaded.figures.quantities((figure.id,)).values() for figure in figures]
        return bool(figures) and all(item.value is not None for values in known for item in values)

    def _fields_complete(self) -> bool:
        """Return whether every figure of files is told by field, with every quantity known."""
        found, inspection = field_figures(self._order.inspection, self._order.unit), self._order.inspection
        rest = [figure for figure in unit_figures(inspection) if not figure.by_field]
        parts = [figure.of_field(item.field) for figure in found for item in figure.by_field]
        values = [quantity.value for figure in parts if figure for quantity in added([figure]).values()]
        return bool(found) and not rest and all(value is not None for value in values)

    def _resolver(self, wording: Wording, positions: dict[str, Position]) -> Resolver:
        names = {key: str(position) for key, position in positions.items()}
        return Resolver(
            citable(self._order.inspection),
            self._order.catalogues,
            self._naming,
            names | annex_labels(wording.annexes),
        )

    def _tables(self, resolver: Resolver, positions: dict[str, Position]) -> Tables:
        return Tables(
            self._order, self._naming, self._speaker, lambda value: resolver.runs(value.pieces), positions
        )

    def _annexes(self, wording: Wording, writing: _Writing) -> Iterator[Annex]:
        labels = annex_labels(wording.annexes)
        for annex in wording.annexes:
            title, rest = _title(annex)
            yield Annex(
                annex.id,
                labels[annex.id],
                upper(plain(writing.resolver.runs(title.pieces))),
                self._frame.attached(),
                tuple(writing.blocks(numbered(rest, {}))),
                annex.landscape,
                separate=self._order.paper.annex_files == "tep-rieng",
                signing=self._frame.signing_line(),
            )

    def _draft_mark(self) -> str | None:
        if not self._order.is_draft:
            return None
        turn = self._order.paper.draft_round
        return f"DỰ THẢO LẦN {turn}" if turn else "DỰ THẢO"

    def _properties(self, subject: str) -> Properties:
        order = self._order
        number = f" số {order.paper.number}" if order.paper.number else ""
        return Properties(
            title=f"{order.kind.data.name}{number}: {subject}",
            creator=self._naming.full(order.issuer) if order.issuer else "",
            identifier=f"{order.inspection.id}/{order.paper.id}",
            date=order.day,
        )


class _Writing:
    """Lines → blocks, from the top of the paper: what was cited and explained before is remembered."""

    def __init__(self, order: Order, naming: Naming, resolver: Resolver, tables: Tables) -> None:
        self.resolver = resolver
        self._order, self._tables, self._naming = order, tables, naming
        self._written_out = not order.kind.data.form.abbreviated
        self._abbreviations = Abbreviations(
            order.inspection.abbreviations,
            written_out=self._written_out,
            names=[name.full for entry in order.catalogues.agencies.values() for name in entry.names],
        )

    def explained(self, blocks: Sequence[Block], annexes: Sequence[Annex]) -> Iterator[Block]:
        """Yield the blocks of the body, each abbreviation explained at its first use outside headings.

        A kind that does not abbreviate writes all of them out, in headings too. One that neither the rest
        of the body nor an annex uses is written out where it stands.
        """
        running = [
            plain(one.runs)
            for one in blocks
            if isinstance(one, Paragraph) and one.kind not in _HEADINGS | _TITLES
        ]
        appended = [run.text for annex in annexes for block in annex.blocks for run in block_runs(block)]
        self._abbreviations.write_out_unused([*running, *appended])
        for block in blocks:
            explains = isinstance(block, Paragraph) and block.kind not in _HEADINGS | _TITLES
            if isinstance(block, Paragraph) and (explains or self._written_out):
                yield replace(block, runs=self.bound(self._abbreviations.explained(block.runs)))
            else:
                yield block

    def blocks(self, lines: Sequence[tuple[str, Marked]]) -> Iterator[Block]:
        """Yield the blocks as they stand."""
        following = [line for _, line in lines[1:]]
        for (label, line), after in zip_longest(lines, following):
            if isinstance(line, Line):
                runs = self.bound(self.resolver.runs(line.pieces))
                held = _end_held(runs) if line.kind in _HEADINGS else runs
                yield Paragraph(_leading(line, after), held, label, line.id)
            elif isinstance(line, PhotosMark):
                yield from self._photos()
            elif isinstance(line, BarsMark):
                yield self._bars(line)
            else:
                yield from self._table(line)

    def _photos(self) -> Iterator[Picture | Paragraph]:
        """Yield the photographs in the order typed, numbered, in their proportions.

        In place of a private one a paper for publication says that it is not there.
        """
        loaded = self._order.loaded
        photos = zip(loaded.inspection.attachments.photos, loaded.photographs, strict=True)
        for index, (photo, image) in enumerate(photos):
            caption = Run(photo.caption, source=f"attachments.photos.{index}.caption")
            if photo.private and self._order.public:
                yield Paragraph(BlockKind.SOURCE, self.bound((Run(f"Ảnh {index + 1}. "), caption)))
                continue
            scale = min(_PHOTO_WIDTH / image.width, _PHOTO_HEIGHT / image.height)
            yield Picture(
                image.data,
                image.media,
                photo.alt,
                self.bound((Run(f"Ảnh {index + 1}. "), caption)),
                image.width * scale,
                image.height * scale,
            )

    def _table(self, mark: TableMark) -> Iterator[Block]:
        """Yield a table, and below it what a paper for publication leaves out of it."""
        kind = self._order.kind.table(mark.name)
        if kind is None:
            raise BadWording("template-table-unknown", mark.name)
        table, left_out = self._tables.table(kind, mark.part)
        yield replace(table, body=tuple(self._bound_row(row) for row in table.body))
        if left_out:
            yield Paragraph(BlockKind.SOURCE, self.bound((Run(left_out),)))

    def _bars(self, mark: BarsMark) -> Bars:
        kind = self._order.kind.bars(mark.name)
        if kind is None:
            raise BadWording("template-table-unknown", mark.name)
        return SummaryTables(self._order, self._naming).bars(kind)

    def _bound_row(self, row: Row) -> Row:
        return tuple(replace(cell, runs=self.bound(cell.runs)) for cell in row)

    def bound(self, runs: Runs) -> Runs:
        """Return the runs with no-break spaces, if the office wants them (a setting)."""
        if not self._order.settings.no_break_spaces:
            return runs
        return bound_runs(runs)


def bound_runs(runs: Runs) -> Runs:
    """Return the runs with no-break spaces where their joined text wants them: "số" and its number meet."""
    text, position, out = bind(plain(runs)), 0, []
    for run in runs:
        end = position + len(run.text)
        own = text[position:end]
        out.append(run if own == run.text else replace(run, text=own))
        position = end
    return tuple(out)


def _leading(line: Line, after: Marked | None) -> BlockKind:
    """Return the kind of a line; a point that leads to dashes is not left alone at the foot of a page."""
    dashes = isinstance(after, Line) and after.kind in (BlockKind.DASH, BlockKind.PLUS)
    return BlockKind.LEAD if line.kind is BlockKind.POINT and dashes else line.kind


def _end_held(runs: Runs) -> Runs:
    """Return a heading whose last two words stay together: one syllable alone on a line looks lost."""
    if not runs or " " not in runs[-1].text:
        return runs
    before, _, last = runs[-1].text.rpartition(" ")
    return (*runs[:-1], replace(runs[-1], text=f"{before}{NO_BREAK_SPACE}{last}"))


def _only_line(wording: Wording) -> Line:
    lines = [line for line in wording.body if isinstance(line, Line)]
    if len(lines) != 1 or wording.annexes:
        raise BadWording("template-subject", SUBJECT)
    return lines[0]


def _title(annex: AnnexLines) -> tuple[Line, Sequence[Marked]]:
    """Return the title line of an annex and what follows it; sections below it are counted from I."""
    first = annex.lines[0] if annex.lines else None
    if not isinstance(first, Line) or first.kind is not BlockKind.SECTION:
        raise BadWording("template-annex-title", annex.id)
    return first, annex.lines[1:]
