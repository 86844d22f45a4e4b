"""Which heading of a spreadsheet means which field of a figure.

A column is known by the field's own name (``received.online``), by its Vietnamese heading below the
headings above it ("Tiếp nhận" over "Trực tuyến"), or, for the table II.06a, by its column number.
"""

from __future__ import annotations

import re
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.wording import nfc

if TYPE_CHECKING:
    from collections.abc import Mapping

PART, NUMBER, SHARE = "part", "number", "share"
PARTS_OF = MappingProxyType({"breakdown": "of", "survey": "levels"})
"""Kinds with one row for each part: kind → the field that holds the parts."""
PASSED_OVER = frozenset({"", "tt", "stt", "số tt", "số thứ tự", "ghi chú"})
TOTALS = frozenset({"total", "tổng", "tổng số", "tổng cộng", "cộng"})

_NUMBER = re.compile(r"\(([0-9]{1,2})\)(?:\s*=.*)?")
_GROUPS = {
    "received": ("tiếp nhận", "số lượng hồ sơ tiếp nhận", "hồ sơ tiếp nhận", "số hồ sơ tiếp nhận"),
    "settled": (
        "đã giải quyết",
        "số lượng hồ sơ đã giải quyết",
        "hồ sơ đã giải quyết",
        "số hồ sơ đã giải quyết",
    ),
    "pending": (
        "đang giải quyết",
        "số lượng hồ sơ đang giải quyết",
        "hồ sơ đang giải quyết",
        "số hồ sơ đang giải quyết",
    ),
}
_TTHC = {
    "received.total": (3, ("tổng số", "tổng")),
    "received.online": (4, ("trực tuyến", "trong kỳ trực tuyến")),
    "received.in_person_post": (
        5,
        (
            "trực tiếp, qua bưu chính công ích",
            "trực tiếp, bưu chính công ích",
            "trực tiếp, dịch vụ bưu chính công ích",
            "trực tiếp, dịch vụ bưu chính",
            "trong kỳ trực tiếp, dịch vụ bưu chính",
            "trong kỳ trực tiếp, dịch vụ bưu chính công ích",
        ),
    ),
    "received.carried_over": (6, ("từ kỳ trước", "từ kỳ trước chuyển sang", "kỳ trước chuyển sang")),
    "settled.total": (7, ("tổng số", "tổng")),
    "settled.early": (8, ("trước hạn",)),
    "settled.on_time": (9, ("đúng hạn",)),
    "settled.overdue": (10, ("quá hạn",)),
    "pending.total": (11, ("tổng số", "tổng")),
    "pending.in_time": (12, ("trong hạn",)),
    "pending.overdue": (13, ("quá hạn",)),
}
_SHARES = {
    "shares.early": ("tỷ lệ trước hạn",),
    "shares.on_time": ("tỷ lệ đúng hạn",),
    "shares.overdue": ("tỷ lệ quá hạn",),
}
_OTHERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "indicator": {
        "numerator": ("tử số", "số thực hiện", "đạt được"),
        "denominator": ("mẫu số", "tổng số"),
        "target": ("chỉ tiêu", "chỉ tiêu được giao"),
        "rate": ("tỷ lệ",),
        "difference": ("chênh lệch", "so với chỉ tiêu"),
    },
    "reduction": {
        "before": ("trước khi cắt giảm", "trước"),
        "after": ("sau khi cắt giảm", "sau"),
        "share": ("tỷ lệ cắt giảm", "tỷ lệ"),
    },
    "sample": {
        "checked": ("số đã kiểm tra", "đã kiểm tra"),
        "passed": ("số đạt", "đạt"),
        "failed": ("số không đạt", "không đạt"),
    },
    "feedback": {
        "received": ("đã tiếp nhận", "tiếp nhận"),
        "on_time": ("trả lời đúng hạn", "đúng hạn"),
        "late": ("trả lời quá hạn", "quá hạn"),
        "pending": ("đang xử lý",),
    },
}
_PARTED = {
    PART: ("part", "mã", "thành phần", "mức"),
    NUMBER: ("number", "số", "số lượng", "số lượt", "số hồ sơ"),
    SHARE: ("share", "tỷ lệ"),
}


def folded(text: str) -> str:
    """Return a heading without capitals, double spaces and its last mark."""
    return " ".join(nfc(text).casefold().split()).rstrip(".:* ")


def column_mark(text: str) -> int:
    """Return 3 for "(3)" and for "(3)=(4)+(5)+(6)", 0 for anything else."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else 0


def headings(kind: str) -> dict[str, str]:
    """Return what a heading of a kind of figure may say → the path of its field."""
    if kind in PARTS_OF:
        return {word: path for path, words in _PARTED.items() for word in words}
    if kind == "tthc":
        return _tthc()
    fields = _OTHERS.get(kind, {})
    return {word: path for path, words in fields.items() for word in (path, *words)}


def numbers(kind: str) -> dict[int, str]:
    """Return the column numbers of the table II.06a → the path of the field; none for other kinds."""
    return {number: path for path, (number, _) in _TTHC.items()} if kind == "tthc" else {}


def _tthc() -> dict[str, str]:
    found = {word: path for path, words in _SHARES.items() for word in (path, *words)}
    for path, (_, words) in _TTHC.items():
        found[path] = path
        for above, word in product(_GROUPS[path.partition(".")[0]], words):
            found[f"{above} {word}"] = path
    return found
