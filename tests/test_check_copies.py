"""What `check` makes on request: annotated and repaired copies, a cover sheet; the original stays."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Pt

from generator import cli
from generator.reading.word import read_word
from generator.session import ExitCode
from tests.inspections import CLEAN, new_project
from tests.proofs import open_xml_sdk, page_validation, poppler, verapdf, word_audit
from tests.proofs.page_validation import Profile
from tests.proofs.verapdf import Flavour
from tests.rendering import word_of

if TYPE_CHECKING:
    from pathlib import Path

SLIP = "Đã giải quyết nhiều hồ sở."


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch) -> Path:
    """A paper of somebody else: one slip of spelling, one paragraph in another font."""
    paper = docx.Document(io.BytesIO(word_of("notice")))
    body = next(item for item in paper.paragraphs if len(item.text) > 200)
    body.runs[0].text = f"{SLIP} {body.runs[0].text}"
    for run in body.runs:
        run.font.name, run.font.size = "Arial", Pt(13)
    path = tmp_path / "giay.docx"
    paper.save(path)
    monkeypatch.chdir(tmp_path)
    return path


def test_the_annotated_copy_has_a_comment_at_the_spot_and_the_original_none(foreign: Path, capsys) -> None:
    before = foreign.read_bytes()
    assert cli.main(["check", foreign.name, "--annotate"]) == ExitCode.FAILED
    assert foreign.read_bytes() == before
    made = foreign.with_name("giay.gop-y.docx")
    assert "Đã tạo giay.gop-y.docx." in capsys.readouterr().out
    comments = [comment.text for comment in docx.Document(made).comments]
    assert any("hồ sở" in text and "hồ sơ" in text for text in comments), comments
    assert read_word(made.read_bytes(), "a").text() == read_word(before, "b").text()
    assert not open_xml_sdk.faults([made])
    assert not word_audit.faults([made])


def test_the_repaired_copy_keeps_every_word_and_breaks_none_of_the_repaired_rules(
    foreign: Path, capsys
) -> None:
    before = foreign.read_bytes()
    assert cli.main(["check", foreign.name, "--fix", "--format", "json"]) == ExitCode.FAILED
    (copy,) = json.loads(capsys.readouterr().out)["copies"]
    made = foreign.with_name("giay.da-sua.docx")
    assert (foreign.read_bytes(), copy["file"]) == (before, "giay.da-sua.docx")
    repaired = {change["rule"] for change in copy["changes"]} - set(copy["left"])
    assert "F4" in repaired
    assert read_word(made.read_bytes(), "a").text() == read_word(before, "b").text()
    cli.main(["check", made.name, "--format", "json"])
    told = {item["code"] for item in json.loads(capsys.readouterr().out)["diagnostics"]}
    assert told & repaired == set()
    assert "L1" in told  # words are never repaired
    assert not open_xml_sdk.faults([made])


def test_a_copy_that_holds_other_work_is_not_overwritten(foreign: Path, capsys) -> None:
    own = foreign.with_name("giay.gop-y.docx")
    own.write_bytes(b"ghi chu cua toi")
    assert cli.main(["check", foreign.name, "--annotate", "--exit-zero"]) == ExitCode.WELL
    assert "giay.gop-y.docx: copy-exists" in capsys.readouterr().out
    assert own.read_bytes() == b"ghi chu cua toi"
    cli.main(["check", foreign.name, "--annotate", "--force"])
    assert own.read_bytes()[:2] == b"PK"
    cli.main(["check", foreign.name, "--annotate", "--out", "khac"])
    assert (foreign.parent / "khac" / "giay.gop-y.docx").read_bytes() == own.read_bytes()
    capsys.readouterr()


def test_the_cover_sheet_is_one_page_with_both_reports_and_two_signatures(foreign: Path, capsys) -> None:
    cli.main(["check", foreign.name, "--cover-sheet"])
    capsys.readouterr()
    word, pdf = (foreign.with_name(f"giay.phieu-kiem-tra.{name}") for name in ("docx", "pdf"))
    said = read_word(word.read_bytes(), "a").text()
    for wanted in ("PHIẾU KIỂM TRA", "I. NỘI DUNG", "II. THỂ THỨC", "L1", "F4", "NGƯỜI KIỂM TRA NỘI DUNG",
                   "NGƯỜI KIỂM TRA THỂ THỨC"):  # fmt: skip
        assert wanted in said, wanted
    assert poppler.page_count(pdf) == 1
    assert not verapdf.faults([pdf], Flavour.PDFA_2_A, Flavour.PDFUA_1)
    assert not page_validation.faults([pdf], Profile.PDFA_2_A, Profile.PDFUA_1)
    assert not open_xml_sdk.faults([word])


def test_a_paper_of_an_inspection_gets_its_cover_sheet_too(tmp_path: Path, monkeypatch, capsys) -> None:
    new_project(tmp_path, nho=CLEAN)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "nho", "--cover-sheet"]) == ExitCode.WELL
    assert (tmp_path / "output" / "PK_nho_tb.phieu-kiem-tra.pdf").is_file()
    assert "PK_nho_tb.phieu-kiem-tra.docx" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--annotate", "--fix"])
def test_what_is_for_word_files_says_so(option: str, foreign: Path, capsys) -> None:
    assert cli.main(["check", option]) == ExitCode.USAGE
    assert ".docx" in capsys.readouterr().err
    (foreign.parent / "a.txt").write_text("Đã giải quyết 12 hồ sơ.", encoding="utf-8")
    assert cli.main(["check", "a.txt", option]) == ExitCode.FAILED
    assert "a.txt: copy-only-word" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_gets_no_copies(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    assert cli.main(["check", "hong.docx", "--annotate", "--fix", "--cover-sheet"]) == ExitCode.FAILED
    assert [path.name for path in tmp_path.iterdir()] == ["hong.docx"]
    capsys.readouterr()
