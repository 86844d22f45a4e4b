"""Repairs of paragraphs: first line, alignment, spaces."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.form.body import indent, neighbours, running
from generator.checks.form.looks import weight
from generator.checks.form.measured import mm, points
from generator.checks.form.parts import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.asked import Span
    from generator.checks.form.parts import PaperParts
    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic
    from generator.revising.work import Work
    from generator.seen import SeenParagraph

_TITLED = frozenset({Level.SECTION, Level.ARTICLE, Level.CLAUSE, Level.SUBCLAUSE})
_NEAR = 0.1  # mm
_USUAL = 12.7  # mm
_TYPED = ("\t", "  ", "\u00a0")  # a paragraph that begins so is set in by its characters
_NO_CHARACTERS = dict.fromkeys(("firstLineChars", "leftChars", "startChars", "hangingChars"), "0")
_SINGLE = {"line": "240", "lineRule": "auto"}


def set_first_line(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Set all running text in by one measure: the one that most of it has, else 12,7 mm."""
    for parts in work.parts:
        wanted = _usual_indent(parts, rule.asked.value)
        for line in running(parts):
            one = line.paragraph
            value = indent(one)
            if value is None or abs(value - wanted) <= _NEAR:
                continue
            if one.text.startswith(_TYPED) or one.number not in work.found:
                work.decline(rule.id)
                continue
            twips = str(round(wanted * 1440 / 25.4))
            values = {"left": "0", "start": "", "firstLine": twips, "hanging": "", **_NO_CHARACTERS}
            work.set_paragraph(one.number, "ind", values)
            work.note((rule.id, "first-line"), mm(value), mm(wanted), paragraph=one.number)


def _usual_indent(parts: PaperParts, allowed: Sequence[Span]) -> float:
    used = Counter(
        span.least
        for line in running(parts)
        for span in allowed
        if (value := indent(line.paragraph)) is not None and span.holds(value, _NEAR)
    )
    return used.most_common(1)[0][0] if used else _USUAL


def justify(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Set running text flush with both margins; lines broken by hand are left, Word would stretch them."""
    for parts in work.parts:
        for line in running(parts):
            one = line.paragraph
            if one.align == "both" or (line.level in _TITLED and weight(one)):
                continue
            if "\n" in one.text:
                work.decline(rule.id)
                continue
            work.set_paragraph(one.number, "jc", {"val": "both"})
            work.note((rule.id, "justify"), str(one.align), "both", paragraph=one.number)


# --- spaces --------------------------------------------------------------------------------------------


def set_apart(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Put the least space that is asked before paragraphs that stand too close (F59)."""
    least = rule.asked.value[0].least
    for parts in work.parts:
        for above, below in neighbours(parts):
            apart = (above.after or 0.0) + (below.before or 0.0)
            if apart < least - _NEAR:
                _set_before(work, below, least)
                for one in (above, below):
                    work.set_paragraph(one.number, "contextualSpacing", {"val": "0"})
                work.note((rule.id, "spacing"), points(apart), points(least), paragraph=below.number)


def set_line_spacing(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Bring line spacing to single or to one and a half, whichever is nearer (F60)."""
    span = rule.asked.value[0]
    for parts in work.parts:
        for line in running(parts):
            one = line.paragraph
            value = one.line_spacing
            if value is None:
                sizes = [stretch.size for stretch in one.stretches if stretch.size]
                value = (one.line_exact or 0.0) / (max(sizes, default=14.0) * 1.15)
            if span.holds(value, 0.05):
                continue
            nearest = span.least if value < span.least else span.most
            values = {"line": str(round(nearest * 240)), "lineRule": "auto"}
            work.set_paragraph(one.number, "spacing", values)
            said = (f"{value:.2f}".replace(".", ","), f"{nearest:g}".replace(".", ","))
            work.note((rule.id, "spacing"), *said, paragraph=one.number)


def close_motto(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Bring national name and motto together, in single spacing (F19)."""
    for parts in work.parts:
        name, motto = parts.head.national_name, parts.head.motto
        if name is None or motto is None:
            continue
        work.set_paragraph(name.number, "spacing", {**_SINGLE, **_no_space("after")})
        work.set_paragraph(motto.number, "spacing", {**_SINGLE, **_no_space("before")})
        found = str(told[0].arguments["found"]) if told else ""
        work.note((rule.id, "spacing"), found, points(0), paragraph=motto.number)


def set_about(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Put "V/v" 6 pt below the number (F45)."""
    for parts in work.parts:
        number, about = parts.head.number, parts.head.about
        if number is None or not about:
            continue
        work.set_paragraph(number.number, "spacing", _no_space("after"))
        _set_before(work, about[0], rule.asked.value[0].least)
        found = str(told[0].arguments["found"]) if told else ""
        work.note((rule.id, "spacing"), found, points(rule.asked.value[0].least), paragraph=about[0].number)


def _set_before(work: Work, one: SeenParagraph, space: float) -> None:
    values = {**_no_space("before"), "before": str(round(space * 20))}
    work.set_paragraph(one.number, "spacing", values)


def _no_space(side: str) -> dict[str, str]:
    return {side: "0", f"{side}Lines": "0", f"{side}Autospacing": "0"}
