"""Letters → printed lines. A line is what stands on one baseline in one column, or in one cell.

Blanks come from the file, or from gaps that are as wide as one. A row is parted where the gap is far
wider than its other blanks, or where the parts were not drawn one after the other. Whether the parts
stand in columns only the lines above and below can tell: see `columns`, which joins the others again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.reading.pdf.ink import Letter, Look, Stroke
    from generator.seen import Rule

Cell: TypeAlias = tuple[int, int, int]
_Run: TypeAlias = list["Letter"]

_BLANK = 0.18  # of the size: a gap that wide is a blank
_WIDE = 1.5  # of the size: a gap between columns that were drawn one after the other
_FAR = 2.5  # times the usual blank of the row
_SPACE = 0.25  # of the size: the usual width of a blank
_LEVEL = 0.2  # of the size: how far letters of one line may stand from its baseline
_EXACT = 0.3  # pt: how far a smaller letter of one line may
_RAISED = 0.55  # of the size: how far a raised or lowered letter stands from it
_SMALLER = 0.8  # of the size: how small a raised letter is
_UNBREAKABLE = "\u00a0\u202f"  # blanks where no line ends
_UNDER = (0.02, 0.22)  # of the size: where an underline lies below the baseline


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look in a line."""

    text: str
    look: Look
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: from `x0` to `x1` on the baseline `y` (pt), without blanks at its ends.

    `size` is that of most of its letters; `first_word` is the width of what stands before its first blank;
    `drawn` is from where to where its letters stand in drawing order; `rule` is the line drawn under it.
    """

    page: int
    x0: float
    x1: float
    y: float
    size: float
    pieces: tuple[Piece, ...]
    first_word: float
    cell: Cell | None = None
    drawn: tuple[int, int] = (0, 0)
    rule: Rule | None = None

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def shown(self) -> list[Piece]:
        """The pieces that are more than blanks."""
        return [piece for piece in self.pieces if piece.text.strip()]

    @property
    def main(self) -> list[Piece]:
        """Those of them that are no raised or lowered marks."""
        return [piece for piece in self.shown if piece.look.size > _SMALLER * self.size]

    @property
    def top(self) -> float:
        """Where its letters begin."""
        return self.y - 0.89 * self.size

    @property
    def bottom(self) -> float:
        """Where its letters end, with what hangs below the baseline."""
        return self.y + 0.22 * self.size

    @property
    def centre(self) -> float:
        """Its middle across."""
        return (self.x0 + self.x1) / 2

    @property
    def width(self) -> float:
        """Its length."""
        return self.x1 - self.x0

    @property
    def style(self) -> tuple[float, bool, bool, bool]:
        """Size, bold, italic and capitals of the whole line: what tells one title from the next."""
        return (
            self.size,
            all(piece.look.bold for piece in self.main),
            all(piece.look.italic for piece in self.main),
            self.text.isupper(),
        )


def printed_lines(
    page: int,
    letters: Sequence[Letter],
    cell_of: Callable[[Letter], Cell | None],
    strokes: Iterable[Stroke],
) -> list[Line]:
    """Return the lines of a page from top to bottom, those side by side from left to right."""
    lying = _Lying(strokes)
    lines = [
        _line(page, part, cell, drawn, lying)
        for cell, runs in _by_cell(letters, cell_of).items()
        for row in _rows(runs)
        for part, drawn in _columns(row)
    ]
    return sorted((line for line in lines if line is not None), key=lambda line: (line.y, line.x0))


# --- runs: letters drawn one behind the other


def _by_cell(
    letters: Sequence[Letter], cell_of: Callable[[Letter], Cell | None]
) -> dict[Cell | None, list[tuple[int, _Run]]]:
    """Return the runs of each cell (None: of no cell) with their places in drawing order."""
    found: dict[Cell | None, list[tuple[int, _Run]]] = {}
    run: _Run = []
    last_cell: Cell | None = None
    for place, letter in enumerate(letters):
        cell = cell_of(letter)
        if not run or cell != last_cell or not _follows(run[-1], letter):
            run = []
            found.setdefault(cell, []).append((place, run))
            last_cell = cell
        run.append(letter)
    return found


def _follows(before: Letter, letter: Letter) -> bool:
    size = max(before.look.size, letter.look.size)
    return (
        abs(letter.y - before.y) <= 0.05 * size
        and before.x0 - 0.3 * size <= letter.x0 <= before.x1 + _WIDE * size
    )


# --- rows: runs on one baseline


def _rows(runs: list[tuple[int, _Run]]) -> Iterator[list[tuple[int, _Run]]]:
    """Yield the runs of one baseline, raised and lowered letters with them, from left to right."""
    rows: list[list[tuple[int, _Run]]] = []
    for entry in sorted(runs, key=lambda entry: entry[1][0].y):
        if rows and _level(rows[-1][0][1][0], entry[1][0]):
            rows[-1].append(entry)
        else:
            rows.append([entry])
    for row in _with_raised(rows):
        yield sorted(row, key=lambda entry: entry[1][0].x0)


def _level(one: Letter, other: Letter) -> bool:
    """Return whether two letters stand on one baseline; the smaller one exactly."""
    sizes = sorted((one.look.size, other.look.size))
    raised = sizes[0] <= _SMALLER * sizes[1]
    return abs(one.y - other.y) <= (_EXACT if raised else _LEVEL * sizes[0])


def _with_raised(rows: list[list[tuple[int, _Run]]]) -> list[list[tuple[int, _Run]]]:
    """Put small letters that touch a line, a little above or below it, into that line."""
    kept: list[list[tuple[int, _Run]]] = []
    for at, row in enumerate(rows):
        near = [other for other in rows[max(at - 3, 0) : at + 4] if other is not row]
        home = next((other for other in near if all(_raised(run, other) for _, run in row)), None)
        if home is None:
            kept.append(row)
        else:
            home.extend(row)
    return kept


def _raised(run: _Run, row: list[tuple[int, _Run]]) -> bool:
    size = row[0][1][0].look.size
    small = run[0].look.size <= _SMALLER * size
    near = abs(run[0].y - row[0][1][0].y) <= _RAISED * size
    touches = any(
        other[0].x0 - 0.4 * size <= run[-1].x1 and run[0].x0 <= other[-1].x1 + 0.4 * size
        for _, other in row
        if other is not run
    )
    return small and near and touches


# --- columns: parts of a row


def _columns(row: list[tuple[int, _Run]]) -> Iterator[tuple[_Run, tuple[int, int]]]:
    """Yield the parts of a row that may stand in different columns, each with its place in drawing order."""
    usual = _usual_blank(row)
    part: _Run = []
    start = end = row[0][0]
    for place, run in row:
        if part and _parted(part, run, usual, drawn_on=place == end):
            yield part, (start, end)
            part, start = [], place
        part.extend(run)
        end = place + len(run)
    yield part, (start, end)


def _parted(part: _Run, run: _Run, usual: float, *, drawn_on: bool) -> bool:
    left = next((letter for letter in reversed(part) if not letter.text.isspace()), part[0])
    right = next((letter for letter in run if not letter.text.isspace()), run[0])
    gap, size = right.x0 - left.x1, max(left.look.size, right.look.size)
    return gap > max(_WIDE * size, _FAR * usual) or (not drawn_on and gap > _BLANK * size)


def _usual_blank(row: list[tuple[int, _Run]]) -> float:
    """Return the width of the usual blank between the words of a row; 0 when it has none."""
    gaps = []
    for _, run in row:
        shown = [letter for letter in run if not letter.text.isspace()]
        for before, after in pairwise(shown):
            if after.x0 - before.x1 >= _BLANK * after.look.size:
                gaps.append(after.x0 - before.x1)
    return median(gaps) if gaps else 0.0


def rejoined(left: Line, right: Line) -> Line:
    """Return two parts of a row as one line, with as many blanks between them as there is room."""
    blanks = Piece(" " * max(round((right.x0 - left.x1) / (_SPACE * left.size)), 1), left.pieces[-1].look)
    pieces, drawn = (*left.pieces, blanks, *right.pieces), (left.drawn[0], right.drawn[1])
    return replace(left, x1=max(left.x1, right.x1), pieces=pieces, drawn=drawn)


# --- lines


def _line(page: int, letters: _Run, cell: Cell | None, drawn: tuple[int, int], lying: _Lying) -> Line | None:
    """Return the letters as a line, or None when there are only blanks."""
    shown = [at for at, letter in enumerate(letters) if letter.text.strip(" \t\r\n")]
    if not shown or not any(letters[at].text.strip() for at in shown):
        return None
    kept = letters[shown[0] : shown[-1] + 1]
    size = _size(kept)
    y = median(letter.y for letter in kept if letter.look.size >= _SMALLER * size)
    under = lying.between(y + _UNDER[0] * size, y + _UNDER[1] * size)
    pieces = tuple(
        Piece("".join(text for text, _, _ in group), look, underlined)
        for (look, underlined), group in groupby(_spaced(kept, under), key=lambda entry: entry[1:])
    )
    x1 = max(letter.x1 for letter in kept)
    return Line(page, kept[0].x0, x1, y, size, pieces, _first_word(kept), cell, drawn)


def _spaced(letters: _Run, under: Sequence[Stroke]) -> Iterator[tuple[str, Look, bool]]:
    """Yield the letters with blanks where a gap is as wide as one; a blank looks like what it follows."""
    before: Letter | None = None
    look, underlined = letters[0].look, False
    for letter in letters:
        blank = letter.text.isspace()
        gap = letter.x0 - before.x1 if before is not None and not blank else 0.0
        if before is not None and gap > _BLANK * letter.look.size and not before.text.isspace():
            yield " ", look, underlined
        if not blank:
            middle = (letter.x0 + letter.x1) / 2
            look, underlined = letter.look, any(stroke.x0 <= middle <= stroke.x1 for stroke in under)
        yield letter.text, look, underlined
        before = letter


def _size(letters: Iterable[Letter]) -> float:
    return Counter(letter.look.size for letter in letters).most_common(1)[0][0]


def _first_word(letters: _Run) -> float:
    before = letters[0]
    for letter in letters[1:]:
        blank = letter.text.isspace() and letter.text not in _UNBREAKABLE
        if blank or letter.x0 - before.x1 > _BLANK * letter.look.size:
            break
        before = letter
    return before.x1 - letters[0].x0


class _Lying:
    """Lying lines in order of their height, so that those near a baseline are found at once."""

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self.strokes = sorted((stroke for stroke in strokes if stroke.lying), key=lambda stroke: stroke.y)

    def between(self, low: float, high: float) -> Sequence[Stroke]:
        first = bisect_left(self.strokes, low, key=lambda stroke: stroke.y)
        return self.strokes[first : bisect_right(self.strokes, high, key=lambda stroke: stroke.y)]
