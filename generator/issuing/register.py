"""Sổ đăng ký văn bản đi: what was issued, series by series, as the journal and the records have it.

A series is what is numbered on its own in one year: the papers of one kind of an agency, or all of them
(NĐ 30/2020, Điều 15 and 16). A paper without a number has no line in the book.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.numbering import Series as Numbering
from generator.checks.numbering import number_parts
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.file_reading import read_bytes
from generator.issuing.journal_head import journal_of
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import read_record, sealed
from generator.issuing.states import INSTRUMENTS, Step
from generator.issuing.store import PENDING, held
from generator.model.paper_kinds import PAPER_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.issuing.journal import Event, Journal
    from generator.issuing.record import Entry, Record
    from generator.project import Project

_LARGEST = 16 * 1024 * 1024
_MOST_GAPS = 8
_KIND_NAMES = {kind.abbreviation: kind.name for kind in PAPER_KINDS.values() if kind.abbreviation}
_LETTER = PAPER_KINDS["cong-van"].name


@dataclass(frozen=True, slots=True)
class Change:
    """What one paper did to another (`states.INSTRUMENTS`); `entry` is the line of that other paper."""

    step: Step
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Line:
    """One issued paper: its ids, its number, its line, what became of it, what it changed."""

    inspection: str
    paper: str
    issuer: str
    number: int
    entry: Entry
    changed_by: tuple[Change, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def day(self) -> date:
        """The day it was issued."""
        return date.fromisoformat(self.entry.day)


@dataclass(frozen=True, slots=True)
class Series:
    """The lines of one series and year in order of their numbers; `kind` is "" where all kinds share one."""

    owner: str
    kind: str
    year: int
    lines: tuple[Line, ...]

    @property
    def kind_name(self) -> str:
        """The kind as it is named: Thông báo, Công văn; "" where all kinds share one series."""
        return _KIND_NAMES.get(self.kind, _LETTER) if self.kind else ""

    def missing(self) -> list[tuple[int, int]]:
        """Return the runs of numbers between the first and the last that no line has."""
        numbers = sorted({line.number for line in self.lines})
        return [(one + 1, other - 1) for one, other in pairwise(numbers) if other - one > 1]


@dataclass(frozen=True, slots=True)
class Register:
    """All series, by year, agency and kind; and what is worth a word."""

    series: tuple[Series, ...]
    told: tuple[Diagnostic, ...] = ()


def register_of(project: Project, year: int | None = None) -> Register:
    """Return the register, of one year or of all.

    Refused when the journal or a record is not as it was written: no book is made of what was changed.
    """
    journal, told = _journal(project)
    records = {event.name: _record(project, event) for event in journal.issues()}
    changed_by, changes = _changes(journal, records)
    by = Numbering(project.settings.number_series)
    groups: defaultdict[tuple[int, str, str], list[Line]] = defaultdict(list)
    unnumbered = 0
    for name, record in records.items():
        owner, kind, of_year = record.series
        parts = number_parts(record.entry.number)
        if year not in (None, of_year):
            continue
        if parts is None:
            unnumbered += 1
            continue
        line = _line(record, parts.number, changed_by[name], changes[name])
        groups[of_year, owner, kind if by is Numbering.KIND else ""].append(line)
    series = tuple(
        Series(owner, kind, of_year, tuple(sorted(lines, key=lambda line: (line.number, line.day))))
        for (of_year, owner, kind), lines in sorted(groups.items())
    )
    return Register(series, (*told, *_notes(project, series, unnumbered)))


def _journal(project: Project) -> tuple[Journal, tuple[Diagnostic, ...]]:
    """Return the journal; an issue that was interrupted is finished or undone first."""
    if not (project.issued / PENDING).exists():
        return journal_of(project), ()
    with held(project) as store:
        return store.journal, store.told


def _record(project: Project, event: Event) -> Record:
    folder = project.issued / event.folder
    shown = project.shown(folder)
    data = read_bytes(folder / RECORD, f"{shown}/{RECORD}", _LARGEST)
    if sealed(data) != event.record:
        raise Refused(
            [Diagnostic("verify-changed", Place(f"{shown}/{RECORD}"), arguments={"day": event.at[:10]})]
        )
    return read_record(folder, shown)


def _line(record: Record, number: int, changed_by: Sequence[Change], changes: Sequence[Change]) -> Line:
    return Line(
        record.inspection,
        record.paper,
        record.issuer,
        number,
        record.entry,
        tuple(changed_by),
        tuple(changes),
    )


def _changes(
    journal: Journal, records: dict[str, Record]
) -> tuple[defaultdict[str, list[Change]], defaultdict[str, list[Change]]]:
    """Return by the names of papers what other papers did to them, and what they did to others."""
    changed_by: defaultdict[str, list[Change]] = defaultdict(list)
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    for event in journal.events:
        if event.step in INSTRUMENTS:
            old, new = records.get(event.name), records.get(event.other)
            changed_by[event.name].append(Change(event.step, new.entry if new else None))
            changes[event.other].append(Change(event.step, old.entry if old else None))
    return changed_by, changes


def _notes(project: Project, series: Iterable[Series], unnumbered: int) -> Iterator[Diagnostic]:
    place = Place(project.shown(project.issued))
    for one in series:
        if gaps := one.missing():
            shown = ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in gaps[:_MOST_GAPS])
            more = ", …" if len(gaps) > _MOST_GAPS else ""
            arguments: dict[str, str | int] = {
                "kind": one.kind_name,
                "owner": one.owner,
                "year": one.year,
                "numbers": shown + more,
            }
            yield Diagnostic("register-gaps", place, Severity.NOTE, arguments)
    if unnumbered:
        yield Diagnostic("register-unnumbered", place, Severity.NOTE, {"count": unnumbered})
