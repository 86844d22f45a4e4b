"""Amounts told one after the other that must balance: a total said last, a rest, a difference (A1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.prose.figure_names import name
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.lists import of_one_kind
from generator.checks.prose.numbers import MONEY
from generator.wording import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.numbers import Number, Prose
    from generator.diagnostics import Argument

_SAID_LAST = re.compile(
    r"(?<!trong )(?<!trên )(?:tổng cộng|tổng số|cộng(?: chung| lại| dồn)?|tổng)"
    r"(?: (?!là)[^\W\d_]+){0,4}(?: là|:)?[ ¤]*$"
)
_NO_ADDENDS = re.compile(
    r"trong đó|lần lượt|(?<!\w)mỗi|so với|(?<!\w)tăng|(?<!\w)giảm|bình quân|cùng kỳ|[()/]|đơn giá"
)
_USED = re.compile(
    r"[^.;:()\d]{0,60}?(?:[,;]| và| nhưng| thì)?\s*"
    r"(?:đã|đang|hiện|mới|chỉ|được|có mặt)(?: [^,;.()\d]{0,40}| )$"
    r"|[,;]\s*(?:chi|nộp|dùng) $"
)
_LEFT = re.compile(
    r"[^,;.()\d]{0,30}[,;]?\s*(?:và |hiện |nhưng |số )?"
    r"(?:còn(?: lại| phải| thiếu| tồn| dư| nợ| chưa)?(?: [^\W\d_]+){0,4}?|tồn quỹ|tồn|thiếu|dư)(?: là|:)? $"
)
_SURELY_LEFT = re.compile(
    r"[^,;.()\d]{0,30}[,;]?\s*(?:và |hiện |nhưng |số )?còn (?:lại|phải|thiếu|nợ|dư|tồn)(?: [^\W\d_]+){0,4}?"
    r"(?: là|:)? $"
)
_THEN = re.compile(r"(?: [^\W\d_¤]+){0,8}[,;] (?!trong đó|gồm)[^,;:.()\d¤]{2,40} $")
_PART_OF_REST = re.compile(r"[^.,;]{0,25}?(?:quá hạn|trễ|chậm|vi phạm|không|sai|bị|thiếu|chưa)")
_FILES = re.compile(r"tiếp nhận|thụ lý|phải giải quyết")  # `flows` balances these
_BESIDE = re.compile(
    r"[^.;\n\d%]{0,40}?[,(]\s?(?:và )?"
    r"(?P<verb>tăng|vượt|cao hơn|nhiều hơn|giảm|thấp hơn|ít hơn|thiếu)(?: thêm| được| hơn| so)? $"
)
_FINAL = re.compile(
    r"[,;(]\s?[^,;.()\d]{0,30}?(?:quyết toán|duyệt|thẩm tra|nghiệm thu|trúng thầu|thực hiện|thực chi|thực tế"
    r"|thanh toán|giải ngân|bàn giao|cuối (?:năm|kỳ|quý|tháng)|đến nay|hiện nay)[^,;.()\d]{0,40}$"
)
_APART = re.compile(
    r"[^.;\n\d%]{0,40}?[,(]\s?"
    r"(?P<verb>tăng|vượt|cao hơn|giảm|thấp hơn|tiết kiệm|cắt giảm|chênh lệch)(?: được)? $"
)
_MOVED = re.compile(r"[^.;\n\d%]{0,40}?[,(]\s?(?:đã |nay )?(?P<verb>tăng|giảm)(?: thêm| đi)? $")
_CAME_TO = re.compile(
    r"(?: [^\W\d_]+){0,4}[,;] (?:hiện |nay |chỉ )?(?:còn(?: lại)?|lên|thành|đạt)(?: [^\W\d_]+){0,2}? $"
)
_MORE = frozenset({"tăng", "vượt", "cao hơn", "nhiều hơn"})
_THAN = re.compile(r"[^.;\n\d%]{0,40}?so với[^.;\n\d%]{0,80}$")


_MOST_PARTS = 20
"""No sentence adds up more amounts."""
_WORDS_BEFORE = 120
"""So many characters before the first amount may say that it is none to be added."""


def balance_hits(prose: Prose) -> Iterator[ProseHit]:
    """Yield what does not balance in a sentence (A1); amounts of one unit only."""
    for start, end in prose.sentences:
        counts = prose.counts_in(start, end)
        for index, last in enumerate(counts):
            earlier = counts[max(0, index - _MOST_PARTS) : index]
            yield from _total_last(prose, start, earlier, last)
            if index >= 2 and _of_one_unit(counts[index - 2 : index + 1]):
                first, second = earlier[-2:]
                yield from _rest(prose, first, second, last)
                yield from _difference(prose, first, second, last)
                yield from _settled_for(prose, first, second, last)
                yield from _moved_to(prose, first, second, last)
        yield from _stock(prose, start, end, counts)


def _of_one_unit(numbers: Sequence[Number]) -> bool:
    return len({number.unit for number in numbers if number.unit}) == 1


def _of_units(parts: Sequence[Number], total: Number) -> bool:
    """Return whether the parts are xã, phường and the like, and the total counts units."""
    return total.unit == "đơn vị" and all(of_one_kind(part.unit, total.unit) for part in parts)


def _between(prose: Prose, before: Number, after: Number) -> str:
    return prose.masked[before.end : after.start]


def _slack(numbers: Sequence[Number]) -> Decimal:
    """Return how far the amounts may lie apart when they were rounded; counts are exact."""
    places = max(number.places for number in numbers)
    money = any(number.unit in MONEY and number.unit != "đồng" for number in numbers)
    return Decimal(len(numbers)).scaleb(-places) / 2 if places or money else Decimal(0)


def _hit(prose: Prose, parts: Sequence[Number], total: Number, at: Number) -> ProseHit:
    """Return the hit "parts = sum, stated total", standing at one of the figures."""
    places = max(number.places for number in (*parts, total))
    found = sum((part.value for part in parts), Decimal(0))
    told: dict[str, Argument] = {
        "name": name(prose, at),
        "parts": " + ".join(part.text for part in parts),
        "sum": decimal_text(found, places),
        "total": total.text,
        "gap": decimal_text(abs(found - total.value), places),
    }
    return ProseHit("A1", at.start, at.end, told)


def _total_last(prose: Prose, start: int, earlier: Sequence[Number], last: Number) -> Iterator[ProseHit]:
    """A1: "trực tuyến 712 hồ sơ, trực tiếp 288 hồ sơ, tổng cộng 1.000 hồ sơ"."""
    if not earlier or not _SAID_LAST.search(_between(prose, earlier[-1], last)):
        return
    # The total may stand behind a semicolon of its own.
    first = max(start, earlier[0].start - _WORDS_BEFORE)
    begin = max(first, *(prose.masked.rfind(mark, first, earlier[-1].start) for mark in ";:"))
    parts = [number for number in earlier if number.start >= begin]
    if len(parts) < 2 or not (_of_one_unit([*parts, last]) or _of_units(parts, last)):
        return
    if _NO_ADDENDS.search(prose.masked, max(begin, parts[0].start - _WORDS_BEFORE), last.start):
        return
    sums = [sum((part.value for part in parts[cut:]), Decimal(0)) for cut in range(len(parts) - 1)]
    if all(abs(found - last.value) > _slack([*parts, last]) for found in sums):
        yield _hit(prose, parts, last, last)


def _rest(prose: Prose, whole: Number, used: Number, left: Number) -> Iterator[ProseHit]:
    """A1: "được cấp 3.000 liều, đã dùng 2.868 liều, còn 132 liều"."""
    first, second = _between(prose, whole, used), _between(prose, used, left)
    surely = _SURELY_LEFT.fullmatch(second) and _THEN.fullmatch(first) and not _NO_ADDENDS.search(first)
    told = _USED.fullmatch(first) and _LEFT.fullmatch(second)
    if told and not surely and _PART_OF_REST.match(prose.masked, left.end):
        return
    if not (told or surely) or used.value > whole.value:
        return
    if _FILES.search(prose.text, max(0, whole.start - 60), whole.start):
        return
    if abs(used.value + left.value - whole.value) > _slack((whole, used, left)):
        yield _hit(prose, (used, left), whole, left)


def _difference(prose: Prose, value: Number, apart: Number, other: Number) -> Iterator[ProseHit]:
    """A1: "52.300 m3, vượt 2.300 m3 so với công suất 50.000 m3"."""
    beside = _BESIDE.fullmatch(_between(prose, value, apart))
    if beside is None or not _THAN.fullmatch(_between(prose, apart, other)):
        return
    larger, smaller = (value, other) if beside["verb"] in _MORE else (other, value)
    if abs(smaller.value + apart.value - larger.value) > _slack((value, apart, other)):
        yield _hit(prose, (smaller, apart), larger, apart)


def _settled_for(prose: Prose, first: Number, second: Number, apart: Number) -> Iterator[ProseHit]:
    """A1: "dự toán 148 triệu đồng, quyết toán 146 triệu đồng, giảm 2 triệu đồng"."""
    final = _FINAL.search(_between(prose, first, second))
    told = _APART.fullmatch(_between(prose, second, apart)) if final else None
    if told is None or re.match(r"[^.;]{0,90}so với[^.;\d%]{0,60}\d", prose.masked[apart.end :]):
        return
    larger, smaller = (second, first) if told["verb"] in _MORE else (first, second)
    if abs(smaller.value + apart.value - larger.value) > _slack((first, second, apart)):
        yield _hit(prose, (smaller, apart), larger, apart)


def _moved_to(prose: Prose, first: Number, by: Number, last: Number) -> Iterator[ProseHit]:
    """A1: "đầu năm 1.284 người, giảm 45 người, còn 1.239 người"."""
    moved, came = _MOVED.fullmatch(_between(prose, first, by)), _CAME_TO.fullmatch(_between(prose, by, last))
    if moved is None or came is None:
        return
    larger, smaller = (last, first) if moved["verb"] == "tăng" else (first, last)
    if abs(smaller.value + by.value - larger.value) > _slack((first, by, last)):
        yield _hit(prose, (smaller, by), larger, last)


def _stock(prose: Prose, start: int, end: int, counts: Sequence[Number]) -> Iterator[ProseHit]:
    """A1: "đầu kỳ có 31 đơn, nhận thêm 57 đơn, đã giải quyết 70 đơn, cuối kỳ còn 18 đơn"."""
    words = prose.text[start:end]
    if len(counts) != 4 or "đầu kỳ" not in words or "cuối kỳ" not in words or not _of_one_unit(counts):
        return
    first, more, settled, last = counts
    if "đầu kỳ" in prose.text[start : first.start] and "cuối kỳ" in _between(prose, settled, last):
        gap = first.value + more.value - settled.value - last.value
        if abs(gap) > _slack(counts):
            places = max(number.places for number in counts)
            told: dict[str, Argument] = {
                "name": name(prose, last),
                "parts": f"{first.text} + {more.text} - {settled.text}",
                "sum": decimal_text(first.value + more.value - settled.value, places),
                "total": last.text,
                "gap": decimal_text(abs(gap), places),
            }
            yield ProseHit("A1", last.start, last.end, told)
