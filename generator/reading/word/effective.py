"""Pieces of text in the look that takes effect: as stretches for the reader, and as widths on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.measure import advances
from generator.reading.word.markup import MM_PER_POINT
from generator.seen import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.reading.word.look import RunLook

_TIMES = frozenset({"times new roman", "times", "liberation serif", "tinos", "nimbus roman", "timesnewroman"})
_EAST_FROM, _EAST_TO = "\u2e80", "\ud7ff"
_WIDE_FROM, _WIDE_TO = "\uf900", "\uffef"
_RAISED = 2 / 3  # of the size: how large Word sets superscripts


class Shown(NamedTuple):
    """Text that is seen, in its effective look; already in capitals when its look shows it so."""

    text: str
    look: RunLook
    capitals: bool


def shown(text: str, look: RunLook) -> Shown:
    """Return a piece as it is seen; small capitals count as capitals."""
    if look.caps or look.small_caps:
        upper = text.upper()
        return Shown(upper, look, upper != text)
    return Shown(text, look, capitals=False)


def stretches(pieces: Iterable[Shown]) -> tuple[Stretch, ...]:
    """Return the pieces with those of one look joined; a look that changes its font within is divided."""
    found: list[Stretch] = []
    texts: list[str] = []
    last: tuple[object, ...] | None = None
    for text, look, font, capitals in _by_font(pieces):
        key = (font, look.size, look.bold, look.italic, look.underlined, look.colour, capitals)
        if key == last:
            texts.append(text)
            continue
        if last is not None:
            found.append(Stretch("".join(texts), *last))  # type: ignore[arg-type] # the key, in its order
        last, texts = key, [text]
    if last is not None:
        found.append(Stretch("".join(texts), *last))  # type: ignore[arg-type] # likewise
    return tuple(found)


def _by_font(pieces: Iterable[Shown]) -> Iterator[tuple[str, RunLook, str | None, bool]]:
    for text, look, capitals in pieces:
        if look.ascii == look.hansi and max(text) < _EAST_FROM:
            yield text, look, look.ascii or None, capitals
        else:
            for part, font in _divided(text, look):
                yield part, look, font or None, capitals


def _divided(text: str, look: RunLook) -> Iterator[tuple[str, str | None]]:
    """Divide a text where its font changes: ASCII, Vietnamese and East Asian letters have a slot each.

    A blank takes the font of what stands before it: nobody sees its own.
    """
    start, font = 0, _font_of(next((char for char in text if char != " "), " "), look)
    for index, char in enumerate(text):
        own = font if char == " " else _font_of(char, look)
        if own != font:
            yield text[start:index], font
            start, font = index, own
    yield text[start:], font


def _font_of(char: str, look: RunLook) -> str | None:
    if char < "\x80":
        return look.ascii
    if _EAST_FROM <= char <= _EAST_TO or _WIDE_FROM <= char <= _WIDE_TO:
        return look.east
    return look.hansi


def is_times(pieces: Iterable[Shown]) -> bool:
    """Return whether all that is seen is in a font with the widths of Times New Roman."""
    return all(not piece.text.strip() or (piece.look.hansi or "").casefold() in _TIMES for piece in pieces)


def widths(piece: Shown) -> list[float]:
    """Return the width of each character in mm."""
    look = piece.look
    size = (look.size or 0.0) * (_RAISED if look.raised else 1.0)
    found = advances(piece.text, size, bold=look.bold is True, italic=look.italic is True)
    scale, spacing = (look.scale or 100.0) / 100, (look.spacing or 0.0) * MM_PER_POINT
    return found if scale == 1 and not spacing else [width * scale + spacing for width in found]
