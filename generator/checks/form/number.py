"""Boxes 3 and 4: number and symbol, place and date (NĐ 30/2020, PL I, II.3 and II.4): F26 to F37."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import hit, looks
from generator.checks.form.measured import quoted
from generator.diagnostics import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts

_YEAR = re.compile(r"/\s*(?:19|20)\d\d\s*/")
_NUMBER = re.compile(r"[Ss][ốôoỐÔO]\s*[:.;]?\s*(?P<number>[^/]*?)\s*/\s*(?P<symbol>.+)", re.DOTALL)
_SHAPE = re.compile(rf"Số: ?{patterns.GAP}*(?:\d+{patterns.GAP}*)?/.*\S", re.DOTALL)
_SHORT_PLACE = re.compile(r"^\s*(?:TP|Tp|tp|TX|Tx|TT|T\.P)\b[. ]?|^\s*(?:Tp|TP)(?=\.)")
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*,)?\s*(?P<word>[Nn]gày)(?P<day>.*?)(?P<month_word>[Tt]háng)(?P<month>.*?)"
    r"(?P<year_word>[Nn]ăm)(?P<year>.*)",
    re.DOTALL,
)


def _number_of(parts: PaperParts) -> re.Match[str] | None:
    line = parts.head.number
    return _NUMBER.fullmatch(line.text.strip()) if line else None


def number_shape(parts: PaperParts, _asked: Asked) -> Answer:
    """F26: "Số:" with a colon, then number and symbol with a stroke between them."""
    line = parts.head.number
    if line is None:
        exempt = parts.is_attached or parts.is_minutes or parts.is_internal
        return NotApplicable() if exempt else [Hit((), {"found": Term("absent")})]
    said = line.text.replace("\u00a0", " ").strip()
    return [] if _SHAPE.fullmatch(said) else [hit(line, quoted(line))]


def number_zero(parts: PaperParts, _asked: Asked) -> Answer:
    """F27: a number below 10 carries a zero, a larger one does not."""
    match = _number_of(parts)
    if match is None or not match["number"].strip().isdigit():
        return NotApplicable()
    digits = match["number"].strip()
    right = f"{int(digits):02d}"
    return [] if digits == right else [hit(parts.head.number, digits, right=right)]


def number_year(parts: PaperParts, _asked: Asked) -> Answer:
    """F28: the number of an administrative paper carries no year."""
    line = parts.head.number
    if line is None:
        return NotApplicable()
    return [hit(line, quoted(line))] if _YEAR.search(line.text) else []


def number_blanks(parts: PaperParts, _asked: Asked) -> Answer:
    """F29: no blank around the stroke and the hyphens; the gap of a draft stands before the stroke."""
    line, match = parts.head.number, _number_of(parts)
    if line is None or match is None:
        return NotApplicable()
    number, symbol = match["number"], match["symbol"]
    stroke = line.text[match.end("number") : match.start("symbol")] if number.strip(" \u00a0._…") else "/"
    loose = stroke != "/" if number else stroke[-1:] in (" ", "\u00a0")
    return [hit(line, quoted(line))] if loose or re.search(r"\s-|-\s(?=\S)", symbol) else []


def _groups(match: re.Match[str]) -> list[str]:
    symbol = re.sub(r"^(?:19|20)\d\d\s*/", "", match["symbol"].strip())
    return [group.strip(" \u00a0._…") for group in symbol.split("-")]


def symbol_kind(parts: PaperParts, _asked: Asked) -> Answer:
    """F30: the symbol of a paper with a kind begins with the abbreviation of this kind."""
    match, named = _number_of(parts), parts.title.named
    if match is None or named is None:
        return NotApplicable()
    wanted = patterns.KINDS.get(named, "KL")
    groups = _groups(match)
    right = groups[0] == wanted and len(groups) > 1
    return [] if right else [hit(parts.head.number, quoted("-".join(groups)), right=f"{wanted}-…")]


def symbol_letter(parts: PaperParts, _asked: Asked) -> Answer:
    """F31: the symbol of a công văn is the issuer's and the drafting unit's, without a kind."""
    match = _number_of(parts)
    if match is None or not parts.is_letter:
        return NotApplicable()
    groups = _groups(match)
    wrong = len(groups) < 2 or groups[0] in {*patterns.ABBREVIATIONS, "CV"}
    return [hit(parts.head.number, quoted("-".join(groups)))] if wrong else []


def _date_of(parts: PaperParts) -> re.Match[str] | None:
    line = parts.head.place_date
    return _DATE.fullmatch(line.text.replace("\u00a0", " ").strip()) if line else None


def place_date(parts: PaperParts, _asked: Asked) -> Answer:
    """F33: "Lạng Sơn, ngày 05 tháng 01 năm 2026": a comma, single spaces, zeros for days and months 1, 2."""
    line = parts.head.place_date
    if line is None:
        exempt = parts.is_attached or parts.is_minutes
        return NotApplicable() if exempt else [Hit((), {"found": Term("absent")})]
    match = _date_of(parts)
    right = match is not None and _well_written(match)
    return [] if right else [hit(line, quoted(line))]


def _well_written(match: re.Match[str]) -> bool:
    words = (match["word"], match["month_word"], match["year_word"]) == ("ngày", "tháng", "năm")
    day, month, year = (match[name] for name in ("day", "month", "year"))
    return (
        match["comma"] == ","
        and words
        and _in_its_place(day)
        and _in_its_place(month)
        and _in_its_place(year.rstrip(" .") + " ")
        and _digits(day, least=2)
        and (_digits(month, least=2) or month.strip() in {str(number) for number in range(3, 10)})
        and (patterns.is_gap(year) or re.fullmatch(r" \d{4}", year) is not None)
    )


def _in_its_place(text: str) -> bool:
    return patterns.is_gap(text) or re.fullmatch(r" \S+ ", text) is not None


def _digits(text: str, *, least: int) -> bool:
    return patterns.is_gap(text) or re.fullmatch(rf"\d{{{least}}}", text.strip()) is not None


def month_zero(parts: PaperParts, _asked: Asked) -> Answer:
    """F34: months 3 to 9 carry no zero: the decree asks for one only for 1 and 2."""
    match = _date_of(parts)
    if match is None or patterns.is_gap(match["month"]):
        return NotApplicable()
    month = match["month"].strip()
    return [hit(parts.head.place_date, month)] if re.fullmatch(r"0[3-9]", month) else []


def real_day(parts: PaperParts, _asked: Asked) -> Answer:
    """F35: the date is a day of the calendar."""
    match = _date_of(parts)
    if match is None:
        return NotApplicable()
    numbers = [match[name].strip(" .") for name in ("year", "month", "day")]
    if not all(number.isdigit() for number in numbers):
        return NotApplicable()
    try:
        date(*(int(number) for number in numbers))
    except ValueError:
        return [hit(parts.head.place_date, "/".join(reversed(numbers)))]
    return []


def place_in_full(parts: PaperParts, _asked: Asked) -> Answer:
    """F36: the place is written out: "Thành phố Hồ Chí Minh", never "TP. Hồ Chí Minh"."""
    line = parts.head.place_date
    if line is None:
        return NotApplicable()
    return [hit(line, quoted(line.words.split(",")[0]))] if _SHORT_PLACE.search(line.words) else []


def same_row(parts: PaperParts, _asked: Asked) -> Answer:
    """F37: the place and date stand on the row of the number."""
    number, place = parts.head.number, parts.head.place_date
    if number is None or place is None:
        return NotApplicable()
    if not number.line or not place.line:
        return NotChecked(Term("unchecked-lines"))
    return [] if (number.page, number.line) == (place.page, place.line) else [hit(place, quoted(place))]


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F26": number_shape,
    "F27": number_zero,
    "F28": number_year,
    "F29": number_blanks,
    "F30": symbol_kind,
    "F31": symbol_letter,
    "F32": looks,
    "F33": place_date,
    "F34": month_zero,
    "F35": real_day,
    "F36": place_in_full,
    "F37": same_row,
}
