"""Each validator accepts a good file and rejects a broken twin; none says "no faults" without a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from weasyprint import HTML

from tests.proofs import CouldNotRun, libreoffice, open_xml_sdk, page_validation, poppler, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thông báo</title>
<style>html { font-family: "Liberation Serif" }</style></head>
<body><h1>Thông báo</h1><p>Đồng ruộng, nhà cửa.</p>
<p style="break-before: page">Trang hai</p></body></html>"""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

RUN = "<w:r><w:t>Đồng ruộng</w:t></w:r>"
GOOD = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{RUN}</w:p>'
WRONG_ORDER = f'<w:p>{RUN}<w:pPr><w:jc w:val="center"/></w:pPr></w:p>'
WRONG_VALUE = f'<w:p><w:pPr><w:jc w:val="middle"/></w:pPr>{RUN}</w:p>'
UNKNOWN_ELEMENT = f"<w:p><w:nothing/>{RUN}</w:p>"
DANGLING_LINK = f'<w:p><w:hyperlink r:id="rId99">{RUN}</w:hyperlink></w:p>'
EMPTY_CELL = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl><w:p/>'
)


def word_file(path: Path, body: str) -> Path:
    """Write a Word file with the body; leave out the one part of python-docx's own that Word repairs."""
    word = docx.Document()
    links = word.part.rels
    del links[next(name for name, link in links.items() if link.reltype.endswith("/stylesWithEffects"))]
    for element in reversed(parse_xml(f'<w:body xmlns:w="{WORD}" xmlns:r="{LINKS}">{body}</w:body>')):
        word.element.body.insert(0, element)
    word.save(str(path))
    return path


def readable_metadata(_: object, pdf: Any) -> None:
    """Leave the XMP uncompressed, as page-validation wants it."""
    pdf.objects[int(pdf.catalog["Metadata"].split()[0])].compress = False


@pytest.fixture(scope="module")
def pdf_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    files = {
        variant: folder / f"{variant.replace('/', '-')}.pdf"
        for variant in ("pdf/a-2a", "pdf/a-3a", "pdf/ua-1")
    }
    for variant, file in files.items():
        HTML(string=PAGE).write_pdf(file, pdf_variant=variant, finisher=readable_metadata)
    files["none"] = folder / "none.pdf"
    HTML(string=PAGE).write_pdf(files["none"])
    files["damaged"] = folder / "damaged.pdf"
    files["damaged"].write_bytes(files["none"].read_bytes()[:300])
    return files


@pytest.fixture(scope="module")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("word")
    bodies = {
        "good": GOOD,
        "wrong order": WRONG_ORDER,
        "wrong value": WRONG_VALUE,
        "unknown element": UNKNOWN_ELEMENT,
        "dangling link": DANGLING_LINK,
        "empty cell": EMPTY_CELL,
    }
    files = {name: word_file(folder / f"{name}.docx", body) for name, body in bodies.items()}
    files["damaged"] = folder / "damaged.docx"
    files["damaged"].write_bytes(files["good"].read_bytes()[:300])
    return files


# --- PDF


@pytest.mark.parametrize(
    ("variant", "flavour", "profile"),
    [
        ("pdf/a-2a", Flavour.PDFA_2_A, Profile.PDFA_2_A),
        ("pdf/a-3a", Flavour.PDFA_3_A, Profile.PDFA_3_A),
        ("pdf/ua-1", Flavour.PDFUA_1, Profile.PDFUA_1),
    ],
)
def test_both_pdf_validators_accept_what_is_and_reject_what_is_not(
    pdf_files: dict[str, Path], variant: str, flavour: Flavour, profile: Profile
) -> None:
    assert verapdf.faults([pdf_files[variant]], flavour) == ()
    assert page_validation.faults([pdf_files[variant]], profile) == ()
    for name in set(pdf_files) - {variant}:
        assert verapdf.faults([pdf_files[name]], flavour), name
        assert page_validation.faults([pdf_files[name]], profile), name


def test_verapdf_names_file_clause_and_number_of_times(pdf_files: dict[str, Path]) -> None:
    found = verapdf.faults([pdf_files["pdf/a-2a"], pdf_files["none"]], Flavour.PDFA_2_A)
    assert {fault.file for fault in found} == {pdf_files["none"]}
    assert "PDFA-2A 6.1.3-1" in {fault.rule for fault in found}
    assert "(1 times)" in {fault.place for fault in found}


# --- Word


def test_both_word_validators_accept_a_good_file(word_files: dict[str, Path]) -> None:
    assert word_audit.faults([word_files["good"]]) == ()
    assert open_xml_sdk.faults([word_files["good"]]) == ()


@pytest.mark.parametrize(
    "name", ["wrong order", "wrong value", "unknown element", "dangling link", "damaged"]
)
def test_both_word_validators_reject_a_broken_twin(word_files: dict[str, Path], name: str) -> None:
    for validator in (word_audit, open_xml_sdk):
        found = validator.faults([word_files["good"], word_files[name]])
        assert {fault.file for fault in found} == {word_files[name]}


def test_the_audit_sees_the_empty_cell_that_word_would_want_to_repair(word_files: dict[str, Path]) -> None:
    assert word_audit.faults([word_files["empty cell"]])


# --- LibreOffice and poppler


def test_libreoffice_lays_out_several_word_files_at_once(word_files: dict[str, Path], tmp_path: Path) -> None:
    made = libreoffice.to_pdf([word_files["wrong value"], word_files["good"]], tmp_path)
    assert [file.name for file in made] == ["wrong value.pdf", "good.pdf"]
    assert [poppler.page_texts(file)[0].strip() for file in made] == ["Đồng ruộng"] * 2


def test_libreoffice_tells_which_file_it_could_not_lay_out(
    word_files: dict[str, Path], tmp_path: Path
) -> None:
    with pytest.raises(CouldNotRun, match=r"no damaged\.pdf"):
        libreoffice.to_pdf([word_files["good"], word_files["damaged"]], tmp_path)


def test_libreoffice_is_stopped_when_it_takes_too_long(word_files: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="longer than"):
        libreoffice.to_pdf([word_files["good"]], tmp_path, seconds=0.05)


def test_libreoffice_does_not_lay_one_file_over_another(word_files: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="same PDF"):
        libreoffice.to_pdf([word_files["good"], word_files["good"]], tmp_path)


def test_poppler_reads_pages_text_and_fonts(pdf_files: dict[str, Path]) -> None:
    file = pdf_files["pdf/a-2a"]
    assert poppler.page_count(file) == 2
    first, second = poppler.page_texts(file, "raw")
    assert first.splitlines() == ["Thông báo", "Đồng ruộng, nhà cửa."]
    assert second.split() == poppler.page_texts(file)[1].split() == ["Trang", "hai"]
    assert poppler.fonts(file) == (
        poppler.Font("Liberation-Serif", embedded=True, unicode=True),
        poppler.Font("Liberation-Serif-Bold", embedded=True, unicode=True),
    )


@pytest.mark.parametrize("read", [poppler.page_count, poppler.page_texts, poppler.fonts])
def test_poppler_reads_nothing_from_a_damaged_file(pdf_files: dict[str, Path], read: Any) -> None:
    with pytest.raises(CouldNotRun):
        read(pdf_files["damaged"])


# --- a proof of nothing is no proof


@pytest.mark.parametrize(
    "validate",
    [
        lambda paths: verapdf.faults(paths, Flavour.PDFA_2_A),
        lambda paths: page_validation.faults(paths, Profile.PDFA_2_A),
        word_audit.faults,
        open_xml_sdk.faults,
        lambda paths: libreoffice.to_pdf(paths, paths[0].parent if paths else None),
    ],
    ids=["verapdf", "page-validation", "openxml-audit", "open-xml-sdk", "libreoffice"],
)
def test_no_file_and_a_missing_file_are_errors(validate: Any, tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="no file"):
        validate([])
    with pytest.raises(CouldNotRun, match="not a file"):
        validate([tmp_path / "missing"])


def test_no_flavour_is_an_error(pdf_files: dict[str, Path]) -> None:
    for validator in (verapdf, page_validation):
        with pytest.raises(CouldNotRun, match="to hold the files to"):
            validator.faults([pdf_files["none"]])
