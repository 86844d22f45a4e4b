"""Papers that stand built in the output folder, as its manifest knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.contents import NUMBERED, ArchivedFile, ArchivedPaper, Edition
from generator.compose.order import Order
from generator.diagnostics import Diagnostic, Severity
from generator.issuing.standing import printing
from generator.manifest import NAME, read_manifest
from generator.staleness import EDITED, GONE, Ground, known_paper, made_of, why_stale

if TYPE_CHECKING:
    from generator.catalogues.entries import Catalogues
    from generator.document import Document
    from generator.issuing.journal import Journal
    from generator.load import Loaded
    from generator.manifest import EntryKey, PaperEntry
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project
    from generator.workshop import Workshop

_UNFIT_CODES = {EDITED: "archive-paper-edited", GONE: "archive-paper-gone"}
_OF_BUILD = {Edition.INTERNAL: "outgoing", Edition.PUBLIC: "publication"}


@dataclass(frozen=True)
class BuiltPapers:
    """The papers of one output folder."""

    project: Project
    workshop: Workshop
    journal: Journal
    edition: Edition
    ground: Ground
    entries: dict[EntryKey, PaperEntry]

    def paper(self, loaded: Loaded, paper: IssuedPaper, catalogues: Catalogues) -> ArchivedPaper | Diagnostic:
        """Return a paper that is not issued yet, or why it is left out; raises `Refused`."""
        state = self.journal.state(loaded.inspection.id, paper.id)
        stage = printing(paper, state)
        key = (loaded.inspection.id, paper.id, stage, _OF_BUILD[self.edition])
        entry = self.entries.get(key)
        if entry is None or not entry.files:
            return Diagnostic("archive-not-built", severity=Severity.WARNING)
        kind, composer = self.workshop.composer(paper.kind)
        public = self.edition is Edition.PUBLIC
        document = composer.compose(loaded, paper, catalogues, stage, public=public).document
        why = self._why_stale(entry, document)
        if why in (EDITED, GONE):
            return Diagnostic(_UNFIT_CODES[why])
        if why and public:
            # What it was made of may have been published then and be private now.
            return Diagnostic("archive-stale-public", arguments={"why": why})
        order = Order(kind, self.project.settings, loaded, paper, catalogues, stage, public)
        numbered = NUMBERED if paper.number and paper.date else stage
        files = tuple(self._file(item.path, item.sha256) for item in entry.files)
        return ArchivedPaper(order, document, state or numbered, issued=False, files=files, stale=bool(why))

    def _why_stale(self, entry: PaperEntry, document: Document) -> str | None:
        anchors = dict(entry.made_of).get("anchors") == "with"
        parts = made_of(self.ground, document, anchors=anchors)
        known = known_paper(entry, self.project.output)
        return why_stale(known, parts, [file.path for file in entry.files])

    def _file(self, path: str, sha256: str) -> ArchivedFile:
        place = self.project.output / path
        return ArchivedFile(place.name, place, self.project.shown(place), sha256)


def built_papers(project: Project, workshop: Workshop, journal: Journal, edition: Edition) -> BuiltPapers:
    """Return what the manifest of the output folder records."""
    entries = {entry.key: entry for entry in read_manifest(project.output / NAME).entries()}
    ground = Ground(workshop, project.root)
    return BuiltPapers(project, workshop, journal, edition, ground, entries)
