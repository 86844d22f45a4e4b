"""Load, compose, render, write: the only place that knows this order.

One bad inspection never stops the others, and a file appears whole or not at all.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.checks import check, ignored
from generator.checks.case import Case
from generator.compose import Composer
from generator.compose.order import DRAFT
from generator.diagnostics import Diagnostic, Place, Refused, Severity, has_errors
from generator.files import NewFile, differs, locked, write_atomically, write_together
from generator.kinds import TemplateFolders
from generator.load import inspection_files, load_catalogues, load_inspection
from generator.manifest import NAME, PaperEntry, file_entry, manifest_bytes, read_manifest
from generator.model.names import nearest
from generator.provenance import used_data
from generator.settings import ARCHIVE, NOT_IN_NAMES
from generator.shipped import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.catalogues import Catalogues
    from generator.checks.answers import RuleResult
    from generator.diagnostics import Argument
    from generator.document import Document
    from generator.kinds import Kind
    from generator.layout import Layout
    from generator.load import Loaded
    from generator.model.inspection import IssuedPaper
    from generator.project import Project
    from generator.render.pdf import Attachment, PdfRenderer
    from generator.render.word import WordRenderer

FORMATS = ("docx", "pdf")
_MAX_NAME = 100


@dataclass(frozen=True, slots=True)
class Options:
    """What one build makes. `edition` "archive" carries the data in the PDF and never leaves the house."""

    only: frozenset[str] = frozenset(FORMATS)
    stage: str | None = None
    edition: str = "outgoing"
    out: Path | None = None
    force: bool = False
    dry_run: bool = False
    strict: bool = False


class Outcome(StrEnum):
    """What became of a paper; NOT_MADE: a format that this machine cannot make."""

    MADE = "made"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    NOT_MADE = "not-made"


@dataclass(frozen=True, slots=True)
class PaperResult:
    """One paper of the build; `files` are shown paths. `bug` is a traceback, for the log only.

    `rules` are the rules that were asked of it; what they found is among the diagnostics.
    """

    inspection: str
    paper: str
    files: tuple[str, ...]
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()
    bug: str = ""
    rules: tuple[RuleResult, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; `diagnostics` belong to no paper (a file that could not be read).

    `bugs` are the tracebacks of what ended in a bug before there was a paper, for the log only.
    """

    papers: tuple[PaperResult, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    bugs: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Return whether every paper was made and nothing of severity error was said."""
        failed = any(paper.outcome is Outcome.FAILED for paper in self.papers)
        return not failed and not has_errors(self.all_diagnostics())

    def all_diagnostics(self) -> Iterator[Diagnostic]:
        """Yield what was said, files first, papers in order."""
        yield from self.diagnostics
        for paper in self.papers:
            yield from paper.diagnostics


class UnknownTarget(Exception):  # noqa: N818 - names what is not known
    """A target that is no inspection; `near` is the known id that looks most like it."""

    def __init__(self, text: str, near: str) -> None:
        super().__init__(text, near)
        self.text, self.near = text, near


# --- loading ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Batch:
    """The inspections that could be loaded, and what is wrong with the others; `bugs` are tracebacks."""

    catalogues: Catalogues
    loaded: tuple[Loaded, ...]
    diagnostics: tuple[Diagnostic, ...]
    bugs: tuple[str, ...] = ()


def load_all(project: Project, targets: Sequence[str] = ()) -> Batch:
    """Load the catalogues and every inspection that `targets` (ids, files, folders) mean; all for none.

    What is said of files that no target means is left out. Refused when the catalogues are broken;
    UnknownTarget when a target means nothing.
    """
    catalogues = load_catalogues(project)
    loaded: list[Loaded] = []
    found: list[Diagnostic] = []
    bugs: dict[str, str] = {}
    for path in inspection_files(project):
        try:
            loaded.append(load_inspection(path, project, catalogues))
        except Refused as refused:
            found += refused.diagnostics
        except Exception as error:  # noqa: BLE001 - a bug with one file must not cost the others
            file = project.shown(path)
            found.append(_bug(file, error))
            bugs[file] = traceback.format_exc()
    loaded, doubles = _without_doubles(loaded)
    found += doubles
    if not targets:
        return Batch(catalogues, tuple(loaded), tuple(found), tuple(bugs.values()))
    wanted = _wanted(project, targets, loaded, found)
    return Batch(
        catalogues,
        tuple(item for item in loaded if item.source.file in wanted),
        tuple(item for item in found if item.place.file in wanted),
        tuple(bug for file, bug in bugs.items() if file in wanted),
    )


def _bug(file: str, error: Exception) -> Diagnostic:
    arguments = {"problem": f"{type(error).__name__}: {error}"}
    return Diagnostic("program-bug", Place(file), arguments=arguments)


def _failed_by_bug(item: Loaded, paper: IssuedPaper, error: Exception) -> PaperResult:
    """Return the result of a paper that ended in a bug; to be called where the error is caught."""
    found = (_bug(item.source.file, error),)
    return PaperResult(item.inspection.id, paper.id, (), Outcome.FAILED, found, traceback.format_exc())


def _without_doubles(loaded: list[Loaded]) -> tuple[list[Loaded], list[Diagnostic]]:
    """Return the inspections whose id only they have, and a diagnostic for each of the others."""
    by_id: dict[str, list[Loaded]] = {}
    for item in loaded:
        by_id.setdefault(item.inspection.id, []).append(item)
    found = [
        Diagnostic(
            "inspection-twice",
            item.source.place(("id",)),
            arguments={"id": key, "file": next(other.source.file for other in items if other is not item)},
        )
        for key, items in by_id.items()
        if len(items) > 1
        for item in items
    ]
    return [items[0] for items in by_id.values() if len(items) == 1], found


def _wanted(
    project: Project, targets: Sequence[str], loaded: Sequence[Loaded], found: Sequence[Diagnostic]
) -> set[str]:
    """Return the shown names of the files that the targets mean.

    A file that could not be read has no id to go by: its name without suffix stands for it.
    """
    ids = {item.inspection.id: item.source.file for item in loaded}
    broken = {Path(item.place.file).stem: item.place.file for item in found}
    files = {*ids.values(), *broken.values()}
    wanted: set[str] = set()
    for target in targets:
        path = Path(target).absolute()
        hits = {file for file in files if _below(project.root / file, path)}
        hits |= {names[target] for names in (ids, broken) if target in names}
        if not hits:
            raise UnknownTarget(target, nearest(target, {*ids, *broken}))
        wanted |= hits
    return wanted


def _below(file: Path, path: Path) -> bool:
    return file == path or path in file.parents


# --- one workshop a build: everything that is compiled once ---------------------------------------------


class Workshop:
    """The templates and renderers of one build, each made at its first use."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.folders = TemplateFolders((project.templates, shipped_templates()))
        self._composers: dict[str, tuple[Kind, Composer]] = {}

    def composer(self, kind: str) -> tuple[Kind, Composer]:
        """Return a kind of paper and its composer; Refused when the kind is unknown or broken."""
        if kind not in self._composers:
            found = self.folders.kind(kind)
            self._composers[kind] = (found, Composer(found, self._project.settings))
        return self._composers[kind]

    @cached_property
    def layout(self) -> Layout:
        """Sizes and lengths, of the office or as shipped."""
        from generator.layout import load_layout

        path = self.folders.layout("layout.yaml")
        return load_layout(path, f"templates/_layout/{path.name}")

    @cached_property
    def word(self) -> WordRenderer:
        """The Word layout, compiled."""
        from generator.render.word import WordRenderer

        return WordRenderer(self.folders.layout("van-ban.docx"), self.layout)

    @cached_property
    def pdf(self) -> PdfRenderer:
        """The PDF layout, compiled; Refused (``pdf-not-made``) when Pango or a whole font is missing."""
        from generator.fonts import Missing, find_faces

        faces = find_faces(self._project.root)
        if isinstance(faces, Missing):
            raise Refused([_not_made("font", str(faces))])
        try:
            from generator.render.pdf import PdfRenderer

            html, css = self.folders.layout("van-ban.html.j2"), self.folders.layout("van-ban.css")
            return PdfRenderer(html, css, self.layout, faces)
        except OSError as error:
            # WeasyPrint raises it when Pango's library cannot be loaded.
            raise Refused([_not_made("pango", str(error).splitlines()[0])]) from error


def _not_made(missing: str, detail: str) -> Diagnostic:
    return Diagnostic(
        "pdf-not-made", severity=Severity.WARNING, arguments={"missing": missing, "detail": detail}
    )


# --- building -------------------------------------------------------------------------------------------


def check_all(project: Project, targets: Sequence[str] = ()) -> BuildReport:
    """Load and compose everything, render nothing; return what is to be said."""
    try:
        batch = load_all(project, targets)
    except Refused as refused:
        return BuildReport((), refused.diagnostics)
    workshop = Workshop(project)
    results = [_checked(workshop, item, paper, batch.catalogues) for item, paper in _papers(batch)]
    return BuildReport(tuple(results), (*batch.diagnostics, *_notes(batch)), batch.bugs)


def _checked(workshop: Workshop, item: Loaded, paper: IssuedPaper, catalogues: Catalogues) -> PaperResult:
    try:
        return _examined(workshop, item, paper, catalogues)
    except Exception as error:  # noqa: BLE001 - a bug with one paper must not cost the others
        return _failed_by_bug(item, paper, error)


def _examined(workshop: Workshop, item: Loaded, paper: IssuedPaper, catalogues: Catalogues) -> PaperResult:
    """Return a paper composed and asked all rules; what cannot be composed is asked those of its data."""
    said: tuple[Diagnostic, ...]
    try:
        _, composer = workshop.composer(paper.kind)
        composed = composer.compose(item, paper, catalogues, paper.stage)
        document, outcome, said = composed.document, Outcome.UNCHANGED, composed.missing
    except Refused as refused:
        document, outcome, said = None, Outcome.FAILED, tuple(_placed(refused.diagnostics, item, paper))
    asked, told = _asked(Case(item, paper, catalogues, document))
    return PaperResult(item.inspection.id, paper.id, (), outcome, (*said, *told), rules=asked)


def _asked(case: Case) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
    """Return the rules asked of a paper, and everything they and its ignores have to say."""
    results = tuple(check(case))
    return results, (*(found for result in results for found in result.diagnostics), *ignored(case))


def _papers(batch: Batch) -> list[tuple[Loaded, IssuedPaper]]:
    return [(item, paper) for item in batch.loaded for paper in item.inspection.documents]


def _notes(batch: Batch) -> Iterator[Diagnostic]:
    for item in batch.loaded:
        yield from item.notes
        if not item.inspection.documents:
            arguments = {"id": item.inspection.id}
            yield Diagnostic(
                "inspection-without-papers", Place(item.source.file), Severity.WARNING, arguments
            )


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
            return _Build(project, options, batch, out).run(progress)
    except Refused as refused:
        return BuildReport((), refused.diagnostics)


@dataclass
class _Build:
    """One build: its workshop, and the entries of the manifest so far."""

    project: Project
    options: Options
    batch: Batch
    out: Path
    entries: dict[tuple[str, str, str, str], PaperEntry] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)

    def run(self, progress: Callable[[int, int, str], None] | None) -> BuildReport:
        workshop = Workshop(self.project)
        known = {entry.key: entry for entry in read_manifest(self.out / NAME)}
        self.owners = _owners(known.values(), self.out)
        papers = _papers(self.batch)
        results = []
        for number, (item, paper) in enumerate(papers, 1):
            if progress is not None:
                progress(number - 1, len(papers), f"{item.inspection.id}/{paper.id}")
            results.append(self._paper(workshop, item, paper))
        if progress is not None:
            progress(len(papers), len(papers), "")
        diagnostics = [*self.batch.diagnostics, *_notes(self.batch)]
        if not self.options.dry_run:
            diagnostics += self._record(known)
        return BuildReport(tuple(results), tuple(diagnostics), self.batch.bugs)

    def _record(self, known: dict[tuple[str, str, str, str], PaperEntry]) -> tuple[Diagnostic, ...]:
        """Write the manifest: what was made now beside what earlier builds made and is still there."""
        standing = {key: _standing(entry, self.out) for key, entry in known.items()}
        kept = {key: entry for key, entry in standing.items() if entry.files}
        path = self.out / NAME
        try:
            write_atomically(
                path, manifest_bytes({**kept, **self.entries}.values()), self.project.shown(path)
            )
        except Refused as refused:
            return refused.diagnostics
        return ()

    def _paper(self, workshop: Workshop, item: Loaded, paper: IssuedPaper) -> PaperResult:
        stage = self.options.stage or paper.stage
        try:
            return self._made(workshop, item, paper, stage)
        except Refused as refused:
            found = tuple(_placed(refused.diagnostics, item, paper))
            return PaperResult(item.inspection.id, paper.id, (), Outcome.FAILED, found)
        except Exception as error:  # noqa: BLE001 - a bug with one paper must not cost the others
            return _failed_by_bug(item, paper, error)

    def _made(self, workshop: Workshop, item: Loaded, paper: IssuedPaper, stage: str) -> PaperResult:
        if stage != DRAFT and item.inspection.source.kind == "press":
            raise Refused([Diagnostic("press-not-issuable", item.source.place(("source",)))])
        kind, composer = workshop.composer(paper.kind)
        composed = composer.compose(item, paper, self.batch.catalogues, stage)
        asked, told = self._asked(item, paper, composed.document, stage)
        if has_errors((*composed.missing, *told)):
            raise Refused((*composed.missing, *told))
        stem = self._own_stem(item, paper, stage)
        rendered, unmade = self._rendered(workshop, item, composed.document)
        files = {f"{stem}.{name}": data for name, data in rendered.items()}
        changed = self._write(files)
        if not self.options.dry_run:
            self._enter(item, paper, kind, stage, files)
        outcome = Outcome.MADE if changed else Outcome.UNCHANGED
        shown = tuple(self.project.shown(self.out / path) for path in files)
        said = (*composed.missing, *told, *unmade)
        done = outcome if files else Outcome.NOT_MADE
        return PaperResult(item.inspection.id, paper.id, shown, done, said, rules=asked)

    def _asked(
        self, item: Loaded, paper: IssuedPaper, document: Document, stage: str
    ) -> tuple[tuple[RuleResult, ...], tuple[Diagnostic, ...]]:
        """Ask the rules where an error refuses the paper: for signature, and when asked to be strict."""
        if stage == DRAFT and not self.options.strict:
            return (), ()
        return _asked(Case(item, paper, self.batch.catalogues, document))

    def _enter(
        self, item: Loaded, paper: IssuedPaper, kind: Kind, stage: str, files: dict[str, bytes]
    ) -> None:
        made = tuple(file_entry(path, data) for path, data in files.items())
        entry = PaperEntry(
            item.inspection.id, paper.id, kind.id, item.source.file, stage, self.options.edition, made
        )
        self.entries[entry.key] = entry

    def _own_stem(self, item: Loaded, paper: IssuedPaper, stage: str) -> str:
        """Return the stem; Refused when another paper has it, where capitals may not count either."""
        stem, me = self._stem(item, paper, stage), f"{item.inspection.id}/{paper.id}"
        owner = self.owners.setdefault(stem.casefold(), me)
        if owner != me:
            arguments: dict[str, Argument] = {"name": stem, "other": owner}
            raise Refused([Diagnostic("name-twice", Place(item.source.file), arguments=arguments)])
        return stem

    def _stem(self, item: Loaded, paper: IssuedPaper, stage: str) -> str:
        """Return the path without suffix: the YAML's folder below inspections/, and the name set for it."""
        settings = self.project.settings
        pattern = settings.draft_name if stage == DRAFT else settings.signing_name
        archive = ARCHIVE if self.options.edition == "archive" else ""
        name = pattern.format(inspection=item.inspection.id, paper=paper.id) + archive
        if len(name) > _MAX_NAME or not name.isascii() or set(name) & NOT_IN_NAMES:
            arguments: dict[str, Argument] = {"name": name, "limit": _MAX_NAME}
            raise Refused([Diagnostic("name-unfit", Place(item.source.file), arguments=arguments)])
        folder = Path(item.source.file).parent.relative_to("inspections")
        return (folder / name).as_posix()

    def _rendered(
        self, workshop: Workshop, item: Loaded, document: Document
    ) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
        from generator.render.agreement import agree

        files: dict[str, bytes] = {}
        unmade: tuple[Diagnostic, ...] = ()
        if "docx" in self.options.only and self.options.edition != "archive":
            files["docx"] = workshop.word.render(document)
        if "pdf" in self.options.only:
            try:
                renderer = workshop.pdf
            except Refused as refused:
                if has_errors(refused.diagnostics):
                    raise
                unmade = refused.diagnostics
            else:
                if "docx" in files:
                    agree(files["docx"], renderer.page(document))
                files["pdf"] = renderer.render(document, archive=self._attachment(item))
        return files, unmade

    def _attachment(self, item: Loaded) -> Attachment | None:
        if self.options.edition != "archive":
            return None
        from generator.render.pdf import Attachment

        data = used_data(item, self.batch.catalogues)
        return Attachment(f"{item.inspection.id}.yaml", data, "Dữ liệu đã dùng để tạo văn bản này")

    def _write(self, files: dict[str, bytes]) -> bool:
        """Write a paper's files, all or none; return whether there was anything to write."""
        targets = [
            NewFile(self.out / path, data, self.project.shown(self.out / path))
            for path, data in files.items()
        ]
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


def _placed(diagnostics: Sequence[Diagnostic], item: Loaded, paper: IssuedPaper) -> Iterator[Diagnostic]:
    """Yield the diagnostics; one without a file is placed at the paper it stopped."""
    index = item.inspection.documents.index(paper)
    here = item.source.place(("documents", index))
    for diagnostic in diagnostics:
        yield diagnostic if diagnostic.place.file else replace(diagnostic, place=here)
