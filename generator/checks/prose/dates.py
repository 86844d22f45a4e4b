"""Dates and periods in running prose: D1 years, D3 missing year, D4 form, D5 two cut-offs.

Functions take the text folded by `numbers.folded`: small letters, as long as the original.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.sought import at_word, sought
from generator.wording import short_date
from generator.wording.reading import ImpossibleDate, Misread, NoSuchMonth, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAR = 2
"""Years of one period, and of the figures of one paper, lie within so many of each other."""
_LONG = 10
"""No figures are reported for a year so long after every other year that is told."""

# The engine skips to the first digit or letter of a pattern: what may not stand before it is asked behind it.
_SLASHED = sought(r"\d(?<![\w/.,-]\d)\d?/\d{1,2}/\d{4}(?![\w/]|[.,]\d)", "/")
_IN_WORDS = sought(r"\d(?<=ngày \d)\d? tháng \d{1,2} năm \d{4}(?!\w)", " tháng ")

_DAY = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?(?![\d/])"
_JOINT = r"\s?(?:,|;|và|hoặc|đến(?: hết)?|-|–)\s?(?:(?:ngày|sáng|chiều|tối)\s)*"
_DAYS = re.compile(
    rf"{at_word('ngày|sáng|trưa|chiều|tối|đêm')}\s(?:ngày\s|nay,?\s\(?)?(?P<days>{_DAY}(?:{_JOINT}{_DAY})*)"
)
_WORDED = sought(r"ngày(?<!\wngày) (?P<days>\d{1,2} tháng \d{1,2})(?!\d| năm| ?[/.]\d)", " tháng ")
_ONE_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_YEAR_AFTER = re.compile(
    r"\s?\(?(?:(?:của |cùng |trong )?năm|h[ằà]ng|mỗi|âm lịch|dương lịch)|[^.;\n]{0,60}?h[ằà]ng năm"
    r"|[^.;\n]{0,40}?(?:đến|và|,)[^.;\n]{0,25}?\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}"
)
_ANNIVERSARY = re.compile(
    r"quốc tế|quốc khánh|kỷ niệm|(?<!\w)lễ(?!\w)|phong trào|truyền thống|dịp|(?<!\w)tết(?!\w)|mít tinh"
    r"|hưởng ứng|giải phóng|ngày hội|thương binh|liệt sĩ"
    r"|(?<!\w)ngày [^.,;:\d]*(?:việt nam|nhà giáo|phụ nữ|pháp luật)"
)

_LATER = (
    r"(?:\d{1,2} tháng(?: đầu| cuối)?|quý [ivx\d]+|(?:những|các) tháng đầu)(?: của)? năm (?P<later>\d{4})"
)
_YEAR_AND_MONTHS = sought(
    rf"năm(?<!\wnăm) (?P<year>\d{{4}})(?:,? và|,) (?:trong )?{_LATER}", " tháng ", "quý "
)
_REPORTED = sought(
    r"(?<!\w)(?:trong )?(?:\d{1,2} tháng (?:đầu |cuối )?năm|quý (?:iv|i{1,3}|[1-4])(?:/| năm)"
    r"|tính đến (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}/)\s?(?P<year>\d{4})(?!\d)",
    *("tháng năm", "tháng đầu năm", "tháng cuối năm", "quý ", "tính đến "),
)
_REVERSED = re.compile(
    r"từ(?<!\wtừ) (?:ngày )?(?P<start>\d{1,2}/\d{1,2}/(?P<year>\d{4})) đến (?:hết )?(?:ngày )?"
    r"(?P<end>\d{1,2}/\d{1,2}/(?P<later>\d{4}))(?![\d/])"
)
_COMPARED = re.compile(
    r"(?:so với|cùng kỳ|giai đoạn|kể từ|(?<!\w)từ|mục tiêu|đến)(?: của| hết| ngày| năm| cuối| trong)*\s*$"
)
_YEARS = re.compile(r"(?:19|20)(?<![\w.,]\d\d)\d\d(?![\w]|[.,]\d)")

_CUT_DAY = sought(
    r"(?<!\w)(?:tính đến|số liệu(?: chốt| tính| cập nhật)?(?: đến)?|chốt(?: số liệu)?(?: đến)?"
    r"|(?m:^)đến|(?<=[.;] )đến) (?:hết )?(?:ngày )?(?P<day>\d{1,2}/\d{1,2}/\d{4})(?!\d)",
    "/",
)
_WEEKDAY = sought(
    r"(?<!\w)(?:thứ (?P<number>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật)),? (?:\()?(?:ngày )?"
    r"(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})(?!\d)",
    *("thứ ", "chủ nhật"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SAID_AS = dict(zip(("hai", "ba", "tư", "năm", "sáu", "bảy", *"234567"), (*range(6), *range(6)), strict=True))
_FIRST_MONTHS = sought(
    r"(?<![\d/.,])(?P<months>\d{1,2}) tháng đầu năm (?P<year>\d{4})(?!\d)", " tháng đầu năm "
)


def date_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where dates stand, so that their digits are not read as figures."""
    for pattern in (_SLASHED, _IN_WORDS, _WORDED):
        yield from (match.span() for match in pattern.found_in(text))
    for match in _DAYS.finditer(text):
        found = list(_ONE_DAY.finditer(match["days"]))
        if found:
            yield match.start(), match.start("days") + found[-1].end()


def date_hits(text: str, source: str) -> Iterator[ProseHit]:
    """Yield what is wrong with the dates of a folded text, in no order; `source` is quoted."""
    yield from _forms(text)
    yield from _weekdays(text)
    for hit in _without_year(text):
        yield ProseHit(hit.rule, hit.start, hit.end, {**hit.arguments, "text": source[hit.start : hit.end]})
    yield from _far_years(text)
    start = 0
    for line in text.split("\n"):
        yield from _cut_offs(line, start)
        start += len(line) + 1


def _forms(text: str) -> Iterator[ProseHit]:
    """D4: a day below 10 and the months 1 and 2 carry a zero (PL I, II.4b); the day exists."""
    for pattern in (_SLASHED, _IN_WORDS):
        for match in pattern.found_in(text):
            yield from _form(match)


def _form(match: re.Match[str]) -> Iterator[ProseHit]:
    told = {"text": match[0]}
    try:
        day = parse_date(match[0])
    except (ImpossibleDate, NoSuchMonth):
        yield ProseHit("D4", *match.span(), {**told, "right": "", "kind": "calendar"})
        return
    except Misread:  # a year no office can mean: D1 looks at years
        return
    right = short_date(day)
    if "tháng" in match[0]:
        day_text, month, year = right.split("/")
        right = f"{day_text} tháng {month} năm {year}"
    if right != match[0]:
        yield ProseHit("D4", *match.span(), {**told, "right": right, "kind": "zero"})


def _weekdays(text: str) -> Iterator[ProseHit]:
    """D4: the day of the week is that of the date beside it."""
    for match in _WEEKDAY.found_in(text):
        try:
            day = parse_date(match["day"])
        except Misread:
            continue
        said = 6 if match["sunday"] else _SAID_AS[match["number"]]
        if day.weekday() != said:
            right = _WEEKDAYS[day.weekday()]
            yield ProseHit("D4", *match.span(), {"text": match[0], "right": right, "kind": "weekday"})


def _without_year(text: str) -> Iterator[ProseHit]:
    """D3: a day and month without year, unless the end of the list or span gives it."""
    for match in _DAYS.finditer(text):
        days = list(_ONE_DAY.finditer(match["days"]))
        if not days or days[-1][0].count("/") == 2 or not all(_of_calendar(day[0]) for day in days):
            continue
        start = match.start("days")
        end = start + days[-1].end()
        if not _year_is_known(text, match.start(), end):
            yield ProseHit("D3", match.start(), end)
            yield from _short_forms(days, start)
    for match in _WORDED.found_in(text):
        if not _year_is_known(text, match.start(), match.end()):
            yield ProseHit("D3", *match.span())


def _of_calendar(day: str) -> bool:
    number, month = (int(part) for part in day.split("/")[:2])
    return 1 <= number <= 31 and 1 <= month <= 12


def _year_is_known(text: str, start: int, end: int) -> bool:
    """Return whether the words after the date give its year, or those before make it a yearly day."""
    return bool(_YEAR_AFTER.match(text, end) or _ANNIVERSARY.search(text, max(0, start - 40), end))


def _short_forms(days: list[re.Match[str]], offset: int) -> Iterator[ProseHit]:
    """D4 for a day and month without year: "6/10" is written 06/10."""
    for day in days:
        number, month = (int(part) for part in day[0].split("/")[:2])
        right = f"{number:02d}/{month:02d}" if month <= 2 else f"{number:02d}/{month}"
        if right != day[0]:
            told = {"right": right, "kind": "zero"}
            yield ProseHit("D4", offset + day.start(), offset + day.end(), told)


def _far_years(text: str) -> Iterator[ProseHit]:
    """D1: a year of a period that cannot belong to the other year of it, or to any year of the text."""
    told: set[int] = set()
    for match in _YEAR_AND_MONTHS.found_in(text):
        if abs(int(match["later"]) - int(match["year"])) > _FAR:
            name = _stranger(match, text)
            told.add(match.start(name))
            yield _far_year(match, name, int(match["later" if name == "year" else "year"]))
    for match in _REVERSED.finditer(text):
        if _reversed_day(match["start"]) > _reversed_day(match["end"]):
            yield _far_year(match, "year", int(match["later"]))
    for match in _REPORTED.found_in(text):
        near = _nearest(match, text) or (None if told else _long_before(match, text))
        if match.start("year") not in told and near is not None and abs(int(match["year"]) - near) > _FAR:
            yield _far_year(match, "year", near)


def _reversed_day(day: str) -> tuple[int, ...]:
    """Return year, month, day, to be compared."""
    return tuple(int(part) for part in reversed(day.split("/")))


def _far_year(match: re.Match[str], name: str, near: int) -> ProseHit:
    told = {"year": match[name], "text": match[0].strip(), "issued": near}
    return ProseHit("D1", *match.span(name), told)


def _stranger(match: re.Match[str], text: str) -> str:
    """Return which year of "năm … và … tháng đầu năm …" has fewer other years of the text near it."""
    others = [
        int(year[0])
        for year in _YEARS.finditer(text)
        if year.start() not in (match.start("year"), match.start("later"))
    ]

    def company(name: str) -> int:
        return sum(abs(int(match[name]) - other) <= _FAR for other in others)

    return "later" if company("later") < company("year") else "year"


def _nearest(match: re.Match[str], text: str) -> int | None:
    """Return the nearest other year of a text; None where too few are told, or it is only compared with."""
    others = [int(year[0]) for year in _YEARS.finditer(text) if year.start() != match.start("year")]
    if len(others) < 2 or _COMPARED.search(text, max(0, match.start() - 40), match.start()):
        return None
    return min(others, key=lambda other: abs(other - int(match["year"])))


def _long_before(match: re.Match[str], text: str) -> int | None:
    """Return the last other year of a text when figures are reported for a year long after all of them."""
    others = [int(year[0]) for year in _YEARS.finditer(text) if year.start() != match.start("year")]
    last = max(others, default=0)
    return last if last and int(match["year"]) - last > _LONG else None


@dataclass(frozen=True, slots=True, order=True)
class _CutOff:
    """Up to which day figures count, as said from `start` to `end`."""

    start: int
    end: int
    day: tuple[int, int, int]
    named: bool  # by its day, not by a period
    text: str


def _cut_offs(text: str, offset: int) -> Iterator[ProseHit]:
    """D5: two cut-offs of one year in one paragraph; what is only compared with does not count."""
    found = [
        cut
        for cut in sorted([*_days_of_cut(text), *_ends_of_months(text)])
        if not re.search(r"(?:so với|cùng kỳ)[^.;]{0,25}$", text[: cut.start])
    ]
    for first, second in pairwise(found):
        if first.day != second.day and first.day[0] == second.day[0] and (first.named or second.named):
            told = {"name": f"{first.text}; {second.text}"}
            yield ProseHit("D5", offset + second.start, offset + second.end, told)


def _days_of_cut(text: str) -> Iterator[_CutOff]:
    for match in _CUT_DAY.found_in(text):
        day, month, year = (int(part) for part in match["day"].split("/"))
        yield _CutOff(*match.span(), (year, month, day), named=True, text=match[0])


def _ends_of_months(text: str) -> Iterator[_CutOff]:
    for match in _FIRST_MONTHS.found_in(text):
        year, month = int(match["year"]), int(match["months"])
        if 1 <= month <= 12 and year:
            day = (year, month, monthrange(year, month)[1])
            yield _CutOff(*match.span(), day, named=False, text=match[0])
