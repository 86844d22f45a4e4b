"""Objects of the PDF file: the list of pages is made once, not once a tag."""

from __future__ import annotations

from typing import Any


def page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references of the pages; every tag of every page asks for them."""
    kids = pdf.pages["Kids"]
    kept: tuple[bytes, ...] = pdf.__dict__.get("known_references", ())
    if len(kept) * 3 != len(kids):
        kept = pdf.known_references = tuple(f"{number} 0 R".encode("ascii") for number in kids[::3])
    return kept
