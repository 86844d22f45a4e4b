"""Every paper of `inspections/`, built as a user builds it: one content, two files, proven.

What each proof would say of a broken file is shown in `test_proofs.py` and `test_parity.py`; here they
are asked about all the papers there are.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import Options, build_all
from generator.diagnostics import Severity
from generator.document import Document
from generator.finished import check_finished
from generator.model.inspection import Inspection
from generator.model.rich_fields import rich_texts
from generator.project import find_project
from generator.results import Outcome
from generator.rich_text import parse_rich
from tests.inspections import ROOT, composed, load
from tests.parity import docx_text, line_agreement, long_lines, pdf_text, squeezed
from tests.proofs import libreoffice, open_xml_sdk, page_validation, poppler, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour

if TYPE_CHECKING:
    from generator.load import Loaded

LEAST_AGREEMENT = 0.98
NOTICE = "thong-bao-ket-luan"
INSPECTIONS, FICTIONAL = 7, 2


@dataclass
class Paper:
    """One built paper: what was loaded, what was composed, and its three files."""

    loaded: Loaded
    document: Document
    word: Path
    pdf: Path
    archive: Path
    word_as_pdf: Path
    kind: str

    @cached_property
    def said(self) -> str:
        return pdf_text(self.pdf.read_bytes(), self.document).body


def build(out: Path, *arguments: str, seed: str = "0") -> dict[str, object]:
    """Run the command in a process of its own; return its manifest."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati"}
    subprocess.run(
        [sys.executable, "-m", "generator", "--quiet", "build", "--out", str(out), *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    return json.loads((out / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    out = tmp_path_factory.mktemp("output")
    project = find_project(ROOT)
    report = build_all(project, (), Options(out=out))
    assert {paper.outcome for paper in report.papers} == {Outcome.MADE}
    assert build_all(project, (), Options(out=out, edition="archive")).ok
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    made = [entry for entry in manifest["papers"] if entry["edition"] == "outgoing"]
    words = [
        out / file["path"] for entry in made for file in entry["files"] if file["path"].endswith(".docx")
    ]
    laid_out = libreoffice.to_pdf(words, tmp_path_factory.mktemp("libreoffice"))
    found = []
    for entry, word, pdf in zip(made, words, laid_out, strict=True):
        loaded = load(project, entry["source"].removeprefix("inspections/"))
        (paper,) = [one for one in loaded.inspection.documents if one.id == entry["paper"]]
        archive = word.with_name(f"{word.stem}_luu-tru.pdf")
        document = composed(loaded, paper).document
        found.append(Paper(loaded, document, word, word.with_suffix(".pdf"), archive, pdf, entry["kind"]))
    return found


def test_every_inspection_is_there(papers: list[Paper]) -> None:
    notices = [paper for paper in papers if paper.kind == NOTICE]
    assert len(notices) == INSPECTIONS
    assert sum(paper.loaded.inspection.source.kind == "press" for paper in notices) == INSPECTIONS - FICTIONAL


def test_the_form_of_what_we_make_has_no_fault(papers: list[Paper]) -> None:
    """The rules of form, asked of both files as anybody else would read them; one from the press has gaps."""
    for paper in papers:
        if paper.loaded.inspection.source.kind == "press":
            continue
        for file in (paper.word, paper.pdf):
            told = check_finished(file, file.name).diagnostics
            faults = [
                item
                for item in told
                if item.code[0] == "F" and item.severity in {Severity.ERROR, Severity.WARNING}
            ]
            assert faults == [], file.name


def test_both_files_say_the_same_in_the_same_order(papers: list[Paper]) -> None:
    for paper in papers:
        assert docx_text(paper.word.read_bytes()) == paper.said, paper.word.name


def test_everything_the_kind_should_print_is_printed(papers: list[Paper]) -> None:
    for paper in papers:
        if paper.kind != NOTICE:
            continue
        short = paper.loaded.inspection.abbreviations
        said = abbreviated(paper.said, short)
        for text in printed_texts(paper.loaded.inspection):
            assert abbreviated(squeezed(text), short) in said, (paper.word.name, text)


def abbreviated(text: str, short: dict[str, str]) -> str:
    """Return squeezed text with explanations left out and every full form in its short form."""
    for word, full in short.items():
        text = text.replace(f"(sauđâyviếttắtlà{word})", "")
        text = re.sub(re.escape(squeezed(full)), word, text, flags=re.IGNORECASE)
    return text


def printed_texts(inspection: Inspection) -> list[str]:
    """Return every piece of prose of an inspection, without its references."""
    found = []
    for path, text in rich_texts(inspection):
        if path[0] in {"findings", "organisation", "recommendations"} and path[-1] == "text":
            found += [span.text for span in parse_rich(text) if span.reference is None]
    found += [item.text for item in inspection.scope if has_results(inspection, item.id)]
    return found


def has_results(inspection: Inspection, scope: str) -> bool:
    return any(strength.scope == scope for strength in inspection.findings.strengths)


def test_pages_of_word_and_pdf_are_the_same_number(papers: list[Paper]) -> None:
    counts = {
        paper.word.name: (poppler.page_count(paper.word_as_pdf), poppler.page_count(paper.pdf))
        for paper in papers
    }
    assert all(word == pdf for word, pdf in counts.values()), counts


def test_lines_end_at_the_same_words(papers: list[Paper]) -> None:
    lines = [len(long_lines(paper.pdf.read_bytes())) for paper in papers]
    agreed = [line_agreement(paper.pdf.read_bytes(), paper.word_as_pdf.read_bytes()) for paper in papers]
    share = sum(part * count for part, count in zip(agreed, lines, strict=True)) / sum(lines)
    assert share >= LEAST_AGREEMENT, agreed


def test_what_leaves_the_house_is_archivable_and_accessible(papers: list[Paper]) -> None:
    files = [paper.pdf for paper in papers]
    assert not verapdf.faults(files, Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults(files, Profile.PDFA_2_A, Profile.PDFUA_1)


def test_the_archive_edition_is_archivable_accessible_and_carries_its_data(
    papers: list[Paper], tmp_path: Path
) -> None:
    files = [paper.archive for paper in papers]
    assert not verapdf.faults(files, Flavour.PDFA_3_A, Flavour.PDFUA_1)
    assert not page_validation.faults(files, Profile.PDFA_3_A, Profile.PDFUA_1)
    for paper in papers:
        data = attachments(paper.archive, tmp_path / paper.word.stem)
        assert [file.name for file in data] == [f"{paper.loaded.inspection.id}.yaml"]
        assert data[0].read_text(encoding="utf-8").startswith(paper.loaded.source.text.rstrip())


def attachments(pdf: Path, folder: Path) -> list[Path]:
    folder.mkdir(parents=True)
    subprocess.run(["pdfdetach", "-saveall", "-o", folder, pdf], check=True, capture_output=True)
    return sorted(folder.iterdir())


def test_nothing_is_attached_to_what_leaves_the_house(papers: list[Paper], tmp_path: Path) -> None:
    for paper in papers:
        assert attachments(paper.pdf, tmp_path / paper.word.stem) == []
        assert b"EmbeddedFile" not in paper.pdf.read_bytes()
        # Of Word files only working drafts carry anchors (`test_anchors.py`).
        assert (b"customXml" in paper.word.read_bytes()) is paper.word.name.startswith("DT_")


def test_word_files_have_nothing_against_them(papers: list[Paper]) -> None:
    files = [paper.word for paper in papers]
    assert not word_audit.faults(files)
    assert not open_xml_sdk.faults(files)


def test_only_the_expected_font_is_in_a_pdf(papers: list[Paper]) -> None:
    for paper in papers:
        fonts = poppler.fonts(paper.pdf)
        assert fonts
        assert all(font.embedded and font.unicode for font in fonts)
        assert {font.name.partition("-")[0] for font in fonts} == {"LiberationSerif"}


def test_a_press_paper_says_so_on_every_page_and_another_never(papers: list[Paper]) -> None:
    mark = "DỰNG LẠI TỪ TIN BÁO CHÍ - KHÔNG PHẢI VĂN BẢN CỦA CƠ QUAN"
    for paper in papers:
        press = paper.loaded.inspection.source.kind == "press"
        for file in (paper.pdf, paper.word_as_pdf):
            pages = [unicodedata.normalize("NFC", page) for page in poppler.page_texts(file)]
            assert all((mark in page) == press for page in pages), file.name


def test_the_same_input_gives_the_same_bytes_in_another_process(papers: list[Paper], tmp_path: Path) -> None:
    first = build(tmp_path / "one", seed="1")
    second = build(tmp_path / "two", seed="2")
    assert first == second
    digest = {file["path"]: file["sha256"] for entry in first["papers"] for file in entry["files"]}  # type: ignore[attr-defined]
    assert len(digest) == 2 * len(papers)
    here = papers[0].word
    import hashlib

    path = next(path for path in digest if path.endswith(here.name))
    assert hashlib.sha256(here.read_bytes()).hexdigest() == digest[path]


def test_another_word_gives_other_bytes(tmp_path: Path) -> None:
    from tests.inspections import SMALL, new_project

    one = new_project(tmp_path / "1", nho=SMALL)
    other = new_project(tmp_path / "2", nho=SMALL.replace("thực hiện tốt", "thực hiện khá tốt"))
    for project in (one, other):
        assert build_all(project).ok
    names = ("DT_nho_tb.docx", "DT_nho_tb.pdf")
    assert all((one.output / name).read_bytes() != (other.output / name).read_bytes() for name in names)
