"""The look of a component against what is asked of it: size, weight, slope, capitals, alignment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form import patterns
from generator.checks.form.measured import points, quoted, tolerance
from generator.diagnostics import Term
from generator.seen import Medium, Region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.checks.asked import Asked
    from generator.checks.form.parts import PaperParts
    from generator.diagnostics import Argument
    from generator.seen import SeenParagraph, Stretch

_NOTE_MARK = re.compile(r"[\d*()]{1,3}\s*")


def hit(paragraph: SeenParagraph | None, found: Argument | None = None, **more: Argument) -> Hit:
    """Return a hit at a paragraph; arguments `text` (quoted) and `found`, what was seen there."""
    arguments: dict[str, Argument] = {"text": quoted(paragraph) if paragraph else "", **more}
    if found is not None:
        arguments["found"] = found
    return Hit((), arguments, paragraph.number if paragraph else 0)


def looks(parts: PaperParts, asked: Asked) -> Answer:
    """Return how the paragraphs of a component differ from the look that is asked."""
    paragraphs = [
        one for name in asked.looked_at for one in parts.named(name) if not patterns.is_gap(one.text)
    ]
    return look_answer(paragraphs, asked, parts.medium)


def look_answer(paragraphs: Sequence[SeenParagraph], asked: Asked, medium: Medium) -> Answer:
    """Return the differences; with none, "not checked" when an aspect is not known."""
    if not paragraphs:
        return NotApplicable()
    hits: list[Hit] = []
    unknown: list[str] = []
    for paragraph in paragraphs:
        for problem in _problems(paragraph, asked, medium):
            if problem.startswith("unknown-"):
                unknown.append(problem)
            else:
                hits.append(hit(paragraph, problem))
    if hits or not unknown:
        return hits
    return NotChecked(Term(f"unchecked-{unknown[0].removeprefix('unknown-')}"))


def _problems(paragraph: SeenParagraph, asked: Asked, medium: Medium) -> Iterator[str]:
    """Yield what differs, or "unknown-..." for what cannot be told."""
    stretches = visible(paragraph)
    yield from _size(stretches, asked, medium)
    for name, wanted, values in (
        ("bold", asked.bold, [stretch.bold for stretch in stretches]),
        ("italic", asked.italic, [stretch.italic for stretch in stretches]),
    ):
        if wanted is not None:
            yield from _style(name, values, wanted=wanted)
    if asked.capitals is not None and patterns.in_capitals(paragraph.words) is not asked.capitals:
        yield Term("capitals") if asked.capitals is False else Term("not-capitals")


def _size(stretches: Sequence[Stretch], asked: Asked, medium: Medium) -> Iterator[str]:
    if asked.size is None:
        return
    sizes = [stretch.size for stretch in stretches if stretch.size is not None]
    wrong = [size for size in sizes if not asked.size.holds(size, tolerance(medium).points)]
    if wrong:
        yield points(wrong[0])
    elif len(sizes) < len(stretches):
        yield "unknown-size"


def _style(name: str, values: Sequence[bool | None], *, wanted: bool) -> Iterator[str]:
    if any(value is not wanted for value in values if value is not None):
        yield Term(f"not-{name}") if wanted else Term(name)
    elif None in values:
        yield f"unknown-{name}"


def visible(paragraph: SeenParagraph) -> tuple[Stretch, ...]:
    """Return the stretches that print something, without the marks of footnotes: a figure right at a word."""
    kept: list[Stretch] = []
    before = ""
    for stretch in paragraph.stretches:
        mark = before[-1:].isalpha() and _NOTE_MARK.fullmatch(stretch.text) is not None
        if not mark and not patterns.is_gap(stretch.text):
            kept.append(stretch)
        before = stretch.text
    return tuple(kept)


def largest_size(paragraph: SeenParagraph) -> float | None:
    """Return the size of the largest letters, None when none is known."""
    return max((stretch.size for stretch in visible(paragraph) if stretch.size is not None), default=None)


def weight(paragraph: SeenParagraph) -> bool | None:
    """Return whether the whole paragraph is bold, None when it cannot be told."""
    values = [stretch.bold for stretch in visible(paragraph)]
    return None if None in values or not values else all(values)


def slope(paragraph: SeenParagraph) -> bool | None:
    """Return whether the whole paragraph is italic, None when it cannot be told."""
    values = [stretch.italic for stretch in visible(paragraph)]
    return None if None in values or not values else all(values)


def centred(parts: PaperParts, asked: Asked) -> Answer:
    """Return the components that do not stand in the middle of their box."""
    paragraphs = [one for name in asked.looked_at for one in parts.named(name)]
    if not paragraphs:
        return NotApplicable()
    known = [one for one in paragraphs if one.align is not None]
    if not known:
        return NotChecked(Term("unchecked-alignment"))
    # The lines of a centred title may end alike by chance: in a PDF only a title at the left is sure.
    wrong = ("left",) if parts.medium is Medium.PDF else ("left", "right", "both")
    return [hit(one, Term(f"align-{one.align}")) for one in known if one.align in wrong]


def printed(parts: PaperParts) -> Iterator[tuple[SeenParagraph, Stretch]]:
    """Yield every stretch that prints something, heads and feet of pages too."""
    for paragraph in parts.paper.paragraphs:
        for stretch in paragraph.stretches:
            if stretch.text.strip():
                yield paragraph, stretch


def in_text(paragraphs: Iterable[SeenParagraph]) -> Iterator[SeenParagraph]:
    """Yield the paragraphs that are no cells of tables."""
    return (one for one in paragraphs if one.region is not Region.CELL)
