"""The one gate through which text reaches a terminal, a file or a pipe.

Every piece of a line passes `visible`, so nothing a user typed can move the cursor or change colours.
A reader that stops reading (``ketluan list | head``) does not stop the work: the rest is written nowhere,
and the command ends with its own exit code.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

import click

from generator.messages import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Look(StrEnum):
    """How a piece stands out where there is colour."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    GOOD = "good"


_COLOURS: dict[Look, dict[str, str | bool]] = {
    Look.STRONG: {"bold": True},
    Look.FAINT: {"dim": True},
    Look.ERROR: {"fg": "red", "bold": True},
    Look.WARNING: {"fg": "yellow", "bold": True},
    Look.NOTE: {"fg": "cyan"},
    Look.GOOD: {"fg": "green"},
}

Piece: TypeAlias = "str | tuple[str, Look]"
Line: TypeAlias = tuple[Piece, ...]


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Return whether to colour: on a terminal that can, unless NO_COLOR is set."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class Screen:
    """A stream and whether it takes colours."""

    def __init__(self, stream: TextIO, *, colour: bool = False) -> None:
        self.stream = stream
        self._colour = colour
        self._closed = False

    @property
    def is_terminal(self) -> bool:
        """Whether a person is looking."""
        return self.stream.isatty()

    def line(self, *pieces: Piece) -> None:
        """Write one line."""
        self._write("".join(self._coloured(piece) for piece in pieces))

    def lines(self, lines: Iterable[Line]) -> None:
        """Write lines."""
        for line in lines:
            self.line(*line)

    def raw(self, text: str) -> None:
        """Write text that a program will read (JSON, a schema); the caller has escaped it."""
        self._write(text)

    def _coloured(self, piece: Piece) -> str:
        text, look = piece if isinstance(piece, tuple) else (piece, Look.PLAIN)
        shown = visible(text)
        return click.style(shown, **_COLOURS[look]) if self._colour and look in _COLOURS else shown  # type: ignore[arg-type]

    def _write(self, text: str) -> None:
        if self._closed:
            return
        try:
            click.echo(text, file=self.stream, color=self._colour)
        except BrokenPipeError:
            self._closed = True
            _write_nowhere(self.stream)


def _write_nowhere(stream: TextIO) -> None:
    """Point the stream at nothing, or Python complains when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def prepared_stream(stream: TextIO | None) -> TextIO:
    """Return the stream so that it takes every text: an old code page would end the program at the first ế.

    A stream that was closed before the program began leads nowhere.
    """
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        wanted = None if _takes_vietnamese(stream.encoding) else "utf-8"
        reconfigure(encoding=wanted, errors="backslashreplace")
    return stream


def _takes_vietnamese(encoding: str) -> bool:
    try:
        "ế→“”".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
