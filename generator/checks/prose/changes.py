"""Changes told in prose: "giảm từ 345 ngày xuống còn 216 ngày, đạt 77%" (A4, A7, A1), and points (A10)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.checks.prose.figure_names import name
from generator.checks.prose.hits import ProseHit
from generator.wording import decimal_text, percent_of, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.prose.numbers import Number, Prose, Rate
    from generator.diagnostics import Argument

_FROM = re.compile(r"(?<!\w)từ(?: mức| tỷ lệ| tỉ lệ)? $")
_DOWN = re.compile(r"[^.;\n\d%]{0,50}?(?<!\w)(?:xuống(?: chỉ)?(?: còn)?|còn)(?: mức)? $")
_UP = re.compile(r"[^.;\n\d%]{0,50}?(?<!\w)lên(?: thành| tới| đến| mức)* $")
_DIFFERENCE = re.compile(
    r"[^.;\n\d%]{0,45}?[,(]\s?(?:tức |tương ứng |đã )?(?:cắt )?(?:giảm|tăng|rút ngắn)(?: được)? $"
)
_THEN_RATE = re.compile(
    r"[^.;\n\d%]{0,60}?(?:đạt|tương ứng|tương đương|t[ỷỉ] lệ|giảm|tăng|bằng|[,(=])"
    r"(?: với| t[ỷỉ] lệ| là| giảm| tăng)* ?:?\s?$"
)
_RATE_FIRST = re.compile(r",? \(?từ(?: mức)? ")
_BY = re.compile(r"(?<!\w)(?:tăng|giảm)(?: thêm| được)? $")
_NOT_OF_CHANGE = re.compile(r"\s?(?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)|\s?(?:số|tổng) ")

_RATE_TOLD = re.compile(r"(?<!\w)(?:t[ỷỉ] lệ|mức độ hài lòng)[^;.\n%]*$")
_TARGET = re.compile(
    r"[^.;\n\d%]{0,60}?(?:chỉ tiêu|kế hoạch|mục tiêu|cùng kỳ|năm trước|quý trước|so với|yêu cầu)"
    r"[^.;\n\d%]{0,80}?\(?$"
)
_BEYOND = re.compile(r",?\s\(?(?P<verb>vượt|cao hơn|thấp hơn|tăng|giảm)(?: thêm)?\s$")


def change_hits(prose: Prose) -> Iterator[ProseHit]:
    """Yield what is wrong with changes from one value to another, and with differences of rates."""
    for before, after in zip(prose.counts, prose.counts[1:], strict=False):
        yield from _change(prose, before, after)
    for index, rate in enumerate(prose.rates):
        yield from _beyond(prose, rate, prose.rates[index + 1 : index + 3])
    for first, second, third in zip(prose.rates, prose.rates[1:], prose.rates[2:], strict=False):
        yield from _rates_changed(prose, first, second, third)


def _direction(prose: Prose, first: Number | Rate, second: Number | Rate) -> int:
    """Return -1 for "từ … xuống còn …", 1 for "từ … lên …", 0 where there is no change."""
    if not _FROM.search(prose.masked, max(0, first.start - 20), first.start):
        return 0
    words = prose.masked[first.end : second.start]
    return -1 if _DOWN.fullmatch(words) else int(bool(_UP.fullmatch(words)))


def _change(prose: Prose, before: Number, after: Number) -> Iterator[ProseHit]:
    sign = _direction(prose, before, after)
    units = {number.unit.split(" ")[0] for number in (before, after) if number.unit}
    if not sign or not before.value or len(units) > 1:
        return
    if (after.value - before.value) * sign < 0:
        low, high = sorted((before, after), key=lambda number: number.value)
        told: dict[str, Argument] = {"name": name(prose, after), "part": high.text, "whole": low.text}
        yield ProseHit("A7", before.start, after.end, told)
        return
    yield from change_of(prose, before, after, after)
    ahead = next((rate for rate in reversed(prose.rates) if rate.end <= before.start), None)
    if ahead is None or ahead.points or not _RATE_FIRST.fullmatch(prose.masked[ahead.end : before.start]):
        return
    if _BY.search(prose.masked, max(0, ahead.start - 20), ahead.start):
        yield from relative_hits(prose, before, after, ahead)


def change_of(prose: Prose, before: Number, after: Number, last: Number) -> Iterator[ProseHit]:
    """Yield what is wrong with the difference and the percentage told behind `last`, the later of the two."""
    difference = next((number for number in prose.counts if number.start >= last.end), None)
    told_apart = difference and _DIFFERENCE.fullmatch(prose.masked[last.end : difference.start])
    if difference is not None and told_apart and difference.unit == after.unit:
        yield from _difference(prose, before, after, difference)
        yield from _relative(prose, before, after, difference.end)
    else:
        yield from _relative(prose, before, after, last.end)


def _difference(prose: Prose, before: Number, after: Number, stated: Number) -> Iterator[ProseHit]:
    """A1: before and after differ by what is stated."""
    low, high = sorted((before, after), key=lambda number: number.value)
    total = low.value + stated.value
    if total == high.value:
        return
    places = max(low.places, high.places, stated.places)
    told: dict[str, Argument] = {
        "name": name(prose, stated),
        "parts": f"{low.text} + {stated.text}",
        "sum": decimal_text(total, places),
        "total": high.text,
        "gap": decimal_text(abs(total - high.value), places),
    }
    yield ProseHit("A1", stated.start, stated.end, told)


def _relative(prose: Prose, before: Number, after: Number, end: int) -> Iterator[ProseHit]:
    """A4: the percentage of a change is what was cut or added, or what it came to, of the value before."""
    rate = next((rate for rate in prose.rates if rate.start >= end), None)
    if rate is None or rate.points or not _THEN_RATE.fullmatch(prose.masked[end : rate.start]):
        return
    if not _NOT_OF_CHANGE.match(prose.text, rate.end):
        yield from relative_hits(prose, before, after, rate)


def relative_hits(prose: Prose, before: Number, after: Number, rate: Rate) -> Iterator[ProseHit]:
    """Yield A4 where the rate is neither the change nor what it came to, of the value before."""
    changed = abs(after.value - before.value)
    right = {value * 100 / before.value for value in (changed, after.value)}
    close = {round_half_up(Fraction(value), rate.places) for value in right}
    if rate.value in close:
        return
    told: dict[str, Argument] = {
        "name": name(prose, after),
        "stated": rate.text,
        "part": decimal_text(changed, max(before.places, after.places)),
        "whole": before.text,
        "right": percent_of(changed, before.value) or "",
        "other": percent_of(after.value, before.value) or "",
    }
    yield ProseHit("A4", rate.start, rate.end, told)


def _beyond(prose: Prose, rate: Rate, following: tuple[Rate, ...]) -> Iterator[ProseHit]:
    """A10: "đạt 89,58%, vượt 3,58% so với kế hoạch" is a difference of rates, told in percentage points."""
    if rate.points or not following:
        return
    difference = following[0]
    link = _BEYOND.fullmatch(prose.masked[rate.end : difference.start])
    if link is None:
        return
    target = _target(prose, difference, following[1:])
    if target is not None:
        gap = abs(rate.value - target.value)
        relative = target.value and round_half_up(Fraction(gap * 100 / target.value), difference.places)
        if (difference.points and gap != difference.value) or (
            not difference.points and relative != difference.value
        ):
            yield _in_points(difference, rate, target)
    elif not difference.points and _between_rates(prose, rate, difference, link["verb"]):
        yield _in_points(difference, None, None)


def _target(prose: Prose, difference: Rate, following: tuple[Rate, ...]) -> Rate | None:
    """Return the rate that is compared with, where the text gives it: "so với chỉ tiêu 85%"."""
    for rate in following:
        if not rate.points and _TARGET.fullmatch(prose.masked[difference.end : rate.start]):
            return rate
    return None


def _between_rates(prose: Prose, rate: Rate, difference: Rate, verb: str) -> bool:
    """Return whether what is compared is certainly a rate, not an amount that grew by so many percent."""
    told = _RATE_TOLD.search(prose.text, max(0, rate.start - 160), rate.start) is not None
    compared = re.match(
        r"\s(?:so )?(?:với )?(?:chỉ tiêu|kế hoạch|mục tiêu|cùng kỳ|năm|quý)", prose.text[difference.end :]
    )
    higher = verb in {"vượt", "cao hơn", "thấp hơn"} and compared is not None
    return rate.value <= 100 and (told or higher)


def _rates_changed(prose: Prose, first: Rate, second: Rate, third: Rate) -> Iterator[ProseHit]:
    """A10 for "tăng từ 86% lên 89,58%, tăng 3,58%"."""
    if first.points or second.points or not _direction(prose, first, second):
        return
    if not _THEN_RATE.fullmatch(prose.masked[second.end : third.start]) or not first.value:
        return
    gap = abs(second.value - first.value)
    relative = round_half_up(Fraction(gap * 100 / first.value), third.places)
    right = gap == third.value if third.points else relative == third.value
    if not right:
        yield _in_points(third, first, second)


def _in_points(stated: Rate, rate: Rate | None, other: Rate | None) -> ProseHit:
    gap = stated.value if rate is None or other is None else abs(rate.value - other.value)
    places = max(item.places for item in (stated, rate, other) if item is not None)
    told: dict[str, Argument] = {"points": decimal_text(gap, places), "difference": stated.text}
    return ProseHit("A10", stated.start, stated.end, told)
