"""Objects of the PDF file: bytes by the type of a value, the list of pages made once."""

from __future__ import annotations

from typing import Any

from pydyf import _to_bytes as _original


def to_bytes(item: Any) -> bytes:
    """Return a value as the file has it."""
    kind = type(item)
    if kind is bytes:
        return bytes(item)
    if kind is str:
        return bytes(item.encode("ascii"))
    if kind is int:
        return b"%d" % item
    if kind is float and not item.is_integer():
        return f"{item:f}".rstrip("0").encode("ascii")
    return bytes(_original(item))


def page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references of the pages; every tag of every page asks for them."""
    kids = pdf.pages["Kids"]
    kept: tuple[bytes, ...] = pdf.__dict__.get("known_references", ())
    if len(kept) * 3 != len(kids):
        kept = pdf.known_references = tuple(f"{number} 0 R".encode("ascii") for number in kids[::3])
    return kept
