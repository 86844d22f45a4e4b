"""P1: what a web page leaves when its text is pasted: addresses, credits, counters, buttons, forms."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
# What only a paper has: there a name or a short line without a mark stands for itself.
_PAPER = re.compile(r"Nơi nhận|CỘNG H[ÒO][ÀA] XÃ HỘI", re.IGNORECASE)
_SLOGAN = re.compile(r"(?:Quyết tâm thực hiện|Nhiệt liệt|Ra sức thi đua|Chào mừng) ")
_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,3}}")
_MARKED = re.compile(r"[.:;!?…]")
_FEWEST, _MOST = 4, 40
"""Words of a caption."""
_LONG_ENOUGH = 20  # characters; shorter lines repeat for good reason ("Không.")


@lru_cache(maxsize=2)
def residue_hits(text: str) -> tuple[ProseHit, ...]:
    """Return leftovers of a web page, and lines pasted twice running; argument `found`."""
    lines = list(_LINE.finditer(text.replace("\u00a0", " ")))
    hits = [_hit(match, 1) for match in lines if _RESIDUE.fullmatch(match[1])]
    hits += [
        _hit(second, 1)
        for first, second in pairwise(lines)
        if first[1] == second[1] and len(first[1]) > _LONG_ENOUGH and not first[1].startswith("|")
    ]
    hits += _slogans(lines)
    hits += [hit for hit in _addresses(text) if not any(_within(hit, line) for line in hits)]
    if not _PAPER.search(text):
        hits += _pen_names(lines)
        hits += _captions(lines, hits)
    return tuple(hits)


def _slogans(lines: Sequence[re.Match[str]]) -> Iterator[ProseHit]:
    for match in lines:
        if _SLOGAN.match(match[1]) and match[1][-1] not in ".;:,":
            yield _hit(match, 1)


def _pen_names(lines: Sequence[re.Match[str]]) -> Iterator[ProseHit]:
    """Yield names alone on a line behind the end of the text: who wrote it."""
    for before, match in pairwise(lines):
        if _NAME.fullmatch(match[1]) and before[1][-1] in ".…!":
            yield _hit(match, 1)


def _captions(lines: Sequence[re.Match[str]], found: Sequence[ProseHit]) -> list[ProseHit]:
    """Return lines that end without a mark between paragraphs, in what other leftovers show to be a page.

    The first line that is no leftover is the title, and may be.
    """
    left = {hit.start for hit in found}
    content = [match for match in lines if match.start(1) not in left]
    if not found or not content:
        return []
    title = content[0][1]
    return [_hit(match, 1) for match in content[1:] if match[1] != title and _is_caption(match[1])]


def _is_caption(line: str) -> bool:
    """Return whether a line is a sentence's length, begins like one and ends without a mark."""
    plain = line[0].isupper() and not line.isupper() and not _MARKED.search(line)
    return plain and _FEWEST <= len(line.split()) <= _MOST and (line[-1].isalpha() or line[-1] in '”"')


def _hit(match: re.Match[str], group: int = 0) -> ProseHit:
    return ProseHit("P1", match.start(group), match.end(group), {"found": match[group]})


def _within(hit: ProseHit, line: ProseHit) -> bool:
    return line.start <= hit.start and hit.end <= line.end


def _addresses(text: str) -> Iterator[ProseHit]:
    for match in _ADDRESS.finditer(text):
        if not _PORTAL.fullmatch(match[0]):
            yield _hit(match)
