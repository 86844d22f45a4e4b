"""The bytes of a file, and its text: hostile until read. Nothing is waited for, nothing is taken on trust."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 2 * 1024 * 1024
MAX_CHARACTERS_TOLD = 20
# Normalising a long run of combining marks takes time that grows with its square.
_MARKS = re.compile(r"[\u0300-\u036f]{9}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def read_bytes(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes; a pipe or device is never waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        code = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        raise _refused(code, Place(file), reason=error.strerror or str(error)) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise _refused("file-not-regular", Place(file))
    with os.fdopen(handle, "rb") as stream:
        if status.st_size > limit:
            raise _refused("file-too-large", Place(file), size=status.st_size >> 20, limit=limit >> 20)
        return stream.read(limit + 1)


def decode(raw: bytes, file: str) -> str:
    r"""Return the text as NFC with ``\\n`` line ends; a UTF-8 BOM is accepted, anything else is told."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:64].count(0) > len(raw[:64]) // 4:
        raise _refused("file-utf16", Place(file))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise _refused("file-not-utf8", place, byte=f"0x{raw[error.start]:02X}") from error
    if run := _MARKS.search(text):
        raise _refused_character(text, run.start(), file)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    _refuse_controls(text, file)
    return text


def _refused_character(text: str, offset: int, file: str) -> Refused:
    place = place_at(text, offset, file)
    return Refused([Diagnostic("character-unprintable", place, arguments=named(text[offset]))])


def _refuse_controls(text: str, file: str) -> None:
    found = [
        Diagnostic("character-control", place_at(text, match.start(), file), arguments=named(match[0]))
        for match, _ in zip(_CONTROL.finditer(text), range(MAX_CHARACTERS_TOLD), strict=False)
    ]
    if found:
        raise Refused(found)


def place_at(text: str, offset: int, file: str) -> Place:
    """Return where a character of a text stands."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def named(character: str) -> dict[str, str | int]:
    """Return the code and the Unicode name of a character, as messages tell them."""
    return {"code": f"U+{ord(character):04X}", "name": unicodedata.name(character, "")}


def _refused(code: str, place: Place, **arguments: str | int) -> Refused:
    return Refused([Diagnostic(code, place, arguments=arguments)])
