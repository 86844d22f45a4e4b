"""What is due in the inspections of a project, by the unit that has to do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.batch import read_each
from generator.diagnostics import Diagnostic, Severity
from generator.follow_up.duties import AsOf, DueDuty, Standing, Unknown, duties_of
from generator.follow_up.issue_day import IssueDays
from generator.load import load_catalogues
from generator.model.recommendations import uses_calendar
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from generator.batch import Reading
    from generator.catalogues.entries import Catalogues
    from generator.model.calendar import Calendar
    from generator.project import Project

_PRESS = "press"


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """The duties of one agency, the most pressing first; `words` name a group that has no key."""

    agency: str
    words: str
    duties: tuple[DueDuty, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """What is due on a day; `press` counts the press reconstructions that were left out."""

    day: date
    units: tuple[UnitDuties, ...]
    catalogues: Catalogues
    press: int = 0
    told: tuple[Diagnostic, ...] = ()

    def count(self, standing: Standing) -> int:
        """Return how many duties stand so."""
        return sum(duty.standing is standing for unit in self.units for duty in unit.duties)


def due(project: Project, day: date, targets: Sequence[str] = (), *, press: bool = False) -> Due:
    """Return every duty of the inspections that `targets` mean, all for none, as of a day.

    Reconstructions from the press are left out unless they are asked for, by `press` or by a target.
    Refused when the catalogues or the journal cannot be read; UnknownTarget when a target means nothing.
    """
    catalogues = load_catalogues(project)
    readings = list(read_each(project, catalogues, targets))
    kept = [one for one in readings if press or targets or not _is_press(one)]
    days, as_of = IssueDays(project), AsOf(day, catalogues.calendar)
    found = [
        duty
        for loaded in (one.loaded for one in kept)
        if loaded is not None
        for duty in duties_of(loaded, days(loaded.inspection), as_of)
    ]
    wrong = [item for one in readings if one.loaded is None for item in one.diagnostics]
    told = (*wrong, *_calendar_notes(found, catalogues.calendar))
    return Due(day, by_unit(found), catalogues, len(readings) - len(kept), told)


def _is_press(reading: Reading) -> bool:
    return reading.loaded is not None and reading.loaded.inspection.source.kind == _PRESS


def by_unit(found: Iterable[DueDuty]) -> tuple[UnitDuties, ...]:
    """Return the duties by who has them, units with the most pressing duty first."""
    groups: dict[tuple[str, str], list[DueDuty]] = {}
    for duty in sorted(found, key=lambda one: one.order):
        words = "" if duty.agency else duty.item.owners_text or ""
        groups.setdefault((duty.agency, words), []).append(duty)
    return tuple(UnitDuties(agency, words, tuple(own)) for (agency, words), own in groups.items())


def _calendar_notes(found: Sequence[DueDuty], calendar: Calendar) -> Iterator[Diagnostic]:
    """Yield what the calendar does not cover, and what of it that was counted with was not verified."""
    for duty in found:
        place = duty.loaded.source.place(("recommendations", duty.index, "deadline"))
        if duty.unknown is Unknown.CALENDAR and duty.limit.issued is not None:
            arguments = {"id": duty.item.id, "day": short_date(duty.limit.issued)}
            yield Diagnostic("due-calendar-unknown", place, Severity.WARNING, arguments)
        if duty.limit.issued is None or duty.limit.last_day is None or not uses_calendar(duty.item.deadline):
            continue
        for span in calendar.unverified(duty.limit.issued, duty.limit.last_day):
            arguments = {"id": duty.item.id, "span": span.id, "facts": span.open_facts}
            yield Diagnostic("due-calendar-unverified", place, Severity.WARNING, arguments)
