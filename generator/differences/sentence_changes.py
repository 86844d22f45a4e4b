"""The sentences, lines and cells in which two printings of a paper differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.alignment import edits, paired, word_likeness
from generator.checks.prose.sentences import sentences
from generator.differences.line_pairs import LEAST, line_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.differences.printed_lines import PrintedLine

_LONGEST_NAME = 50


class Reworded(NamedTuple):
    """A sentence, line or cell that changes: where, and its text in each printing, None for none.

    `line` is the index of its line in the new printing, None when the line is gone. `label` is set when
    only the number before the line changed.
    """

    where: str
    old: str | None
    new: str | None
    line: int | None
    label: bool = False


def reworded(old: Sequence[PrintedLine], new: Sequence[PrintedLine]) -> list[Reworded]:
    """Return everything that changes between two printings, in reading order."""
    found: list[Reworded] = []
    for i, j in line_pairs(old, new):
        before = None if i is None else old[i]
        after = None if j is None else new[j]
        if before is not None and after is not None and before.cells == after.cells:
            found += _relabelled(before, after, j)
        else:
            found += _line(before, after, j)
    return found


def _relabelled(old: PrintedLine, new: PrintedLine, line: int | None) -> Iterator[Reworded]:
    if old.label != new.label:
        yield Reworded(new.where, f"{old.label} {old.text}", f"{new.label} {new.text}", line, label=True)


def _line(old: PrintedLine | None, new: PrintedLine | None, line: int | None) -> Iterator[Reworded]:
    if old is None or new is None:
        here = new or old
        if here is not None:
            text = f"{here.label} {here.text}".strip()
            yield Reworded(here.where, text if new is None else None, text if old is None else None, line)
        return
    if len(new.cells) > 1:
        yield from _cells(old, new, line)
        return
    for before, after in _sentences(old.text, new.text):
        yield Reworded(new.where, before, after, line)


def _cells(old: PrintedLine, new: PrintedLine, line: int | None) -> Iterator[Reworded]:
    name = _row_name(new.cells)
    for index, (before, after) in enumerate(zip(old.cells, new.cells, strict=True)):
        if before != after:
            column = new.columns[index] if index < len(new.columns) else ""
            where = ", ".join(part for part in (new.where, name, column) if part)
            yield Reworded(where, before, after, line)


def _row_name(cells: Sequence[str]) -> str:
    """Return what a row is of: its first words if they are few, else its number."""
    first = next((cell for cell in cells if cell), "")
    words = next((cell for cell in cells if cell and not cell.isdigit()), "")
    return words if len(words) <= _LONGEST_NAME else f"dòng {first}" if first.isdigit() else ""


def _sentences(old: str, new: str) -> Iterator[tuple[str | None, str | None]]:
    """Yield the sentences of two paragraphs that differ, each beside the one that answers it."""
    first, second = split_sentences(old), split_sentences(new)
    for edit in edits(first, second):
        if edit.same:
            continue
        before, after = first[slice(*edit.old)], second[slice(*edit.new)]
        for i, j in paired(before, after, word_likeness, 0.0 if len(before) == len(after) else LEAST):
            yield (None if i is None else before[i]), (None if j is None else after[j])


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, each with its mark."""
    lower = text.lower()
    if len(lower) != len(text):  # İ grows when it is made small
        return [text]
    starts = [begin for begin, _ in sentences(lower)]
    ends = [*starts[1:], len(text)]
    return [piece for begin, end in zip(starts, ends, strict=True) if (piece := text[begin:end].strip())]
