"""Paragraphs of the body (NĐ 30/2020, PL I, II.6e): F56 to F63."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form.drawn import natural_width
from generator.checks.form.looks import hit, largest_size, slope, visible, weight
from generator.checks.form.measured import listed, mm, points, room, tolerance
from generator.checks.form.parts import Level
from generator.diagnostics import Term
from generator.seen import Medium, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.checks.asked import Asked, Span
    from generator.checks.form.parts import BodyLine, PaperParts
    from generator.seen import SeenParagraph

_HEADINGS = frozenset({Level.PART, Level.DIVISION, Level.HEADING})
_TITLED = frozenset({Level.SECTION, Level.ARTICLE, Level.CLAUSE, Level.SUBCLAUSE})
_SINGLE = 1.15  # a single line of Times is so much of its size
_NEAR = 0.05
_LEFT_OPEN = re.compile(r"[\s.…_/]*")  # a line of dots to be filled in
_ASIDE = ("(", "“", '"', "*", "Ghi chú", "Nguồn")


def running(parts: PaperParts) -> list[BodyLine]:
    """Return the paragraphs of running text: no centred headings, nothing set at the right or beside."""
    return [
        line
        for line in parts.body
        if line.level not in _HEADINGS
        and line.paragraph.align not in ("center", "right")
        and line.paragraph.side is Side.FULL
        and not line.words.startswith(_ASIDE)
        and not _LEFT_OPEN.fullmatch(line.words)
    ]


def _grouped(values: Iterable[tuple[SeenParagraph, str]]) -> list[Hit]:
    """Return one hit for each different value, at its first paragraph, with how many there are."""
    found: dict[str, list[SeenParagraph]] = {}
    for paragraph, value in values:
        found.setdefault(value, []).append(paragraph)
    return [hit(ones[0], value, count=len(ones)) for value, ones in found.items()]


def _measured(
    parts: PaperParts,
    reason: str,
    measure: Callable[[SeenParagraph], float | None],
    wrong: Callable[[float], bool],
    said: Callable[[float], str],
) -> Answer:
    """Return the paragraphs whose measure is wrong; those it is not known of are left out."""
    lines = running(parts)
    if not lines:
        return NotApplicable()
    known = [(line.paragraph, value) for line in lines if (value := measure(line.paragraph)) is not None]
    if not known:
        return NotChecked(Term(f"unchecked-{reason}"))
    return _grouped((paragraph, said(value)) for paragraph, value in known if wrong(value))


def indent(paragraph: SeenParagraph) -> float | None:
    """Return where the first line begins, mm from the text's edge; a hanging list counts its label."""
    if paragraph.first_line is None:
        return None
    return (paragraph.left or 0.0) + paragraph.first_line


def first_line(parts: PaperParts, asked: Asked) -> Answer:
    """F56: the first line of a paragraph is set in by 1 cm or 1,27 cm."""
    if parts.medium is Medium.PDF and not any(line.paragraph.align == "both" for line in parts.body):
        return NotChecked(Term("unchecked-first-line"))  # the edge of the text is not known
    allowed = tolerance(parts.medium).mm
    return _measured(
        parts,
        "first-line",
        indent,
        lambda value: not any(span.holds(value, allowed) for span in asked.value),
        mm,
    )


def one_indent(parts: PaperParts, asked: Asked) -> Answer:
    """F57: the whole paper uses one of the two indents."""
    allowed = tolerance(parts.medium).mm
    used: Counter[Span] = Counter()
    first: dict[Span, SeenParagraph] = {}
    for line in running(parts):
        value = indent(line.paragraph)
        for span in asked.value:
            if value is not None and span.holds(value, allowed):
                used[span] += 1
                first.setdefault(span, line.paragraph)
    if not used:
        return NotApplicable()
    rare = used.most_common()[-1][0]
    found = ", ".join(f"{span} mm ({count})" for span, count in used.most_common())
    return [hit(first[rare], found)] if len(used) > 1 else []


def justified(parts: PaperParts, _asked: Asked) -> Answer:
    """F58: running text is flush with both margins; one line cannot show it, a bold title need not."""
    lines = [
        line
        for line in running(parts)
        if not _on_one_line(parts, line.paragraph) and not (line.level in _TITLED and weight(line.paragraph))
    ]
    if not lines:
        return NotApplicable()
    known = [line for line in lines if line.paragraph.align is not None]
    if not known:
        return NotChecked(Term("unchecked-alignment"))
    return _grouped_terms(
        (line.paragraph, f"align-{line.paragraph.align}") for line in known if line.paragraph.align != "both"
    )


def _grouped_terms(values: Iterable[tuple[SeenParagraph, str]]) -> list[Hit]:
    found: dict[str, list[SeenParagraph]] = {}
    for paragraph, value in values:
        found.setdefault(value, []).append(paragraph)
    return [hit(ones[0], Term(value), count=len(ones)) for value, ones in found.items()]


def _on_one_line(parts: PaperParts, paragraph: SeenParagraph) -> bool:
    """Return whether a paragraph fits on one line, as far as its width and the page's are known."""
    width = natural_width(paragraph)
    sections = parts.paper.sections
    section = sections[paragraph.section] if paragraph.section < len(sections) else None
    if width is None or section is None or section.width is None or section.margins is None:
        return False
    room = section.width - section.margins[1] - section.margins[3] - max(indent(paragraph) or 0.0, 0.0)
    return width <= room


def neighbours(parts: PaperParts) -> list[tuple[SeenParagraph, SeenParagraph]]:
    """Return the paragraphs of the body that stand directly below one another, without headings."""
    return [
        (above.paragraph, below.paragraph)
        for above, below in pairwise(parts.body)
        if above.level not in _HEADINGS and below.level not in _HEADINGS and _follows(above, below)
    ]


def paragraph_gap(parts: PaperParts, asked: Asked) -> Answer:
    """F59: at least 6 pt between two paragraphs."""
    pairs = neighbours(parts)
    if not pairs:
        return NotApplicable()
    known = [
        (below, apart) for above, below in pairs if (apart := room(above, below, parts.medium)) is not None
    ]
    if not known:
        return NotChecked(Term("unchecked-spacing"))
    least = asked.value[0].least - tolerance(parts.medium).room
    return _grouped((paragraph, points(apart)) for paragraph, apart in known if apart < least)


def _follows(above: BodyLine, below: BodyLine) -> bool:
    return (
        below.paragraph.number - above.paragraph.number == 1 and above.paragraph.side is below.paragraph.side
    )


def line_spacing(parts: PaperParts, asked: Asked) -> Answer:
    """F60: lines from single to one and a half; a fixed height counts by the size of its letters."""
    span = asked.value[0]
    return _measured(
        parts,
        "spacing",
        _spacing,
        lambda value: not span.holds(value, _NEAR),
        lambda value: f"{value:.2f}".replace(".", ","),
    )


def _spacing(paragraph: SeenParagraph) -> float | None:
    if paragraph.line_exact is None:
        return paragraph.line_spacing
    size = largest_size(paragraph)
    return paragraph.line_exact / (size * _SINGLE) if size else None


def size(parts: PaperParts, asked: Asked) -> Answer:
    """F61: running text is 13 to 14."""
    if asked.size is None:
        return NotApplicable()
    allowed = tolerance(parts.medium).points
    wanted = asked.size
    lines = [
        line
        for line in parts.body
        if line.paragraph.side is Side.FULL
        and line.paragraph.align not in ("center", "right")
        and not line.words.startswith(_ASIDE)
        and not _LEFT_OPEN.fullmatch(line.words)
    ]
    sizes = [
        (line.paragraph, stretch.size)
        for line in lines
        for stretch in visible(line.paragraph)
        if stretch.size is not None
    ]
    if not sizes:
        return NotChecked(Term("unchecked-size")) if lines else NotApplicable()
    wrong = {(one.number, points(value)): one for one, value in sizes if not wanted.holds(value, allowed)}
    return _grouped((one, value) for (_, value), one in wrong.items())


def upright(parts: PaperParts, _asked: Asked) -> Answer:
    """F62: no whole paragraph of running text is italic."""
    lines = [line for line in running(parts) if line.words]
    known = [line.paragraph for line in lines if slope(line.paragraph) is not None]
    if not lines:
        return NotApplicable()
    if not known:
        return NotChecked(Term("unchecked-italic"))
    return _grouped_terms((one, "italic") for one in known if slope(one))


def one_size(parts: PaperParts, _asked: Asked) -> Answer:
    """F63: the body has one size; headings and labels have the size of the text."""
    sizes: Counter[float] = Counter()
    first: dict[float, SeenParagraph] = {}
    for line in running(parts):
        for stretch in visible(line.paragraph):
            if stretch.size is not None:
                value = round(stretch.size * 2) / 2
                sizes[value] += len(stretch.text)
                first.setdefault(value, line.paragraph)
    if not sizes:
        return NotApplicable()
    allowed = {value for value in sizes if 12.8 <= value <= 14.2}  # others are told by F61
    if len(allowed) < 2:
        return []
    rare = min(allowed, key=lambda value: sizes[value])
    return [hit(first[rare], listed(points(value) for value, _ in sizes.most_common() if value in allowed))]


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F56": first_line,
    "F57": one_indent,
    "F58": justified,
    "F59": paragraph_gap,
    "F60": line_spacing,
    "F61": size,
    "F62": upright,
    "F63": one_size,
}
