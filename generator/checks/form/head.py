"""Boxes 1 to 5 (NĐ 30/2020, PL I, II.1 to II.5): F15 to F46."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import centred, hit, looks
from generator.checks.form.measured import points, quoted, room, tolerance
from generator.diagnostics import Term
from generator.wording import fold_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import SeenParagraph

_SHORT_NAMES = re.compile(r"\b(?:UBND|HĐND|UBMTTQ|MTTQ|VPĐP|TTPVHCC)\b")
_YEAR = re.compile(r"/\s*(?:19|20)\d\d\s*/")
_NUMBER = re.compile(r"[Ss][ốôoỐÔO]\s*[:.;]?\s*(?P<number>[^/]*?)\s*/\s*(?P<symbol>.+)", re.DOTALL)
_SHAPE = re.compile(rf"Số: ?{patterns.GAP}*(?:\d+{patterns.GAP}*)?/.*\S", re.DOTALL)
_SHORT_PLACE = re.compile(r"^\s*(?:TP|Tp|tp|TX|Tx|TT|T\.P)\b[. ]?|^\s*(?:Tp|TP)(?=\.)")
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*,)?\s*(?P<word>[Nn]gày)(?P<day>.*?)(?P<month_word>[Tt]háng)(?P<month>.*?)"
    r"(?P<year_word>[Nn]ăm)(?P<year>.*)",
    re.DOTALL,
)


# --- box 1 ---------------------------------------------------------------------------------------------


def national_name(parts: PaperParts, _asked: Asked) -> Answer:
    """F15: the Quốc hiệu is there, in its words and in capitals; HOÀ and HÒA are both right."""
    return _exact(parts, parts.head.national_name, patterns.NATIONAL_NAME)


def motto(parts: PaperParts, _asked: Asked) -> Answer:
    """F17: the Tiêu ngữ is there, with its capitals and with spaces around both hyphens."""
    return _exact(parts, parts.head.motto, patterns.MOTTO)


def _exact(parts: PaperParts, line: SeenParagraph | None, wanted: str) -> Answer:
    if line is None:
        return NotApplicable() if parts.is_attached else [Hit((), {"found": Term("absent")})]
    return [] if fold_tones(line.text.replace("\u00a0", " ").strip()) == wanted else [hit(line, quoted(line))]


def close_lines(parts: PaperParts, asked: Asked) -> Answer:
    """F19: Quốc hiệu and Tiêu ngữ follow one another in single spacing, with no space between them."""
    name, below = parts.head.national_name, parts.head.motto
    if name is None or below is None:
        return NotApplicable()
    spacing = [line.line_spacing for line in (name, below) if line.line_spacing is not None]
    if any(value > asked.value[0].most + 0.05 for value in spacing):
        return [hit(below, f"{max(spacing):.2f}".replace(".", ","))]
    apart = room(name, below, parts.medium)
    if apart is None:
        return NotChecked(Term("unchecked-spacing"))
    return [hit(below, points(apart))] if apart > 2 + tolerance(parts.medium).room else []


# --- box 2 ---------------------------------------------------------------------------------------------


def agency_named(parts: PaperParts, _asked: Asked) -> Answer:
    """F25: the issuer stands there with its full name; only its superior may be abbreviated."""
    if parts.is_attached:
        return NotApplicable()
    if not parts.head.agency:
        return [Hit((), {"found": Term("absent")})]
    return [hit(line, quoted(line)) for line in parts.head.agency if _SHORT_NAMES.search(line.words)]


# --- box 3 ---------------------------------------------------------------------------------------------


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


# --- box 4 ---------------------------------------------------------------------------------------------


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


# --- box 5 ---------------------------------------------------------------------------------------------


def kind_known(parts: PaperParts, _asked: Asked) -> Answer:
    """F38: the kind is one of Điều 7, alone on its line; without one the paper is a công văn.

    KẾT LUẬN of a branch (Điều 3 khoản 2) and the internal PHIẾU TRÌNH are not its matter.
    """
    line = parts.title.kind
    if line is None:
        return NotApplicable() if parts.is_letter else [Hit((), {"found": Term("absent")})]
    said = fold_tones(line.words).rstrip(" 0123456789*")
    if said in {fold_tones(patterns.CONCLUSION), fold_tones(patterns.INTERNAL)}:
        return NotApplicable()
    exact = said in {fold_tones(kind) for kind in patterns.KINDS}
    return [] if exact else [hit(line, quoted(line))]


def subject_stop(parts: PaperParts, _asked: Asked) -> Answer:
    """F41: the trích yếu is a phrase: no full stop at its end."""
    last = (*parts.title.subject, *parts.head.about)[-1:]
    if not last:
        return NotApplicable()
    said = last[0].words
    return [hit(last[0], quoted(last[0]))] if re.search(r"[^.…][.;]$", said) else []


def about(parts: PaperParts, _asked: Asked) -> Answer:
    """F43: a công văn says what it is about after "V/v"."""
    if not parts.is_letter:
        return NotApplicable()
    lines = parts.head.about
    if not lines:
        return [Hit((), {"found": Term("absent")})]
    return [] if re.match(r"V/v\s+\S", lines[0].words) else [hit(lines[0], quoted(lines[0]))]


def about_gap(parts: PaperParts, asked: Asked) -> Answer:
    """F45: "V/v" stands 6 pt below the number."""
    lines, number = parts.head.about, parts.head.number
    if not lines or number is None:
        return NotApplicable()
    apart = room(number, lines[0], parts.medium)
    if apart is None:
        return NotChecked(Term("unchecked-spacing"))
    right = asked.value[0].holds(apart, tolerance(parts.medium).room)
    return [] if right else [hit(lines[0], points(apart))]


def letter_without_kind(parts: PaperParts, _asked: Asked) -> Answer:
    """F46: a paper with "V/v" under its number is a công văn and prints no kind."""
    if not parts.head.about:
        return NotApplicable()
    return [hit(parts.title.kind, quoted(parts.title.kind))] if parts.title.kind else []


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F15": national_name,
    "F16": looks,
    "F17": motto,
    "F18": looks,
    "F19": close_lines,
    "F23": looks,
    "F24": looks,
    "F25": agency_named,
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
    "F38": kind_known,
    "F39": looks,
    "F40": looks,
    "F41": subject_stop,
    "F43": about,
    "F44": looks,
    "F45": about_gap,
    "F46": letter_without_kind,
    "F47": centred,
}
