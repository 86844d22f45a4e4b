"""Tags that are read otherwise than they were meant: by their form alone, nothing is printed for it.

A tag with p, tr, tc or r takes the whole paragraph, row, cell or run away that it stands in. So what stands
beside it is lost, and one that stands in no row takes the row before it away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Severity, Term
from generator.reading.word.markup import CELL, PPR, ROW, SECTION, P
from generator.template_check.spots import THING, stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from generator.diagnostics import Diagnostic
    from generator.template_check.spots import Spot, Spots

# No tag is that long; the bound keeps a text of nothing but braces from costing minutes.
_TAG = re.compile(r"\{\{.{0,999}?\}\}|\{%.{0,999}?%\}|\{#.{0,999}?#\}", re.DOTALL)
_OPEN = re.compile(r"\{[{%#]")
_MARKED = re.compile(r"\{[{%#](tr|tc|p|r)\s(.*)[}%#]\}", re.DOTALL)
_OF_CELLS = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_LOOP = re.compile(r"\{%[-+]?\s*for\b")
_HOLDERS = {"tr": ROW, "tc": CELL, "p": P}
_LONGEST = 80


def tag_faults(spots: Spots) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tags of each paragraph, the first of its faults only."""
    for spot in spots:
        found = next(_faults(spots, spot), None)
        if found is not None:
            yield found


def _faults(spots: Spots, spot: Spot) -> Iterator[Diagnostic]:
    text = stream(spot.element)
    tags = _TAG.findall(text)
    if cut := _OPEN.search(_without(text, tags, "\0")):
        rest = _without(text, tags, "\0")[cut.start() :]
        yield spots.said("layout-tag-open", spot, tag=_shown(rest))
    for tag in tags:
        yield from _faults_of(spots, spot, tag)


def _faults_of(spots: Spots, spot: Spot, tag: str) -> Iterator[Diagnostic]:
    marked = _MARKED.fullmatch(tag)
    if THING in tag:
        yield spots.said("layout-tag-cut", spot, tag=_shown(tag))
    elif _OF_CELLS.match(tag) or (marked and marked[1] == "r"):
        yield spots.said("layout-tag-refused", spot, tag=_shown(tag))
    elif marked and re.search("[%}]", marked[2]):
        yield spots.said("layout-tag-percent", spot, tag=_shown(tag))
    elif marked:
        yield from _taken_away(spots, spot, tag, marked[1])
    elif _LOOP.match(tag):
        yield spots.said("layout-loop-in-paragraph", spot, Severity.WARNING, tag=_shown(tag))


def _taken_away(spots: Spots, spot: Spot, tag: str, kind: str) -> Iterator[Diagnostic]:
    """Yield what a tag takes away beside itself, or that there is nothing it could take away."""
    holder = spot.element if kind == "p" else next(spot.element.iterancestors(_HOLDERS[kind]), None)
    if holder is None:
        yield spots.said("layout-tag-misplaced", spot, tag=_shown(tag), kind=Term(f"tag-{kind}"))
        return
    text = "".join(map(stream, holder.iter(P)))
    rest = text.replace(tag, "", 1).replace(THING, "")
    things = THING in text or any(_ends_section(p) for p in holder.iter(P))
    if rest.strip() or things:
        lost = _shown(rest) if rest.strip() else Term("not-text")
        yield spots.said("layout-tag-eats", spot, tag=_shown(tag), lost=lost, kind=Term(f"tag-{kind}"))


def _ends_section(paragraph: etree._Element) -> bool:
    properties = paragraph.find(PPR)
    return properties is not None and properties.find(SECTION) is not None


def _without(text: str, tags: Iterable[str], mark: str) -> str:
    for tag in tags:
        text = text.replace(tag, mark, 1)
    return text


def _shown(text: str) -> str:
    return " ".join(text.replace(THING, "…").replace("\0", "…").split())[:_LONGEST]
