"""Totals against their parts in prose: A1, A2, A7, A8."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.prose.figure_names import name
from generator.checks.prose.groups import Opening
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.lists import are_persons, of_one_kind
from generator.checks.prose.numbers import MEASURES, MONEY
from generator.checks.prose.part_names import NO_OVERDUE, TIMELINESS, Role
from generator.wording import count, decimal_text, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.groups import Group
    from generator.checks.prose.numbers import Prose
    from generator.diagnostics import Argument


def sum_hits(prose: Prose, found: Sequence[Group]) -> Iterator[ProseHit]:
    """Yield what does not add up."""
    for group in found:
        yield from _group_hits(prose, group)
    yield from _all_in_time(prose)


_IN_TIME = re.compile(
    r"[^.,;\d]{0,60}?(?:trước hạn|đúng hạn|trước và đúng hạn|đúng và trước hạn|trong hạn|không quá hạn)(?!\w)"
)
_LATE_AROUND = re.compile(r"(?<!\w)(?:quá|trễ|chậm) (?:thời )?hạn(?!\w)")


def _all_in_time(prose: Prose) -> Iterator[ProseHit]:
    """A8: "100% hồ sơ được giải quyết đúng hạn" beside overdue files that are counted."""
    for rate in prose.rates:
        said = _IN_TIME.match(prose.text, rate.end) if rate.value == 100 and not rate.points else None
        if said is None:
            continue
        _, end = prose.sentences[prose.sentence_at(rate.start)]
        for number in prose.counts_in(said.end(), end):
            before = prose.masked[max(said.end(), number.start - 30) : number.start].rpartition(",")[2]
            after = re.split(r"[,;.]", prose.masked[number.end : min(end, number.end + 40)])[0]
            if number.value and (_LATE_AROUND.search(before) or _LATE_AROUND.search(after)):
                claim = prose.source[rate.start : said.end()]
                told: dict[str, Argument] = {"claim": claim, "gap": number.text, "problem": "contradicted"}
                yield ProseHit("A8", rate.start, said.end(), told)
                break


def _group_hits(prose: Prose, group: Group) -> Iterator[ProseHit]:
    larger = next((part for part in group.listed.parts if part.number.value > group.total.value), None)
    if larger is not None and (group.listed.dimension or larger.number.unit == group.total.unit):
        number = larger.number
        told = {"name": name(prose, number), "part": number.text, "whole": group.total.text}
        yield ProseHit("A7", number.start, number.end, told)
        return
    rule = _broken(group)
    if rule:
        yield ProseHit(rule, group.start, group.end, _told(prose, group))
    if group.listed.dimension is TIMELINESS:
        yield from _claims(prose, group, broken=rule is not None)
    yield from _without_unit(prose, group)


def _without_unit(prose: Prose, group: Group) -> Iterator[ProseHit]:
    """L3: "hài lòng 371 lượt, không hài lòng: 01" — one part lost the unit that all others have."""
    counted = [part.number for part in group.listed.parts if not part.claim]
    bare = [number for number in counted if not number.unit]
    if len(bare) == 1 and len(counted) > 2 and group.listed.dimension and _of_one_unit(group):
        number, unit = bare[0], next(other.unit for other in counted if other.unit)
        found = prose.source[number.start : number.end]
        told = {"found": found, "proposal": f"{found} {unit}"}
        yield ProseHit("L3", number.start, number.end, told)


def _broken(group: Group) -> str | None:
    """Return A1 when the parts should make the total and do not, A2 when a part is left unnamed, or None."""
    listed, total = group.listed, group.total.value
    if abs(listed.sum - total) <= _rounding(group) or (listed.sum < total and listed.remainder):
        return None
    if listed.dimension is TIMELINESS:
        return "A1" if listed.sum > total else _short_of_files(group)
    if len(listed.parts) < 2:
        return None
    told_all = listed.clean and (group.opening is Opening.ALL or listed.closed)
    if listed.dimension is not None:
        whole = listed.dimension.is_whole(group.categories)
        return "A1" if whole or told_all or listed.sum > total else "A2"
    if not _of_one_unit(group):
        return None
    too_much = listed.sum > total and (group.total.unit in MEASURES or _parallel(group))
    return "A1" if told_all or too_much else None


def _rounding(group: Group) -> Decimal:
    """Return how far rounded figures (money, decimals) may lie apart without a mistake; counts are exact."""
    places = max(group.total.places, group.listed.places)
    if not places and group.total.unit not in MONEY:
        return Decimal(0)
    exact = group.total.unit == "đồng"
    return Decimal(0) if exact else Decimal(len(group.listed.parts) + 1).scaleb(-places) / 2


_NOT_PERSONS = frozenset(
    "tổ nhóm đội ban phòng lớp xe máy bộ cuộc buổi lượt ngày tháng năm triệu đồng tỷ bàn".split()  # noqa: SIM905
)
"""What a list behind people may count instead of people."""
_OUTCOMES = frozenset(
    "chuyển giải trả xử hướng lưu từ tiếp bác rút đình thụ đang chờ đã".split()  # noqa: SIM905
)
"""First words of what became of a case: chuyển, giải thích, trả lời, từ chối. One case has one end."""
_SAID_OF_MANY = frozenset("có là được đã số của người trong tại".split())  # noqa: SIM905


def _parallel(group: Group) -> bool:
    """Return whether the parts are named alike, so that they exclude each other: "cấp mới", "cấp lại".

    Parts named by a quality of what is counted ("học sinh nữ", "học sinh nghèo") may overlap.
    """
    labels = [part.label.split() for part in group.listed.parts]
    heads = {words[0] for words in labels if words}
    if len(heads) > 1 and heads <= _OUTCOMES:
        return True
    if len(heads) != 1 or any(len(words) < 2 for words in labels):
        return False
    head = next(iter(heads), "")
    return head not in _SAID_OF_MANY and head != group.total.unit.split(" ")[0] and head.isalpha()


def _short_of_files(group: Group) -> str | None:
    """Return the rule broken by handled files that are fewer than their total."""
    kinds = group.categories
    whole = TIMELINESS.is_whole(kinds) and (group.role is not Role.RECEIVED or "pending" in kinds)
    if whole:
        return "A1"
    return "A2" if kinds & {"on-time", "in-time"} else None


def _of_one_unit(group: Group) -> bool:
    """Return whether parts without a known dimension are certainly of the total's kind."""
    unit = group.total.unit
    if group.opening is Opening.ALL and are_persons(unit):
        return not any(part.number.unit.split(" ")[0] in _NOT_PERSONS for part in group.listed.parts)
    return all(
        of_one_kind(part.number.unit, unit) or (part.labelled_before and not part.number.unit)
        for part in group.listed.parts
    )


def _told(prose: Prose, group: Group) -> dict[str, Argument]:
    total, parts = group.total, group.listed.parts
    gap = abs(total.value - group.listed.sum)
    places = max(total.places, group.listed.places)
    return {
        "name": name(prose, total),
        "parts": " + ".join(part.number.text for part in parts if not part.claim),
        "sum": decimal_text(group.listed.sum, places),
        "total": total.text,
        "gap": decimal_text(gap, places),
        "share": percent_of(gap, total.value) or "",
    }


def _claims(prose: Prose, group: Group, *, broken: bool) -> Iterator[ProseHit]:
    """A8: "không có hồ sơ quá hạn" where the figures leave a rest, or name overdue files."""
    claim = next((part.number for part in group.listed.parts if part.claim), None)
    end = prose.sentences[prose.sentence_at(group.start)][1]
    said = NO_OVERDUE.search(prose.text, group.end, end)
    if broken and (claim or said):
        place = (claim.start, claim.end) if claim else said.span() if said else (group.start, group.end)
        yield ProseHit("A8", *place, {**_told(prose, group), "problem": "remainder"})
        return
    late = [part for part in group.listed.parts if TIMELINESS.of(part.label) == {"late"} and not part.claim]
    said = said if late and late[0].number.value else None
    if said:
        others = [part.number for part in group.listed.parts if part not in late]
        told: dict[str, Argument] = {
            "name": name(prose, group.total),
            "parts": " + ".join(number.text for number in others),
            "sum": count(int(sum(number.value for number in others))),
            "total": group.total.text,
            "gap": late[0].number.text,
            "problem": "remainder",
        }
        yield ProseHit("A8", *said.span(), told)
