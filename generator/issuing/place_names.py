"""How a place of an issued paper is called in the words of a citation, and how often words stand there."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.differences.printed_lines import printed_lines
from generator.differences.sentence_changes import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.differences.printed_lines import PrintedLine
    from generator.document import Document

_LONGEST_NAME = 50
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PARTS = {"Nơi nhận": "phần Nơi nhận", "chữ ký": "phần chữ ký", "Kính gửi": "phần Kính gửi"}


class PlaceNames:
    """Where each line of an issued paper stands, told apart from its neighbours."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._lines = lines
        self._names = list(_names(lines))
        self._rows = Counter((line.where, _row(line)) for line in lines)
        self._standing: dict[str, list[str]] = {}
        for name, line in zip(self._names, lines, strict=True):
            self._standing.setdefault(name, []).append(line.text)

    def of(self, index: int) -> str:
        """Return the place of a line, with its number among those of its sort where there are several."""
        return self._names[index]

    def standing(self, index: int) -> str:
        """Return all that stands where a line does: several lines of one place, as those of Nơi nhận."""
        return "\n".join(self._standing[self._names[index]])

    def cell(self, index: int, column: int) -> str:
        """Return what a cell of a row is called: "số thứ tự 8, cột (6)", or by the words above it."""
        line = self._lines[index]
        number = line.numbers[column].partition("=")[0] if column < len(line.numbers) else ""
        head = line.columns[column] if column < len(line.columns) else ""
        return f"{self._row(index)}, {f'cột {number}' if number else f'cột “{head}”'}"

    def _row(self, index: int) -> str:
        """Return what a row is called; by its turn in its table when another one is called the same."""
        line = self._lines[index]
        name = _row(line)
        if self._rows[line.where, name] == 1:
            return name
        turn = sum(one.where == line.where for one in self._lines[: index + 1])
        return f"dòng thứ {ordinal(turn)}"


def _names(lines: Sequence[PrintedLine]) -> Iterator[str]:
    alone = Counter((line.where, _sort(line)) for line in lines)
    turns: Counter[tuple[str, str]] = Counter()
    for line in lines:
        base, sort = _PARTS.get(line.where, line.where), _sort(line)
        turns[line.where, sort] += 1
        if line.columns:
            annex, _, table = base.partition(", ")
            yield f"bảng “{table}”, {annex}" if table else f"bảng “{base}”"
        elif not sort or (alone[line.where, sort] == 1 and sort != "gạch đầu dòng"):
            yield base
        else:
            yield f"{sort} thứ {ordinal(turns[line.where, sort])} {base}"


def _sort(line: PrintedLine) -> str:
    """Return what a line is called among others of one place: a dash, a paragraph, or nothing."""
    if line.columns or line.where in _PARTS:
        return ""
    return {"-": "gạch đầu dòng", "+": "dấu cộng đầu dòng", "": "đoạn"}.get(line.label, "")


def _row(line: PrintedLine) -> str:
    """Return what a row of a table is called: "số thứ tự 8", or by its first words."""
    name = next((cell for cell in line.cells if cell and not cell.isdigit()), "")
    first = next((cell for cell in line.cells if cell), "")
    return f"số thứ tự {first}" if first.isdigit() and len(name) > _LONGEST_NAME else f"dòng “{name}”"


def sentence_name(turn: int, where: str) -> str:
    """Return what a sentence of a place is called, counted from 1: "câu thứ hai khoản 3 Mục I"."""
    return f"câu thứ {ordinal(turn)} {where}"


def ordinal(turn: int) -> str:
    """Return "nhất", "hai", "mười một" for "thứ ..."; beyond twenty the number itself."""
    if turn <= len(_ORDINALS):
        return _ORDINALS[turn - 1]
    unit = ("một", "hai", "ba", "bốn", "lăm", *_ORDINALS[5:])
    return f"mười {unit[turn - 11]}" if turn < 20 else str(turn)


class Standing:
    """What an issued paper says at each place; a place in a clerk's own words is not known."""

    def __init__(self, document: Document) -> None:
        lines = printed_lines(document)
        names = PlaceNames(lines)
        self._said: dict[tuple[str, str], str] = {}
        for index, line in enumerate(lines):
            where = names.of(index)
            self._said[where, ""] = names.standing(index)
            for turn, sentence in enumerate(split_sentences(line.text), 1):
                named = sentence_name(turn, where), ""
                self._said[named] = f"{self._said.get(named, '')}\n{sentence}"
            for column, cell in enumerate(line.cells):
                self._said[where, names.cell(index, column)] = cell

    def times(self, quote: str, where: str, cell: str) -> int | None:
        """Return how often words stand at a place, or in a `cell` of it; None for a place not known."""
        said = self._said.get((where, cell))
        return None if said is None else _evenly(said).count(_evenly(quote))


def _evenly(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def squeeze(text: str) -> str:
    """Return the text without white space and joiners, as pages of any width have it."""
    return re.sub(r"[\s\u00a0\u2060]+", "", text)
