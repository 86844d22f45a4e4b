"""L2 and L4: marks, spaces around them, capitals after them, quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import LETTER, LOWER, UPPER, without_addresses
from generator.checks.prose.syllables import is_syllable
from generator.checks.sought import Sought, at_word, sought

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that follow a figure and are no unit of measure: "4năm", "02xã".
_AFTER_FIGURE = (
    "năm|tháng|ngày|hồ|xã|huyện|tỉnh|phường|cơ|đơn|thủ|cuộc|lượt|trường|văn|công|cán|người|lần|giờ|phút"
    "|tờ|bản|đồng|triệu|tỷ|nghìn|phần|điểm|tổ|hộ|nhiệm|nội|lớp|buổi|dự|thôn|điều|khoản|mục|chỉ|phản|giao"
    "|máy|quyết|đợt"
)
_BEFORE_FIGURE = "ngày|tháng|năm|số|Điều|khoản|Khoản|Mục|Chương|Phụ lục|tổng|có|gồm|đạt|từ|đến|hơn|trên|và"

# What begins an item of a list; a capital on it after ";" is a slip. Agencies and papers are not among them.
_ITEM_HEADS = (
    "Việc|Công tác|Các|Một số|Những|Chưa|Không|Có|Còn|Đã|Tình hình|Thực hiện|Tiếp tục|Tăng cường"
    "|Đẩy mạnh|Nâng cao|Rà soát|Xây dựng|Ban hành|Giải quyết|Tiếp nhận|Xử lý|Cập nhật|Niêm yết"
    "|Khắc phục|Bổ sung|Hoàn thành|Kiểm tra|Đánh giá|Tuyên truyền|Bố trí|Phân công|Đề nghị|Yêu cầu"
    "|Số lượng|Tỷ lệ|Kết quả|Nguyên nhân|Cơ sở vật chất|Cán bộ|Công chức|Người dân|Trong|Tại|Đối với"
    "|Theo|Về|Để|Khi|Do|Nội dung|Hồ sơ|Thủ tục|Chất lượng|Trang thiết bị|Chậm|Thiếu|Quản lý|Phối hợp"
    "|Chỉ đạo|Triển khai|Tập trung|Chấn chỉnh|Thường xuyên|Duy trì|Phát huy"
)
_COUNTED_HEADS = (
    "Không|Chưa|Rất|Trước hạn|Đúng hạn|Quá hạn|Trễ hạn|Chậm hạn|Hài lòng|Bình thường|Đang|Đã|Còn|Trực tuyến"
    "|Trực tiếp|Tổng|Trong đó|Đạt|Tốt|Khá"
)


@dataclass(frozen=True, slots=True)
class _Slip:
    """What a slip looks like, and what it should read; the pattern's whole match is what is found."""

    looks: Sought
    proposal: str


def _slip(pattern: str, proposal: str, *words: str) -> _Slip:
    return _Slip(sought(pattern, *words), proposal)


_SLIPS = (
    # Dots after a figure or in a row are what is filled in by hand, not a slip.
    _slip(r"(?<=[^\W\d_])\.\.(?![./…])", ".", ".."),
    _slip(r"(?<=\w)\.\.(?=/\.)", ".", ".."),
    _slip(r"(?<=[^\W\d_])(?:…{2}|\.{4})(?=\s*$)", "…", "……", "...."),
    _slip(r",,+|;;+|::+", "", ",,", ";;", "::"),
    _slip(rf"({LETTER}|[\d%)”]) +([,;:])(?=\s|$)", r"\1\2", " ,", " ;", " :"),
    _slip(rf"({LETTER}|[\d%)”]) +([,;:])({LETTER})", r"\1\2 \3", " ,", " ;", " :"),
    _slip(rf"({LETTER}|[\d%)”]) +(\.)(?=\s|$)", r"\1\2", " ."),
    _slip(r"([“(]) +(?=\S)", r"\1", "“ ", "( "),
    _slip(r"(?<=[^\s.…;:,]) +([”)])", r"\1", " ”", " )"),
    _slip(rf"({LETTER}[,;:])({LETTER})", r"\1 \2", ",", ";", ":"),
    _slip(rf"({LETTER}[,;])(?=\d)", r"\1 ", ",", ";"),
    _slip(rf"(\d;)({LETTER})", r"\1 \2", ";"),
    _slip(rf"(?<![{LOWER}{UPPER}\d.])([{LOWER}]{{2,}}\.)([{UPPER}][{LOWER}]+)", r"\1 \2", "."),
    _slip(rf"(\d(?<![\w./-]\d)\d*)({_AFTER_FIGURE})(?!\w)", r"\1 \2", *_AFTER_FIGURE.split("|")),
    _slip(rf"({at_word(_BEFORE_FIGURE)})(\d+)(?![\w])", r"\1 \2", *_BEFORE_FIGURE.split("|")),
    _slip(rf"(?<=[{LOWER}]) ([-–])(?=[{LOWER}{UPPER}]{{2,}})", r" \1 ", " -", " –"),
    _slip(rf"(?<=[{LOWER}])([-–]) (?=[{LOWER}{UPPER}]{{2,}})", r" \1 ", "- ", "– "),
    _slip(r", và(?= )", " và", ", và"),
)
_AFTER_SEMICOLON = re.compile(rf"; ({_ITEM_HEADS})(?= [{LOWER}])(?! số \d)")
# Inside a list of counts: "hài lòng 371 lượt (4,39%), Không hài lòng: 01".
_AFTER_COMMA = re.compile(rf"(?<=[\d%){LOWER}]), ({_COUNTED_HEADS})(?= [{LOWER}])")
# "qua phần mềm “một cửa điện tử” tổ chức quán triệt": what was quoted ends its clause without a comma.
_QUOTED_RUN_ON = sought(
    r"(?<!\w)(?:qua|bằng|thông qua) (?:[^\W\d_]+ ){1,4}“[^”\n]{2,60}(”) "
    r"((?:tổ chức|ban hành|xây dựng|triển khai|tăng cường|đẩy mạnh|chỉ đạo) [^\W\d_]+)",
    "“",
)
_RUN_INTO_CAPITALS = re.compile(rf"(?<!\w)([{LOWER}]{{2,}})([{UPPER}]\w+)")
_STRAIGHT_QUOTES = sought(r"(?<!\d)\"([^\"\n]*)\"", '"')


def punctuation_hits(text: str) -> list[ProseHit]:
    """Return slips of punctuation; arguments `found` and `proposal`."""
    plain = without_addresses(text)
    hits = [
        ProseHit(
            "L2", match.start(), match.end(), {"found": match[0], "proposal": match.expand(slip.proposal)}
        )
        for slip in _SLIPS
        for match in slip.looks.found_in(plain)
    ]
    return [*hits, *_capitals_in_lists(plain), *_run_together(plain)]


def _capitals_in_lists(plain: str) -> Iterator[ProseHit]:
    """Yield capitals after ";" or "," inside a paragraph (NĐ 30/2020, PL II.I), and a clause run on."""
    for pattern in (_AFTER_SEMICOLON, _AFTER_COMMA):
        for match in pattern.finditer(plain):
            told = {"found": match[0], "proposal": match[0].lower()}
            yield ProseHit("L2", match.start(), match.end(), told)
    for match in _QUOTED_RUN_ON.found_in(plain):
        told = {"found": f"{match[1]} {match[2]}", "proposal": f"{match[1]}; {match[2]}"}
        yield ProseHit("L2", match.start(1), match.end(), told)


def _run_together(plain: str) -> Iterator[ProseHit]:
    """Yield a word and a name without the space between: "sử dụngVLNCN"."""
    for match in _RUN_INTO_CAPITALS.finditer(plain):
        if is_syllable(match[1]) and not match[0].isascii():
            yield ProseHit(
                "L2", match.start(), match.end(), {"found": match[0], "proposal": f"{match[1]} {match[2]}"}
            )


def quotation_hits(text: str) -> Iterator[ProseHit]:
    """Yield straight quotation marks (L4): administrative prose uses “ ”."""
    for match in _STRAIGHT_QUOTES.found_in(text):
        yield ProseHit("L4", match.start(), match.end(), {"found": match[0], "proposal": f"“{match[1]}”"})
