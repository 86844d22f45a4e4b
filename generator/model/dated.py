"""What holds from a day to a day: names, posts, levels."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from pydantic import Field

from generator.model.fields import Day, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Dated(Record):
    """Hiệu lực từ ngày, đến hết ngày; an end left out is open."""

    since: Day | None = Field(None, description="Từ ngày.")
    until: Day | None = Field(None, description="Đến hết ngày.")

    def holds_on(self, day: date | None) -> bool:
        """Return whether this is in use on `day`; an unknown day takes everything."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


_Span = TypeVar("_Span", bound=Dated)


def holding(spans: Sequence[_Span], day: date | None) -> _Span | None:
    """Return the one in use on `day`, the newest when the day is unknown; None when there is none."""
    return next((span for span in reversed(_in_order(spans)) if span.holds_on(day)), None)


def nearest_span(spans: Sequence[_Span], day: date | None) -> _Span:
    """Return the one in use on `day`, else the last that began before it, else the first."""
    ordered = _in_order(spans)
    begun = [span for span in ordered if day is None or span.since is None or span.since <= day]
    return holding(spans, day) or (begun or ordered[:1])[-1]


def _in_order(spans: Sequence[_Span]) -> list[_Span]:
    return sorted(spans, key=lambda span: span.since or date.min)


def overlaps(spans: Sequence[_Span]) -> Iterator[tuple[int, int]]:
    """Yield the places (later typed, earlier typed) of spans that hold on one day; each only once."""
    for index, span in enumerate(spans):
        for other in range(index):
            if _begin(span) <= _end(spans[other]) and _begin(spans[other]) <= _end(span):
                yield index, other
                break


def _begin(span: Dated) -> date:
    return span.since or date.min


def _end(span: Dated) -> date:
    return span.until or date.max


def day_before(day: date) -> date:
    """Return the last day before `day`."""
    return day - timedelta(days=1)
