"""Plain text made by anyone: no look, its lines as paragraphs."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import decode
from generator.seen import Medium, SeenPaper, SeenParagraph, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 8 << 20
MAX_LINES = 200_000
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def read_plain(data: bytes, name: str) -> SeenPaper:
    """Return the lines of a text that are not blank; Refused when it is no text or too much.

    The text is read as typed text is: NFC, UTF-8 with or without a mark, or UTF-16 with one. The number
    of a paragraph is that of its line; blanks stay where they are, so that columns can be told.
    """
    if len(data) > MAX_BYTES:
        raise _refused("text-too-large", name, size=len(data) >> 20, limit=MAX_BYTES >> 20)
    text = decode(_as_utf8(data, name), name)
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise _refused("text-too-long", name, limit=MAX_LINES)
    return SeenPaper(Medium.TEXT, tuple(_paragraphs(lines)))


def _paragraphs(lines: list[str]) -> Iterator[SeenParagraph]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield SeenParagraph(number, (Stretch(line),), line=number)


def _as_utf8(data: bytes, name: str) -> bytes:
    """Return UTF-16 text with a mark as UTF-8; anything else as it is."""
    encoding = _WIDE.get(data[:2])
    if encoding is None or data.startswith(codecs.BOM_UTF32_LE):
        return data
    try:
        return data[2:].decode(encoding).encode()
    except UnicodeError as error:
        raise _refused("file-utf16", name) from error


def _refused(code: str, name: str, **arguments: int) -> Refused:
    return Refused([Diagnostic(code, Place(name), arguments=arguments)])
