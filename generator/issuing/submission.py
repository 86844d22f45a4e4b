"""Hồ sơ trình ký: one folder with everything that is uploaded to the office's document system.

The paper and its annexes in Word and PDF, clean; the phiếu trình that goes with it; what the system asks to
be typed (NĐ 30/2020, PL VI). It stands whole or not at all, and an earlier one is kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused, Severity
from generator.files import locked, replace_folder
from generator.issuing.at_hand import known_person, paper_at_hand
from generator.issuing.journal import Event
from generator.issuing.metadata import JSON, XML, metadata_of
from generator.issuing.printed import text_hash
from generator.issuing.states import AFTER_ISSUE, Step
from generator.issuing.steps import refuse_changed, refuse_step_out_of_turn
from generator.issuing.store import held
from generator.issuing.two_checks import told_of_checks
from generator.paper_files import file_name, paper_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from generator.document import Document
    from generator.issuing.at_hand import AtHand
    from generator.issuing.store import Store
    from generator.project import Project

FOLDER = "trinh-ky"
_SHEET = "phieu-trinh"
_FORMATS = frozenset({"docx", "pdf"})


@dataclass(frozen=True, slots=True)
class AskedSubmission:
    """The paper, and who puts it before the signer; without anybody no step is written down."""

    inspection: str
    paper: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """The folder that was made and its files, where an earlier one is kept, the step if one was taken."""

    folder: Path
    files: tuple[str, ...]
    kept: Path | None = None
    event: Event | None = None
    told: tuple[Diagnostic, ...] = ()


def submit(project: Project, asked: AskedSubmission) -> Submitted:
    """Make the folder of one paper; Refused with what stands against a signature, and nothing is written.

    The step `trinh-ky` is written down when somebody is named, and only after the folder stands.
    """
    with held(project) as store:
        hand = paper_at_hand(project, asked.inspection, asked.paper)
        if asked.by:
            known_person(hand.catalogues, asked.by)
            refuse_step_out_of_turn(hand, store.journal, Step.SUBMITTED)
        document, told = hand.for_signature()
        if not asked.by:
            _refuse_other_text(hand, store, text_hash(document))
        told = (*told, *told_of_checks(hand, store.journal.of(*hand.name), text_hash(document)))
        files, said = _files(hand, document)
        folder = project.output / FOLDER / _name(hand)
        with locked(project.output, project.shown(project.output)):
            kept = replace_folder(folder, files, project.output, project.shown)
        event = _recorded(hand, store, asked, text_hash(document)) if asked.by else None
        return Submitted(folder, tuple(sorted(files)), kept, event, (*store.told, *told, *said))


def _refuse_other_text(hand: AtHand, store: Store, text: str) -> None:
    """Raise Refused for an issued paper, or for another text than the one before the signer."""
    state, events = store.journal.state(*hand.name), store.journal.of(*hand.name)
    if state in AFTER_ISSUE:
        refuse_step_out_of_turn(hand, store.journal, Step.SUBMITTED)
    if state in (Step.SUBMITTED, Step.SIGNED):
        refuse_changed(hand, events, Step.SUBMITTED, text)


def _recorded(hand: AtHand, store: Store, asked: AskedSubmission, text: str) -> Event:
    at = asked.at.isoformat(timespec="seconds")
    event = Event(at, asked.by, *hand.name, Step.SUBMITTED, text=text)
    store.note([event])
    return event


def _name(hand: AtHand) -> str:
    """Return the name of its copy for signature; Refused when a file cannot be called so."""
    return file_name(hand.project.settings.signing_name, *hand.name, hand.loaded.source.file)


# --- what lies in the folder ----------------------------------------------------------------------------


def _files(hand: AtHand, document: Document) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files by their names, and what is worth a word about them."""
    stem = _name(hand)
    paper = _printed(hand, document)
    pages = sum(_pages(data, name) for name, data in paper.items() if name.endswith(".pdf"))
    metadata = metadata_of(hand, document, pages)
    sheet, told = _sheet(hand)
    files = {
        **{f"{stem}{ending}": data for ending, data in paper.items()},
        **{f"{_SHEET}{ending}": data for ending, data in sheet.items()},
        JSON: metadata.as_json(),
        XML: metadata.as_xml(),
    }
    return files, (*told, *_priority(hand, document), *metadata.too_long)


def _printed(hand: AtHand, document: Document) -> dict[str, bytes]:
    """Return Word and PDF of the paper and of its separate annexes; Refused when one cannot be made here."""
    made, unmade = paper_files(hand.workshop, document, _FORMATS)
    if unmade:
        raise Refused(Diagnostic(item.code, item.place, arguments=item.arguments) for item in unmade)
    return made


def _pages(data: bytes, name: str) -> int:
    from generator.reading.pdf.opening import opened

    return len(opened(data, name)[1])


def _priority(hand: AtHand, document: Document) -> tuple[Diagnostic, ...]:
    """Return a note on urgency: the annex gives it one digit, and no list of them to take it from."""
    if document.urgency is None:
        return ()
    place = hand.loaded.source.place(("documents", hand.index, "urgency"))
    return (Diagnostic("submit-priority", place, Severity.NOTE, {"text": document.urgency.value}),)


def _sheet(hand: AtHand) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files of the phiếu trình that goes with the paper, none when there is none."""
    found = _sheets_of(hand)
    if not found:
        return {}, ()
    if len(found) > 1:
        known = ", ".join(one.paper.id for one in found)
        raise hand.told("submit-sheets-several", known=known, paper=hand.paper.id)
    (sheet,) = found
    document, told = sheet.for_signature()
    return _printed(sheet, document), (*told, *_taken(hand, sheet))


def _taken(hand: AtHand, sheet: AtHand) -> tuple[Diagnostic, ...]:
    """Return a note when the sheet does not name its paper and there are several it could be of."""
    papers = hand.loaded.inspection.documents
    if sheet.paper.of or len(papers) == 2:
        return ()
    place = hand.loaded.source.place(("documents", sheet.index))
    arguments = {"sheet": sheet.paper.id, "paper": hand.paper.id}
    return (Diagnostic("submit-sheet-taken", place, Severity.NOTE, arguments),)


def _sheets_of(hand: AtHand) -> list[AtHand]:
    """Return the papers that submit this one: those that name it, else those that name none."""
    if hand.kind.data.submits:
        return []
    others = [replace(hand, paper=paper) for paper in hand.loaded.inspection.documents]
    sheets = [other for other in others if other.paper.id != hand.paper.id and other.kind.data.submits]
    naming = [sheet for sheet in sheets if sheet.paper.of == hand.paper.id]
    return naming or [sheet for sheet in sheets if sheet.paper.of is None]
