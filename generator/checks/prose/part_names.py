"""What the parts of a total are called: the dimensions along which offices split their figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a total counts in the handling of files (hồ sơ)."""

    RECEIVED = "received"
    SETTLED = "settled"
    PENDING = "pending"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dimension:
    """Categories that do not overlap; `wholes` are sets of them that leave nothing out."""

    name: str
    categories: tuple[tuple[str, re.Pattern[str]], ...]
    wholes: tuple[frozenset[str], ...]

    def of(self, label: str) -> frozenset[str]:
        """Return the categories that a label names; one that rules others out comes first and alone."""
        found: set[str] = set()
        for name, pattern in self.categories:
            if pattern.search(label):
                if name.startswith("="):
                    return frozenset({name[1:]})
                found.add(name)
        return frozenset(found)

    def is_whole(self, categories: frozenset[str]) -> bool:
        """Return whether the categories leave nothing out."""
        return any(whole <= categories for whole in self.wholes)


def _dimension(name: str, categories: dict[str, str], *wholes: str) -> Dimension:
    patterns = tuple((key, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for key, pattern in categories.items())
    return Dimension(name, patterns, tuple(frozenset(whole.split()) for whole in wholes))


_STILL = r"(?:đang|chưa)(?: được)? (?:giải quyết|xử lý|xem xét|thụ lý|thẩm định|thực hiện)"

TIMELINESS = _dimension(
    "timeliness",
    {
        "=returned": r"trả lại|từ chối|(?:xin )?rút|(?<!\w)h(?:ủy|uỷ)(?!\w)|bị loại|dừng giải quyết",
        "=pending-late": rf"{_STILL}[^,;]*quá hạn",
        "=pending": rf"{_STILL}|chưa đến hạn|còn hạn|chuyển (?:sang )?kỳ sau|tồn",
        "early": r"trước (?:thời )?hạn|trước(?: hạn)?(?: và|,|/) ?đúng|sớm hạn|sớm hơn",
        "on-time": r"đúng (?:thời )?hạn|đúng tiến độ|đúng(?: hạn)?(?: và|,|/) ?trước hạn",
        "in-time": r"trong (?:thời )?hạn",
        "late": r"quá (?:thời )?hạn|trễ(?: hạn| hẹn)?|chậm(?: hạn| muộn| tiến độ)?",
    },
    "early on-time late",
    "on-time late",
    "in-time late",
)
"""Trước hạn, đúng hạn, quá hạn; and beside them what is pending or was returned."""

DIMENSIONS = (
    TIMELINESS,
    _dimension(
        "satisfaction",
        {
            "=dissatisfied": r"(?:không|chưa) hài lòng",
            "=very": "rất hài lòng",
            "=neutral": "bình thường",
            "satisfied": "hài lòng",
        },
        "very satisfied dissatisfied",
        "satisfied dissatisfied",
    ),
    _dimension(
        "level",
        {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"},
        "province district commune",
    ),
    _dimension(
        "channel",
        {
            "=carried": r"(?:từ )?(?:kỳ|tháng|quý|năm) trước|chuyển sang",
            "=post": "bưu chính",
            "online": "trực tuyến|qua mạng",
            "direct": "trực tiếp",
        },
        "online direct post carried",
    ),
    _dimension("sex", {"men": "nam", "women": "nữ"}, "men women"),
    _dimension(
        "role",
        {
            "=deputy": r"phó (?:trưởng|chủ tịch|tổ trưởng|đoàn|ban)[^,;]*",
            "=secretary": "thư ký",
            "head": r"trưởng (?:đoàn|ban)|tổ trưởng|chủ tịch|chủ tọa",
            "member": r"(?:ủy|uỷ|thành) viên",
        },
    ),
    _dimension(
        "service",
        {"whole": "toàn trình", "part": "một phần", "told": "cung cấp thông tin"},
        "whole part told",
    ),
    _dimension(
        "eligibility",
        {
            "=not": r"(?:không|chưa) (?:đủ|đáp ứng|đạt|hợp lệ|bảo đảm)",
            "yes": r"đủ điều kiện|đạt|hợp lệ|bảo đảm|đáp ứng",
        },
        "not yes",
    ),
    _dimension(
        "progress",
        {
            "=pending": rf"{_STILL}|chưa hoàn thành|đang (?:triển khai|thi công|soạn thảo|theo dõi|tiếp tục)",
            "done": r"đã (?:hoàn thành|giải quyết|xử lý|thực hiện|trả lời|trả kết quả)|hoàn thành|đã xong",
        },
        "pending done",
    ),
)

NO_OVERDUE = re.compile(
    r"(?<!\w)không (?:có|còn|phát sinh|để xảy ra)(?: trường hợp| hồ sơ| nhiệm vụ| phản ánh| kiến nghị| đơn"
    r"| tthc| nào| việc| tình trạng| giải quyết| trả| bị| kết quả|,)*"
    r"\s(?:quá hạn|trễ hạn|chậm hạn|trễ hẹn|quá thời hạn|chậm muộn)"
)
"""The claim that nothing was overdue."""

_HANDLED = r"(?:đã |được )?(?:giải quyết|xử lý|trả lời|trả kết quả)|hoàn thành|(?:đã|được) trả(?= ?$)"
_ROLES = (
    (Role.PENDING, re.compile(rf"{_STILL}|còn lại")),
    (Role.SETTLED, re.compile(_HANDLED)),
    (Role.RECEIVED, re.compile(r"(?:phải|cần) (?:giải quyết|xử lý)|tiếp nhận|thụ lý|được giao|đã nhận")),
)


def role(words: str) -> Role:
    """Return what the last of the words says that a figure counts."""
    best, place = Role.OTHER, -1
    for kind, pattern in _ROLES:
        for match in pattern.finditer(words):
            if match.end() > place or (match.end() == place and kind is not Role.SETTLED):
                best, place = kind, match.end()
    return best
