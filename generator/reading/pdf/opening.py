"""Opening a PDF, or saying in plain words why it cannot be read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pdfminer.pdfdocument import PDFEncryptionError

from generator.diagnostics import Diagnostic, Place, Refused
from generator.reading.pdf import limits
from generator.reading.pdf.limits import Budget, TooMuch
from generator.reading.pdf.objects import DAMAGED, BoundedDocument
from generator.reading.pdf.pages import page_list

if TYPE_CHECKING:
    from typing import Any

# What pdfminer would write to the screen of damaged files is told by diagnostics.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_HEAD = 1024  # bytes in which every reader looks for the mark


def opened(data: bytes, name: str) -> tuple[BoundedDocument, list[dict[str, Any]]]:
    """Return a PDF and its pages' entries; Refused when it is none, locked, damaged or too much."""
    if len(data) > limits.MAX_BYTES:
        sizes = {"size": len(data) >> 20, "limit": limits.MAX_BYTES >> 20}
        raise refused("pdf-too-large", name, **sizes)
    if b"%PDF-" not in data[:_HEAD]:
        raise refused("pdf-not-one", name)
    try:
        return _document(data)
    except PDFEncryptionError as error:  # a password among them
        raise refused("pdf-locked", name) from error
    except TooMuch as error:
        raise too_much(error, name) from error
    except DAMAGED as error:
        raise refused("pdf-damaged", name) from error


def _document(data: bytes) -> tuple[BoundedDocument, list[dict[str, Any]]]:
    """Return a document; one whose table of objects is wrong is looked through, as every reader does."""
    budget = Budget()
    try:
        document = BoundedDocument(data, budget)
        return document, page_list(document)
    except PDFEncryptionError:
        raise
    except DAMAGED:
        document = BoundedDocument(data, budget, rebuild=True)
        return document, page_list(document)


def too_much(error: TooMuch, name: str) -> Refused:
    """Return what to say of a file that asks for too much."""
    if error.what == "pages":
        return refused("pdf-too-many-pages", name, limit=limits.MAX_PAGES)
    return refused("pdf-too-much", name)


def refused(code: str, name: str, **arguments: str | int) -> Refused:
    """Return a refusal of a whole file."""
    return Refused([Diagnostic(code, Place(name), arguments=arguments)])
