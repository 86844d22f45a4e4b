"""A finished file of any kind: what it is decides its content, never its name alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from generator.seen import SeenPaper

MAX_BYTES = 64 << 20
_HEAD = 1024  # bytes in which every reader looks for the mark of a PDF
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and .docx with a password
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8")
# What reading a file for the data says of files, and what is said of papers instead.
_OF_PAPERS_CODES = {"file-too-large": "paper-too-large", "file-not-regular": "paper-not-regular"}


class Kind(StrEnum):
    """What a file is by its content."""

    WORD = "docx"
    PDF = "pdf"
    TEXT = "txt"


_NAMED = {".docx": Kind.WORD, ".pdf": Kind.PDF, ".txt": Kind.TEXT, ".md": Kind.TEXT}


def read_finished(path: Path, shown: str) -> SeenPaper:
    """Return what a reader sees in a Word file, a PDF or a plain text, called `shown` in messages.

    Refused when it cannot be read, or when its name says that it is of another kind than it is.
    """
    data = _bytes(path, shown)
    kind = _kind(data, shown)
    named = _NAMED.get(path.suffix.lower())
    if named is not None and named is not kind:
        raise _refused("paper-other-kind", shown, named=named.value, kind=kind.value)
    if kind is Kind.PDF:
        from generator.reading.pdf import read_pdf

        return read_pdf(data, shown)
    if kind is Kind.WORD:
        from generator.reading.word import read_word

        seen: SeenPaper = read_word(data, shown)
        return seen
    from generator.reading.plain import read_plain

    return read_plain(data, shown)


def _bytes(path: Path, shown: str) -> bytes:
    try:
        data = read_bytes(path, shown, MAX_BYTES)
    except Refused as refused:
        raise Refused(
            Diagnostic(_OF_PAPERS_CODES.get(item.code, item.code), item.place, item.severity, item.arguments)
            for item in refused.diagnostics
        ) from refused
    if not data.strip():
        raise _refused("paper-empty", shown)
    return data


def _kind(data: bytes, shown: str) -> Kind:
    """Return what the bytes are; Refused when they are nothing that can be read here."""
    if b"%PDF-" in data[:_HEAD]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in data or b"[Content_Types].xml" in data:
            return Kind.WORD
        raise _refused("paper-kind-unread", shown)
    if data.startswith(_OLD_WORD):
        raise _refused("paper-old-word", shown)
    if data.startswith(_PICTURES):
        raise _refused("paper-picture", shown)
    if data.startswith(b"{\\rtf"):
        raise _refused("paper-kind-unread", shown)
    return Kind.TEXT


def _refused(code: str, name: str, **arguments: str) -> Refused:
    return Refused([Diagnostic(code, Place(name), arguments=arguments)])
