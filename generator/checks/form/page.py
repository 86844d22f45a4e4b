"""Paper, margins, page numbers, and the file as a whole (NĐ 30/2020, PL I, mục I): F1 to F3, F9 to F14."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable, NotChecked
from generator.checks.form.looks import hit, visible
from generator.checks.form.measured import mm, points, quoted, tolerance
from generator.diagnostics import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.asked import Asked, Span
    from generator.checks.form.parts import PaperParts
    from generator.seen import PageNumber, SeenParagraph

_SIDES = ("top", "right", "bottom", "left")


def paper_size(parts: PaperParts, asked: Asked) -> Answer:
    """F1: every page is A4, upright or lying."""
    wanted = sorted(span.least for span in asked.value)
    allowed = tolerance(parts.medium).mm + 0.2  # pgSz is rounded to twips by many programs
    known = [(index, one) for index, one in enumerate(parts.paper.sections) if one.width and one.height]
    if not known:
        return NotChecked(Term("unchecked-page"))
    return [
        _section_hit(parts, index, f"{mm(one.width or 0)} x {mm(one.height or 0)}")
        for index, one in known
        if any(
            abs(side - asked_side) > allowed
            for side, asked_side in zip(sorted((one.width or 0, one.height or 0)), wanted, strict=True)
        )
    ]


def _section_hit(parts: PaperParts, section: int, found: str) -> Hit:
    first = next((one.number for one in parts.paper.paragraphs if one.section == section), 0)
    return Hit((), {"section": section + 1, "found": found}, first)


def upright_page(parts: PaperParts, _asked: Asked) -> Answer:
    """F2: the paper stands; only tables in its own body may turn it (annexes are free to)."""
    if not parts.is_paper or not parts.paper.sections:
        return NotApplicable()
    first = parts.paper.sections[0]
    if first.width is None or first.height is None:
        return NotChecked(Term("unchecked-page"))
    if not first.landscape or parts.tables:
        return []
    return [_section_hit(parts, 0, f"{mm(first.width)} x {mm(first.height)}")]


def margins(parts: PaperParts, asked: Asked) -> Answer:
    """F3: every section keeps the margins; measured ones may only look wider than they are."""
    spans = (asked.top, asked.right, asked.bottom, asked.left)
    known = [(index, one) for index, one in enumerate(parts.paper.sections) if one.margins is not None]
    if not known:
        return NotChecked(Term("unchecked-margins"))
    hits = []
    for index, section in known:
        for name, span, value in zip(_SIDES, spans, section.margins or (), strict=True):
            if name == "bottom" and section.measured and parts.foot.address:
                continue  # box 13 stands in the margin
            if span is not None and _outside(
                value,
                span,
                tolerance(parts.medium).mm,
                told=not section.measured or (name == "left" and _reaches_edge(parts, index)),
            ):
                more = {"side": Term(f"side-{name}"), "found": mm(value), "asked": f"{span} mm"}
                hits.append(
                    Hit((), {**_section_hit(parts, index, "").arguments, **more}, _first(parts, index))
                )
    return hits


def _reaches_edge(parts: PaperParts, section: int) -> bool:
    """Return whether a text of several lines shows where the edge of a section is."""
    return any(
        one.section == section and one.align == "both" and (one.first_line or 0.0) >= 0
        for one in parts.paper.paragraphs
    )


def _first(parts: PaperParts, section: int) -> int:
    return next((one.number for one in parts.paper.paragraphs if one.section == section), 0)


def _outside(value: float, span: Span, allowed: float, *, told: bool) -> bool:
    """Return whether a margin is out of its span.

    A short page has a deep foot, a ragged one a wide right side: what was measured from the ink is not
    `told` to be too wide there.
    """
    return value < span.least - allowed or (told and value > span.most + allowed)


def numbered(parts: PaperParts, _asked: Asked) -> Answer:
    """F9: a paper of several pages has page numbers, from 1."""
    first = parts.paper.sections[0] if parts.paper.sections else None
    if first is None or 1 in (parts.paper.pages, first.pages):
        return NotApplicable()
    if first.has_page_number is None:
        return NotChecked(Term("unchecked-page-number"))
    if not first.has_page_number:
        return (
            [Hit((), {"found": Term("absent")})] if parts.paper.pages else NotChecked(Term("unchecked-pages"))
        )
    return [Hit((), {"found": str(first.start)})] if first.start not in (None, 0, 1) else []


def number_place(parts: PaperParts, _asked: Asked) -> Answer:
    """F10: the page number stands in the middle of the top margin."""

    def problem(number: PageNumber) -> str | None:
        if number.where != "top":
            return Term(f"number-{number.where}")
        return Term(f"align-{number.align}") if number.align not in ("center", None) else None

    return _page_numbers(parts, problem, lambda number: number.align is not None)


def number_look(parts: PaperParts, asked: Asked) -> Answer:
    """F11: the page number is 13 to 14, upright."""
    allowed = tolerance(parts.medium).points

    def problem(number: PageNumber) -> str | None:
        if number.size is not None and asked.size and not asked.size.holds(number.size, allowed):
            return points(number.size)
        return Term("italic") if number.italic else None

    return _page_numbers(parts, problem, lambda number: None not in (number.size, number.italic))


def number_hidden(parts: PaperParts, _asked: Asked) -> Answer:
    """F12: the first page does not show its number."""

    def problem(number: PageNumber) -> str | None:
        return "1" if number.on_first else None

    return _page_numbers(parts, problem, lambda number: number.on_first is not None)


def _page_numbers(
    parts: PaperParts, problem: Callable[[PageNumber], str | None], known: Callable[[PageNumber], bool]
) -> Answer:
    numbers = [
        (index, one.page_number)
        for index, one in enumerate(parts.paper.sections)
        if one.page_number is not None
    ]
    if not numbers:
        return NotApplicable()
    hits = [
        Hit((), {"section": index + 1, "found": found}, _first(parts, index))
        for index, one in numbers
        if (found := problem(one)) is not None
    ]
    if hits or all(known(one) for _, one in numbers):
        return hits
    return NotChecked(Term("unchecked-page-number"))


def sizes_together(parts: PaperParts, asked: Asked) -> Answer:
    """F13: quốc hiệu, tiêu ngữ and date move together: 12, 13, 13 or 13, 14, 14."""
    trio = [parts.head.national_name, parts.head.motto, parts.head.place_date]
    sizes = [_size_of(one) for one in trio if one is not None]
    if len(sizes) < len(trio) or None in sizes:
        return NotApplicable()
    allowed = tolerance(parts.medium).points
    sets = [(span.least, span.most, span.most) for span in asked.value]
    if any(
        all(abs((size or 0) - wanted) <= allowed for size, wanted in zip(sizes, one, strict=True))
        for one in sets
    ):
        return []
    return [hit(parts.head.national_name, listed_sizes([size or 0 for size in sizes]))]


def listed_sizes(sizes: list[float]) -> str:
    """Return "12 - 14 - 13"."""
    return " - ".join(points(size).removesuffix(" pt") for size in sizes)


def _size_of(paragraph: SeenParagraph) -> float | None:
    sizes = Counter(stretch.size for stretch in visible(paragraph) for _ in stretch.text)
    return sizes.most_common(1)[0][0] if sizes else None


def one_paper(parts: PaperParts, _asked: Asked) -> Answer:
    """F14: a file holds one paper; each further one is told and checked on its own."""
    if not parts.beside:
        return []
    title = parts.title.kind or parts.head.number or parts.head.national_name
    return [hit(title, quoted(title) if title else "")]


CHECKS: Mapping[str, Callable[[PaperParts, Asked], Answer]] = {
    "F1": paper_size,
    "F2": upright_page,
    "F3": margins,
    "F9": numbered,
    "F10": number_place,
    "F11": number_look,
    "F12": number_hidden,
    "F13": sizes_together,
    "F14": one_paper,
}
