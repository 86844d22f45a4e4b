"""What was issued, brought back: the data as they were, the paper as it was printed, its pages.

A paper that was corrected or amended since says what it says with that: so it was kept with the paper that
did it, and that is what it is compared with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.differences.versions import earlier_version
from generator.file_reading import read_bytes
from generator.issuing.at_hand import FOR_SIGNATURE
from generator.issuing.frozen import FOLDER
from generator.issuing.printed import CONSOLIDATED, NAME, read_document
from generator.issuing.record import read_record, sealed

if TYPE_CHECKING:
    from pathlib import Path

    from generator.differences.values import Version
    from generator.document import Document
    from generator.issuing.at_hand import AtHand
    from generator.issuing.journal import Journal
    from generator.issuing.record import Record
    from generator.model.issued_papers import IssuedPaper
    from generator.seen import SeenPaper
    from generator.workshop import Workshop

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True)
class IssuedCopy:
    """One issued paper as it lies in the store.

    `version` are the data and `document` the text as of its issue, or of its last correction or amendment.
    """

    folder: Path
    shown: str
    record: Record
    version: Version
    document: Document

    @cached_property
    def seen(self) -> SeenPaper:
        """What a reader sees on the issued PDF; Refused when it cannot be read."""
        from generator.reading.pdf import read_pdf

        (name,) = [
            file.path
            for file in self.record.files
            if file.path.endswith(".pdf") and "/" not in file.path and "_PL" not in file.path
        ]
        return read_pdf(kept_file_of(self.folder, self.shown, name), f"{self.shown}/{name}")


def issued_copy(hand: AtHand, journal: Journal) -> IssuedCopy:
    """Return the issued copy of a paper; Refused when it was never issued, or is not as it was."""
    event = journal.issue_of(*hand.name)
    if event is None:
        raise hand.told("correct-not-issued")
    folder = hand.project.issued / event.folder
    shown = hand.project.shown(folder)
    record = read_record(folder, shown)
    last, name = journal.amended_by(*hand.name) or event, NAME
    if last is not event:
        name = CONSOLIDATED
    home = hand.project.issued / last.folder
    place = hand.project.shown(home)
    version = replace(earlier_version(home / FOLDER, hand.name[0], hand.project), home=f"{place}/{FOLDER}")
    document = _document(kept_file_of(home, place, name), version, f"{place}/{name}")
    return IssuedCopy(folder, shown, record, version, document)


def _document(data: bytes, version: Version, shown: str) -> Document:
    photographs = [photograph.data for photograph in version.loaded.photographs]
    try:
        return read_document(data, photographs)
    except ValueError as error:
        raise Refused([Diagnostic("record-broken", Place(shown))]) from error


def kept_file_of(folder: Path, shown: str, name: str) -> bytes:
    """Return a file of an issued paper; Refused when it is not what it was when it was issued."""
    record = read_record(folder, shown)
    data = read_bytes(folder / name, f"{shown}/{name}", _LARGEST)
    if sealed(data) not in [file.sha256 for file in record.files if file.path == name]:
        arguments = {"day": record.issued_at[:10]}
        raise Refused([Diagnostic("verify-changed", Place(f"{shown}/{name}"), arguments=arguments)])
    return data


class ComposeBeside:
    """Gives the issued copy for the old version, and composes the new one as it would be signed."""

    def __init__(self, copy: IssuedCopy, workshop: Workshop) -> None:
        self._copy, self.workshop = copy, workshop

    def __call__(self, version: Version, paper: IssuedPaper, _stage: str) -> Document:
        """Return the paper of a version; raises `Refused`."""
        if version is self._copy.version and paper.id == self._copy.record.paper:
            return self._copy.document
        composer = self.workshop.composer(paper.kind)[1]
        return composer.compose(version.loaded, paper, version.catalogues, FOR_SIGNATURE).document
