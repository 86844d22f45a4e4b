"""Who signs (NĐ 30/2020, PL I, II.7): F83 to F88, F101."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import hit, looks
from generator.checks.form.measured import quoted
from generator.diagnostics import Term
from generator.seen import Medium

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import SeenParagraph

_PARTY = re.compile(r"(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T\s?/\s?UQ|TU/Q|Q/)\b")
_UNSTOPPED = re.compile(r"(?:TM|KT|TL|TUQ|TƯQ)(?!\.|[A-ZĐ])|(?:TM|KT|TL|TUQ)\.(?=\S)|Q (?=[A-ZĐ])")
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s")
_DEPUTY = re.compile(r"(?:PHÓ|THỨ TRƯỞNG|QUYỀN|KT\.)")
_UNKNOWN_POST = re.compile(
    r"PHÓ (?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CỤC TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)"
    r".*\b(?:THƯỜNG TRỰC|PHỤ TRÁCH)$"
)
_DEGREES = re.compile(
    r"(?:GS|PGS|TS|ThS|Th\.S|TSKH|BS|BSCK\w*|DS|KS|CN|LS|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT|AHLĐ"
    r"|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Luật sư|Nghệ sĩ|Nhà giáo)(?=[\s.])"
)
_FREE_OF_DEGREES = re.compile(
    r"TRƯỜNG|ĐẠI HỌC|VIỆN|Y TẾ|CÔNG AN|QUÂN|BỘ CHỈ HUY|BỘ TƯ LỆNH|BIÊN PHÒNG|GIÁO DỤC|KHOA HỌC"
)


def _posts(parts: PaperParts) -> list[SeenParagraph]:
    return [line for line in parts.named("posts") if not patterns.is_gap(line.text)]


def authority_form(parts: PaperParts, _asked: Asked) -> Answer:
    """F83: "TM.", "KT.", "TL.", "TUQ.", "Q." with a full stop; "T/M", "K/T" are of papers of the Party."""
    posts = _posts(parts)
    if not posts:
        return NotApplicable()
    return [hit(one, quoted(one)) for one in posts if _PARTY.match(one.words) or _UNSTOPPED.match(one.words)]


def state_posts(parts: PaperParts, _asked: Asked) -> Answer:
    """F85: only posts the State provides for: no "Phó Chủ tịch thường trực"."""
    posts = _posts(parts)
    if not posts:
        return NotApplicable()
    return [hit(one, quoted(one)) for one in posts if _UNKNOWN_POST.match(one.words.upper())]


def names_without_degrees(parts: PaperParts, _asked: Asked) -> Answer:
    """F86: no degree, title or honour before the name; schools, hospitals, forces have own rules."""
    names = [one for one in parts.named("names") if not patterns.is_gap(one.text)]
    if not names or any(
        _FREE_OF_DEGREES.search(one.words) for one in (*parts.head.agency, *parts.head.superior)
    ):
        return NotApplicable()
    return [hit(one, quoted(one)) for one in names if _DEGREES.match(one.words)]


def signed(parts: PaperParts, _asked: Asked) -> Answer:
    """F88: the paper has a signature block; after "KT." stands a deputy's post, after the others a post."""
    if parts.is_attached:
        return NotApplicable()
    columns = parts.foot.signatures
    if not columns:
        return [Hit((), {"found": Term("absent")})]
    hits = []
    for column in columns:
        lines = [line for line in (*column.lines, column.second_post) if line is not None]
        for index, line in enumerate(lines):
            after = lines[index + 1].words if index + 1 < len(lines) else ""
            match = _PREFIX.match(line.words)
            if match and (not after or (match[1] == "KT" and not _DEPUTY.match(after))) and match[1] != "Q":
                hits.append(hit(line, quoted(line)))
    return hits


def minutes_signed(parts: PaperParts, _asked: Asked) -> Answer:
    """F101: a biên bản is signed by two at least: secretary left, chair right; or both parties."""
    if not parts.is_minutes:
        return NotApplicable()
    if parts.medium is Medium.TEXT:
        return NotChecked(Term("unchecked-medium"))
    count = len(parts.foot.signatures)
    return [Hit((), {"found": str(count)})] if count < 2 else []


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F83": authority_form,
    "F84": looks,
    "F85": state_posts,
    "F86": names_without_degrees,
    "F87": looks,
    "F88": signed,
    "F101": minutes_signed,
}
