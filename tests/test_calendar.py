"""The office's calendar: working days counted only where every day is known, and what cannot be in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Refused
from generator.load import load_catalogues
from generator.model.calendar import Calendar, CalendarSpan, Holiday, Swap
from generator.model.recommendations import Deadline, overdue_from
from generator.project import find_project
from tests.inspections import ROOT, new_project

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
OFF, WORK = date(2026, 7, 10), date(2026, 7, 18)
YEAR = CalendarSpan(
    id="thu",
    since=FIRST,
    until=LAST,
    complete=True,
    holidays=(Holiday(day=date(2026, 7, 7), until=date(2026, 7, 8), name="Ngày nghỉ thử"),),
    swaps=(Swap(off=OFF, work=WORK),),
)
CALENDAR = Calendar((YEAR,))
DAYS = st.dates(FIRST, LAST)
COUNTS = st.integers(0, 300)


def test_a_day_is_worked_unless_it_is_off_by_the_week_by_a_holiday_or_by_a_swap() -> None:
    assert CALENDAR.is_worked(date(2026, 7, 6)) is True  # thứ Hai
    assert CALENDAR.is_worked(date(2026, 7, 4)) is False  # thứ Bảy
    assert CALENDAR.is_worked(date(2026, 7, 5)) is False  # Chủ nhật
    assert CALENDAR.is_worked(date(2026, 7, 8)) is False
    assert (CALENDAR.is_worked(OFF), CALENDAR.is_worked(WORK)) == (False, True)
    assert CALENDAR.is_worked(date(2027, 1, 4)) is None


def test_working_days_are_counted_over_weekends_holidays_and_swaps() -> None:
    friday = date(2026, 7, 3)
    ends = [date(2026, 7, day) for day in (6, 9, 13, 14, 15, 16, 17, 18, 20)]
    assert [CALENDAR.after(friday, count) for count in range(1, 10)] == ends
    assert CALENDAR.after(date(2026, 7, 4), 1) == date(2026, 7, 6)


def test_the_days_of_the_week_are_those_of_the_file() -> None:
    sundays = YEAR.model_copy(update={"weekly_rest": ("chu-nhat",), "holidays": (), "swaps": ()})
    assert Calendar((sundays,)).after(date(2026, 7, 3), 1) == date(2026, 7, 4)


@given(DAYS, COUNTS)
def test_so_many_days_are_worked_up_to_the_end_and_the_end_is_one(start: date, count: int) -> None:
    end = CALENDAR.after(start, count)
    between = [start + timedelta(days=turn + 1) for turn in range((end - start).days)] if end else []
    if end is None:
        rest = (start + timedelta(days=turn + 1) for turn in range((LAST - start).days))
        assert sum(CALENDAR.is_worked(day) is True for day in rest) < count
    else:
        assert sum(CALENDAR.is_worked(day) is True for day in between) == count
        assert end == start if count == 0 else CALENDAR.is_worked(end)


@given(DAYS, st.integers(0, 120), st.integers(0, 120))
def test_days_are_counted_on_from_where_others_ended(start: date, first: int, second: int) -> None:
    middle = CALENDAR.after(start, first)
    if middle is not None:
        assert CALENDAR.after(middle, second) == CALENDAR.after(start, first + second)


@given(DAYS, st.integers(1, 200), DAYS)
def test_a_day_that_is_not_known_makes_the_end_unknown(start: date, count: int, hole: date) -> None:
    """Its broken twin: a day outside every span that counted as a working day would give an end."""
    before, after = hole - timedelta(days=1), hole + timedelta(days=1)
    torn = Calendar(
        (
            YEAR.model_copy(update={"until": before}),
            YEAR.model_copy(update={"id": "sau", "since": after}),
        )
    )
    whole = CALENDAR.after(start, count)
    torn_end = torn.after(start, count)
    assert torn_end == (None if whole is None or start < hole <= whole else whole)


def test_a_span_that_is_not_complete_is_not_known() -> None:
    open_span = YEAR.model_copy(update={"complete": False})
    assert Calendar((open_span,)).after(date(2026, 7, 3), 1) is None


def test_a_time_limit_in_working_days_is_late_the_day_after_the_last() -> None:
    limit = {"within": 2, "unit": "ngay-lam-viec", "from": "ban-hanh"}
    issued = date(2026, 7, 3)
    assert overdue_from(Deadline.model_validate(limit), issued, CALENDAR) == date(2026, 7, 10)
    assert overdue_from(Deadline.model_validate(limit), issued) is None
    assert overdue_from(Deadline.model_validate(limit), None, CALENDAR) is None
    assert overdue_from(Deadline.model_validate({**limit, "from": "nhan"}), issued, CALENDAR) is None


def test_a_time_limit_beyond_all_time_is_not_known() -> None:
    far = {"within": 10**9, "from": "ban-hanh"}
    assert overdue_from(Deadline.model_validate(far), FIRST, CALENDAR) is None
    assert overdue_from(Deadline.model_validate({**far, "unit": "ngay-lam-viec"}), FIRST, CALENDAR) is None


def test_the_shipped_calendar_claims_nothing_that_was_not_verified() -> None:
    (span,) = load_catalogues(find_project(ROOT)).calendar.spans
    assert not span.complete
    assert span.open_facts
    assert {one.until for one in span.holidays} == {None}


# --- what is wrong in the file ------------------------------------------------------------------------

SPAN = "  - id: nam-2026\n    since: 01/01/2026\n    until: 31/12/2026\n"
WRONG = {
    "spans of one day": (SPAN + SPAN.replace("nam-2026", "khac"), "calendar-spans-overlap", 6),
    "a span twice": (SPAN + SPAN.replace("/2026", "/2027"), "id-twice", 5),
    "a holiday outside": (SPAN + "    holidays: [{day: 01/01/2027, name: X}]\n", "calendar-day-outside", 5),
    "a span reversed": (SPAN.replace("31/12/2026", "31/12/2025"), "date-span-reversed", 2),
    "a holiday reversed": (
        SPAN + "    holidays: [{day: 02/7/2026, until: 01/7/2026, name: X}]\n",
        "date-span-reversed",
        5,
    ),
    "a swap of a Sunday": (SPAN + "    swaps: [{off: 05/7/2026, work: 11/7/2026}]\n", "calendar-swap-off", 5),
    "a swap for a Monday": (
        SPAN + "    swaps: [{off: 07/7/2026, work: 06/7/2026}]\n",
        "calendar-swap-work",
        5,
    ),
    "a day of no week": (SPAN + "    weekly_rest: [thu-tam]\n", "value-not-in-list", 5),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_in_a_calendar_is_told_at_its_line(tmp_path: Path, name: str) -> None:
    text, code, line = WRONG[name]
    project = new_project(tmp_path)
    (project.catalogues / "calendar.yaml").write_text(f"calendar:\n{text}", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load_catalogues(project)
    assert (code, line) in [(one.code, one.place.line) for one in refused.value.diagnostics]


def test_a_calendar_without_fault_is_read(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    good = SPAN + "    complete: có\n    swaps: [{off: 06/7/2026, work: 11/7/2026}]\n    unverified: hoan-doi"
    (project.catalogues / "calendar.yaml").write_text(f"calendar:\n{good}", encoding="utf-8")
    calendar = load_catalogues(project).calendar
    assert calendar.after(date(2026, 7, 3), 5) == date(2026, 7, 11)
    assert [one.open_facts for one in calendar.unverified(FIRST, FIRST)] == ["hoán đổi"]
    assert calendar.unverified(date(2027, 1, 1), date(2027, 1, 2)) == []
