"""The first page of a paper as a small picture: grey, no metadata, the same bytes for the same PDF.

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

WIDTH = 420  # pixels: twice what a page shows, for screens of double density
_TALLEST = 4 * WIDTH
_GREYS = 16


def can_picture() -> bool:
    """Return whether pictures can be made here."""
    return find_spec("pypdfium2") is not None


def first_page(data: bytes, shown: str) -> bytes:
    """Return the first page of a PDF as PNG; Refused (with the name `shown`) when it cannot be drawn."""
    with _opened(data, shown) as document:
        return _drawn(document)


def page_count(data: bytes, shown: str) -> int:
    """Return how many pages a PDF has, ten times faster than by pdfminer; Refused when it cannot be read."""
    with _opened(data, shown) as document:
        return len(document)


@contextmanager
def _opened(data: bytes, shown: str) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise Refused([Diagnostic("archive-picture-failed", Place(shown))]) from error


def _drawn(document: Any) -> bytes:
    from PIL.Image import Dither, Quantize

    page = document[0]
    width, height = page.get_size()
    if not width or height / width * WIDTH > _TALLEST:
        raise ValueError((width, height))
    picture = page.render(scale=WIDTH / width, grayscale=True).to_pil()
    # Few greys make a third of the size, and letters stay readable.
    few = picture.convert("RGB").quantize(_GREYS, Quantize.MEDIANCUT, dither=Dither.NONE)
    stream = io.BytesIO()
    few.save(stream, "PNG")
    return stream.getvalue()
