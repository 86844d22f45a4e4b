"""What clerks type, read as what it means in Vietnam: 16/7/2021, 50.419, 88,49%.

Each kind of doubt is its own exception (a `Misread`), with what a message needs as attributes; none of
them carries a sentence for the reader.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.wording.spelling import nfc

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_DIGITS = 15


class Misread(ValueError):  # noqa: N818 - named by what the text is not
    """A text that does not say what its field asks for; `text` is the text as typed."""

    def __init__(self, text: str, *details: object) -> None:
        super().__init__(text, *details)
        self.text = text


class NotADate(Misread):
    """No date in any of the accepted forms."""


class TwoDigitYear(NotADate):
    """A year in two figures, which would have to be guessed."""


class NoSuchMonth(NotADate):
    """A month that is not 1 to 12; perhaps day and month changed places."""

    def __init__(self, text: str, month: int) -> None:
        super().__init__(text, month)
        self.month = month


class YearOutOfRange(NotADate):
    """A year before 1900 or after 2100: a slip of the key."""

    def __init__(self, text: str, year: int) -> None:
        super().__init__(text, year)
        self.year = year


class DateWithoutYear(Misread):
    """Day and month only; the year is never dropped in an official paper."""


class ImpossibleDate(Misread):
    """A day that its month does not have; `days_in_month` says how many it has."""

    def __init__(self, text: str, month: int, year: int, days_in_month: int) -> None:
        super().__init__(text, month, year, days_in_month)
        self.month = month
        self.year = year
        self.days_in_month = days_in_month


class NotAQuarter(Misread):
    """No quarter of a year."""


class CountHint(StrEnum):
    """What is likely wrong with a count."""

    NONE = "none"
    COMMA = "comma"  # thousands are set off with a dot
    GROUPING = "grouping"  # a dot that does not set off three figures
    NEGATIVE = "negative"
    TOO_LONG = "too-long"


class NotACount(Misread):
    """No count of things; `hint` says what is likely wrong."""

    def __init__(self, text: str, hint: CountHint = CountHint.NONE) -> None:
        super().__init__(text, hint)
        self.hint = hint


class NotADecimal(Misread):
    """No number."""


class DecimalPoint(NotADecimal):
    """Decimals set off with a dot, which means thousands in Vietnam; they want a comma."""


_DAY_FIRST = re.compile(r"(?:ngày )?([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]+)")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WITH_WORDS = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]+)")
_NO_YEAR = re.compile(r"(?:ngày )?(?:0?[1-9]|[12][0-9]|3[01])(?: ?[/.-] ?| tháng )(?:0?[1-9]|1[0-2])")
_QUARTER = re.compile(r"(?:quý )?(i{1,3}|iv|[1-4])(?: ?/ ?| năm )([0-9]{4})")
_QUARTER_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNT = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DECIMAL = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_WITH_POINT = re.compile(r"-?[0-9]+\.[0-9]+")


def _plain(text: str) -> str:
    """Return the text in small letters with single spaces, no-break spaces among them."""
    return " ".join(nfc(text).lower().split())


def parse_date(text: str) -> date:
    """Return the date typed as 16/7/2021, 16-7-2021, 16.7.2021, 2021-07-16 or in words.

    Raises `DateWithoutYear`, `ImpossibleDate` or `NotADate` (of which `TwoDigitYear`, `NoSuchMonth` and
    `YearOutOfRange` are kinds).
    """
    plain = _plain(text)
    if match := _DAY_FIRST.fullmatch(plain):
        return _date(text, match[4], match[3], match[1])
    if match := _YEAR_FIRST.fullmatch(plain):
        return _date(text, match[1], match[2], match[3])
    if match := _WITH_WORDS.fullmatch(plain):
        return _date(text, match[3], match[2], match[1])
    if _NO_YEAR.fullmatch(plain):
        raise DateWithoutYear(text)
    raise NotADate(text)


def _date(text: str, year_text: str, month_text: str, day_text: str) -> date:
    """Return the day of the calendar, or raise what is wrong with it."""
    month, day = int(month_text), int(day_text)
    year = _year(text, year_text)
    if not 1 <= month <= 12:
        raise NoSuchMonth(text, month)
    days_in_month = monthrange(year, month)[1]
    if not 1 <= day <= days_in_month:
        raise ImpossibleDate(text, month, year, days_in_month)
    return date(year, month, day)


def _year(text: str, year_text: str) -> int:
    """Return a year in four figures within the years an office can mean."""
    if len(year_text) == 2:
        raise TwoDigitYear(text)
    if len(year_text) != 4:
        raise NotADate(text)
    year = int(year_text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfRange(text, year)
    return year


def parse_quarter(text: str) -> tuple[int, int]:
    """Return number and year of a quarter typed as III/2026, 3/2026 or "quý III năm 2026"."""
    match = _QUARTER.fullmatch(_plain(text))
    if match is None or not FIRST_YEAR <= int(match[2]) <= LAST_YEAR:
        raise NotAQuarter(text)
    number = _QUARTER_NUMBERS.get(match[1])
    return (int(match[1]) if number is None else number), int(match[2])


def parse_count(text: str) -> int:
    """Return the count typed as 50419, 50.419 or 05; anything else raises `NotACount` with a hint."""
    plain = _plain(text)
    if not _COUNT.fullmatch(plain):
        raise NotACount(text, _count_hint(plain))
    digits = plain.replace(".", "")
    if len(digits) > MOST_DIGITS:
        raise NotACount(text, CountHint.TOO_LONG)
    return int(digits)


def _count_hint(plain: str) -> CountHint:
    """Return what is likely wrong with a text that is no count."""
    if re.fullmatch(r"-[0-9.,]+", plain):
        return CountHint.NEGATIVE
    if re.fullmatch(r"[0-9.]*,[0-9.,]*", plain):
        return CountHint.COMMA
    return CountHint.GROUPING if re.fullmatch(r"[0-9]+(?:\.[0-9]*)+", plain) else CountHint.NONE


def parse_decimal(text: str) -> Decimal:
    """Return the number typed as 88,49, 1.234,5, 88 or -3,5.

    Raises `DecimalPoint` for 88.49 and `NotADecimal` for the rest. Note that 1.234 is 1234.
    """
    plain = _plain(text)
    if _DECIMAL.fullmatch(plain) and len(plain) <= 2 * MOST_DIGITS:
        return Decimal(plain.replace(".", "").replace(",", "."))
    raise DecimalPoint(text) if _WITH_POINT.fullmatch(plain) else NotADecimal(text)


def parse_percent(text: str) -> Decimal:
    """Return the rate typed as 88,49%, 88,49 or 85%, in percent and not negative.

    A dot without a comma is always a `DecimalPoint` here: rates have no thousands, so 88.490 is a slip.
    """
    plain = _plain(text)
    number = plain.removesuffix("%").rstrip()
    if _WITH_POINT.fullmatch(number):
        raise DecimalPoint(text)
    if number.startswith("-") or not _DECIMAL.fullmatch(number) or len(number) > 2 * MOST_DIGITS:
        raise NotADecimal(text)
    return Decimal(number.replace(".", "").replace(",", "."))
