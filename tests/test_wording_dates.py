from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import (
    GAP,
    blank_date,
    dates_of_work,
    long_date,
    open_period,
    parse_date,
    period,
    quarter,
    short_date,
    time_of_day,
)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))

# van-ban-hanh-chinh, annex B2 and B3.
HEAD_DATE = re.compile(r"ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm (\d{4})")
SHORT_DATE = re.compile(r"(0[1-9]|[12]\d|3[01])/(0[12]|[3-9]|1[0-2])/\d{4}")


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 5, 18), "ngày 18 tháng 5 năm 2026", "18/5/2026"),
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026", "05/01/2026"),
        (date(2025, 7, 1), "ngày 01 tháng 7 năm 2025", "01/7/2025"),
        (date(2019, 2, 28), "ngày 28 tháng 02 năm 2019", "28/02/2019"),
        (date(2018, 8, 7), "ngày 07 tháng 8 năm 2018", "07/8/2018"),
        (date(2026, 3, 6), "ngày 06 tháng 3 năm 2026", "06/3/2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", "31/12/2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_carry_a_zero(day: date, long: str, short: str) -> None:
    assert long_date(day) == long
    assert short_date(day) == short


@given(days)
def test_every_printed_date_has_the_form_of_the_decree_and_reads_back(day: date) -> None:
    assert HEAD_DATE.fullmatch(long_date(day))
    assert SHORT_DATE.fullmatch(short_date(day))
    assert parse_date(long_date(day)) == parse_date(short_date(day)) == day


def test_the_gap_is_seven_no_break_spaces() -> None:
    assert GAP == "\u00a0" * 5


def test_what_is_not_known_of_a_date_is_a_gap() -> None:
    assert blank_date(5, 2026) == f"ngày {GAP} tháng 5 năm 2026"
    assert blank_date(1, 2026) == f"ngày {GAP} tháng 01 năm 2026"
    assert blank_date(None, 2026) == f"ngày {GAP} tháng {GAP} năm 2026"
    assert blank_date() == f"ngày {GAP} tháng {GAP} năm {GAP}"


@pytest.mark.parametrize(
    ("worked", "printed"),
    [
        ([date(2026, 4, 14)], "ngày 14/4/2026"),
        ([date(2026, 4, 16), date(2026, 4, 14)], "các ngày 14/4/2026 và 16/4/2026"),
        (
            [date(2026, 4, 21), date(2026, 4, 14), date(2026, 4, 16)],
            "từ ngày 14/4/2026 đến ngày 21/4/2026",
        ),
        ([date(2026, 4, 14), date(2026, 4, 14)], "ngày 14/4/2026"),
        ([date(2026, 4, 14), date(2026, 4, 16), date(2026, 4, 14)], "các ngày 14/4/2026 và 16/4/2026"),
    ],
)
def test_days_of_work_are_one_day_two_days_or_a_span(worked: list[date], printed: str) -> None:
    assert dates_of_work(worked) == printed


@given(st.lists(days, min_size=1, max_size=5))
def test_no_span_begins_and_ends_on_the_same_day(worked: list[date]) -> None:
    match = re.fullmatch(r"từ ngày (\S+) đến ngày (\S+)", dates_of_work(worked))
    assert match is None or match[1] != match[2]
    assert dates_of_work(worked) == dates_of_work(reversed([*worked, *worked]))


def test_no_day_of_work_is_refused() -> None:
    with pytest.raises(ValueError, match="no day"):
        dates_of_work([])


def test_a_period_is_a_span_or_one_day() -> None:
    assert period(date(2025, 7, 1), date(2026, 3, 31)) == "từ ngày 01/7/2025 đến ngày 31/3/2026"
    assert period(date(2025, 7, 1), date(2025, 7, 1)) == "ngày 01/7/2025"


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        period(date(2026, 3, 31), date(2025, 7, 1))


def test_an_open_period_ends_with_the_work() -> None:
    assert (
        open_period(date(2025, 7, 1), [date(2026, 4, 14)])
        == "từ ngày 01/7/2025 đến thời điểm kiểm tra (ngày 14/4/2026)"
    )


def test_a_quarter_has_a_roman_number() -> None:
    assert [quarter(number, 2026) for number in (1, 2, 3, 4)] == [
        "quý I năm 2026",
        "quý II năm 2026",
        "quý III năm 2026",
        "quý IV năm 2026",
    ]


@pytest.mark.parametrize("number", [0, 5, -1])
def test_a_fifth_quarter_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="quarter"):
        quarter(number, 2026)


def test_a_time_of_day_names_hours_and_minutes() -> None:
    assert time_of_day(time(16)) == "16 giờ 00 phút"
    assert time_of_day(time(8, 5, 59)) == "08 giờ 05 phút"
