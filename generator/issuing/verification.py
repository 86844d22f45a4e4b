"""Proof that nothing of what was issued was changed or lost: the journal, the records, every file.

What is not looked at is said as well: "not checked" is never "passed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.file_reading import read_bytes
from generator.inspection_index import inspection_index
from generator.issuing.journal_head import journal_of
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import read_record, sealed
from generator.issuing.store import PENDING
from generator.wording import parse_date
from generator.yaml_source import Mapping, Scalar, Sequence, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.issuing.journal import Event, Journal
    from generator.issuing.record import Record
    from generator.project import Project
    from generator.yaml_source import Node

_LARGEST = 64 * 1024 * 1024


def verify(project: Project) -> tuple[int, tuple[Diagnostic, ...]]:
    """Return how many issued papers were looked at, and everything that is wrong with them."""
    try:
        journal = journal_of(project)
    except Refused as refused:
        return 0, refused.diagnostics
    issues = journal.issues()
    found = [
        *_interrupted(project),
        *(item for event in issues for item in _paper(project, journal, event)),
        *_without_line(project, journal),
        *_yaml_differs(project, issues),
    ]
    return len(issues), tuple(found)


def _interrupted(project: Project) -> Iterator[Diagnostic]:
    pending = project.issued / PENDING
    if pending.exists():
        yield Diagnostic("verify-interrupted", Place(project.shown(pending)), Severity.WARNING)


def _paper(project: Project, journal: Journal, event: Event) -> Iterator[Diagnostic]:
    """Yield what is wrong with one issued paper: its record first, then each of its files."""
    folder = project.issued / event.folder
    shown = project.shown(folder)
    try:
        data = read_bytes(folder / RECORD, f"{shown}/{RECORD}", _LARGEST)
        record = read_record(folder, shown)
    except Refused as refused:
        yield from refused.diagnostics
        return
    if sealed(data) != event.record or record.previous != journal.head_before(event):
        yield _changed(f"{shown}/{RECORD}", event)
        return
    yield from _link(journal, record, f"{shown}/{RECORD}")
    yield from _files(folder, shown, record, event)


def _link(journal: Journal, record: Record, shown: str) -> Iterator[Diagnostic]:
    """Yield a correcting paper of which the journal does not say what it did: that line was cut off."""
    name = f"{record.inspection}/{record.paper}"
    done = {(event.name, event.step, event.other) for event in journal.events}
    if record.corrects and (record.corrects, record.instrument, name) not in done:
        yield Diagnostic("verify-without-link", Place(shown), arguments={"paper": record.corrects})


def _files(folder: Path, shown: str, record: Record, event: Event) -> Iterator[Diagnostic]:
    for file in record.files:
        try:
            data = read_bytes(folder / file.path, f"{shown}/{file.path}", _LARGEST)
        except Refused as refused:
            yield from refused.diagnostics
            continue
        if sealed(data) != file.sha256:
            yield _changed(f"{shown}/{file.path}", event)
    known = {RECORD, *(file.path for file in record.files)}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    for name in sorted(there - known):
        yield Diagnostic("verify-file-added", Place(f"{shown}/{name}"))
    if record.original:
        yield Diagnostic("verify-signature", Place(f"{shown}/{record.original}"), Severity.NOT_CHECKED)


def _changed(shown: str, event: Event) -> Diagnostic:
    return Diagnostic("verify-changed", Place(shown), arguments={"day": event.at[:10]})


def _without_line(project: Project, journal: Journal) -> Iterator[Diagnostic]:
    """Yield papers that the journal does not know: its last lines were cut off, or a folder was put there."""
    known = {event.folder for event in journal.issues()}
    for path in sorted(project.issued.glob(f"*/*/*/{RECORD}")):
        if path.parent.relative_to(project.issued).as_posix() not in known:
            yield Diagnostic("verify-without-line", Place(project.shown(path.parent)))


def _yaml_differs(project: Project, issues: list[Event]) -> Iterator[Diagnostic]:
    """Yield papers whose YAML has another number or day than they were issued with, or has them no more."""
    files = {entry.id: entry for entry in inspection_index(project).entries}
    for event in issues:
        entry = files.get(event.inspection)
        try:
            record = read_record(project.issued / event.folder, event.folder)
            typed = _typed(entry.path, entry.file, event.paper) if entry else None
        except Refused:
            continue  # told where it is read for itself
        if typed is None:
            place = Place(entry.file if entry else record.source)
            yield Diagnostic("verify-yaml-missing", place, Severity.WARNING, {"paper": event.paper})
        elif typed != (record.entry.number, record.entry.day):
            arguments = {"paper": event.paper, "number": record.entry.number, "day": record.entry.day}
            yield Diagnostic("verify-yaml-differs", Place(entry.file if entry else ""), arguments=arguments)


def _typed(path: Path, file: str, paper: str) -> tuple[str, str] | None:
    """Return number and day (ISO 8601) of a paper as its YAML has them; None when it has no such paper."""
    documents = read_source(path, file).root.values.get("documents")
    for item in documents.items if isinstance(documents, Sequence) else ():
        said = item.values if isinstance(item, Mapping) else {}
        if _text(said.get("id")) == paper:
            return _text(said.get("number")).replace(" ", ""), _iso(_text(said.get("date")))
    return None


def _text(node: Node | None) -> str:
    return (node.text or "").strip() if isinstance(node, Scalar) else ""


def _iso(typed: str) -> str:
    try:
        return parse_date(typed).isoformat() if typed else ""
    except ValueError:
        return typed
