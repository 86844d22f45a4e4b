"""Where a paper stands between draft and archive, and which step may follow which.

The road is that of NĐ 30/2020: soạn thảo (Điều 10), duyệt (Điều 11), two checks before the signature
(Điều 12), ký (Điều 13), số and ngày after it (Điều 15), phát hành and what may follow (Điều 18).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.issuing.journal import Event


class Step(StrEnum):
    """What happened to a paper; the names are those of the command line and of the journal."""

    DRAFTED = "soan-thao"  # ai soạn thảo (Điều 10)
    OPINIONS = "xin-y-kien"  # xin ý kiến về dự thảo
    CONTENT = "soat-noi-dung"  # người đứng đầu đơn vị soạn thảo kiểm tra nội dung (Điều 12 khoản 1)
    FORMAT = "soat-the-thuc"  # người được giao kiểm tra thể thức (Điều 12 khoản 2)
    SUBMITTED = "trinh-ky"
    RETURNED = "tra-lai"
    SIGNED = "da-ky"
    ISSUED = "phat-hanh"
    CORRECTED = "dinh-chinh"
    AMENDED = "sua-doi"
    REPLACED = "thay-the"
    RECALLED = "thu-hoi"


CHECKS = frozenset({Step.CONTENT, Step.FORMAT})
"""Steps that confirm one text and leave the paper where it stands."""
_STAYING = CHECKS | {Step.DRAFTED}
INSTRUMENTS = (Step.CORRECTED, Step.AMENDED, Step.REPLACED, Step.RECALLED)
"""What another paper did to an issued one (Điều 18 khoản 3 và 4)."""
AFTER_ISSUE = frozenset({Step.ISSUED, *INSTRUMENTS})
"""States of a paper that never changes again; only other papers speak about it."""
WITH_REASON = frozenset({Step.RETURNED})
BY_HAND = (Step.DRAFTED, Step.OPINIONS, Step.CONTENT, Step.FORMAT, Step.SUBMITTED, Step.RETURNED, Step.SIGNED)
"""What a person records; the other steps are taken by issuing a paper."""

_DRAFTING = frozenset({Step.DRAFTED, Step.OPINIONS, Step.CONTENT, Step.FORMAT, Step.SUBMITTED})
_FOLLOWS: dict[Step | None, frozenset[Step]] = {
    None: _DRAFTING,
    Step.OPINIONS: _DRAFTING,
    Step.SUBMITTED: CHECKS | {Step.RETURNED, Step.SIGNED},
    Step.RETURNED: _DRAFTING,
    Step.SIGNED: frozenset({Step.RETURNED, Step.ISSUED}),
    Step.ISSUED: frozenset(INSTRUMENTS),
    Step.CORRECTED: frozenset(INSTRUMENTS),
    Step.AMENDED: frozenset(INSTRUMENTS),
    Step.REPLACED: frozenset(),
    Step.RECALLED: frozenset(),
}


def state_after(events: Iterable[Event]) -> Step | None:
    """Return the state that the events of one paper lead to; None is a draft (dự thảo)."""
    state: Step | None = None
    for event in events:
        if event.step not in _STAYING:
            state = event.step
    return state


def may_follow(state: Step | None) -> frozenset[Step]:
    """Return the steps that a paper in this state can take."""
    return _FOLLOWS[state]
