"""Dates as a paper prints them: a day below 10 and the months 1 and 2 carry a zero (PL I, II.4b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.wording.labels import roman
from generator.wording.spacing import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time


def _month(month: int) -> str:
    """Return the month in figures: "01", "02", then "3" to "12"."""
    return f"{month:02d}" if month <= 2 else str(month)


def long_date(day: date) -> str:
    """Return "ngày 18 tháng 5 năm 2026", the form of the head, of căn cứ and of "(Kèm theo ...)"."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """Return "18/5/2026" or "05/01/2026", the form inside the text, without the word ngày."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def blank_date(month: int | None = None, year: int | None = None) -> str:
    """Return the long date with a gap for the day, and for the month or the year when it is None."""
    month_text = GAP if month is None else _month(month)
    year_text = GAP if year is None else str(year)
    return f"ngày {GAP} tháng {month_text} năm {year_text}"


def dates_of_work(days: Iterable[date]) -> str:
    """Return the days of an inspection: one day, "các ngày" for two, a span for three and more.

    The days may come in any order and more than once; none at all is a ValueError.
    """
    found = sorted(set(days))
    if not found:
        raise ValueError("no day given")
    if len(found) == 2:
        return f"các ngày {short_date(found[0])} và {short_date(found[1])}"
    return period(found[0], found[-1])


def period(start: date, end: date) -> str:
    """Return "từ ngày 01/7/2025 đến ngày 31/3/2026", or "ngày ..." when both are the same day."""
    if end < start:
        raise ValueError(f"a period cannot end ({end}) before it starts ({start})")
    if start == end:
        return f"ngày {short_date(start)}"
    return f"từ ngày {short_date(start)} đến ngày {short_date(end)}"


def open_period(start: date, days: Iterable[date]) -> str:
    """Return "từ ngày 01/7/2025 đến thời điểm kiểm tra (ngày 14/4/2026)"; `days` are those of the work."""
    return f"từ ngày {short_date(start)} đến thời điểm kiểm tra ({dates_of_work(days)})"


def quarter(number: int, year: int) -> str:
    """Return "quý III năm 2026"; a number outside 1 to 4 is a ValueError."""
    if not 1 <= number <= 4:
        raise ValueError(f"no quarter {number}")
    return f"quý {roman(number)} năm {year}"


def time_of_day(moment: time) -> str:
    """Return "16 giờ 00 phút"."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"
