"""Pages of a paper as small pictures: grey, no metadata, the same bytes for the same PDF.

It needs the extra ``archive`` (pypdfium2); without it the pages have none, and it is said once.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

WIDTH = 420  # pixels: twice what a page shows, for screens of double density
_TALLEST = 4  # as often as it is wide
_GREYS = 16


def can_picture() -> bool:
    """Return whether pictures can be made here."""
    return find_spec("pypdfium2") is not None


def first_page(data: bytes, shown: str) -> bytes:
    """Return the first page of a PDF as PNG; Refused (with the name `shown`) when it cannot be drawn."""
    with drawing("archive-picture-failed", shown), opened_pdf(data) as document:
        return small_picture(drawn_page(document, 0, WIDTH))


def page_count(data: bytes, shown: str) -> int:
    """Return how many pages a PDF has, ten times faster than by pdfminer; Refused when it cannot be read."""
    with drawing("archive-picture-failed", shown), opened_pdf(data) as document:
        return len(document)


@contextmanager
def drawing(code: str, shown: str) -> Iterator[None]:
    """Turn what goes wrong while pages are drawn into Refused with this code and name."""
    import pypdfium2

    try:
        yield
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise Refused([Diagnostic(code, Place(shown))]) from error


@contextmanager
def opened_pdf(data: bytes) -> Iterator[Any]:
    """Give a PDF to draw pages of; closed afterwards."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def drawn_page(document: Any, index: int, width: int) -> Image:
    """Return a page, counted from 0, in grey and `width` pixels wide; ValueError for one without end."""
    page = document[index]
    wide, high = page.get_size()
    if not wide or high / wide > _TALLEST:
        raise ValueError((wide, high))
    picture: Image = page.render(scale=width / wide, grayscale=True).to_pil()
    return picture


def small_picture(picture: Image) -> bytes:
    """Return a picture as PNG: few greys make a third of the size, and letters stay readable."""
    from PIL.Image import Dither, Quantize

    few = picture.convert("RGB").quantize(_GREYS, Quantize.MEDIANCUT, dither=Dither.NONE)
    stream = io.BytesIO()
    few.save(stream, "PNG")
    return stream.getvalue()
