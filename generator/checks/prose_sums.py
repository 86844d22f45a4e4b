"""Totals against their parts in prose: A1, A2, A7, A8; received against settled files: A3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose_groups import Opening, sentences
from generator.checks.prose_hits import ProseHit
from generator.checks.prose_names import name
from generator.checks.prose_parts import NO_OVERDUE, TIMELINESS, Role
from generator.wording import count, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose_groups import Group
    from generator.checks.prose_numbers import Number, Prose
    from generator.diagnostics import Argument


def sum_hits(prose: Prose, found: Sequence[Group]) -> Iterator[ProseHit]:
    """Yield what does not add up."""
    for group in found:
        yield from _group_hits(prose, group)
    yield from _flows(prose)


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


def _broken(group: Group) -> str | None:
    """Return A1 when the parts should make the total and do not, A2 when a part is left unnamed, or None."""
    listed, total = group.listed, int(group.total.value)
    if listed.sum == total or (listed.sum < total and listed.remainder):
        return None
    if listed.dimension is TIMELINESS:
        return "A1" if listed.sum > total else _short_of_files(group)
    if len(listed.parts) < 2:
        return None
    told_all = group.opening is Opening.ALL and listed.clean
    if listed.dimension is not None:
        whole = listed.dimension.is_whole(group.categories)
        return "A1" if whole or told_all or listed.sum > total else "A2"
    return "A1" if told_all and _of_one_unit(group) else None


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
    return all(
        part.number.unit == unit or (part.labelled_before and not part.number.unit)
        for part in group.listed.parts
    )


def _told(prose: Prose, group: Group) -> dict[str, Argument]:
    total, parts = group.total, group.listed.parts
    gap = abs(int(total.value) - group.listed.sum)
    return {
        "name": name(prose, total),
        "parts": " + ".join(part.number.text for part in parts if not part.claim),
        "sum": count(group.listed.sum),
        "total": total.text,
        "gap": count(gap),
        "share": percent_of(gap, total.value) or "",
    }


def _claims(prose: Prose, group: Group, *, broken: bool) -> Iterator[ProseHit]:
    """A8: "không có hồ sơ quá hạn" where the figures leave a rest, or name overdue files."""
    claim = next((part.number for part in group.listed.parts if part.claim), None)
    if claim is not None and broken:
        yield ProseHit("A8", claim.start, claim.end, _told(prose, group))
    late = [part for part in group.listed.parts if TIMELINESS.of(part.label) == {"late"} and not part.claim]
    end = next(end for start, end in sentences(prose) if start <= group.start < end)
    said = NO_OVERDUE.search(prose.text, group.end, end) if late and late[0].number.value else None
    if said:
        others = [part.number for part in group.listed.parts if part not in late]
        told: dict[str, Argument] = {
            "name": name(prose, group.total),
            "parts": " + ".join(number.text for number in others),
            "sum": count(int(sum(number.value for number in others))),
            "total": group.total.text,
            "gap": late[0].number.text,
        }
        yield ProseHit("A8", *said.span(), told)


_LINK = r"(?: (?:được|mới|tổng số|tổng cộng|tất cả|là|số|xong|trả lời|có|và trả kết quả|đối với|:))*:? "
_RECEIVED = re.compile(rf"(?:tiếp nhận|phải giải quyết|thụ lý){_LINK}$")
_SETTLED = re.compile(rf"(?:giải quyết|xử lý)(?:,? (?:xong|trả lời|dứt điểm|trả kết quả))*{_LINK}$")
_OF_BOTH = re.compile(rf"(?:tiếp nhận|thụ lý)(?: mới)?(?:,| và)[^,;.]*$|(?:phải|cần|đang|chưa) (?:giải quyết|xử lý){_LINK}$")
_DUE_AFTER = re.compile(r"[^.,;:()\d]{0,30}(?:phải|cần) (?:giải quyết|xử lý)")
_PENDING = re.compile(
    r"(?:đang|chưa)(?: được| trong quá trình)? (?:giải quyết|xử lý|thụ lý|thẩm định|xem xét)[^.,;:()\d]{0,45}:?\s?$"
    r"|(?<!\w)còn(?: lại)?(?: là)? $|số(?: hồ sơ)? còn lại(?: là)?:? $"
)
_PENDING_AFTER = re.compile(
    r"[^.,;:()\d]{0,30}(?:(?:đang|chưa)(?: trong quá trình)? (?:giải quyết|xử lý|thụ lý|thẩm định|đến hạn)|chưa đến hạn)"
)
_OTHER_ENDS = re.compile(
    r"đang (?:giải quyết|xử lý|thụ lý|thẩm định|trong)|chưa (?:giải quyết|xử lý|đến hạn|trả)|còn lại|còn hạn|chuyển"
    r"|trả lại|từ chối|(?<!\w)rút|(?<!\w)h(?:ủy|uỷ)(?!\w)|(?<!\w)tồn|bổ sung|kỳ trước|dừng"
)


def _flows(prose: Prose) -> Iterator[ProseHit]:
    """A3, A1, A7: files received, then settled, then pending, said in this order in one paragraph."""
    for paragraph in re.finditer(r"[^\n]+", prose.text):
        counts = prose.counts_in(*paragraph.span())
        received = [number for number in counts if _is_received(prose, number)]
        for index, number in enumerate(received):
            last = received[index + 1].start if index + 1 < len(received) else paragraph.end()
            behind = [other for other in counts if number.end <= other.start < last]
            yield from _flow(prose, number, behind, last)


def _before(prose: Prose, number: Number) -> str:
    return re.split(r"[.;\n]", prose.masked[max(0, number.start - 80) : number.start])[-1]


def _is_received(prose: Prose, number: Number) -> bool:
    before = _before(prose, number)
    if _DUE_AFTER.match(prose.masked, number.end):
        return not _SETTLED.search(before)
    return bool(_RECEIVED.search(before)) and not (_OF_BOTH.search(before) and "phải" not in before)


def _flow(prose: Prose, received: Number, behind: Sequence[Number], last: int) -> Iterator[ProseHit]:
    """Compare what was received with the first settled figure behind it."""
    settled = next((number for number in behind if _is_settled(prose, number)), None)
    if settled is None or settled.unit != received.unit or received.places or settled.places:
        return
    if _sentence_of(prose, settled.start) > _sentence_of(prose, received.start) + 1:
        return
    gap = int(received.value - settled.value)
    told = {"received": received.text, "settled": settled.text, "gap": count(abs(gap))}
    pending = [int(number.value) for number in behind if _is_pending(prose, number)]
    span = (received.start, settled.end)
    words = prose.text[max(0, received.start - 60) : last]
    if pending:
        yield from _balance(prose, received, settled, pending, words)
    elif gap > 0 and not _OTHER_ENDS.search(words):
        yield ProseHit("A3", *span, {"name": name(prose, received), **told})
    elif gap < 0 and not _OTHER_ENDS.search(words):
        told = {"name": name(prose, settled), "part": settled.text, "whole": received.text}
        yield ProseHit("A7", *span, told)


def _sentence_of(prose: Prose, place: int) -> int:
    return next(index for index, (_, end) in enumerate(sentences(prose)) if place <= end)


def _is_settled(prose: Prose, number: Number) -> bool:
    before = _before(prose, number)
    return bool(_SETTLED.search(before)) and not _OF_BOTH.search(before)


def _is_pending(prose: Prose, number: Number) -> bool:
    return bool(_PENDING.search(_before(prose, number)) or _PENDING_AFTER.match(prose.masked, number.end))


def _balance(
    prose: Prose, received: Number, settled: Number, pending: list[int], words: str
) -> Iterator[ProseHit]:
    """A1: received = settled + pending; silent where files also ended otherwise or came from before."""
    gap = int(received.value - settled.value)
    sums = {sum(pending[: index + 1]) for index in range(len(pending))} | set(pending)
    elsewhere = re.search(r"trả lại|từ chối|(?<!\w)rút|(?<!\w)h(?:ủy|uỷ)(?!\w)|(?<!\w)tồn|kỳ trước|chuyển sang|bổ sung|dừng", words)
    if gap in sums or (elsewhere and "phải" not in words):
        return
    total = int(settled.value) + pending[0]
    told = {
        "name": name(prose, received),
        "parts": f"{settled.text} + {count(pending[0])}",
        "sum": count(total),
        "total": received.text,
        "gap": count(abs(total - int(received.value))),
    }
    yield ProseHit("A1", received.start, settled.end, told)
