"""Inspection + kind of paper → Document: order, numbers, wording; no format, no file written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compose.frame import PRESS_MARK, Frame
from generator.compose.line_language import AnnexLines, BadWording, Line, TableMark, Wording, parse_wording
from generator.compose.naming import Naming
from generator.compose.numbering import Position, TooManyPoints, annex_labels, numbered
from generator.compose.resolve import Abbreviations, Resolver, UnknownBlock
from generator.compose.said_by import Speaker
from generator.compose.tables import Tables, unit_figures
from generator.compose.template import WordingTemplates
from generator.compose.views import FILTERS, Views
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.document import Annex, Block, BlockKind, Document, Paragraph, Properties, Run, plain
from generator.model.inspection import citable
from generator.model.references import BadReference
from generator.rich_text import StrayMark
from generator.wording import bind, upper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from generator.catalogues import Catalogues
    from generator.document import Runs
    from generator.kinds import Kind
    from generator.load import Loaded
    from generator.model.inspection import IssuedPaper
    from generator.project import Settings

SUBJECT, BODY = "trich-yeu.j2", "noi-dung.md.j2"
_HEADINGS = frozenset({BlockKind.SECTION, BlockKind.TITLED_CLAUSE})
_TODO = ("TODO", "???")


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and the gaps in it that must be closed before it can be signed."""

    document: Document
    missing: tuple[Diagnostic, ...]


class Composer:
    """Composes papers of one kind; its wording is compiled once."""

    def __init__(self, kind: Kind, settings: Settings) -> None:
        self._kind, self._settings = kind, settings
        self._templates = WordingTemplates(kind, FILTERS)

    def compose(self, loaded: Loaded, paper: IssuedPaper, catalogues: Catalogues, stage: str) -> Composed:
        """Return the paper as a Document; Refused when its wording or data cannot be said."""
        work = _Work(self._kind, self._settings, loaded, paper, catalogues, stage)
        try:
            return work.composed(self._templates)
        except UnknownBlock as error:
            raise Refused([self._unknown_block(error, loaded)]) from error
        except TooManyPoints as error:
            raise Refused([Diagnostic("compose-too-many-points", Place(loaded.source.file))]) from error
        except BadWording as error:
            raise Refused([self._bad_template(error.code, error.text)]) from error
        except StrayMark as error:
            raise Refused([self._bad_template("template-stray-mark", error.text)]) from error
        except BadReference as error:
            raise Refused([self._bad_template("template-reference", error.reference)]) from error

    def _bad_template(self, code: str, text: str) -> Diagnostic:
        place = Place(f"templates/{self._kind.id}/{BODY}")
        return Diagnostic(code, place, arguments={"text": text[:80]})

    def _unknown_block(self, error: UnknownBlock, loaded: Loaded) -> Diagnostic:
        reference = f"[[{error.source[1:]}]]" if error.source else f"[[#{error.block}]]"
        line = loaded.source.text.find(reference)
        at = loaded.source.text.count("\n", 0, line) + 1 if line >= 0 else 0
        place = Place(loaded.source.file, at, 1) if at else Place(f"templates/{self._kind.id}/{BODY}")
        return Diagnostic("reference-unknown-block", place, arguments={"reference": reference})


class _Work:
    """The composing of one paper."""

    def __init__(
        self, kind: Kind, settings: Settings, loaded: Loaded, paper: IssuedPaper, catalogues: Catalogues, stage: str
    ) -> None:
        inspection = loaded.inspection
        self._kind, self._settings, self._loaded = kind, settings, loaded
        self._paper, self._catalogues, self._stage = paper, catalogues, stage
        self._inspection = inspection
        self._day: date | None = paper.date or (inspection.dates[-1] if inspection.dates else None)
        self._year = paper.date.year if paper.date else paper.year or (self._day.year if self._day else None)
        self._issuer = paper.issuer or inspection.issuer
        self._naming = Naming(inspection, catalogues, self._day)
        self._speaker = Speaker(loaded.figures, f"{kind.data.name} này", self._year)
        self._path = f"documents.{inspection.documents.index(paper)}" if paper in inspection.documents else "documents"

    def composed(self, templates: WordingTemplates) -> Composed:
        views = Views(self._inspection, self._naming, self._speaker)
        context = views.context(self._kind, self._paper, self._issuer, self._annex_ids())
        subject = parse_wording(*templates.render(SUBJECT, context))
        wording = parse_wording(*templates.render(BODY, context))
        document = self._document(_only_line(subject), wording)
        return Composed(document, tuple(self._missing(document)))

    def _annex_ids(self) -> tuple[str, ...]:
        if self._paper.annexes is not None:
            return self._paper.annexes
        enough = {
            "figures": self._figures_complete,
            "recommendations": lambda: len(self._inspection.recommendations) >= self._settings.annex_recommendations,
        }
        return tuple(annex.id for annex in self._kind.data.annexes if enough[annex.needs]())

    def _figures_complete(self) -> bool:
        figures = unit_figures(self._inspection)
        known = [self._loaded.figures.quantities((figure.id,)).values() for figure in figures]
        return bool(figures) and all(item.value is not None for values in known for item in values)

    # --- the tree ----------------------------------------------------------------------------------

    def _document(self, subject: Line, wording: Wording) -> Document:
        positions: dict[str, Position] = {}
        body = numbered(wording.body, positions)
        annexes = [(annex, numbered(annex.lines, {})) for annex in wording.annexes]
        labels = annex_labels(wording.annexes)
        resolver = Resolver(
            citable(self._inspection),
            self._catalogues,
            self._naming,
            {**{key: str(position) for key, position in positions.items()}, **labels},
        )
        frame = self._frame()
        subject_runs = resolver.runs(subject.pieces)
        abbreviations = Abbreviations(self._inspection.abbreviations)
        tables = Tables(
            self._inspection,
            self._loaded.figures,
            self._naming,
            self._speaker,
            lambda value: resolver.runs(value.pieces),
            positions,
        )
        blocks = tuple(self._blocks(body, resolver, abbreviations, tables))
        made = tuple(
            self._annex(annex, lines, labels[annex.id], resolver, tables, frame) for annex, lines in annexes
        )
        return Document(
            head=frame.head(),
            kind=self._kind.data.title,
            subject=self._bound(subject_runs),
            body=blocks,
            recipients=frame.recipients(),
            signature=frame.signature(),
            annexes=made,
            properties=self._properties(subject_runs),
            draft_mark=self._draft_mark(),
            page_mark=PRESS_MARK if self._inspection.source.kind == "press" else None,
        )

    def _frame(self) -> Frame:
        return Frame(
            self._paper,
            self._path,
            self._kind,
            self._issuer,
            self._catalogues,
            self._naming,
            self._year,
            month_printed=self._settings.month_printed,
        )

    def _blocks(
        self,
        lines: Sequence[tuple[str, Line | TableMark]],
        resolver: Resolver,
        abbreviations: Abbreviations | None,
        tables: Tables,
    ) -> Iterator[Block]:
        for label, line in lines:
            if isinstance(line, TableMark):
                kind = self._kind.table(line.name)
                if kind is None:
                    raise BadWording("template-table-unknown", line.name)
                yield tables.table(kind)
                continue
            runs = resolver.runs(line.pieces)
            if abbreviations is not None and line.kind not in _HEADINGS:
                runs = abbreviations.explained(runs)
            yield Paragraph(line.kind, self._bound(runs), label, line.id)

    def _annex(
        self,
        annex: AnnexLines,
        lines: Sequence[tuple[str, Line | TableMark]],
        label: str,
        resolver: Resolver,
        tables: Tables,
        frame: Frame,
    ) -> Annex:
        title, rest = _title(annex, lines)
        return Annex(
            annex.id,
            label,
            upper(plain(resolver.runs(title.pieces))),
            frame.attached(),
            tuple(self._blocks(rest, resolver, None, tables)),
            annex.landscape,
        )

    def _bound(self, runs: Runs) -> Runs:
        """Return the runs with no-break spaces, if the office wants them (a setting)."""
        if not self._settings.no_break_spaces:
            return runs
        return tuple(_bound_run(run) for run in runs)

    def _draft_mark(self) -> str | None:
        if self._stage != "du-thao":
            return None
        return f"DỰ THẢO LẦN {self._paper.draft_round}" if self._paper.draft_round else "DỰ THẢO"

    def _properties(self, subject: Runs) -> Properties:
        creator = self._naming.full(self._issuer) if self._issuer else PRESS_MARK.capitalize()
        number = f" số {self._paper.number}" if self._paper.number else ""
        return Properties(
            title=f"{self._kind.data.name}{number}: {plain(subject)}",
            creator=creator if self._issuer else "",
            identifier=f"{self._inspection.id}/{self._paper.id}",
            date=self._day,
        )

    # --- what must be known before a signature ------------------------------------------------------

    def _missing(self, document: Document) -> Iterator[Diagnostic]:
        severity = Severity.ERROR if self._stage != "du-thao" else Severity.NOTE
        if severity is Severity.NOTE and self._inspection.source.kind == "press":
            return
        told: set[str] = set()
        for run in all_runs(document):
            source = run.source or ""
            if run.blank and source not in told:
                told.add(source)
                yield Diagnostic("paper-blank", self._place(source), severity, {"field": _shown(source)})
            for mark in _TODO:
                if mark in run.text:
                    yield Diagnostic("paper-todo", self._place(source), severity, {"text": run.text[:80]})

    def _place(self, source: str) -> Place:
        path = tuple(int(part) if part.isdigit() else part for part in source.lstrip("=").split("."))
        return self._loaded.source.place(path)


def _bound_run(run: Run) -> Run:
    text = bind(run.text)
    return run if text == run.text else Run(text, run.bold, run.italic, run.source, run.blank)


def _only_line(wording: Wording) -> Line:
    lines = [line for line in wording.body if isinstance(line, Line)]
    if len(lines) != 1 or wording.annexes:
        raise BadWording("template-subject", SUBJECT)
    return lines[0]


def _title(
    annex: AnnexLines, lines: Sequence[tuple[str, Line | TableMark]]
) -> tuple[Line, Sequence[tuple[str, Line | TableMark]]]:
    first = lines[0][1] if lines else None
    if not isinstance(first, Line) or first.kind is not BlockKind.SECTION:
        raise BadWording("template-annex-title", annex.id)
    return first, lines[1:]


def _shown(source: str) -> str:
    return ".".join(str(int(part) + 1) if part.isdigit() else part for part in source.lstrip("=").split("."))


def all_runs(document: Document) -> Iterator[Run]:
    """Yield every run of a document in reading order."""
    groups: list[Iterable[Run]] = [run for run in (*document.head.agency, document.head.number)]
    groups += [document.head.place_date, document.subject]
    for block in document.body:
        groups += _runs_of(block)
    groups += [*document.recipients, *document.signature.lines, document.signature.name]
    for annex in document.annexes:
        groups.append(annex.reference)
        for block in annex.blocks:
            groups += _runs_of(block)
    for group in groups:
        yield from group


def _runs_of(block: Block) -> list[Runs]:
    if isinstance(block, Paragraph):
        return [block.runs]
    return [cell.runs for row in (*block.head, *block.body, *block.total) for cell in row]
