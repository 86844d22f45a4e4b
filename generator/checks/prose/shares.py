"""Percentages of running prose, recomputed: A4 shares, A7 more than all, A9 decimals, A10 points."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.checks.prose.changes import change_hits
from generator.checks.prose.figure_names import name
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.numbers import MONEY
from generator.checks.prose.part_names import TIMELINESS, Role
from generator.wording import percent_of, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.groups import Group
    from generator.checks.prose.numbers import Number, Prose, Rate, Ratio
    from generator.diagnostics import Argument

_VERB = (
    r"(?:(?:chiếm|đạt|bằng|tương ứng|tương đương)(?: với)?(?: t[ỷỉ] lệ)?"
    r"|t[ỷỉ] lệ(?: đạt| chiếm)?|=)(?: là)?:? ?"
)
_TO_RATE = re.compile(rf"[^,;:.()\n\d%]{{0,60}}?(?:[,(]\s?(?:và )?{_VERB}|\s{_VERB}|\s?\(|\s?=\s?)$")
_RATIO_TO_RATE = re.compile(
    rf"(?:(?!t[ỷỉ] lệ|tăng|giảm|vượt)[^;:.()\n\d%]){{0,90}}?(?:\s{_VERB}|\s?\(|\s?=\s?)$"
)
_FROM_RATE = re.compile(r"\s?\((?:tương ứng |tương đương |bằng |là |với )?$")
_OWN_BASE = re.compile(
    r"\s(?!và\s|trong đó|còn |nhưng |giải quyết|hồ sơ|trước hạn|đúng hạn|quá hạn|bảo đảm|\()[^\W\d_]|\s?/"
)
_PLAN = re.compile(
    r"kế hoạch|dự toán|chỉ tiêu|được giao|so với|cùng kỳ|mục tiêu|nghị quyết|(?<!\w)vượt|đề ra"
)
_FOR_ALL = re.compile(r"(?<!\w)(?:chiếm(?: t[ỷỉ] lệ)?|t[ỷỉ] lệ[^.,;\d]{0,80}?(?:đạt|là|chiếm)):? $")
_REDUCED = re.compile(r"(?<!\w)(?:cắt )?giảm(?: được)? $")
_RATE_BEFORE = re.compile(r"(?:đạt|chiếm|t[ỷỉ] lệ|bằng|là|\(|:)\s?$")


def share_hits(prose: Prose, found: Sequence[Group]) -> Iterator[ProseHit]:
    """Yield percentages that do not follow from the figures beside them."""
    for ratio in prose.ratios:
        yield from _ratio_hits(prose, ratio)
    for group in found:
        yield from _group_hits(prose, group)
    yield from _bases(prose, found)
    yield from _pair_hits(prose, found)
    yield from _impossible(prose)
    yield from change_hits(prose)
    yield from _decimals(prose)


def _rate_of(prose: Prose, end: int) -> Rate | None:
    """Return the share said of the figure that ends at `end`: "22.292 hồ sơ, đạt 11,46%"."""
    behind = next((rate for rate in prose.rates if rate.start >= end), None)
    if behind is None or behind.points or behind.start - end > 90:
        return None
    words = prose.masked[end : behind.start]
    return behind if _TO_RATE.fullmatch(words) and not _OWN_BASE.match(prose.text, behind.end) else None


def _rate_ahead(prose: Prose, start: int) -> Rate | None:
    """Return the share that the bracketed figure at `start` explains: "đạt 86,96% (11.573/13.309 hồ sơ)"."""
    ahead = next((rate for rate in reversed(prose.rates) if rate.end <= start), None)
    told = ahead is not None and not ahead.points and _FROM_RATE.fullmatch(prose.masked[ahead.end : start])
    return ahead if told else None


def _ratio_hits(prose: Prose, ratio: Ratio) -> Iterator[ProseHit]:
    rate = _rate_ahead(prose, ratio.start) or _behind_ratio(prose, ratio)
    part, whole = ratio.part, ratio.whole
    planned = _PLAN.search(prose.text, *_sentence(prose, ratio.start))
    if part.value > whole.value:
        certain = rate.value <= 100 if rate else bool(whole.unit) and not planned
        if certain:
            told = {"name": name(prose, whole), "part": part.text, "whole": whole.text}
            yield ProseHit("A7", ratio.start, ratio.end, told)
    elif rate is not None and not is_share(rate, part, whole):
        yield wrong_share(prose, rate, part, whole)


def _behind_ratio(prose: Prose, ratio: Ratio) -> Rate | None:
    """Return the share behind a ratio; its base is named by the ratio, so words after it do not matter."""
    behind = next((rate for rate in prose.rates if rate.start >= ratio.end), None)
    if behind is None or behind.points or behind.start - ratio.end > 90:
        return None
    words = prose.masked[ratio.end : behind.start]
    return behind if _TO_RATE.fullmatch(words) or _RATIO_TO_RATE.fullmatch(words) else None


def _sentence(prose: Prose, place: int) -> tuple[int, int]:
    return prose.sentences[prose.sentence_at(place)]


def is_share(rate: Rate, part: Number, whole: Number) -> bool:
    """Return whether the rate is the share at its own decimals; rounded figures stand for a range."""
    if not whole.value:
        return True
    places = max(part.places, whole.places)
    low, high = (
        Fraction(part.value + sign * _half(part, places))
        * 100
        / Fraction(whole.value - sign * _half(whole, places))
        for sign in (-1, 1)
    )
    return round_half_up(low, rate.places) <= rate.value <= round_half_up(high, rate.places)


def _half(number: Number, places: int) -> Decimal:
    """Return half of the last decimal of a rounded figure; a count is exact.

    `places` are the decimals that the two figures of a share have at most: 25 beside 12,75 is 25,00.
    """
    if number.unit in MONEY and number.unit != "đồng":
        return Decimal(5).scaleb(-places - 1)
    return Decimal(5).scaleb(-number.places - 1) if number.places else Decimal(0)


def wrong_share(prose: Prose, rate: Rate, part: Number, whole: Number) -> ProseHit:
    """Return A4: what was stated, what the figures make, and what the rest would be."""
    told: dict[str, Argument] = {
        "name": name(prose, part),
        "stated": rate.text,
        "part": part.text,
        "whole": whole.text,
        "right": percent_of(part.value, whole.value, rate.places) or "",
        "other": percent_of(whole.value - part.value, whole.value, rate.places) or "",
    }
    return ProseHit("A4", rate.start, rate.end, told)


def _group_hits(prose: Prose, group: Group) -> Iterator[ProseHit]:
    """A4 for the parts of a total, unless something else explains the stated share."""
    total, gap = group.total, group.total.value - group.listed.sum
    wrong = []
    for part in group.listed.parts:
        rate = None if part.claim else _rate_of(prose, part.number.end)
        if rate is None or part.number.value > total.value or is_share(rate, part.number, total):
            continue
        if not _explained(prose, group, part.number, rate, gap):
            wrong.append(wrong_share(prose, rate, part.number, total))
    yield from wrong


def _bases(prose: Prose, found: Sequence[Group]) -> Iterator[ProseHit]:
    """A5: shares of files in time are of the settled ones here, of the received ones there."""
    first: Role | None = None
    for group in found:
        if group.listed.dimension is not TIMELINESS or group.role not in (Role.SETTLED, Role.RECEIVED):
            continue
        rates = [(part.number, _rate_of(prose, part.number.end)) for part in group.listed.parts]
        if not any(rate and is_share(rate, number, group.total) for number, rate in rates):
            continue
        first = first or group.role
        if group.role is not first:
            yield ProseHit("A5", group.start, group.end, {"name": name(prose, group.total)})
            return


def _explained(prose: Prose, group: Group, part: Number, rate: Rate, gap: Decimal) -> bool:
    """Return whether another base, the rest, a running sum, or the slip of the sum explains a share."""
    total, value = group.total.value, part.value
    shares = [(total - value, total), (value + gap, total), (value, group.listed.sum)]
    running = Decimal(0)
    for other in group.listed.parts:
        running += other.number.value
        shares.append((running, total))
    start, end = _sentence(prose, part.start)
    bases = [other.value for other in prose.counts_in(max(0, start - 300), end)]
    shares += [(value, base) for base in bases if base >= value and base != total]
    return any(_rounds_to(rate, over, base) for over, base in shares if base > 0)


def _rounds_to(rate: Rate, part: Decimal, whole: Decimal) -> bool:
    return round_half_up(Fraction(part) * 100 / Fraction(whole), rate.places) == rate.value


_OF = re.compile(
    r"(?:tiếp nhận|kiểm tra|rà soát|khảo sát|thẩm định|lấy ý kiến|phúc tra|giám sát|tổng số|trong số|xác minh"
    r"|phát ra|phát hành|(?<!\w)trong)(?: (?:ngẫu nhiên|xác suất|trực tiếp|được|tổng số|là|có|thực tế))*:? $"
    r"|(?<!\w)(?:toàn|cả) [^,;:.()\n\d]{2,30} có $"
)
_NAMED_RATE = re.compile(
    r"[^,;:.()\n\d%]{0,60}?, t[ỷỉ] lệ (?P<of>[^,;:.()\n\d%]{2,40}?)(?: là| đạt| chiếm)? $"
)
_OUT_OF_IT = re.compile(
    r"[^.;:()\n\d]{0,80}?,?\s(?:có|phát hiện|(?:đã )?(?:giải quyết|xử lý)(?:,? (?:xong|trả lời|dứt điểm))*"
    r"|thu về(?: được)?|số [^.,;:()\n\d]{2,40}? là)"
    r"(?: được| là)? $"
)


def _pair_hits(prose: Prose, found: Sequence[Group]) -> Iterator[ProseHit]:
    """A4 where a figure is taken out of the one before: "kiểm tra 180 hồ sơ, có 163 hồ sơ (chiếm …)"."""
    members = {part.number.start for group in found for part in group.listed.parts}
    for whole, part in zip(prose.counts, prose.counts[1:], strict=False):
        if part.start in members or not whole.unit or whole.unit != part.unit:
            continue
        words = prose.masked[max(0, whole.start - 60) : whole.start]
        if not _OF.search(words) or not _OUT_OF_IT.fullmatch(prose.masked[whole.end : part.start]):
            continue
        if part.value > whole.value:
            if not _PLAN.search(prose.text, *_sentence(prose, part.start)):
                told = {"name": name(prose, part), "part": part.text, "whole": whole.text}
                yield ProseHit("A7", part.start, part.end, told)
            continue
        rate = _rate_of(prose, part.end) or _rate_of_that(prose, whole, part)
        if rate is not None and not is_share(rate, part, whole) and not _other_base(prose, part, rate):
            yield wrong_share(prose, rate, part, whole)


def _rate_of_that(prose: Prose, whole: Number, part: Number) -> Rate | None:
    """Return the share behind a part whose own words say that it is of the same whole.

    "72 cơ sở, phát hiện 18 cơ sở vi phạm, chiếm 20% số cơ sở được kiểm tra"; "93 học sinh bỏ học, tỷ lệ bỏ
    học 5%".
    """
    behind = next((rate for rate in prose.rates if rate.start >= part.end), None)
    if behind is None or behind.points or behind.start - part.end > 90:
        return None
    words = prose.masked[part.end : behind.start]
    if _TO_RATE.fullmatch(words):
        same = re.compile(rf"\s(?:trên |trong )?(?:tổng )?số {re.escape(whole.unit)}(?!\w)")
        return behind if same.match(prose.text, behind.end) else None
    named = _NAMED_RATE.fullmatch(words)
    return behind if named and named["of"] in words[: named.start("of")] else None


def _other_base(prose: Prose, part: Number, rate: Rate) -> bool:
    start, end = _sentence(prose, part.start)
    counts = prose.counts_in(max(0, start - 300), end)
    return any(_rounds_to(rate, part.value, base.value) for base in counts if base.value >= part.value > 0)


def _impossible(prose: Prose) -> Iterator[ProseHit]:
    """A7: a share of more than all, a cut of more than all, a count below nothing."""
    for rate in prose.rates:
        before = prose.masked[max(0, rate.start - 110) : rate.start]
        clause = (before, prose.text[rate.end : rate.end + 60].split(";")[0])
        of_all = _FOR_ALL.search(before) and not any(_PLAN.search(words) for words in clause)
        if rate.value > 100 and not rate.points and (of_all or _REDUCED.search(before)):
            told = {"name": name(prose, rate), "part": rate.text, "whole": "100%"}
            yield ProseHit("A7", rate.start, rate.end, told)
    for match in re.finditer(
        r"(?<=(?:là|có) )-\d[\d.]*(?= [^\W\d_])|(?<=(?:còn|đạt) )-\d[\d.]*(?= [^\W\d_])", prose.text
    ):
        told = {"name": match[0], "part": "0", "whole": match[0]}
        yield ProseHit("A7", *match.span(), told)


def _decimals(prose: Prose) -> Iterator[ProseHit]:
    """A9: rates of one text with different decimals; a whole rate may stand without any."""
    rates = [
        rate
        for rate in prose.rates
        if rate.places
        and not rate.points
        and _RATE_BEFORE.search(prose.text, max(0, rate.start - 12), rate.start)
    ]
    other = next((rate for rate in rates if rate.places != rates[0].places), None)
    if other is not None:
        told = {"rates": f"{rates[0].text}; {other.text}"}
        yield ProseHit("A9", other.start, other.end, told)
