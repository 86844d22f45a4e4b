"""C1: how a paper is cited (NĐ 30/2020, PL I, II.6): kind, "số", number and symbol; at first the date too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import UPPER, without_addresses
from generator.checks.sought import at_word, sought

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITH_YEAR = "Nghị định|Thông tư liên tịch|Thông tư|nghị định|thông tư"
_OTHERS = "Quyết định|Nghị quyết|Kế hoạch|Thông báo|Chỉ thị|Công văn|Báo cáo|Tờ trình|Hướng dẫn"
_SYMBOL = rf"(?:/|-)[{UPPER}][\w&/-]*"  # 312/QĐ-UBND; papers of the Party: 18-NQ/TW

_DECREE = re.compile(rf"{at_word(_WITH_YEAR)} (số )?(\d+)(/\d{{4}})?({_SYMBOL})?(?![\w/]|\.\d)")
_DECISION = re.compile(
    rf"{at_word(_OTHERS)} (?:(số )(\d+)(/\d{{4}})?({_SYMBOL})?|()(\d+)(/\d{{4}})?({_SYMBOL}))(?![\w/]|\.\d)"
)
_DECISION_WITHOUT_SYMBOL = re.compile(rf"{at_word(_OTHERS)} \d+(?:/\d{{4}})?(?= ngày \d)")
_PROVISION = sought(
    r"(?<!\w)(?:[Đđ]iểm (?P<point>[a-zđ]),? )?[Kk]hoản (?P<clause>\d+),? [Đđ]iều (?P<article>\d+)(?!\w)",
    "hoản ",
)
_BEGINS = re.compile(r"(?:^|[.!?\n]\s*|[-+•]\s*)$")
_NUMBER = re.compile(rf"\d(?<![\w/]\d)\d*(?:/\d{{4}})?{_SYMBOL}")
_DATE_BEFORE = re.compile(r"\d/\d{4}[^.;\n]*$|năm \d{4},[^.;\n]*$")  # "Ngày 11/5/2026, Sở ban hành …"
_FAR = 160  # letters between a day and what was issued on it: the names of agencies are long
_UNDATED = re.compile(
    rf"{at_word(f'{_WITH_YEAR}|{_OTHERS}')} số (\d+(?:/\d{{4}})?{_SYMBOL})(?![\w&/-]|,? ngày)"
)


def citation_hits(text: str) -> Iterator[ProseHit]:
    """Yield citations without "số" or without the symbol; arguments `found` and `problem`."""
    plain = without_addresses(text)
    for match in _DECREE.finditer(plain):
        if not all(match.groups()):
            yield _hit(match)
    for match in _DECISION.finditer(plain):
        word, symbol = match[1], match[4] or match[8]
        if not word or not symbol:
            yield _hit(match)
    for match in _DECISION_WITHOUT_SYMBOL.finditer(plain):
        yield _hit(match)


def provision_hits(text: str) -> Iterator[ProseHit]:
    """Yield parts of an act cited otherwise than "điểm a khoản 2 Điều 5" (NĐ 30/2020, PL II.V.7)."""
    for match in _PROVISION.found_in(without_addresses(text)):
        point, clause, article = match["point"], match["clause"], match["article"]
        pieces = [f"điểm {point}"] if point else []
        pieces += [f"khoản {clause}", f"Điều {article}"]
        right = " ".join(pieces)
        typed = match[0][0].lower() + match[0][1:] if _BEGINS.search(text[: match.start()]) else match[0]
        if typed != right:
            told = {"found": match[0], "problem": "provision", "proposal": right}
            yield ProseHit("C1", match.start(), match.end(), told)


def _hit(match: re.Match[str], problem: str = "incomplete") -> ProseHit:
    return ProseHit("C1", match.start(), match.end(), {"found": match[0], "problem": problem})


_ABOUT = re.compile(r"^V/v .*", re.MULTILINE)


def undated_citation_hits(text: str) -> Iterator[ProseHit]:
    """Yield complete numbers cited for the first time without their date; arguments as `citation_hits`.

    The subject of a công văn ("V/v đính chính Thông báo số 45/TB-UBND") is short: its body cites in full.
    """
    plain = _ABOUT.sub(lambda match: "_" * len(match[0]), without_addresses(text))
    first_use: dict[str, int] = {}
    for match in _NUMBER.finditer(plain):
        first_use.setdefault(match[0], match.start())
    for match in _UNDATED.finditer(plain):
        told = _DATE_BEFORE.search(plain, max(0, match.start() - _FAR), match.start())
        if first_use.get(match[1]) == match.start(1) and not told:
            yield _hit(match, "undated")
