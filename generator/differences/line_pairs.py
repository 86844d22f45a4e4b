"""Which line of an earlier printing each line of the new one answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.alignment import edits, paired, word_likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.differences.printed_lines import PrintedLine

LEAST = 0.3
"""How alike, from 0 to 1, two texts are at least of which one answers the other."""


def line_pairs(
    old: Sequence[PrintedLine], new: Sequence[PrintedLine]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the indexes of each line and the one that answers it, in reading order; None for none.

    A pair says the same, or is the same line reworded.
    """
    for edit in edits([line.cells for line in old], [line.cells for line in new]):
        if edit.same:
            yield from zip(range(*edit.old), range(*edit.new), strict=True)
            continue
        (i0, i1), (j0, j1) = edit.old, edit.new
        for i, j in paired(old[i0:i1], new[j0:j1], _alike, LEAST):
            yield (None if i is None else i0 + i), (None if j is None else j0 + j)


def _alike(one: PrintedLine, other: PrintedLine) -> float:
    if len(one.cells) != len(other.cells):
        return 0.0
    by_words = word_likeness(one.text, other.text)
    # A short line that changed whole (a number, a name) still answers the one in its place.
    return max(by_words, LEAST) if one.where == other.where else by_words * 0.9
