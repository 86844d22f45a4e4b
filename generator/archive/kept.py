"""Papers that were issued, as they lie in the store: the files, and the data and text they were made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.contents import ArchivedFile, ArchivedPaper, Edition
from generator.compose.order import Order
from generator.diagnostics import Diagnostic, Place, Refused
from generator.differences.versions import earlier_version
from generator.issuing.at_hand import FOR_SIGNATURE
from generator.issuing.frozen import FOLDER
from generator.issuing.issued_copy import kept_file_of
from generator.issuing.printed import CONSOLIDATED, read_document
from generator.issuing.printed import NAME as DOCUMENT
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import read_record, sealed
from generator.issuing.states import Step

if TYPE_CHECKING:
    from pathlib import Path

    from generator.differences.values import Version
    from generator.document import Document
    from generator.issuing.journal import Event, Journal
    from generator.issuing.record import Record
    from generator.load import Loaded
    from generator.project import Project
    from generator.workshop import Workshop

PRINTED = (".docx", ".pdf", ".xlsx")
"""What the files of a paper are; everything else of its folder is what it was made of."""


@dataclass(frozen=True)
class KeptPapers:
    """The issued papers of a project."""

    project: Project
    workshop: Workshop
    journal: Journal
    edition: Edition

    def paper(self, event: Event) -> ArchivedPaper:
        """Return one issued paper; Refused when it is not what it was when it was issued."""
        folder = self.project.issued / event.folder
        shown = self.project.shown(folder)
        record = read_record(folder, shown)
        if sealed((folder / RECORD).read_bytes()) != event.record:
            arguments = {"day": event.at[:10]}
            raise Refused([Diagnostic("verify-changed", Place(f"{shown}/{RECORD}"), arguments=arguments)])
        version = earlier_version(folder / FOLDER, event.inspection, self.project)
        document = _document(folder, shown, version)
        files = tuple(_files(folder, shown, record))
        state = self.journal.state(event.inspection, event.paper)
        return ArchivedPaper(
            self._order(version, event.paper),
            document,
            state or Step.ISSUED,
            issued=True,
            files=tuple(file for file in files if _is_printed(file.name)),
            data=tuple(file for file in files if not _is_printed(file.name)),
        )

    def says_now(self, event: Event) -> tuple[Event, Loaded, Document]:
        """Return what an issued paper says with what corrected and amended it, the data of that, and by whom.

        That is the event of the paper that did it last, or its own.
        """
        last = self.journal.amended_by(event.inspection, event.paper) or event
        folder = self.project.issued / last.folder
        version = earlier_version(folder / FOLDER, event.inspection, self.project)
        name = DOCUMENT if last is event else CONSOLIDATED
        return last, version.loaded, _document(folder, self.project.shown(folder), version, name)

    def _order(self, version: Version, paper: str) -> Order:
        (found,) = [one for one in version.loaded.inspection.documents if one.id == paper]
        kind, _ = self.workshop.composer(found.kind)
        settings = self.project.settings
        return Order(kind, settings, version.loaded, found, version.catalogues, FOR_SIGNATURE)


def _document(folder: Path, shown: str, version: Version, name: str = DOCUMENT) -> Document:
    photographs = [photograph.data for photograph in version.loaded.photographs]
    try:
        return read_document(kept_file_of(folder, shown, name), photographs)
    except ValueError as error:
        raise Refused([Diagnostic("record-broken", Place(f"{shown}/{name}"))]) from error


def _files(folder: Path, shown: str, record: Record) -> list[ArchivedFile]:
    """Return every file of the folder, the record itself last."""
    found = [
        ArchivedFile(file.path, folder / file.path, f"{shown}/{file.path}", file.sha256)
        for file in record.files
    ]
    own = folder / RECORD
    return [*found, ArchivedFile(RECORD, own, f"{shown}/{RECORD}", sealed(own.read_bytes()))]


def _is_printed(name: str) -> bool:
    return "/" not in name and name.endswith(PRINTED)
