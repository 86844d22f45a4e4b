"""What is drawn on one page: letters, thin lines, pictures. Points, from the top left corner, y down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

UNREADABLE = "\ufffd"
"""A letter whose font does not say which one it is."""
PAPER = "FFFFFF"
"""The colour of paper, on which nobody reads it."""
_MIDDLE = 0.3  # of its size: how far the middle of a letter stands above its baseline


@dataclass(frozen=True, slots=True)
class Face:
    """One font of the file: its name as it stands there, what the name and the descriptor tell."""

    name: str
    family: str
    bold: bool
    italic: bool
    embedded: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; `size` in pt as it is on the page, `colour` as RRGGBB, None when not plain."""

    face: Face
    size: float
    bold: bool
    italic: bool
    colour: str | None


class Letter(NamedTuple):
    """One letter (or ligature) from `x0` to `x1` on its baseline `y`; trailing letter space is not in it."""

    text: str
    x0: float
    x1: float
    y: float
    look: Look


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin straight line, lying or standing: the box it fills."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lying(self) -> bool:
        """Whether it is longer than it is tall."""
        return self.x1 - self.x0 >= self.y1 - self.y0

    @property
    def x(self) -> float:
        """Its middle across."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Its middle down."""
        return (self.y0 + self.y1) / 2


class Cover(NamedTuple):
    """A filled box or an opaque picture: it hides those of the first `over` letters that lie under it."""

    x0: float
    y0: float
    x1: float
    y1: float
    over: int

    def hides(self, letter: Letter) -> bool:
        """Return whether the middle of a letter lies under it."""
        across, up = (letter.x0 + letter.x1) / 2, letter.y - _MIDDLE * letter.look.size
        return self.x0 <= across <= self.x1 and self.y0 <= up <= self.y1


class Note(NamedTuple):
    """What an annotation shows: its kind, whether it is a signature, its letters from `start` to `end`."""

    kind: str
    signature: bool
    start: int
    end: int


@dataclass(slots=True)
class PageInk:
    """The ink of one page in drawing order, and counts of what was seen and is not text.

    `pictures` is the share of the page under pictures; `hidden` are letters drawn invisibly (a scan with
    recognised text), `turned` those that do not run from left to right, `outside` those off the page.
    `notes` are the annotations, when they are drawn too, `undrawn` the kinds of those that do not say what
    they show.
    """

    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    undrawn: list[str] = field(default_factory=list)
    pictures: float = 0.0
    picture_count: int = 0
    shapes: int = 0
    hidden: int = 0
    turned: int = 0
    outside: int = 0
    damaged: bool = False

    def seen(self) -> list[bool]:
        """Return for each letter whether a reader sees it: it is not white, and nothing lies over it."""
        return [
            letter.look.colour != PAPER
            and not any(index < cover.over and cover.hides(letter) for cover in self.covers)
            for index, letter in enumerate(self.letters)
        ]
