"""Boxes 1 and 2: Quốc hiệu, Tiêu ngữ, the issuer (NĐ 30/2020, PL I, II.1 and II.2): F15 to F25, F111."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.drawn import natural_width
from generator.checks.form.looks import hit, looks
from generator.checks.form.measured import mm, points, quoted, room, tolerance
from generator.diagnostics import Term
from generator.wording import fold_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import SeenParagraph

_BROKEN = 1.1  # a text so much wider than its widest line was broken
_SHORT_NAMES = re.compile(r"\b(?:UBND|HĐND|UBMTTQ|MTTQ|VPĐP|TTPVHCC)\b")


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


def name_on_one_line(parts: PaperParts, _asked: Asked) -> Answer:
    """F111: the Quốc hiệu stands on one line: its column must be wide enough."""
    line = parts.head.national_name
    if line is None:
        return NotApplicable()
    width = natural_width(line)
    if width is None or line.text_width is None:
        return NotChecked(Term("unchecked-lines"))
    return [hit(line, mm(line.text_width))] if width > line.text_width * _BROKEN else []


def agency_named(parts: PaperParts, _asked: Asked) -> Answer:
    """F25: the issuer stands there with its full name; only its superior may be abbreviated."""
    if parts.is_attached:
        return NotApplicable()
    if not parts.head.agency:
        return [Hit((), {"found": Term("absent")})]
    return [hit(line, quoted(line)) for line in parts.head.agency if _SHORT_NAMES.search(line.words)]


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F15": national_name,
    "F16": looks,
    "F17": motto,
    "F18": looks,
    "F19": close_lines,
    "F23": looks,
    "F24": looks,
    "F25": agency_named,
    "F111": name_on_one_line,
}
