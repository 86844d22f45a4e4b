"""Kẻ ngang: the lines under tiêu ngữ, the name of the agency, trích yếu and the title of an annex."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.reading.pdf.ink import Stroke
from generator.reading.pdf.units import mm
from generator.seen import Rule, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.reading.pdf.lines import Line

_LEAST = 12.0  # pt: what is shorter is a mark, no rule
_NEAREST, _FARTHEST = 0.22, 2.0  # of the size: how far below the baseline a rule lies
_OFF = 0.4  # of the text's width: how far the middle of a rule may lie from that of the text
_LONGER_OFF = 6.0  # pt: how far that of a rule that is longer than the text may
_TYPED = re.compile(r"[_\-–—‗=\s]{4,}")
_MOST = 400  # lines on one page that could be rules


def ruled(lines: Sequence[Line], strokes: Iterable[Stroke]) -> list[Line]:
    """Return the lines, each with the rule drawn or typed under it; typed rules are no lines of text."""
    rules = list(_merged(stroke for stroke in strokes if stroke.lying))[:_MOST]
    found = list(lines)
    for stroke in rules:
        if stroke.x1 - stroke.x0 >= _LEAST:
            at = _above(found, stroke)
            if at is not None:
                found[at] = _with(found[at], Way.DRAWN, stroke.x0, stroke.x1)
    for line in [line for line in found if _is_typed(line)]:
        found.remove(line)
        at = _above(found, Stroke(line.x0, line.y, line.x1, line.y))
        if at is not None:
            found[at] = _with(found[at], Way.UNDERSCORES, line.x0, line.x1)
    return found


def _is_typed(line: Line) -> bool:
    return line.cell is None and _TYPED.fullmatch(line.text) is not None and not line.text.isspace()


def _with(line: Line, way: Way, x0: float, x1: float) -> Line:
    return replace(line, rule=Rule(way, mm(x1 - x0), mm((x0 + x1) / 2 - line.centre)))


def _above(lines: Sequence[Line], stroke: Stroke) -> int | None:
    """Return the place of the line right above a rule that lies under its middle."""
    near = [
        (stroke.y - line.y, at)
        for at, line in enumerate(lines)
        if line.cell is None
        and _NEAREST * line.size < stroke.y - line.y <= _FARTHEST * line.size
        and abs(stroke.x - line.centre) <= (_OFF * line.width if _inside(stroke, line) else _LONGER_OFF)
    ]
    return min(near)[1] if near else None


def _inside(stroke: Stroke, line: Line) -> bool:
    return stroke.x0 >= line.x0 - _LONGER_OFF and stroke.x1 <= line.x1 + _LONGER_OFF


def _merged(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Yield lying lines; those drawn twice, or as the two sides of one, once."""
    kept: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda stroke: (stroke.y, stroke.x0)):
        if any(_same(stroke, other) for other in kept[-6:]):
            continue
        kept.append(stroke)
    yield from kept


def _same(one: Stroke, other: Stroke) -> bool:
    return abs(one.y - other.y) < 3 and abs(one.x0 - other.x0) < 1.5 and abs(one.x1 - other.x1) < 1.5
