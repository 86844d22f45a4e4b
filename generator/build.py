"""Load, compose, render, write: the only place that knows this order.

One bad inspection never stops the others, and a file appears whole or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.batch import failed_by_bug, load_all, placed
from generator.checking import asked_rules
from generator.checks.case import Case
from generator.compose.order import DRAFT
from generator.diagnostics import Diagnostic, Place, Refused, has_errors
from generator.files import NewFile, differs, locked, write_atomically, write_together
from generator.hand_edits import kept_beside, known_as_made, recorded, removed
from generator.issuing.journal import Journal
from generator.issuing.standing import printing, still_says
from generator.issuing.store import journal_of
from generator.manifest import (
    NAME,
    EntryKey,
    FileEntry,
    PaperEntry,
    file_entry,
    forget_underway,
    manifest_bytes,
    note_underway,
    read_manifest,
    read_underway,
    standing,
)
from generator.paper_files import file_name, paper_files, sheets
from generator.provenance import used_data
from generator.results import BuildReport, Outcome, PaperResult
from generator.settings import ARCHIVE, PUBLICATION
from generator.staleness import FORCED, Ground, endings, made_of, why_stale
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.batch import Batch
    from generator.checks.answers import RuleResult
    from generator.diagnostics import Argument
    from generator.document import Document
    from generator.layout import Layout
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project
    from generator.render.pdf import Attachment

OUTGOING = "outgoing"
FORMATS = ("docx", "pdf")
"""What is made when nothing is asked for; "xlsx", the tables of annexes, only when it is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What one build makes.

    `edition` "archive" carries the data in the PDF and never leaves the house; "publication" has nothing
    private in it. A draft in Word that stays inside carries anchors (`generator.anchors`) unless it is to
    be `clean`.
    """

    only: frozenset[str] = frozenset(FORMATS)
    stage: str | None = None
    edition: str = OUTGOING
    out: Path | None = None
    force: bool = False
    dry_run: bool = False
    strict: bool = False
    clean: bool = False


def build_all(
    project: Project,
    targets: Sequence[str] = (),
    options: Options | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> BuildReport:
    """Make the papers of the targets and record them; return what was made and what was not."""
    options = options or Options()
    try:
        batch = load_all(project, targets)
        out = options.out or project.output
        with locked(out, project.shown(out)):
            build = _Build(project, options, batch, out, journal_of(project), whole=not targets)
            return build.run(progress)
    except Refused as refused:
        return BuildReport((), refused.diagnostics)


@dataclass(frozen=True, slots=True)
class _Work:
    """A paper that was composed and may be rendered, with what was said of it."""

    item: Loaded
    paper: IssuedPaper
    kind: str
    stage: str
    document: Document
    said: tuple[Diagnostic, ...]
    asked: tuple[RuleResult, ...]


@dataclass
class _Build:
    """One build: its workshop, and the entries of the manifest so far."""

    project: Project
    options: Options
    batch: Batch
    out: Path
    journal: Journal = field(default_factory=Journal)
    entries: dict[EntryKey, PaperEntry] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    recorded: dict[str, set[str]] = field(default_factory=dict)
    known: dict[EntryKey, PaperEntry] = field(default_factory=dict)
    whole: bool = False
    ground: Ground = field(init=False)

    def run(self, progress: Callable[[int, int, str], None] | None) -> BuildReport:
        workshop = Workshop(self.project)
        entries, underway = read_manifest(self.out / NAME), read_underway(self.out)
        known = {entry.key: entry for entry in (*entries, *standing(underway, self.out))}
        self.known, self.ground = known, Ground(workshop, self.project.root)
        self.owners = _owners(known.values(), self.out)
        self.recorded = recorded([*entries, *underway])
        papers = self.batch.papers()
        results = []
        for number, (item, paper) in enumerate(papers, 1):
            if progress is not None:
                progress(number - 1, len(papers), f"{item.inspection.id}/{paper.id}")
            results.append(self._paper(workshop, item, paper))
        if progress is not None:
            progress(len(papers), len(papers), "")
        diagnostics = [*self.batch.diagnostics]
        if not self.options.dry_run:
            diagnostics += self._cleared(known)
            diagnostics += self._record(known)
        return BuildReport(tuple(results), tuple(diagnostics), self.batch.bugs)

    def _cleared(self, known: Mapping[EntryKey, PaperEntry]) -> Iterator[Diagnostic]:
        """Remove the files of papers that are no more, and of annexes that have no file of their own now.

        Only what the manifest owns and nobody edited. A file that cannot be read keeps what it made, and so
        does everything outside of what was asked for.
        """
        kept = {file.path for entry in self.entries.values() for file in entry.files}
        for key, entry in known.items():
            made = self.entries.get(key)
            if made is not None:
                gone = [
                    file for file in entry.files if PurePosixPath(file.path).suffix[1:] in self.options.only
                ]
            else:
                gone = list(entry.files) if self._is_no_more(entry) else []
            yield from removed((file for file in gone if file.path not in kept), self.out, self.project)

    def _is_no_more(self, entry: PaperEntry) -> bool:
        """Return whether a paper of an earlier build is no paper of the project now."""
        if not self.whole:
            return False
        unread = {reading.entry.file for reading in self.batch.readings if reading.loaded is None}
        papers = {(item.inspection.id, paper.id) for item, paper in self.batch.papers()}
        return entry.source not in unread and (entry.inspection, entry.paper) not in papers

    def _record(self, known: dict[EntryKey, PaperEntry]) -> tuple[Diagnostic, ...]:
        """Write the manifest: what was made now beside what earlier builds made and is still there."""
        there = {key: _standing(entry, self.out) for key, entry in known.items()}
        kept = {key: entry for key, entry in there.items() if entry.files}
        path = self.out / NAME
        try:
            write_atomically(
                path, manifest_bytes({**kept, **self.entries}.values()), self.project.shown(path)
            )
            forget_underway(self.out, self.project.shown(self.out))
        except Refused as refused:
            return refused.diagnostics
        return ()

    def _paper(self, workshop: Workshop, item: Loaded, paper: IssuedPaper) -> PaperResult:
        stage = self.options.stage or printing(paper, self.journal.state(item.inspection.id, paper.id))
        try:
            if self.journal.is_issued(item.inspection.id, paper.id):
                return self._left(workshop, item, paper)
            return self._made(workshop, item, paper, stage)
        except Refused as refused:
            found = tuple(placed(refused.diagnostics, item, paper))
            return PaperResult(item.inspection.id, paper.id, (), Outcome.FAILED, found)
        except Exception as error:  # noqa: BLE001 - a bug with one paper must not cost the others
            return failed_by_bug(item, paper, error)

    def _left(self, workshop: Workshop, item: Loaded, paper: IssuedPaper) -> PaperResult:
        """Return the result of an issued paper: it is left alone; told is when its data say another thing."""
        _, composer = workshop.composer(paper.kind)
        said = still_says(item, paper, self.batch.catalogues, composer, self.journal)
        return PaperResult(item.inspection.id, paper.id, (), Outcome.ISSUED, tuple(placed(said, item, paper)))

    def _made(self, workshop: Workshop, item: Loaded, paper: IssuedPaper, stage: str) -> PaperResult:
        if stage != DRAFT and item.inspection.source.kind == "press":
            raise Refused([Diagnostic("press-not-issuable", item.source.place(("source",)))])
        kind, composer = workshop.composer(paper.kind)
        public = self.options.edition == "publication"
        composed = composer.compose(item, paper, self.batch.catalogues, stage, public=public)
        asked, told = self._asked(item, paper, composed.document, stage, workshop.layout)
        if has_errors((*composed.missing, *told)):
            raise Refused((*composed.missing, *told))
        said = (*composed.missing, *told)
        return self._rendered(workshop, _Work(item, paper, kind.id, stage, composed.document, said, asked))

    def _rendered(self, workshop: Workshop, work: _Work) -> PaperResult:
        """Return the result of a paper that can be made: anew when something of it is not what it was."""
        stem = self._own_stem(work.item, work.paper, work.stage, work.document)
        archive = self._attachment(work.item)
        anchors = work.stage == DRAFT and self.options.edition == OUTGOING and not self.options.clean
        parts = made_of(self.ground, work.document, data=archive.data if archive else b"", anchors=anchors)
        known = self.known.get((work.item.inspection.id, work.paper.id, work.stage, self.options.edition))
        ends = endings(work.document, self.options.only, archive=archive is not None)
        wanted = [f"{stem}{end}" for end in ends]
        why = why_stale(known, parts, wanted, self.out) or (FORCED if self.options.force else "")
        if known is not None and not why:
            self.entries[known.key] = self._entry(work, known.files, parts)
            return self._result(work, wanted, Outcome.UNCHANGED)
        rendered, unmade = paper_files(workshop, work.document, self.options.only, archive, anchors=anchors)
        files = {f"{stem}{ending}": data for ending, data in rendered.items()}
        edited = tuple(self._kept_beside(files))
        entry = self._entry(work, tuple(file_entry(path, data) for path, data in files.items()), parts)
        if not (self.options.dry_run or known_as_made(entry, self.recorded)):
            note_underway(self.out, entry, self.project.shown(self.out))
        changed = self._write(files)
        self.entries[entry.key] = entry
        outcome = Outcome.MADE if changed else Outcome.UNCHANGED if files else Outcome.NOT_MADE
        work = replace(work, said=(*work.said, *unmade, *edited))
        return self._result(work, files, outcome, why if changed else "")

    def _result(self, work: _Work, files: Iterable[str], outcome: Outcome, why: str = "") -> PaperResult:
        shown = tuple(self.project.shown(self.out / path) for path in files)
        return PaperResult(
            work.item.inspection.id, work.paper.id, shown, outcome, work.said, rules=work.asked, why=why
        )

    def _asked(
        self, item: Loaded, paper: IssuedPaper, document: Document, stage: str, layout: Layout
    ) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
        """Ask the rules where an error refuses the paper: for signature, and when asked to be strict."""
        if stage == DRAFT and not self.options.strict:
            return (), ()
        return asked_rules(Case(item, paper, self.batch.catalogues, document), layout)

    def _entry(self, work: _Work, files: tuple[FileEntry, ...], parts: dict[str, str]) -> PaperEntry:
        item = work.item
        covers = tuple(file_entry(one.source.file, one.source.text.encode()) for one in item.covered)
        return PaperEntry(
            item.inspection.id,
            work.paper.id,
            work.kind,
            item.source.file,
            work.stage,
            self.options.edition,
            files,
            covers,
            tuple(sorted(parts.items())),
        )

    def _own_stem(self, item: Loaded, paper: IssuedPaper, stage: str, document: Document) -> str:
        """Return the stem; Refused when another paper has it, where capitals may not count either.

        So it is with the stems of its separate annexes.
        """
        stem, me = self._stem(item, paper, stage), f"{item.inspection.id}/{paper.id}"
        names = [f"{stem}{sheet.ending}" for sheet in sheets(document)]
        owners = {name: self.owners.get(name.casefold(), me) for name in names}
        taken = [name for name, owner in owners.items() if owner != me]
        if taken:
            arguments: dict[str, Argument] = {"name": taken[0], "other": owners[taken[0]]}
            raise Refused([Diagnostic("name-twice", Place(item.source.file), arguments=arguments)])
        self.owners |= {name.casefold(): me for name in names}
        return stem

    def _stem(self, item: Loaded, paper: IssuedPaper, stage: str) -> str:
        """Return the path without suffix: the YAML's folder below inspections/, and the name set for it."""
        settings = self.project.settings
        pattern = settings.draft_name if stage == DRAFT else settings.signing_name
        ending = {"archive": ARCHIVE, "publication": PUBLICATION}.get(self.options.edition, "")
        name = file_name(pattern, item.inspection.id, paper.id, item.source.file, ending)
        folder = Path(item.source.file).parent.relative_to("inspections")
        return (folder / name).as_posix()

    def _attachment(self, item: Loaded) -> Attachment | None:
        if self.options.edition != "archive":
            return None
        from generator.render.pdf import Attachment

        data = used_data(item, self.batch.catalogues)
        return Attachment(f"{item.inspection.id}.yaml", data, "Dữ liệu đã dùng để tạo văn bản này")

    def _new_file(self, path: str, data: bytes) -> NewFile:
        return NewFile(self.out / path, data, self.project.shown(self.out / path))

    def _kept_beside(self, files: dict[str, bytes]) -> Iterator[Diagnostic]:
        """Keep what somebody edited by hand since the last build; say where."""
        for path, data in files.items():
            target, written = self._new_file(path, data), self.recorded.get(path)
            yield from kept_beside(target, written, dry_run=self.options.dry_run)

    def _write(self, files: dict[str, bytes]) -> bool:
        """Write a paper's files, all or none; return whether there was anything to write."""
        targets = [self._new_file(path, data) for path, data in files.items()]
        if self.options.dry_run:
            # All are looked at: each may be refused.
            return True in [differs(target, self.out) for target in targets]
        return write_together(targets, self.out, force=self.options.force)


def _standing(entry: PaperEntry, out: Path) -> PaperEntry:
    """Return the entry with those of its files that are still there."""
    return replace(entry, files=tuple(file for file in entry.files if (out / file.path).is_file()))


def _owners(entries: Iterable[PaperEntry], out: Path) -> dict[str, str]:
    """Return which paper each stem of an earlier build belongs to."""
    return {
        PurePosixPath(file.path).with_suffix("").as_posix().casefold(): f"{entry.inspection}/{entry.paper}"
        for entry in entries
        for file in _standing(entry, out).files
    }
