"""Drawn rules (đường kẻ ngang, nét liền) under Tiêu ngữ, the issuer, the subject and an annex's title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.looks import hit, visible
from generator.checks.form.measured import mm, share, tolerance
from generator.diagnostics import Term
from generator.measure import text_width
from generator.seen import Medium, Way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.seen import Rule, SeenParagraph

_OFF_CENTRE = 2.0  # mm: a line that is so far off does not look balanced
_SEVERAL_LINES = 1.03  # a text so much wider than its widest line stands on several


def ruled(parts: PaperParts, asked: Asked) -> Answer:
    """F20, F21, F42: a rule stands under the component, and its length is the asked share of the text."""
    groups = [_said(parts.named(name)) for name in asked.looked_at]
    lines = [group for group in groups if group]
    if not lines:
        return NotApplicable()
    if parts.medium is Medium.TEXT:
        return NotChecked(Term("unchecked-medium"))
    answers = [_one(group, asked, parts.medium) for group in lines]
    hits = [found for answer in answers if isinstance(answer, list) for found in answer]
    unchecked = next((answer for answer in answers if isinstance(answer, NotChecked)), None)
    return hits if hits or unchecked is None else unchecked


def _said(lines: Sequence[SeenParagraph]) -> Sequence[SeenParagraph]:
    """Return the lines, none when the last is still a gap: how long its rule is meant to be is not known."""
    return lines if lines and not patterns.is_gap(lines[-1].text) else ()


def _one(lines: Sequence[SeenParagraph], asked: Asked, medium: Medium) -> list[Hit] | NotChecked:
    under = next((line for line in reversed(lines) if line.rule is not None), None)
    if under is None or under.rule is None:
        return [hit(lines[-1], Term("absent"))]
    rule = under.rule
    if rule.off_centre is not None and abs(rule.off_centre) > max(_OFF_CENTRE, tolerance(medium).mm):
        return [hit(under, Term("off-centre"))]
    if rule.length is None or not asked.value:
        return NotChecked(Term("unchecked-length")) if asked.value else []
    return _length(under, rule, asked, medium)


def _length(line: SeenParagraph, rule: Rule, asked: Asked, medium: Medium) -> list[Hit] | NotChecked:
    last, widest = line_widths(line)
    length = rule.length or 0.0
    if not widest:
        return NotChecked(Term("unchecked-length"))
    wanted, allowed = asked.value[0], tolerance(medium).share
    if last is None:
        # On several lines the last is not known: only a rule that is too long for any of them is wrong.
        return [hit(line, mm(length))] if length / widest > wanted.most + allowed else []
    if wanted.holds(length / last, allowed) or wanted.holds(length / widest, allowed):
        return []
    return [hit(line, f"{share(length / last)} ({mm(length)})")]


def line_widths(line: SeenParagraph) -> tuple[float | None, float]:
    """Return the widths in mm of the last and of the widest line; the last is None when it is not known."""
    natural = natural_width(line)
    widest = line.text_width or natural or 0.0
    if natural is None:
        return widest, widest
    return (None if natural > widest * _SEVERAL_LINES else widest), widest


def natural_width(line: SeenParagraph) -> float | None:
    """Return how wide the text is on one line by the measures of Times, None when a size is not known."""
    width = 0.0
    for stretch in visible(line):
        if stretch.size is None:
            return None
        text = stretch.text.replace("\u00a0", " ").strip("\n")
        width += text_width(text, stretch.size, bold=bool(stretch.bold), italic=bool(stretch.italic))
    return width


def drawn(parts: PaperParts, asked: Asked) -> Answer:
    """F22: a rule is a drawn line, not underlined text and not underscores."""
    lines = [line for name in asked.looked_at for line in parts.named(name)]
    rules = [(line, line.rule) for line in lines if line.rule is not None]
    if not rules:
        return NotApplicable()
    return [
        hit(line, Term(f"way-{rule.way}"))
        for line, rule in rules
        if rule.way in (Way.UNDERLINE, Way.UNDERSCORES)
    ]


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F20": ruled,
    "F21": ruled,
    "F22": drawn,
    "F42": ruled,
}
