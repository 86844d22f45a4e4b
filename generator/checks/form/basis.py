"""Căn cứ, the authority line and "QUYẾT ĐỊNH:" (NĐ 30/2020, PL I, II.6a; mẫu 1.1 to 1.3): F48 to F53."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.checks.form.looks import hit, look_answer, looks
from generator.checks.form.measured import quoted
from generator.diagnostics import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts

_LAW = re.compile(r"Căn cứ (?:Bộ luật|Luật|Pháp lệnh)\b")
_AMENDING = re.compile(r"\b(?:sửa đổi|Luật (?:số|Sửa đổi))")
_DATED = re.compile(r"\bngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|/\d{1,2}/)\d{4}")
_NUMBERED = re.compile(r"\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)[\w-]*")


def basis_marks(parts: PaperParts, _asked: Asked) -> Answer:
    """F49: each căn cứ ends with ";", the last with "."; a last "," of another office is left to F50."""
    lines = parts.title.bases
    if not lines:
        return NotApplicable()
    hits = [hit(line, line.words[-1:], right=";") for line in lines[:-1] if not line.words.endswith(";")]
    last = lines[-1]
    if not last.words.endswith((".", ",") if not parts.own else "."):
        hits.append(hit(last, last.words[-1:], right="."))
    return hits


def basis_comma(parts: PaperParts, _asked: Asked) -> Answer:
    """F50: the last căn cứ of another office ends with ",": a custom of big offices, the decree says "."."""
    lines = parts.title.bases
    if not lines or parts.own:
        return NotApplicable()
    return [hit(lines[-1], ",")] if lines[-1].words.endswith(",") else []


def law_dated(parts: PaperParts, _asked: Asked) -> Answer:
    """F51: a law among the căn cứ keeps its date: only number, symbol and issuer are dropped."""
    laws = [line for line in parts.title.bases if _LAW.match(line.words)]
    if not laws:
        return NotApplicable()
    return [hit(line, quoted(line)) for line in laws if not _DATED.search(line.words)]


def law_number(parts: PaperParts, _asked: Asked) -> Answer:
    """F52: a law among the căn cứ is cited without its number."""
    laws = [line for line in parts.title.bases if _LAW.match(line.words)]
    if not laws:
        return NotApplicable()
    return [
        hit(line, match[0])
        for line in laws
        if (match := _NUMBERED.search(line.words)) and not _AMENDING.search(line.words)
    ]


def resolving(parts: PaperParts, _asked: Asked) -> Answer:
    """F53: a decision says "QUYẾT ĐỊNH:" (a resolution "QUYẾT NGHỊ:") in capitals, with a colon."""
    if not parts.decides or parts.is_attached:
        return NotApplicable()
    line = parts.title.resolving
    if line is None:
        return [Hit((), {"text": "", "found": Term("absent")})]
    wanted = "QUYẾT NGHỊ:" if parts.title.named == "NGHỊ QUYẾT" else "QUYẾT ĐỊNH:"
    return [] if line.words == wanted else [hit(line, quoted(line))]


def authority(parts: PaperParts, asked: Asked) -> Answer:
    """F54: above the căn cứ stands who decides, in bold capitals."""
    if not parts.decides or parts.is_attached:
        return NotApplicable()
    if not parts.title.authority:
        return [Hit((), {"text": "", "found": Term("absent")})] if parts.title.bases else NotApplicable()
    return look_answer(parts.title.authority, asked, parts.medium)


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F48": looks,
    "F49": basis_marks,
    "F50": basis_comma,
    "F51": law_dated,
    "F52": law_number,
    "F53": resolving,
    "F54": authority,
    "F55": looks,
}
