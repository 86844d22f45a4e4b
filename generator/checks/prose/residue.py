"""P1: what a web page leaves when its text is pasted: addresses, credits, counters, buttons, forms."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit

if TYPE_CHECKING:
    from collections.abc import Iterator

# The bare address of a state portal may be cited ("tại địa chỉ https://dichvucong.gov.vn").
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]+")
_PORTAL = re.compile(r"(?:https?://)?(?:www\.)?[\w.-]+\.gov\.vn/?[.,;:)]*")

_LINE = re.compile(r"^[^\S\n]*(\S[^\n]*?)[^\S\n]*$", re.MULTILINE)
# A table names its source; the source of a pasted article is a newspaper or an address.
_OWN_SOURCES = (
    r"Báo\ cáo|Niên\ giám|Số\ liệu|Sở|UBND|Ủy\ ban|Cục|Chi\ cục|Phòng|Văn\ phòng|Biên\ bản|Hệ\ thống|Đoàn"
    r"|Kho\ bạc|Cơ\ sở\ dữ\ liệu"
)
_RESIDUE = re.compile(
    rf"""
    (?:Ảnh|(?:Tin|Bài)(?:(?:,|\ và)\ ảnh)?|Tác\ giả|PV|Nguồn\ tin|Theo\ nguồn)\ ?:.*
    | Nguồn\ ?:(?!\ ?(?:{_OWN_SOURCES})).*
    | (?:Ngày\ đăng|Lượt\ xem|Lượt\ đọc|Số\ lượt\ truy\ cập|Đang\ online|Đang\ truy\ cập|Hôm\ nay|Hôm\ qua
        |Trong\ tuần|Trong\ tháng|Tất\ cả|Tổng\ truy\ cập)\ ?:\ ?[\d./:\ -]+
    | A-\ +A\ +A\+.* | Cỡ\ chữ.{{0,30}} | (?:Tăng|Giảm)\ tương\ phản.*
    | Nhảy\ đến\ nội\ dung | Truy\ cập\ nội\ dung\ luôn | (?:Xuất\ bản\ thông\ tin\ ?)+
    | Quay\ lại | Trang\ chủ
    | [•\-*\s]*(?:Tiêu\ đề|Người\ gửi|Họ\ tên|E-?mail|Nội\ dung\ bình\ luận|Mã\ xác\ nhận)\ ?\*
    | (?:Gửi\ bình\ luận|Bình\ luận|In\ trang(?:\ này)?|Chia\ sẻ|Đọc\ tiếp|Xem\ thêm|Tin\ liên\ quan
        |(?:Các\ )?[Tt]in\ khác|Tin\ mới\ nhất|Thống\ kê\ truy\ cập|Liên\ kết\ website|Thông\ tin\ tổng\ hợp
        |Thời\ sự\ tổng\ hợp|Thông\ tin\ tuyên\ truyền|Tweet|Facebook|Zalo)\ ?:?
    """,
    re.VERBOSE,
)
_LONG_ENOUGH = 20  # characters; shorter lines repeat for good reason ("Không.")


def residue_hits(text: str) -> list[ProseHit]:
    """Return leftovers of a web page, and lines pasted twice running; argument `found`."""
    lines = list(_LINE.finditer(text.replace("\u00a0", " ")))
    hits = [_hit(match, 1) for match in lines if _RESIDUE.fullmatch(match[1])]
    hits += [
        _hit(second, 1)
        for first, second in pairwise(lines)
        if first[1] == second[1] and len(first[1]) > _LONG_ENOUGH and not first[1].startswith("|")
    ]
    return [*hits, *(hit for hit in _addresses(text) if not any(_within(hit, line) for line in hits))]


def _hit(match: re.Match[str], group: int = 0) -> ProseHit:
    return ProseHit("P1", match.start(group), match.end(group), {"found": match[group]})


def _within(hit: ProseHit, line: ProseHit) -> bool:
    return line.start <= hit.start and hit.end <= line.end


def _addresses(text: str) -> Iterator[ProseHit]:
    for match in _ADDRESS.finditer(text):
        if not _PORTAL.fullmatch(match[0]):
            yield _hit(match)
