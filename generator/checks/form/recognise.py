"""Recognise the components of a paper: by wording first, helped by side, place and look."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.checks.form.components.bodies import annex_starts, body_lines, recognise_annex
from generator.checks.form.components.feet import address_block, foot_start, recognise_foot
from generator.checks.form.components.heads import recognise_head
from generator.checks.form.components.stream import papers_in, stream
from generator.checks.form.components.titles import recognise_title
from generator.checks.form.parts import PaperParts
from generator.seen import Region

if TYPE_CHECKING:
    from generator.checks.form.parts import AnnexParts, HeadParts, TitleParts
    from generator.seen import SeenPaper, SeenParagraph

_DATE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_NOTES = re.compile(r"(?:Ghi chú|GHI CHÚ)\s?:?")


def papers_of(seen: SeenPaper, *, own: bool = False) -> tuple[PaperParts, ...]:
    """Return the papers of a file (one, or several when heads follow one another) in their components."""
    papers = papers_in(seen)
    return tuple(recognise(paper, own=own, beside=index > 0) for index, paper in enumerate(papers))


def recognise(paper: SeenPaper, *, own: bool = False, beside: bool = False) -> PaperParts:
    """Return one paper in its components; `own` tells that this program made it."""
    paragraphs = stream(paper)
    head, after_head = recognise_head(paragraphs)
    title, start = recognise_title(paragraphs, after_head)
    boxes = [one for one in paragraphs[start:] if one.region is Region.BOX]
    running = [one for one in paragraphs[start:] if one.region is not Region.BOX]
    address = address_block(running)
    text = [one for one in running if one not in address]
    first = _main_end(text)
    foot_at = foot_start(text[:first], 0)
    foot = recognise_foot([*text[foot_at:first], *_addresses(paper, boxes)])
    foot = replace(foot, address=(*address, *foot.address))
    annexes = _annexes(text, first)
    main = _without_notes(text[:foot_at])
    return PaperParts(
        paper=paper,
        own=own,
        head=head,
        title=title,
        body=body_lines(main),
        tables=tuple(one for one in main if one.region is Region.CELL),
        foot=foot,
        annexes=annexes,
        day=_day(head, title),
        beside=beside,
    )


def _without_notes(main: list[SeenParagraph]) -> list[SeenParagraph]:
    """Return a text without the notes below its end: what follows "Ghi chú:" after "./." is no part of it."""
    ended = False
    for index, one in enumerate(main):
        if ended and _NOTES.fullmatch(one.words):
            return main[:index]
        ended = ended or one.words.endswith("./.")
    return main


def _main_end(text: list[SeenParagraph]) -> int:
    """Return where the paper itself ends and its annexes begin."""
    starts = annex_starts(text, 0)
    return starts[0] if starts else len(text)


def _annexes(text: list[SeenParagraph], first: int) -> tuple[AnnexParts, ...]:
    borders = [*annex_starts(text, first), len(text)]
    return tuple(recognise_annex(text[start:end]) for start, end in pairwise(borders))


def _addresses(paper: SeenPaper, boxes: list[SeenParagraph]) -> list[SeenParagraph]:
    """Return the feet of pages and the boxes, where box 13 stands."""
    feet = [one for one in paper.paragraphs if one.region is Region.FOOTER and one.words]
    return [one for one in (*feet, *boxes) if patterns.ADDRESS.search(one.words)]


def _day(head: HeadParts, title: TitleParts) -> date | None:
    """Return the date the paper prints of itself, None when it is a gap or no day of the calendar."""
    lines = [head.place_date, *title.attached]
    match = next((found for line in lines if line and (found := _DATE.search(line.words))), None)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
