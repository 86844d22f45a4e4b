"""The drafter's mark, the address and stamps (NĐ 30/2020, PL I, III.2 to III.4): F98 to F100."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, NotApplicable
from generator.checks.form import patterns
from generator.checks.form.looks import hit, look_answer
from generator.checks.form.measured import quoted
from generator.wording import fold_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts

_DRAFTER = re.compile(r"[A-ZĐ]{1,6}\.\(\d+\)")


def drafter(parts: PaperParts, asked: Asked) -> Answer:
    """F98: "PL.(300)": capitals, a stop, the number of copies in brackets; 11, upright."""
    line = parts.foot.drafter
    if line is None:
        return NotApplicable()
    if not _DRAFTER.fullmatch(line.words):
        return [hit(line, quoted(line))]
    return look_answer([line], asked, parts.medium)


def address(parts: PaperParts, asked: Asked) -> Answer:
    """F99: the address stands at the foot of page 1, 11 to 12, upright."""
    lines = parts.foot.address
    if not lines:
        return NotApplicable()
    late = [hit(line, quoted(line)) for line in lines if line.page > 1]
    return late or look_answer(lines, asked, parts.medium)


def stamps(parts: PaperParts, asked: Asked) -> Answer:
    """F100: stamps of urgency, circulation and secrecy are of the closed list, 13 to 14, bold, upright."""
    lines = parts.head.stamps
    if not lines:
        return NotApplicable()
    known = {fold_tones(text) for text in (*patterns.URGENCY, *patterns.CIRCULATION, *patterns.SECRECY)}
    wrong = [hit(line, quoted(line)) for line in lines if fold_tones(line.words) not in known]
    return wrong or look_answer(lines, asked, parts.medium)


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F98": drafter,
    "F99": address,
    "F100": stamps,
}
