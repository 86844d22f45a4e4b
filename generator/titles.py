"""Where a centred title is broken: few lines, at places of meaning, none too short.

NĐ 30/2020 (PL I) centres the subject and the titles of annexes and says nothing of how they are
broken; a reader sees at once when "thủ tục / hành chính" is torn. The words of the field that stay
whole are data (``metrics/compounds.txt``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from generator.measure import text_width, wrap

# What a break costs, in shares of a squared line length: raggedness is counted in the same unit.
FREE, NEUTRAL, TORN = 0.0, 0.3, 50.0
SHORT_LINE = 5.0
FROM_ITS_DATE = 10.0  # "số 45/TB-UBND" and "ngày ..." are one name
SHORT = 2  # a line of one or two words looks lost
TOO_MANY_WORDS = 200  # such a text is no title: set it as a paragraph

_AFTER_MARK = re.compile(r"[,;:]$")
_BEFORE = frozenset(
    [
        "tại",
        "về",
        "của",
        "từ",
        "đến",
        "giai",
        "năm",
        "đối",
        "theo",
        "trên",
        "trong",
        "giữa",
        "cho",
        "để",
        "nhằm",
        "và",
        "do",
        "khi",
        "thuộc",
        "gửi",
    ]
)
_NEVER_AFTER = frozenset(
    [
        "v/v",
        "tại",
        "về",
        "việc",
        "của",
        "từ",
        "đến",
        "năm",
        "đối",
        "với",
        "theo",
        "trên",
        "trong",
        "giữa",
        "cho",
        "để",
        "nhằm",
        "và",
        "do",
        "khi",
        "thuộc",
        "bởi",
        "bằng",
        "ở",
        "các",
        "những",
        "một",
        "số",
        "ngày",
        "tháng",
        "quý",
        "thứ",
        "điều",
        "khoản",
        "điểm",
        "mục",
        "kỳ",
        "không",
        "chưa",
        "đã",
        "sẽ",
        "đang",
        "được",
        "bị",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "sở",
        "bộ",
        "ban",
    ]
)
_STARTS_WITH_DIGIT = re.compile(r"[\W_]*\d")
_DATE = re.compile(
    r"ngày[ \u00a0][\d\u00a0]+ tháng[ \u00a0][\d\u00a0]+ năm(?:\u00a0\d+)?[,;.)]*", re.IGNORECASE
)
_DASHES = frozenset("-–—")


@lru_cache(maxsize=1)
def _compounds() -> dict[str, tuple[tuple[str, ...], ...]]:
    text = (files(__package__) / "metrics" / "compounds.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    words = [tuple(line.split()) for line in lines if line and not line.startswith("#")]
    first = {word[0] for word in words}
    return {start: tuple(word for word in words if word[0] == start) for start in first}


@lru_cache(maxsize=256)
def balanced_lines(
    text: str, width: float, points: float, *, bold: bool = False, italic: bool = False
) -> tuple[str, ...]:
    """Break a title into as few lines as fit `width` millimetres, well balanced and at places of meaning.

    One line more is taken only where fewer would tear a word. A single word longer than the width
    stays whole. The lines joined by a space are the text again.
    """
    words = text.split(" ")
    measure = _Measure(words, points, bold=bold, italic=italic)
    if len(words) > TOO_MANY_WORDS:
        return tuple(wrap(text, width, points, bold=bold, italic=italic))
    if len(words) < 2 or measure.line(0, len(words)) <= width:
        return (text,)
    fewest = len(wrap(text, width, points, bold=bold, italic=italic))
    tries = [_best(words, measure, width, count) for count in range(fewest, fewest + 3)]
    whole = [ends for cost, ends in tries if cost < TORN]
    ends = whole[0] if whole else min(tries)[1]
    return tuple(" ".join(words[start:end]) for start, end in pairwise([0, *ends]))


class _Measure:
    """Widths of lines made of neighbouring words, by running sums."""

    def __init__(self, words: list[str], points: float, *, bold: bool, italic: bool) -> None:
        self._space = text_width(" ", points, bold=bold, italic=italic)
        self._sums = [0.0]
        for word in words:
            self._sums.append(self._sums[-1] + text_width(word, points, bold=bold, italic=italic))

    def line(self, start: int, end: int) -> float:
        """Return the width of the words from `start` up to, not with, `end`."""
        return self._sums[end] - self._sums[start] + self._space * (end - start - 1)


def _best(words: list[str], measure: _Measure, width: float, count: int) -> tuple[float, list[int]]:
    """Return the cost and the line ends of the cheapest way to set the words in `count` lines."""
    gaps = _gap_costs(words)
    ideal = measure.line(0, len(words)) / count
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(count):
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, ends) in best.items():
            for end in range(start + 1, len(words) + 1):
                length = measure.line(start, end)
                if length > width and end > start + 1:
                    break
                total = cost + gaps[end] + ((length - ideal) / ideal) ** 2
                total += SHORT_LINE if end - start <= SHORT else 0
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*ends, end])
        best = following
    return best.get(len(words), (float("inf"), [len(words)]))


def _gap_costs(words: list[str]) -> list[float]:
    """Return what it costs to end a line before each word; the end of the text is free."""
    lower = [word.lower().strip(",;:.()") for word in words]
    inside = _inside_compounds(lower) | _inside_dates(words)
    costs = [FREE]
    for index in range(1, len(words)):
        torn = index in inside or _tears(words[index - 1], words[index], capitals=words[0].isupper())
        costs.append(TORN if torn else _cost(words[index - 1], lower[index]))
    return [*costs, FREE]


def _cost(before: str, after: str) -> float:
    after = after.partition("\u00a0")[0]
    if after == "ngày" and "/" in before:
        return FROM_ITS_DATE
    return FREE if _AFTER_MARK.search(before) or after in _BEFORE else NEUTRAL


def _tears(before: str, after: str, *, capitals: bool) -> bool:
    """Return whether a break would part a preposition or a number from its word, or a proper name."""
    if _AFTER_MARK.search(before):
        return False
    name = not capitals and before[:1].isupper() and after[:1].isupper()
    joined = after in _DASHES or bool(_STARTS_WITH_DIGIT.match(after))
    return before.lower() in _NEVER_AFTER or name or joined


def _inside_compounds(lower: list[str]) -> set[int]:
    """Return the indexes of words that stand inside, not at the start of, a compound.

    A word belongs to the first compound it fits: "trưởng đoàn | kiểm tra", not "trưởng | đoàn kiểm tra".
    """
    inside: set[int] = set()
    for index, word in enumerate(lower):
        if index in inside:
            continue
        for compound in _compounds().get(word, ()):
            if tuple(lower[index : index + len(compound)]) == compound:
                inside.update(range(index + 1, index + len(compound)))
    return inside


def _inside_dates(words: list[str]) -> set[int]:
    """Return the indexes of words inside a date in full: ngày 18 tháng 5 năm, its numbers bound or not."""
    return {
        index + inner
        for index in range(len(words))
        for count in (3, 5)
        if _DATE.fullmatch(" ".join(words[index : index + count]))
        for inner in range(1, count)
    }
