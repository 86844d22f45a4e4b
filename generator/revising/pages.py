"""Repairs of pages: paper and margins of each section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.form.measured import mm
from generator.reading.word.markup import MM_PER_TWIP, number, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic
    from generator.revising.work import Work

_A4 = (11906, 16838)  # twips: 210 x 297 mm
_LEAST_TEXT = 5670  # twips: 100 mm of text have to remain
_NEAR = 0.1  # mm
_SIDES = ("top", "right", "bottom", "left")


def set_paper(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Set A4, lying where the page lies; only if the margins leave room for text."""
    for index in _sections(work, told):
        section = work.sections[index]
        lying = section.width > section.height
        width, height = (_A4[1], _A4[0]) if lying else _A4
        room = width - section.margins[1] - section.margins[3]
        values = {"w": str(width), "h": str(height), "orient": "landscape" if lying else "", "code": ""}
        if room < _LEAST_TEXT or not work.set_section(index, "pgSz", values):
            work.decline(rule.id)
            continue
        before = _size(section.width, section.height)
        work.note((rule.id, "paper"), before, _size(width, height), section=index + 1)


def _size(width: float, height: float) -> str:
    return f"{mm(width * MM_PER_TWIP).removesuffix(' mm')} x {mm(height * MM_PER_TWIP)}"


def set_margins(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Bring each margin that is out of its span to the nearer end of it."""
    spans = (rule.asked.top, rule.asked.right, rule.asked.bottom, rule.asked.left)
    for index in _sections(work, told):
        element = work.section_element(index)
        if element is None or element.find(w("pgMar")) is None:
            work.decline(rule.id)
            continue
        gutter = number(element.find(w("pgMar")).get(w("gutter"))) or 0.0  # type: ignore[union-attr]
        for side, span, twips in zip(_SIDES, spans, work.sections[index].margins, strict=True):
            value = twips * MM_PER_TWIP
            if span is None or span.holds(value, _NEAR):
                continue
            wanted = span.least if value < span.least else span.most
            own = wanted / MM_PER_TWIP - (gutter if side == "left" else 0.0)
            if own < 0:
                work.decline(rule.id)
                continue
            work.set_section(index, "pgMar", {side: str(round(own))})
            work.note((rule.id, "margins"), f"{side} {mm(value)}", f"{side} {mm(wanted)}", section=index + 1)


def _sections(work: Work, told: Sequence[Diagnostic]) -> Iterator[int]:
    """Yield the sections that were told, each once."""
    for index in sorted({int(item.arguments["section"]) - 1 for item in told}):
        if 0 <= index < len(work.sections):
            yield index
