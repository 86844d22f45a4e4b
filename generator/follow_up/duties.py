"""Each duty of a conclusion on a day: late, due soon or later, standing, done, or nobody can know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.compose.tables import in_reading_order
from generator.model.progress import DONE
from generator.model.recommendations import overdue_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.load import Loaded
    from generator.model.calendar import Calendar
    from generator.model.progress import Progress
    from generator.model.recommendations import Deadline, Recommendation

SOON = (3, 7, 15)
"""Days before the end of a time limit from which on it is told apart, the most pressing first."""


class Standing(StrEnum):
    """Where a duty stands, in the order in which they are listed."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNKNOWN = "unknown"
    ONGOING = "ongoing"
    DONE = "done"


class Unknown(StrEnum):
    """Why nobody can say when a time limit ends."""

    MISSING = "missing"
    AT_ONCE = "at-once"
    RECEIPT = "receipt"
    ISSUE = "issue"
    CALENDAR = "calendar"


_ORDER = list(Standing)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day on which is asked, and the calendar that counts."""

    day: date
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit on a day: since when it counts, its last day, the days left (negative once it is over)."""

    deadline: Deadline | None
    issued: date | None
    last_day: date | None
    left: int | None


@dataclass(frozen=True, slots=True)
class DueDuty:
    """One recommendation as one of its owners has to carry it out, as of a day.

    `owner` is as typed, `agency` its key; both are "" for a group without a key. `index` is its place in
    the data, `number` that in the conclusion.
    """

    loaded: Loaded
    index: int
    number: int
    owner: str
    agency: str
    item: Recommendation
    limit: Limit
    progress: Progress | None

    @property
    def standing(self) -> Standing:
        """Where it stands; a standing one (thường xuyên) is never done once and for all."""
        deadline, left = self.item.deadline, self.limit.left
        if deadline is not None and deadline.form == "ongoing":
            return Standing.ONGOING
        if self.progress is not None and self.progress.status == DONE:
            return Standing.DONE
        if left is None:
            return Standing.UNKNOWN
        if left < 0:
            return Standing.OVERDUE
        return Standing.SOON if left <= max(SOON) else Standing.LATER

    @property
    def unknown(self) -> Unknown | None:
        """Why nobody can say when it is due; None when that is known, or does not matter any more."""
        return _why(self.limit) if self.standing is Standing.UNKNOWN else None

    @property
    def within(self) -> int | None:
        """The smallest number of `SOON` that the days left are within; None unless it is due soon."""
        left = self.limit.left
        if self.standing is not Standing.SOON or left is None:
            return None
        return next(days for days in SOON if left <= days)

    @property
    def order(self) -> tuple[int, int, str, int]:
        """The most pressing first; then by inspection and number."""
        left = 0 if self.limit.left is None else self.limit.left
        return _ORDER.index(self.standing), left, self.loaded.inspection.id, self.number


def duties_of(loaded: Loaded, issued: date | None, as_of: AsOf) -> Iterator[DueDuty]:
    """Yield every duty of an inspection, each owner's by itself, numbered as in its conclusion."""
    agencies = {unit.id: unit.agency for unit in loaded.inspection.inspected_units}
    for number, (index, item) in enumerate(in_reading_order(loaded.inspection), 1):
        limit = limit_of(item.deadline, issued, as_of)
        for owner in item.owners or ("",):
            progress = item.progress_of(owner or None, as_of.day)
            agency = agencies.get(owner, owner)
            yield DueDuty(loaded, index, number, owner, agency, item, limit, progress)


def limit_of(deadline: Deadline | None, issued: date | None, as_of: AsOf) -> Limit:
    """Return a time limit as of a day."""
    late_from = overdue_from(deadline, issued, as_of.calendar)
    last_day = late_from - timedelta(days=1) if late_from else None
    return Limit(deadline, issued, last_day, (last_day - as_of.day).days if last_day else None)


def _why(limit: Limit) -> Unknown:
    deadline = limit.deadline
    if deadline is None:
        return Unknown.MISSING
    if deadline.within is None:
        return Unknown.AT_ONCE
    if deadline.start != "ban-hanh":
        return Unknown.RECEIPT
    return Unknown.ISSUE if limit.issued is None else Unknown.CALENDAR
