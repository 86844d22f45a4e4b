"""What the wording of each component looks like, right or wrong: a mistake must still be recognised.

Other dashes, other cases, missing marks and the other place of the tone (HOÀ, HÒA) are taken too; the rules
then say what is wrong.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from generator.model.paper_kinds import PAPER_KINDS
from generator.wording import POINT_LETTERS, fold_accents, upper

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_NOT_OF_ARTICLE_7 = frozenset(
    {"luat", "phap-lenh", "nghi-dinh", "thong-tu", "cong-van", "thu-cong", "ket-luan"}
)
KINDS = {
    upper(kind.name): kind.abbreviation for key, kind in PAPER_KINDS.items() if key not in _NOT_OF_ARTICLE_7
}
"""Tên loại → chữ viết tắt (Điều 7; PL III, mục I): the 27 that have one."""

ABBREVIATIONS = frozenset(KINDS.values())
CONCLUSION = "KẾT LUẬN"
"""Not one of Điều 7, but what inspectorates issue by the rules of their branch (Điều 3 khoản 2)."""

INTERNAL = "PHIẾU TRÌNH"
"""Not one of Điều 7: a sheet that stays inside the office, whose form the office sets itself."""

_NAMED = (*KINDS, CONCLUSION, INTERNAL)

UPPER = "A-ZĐÀ-Ỹ"
GAP = r"[\s\u00a0._…]"
_ONLY_GAP = re.compile(f"{GAP}*")

CLOSING = re.compile(r"\./\.$")

# --- tolerant forms: what a line was meant to be -------------------------------------------------------

NUMBER_LINE = re.compile(r"[Ss][ốôoỐÔO]\s*[:.;]?\s*(?=[\d\s\u00a0._…]*/|[\s\u00a0._…]*$|\d)")
DATE_LINE = re.compile(
    r".{0,45}[Nn]g[àa]y(?:.{0,12}[Tt]h[áa]ng.{0,12}[Nn]ăm.{0,8}| \d{1,2}[/.-]\d{1,2}[/.-]\d{4})", re.DOTALL
)
REFERENCE = re.compile(r"(?:V\s*/\s*v|v\s*/\s*v|V/V|Về việc|V\.v)\b[:.]?\s*")
ANNEX = re.compile(
    r"(?:Phụ lục|PHỤ LỤC|Phụ Lục|phụ lục)(?:\s+(?:số\s+)?([IVXLC]+|\d{1,2}|[A-ZĐ])\b)?[\s.:–-]*(.*)",
    re.DOTALL,
)
ATTACHED = re.compile(r"\(?\s*(?:Ban hành k|K)èm theo\b")
CONFIRMATION = re.compile(r"xác nhận của\b", re.IGNORECASE)
DRAFTER = re.compile(r"[A-ZĐ]{1,6}\.?\s*\(\s*\d+\s*\)")
ADDRESS = re.compile(r"(?:ĐT|Điện thoại|Fax|E-?[Mm]ail|Website|Thư điện tử)\s*:", re.IGNORECASE)
BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét|Theo Tờ trình|Theo báo cáo)\b")
RESOLVING = re.compile(r"(QUYẾT ĐỊNH|QUYẾT NGHỊ|Quyết định|Quyết nghị)\s*([:.;]?)")
PLACEHOLDER = re.compile(r"\(.*\)|\[.*\]")

URGENCY = ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN")
CIRCULATION = ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
SECRECY = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_STAMP = re.compile(
    r"(?:HO[ẢA]|HỎA|KHẨN|THƯỢNG|XEM XONG|LƯU HÀNH|LUU HÀNH|TUYỆT|TỐI MẬT|MẬT\b)", re.IGNORECASE
)
DRAFT = re.compile(r"D[ỰựƯư]\s?TH[ẢảAa]O\b.*", re.IGNORECASE)

# --- levels of the body --------------------------------------------------------------------------------

PART = re.compile(r"(Phần|PHẦN|Chương|CHƯƠNG)\s+([IVXLC]+|\d+|thứ \w+)\b[.:]?\s*(.*)", re.DOTALL)
DIVISION = re.compile(r"(Mục|MỤC|Tiểu mục|TIỂU MỤC|Tiểu Mục)\s+([IVXLC]+|\d+)\b[.:]?\s*(.*)", re.DOTALL)
ARTICLE = re.compile(r"(Điều|ĐIỀU)\s+(\d+)\s*([.:)\-–]?)\s*(.*)", re.DOTALL)
SECTION = re.compile(r"([IVXLC]+)\s*([.)/:\-–])\s*(?=\S)(.*)", re.DOTALL)
CLAUSE = re.compile(r"(\d{1,2})\s*([.)/])(?!\d)\s*(?=\S)(.*)", re.DOTALL)
SUBCLAUSE = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(?=\S)(.*)", re.DOTALL)
POINT = re.compile(r"([a-zđ])\s*([).])\s*(?=\S)(.*)", re.DOTALL)
DASH = re.compile(r"([-–—−•*])\s*(?=\S)(.*)", re.DOTALL)
PLUS = re.compile(r"(\+)\s*(?=\S)(.*)", re.DOTALL)

POINTS = {letter: number for number, letter in enumerate(POINT_LETTERS, 1)}
"""B8: the letters of điểm in the order of the Vietnamese alphabet."""

_POST = re.compile(
    r"CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH|THƯ KÝ|BÍ THƯ|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|ỦY VIÊN|UỶ VIÊN|ĐẠI DIỆN|VIỆN|HIỆU"
    r"|CỤC|VỤ\b|PHÓ\b|THANH TRA|THỦ TƯỚNG|TỔNG|THÀNH VIÊN|NGƯỜI|CHỨC VỤ|QUYỀN HẠN|THẨM PHÁN|KIỂM TOÁN"
    r"|ĐƠN VỊ|ĐOÀN|BÊN"
)


@lru_cache(maxsize=2048)
def letters(text: str) -> str:
    """Return the bare letters and figures of a text: "Cộng hòa" and "CỘNG HOÀ" are one."""
    return re.sub(r"[^a-z0-9]", "", fold_accents(text).lower())


_ALIKE = 0.87


def resembles(text: str, wanted: str) -> bool:
    """Return whether a text is meant to be the wanted one, in spite of a slip or two."""
    said, meant = letters(text), letters(wanted)
    if not said or abs(len(said) - len(meant)) > 4:
        return False
    if said == meant:
        return True
    compared = SequenceMatcher(None, said, meant, autojunk=False)
    return compared.quick_ratio() > _ALIKE and compared.ratio() > _ALIKE  # the quick one is never less


def addresses(text: str) -> bool:
    """Return whether a line begins with "Kính gửi"."""
    return letters(text[:20]).startswith("kinhgui")


def is_gap(text: str) -> bool:
    """Return whether nothing stands here yet: spaces or dots to be filled in."""
    return _ONLY_GAP.fullmatch(text) is not None


def in_capitals(text: str) -> bool:
    """Return whether all letters of a text are capitals; a text without letters is not."""
    return any(char.isalpha() for char in text) and text == text.upper()


def kind_named(text: str) -> str | None:
    """Return the tên loại a title begins with ("BIÊN BẢN" of "BIÊN BẢN KIỂM TRA"), None without one."""
    said = letters(text.split("(", maxsplit=1)[0])
    for kind in _NAMED:
        if said == letters(kind):
            return kind
    if not in_capitals(text):
        return None
    longest_first = sorted(_NAMED, key=len, reverse=True)
    return next((kind for kind in longest_first if said.startswith(letters(kind))), None)


def names_post(text: str) -> bool:
    """Return whether a line of the signature names a post, not a person."""
    return _POST.search(text.upper()) is not None


def is_stamp(text: str) -> bool:
    """Return whether a short line in capitals is meant as a stamp of urgency, circulation or secrecy."""
    return len(text) <= 24 and in_capitals(text) and _STAMP.match(text) is not None
