"""The paragraphs of a paper as its reader takes them in: one line of a head or foot is one paragraph.

People put two lines of the head into one paragraph with a line break, or two boxes into one line with a
tab; underscores stand for drawn lines. Here all of it is brought into one form, and a file that holds
several papers is parted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.seen import Region, Rule, SeenPaper, Side, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.seen import SeenParagraph, Stretch

_HEAD = 30  # paragraphs: so far a head may reach
_LONGEST_LINE = 300  # characters: what is longer is no line of a head
_DRAWN = re.compile(r"[\s_*=–—-]*(?:_{3}|[-–—]{4}|={4}|\*{3})[\s_*=–—-]*")
_TWO_BOXES = re.compile(r"(?P<left>\S.*?)(?:\t+|[ \u00a0]{3,})\s*(?P<right>\S.*)", re.DOTALL)


def stream(paper: SeenPaper) -> list[SeenParagraph]:
    """Return the paragraphs of the text in reading order, in the form the recognisers take them."""
    found: list[SeenParagraph] = []
    for index, paragraph in enumerate(paper.reading()):
        for line in _lines(paragraph, in_head=index < _HEAD):
            if _is_drawn(line.text):
                _underscored(found, line)
            elif line.words or _is_gap(line):
                found.append(line)
    return found


def _is_drawn(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and _DRAWN.fullmatch(text) is not None


def _is_gap(paragraph: SeenParagraph) -> bool:
    return "\u00a0\u00a0\u00a0" in paragraph.text


def _lines(paragraph: SeenParagraph, *, in_head: bool) -> Iterator[SeenParagraph]:
    """Yield the lines of a paragraph of a head, a foot or a title; any other paragraph is one."""
    if paragraph.region is Region.CELL or not re.search("[\n\t]| {3}", paragraph.text):
        yield paragraph
        return
    lines = tuple(_broken(paragraph)) if "\n" in paragraph.text else (paragraph,)
    boxes = [box for line in lines for box in (_boxes(line) if in_head else (line,))]
    apart = paragraph.side is not Side.FULL or paragraph.align == "center"
    if apart or any(_stands_right(box.text) for box in boxes):
        yield from boxes
    else:
        yield paragraph


def _broken(paragraph: SeenParagraph) -> Iterator[SeenParagraph]:
    ends = [match.start() for match in re.finditer("\n", paragraph.text)]
    offset = len(paragraph.text) - sum(len(stretch.text) for stretch in paragraph.stretches)
    start = 0
    for number, end in enumerate([*ends, len(paragraph.text)]):
        cut = tuple(_cut(paragraph.stretches, max(start - offset, 0), end - offset))
        first, last = number == 0, end == len(paragraph.text)
        yield replace(
            paragraph,
            stretches=cut,
            label=paragraph.label if first else "",
            before=paragraph.before if first else 0.0,
            after=paragraph.after if last else 0.0,
            text_width=None,
            rule=paragraph.rule if last else None,
        )
        start = end + 1


def _boxes(line: SeenParagraph) -> Iterator[SeenParagraph]:
    """Yield the two boxes of a line that has the left one and the right one, parted by a tab."""
    match = _TWO_BOXES.fullmatch(line.text) if len(line.text) <= _LONGEST_LINE else None
    if match is None or line.label or line.side is not Side.FULL or not _stands_right(match["right"]):
        yield line
        return
    for name, side in (("left", Side.LEFT), ("right", Side.RIGHT)):
        cut = tuple(_cut(line.stretches, match.start(name), match.end(name)))
        yield replace(line, stretches=cut, side=side, text_width=None)


def _stands_right(text: str) -> bool:
    return (
        patterns.resembles(text, patterns.NATIONAL_NAME)
        or patterns.resembles(text, patterns.MOTTO)
        or patterns.DATE_LINE.fullmatch(text.strip()) is not None
    )


def _cut(stretches: Iterable[Stretch], start: int, end: int) -> Iterator[Stretch]:
    position = 0
    for stretch in stretches:
        text = stretch.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            yield replace(stretch, text=text)
        position += len(stretch.text)


def _underscored(found: list[SeenParagraph], line: SeenParagraph) -> None:
    """Give the line of underscores to the paragraph above it on the same side."""
    for index in range(len(found) - 1, max(len(found) - 6, -1), -1):
        if found[index].side is line.side:
            if found[index].rule is None:
                found[index] = replace(found[index], rule=Rule(Way.UNDERSCORES, line.text_width))
            return


# --- several papers in one file ------------------------------------------------------------------------


def papers_in(paper: SeenPaper) -> tuple[SeenPaper, ...]:
    """Return the papers of a file: each begins where a new head with a Quốc hiệu begins.

    The left boxes of a head come before its Quốc hiệu in reading order, so the paper begins with the first
    of the paragraphs beside it.
    """
    paragraphs = paper.paragraphs
    starts = [index for index, one in enumerate(paragraphs) if _opens(one)]
    if len(starts) < 2:
        return (paper,)
    begins = [0, *(_head_start(paragraphs, start) for start in starts[1:])]
    ends = [*begins[1:], len(paragraphs)]
    return tuple(
        replace(paper, paragraphs=paragraphs[start:end]) for start, end in zip(begins, ends, strict=True)
    )


def _opens(paragraph: SeenParagraph) -> bool:
    if paragraph.region in (Region.HEADER, Region.FOOTER):
        return False
    first = paragraph.text.split("\n")[0].split("\t")[-1]
    return len(first) < 60 and patterns.resembles(first, patterns.NATIONAL_NAME)


def _head_start(paragraphs: Sequence[SeenParagraph], start: int) -> int:
    while start and _beside(paragraphs[start - 1]):
        start -= 1
    return start


def _beside(paragraph: SeenParagraph) -> bool:
    """Return whether a paragraph above a Quốc hiệu belongs to the same head: one of its left boxes."""
    words = paragraph.words
    return paragraph.side is Side.LEFT and (
        not words
        or patterns.in_capitals(words)
        or _is_drawn(paragraph.text)
        or patterns.NUMBER_LINE.match(words) is not None
        or patterns.REFERENCE.match(words) is not None
    )
