"""Annexes as files of their own: from the YAML to the files, their names, record and signature."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.build import Options, build_all
from generator.results import Outcome
from tests.inspections import CLEAN, composed, load, new_project, told
from tests.parity import docx_text, pdf_pages, squeezed
from tests.proofs import open_xml_sdk, page_validation
from tests.proofs.page_validation import Profile

WORD = frozenset({"docx"})
APART = CLEAN.replace(
    "    year: 2026", "    annexes: [so-lieu, kien-nghi]\n    annex_files: tep-rieng\n    year: 2026"
)
NAMES = ["DT_nho_tb.docx", "DT_nho_tb.pdf", "DT_nho_tb_PL1.docx", "DT_nho_tb_PL1.pdf", "DT_nho_tb_PL2.docx",
         "DT_nho_tb_PL2.pdf"]  # fmt: skip


def entries(project) -> list[dict]:
    return json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))["papers"]


def files(project) -> list[str]:
    return sorted(path.name for path in project.output.iterdir() if path.suffix in {".docx", ".pdf"})


def said(project, name: str) -> str:
    data = (project.output / name).read_bytes()
    return docx_text(data) if name.endswith("docx") else squeezed("".join(pdf_pages(data)))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = new_project(tmp_path_factory.mktemp("rieng"), nho=APART)
    report = build_all(project)
    assert report.ok, told(report)
    return project, report


def test_each_annex_is_a_file_in_each_format_recorded_with_the_paper(built):
    project, report = built
    assert files(project) == NAMES
    (entry,) = entries(project)
    assert [file["path"] for file in entry["files"]] == NAMES
    assert [Path(file).name for file in report.papers[0].files] == NAMES


def test_the_paper_refers_to_its_annexes_and_does_not_hold_them(built):
    project, _ = built
    for name in NAMES[:2]:
        text = said(project, name)
        assert "PhụlụcI" in text
        assert "(KèmtheoThôngbáosố" not in text


def test_a_separate_annex_begins_with_the_line_of_its_signature_and_says_whose_it_is(built):
    project, _ = built
    for name, label in zip(NAMES[2:], ("PhụlụcI", "PhụlụcI", "PhụlụcII", "PhụlụcII"), strict=True):
        text = said(project, name)
        assert text.startswith("Số:/TB-UBND;ngày//2026;giờ::"), name
        assert "DỰTHẢO" in text
        assert label in text
        assert "(KèmtheoThôngbáosố/TB-UBND" in text


def test_the_files_of_annexes_are_valid(built):
    project, _ = built
    words = [project.output / name for name in NAMES if name.endswith("docx")]
    pages = [project.output / name for name in NAMES if name.endswith("pdf")]
    assert not open_xml_sdk.faults(words)
    assert not page_validation.faults(pages, Profile.PDFA_2_A, Profile.PDFUA_1)


def test_a_second_build_changes_nothing_and_a_dry_run_writes_nothing(built, tmp_path: Path):
    project, _ = built
    assert [paper.outcome for paper in build_all(project).papers] == [Outcome.UNCHANGED]
    other = new_project(tmp_path, nho=APART)
    report = build_all(other, (), Options(dry_run=True))
    assert [Path(file).name for file in report.papers[0].files] == NAMES
    assert not other.output.exists() or files(other) == []


def test_an_annex_that_changed_is_made_anew(tmp_path: Path):
    project = new_project(tmp_path, nho=APART)
    build_all(project, (), Options(only=WORD))
    before = {name: (project.output / name).read_bytes() for name in files(project)}
    (project.inspections / "nho.yaml").write_text(
        APART.replace("early: 40", "early: 39").replace("on_time: 40", "on_time: 41"), "utf-8"
    )
    report = build_all(project, (), Options(only=WORD))
    assert [paper.outcome for paper in report.papers] == [Outcome.MADE]
    assert (project.output / "DT_nho_tb_PL1.docx").read_bytes() != before["DT_nho_tb_PL1.docx"]


def test_without_the_field_the_annexes_stay_in_the_paper(tmp_path: Path):
    project = new_project(tmp_path, nho=APART.replace("    annex_files: tep-rieng\n", ""))
    assert build_all(project, (), Options(only=WORD)).ok
    assert files(project) == ["DT_nho_tb.docx"]
    assert "(KèmtheoThôngbáosố" in said(project, "DT_nho_tb.docx")


def test_the_archive_edition_carries_its_data_in_every_file(tmp_path: Path):
    project = new_project(tmp_path, nho=APART)
    assert build_all(project, (), Options(edition="archive")).ok
    made = files(project)
    assert len(made) == 3
    assert all(name.endswith(".pdf") for name in made)
    for name in made:
        listed = subprocess.run(
            ["pdfdetach", "-list", project.output / name], check=True, capture_output=True, text=True
        )
        assert "nho.yaml" in listed.stdout, name
    assert not page_validation.faults([project.output / name for name in made], Profile.PDFA_3_A)


def test_on_paper_no_line_of_a_digital_signature_is_printed(tmp_path: Path):
    project = new_project(tmp_path, nho=APART.replace("tep-rieng", "tep-rieng\n    medium: giay"))
    document = composed(load(project, "nho.yaml"), project=project).document
    assert [(annex.separate, annex.signing) for annex in document.annexes] == [(True, ()), (True, ())]


def test_an_annex_never_takes_the_name_of_another_paper(tmp_path: Path):
    project = new_project(tmp_path, nho=APART)
    build_all(project, (), Options(only=WORD))
    record = project.output / "manifest.json"
    record.write_text(
        record.read_text("utf-8").replace('"inspection": "nho"', '"inspection": "khac"'), "utf-8"
    )
    (project.output / "DT_nho_tb.docx").unlink()
    report = build_all(project, (), Options(only=WORD))
    (found,) = [item for item in report.all_diagnostics() if item.code == "name-twice"]
    assert found.arguments == {"name": "DT_nho_tb_PL1", "other": "khac/tb"}
    # That paper is no more: what it left is cleared away, and the next build has the name.
    assert files(project) == []
    assert build_all(project, (), Options(only=WORD)).ok
    assert files(project) == ["DT_nho_tb.docx", "DT_nho_tb_PL1.docx", "DT_nho_tb_PL2.docx"]


def test_an_annex_whose_layout_leaves_text_out_refuses_the_whole_paper(tmp_path: Path):
    project = new_project(tmp_path, nho=APART)
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    page = Path(__file__).parents[1] / "templates" / "_layout" / "van-ban.html.j2"
    text = page.read_text("utf-8")
    assert "annex.signing" in text
    (own / page.name).write_text(text.replace("runs(annex.signing)", "runs(annex.signing[:1])"), "utf-8")
    report = build_all(project)
    assert [item.code for item in told(report)] == ["render-formats-differ"]
    assert not project.output.exists() or files(project) == []
