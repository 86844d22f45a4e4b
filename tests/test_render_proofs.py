"""The files hold before other people's validators: Word's own, and those of PDF/A and PDF/UA."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import documents
from tests.proofs import open_xml_sdk, page_validation, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour
from tests.rendering import FOLDER, pdf, pdf_of, word_of
from tests.test_render_pdf import DATA

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = ("notice", "short_notice", "press_notice")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("proofs")
    for name in SAMPLES:
        (folder / f"{name}.docx").write_bytes(word_of(name))
        (folder / f"{name}.pdf").write_bytes(pdf_of(name))
        archived = pdf().render(getattr(documents, name)(), archive=DATA)
        (folder / f"{name}-archive.pdf").write_bytes(archived)
    return folder


def test_word_files_and_the_layout_are_valid(folder):
    files = [*sorted(folder.glob("*.docx")), FOLDER / "van-ban.docx"]
    assert not word_audit.faults(files)
    assert not open_xml_sdk.faults(files)


def test_outgoing_pdfs_are_archivable_and_accessible(folder):
    files = [folder / f"{name}.pdf" for name in SAMPLES]
    assert not verapdf.faults(files, Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults(files, Profile.PDFA_2_A, Profile.PDFUA_1)


def test_the_archive_edition_is_archivable_with_its_data(folder):
    files = [folder / f"{name}-archive.pdf" for name in SAMPLES]
    assert not verapdf.faults(files, Flavour.PDFA_3_A, Flavour.PDFUA_1)
    assert not page_validation.faults(files, Profile.PDFA_3_A, Profile.PDFUA_1)
