"""What a printed value is before the whole paper is known.

Most values are text at once. A citation is full at its first place and short later, an agency is named
fully once, a number of a block is known only when all blocks are counted: these stay pieces until the
paper stands in its order, and are resolved in one pass from its top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.document import Run

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper or legal act: kind, number, date, issuer and subject first; kind and number later.

    As a `basis` (căn cứ) it is always full, and its date is written out.
    """

    paper: str
    bold: bool = False
    italic: bool = False
    source: str | None = None
    basis: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency: "UBND tỉnh Mẫu" at first, "UBND tỉnh" later; `whole` names it with its place always."""

    agency: str
    bold: bool = False
    italic: bool = False
    source: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The printed place of a labelled block: "điểm d khoản 3 Mục III", "Phụ lục I"."""

    block: str
    bold: bool = False
    italic: bool = False
    source: str | None = None


Piece: TypeAlias = Run | Citation | Mention | NumberOf


class Said:
    """A value as templates print it: pieces, never text that the parser could read.

    It is no str on purpose: a template cannot cut or join it, only print it and pass it to the filters
    of the wording, which keep its pieces and their data paths.
    """

    __slots__ = ("pieces",)

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = tuple(pieces)

    def __bool__(self) -> bool:
        """Return whether anything is printed."""
        return bool(self.pieces)

    def __add__(self, other: Said) -> Said:
        """Return both, one after the other; what is no value of the paper is not joined to it."""
        if not isinstance(other, Said):
            return NotImplemented
        return Said((*self.pieces, *other.pieces))

    def __eq__(self, other: object) -> bool:
        """Refuse text, numbers and other values: a template that asks would quietly take the wrong way."""
        if isinstance(other, (Said, str, int)):
            raise TypeError("a value is not compared")
        return NotImplemented

    __hash__ = object.__hash__

    def __str__(self) -> str:
        """Refuse: text made of a value would have lost its pieces and could be read as markup."""
        raise TypeError("a value is printed, not turned into text")

    @property
    def last_character(self) -> str:
        """The last character if it is known already, else a letter's stand-in."""
        last = self.pieces[-1] if self.pieces else None
        return last.text[-1:] if isinstance(last, Run) else "x"


def said(text: str, source: str | None = None) -> Said:
    """Return plain text as a value; `source` is its data path."""
    return Said([Run(text, source=source)])


def styled(piece: Piece, *, bold: bool, italic: bool) -> Piece:
    """Return the piece inside bold or italic text."""
    return replace(piece, bold=piece.bold or bold, italic=piece.italic or italic)
