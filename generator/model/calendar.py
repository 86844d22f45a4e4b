"""Lịch làm việc của cơ quan: which days are worked, and the day on which so many working days are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from generator.model.dated import Dated
from generator.model.fields import Day, Flag, Id, OneOf, Record, Text, listed
from generator.model.verified import open_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEKDAYS = OneOf(
    thu_hai="thứ Hai",
    thu_ba="thứ Ba",
    thu_tu="thứ Tư",
    thu_nam="thứ Năm",
    thu_sau="thứ Sáu",
    thu_bay="thứ Bảy",
    chu_nhat="Chủ nhật",
)
"""In the order of ``date.weekday``."""
UNVERIFIED = OneOf(nghi_hang_tuan="ngày nghỉ hằng tuần", ngay_le="ngày nghỉ lễ, tết", hoan_doi="hoán đổi")
_Days: TypeAlias = Annotated[tuple[Annotated[str, WEEKDAYS], ...], BeforeValidator(listed)]
_Facts: TypeAlias = Annotated[tuple[Annotated[str, UNVERIFIED], ...], BeforeValidator(listed)]
_DAY = timedelta(days=1)
_NAMES = tuple(WEEKDAYS.choices)


class Holiday(Record):
    """Ngày nghỉ lễ, tết, kể cả ngày nghỉ bù: one day, or all from a day to a day."""

    day: Day = Field(description="Ngày nghỉ; nghỉ nhiều ngày liền thì là ngày đầu.")
    until: Day | None = Field(None, description="Nghỉ đến hết ngày.")
    name: Text = Field(description="Tên ngày nghỉ.")

    def holds_on(self, day: date) -> bool:
        """Return whether the day is one of these."""
        return self.day <= day <= (self.until or self.day)


class Swap(Record):
    """Hoán đổi: a working day that is off, and the day off that is worked for it."""

    off: Day = Field(description="Ngày làm việc được nghỉ.")
    work: Day = Field(description="Ngày nghỉ phải làm bù.")


class CalendarSpan(Dated):
    """Một khoảng của lịch, thường là một năm. Nothing is known of its days until it is `complete`."""

    id: Id = Field(description="Mã: nam-2026.")
    since: Day = Field(description="Từ ngày.")
    until: Day = Field(description="Đến hết ngày.")
    complete: Flag = Field(
        default=False,
        description="có: đã ghi đủ ngày nghỉ, hoán đổi; khi đó mới dùng để tính.",
    )
    weekly_rest: _Days = Field(("thu-bay", "chu-nhat"), description="Ngày nghỉ hằng tuần.")
    holidays: tuple[Holiday, ...] = Field((), description="Ngày nghỉ lễ, tết, nghỉ bù.")
    swaps: tuple[Swap, ...] = Field((), description="Ngày hoán đổi.")
    source: Text | None = Field(None, description="Văn bản quy định, thông báo lịch nghỉ.")
    verified: Flag = Field(default=True, description="không: chưa đối chiếu với văn bản gốc.")
    unverified: _Facts = Field((), description="Những điều chưa đối chiếu, khi các điều khác đã đối chiếu.")

    @property
    def open_facts(self) -> str:
        """What of the span was not verified, in words; "" when all of it was."""
        return open_facts(UNVERIFIED, self.unverified, verified=self.verified)

    def rests(self, day: date) -> bool:
        """Return whether nobody works on a day of the week or a holiday, swaps left aside."""
        weekly = _NAMES[day.weekday()] in self.weekly_rest
        return weekly or any(holiday.holds_on(day) for holiday in self.holidays)

    def works_on(self, day: date) -> bool:
        """Return whether a day is worked."""
        if any(swap.work == day for swap in self.swaps):
            return True
        return not self.rests(day) and all(swap.off != day for swap in self.swaps)


class CalendarFile(Record):
    """`catalogues/calendar.yaml`."""

    calendar: tuple[CalendarSpan, ...] = Field(description="Các khoảng, không trùng ngày.")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The spans of a calendar; of a day in none of them, or in one that is not complete, nothing is known."""

    spans: tuple[CalendarSpan, ...] = ()

    def span(self, day: date) -> CalendarSpan | None:
        """Return the complete span that a day lies in."""
        return next((one for one in self.spans if one.complete and one.holds_on(day)), None)

    def is_worked(self, day: date) -> bool | None:
        """Return whether a day is worked; None when that is not known."""
        span = self.span(day)
        return None if span is None else span.works_on(day)

    def after(self, start: date, count: int) -> date | None:
        """Return the `count`-th working day after `start`, which is not counted itself.

        None when the calendar does not know every day between: no day is ever taken for a working day.
        """
        left, last = count, start
        for day, worked in self._known_after(start):
            if left <= 0:
                break
            left, last = left - int(worked), day
        return last if left <= 0 else None

    def unverified(self, start: date, end: date) -> list[CalendarSpan]:
        """Return the spans between two days of which something was not verified."""
        return [one for one in self.spans if one.since <= end and start <= one.until and one.open_facts]

    def _known_after(self, day: date) -> Iterator[tuple[date, bool]]:
        """Yield each day after one with whether it is worked, up to the first that is not known."""
        while day < date.max:
            day += _DAY
            worked = self.is_worked(day)
            if worked is None:
                return
            yield day, worked
