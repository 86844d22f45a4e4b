"""Phát hành: number and day given after the signature are written down, and the paper never changes again.

The clerk types number and day (NĐ 30/2020, Điều 15); of an electronic paper the signed file that came back
is taken in and is the original. Kept are the files, the data and what the paper says; the YAML gets its
number and day.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator import __version__
from generator.diagnostics import Diagnostic, Refused
from generator.file_reading import read_bytes
from generator.issuing.at_hand import at_hand_beside, known_person, paper_at_hand
from generator.issuing.frozen import frozen_data
from generator.issuing.journal import Event
from generator.issuing.naming import folder_of, given_number
from generator.issuing.number_and_day import refuse_number, told_of_day, typed_into_yaml
from generator.issuing.printed import CONSOLIDATED, document_bytes, text_hash
from generator.issuing.printed import NAME as DOCUMENT
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import Record, kept_file, sealed
from generator.issuing.register_line import issuer_of, register_line, series_of
from generator.issuing.review import refuse_unfit_correction
from generator.issuing.signed_blanks import Given
from generator.issuing.signed_copy import Approved, signature_marks
from generator.issuing.states import Step
from generator.issuing.steps import refuse_changed, refuse_step_out_of_turn
from generator.issuing.store import NewPaper, YamlChange, held
from generator.paper_files import paper_files
from generator.wording import short_date
from generator.yaml_editing import kept_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from generator.document import Document
    from generator.issuing.at_hand import AtHand
    from generator.issuing.store import Store
    from generator.project import Project

_LARGEST_SIGNED = 64 * 1024 * 1024
_FORMATS = frozenset({"docx", "pdf"})
_LIBRARIES = ("docxtpl", "jinja2", "weasyprint", "pyyaml")


@dataclass(frozen=True, slots=True)
class AskedIssue:
    """What a clerk gives: the paper, the number and day it was given, who issues it, and the signed file."""

    inspection: str
    paper: str
    number: str
    day: date
    by: str
    at: datetime
    signed: Path | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper that was issued: its line in the journal, its record, where the YAML before is kept."""

    event: Event
    record: Record
    kept: str
    told: tuple[Diagnostic, ...] = ()


def issue_paper(project: Project, asked: AskedIssue) -> Issued:
    """Issue one paper; Refused with everything that stands against it, and then nothing was written."""
    with held(project) as store:
        return _Issuing(store, paper_at_hand(project, asked.inspection, asked.paper), asked).issued()


class _Issuing:
    """The issuing of one paper, while the store is held."""

    def __init__(self, store: Store, hand: AtHand, asked: AskedIssue) -> None:
        self._store, self._hand, self._asked = store, hand, asked
        self._project = hand.project
        self._told: list[Diagnostic] = []

    def issued(self) -> Issued:
        """Look at everything, then write."""
        asked, journal = self._asked, self._store.journal
        known_person(self._hand.catalogues, asked.by)
        refuse_step_out_of_turn(self._hand, journal, Step.ISSUED)
        refuse_unfit_correction(self._hand, journal)
        document, _ = self._hand.for_signature()
        refuse_changed(self._hand, journal.of(*self._hand.name), Step.SIGNED, text_hash(document))
        number = given_number(self._hand, document, asked.number)
        before, after = typed_into_yaml(self._hand, number, asked.day)
        hand = self._hand.changed(after)
        self._told += told_of_day(hand, journal, asked.day, asked.at.date())
        refuse_number(hand, self._store)
        document, said = hand.for_signature()
        self._told += said
        folder = folder_of(hand, number, asked.day)
        files, pages = self._files(hand, document, folder.rpartition("/")[2])
        files |= frozen_data(self._project, hand.loaded, after)
        files[DOCUMENT] = document_bytes(document)
        consolidated = self._consolidated(hand)
        if consolidated is not None:
            files[CONSOLIDATED] = document_bytes(consolidated)
        record = self._record(hand, document, files, pages)
        paper = NewPaper(folder, {**files, RECORD: record.written()})
        events = [self._event(hand, document, paper), *self._links(hand, consolidated)]
        kept = kept_before(hand.path, self._project)
        self._store.keep(paper, YamlChange(hand.loaded.source.file, before, after), events)
        return Issued(events[0], record, self._project.shown(kept), (*self._store.told, *self._told))

    def _files(self, hand: AtHand, document: Document, stem: str) -> tuple[dict[str, bytes], int]:
        """Return the files of the paper, the signed one in the place of ours, and how many pages it has."""
        from generator.reading.pdf import read_pdf

        made, unmade = paper_files(hand.workshop, document, _FORMATS)
        if unmade:
            raise Refused(Diagnostic(item.code, item.place, arguments=item.arguments) for item in unmade)
        files = {f"{stem}{ending}": data for ending, data in made.items()}
        ours = read_pdf(made[".pdf"], f"{stem}.pdf")
        signed = self._signed(hand, made[".pdf"])
        if signed is not None:
            files[f"{stem}.pdf"] = signed
        return files, max((paragraph.page for paragraph in ours.paragraphs), default=1)

    def _signed(self, hand: AtHand, ours: bytes) -> bytes | None:
        """Return the signed file; Refused when it says another thing, or an electronic paper has none."""
        path = self._asked.signed
        if path is None:
            if hand.paper.medium != "giay":
                raise hand.told("issue-signed-missing", "medium")
            return None
        shown = self._project.shown(path)
        data = read_bytes(path, shown, _LARGEST_SIGNED)
        day, month, *_ = short_date(self._asked.day).split("/")
        given = Given((hand.paper.number or "").partition("/")[0], day, month)
        self._told += signature_marks(Approved(ours, given, self._for_signature), data, shown)
        return data

    def _for_signature(self) -> bytes:
        """Return the PDF that was put before the signer: number and day are blanks that a system fills."""
        made, unmade = paper_files(self._hand.workshop, self._hand.for_signature()[0], frozenset({"pdf"}))
        if unmade:
            raise Refused(Diagnostic(item.code, item.place, arguments=item.arguments) for item in unmade)
        return made[".pdf"]

    def _record(self, hand: AtHand, document: Document, files: Mapping[str, bytes], pages: int) -> Record:
        asked, corrects = self._asked, hand.paper.corrects
        return Record(
            inspection=hand.name[0],
            paper=hand.name[1],
            kind=hand.kind.id,
            issuer=issuer_of(hand),
            series=series_of(hand),
            entry=register_line(hand, document, pages),
            medium=hand.paper.medium,
            original=next((name for name in files if name.endswith(".pdf") and asked.signed), ""),
            corrects=f"{hand.name[0]}/{corrects.paper}" if corrects else "",
            instrument=corrects.instrument if corrects else "",
            issued_by=asked.by,
            issued_at=asked.at.isoformat(timespec="seconds"),
            source=hand.loaded.source.file,
            text=text_hash(document),
            files=tuple(kept_file(name, files[name]) for name in sorted(files)),
            program={"ketluan": __version__} | {name: version(name) for name in _LIBRARIES},
            previous=self._store.journal.head,
        )

    def _consolidated(self, hand: AtHand) -> Document | None:
        """Return what the corrected or amended paper says from now on; None for any other paper."""
        corrects = hand.paper.corrects
        if corrects is None or Step(corrects.instrument) not in (Step.CORRECTED, Step.AMENDED):
            return None
        return at_hand_beside(hand, corrects.paper).composed()

    def _links(self, hand: AtHand, consolidated: Document | None) -> Iterator[Event]:
        """Yield what happens to the paper that this one corrects, amends, replaces or recalls."""
        corrects = hand.paper.corrects
        if corrects is not None:
            inspection, paper = hand.name
            at, other = self._asked.at.isoformat(timespec="seconds"), f"{inspection}/{paper}"
            step = Step(corrects.instrument)
            text = text_hash(consolidated) if consolidated else ""
            yield Event(at, self._asked.by, inspection, corrects.paper, step, text=text, other=other)

    def _event(self, hand: AtHand, document: Document, paper: NewPaper) -> Event:
        return Event(
            self._asked.at.isoformat(timespec="seconds"),
            self._asked.by,
            *hand.name,
            Step.ISSUED,
            text=text_hash(document),
            folder=paper.folder,
            record=sealed(paper.files[RECORD]),
        )
