"""The shipped layout and one renderer of each kind, made once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.fonts import Faces, find_faces
from generator.layout import Layout, load_layout
from generator.render.pdf import PdfRenderer
from generator.render.word import WordRenderer
from tests import documents

FOLDER = Path(__file__).parents[1] / "templates" / "_layout"


@cache
def layout() -> Layout:
    return load_layout(FOLDER / "layout.yaml")


@cache
def faces() -> Faces:
    found = find_faces()
    assert isinstance(found, Faces), found
    return found


@cache
def word() -> WordRenderer:
    return WordRenderer(FOLDER / "van-ban.docx", layout())


@cache
def pdf() -> PdfRenderer:
    return PdfRenderer(FOLDER / "van-ban.html.j2", FOLDER / "van-ban.css", layout(), faces())


@cache
def pdf_of(sample: str) -> bytes:
    """The PDF of a sample in tests.documents, made once."""
    return pdf().render(getattr(documents, sample)())


@cache
def word_of(sample: str) -> bytes:
    """The Word file of a sample in tests.documents, made once."""
    return word().render(getattr(documents, sample)())
