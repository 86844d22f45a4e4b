"""Boxes 5a and 5b: kind and subject (NĐ 30/2020, PL I, II.5), and what is centred: F38 to F47."""

from __future__ import annotations

import re
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
