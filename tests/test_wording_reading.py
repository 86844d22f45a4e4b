from __future__ import annotations

import pickle
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import (
    CountHint,
    DateWithoutYear,
    DecimalPoint,
    ImpossibleDate,
    Misread,
    NoSuchMonth,
    NotACount,
    NotADate,
    NotADecimal,
    NotAQuarter,
    TwoDigitYear,
    YearOutOfRange,
    parse_count,
    parse_date,
    parse_decimal,
    parse_percent,
    parse_quarter,
    quarter,
)

typed = st.text(alphabet="0123456789./-,% ngàytháng\u00a0Iquý", max_size=24) | st.text(max_size=12)


@pytest.mark.parametrize(
    "text",
    [
        "16/7/2021",
        "16-7-2021",
        "16.7.2021",
        "16/07/2021",
        "2021-07-16",
        " 16 / 7 / 2021 ",
        "ngày 16 tháng 7 năm 2021",
        "Ngày 16 tháng 07 năm 2021",
        "16 tháng 7 năm 2021",
        "ngày 16/7/2021",
        "ngày\u00a016 tháng 7 năm 2021",
        unicodedata.normalize("NFD", "ngày 16 tháng 7 năm 2021"),
    ],
)
def test_a_date_is_read_in_every_form_clerks_type(text: str) -> None:
    assert parse_date(text) == date(2021, 7, 16)


@pytest.mark.parametrize("text", ["17/6", "17-6", "17.6", "ngày 17/6", "ngày 17 tháng 6", "31/02"])
def test_a_date_without_year_is_told_apart(text: str) -> None:
    with pytest.raises(DateWithoutYear) as refused:
        parse_date(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "month", "year", "days_in_month"),
    [
        ("31/02/2026", 2, 2026, 28),
        ("30/02/2024", 2, 2024, 29),
        ("31/4/2026", 4, 2026, 30),
        ("2026-06-31", 6, 2026, 30),
        ("ngày 32 tháng 01 năm 2026", 1, 2026, 31),
        ("00/5/2026", 5, 2026, 31),
    ],
)
def test_an_impossible_day_tells_how_many_days_its_month_has(
    text: str, month: int, year: int, days_in_month: int
) -> None:
    with pytest.raises(ImpossibleDate) as refused:
        parse_date(text)
    assert (refused.value.month, refused.value.year, refused.value.days_in_month) == (
        month,
        year,
        days_in_month,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mai",
        "7/2026",
        "16/7-2021",
        "2021/07/16",
        "16/7/021",
        "16/7/20211",
        "17/13",
        "88.49",
        "1/2/3/2021",
        "²/7/2021",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NotADate) as refused:
        parse_date(text)
    assert type(refused.value) is NotADate


def test_a_year_in_two_figures_is_not_guessed() -> None:
    with pytest.raises(TwoDigitYear):
        parse_date("16/7/21")


def test_a_month_beyond_twelve_is_named() -> None:
    with pytest.raises(NoSuchMonth) as refused:
        parse_date("7/16/2021")
    assert refused.value.month == 16


@pytest.mark.parametrize(("text", "year"), [("16/7/1899", 1899), ("16/7/2101", 2101), ("0021-07-16", 21)])
def test_a_year_no_office_means_is_refused(text: str, year: int) -> None:
    with pytest.raises(YearOutOfRange) as refused:
        parse_date(text)
    assert refused.value.year == year


def test_the_first_and_the_last_year_are_read() -> None:
    assert parse_date("01/01/1900") == date(1900, 1, 1)
    assert parse_date("31/12/2100") == date(2100, 12, 31)


@pytest.mark.parametrize("text", ["III/2026", "3/2026", "iii / 2026", "quý III năm 2026", "Quý 3/2026"])
def test_a_quarter_is_read_with_either_number(text: str) -> None:
    assert parse_quarter(text) == (3, 2026)


@pytest.mark.parametrize("text", ["V/2026", "0/2026", "III", "III/26", "III/1800", "iiii/2026", ""])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(NotAQuarter):
        parse_quarter(text)


@given(st.integers(min_value=1, max_value=4), st.integers(min_value=1900, max_value=2100))
def test_a_printed_quarter_reads_back(number: int, year: int) -> None:
    assert parse_quarter(quarter(number, year)) == (number, year)


@pytest.mark.parametrize(
    ("text", "number"),
    [("50419", 50_419), ("50.419", 50_419), ("1.234.567", 1_234_567), ("05", 5), ("0", 0), (" 412 ", 412)],
)
def test_a_count_is_read_with_and_without_dots(text: str, number: int) -> None:
    assert parse_count(text) == number


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("50,419", CountHint.COMMA),
        ("1.234,5", CountHint.COMMA),
        ("1.23", CountHint.GROUPING),
        ("1.2345", CountHint.GROUPING),
        ("0.123", CountHint.GROUPING),
        ("1234.567", CountHint.GROUPING),
        ("1.", CountHint.GROUPING),
        ("-5", CountHint.NEGATIVE),
        ("1" * 16, CountHint.TOO_LONG),
        ("9" * 5000, CountHint.TOO_LONG),
        ("năm", CountHint.NONE),
        ("", CountHint.NONE),
        ("50 419", CountHint.NONE),
        ("1e3", CountHint.NONE),
        ("٣", CountHint.NONE),
    ],
)
def test_what_is_no_count_is_refused_with_a_hint(text: str, hint: CountHint) -> None:
    with pytest.raises(NotACount) as refused:
        parse_count(text)
    assert refused.value.hint is hint


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("88,49", "88.49"),
        ("88", "88"),
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("-3,5", "-3.5"),
        ("0,05", "0.05"),
    ],
)
def test_a_decimal_is_read_with_its_comma(text: str, number: str) -> None:
    assert parse_decimal(text) == Decimal(number)


@pytest.mark.parametrize("text", ["88.49", "0.125", "-3.5", "1234.567"])
def test_a_decimal_point_is_told_apart(text: str) -> None:
    with pytest.raises(DecimalPoint):
        parse_decimal(text)


@pytest.mark.parametrize(
    "text", ["", ",5", "5,", "8,4,9", "12a", "1.23,4", "NaN", "Infinity", "1e3", "1" * 40]
)
def test_what_is_no_decimal_is_refused(text: str) -> None:
    with pytest.raises(NotADecimal) as refused:
        parse_decimal(text)
    assert not isinstance(refused.value, DecimalPoint)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("88,49%", "88.49"),
        ("88,49", "88.49"),
        ("85%", "85"),
        ("85 %", "85"),
        ("100", "100"),
        ("1.234,5%", "1234.5"),
    ],
)
def test_a_rate_is_read_with_and_without_its_sign(text: str, rate: str) -> None:
    assert parse_percent(text) == Decimal(rate)


@pytest.mark.parametrize("text", ["88.49", "88.49%", "88.490%", "1.234"])
def test_a_rate_with_a_dot_is_refused_as_a_decimal_point(text: str) -> None:
    with pytest.raises(DecimalPoint):
        parse_percent(text)


@pytest.mark.parametrize("text", ["", "%", "88,49%%", "-5%", "tám mươi phần trăm", "1" * 40])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(NotADecimal) as refused:
        parse_percent(text)
    assert not isinstance(refused.value, DecimalPoint)


@given(typed)
def test_whatever_is_typed_is_read_or_misread_and_nothing_else(text: str) -> None:
    for parse in (parse_date, parse_quarter, parse_count, parse_decimal, parse_percent):
        try:
            parse(text)
        except Misread as refused:
            assert refused.text == text  # noqa: PT017 - either way is fine, another exception is not


@pytest.mark.parametrize(
    "refusal",
    [
        ImpossibleDate("31/02/2026", 2, 2026, 28),
        NotACount("50,419", CountHint.COMMA),
        NoSuchMonth("7/16/2021", 16),
        YearOutOfRange("16/7/1899", 1899),
        DateWithoutYear("17/6"),
    ],
)
def test_a_refusal_survives_the_way_back_from_another_process(refusal: Misread) -> None:
    back = pickle.loads(pickle.dumps(refusal))  # noqa: S301 - our own bytes
    assert type(back) is type(refusal)
    assert vars(back) == vars(refusal)
