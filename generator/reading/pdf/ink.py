"""What is drawn on one page: letters, thin lines, pictures. Points, from the top left corner, y down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

UNREADABLE = "\ufffd"
"""A letter whose font does not say which one it is."""


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


@dataclass(slots=True)
class PageInk:
    """The ink of one page in drawing order, and counts of what was seen and is not text.

    `pictures` is the share of the page under pictures; `hidden` are letters drawn invisibly (a scan with
    recognised text), `turned` those that do not run from left to right, `outside` those off the page.
    """

    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: float = 0.0
    picture_count: int = 0
    shapes: int = 0
    hidden: int = 0
    turned: int = 0
    outside: int = 0
    damaged: bool = False
