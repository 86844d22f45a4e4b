"""Capitals that are sure (NĐ 30/2020, PL II): citations, agencies, posts, names of their own: F78 to F82."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.checks.form import patterns
from generator.checks.form.measured import quoted
from generator.checks.form.parts import Level
from generator.checks.sought import Sought, sought
from generator.model.paper_kinds import PAPER_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.diagnostics import Argument
    from generator.seen import SeenParagraph

_INSIDE = r"(?<=[^\W\d_,;)”] )"  # after a word, so not at the beginning of a sentence
_ACTS = "Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Hiến pháp"
_ITEM = r"(?:\d+[a-zđ]?|[a-zđ])(?!\w)"

_CITATION = sought(
    rf"{_INSIDE}(?:Khoản \d+|Điểm [a-zđ](?!\w))(?=,? (?:[KkĐđ]|Mục))"
    rf"|(?:[Kk]hoản|[Đđ]iểm) {_ITEM},? (?:(?:[Kk]hoản) {_ITEM},? )?điều \d+"
    rf"|(?:[Kk]hoản|[Đđ]iểm) {_ITEM}, (?:[Kk]hoản|Điều) \d+"
    rf"|{_INSIDE}điều \d+(?= (?:của )?(?:{_ACTS}))",
    *("hoản ", "iểm ", "điều "),
)
_AGENCY = (
    r"(?:Ủy|Uỷ) (?:Ban|ban Nhân [Dd]ân)|Hội Đồng|Hội đồng Nhân [Dd]ân|Văn Phòng"
    r"|Sở [Tt]ư Pháp|Sở Nội Vụ|Sở nội vụ|Sở tư pháp|Sở tài chính|Bộ nội vụ|Bộ tư pháp"
)
_POST = (
    r"(?:Bộ|Thứ|Cục|Vụ|Hiệu|Viện|Tổng cục) Trưởng(?! [Pp]hòng)"
    r"|Giám Đốc|Chủ Tịch|Thủ Tướng|Trưởng Phòng|Trưởng Đoàn Kiểm Tra"
)
_AGENCY_OR_POST = sought(
    f"{_AGENCY}|{_POST}",
    *("Ban", "ban Nhân ", "Hội Đồng", "Hội đồng Nhân ", "Văn Phòng", "Sở ", "Bộ nội vụ", "Bộ tư pháp"),
    *("Trưởng", "Giám Đốc", "Chủ Tịch", "Thủ Tướng"),
)
_MOST = 50  # of one fault in one paragraph; a person has seen enough then
_NAMES = (
    (sought(r"(?<!\w)(?:thành phố|tp\.?) Hồ Chí Minh", "Hồ Chí Minh"), "Thành phố Hồ Chí Minh"),
    (sought(r"(?<!\w)thủ đô Hà Nội", "thủ đô Hà Nội"), "Thủ đô Hà Nội"),
    (sought(rf"{_INSIDE}(quận|phường) (\d{{1,2}})(?![\w.,/]*\d)(?= |[.,;)]|$)", "quận ", "phường "), ""),
)
_DATE = r"[Nn]gày \d{1,2} Tháng|(?<=[\w,] )Ngày \d{1,2} tháng \d|tháng \d{1,2} Năm \d{4}"
_WEEKDAY = r"(?:sáng|chiều|tối|ngày|vào) thứ (hai|ba|tư|năm|sáu|bảy)(?!\w)(?=,? ngày| tuần|[,.;]|$)"
_DAYS = sought(f"{_DATE}|{_WEEKDAY}", " Tháng", "Ngày ", " Năm ", " thứ ")
_KINDS = "|".join(
    kind.name.lower()
    for key, kind in PAPER_KINDS.items()
    if key in ("nghi-dinh", "thong-tu", "cong-van") or kind.abbreviation in patterns.ABBREVIATIONS
)
_DOCUMENT = sought(rf"(?<!\w)(?:{_KINDS}) số (?:\d+(?:/\d{{4}})?)/[{patterns.UPPER}]", " số ")


def _texts(parts: PaperParts) -> Iterator[SeenParagraph]:
    """Yield the paragraphs of the căn cứ, the body and the annexes, without headings in capitals."""
    yield from parts.title.bases
    for line in parts.body:
        if line.level not in (Level.PART, Level.DIVISION, Level.HEADING):
            yield line.paragraph
    for annex in parts.annexes:
        yield from annex.body


def _found(parts: PaperParts, pattern: Sought) -> Answer:
    texts = list(_texts(parts))
    if not texts:
        return NotApplicable()
    return [found for one in texts for found in _hits(one, pattern)]


def _hits(one: SeenParagraph, pattern: Sought, right: str | None = None) -> list[Hit]:
    """Return the places of one paragraph; `right` None leaves out what it should say."""
    words = one.words
    return [
        Hit((), {"text": quoted(words), "found": quoted(match[0]), **_right(match[0], right)}, one.number)
        for match in islice(pattern.found_in(words), _MOST)
    ]


def _right(found: str, right: str | None) -> dict[str, Argument]:
    return {} if right is None else {"right": quoted(right or found.capitalize())}


def citations(parts: PaperParts, _asked: Asked) -> Answer:
    """F78: "điểm a khoản 2 Điều 103": Điều with a capital, khoản and điểm without, no comma between."""
    return _found(parts, _CITATION)


def agencies(parts: PaperParts, _asked: Asked) -> Answer:
    """F79: "Ủy ban nhân dân", "Hội đồng nhân dân", "Sở Tư pháp"; posts as "Bộ trưởng", "Giám đốc"."""
    return _found(parts, _AGENCY_OR_POST)


def own_names(parts: PaperParts, _asked: Asked) -> Answer:
    """F80: "Thành phố Hồ Chí Minh", "Thủ đô Hà Nội", "Quận 1"."""
    texts = list(_texts(parts))
    if not texts:
        return NotApplicable()
    return [found for one in texts for pattern, right in _NAMES for found in _hits(one, pattern, right)]


def days(parts: PaperParts, _asked: Asked) -> Answer:
    """F81: "ngày", "tháng", "năm" small before figures; "thứ Hai" with a capital."""
    return _found(parts, _DAYS)


def documents(parts: PaperParts, _asked: Asked) -> Answer:
    """F82: a certain paper has a capital: "Quyết định số 12/QĐ-UBND"."""
    return _found(parts, _DOCUMENT)


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F78": citations,
    "F79": agencies,
    "F80": own_names,
    "F81": days,
    "F82": documents,
}
