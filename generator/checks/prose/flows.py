"""Files received, settled and pending, told one after the other in prose: A3, A1, A7."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose.figure_names import name
from generator.checks.prose.hits import ProseHit
from generator.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.numbers import Number, Prose

_LINK = (
    r"(?: (?:trong (?:kỳ|tuần|tháng|quý|năm)|được|mới|tổng số|tổng cộng|tất cả|là|số|xong|trả lời|có"
    r"|và trả kết quả|đối với|:))*:? "
)
_GIVEN = r"(?<!công )(?<!xác )(?<!ghi )(?<!chứng )(?<!thừa )(?<!nhìn )(?<!cảm )(?<!kết )(?<!đảm )nhận"
_RECEIVED = re.compile(rf"(?:{_GIVEN}|phải giải quyết|thụ lý){_LINK}$")
_SETTLED = re.compile(
    rf"(?<!hạn )(?<!chờ )(?:giải quyết|xử lý|(?<!hẹn )trả kết quả|(?:đã|được) trả(?: lời)?)"
    rf"(?:,? (?:xong|trả lời|dứt điểm|trả kết quả))*{_LINK}$"
)
_OF_BOTH = re.compile(
    rf"(?:tiếp nhận|thụ lý)(?: mới)?(?:,| và)[^,;.]*$|(?:phải|cần|đang|chưa) (?:giải quyết|xử lý){_LINK}$"
)
_DUE_AFTER = re.compile(r"[^.,;:()\d]{0,30}(?:phải|cần) (?:giải quyết|xử lý)")
_PENDING = re.compile(
    r"(?:đang|chưa)(?: được| trong quá trình)? (?:giải quyết|xử lý|thụ lý|thẩm định|xem xét)"
    r"[^.,;:()\d]{0,45}:?\s?$"
    r"|(?<!\w)còn(?: lại)?(?: là)? $|số(?: hồ sơ)? còn lại(?: là)?:? $"
)
_PENDING_AFTER = re.compile(
    r"[^.,;:()\d]{0,30}"
    r"(?:(?:đang|chưa)(?: trong quá trình)? (?:giải quyết|xử lý|thụ lý|thẩm định|đến hạn))"
)
_LATE_NEAR = re.compile(r"(?:quá|trễ|chậm) hạn(?: hiện| là)? còn|#[^.,;]{0,12}(?:quá|trễ|chậm) hạn")
_OTHER_ENDS = re.compile(
    r"đang (?:giải quyết|xử lý|thụ lý|thẩm định|trong)|chưa (?:giải quyết|xử lý|đến hạn|trả)|còn lại"
    r"|còn hạn|chuyển|trả lại|từ chối|(?<!\w)rút|(?<!\w)h(?:ủy|uỷ)(?!\w)|(?<!\w)tồn|bổ sung|kỳ trước|dừng"
)


def flow_hits(prose: Prose) -> Iterator[ProseHit]:
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
    if prose.sentence_at(settled.start) > prose.sentence_at(received.start) + 1:
        return
    gap = int(received.value - settled.value)
    told = {"received": received.text, "settled": settled.text, "gap": count(abs(gap))}
    pending = [int(number.value) for number in behind if _is_pending(prose, number)]
    span = (received.start, settled.end)
    words = prose.text[max(0, received.start - 60) : last]
    if pending:
        yield from _balance(prose, received, settled, pending, words)
    elif gap > 0 and not _OTHER_ENDS.search(words + _next_paragraph(prose, last)):
        yield ProseHit("A3", *span, {"name": name(prose, received), **told})
    elif gap < 0 and not _OTHER_ENDS.search(words):
        told = {"name": name(prose, settled), "part": settled.text, "whole": received.text}
        yield ProseHit("A7", *span, told)


def _next_paragraph(prose: Prose, end: int) -> str:
    """Return the paragraph behind the one that ends at `end`; it may say what became of the rest."""
    return prose.text[end:].lstrip().split("\n")[0] if prose.text[end : end + 1] == "\n" else ""


def _is_settled(prose: Prose, number: Number) -> bool:
    before = _before(prose, number)
    return bool(_SETTLED.search(before)) and not _OF_BOTH.search(before)


def _is_pending(prose: Prose, number: Number) -> bool:
    before, after = _before(prose, number), prose.masked[number.end : number.end + 30]
    if _PENDING_AFTER.match(after):
        return True
    return bool(_PENDING.search(before)) and not _LATE_NEAR.search(f"{before[-20:]}#{after}")


def _balance(
    prose: Prose, received: Number, settled: Number, pending: list[int], words: str
) -> Iterator[ProseHit]:
    """A1: received = settled + pending; silent where files also ended otherwise or came from before."""
    gap = int(received.value - settled.value)
    sums = {sum(pending[: index + 1]) for index in range(len(pending))} | set(pending)
    elsewhere = re.search(
        r"trả lại|từ chối|(?<!\w)rút|(?<!\w)h(?:ủy|uỷ)(?!\w)|(?<!\w)tồn|kỳ trước|chuyển sang|bổ sung|dừng",
        words,
    )
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
