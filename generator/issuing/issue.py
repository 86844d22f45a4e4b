"""Phát hành: number and day given after the signature are written down, and the paper never changes again.

The clerk types number and day (NĐ 30/2020, Điều 15); of an electronic paper the signed file that came back
is taken in and is the original. Kept are the files, the data and what the paper says; the YAML gets its
number and day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator import __version__
from generator.checks.case import Case
from generator.checks.numbering import Numbered, Series, number_hits, number_parts, numbers_of
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.document import plain
from generator.issuing.at_hand import at_hand_beside, known_person, paper_at_hand
from generator.issuing.frozen import frozen_data
from generator.issuing.journal import Event
from generator.issuing.metadata import issued_amount
from generator.issuing.naming import folder_of, given_number
from generator.issuing.printed import CONSOLIDATED, document_bytes, text_hash
from generator.issuing.printed import NAME as DOCUMENT
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import Entry, Record, kept_file, sealed
from generator.issuing.review import refuse_unfit_correction
from generator.issuing.signed_blanks import Given
from generator.issuing.signed_copy import Approved, signature_marks
from generator.issuing.states import Step
from generator.issuing.steps import refuse_changed, refuse_step_out_of_turn
from generator.issuing.store import NewPaper, YamlChange, held
from generator.paper_files import paper_files
from generator.wording import NO_BREAK_SPACE, parse_date, short_date
from generator.yaml_editing import edited, kept_before, read_text
from generator.yaml_source import Scalar, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from generator.document import Document, Runs
    from generator.issuing.at_hand import AtHand
    from generator.issuing.store import Store
    from generator.project import Project

_LARGEST_SIGNED = 64 * 1024 * 1024
_FORMATS = frozenset({"docx", "pdf"})
_LIBRARIES = ("docxtpl", "jinja2", "weasyprint", "pyyaml")
_KEPT = "Lưu:"


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
        before, after = self._yaml(number)
        hand = self._hand.changed(after)
        self._refuse_day(hand)
        self._refuse_number(hand)
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

    # --- number and day --------------------------------------------------------------------------------

    def _yaml(self, number: str) -> tuple[bytes, bytes]:
        """Return the YAML as it is, and with number and day in it; what other papers cite gets them too."""
        hand, day = self._hand, short_date(self._asked.day)
        source = read_text(hand.path, self._project)
        text = source.text
        for path in (("documents", hand.index), *self._cited_as()):
            for name, value in (("number", number), ("date", day)):
                if value:
                    self._refuse_typed_otherwise(path, name, value)
                    text = edited(text, (*path, name), value, source.file)
        return source.data, text.encode()

    def _refuse_typed_otherwise(self, path: tuple[str | int, ...], name: str, value: str) -> None:
        """Raise Refused when another number or day is typed there already."""
        source = self._hand.loaded.source
        node = source.node((*path, name))
        typed = node.text if isinstance(node, Scalar) else None
        if typed is None or value in (typed.replace(" ", ""), _as_day(typed)):
            return
        if path[0] != "documents" and {typed.replace(" ", ""), _as_day(typed)} & self._of_the_replaced():
            return
        arguments = {"typed": typed, "given": value}
        raise Refused([Diagnostic("issue-typed-otherwise", source.place((*path, name)), arguments=arguments)])

    def _of_the_replaced(self) -> set[str]:
        """Return number and day of the paper whose place in the inspection this one takes."""
        corrects = self._hand.paper.corrects
        if corrects is None or Step(corrects.instrument) is not Step.REPLACED:
            return set()
        old = at_hand_beside(self._hand, corrects.paper).paper
        return {old.number or "", short_date(old.date) if old.date else ""}

    def _cited_as(self) -> Iterator[tuple[str | int, ...]]:
        """Yield where the inspection cites the paper, when its number is not typed there."""
        makes, source = self._hand.kind.data.makes, self._hand.loaded.source
        if makes is None:
            return
        units = self._hand.loaded.inspection.inspected_units
        turn = next((turn for turn, unit in enumerate(units) if unit.id == self._hand.paper.unit), 0)
        path: tuple[str | int, ...] = (makes.replace("-", "_"),)
        path = ("inspected_units", turn, makes) if makes == "minutes" else path
        if source.node(path) is not None:
            yield path

    def _refuse_day(self, hand: AtHand) -> None:
        day, today = self._asked.day, self._asked.at.date()
        if day > today:
            raise hand.told("issue-day-future", "date", day=short_date(day), today=short_date(today))
        signed = next(
            event for event in reversed(self._store.journal.of(*hand.name)) if event.step is Step.SIGNED
        )
        if day.isoformat() < signed.at[:10]:
            place = hand.loaded.source.place(("documents", hand.index, "date"))
            arguments = {"day": short_date(day), "signed": short_date(date.fromisoformat(signed.at[:10]))}
            self._told.append(Diagnostic("issue-day-before-signature", place, Severity.WARNING, arguments))

    def _refuse_number(self, hand: AtHand) -> None:
        """Raise Refused for a number that its series has, or that is out of order in it (Điều 15)."""
        by = Series(self._project.settings.number_series)
        issued = [self._numbered(event) for event in self._store.journal.issues()]
        known = [number for number in issued if number is not None]
        new = numbers_of(Case(hand.loaded, hand.paper, hand.catalogues), cited=False)
        before = {(rule, str(said)) for _, rule, _, said in number_hits([known], by)}
        place = hand.loaded.source.place(("documents", hand.index, "number"))
        found = [
            Diagnostic(rule, place, arguments=said)
            for _, rule, _, said in number_hits([[*known, *new]], by)
            if (rule, str(said)) not in before
        ]
        if found:
            raise Refused(found)

    def _numbered(self, event: Event) -> Numbered | None:
        record = self._store.record(event)
        parts = number_parts(record.entry.number)
        if parts is None:
            return None
        place, day = Place(event.folder), date.fromisoformat(record.entry.day)
        return Numbered(place, record.entry.number, parts.number, day, record.series[0], parts.kind, own=True)

    # --- what is kept ----------------------------------------------------------------------------------

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
            issuer=_issuer(hand),
            series=_series(hand),
            entry=_entry(hand, document, pages),
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


def _as_day(typed: str) -> str:
    try:
        return short_date(parse_date(typed))
    except ValueError:
        return ""


def _issuer(hand: AtHand) -> str:
    return hand.paper.issuer or hand.loaded.inspection.issuer or ""


def _series(hand: AtHand) -> tuple[str, str, int]:
    """Return whose numbers the paper takes, its kind in them, and the year."""
    day = hand.paper.date
    issuer = _issuer(hand)
    parts = number_parts(hand.paper.number or "")
    owner = hand.catalogues.number_series(issuer, day) if issuer else ""
    return owner, parts.kind if parts else hand.kind.data.abbreviation, day.year if day else 0


def _entry(hand: AtHand, document: Document, pages: int) -> Entry:
    """Return the line of the register as far as the paper says it (NĐ 30/2020, PL IV)."""
    listed = list(map(_item, document.recipients))
    kept = next((line for line in listed if line.startswith(_KEPT)), "")
    # "Như trên" stands for those of Kính gửi, whom the register names.
    as_above = bool(document.addressees and hand.kind.data.form.first_recipient)
    to = (*map(_item, document.addressees), *(line for line in listed[as_above:] if line != kept))
    signature = document.signatures[-1]
    return Entry(
        number=hand.paper.number or "",
        day=hand.paper.date.isoformat() if hand.paper.date else "",
        kind=hand.kind.data.name,
        title=f"{hand.kind.data.name} {plain(document.subject or document.head.about)}",
        signer=plain(signature.name),
        post=", ".join(plain(line) for line in signature.lines),
        recipients=to,
        kept_by=kept.removeprefix(_KEPT).strip(),
        copies=issued_amount(document.drafter_mark),
        pages=pages,
    )


def _item(runs: Runs) -> str:
    """Return an item of a list without its dash and mark; its spaces are data, no line ends at them."""
    return plain(runs).replace(NO_BREAK_SPACE, " ").strip().lstrip("- ").rstrip(" ;.")
