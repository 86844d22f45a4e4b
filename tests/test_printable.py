"""Every character the loader lets through comes out of both files as it went in, in the paper's own font."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.document import BlockKind, Paragraph, Run
from generator.measure import printable
from tests.documents import short_notice
from tests.parity import docx_text, pdf_text, squeezed
from tests.proofs import poppler
from tests.rendering import pdf, word

if TYPE_CHECKING:
    from pathlib import Path

CHARACTERS = [char for char in map(chr, range(0x21, 0x110000)) if printable(char) and char != "\u00a0"]
LOOKS = [(False, False), (True, False), (False, True), (True, True)]


def everything(bold, italic):
    """Each character between letters and doubled, numbered so that none can stand in for another."""
    words = [f"q{char}ế{char}{char}{number}" for number, char in enumerate(CHARACTERS)]
    parts = [" ".join(words[start : start + 40]) for start in range(0, len(words), 40)]
    body = tuple(Paragraph(BlockKind.PARAGRAPH, (Run(part, bold, italic),)) for part in parts)
    return words, replace(short_notice(), body=body)


def test_there_are_many_characters_to_try():
    assert len(CHARACTERS) > 1_900


@pytest.mark.parametrize(("bold", "italic"), LOOKS)
def test_every_printable_character_comes_out_of_the_pdf_as_it_went_in(bold, italic, tmp_path: Path):
    words, document = everything(bold, italic)
    path = tmp_path / "all.pdf"
    path.write_bytes(pdf().render(document))
    found = pdf_text(path.read_bytes(), document).body
    assert not [word for word in words if squeezed(word) not in found]
    assert squeezed("".join(words)) in found
    assert {font.name.partition("-")[0] for font in poppler.fonts(path)} == {"LiberationSerif"}
    assert all(font.embedded and font.unicode for font in poppler.fonts(path))


def test_every_printable_character_comes_out_of_word_as_it_went_in():
    words, document = everything(bold=False, italic=False)
    assert squeezed("".join(words)) in docx_text(word().render(document))
