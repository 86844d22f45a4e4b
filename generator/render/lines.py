"""Runs broken into lines, their width, and the rule drawn under them: the same in Word and PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.document import plain
from generator.measure import text_width
from generator.titles import balanced_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.document import Run, Runs

SLACK = 0.5  # mm: a line may not fill its column to the last hair, programs round differently
Lines: TypeAlias = tuple["Runs", ...]


def broken(runs: Runs, width: float, points: float, *, bold: bool = False, italic: bool = False) -> Lines:
    """Break runs into balanced lines; each run keeps its look and its source across the break."""
    lines = balanced_lines(plain(runs), width, points, bold=bold, italic=italic)
    return cut(runs, [len(line) for line in lines])


def cut(runs: Runs, lengths: Sequence[int]) -> Lines:
    """Cut runs into lines of these lengths; the one space between two lines goes."""
    lines: list[Runs] = []
    start = 0
    for length in lengths:
        lines.append(tuple(_between(runs, start, start + length)))
        start += length + 1
    return tuple(lines)


def _between(runs: Runs, start: int, end: int) -> Iterable[Run]:
    position = 0
    for run in runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            yield replace(run, text=text)
        position += len(run.text)


def runs_width(runs: Runs, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of runs on one line, mm."""
    return sum(
        text_width(run.text, points, bold=bold or run.bold, italic=italic or run.italic) for run in runs
    )


def rule_length(
    lines: Lines, points: float, share: float, *, bold: bool = False, italic: bool = False
) -> float:
    """Return the length in mm of the rule under a text: a share of its last line."""
    return round(runs_width(lines[-1], points, bold=bold, italic=italic) * share, 2) if lines else 0.0
