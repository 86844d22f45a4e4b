"""One page as its lines: those of the text, those of tables, and what is drawn between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.reading.pdf.ink import UNREADABLE
from generator.reading.pdf.lines import printed_lines
from generator.reading.pdf.tables import cell_of, grids, in_grid
from generator.seen import Unread

if TYPE_CHECKING:
    from generator.reading.pdf.ink import Letter, PageInk, Stroke
    from generator.reading.pdf.lines import Cell, Line
    from generator.reading.pdf.tables import Grid

_MOST_UNREADABLE = 0.2  # of the letters of a page that may be read as text
_LEAST_PICTURE = 0.5  # of a page under a picture: then it is scanned, if it has no text
_STAMPED = 150  # letters: fewer on a scanned page are its number, or a stamp of the incoming mail
_DRAWN = 20  # shapes on a page without letters: the letters are drawn


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: `lines` of the text and `cells` of its tables, both from top to bottom.

    `strokes` are the thin lines that belong to no table; `unread` tells that there is something to see
    and no text to read: a scan, a drawing, letters without meaning.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    cells: tuple[Line, ...]
    grids: tuple[Grid, ...]
    strokes: tuple[Stroke, ...]
    unread: bool
    told: frozenset[Unread]


def sheet(number: int, ink: PageInk) -> Sheet:
    """Read the lines off the ink of a page."""
    tables = grids(ink.strokes)

    def cell(letter: Letter) -> Cell | None:
        return cell_of(letter, tables) if tables else None

    loose = tuple(stroke for stroke in ink.strokes if not in_grid(stroke, tables))
    lines = [] if _meaningless(ink) else printed_lines(number, ink.letters, cell, loose)
    return Sheet(
        number=number,
        width=ink.width,
        height=ink.height,
        lines=tuple(line for line in lines if line.cell is None),
        cells=tuple(line for line in lines if line.cell is not None),
        grids=tables,
        strokes=loose,
        unread=_unread(ink),
        told=frozenset(_told(ink)),
    )


def _unread(ink: PageInk) -> bool:
    shown = sum(not letter.text.isspace() for letter in ink.letters)
    if ink.pictures >= _LEAST_PICTURE and shown < _STAMPED:
        return True
    drawn = ink.hidden or ink.turned or ink.shapes >= _DRAWN or ink.damaged
    return _meaningless(ink) or (not shown and bool(drawn))


def _meaningless(ink: PageInk) -> bool:
    """Return whether the fonts do not say which letters they print."""
    unreadable = sum(UNREADABLE in letter.text for letter in ink.letters)
    return unreadable > _MOST_UNREADABLE * len(ink.letters)


def _told(ink: PageInk) -> list[Unread]:
    """Return what stands on the page and was not read."""
    facts = {
        Unread.PICTURE: ink.picture_count,
        Unread.HIDDEN_TEXT: ink.hidden,
        Unread.TURNED_TEXT: ink.turned,
        Unread.TEXT_OUTSIDE: ink.outside,
        Unread.DAMAGED_PAGE: ink.damaged,
    }
    return [name for name, seen in facts.items() if seen]
