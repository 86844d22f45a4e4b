"""Pieces of text in the look that takes effect: as stretches for the reader, and as widths on paper."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.measure import text_width
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
        if look.ascii == look.hansi and (look.hansi == look.east or max(text) < _EAST_FROM):
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


class _Widths(dict[str, float]):
    """The width in mm of each character in one look, measured when it is first asked for."""

    def __init__(self, look: RunLook) -> None:
        self.is_times = (look.hansi or "").casefold() in _TIMES
        self._size = (look.size or 0.0) * (_RAISED if look.raised else 1.0)
        self._bold, self._italic = look.bold is True, look.italic is True
        self._scale = (look.scale or 100.0) / 100
        self._spacing = (look.spacing or 0.0) * MM_PER_POINT

    def __missing__(self, char: str) -> float:
        width = text_width(char, self._size, bold=self._bold, italic=self._italic)
        self[char] = width * self._scale + self._spacing
        return self[char]


_known_widths = lru_cache(maxsize=64)(_Widths)


def widths(piece: Shown) -> list[float] | None:
    """Return the width of each character in mm; None for letters of a font whose widths are not known."""
    known = _known_widths(piece.look)
    if not known.is_times and not piece.text.isspace():
        return None
    return list(map(known.__getitem__, piece.text))
