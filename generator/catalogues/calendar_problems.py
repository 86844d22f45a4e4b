"""What is wrong inside the calendar: days outside their span, swaps that swap nothing, spans of one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dated import overlaps
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.catalogues.problems import ReadFile
    from generator.diagnostics import Diagnostic
    from generator.model.calendar import CalendarSpan

_At = tuple[str | int, ...]


def calendar_problems(file: ReadFile) -> Iterator[Diagnostic]:
    """Yield what cannot be in a calendar."""
    for later, earlier in overlaps(file.entries):
        line = file.source.place((file.field, earlier)).line or 0
        yield file.told("calendar-spans-overlap", later, "since", line=line)
    for index, span in enumerate(file.entries):
        for path, day in _days(span):
            if not span.holds_on(day):
                yield file.told("calendar-day-outside", index, *path, day=short_date(day), id=span.id)
        yield from _reversed(file, index, span)
        yield from _swaps(file, index, span)


def _days(span: CalendarSpan) -> Iterator[tuple[_At, date]]:
    for turn, holiday in enumerate(span.holidays):
        yield ("holidays", turn, "day"), holiday.day
        if holiday.until:
            yield ("holidays", turn, "until"), holiday.until
    for turn, swap in enumerate(span.swaps):
        yield ("swaps", turn, "off"), swap.off
        yield ("swaps", turn, "work"), swap.work


def _reversed(file: ReadFile, index: int, span: CalendarSpan) -> Iterator[Diagnostic]:
    for turn, holiday in enumerate(span.holidays):
        if holiday.until and holiday.until < holiday.day:
            days = {"since": short_date(holiday.day), "until": short_date(holiday.until)}
            yield file.told("date-span-reversed", index, "holidays", turn, **days)


def _swaps(file: ReadFile, index: int, span: CalendarSpan) -> Iterator[Diagnostic]:
    """Yield swaps whose day off is off without it, and whose day of work is worked without it."""
    for turn, swap in enumerate(span.swaps):
        if span.rests(swap.off):
            yield file.told("calendar-swap-off", index, "swaps", turn, "off", day=short_date(swap.off))
        if not span.rests(swap.work):
            yield file.told("calendar-swap-work", index, "swaps", turn, "work", day=short_date(swap.work))
