"""Amounts compared with those of another year, or with a plan: what that makes in percent (A4, A1, A7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose.changes import change_of, relative_hits
from generator.checks.prose.figure_names import name
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.shares import is_share, wrong_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.prose.numbers import Number, Prose, Rate

_OF_YEAR = re.compile(r"(?<!\w)năm (?P<year>(?:19|20)\d\d)(?![\d/])[^;.\d%]{0,60}$")
_THEN_CHANGE = re.compile(r"[^.;\n\d%]{0,40}?[,(]\s?(?:tức |đã )?(?P<verb>tăng|giảm)(?: thêm| được)?\s$")
_CHANGED_BY = re.compile(r"[^.;\n\d%]{0,40}?[,(]\s?(?P<verb>tăng|giảm)(?: thêm| được| khoảng)?\s$")
_THAN = re.compile(r"\s?so với[^.;\n\d%]{0,80}$")
_PLANNED = re.compile(r"(?:kế hoạch|dự toán|chỉ tiêu|được giao)[^,;.()\d]{0,45}$")
_DONE = re.compile(
    r"[^.;\d%]{0,60}?[,;(]\s?[^.;\d%]{0,40}?"
    r"(?:thực hiện|đã|đạt|kết quả|hoàn thành|thu được)[^,;.()\d%]{0,40}$"
)
_REACHED = re.compile(r"[^,;.()\d%]{0,40}?[,(]?\s?(?:đạt|bằng|hoàn thành|chiếm)(?: t[ỷỉ] lệ)?\s$")
_OF_WHOLE = re.compile(
    r" (?:so với |của |trên |trong )?(?:kế hoạch|chỉ tiêu|dự toán|tổng số)"
    r"(?: (?!năm)[^\W\d_]+){0,5}(?: là)?:? \(?"
)
_OF_PLAN = re.compile(r"\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)|[.,;)]|$")


def comparison_hits(prose: Prose) -> Iterator[ProseHit]:
    """Yield what is wrong with amounts of two years, of a year before, and of a plan."""
    for first, second in zip(prose.counts, prose.counts[1:], strict=False):
        if not first.unit or first.unit != second.unit or not _in_one_sentence(prose, first, second):
            continue
        yield from _years(prose, first, second)
        yield from _plan(prose, first, second)
        yield from _than_before(prose, first, second)
        yield from _rate_between(prose, first, second)


def _in_one_sentence(prose: Prose, first: Number, second: Number) -> bool:
    return prose.sentence_at(first.start) == prose.sentence_at(second.start)


def _next_rate(prose: Prose, place: int) -> Rate | None:
    found = next((rate for rate in prose.rates if rate.start >= place), None)
    return None if found is None or found.points else found


def _year_of(prose: Prose, number: Number, begin: int) -> int | None:
    found = _OF_YEAR.search(prose.text, max(begin, number.start - 90), number.start)
    return int(found["year"]) if found else None


def _years(prose: Prose, first: Number, second: Number) -> Iterator[ProseHit]:
    """A4, A1, A7: "Năm 2024 có 800 học sinh, năm 2025 có 860 học sinh, tăng 7,5%"."""
    start, _ = prose.sentences[prose.sentence_at(first.start)]
    one, other = _year_of(prose, first, start), _year_of(prose, second, first.end)
    if one is None or other is None or one == other:
        return
    before, after = (first, second) if one < other else (second, first)
    verb = _verb_behind(prose, second)
    if verb is None:
        return
    if before.value != after.value and (verb == "tăng") != (after.value > before.value):
        low, high = sorted((before, after), key=lambda number: number.value)
        told = {"name": name(prose, after), "part": high.text, "whole": low.text}
        yield ProseHit("A7", second.start, second.end, told)
    else:
        yield from change_of(prose, before, after, second)


def _verb_behind(prose: Prose, number: Number) -> str | None:
    """Return tăng or giảm where a figure right behind `number` says by how much."""
    starts = [count.start for count in prose.counts] + [rate.start for rate in prose.rates]
    figures = [start for start in starts if start >= number.end]
    found = _THEN_CHANGE.fullmatch(prose.masked[number.end : min(figures)]) if figures else None
    return found["verb"] if found else None


def _than_before(prose: Prose, value: Number, other: Number) -> Iterator[ProseHit]:
    """A4: "thu 1.200 triệu đồng, tăng 25% so với cùng kỳ (960 triệu đồng)"."""
    rate = _next_rate(prose, value.end)
    if rate is None or rate.end > other.start or not other.value:
        return
    by = _CHANGED_BY.fullmatch(prose.masked[value.end : rate.start])
    if by and _THAN.fullmatch(prose.masked[rate.end : other.start]):
        yield from relative_hits(prose, other, value, rate)


def _rate_between(prose: Prose, part: Number, whole: Number) -> Iterator[ProseHit]:
    """A4: "đã cấp 1.200 giấy, đạt 80% so với kế hoạch 1.500 giấy", "đạt 80% tổng số 1.500 giấy"."""
    rate = _next_rate(prose, part.end)
    if rate is None or rate.end > whole.start or not whole.value:
        return
    told = _REACHED.fullmatch(prose.masked[part.end : rate.start]) and _OF_WHOLE.fullmatch(
        prose.masked[rate.end : whole.start]
    )
    if told and not is_share(rate, part, whole):
        yield wrong_share(prose, rate, part, whole)


def _plan(prose: Prose, planned: Number, done: Number) -> Iterator[ProseHit]:
    """A4: "kế hoạch thu 2.400 triệu đồng, thực hiện 2.220 triệu đồng, đạt 92,5% kế hoạch"."""
    rate = _next_rate(prose, done.end)
    if rate is None or not planned.value:
        return
    told = (
        _PLANNED.search(prose.masked, max(0, planned.start - 70), planned.start)
        and _DONE.fullmatch(prose.masked[planned.end : done.start])
        and _REACHED.fullmatch(prose.masked[done.end : rate.start])
        and _OF_PLAN.match(prose.text, rate.end)
    )
    if told and not is_share(rate, done, planned):
        yield wrong_share(prose, rate, done, planned)
