"""No-break spaces, so that "Điều 5", "số 45/TB-UBND", "ngày 18/5/2026" and "1.250 đồng" do not part.

Few on purpose: a search in Word does not match them with a typed space, and they do not stretch in a
justified line. An office can switch them off, so nothing else in the package calls `bind`.
"""

from __future__ import annotations

import re
from functools import cache

from generator.wording.labels import POINT_LETTERS

NO_BREAK_SPACE = "\u00a0"

GAP = NO_BREAK_SPACE * 5
"""The blank for a number, a day or a month that is not known yet: spaces, never dots."""

UNITS = ("%", "đồng", "ngày", "km", "km²", "m", "m²", "ha", "kg")
"""The units that are kept with their number. "hồ sơ" is two words and is not among them."""

_NUMBER = r"[0-9]+[a-zđ]?(?!\w)"
_NUMERAL = r"[IVXLC]+(?!\w)"
# "điểm y tế" is a clinic, not point y.
_LETTER = rf"[{POINT_LETTERS}](?!\w)(?! tế)"

# "tài khoản 123", "tổng số 13.462" are no citations.
_CITATIONS = (
    re.compile(r"(?<!\w)(?<!tổng )(?<!Tổng )([Ss]ố) (?=[0-9])"),
    re.compile(rf"(?<!\w)(Điều) (?={_NUMBER})"),
    re.compile(rf"(?<!\w)(?<!tài )(?<!Tài )([Kk]hoản) (?={_NUMBER})"),
    re.compile(rf"(?<!\w)([Đđ]iểm) (?={_LETTER})"),
    re.compile(rf"(?<!\w)(Phần|Chương|Mục|Tiểu mục) (?={_NUMBER}|{_NUMERAL})"),
    re.compile(rf"(?<!\w)(Phụ lục) (?={_NUMBER}|{_NUMERAL}|[A-ZĐ](?!\w))"),
)

# A date parts before "tháng" and before "năm", never behind these words; "(để t/h)" stays one remark.
_TIED = (
    *_CITATIONS,
    re.compile(r"(?<!\w)([Nn]gày|[Tt]háng) (?=[0-9]{1,2}(?!\w))"),
    re.compile(r"(?<!\w)([Nn]ăm) (?=[12][0-9]{3}(?!\w))"),
    re.compile(r"(\((?:để|đăng)) (?=[^\s()]{1,8}\))"),
)


def bind(text: str, units: tuple[str, ...] = UNITS) -> str:
    """Return the text with no-break spaces inside citations, behind the words of a date, before a unit.

    Only spaces change, and a second call changes nothing. In "12 ngày 15/01/2026" the word after the number
    begins a date, so a unit that is followed by a figure is not bound to the number before it.
    """
    for pattern in _TIED:
        text = pattern.sub(rf"\1{NO_BREAK_SPACE}", text)
    return _units_pattern(units).sub(rf"\1{NO_BREAK_SPACE}", text) if units else text


@cache
def _units_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number, its space, and (ahead of it) one of the units."""
    longest_first = sorted(units, key=len, reverse=True)
    ahead = "|".join(re.escape(unit) for unit in longest_first)
    number = r"(?<![\w.,/:-])([0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?)"
    return re.compile(rf"{number} (?=(?:{ahead})(?!\w)(?![ {NO_BREAK_SPACE}][0-9]))")
