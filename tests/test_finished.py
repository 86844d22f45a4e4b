"""`check` of finished files: Word, PDF, plain text, made by anyone, with or without a project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator import cli
from generator.diagnostics import Severity, Term
from generator.finished import check_finished
from generator.messages import LANGUAGES, Messages
from generator.results import Outcome
from generator.seen import Unread
from generator.session import ExitCode
from tests.inspections import ROOT, new_project
from tests.rendering import pdf_of, word_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.results import PaperResult

NOTICE = "notice"
SLIPS = {
    "000": ["hồ sở"],
    "001": ["lãnh chỉ đạo", "một nguyên nhân"],
    "002": ["cải hành chính"],
    "003": ["đánh giác", "trật hẹp", "phầm mềm", "..", "“ "],
    "004": ["tuyên tuyền", "Thanh Loà"],
}
FIGURES = {
    "000": {"A1": {"45"}, "A3": {"161"}, "D1": {"2010"}},
    "001": {"A2": {"29", "129"}, "A4": {"88,48%"}},
    "002": {"A3": {"1.012"}},
    "003": {},
    "004": {"A2": {"4"}, "A4": {"37,39%"}, "A10": {"3,58"}},
}


def checked(folder: Path, name: str, data: bytes) -> PaperResult:
    path = folder / name
    path.write_bytes(data)
    return check_finished(path, name)


def told(result: PaperResult, *severities: Severity) -> list[str]:
    return [f"{item.place} {item.code}" for item in result.diagnostics if item.severity in severities]


@pytest.mark.parametrize("seed", SLIPS)
def test_the_raw_article_shows_its_slips_and_figures(seed: str) -> None:
    (path,) = (ROOT / "tests" / "data" / "seeds").glob(f"{seed}_*.txt")
    result = check_finished(path, path.name)
    said = " | ".join(str(value) for item in result.diagnostics for value in item.arguments.values())
    assert [slip for slip in SLIPS[seed] if slip not in said] == []
    for rule, wanted in FIGURES[seed].items():
        values = {
            str(value)
            for item in result.diagnostics
            if item.code == rule
            for value in item.arguments.values()
        }
        assert wanted <= values, (rule, values)


def test_a_slip_in_a_plain_text_is_told_at_its_line_and_column(tmp_path: Path) -> None:
    result = checked(tmp_path, "a.txt", "Kính gửi:\n\tĐã giải quyết nhiều hồ sở.".encode())
    assert told(result, Severity.ERROR) == ["a.txt:2:22 L1"]


def test_the_form_of_a_plain_text_is_not_checked_and_never_passed(tmp_path: Path) -> None:
    result = checked(tmp_path, "tin.txt", "Đã giải quyết 12 hồ sơ.\n".encode())
    form = [one for one in result.rules if one.rule.startswith("F")]
    assert len(form) > 100
    assert {one.outcome.value for one in form} == {"not-checked"}
    asked = [
        str(item.arguments["rule"]) for item in result.diagnostics if item.severity is Severity.NOT_CHECKED
    ]
    assert asked == ["F", "N4"]  # the form as a whole; and N4, which needs the day of the paper


def test_a_paper_of_ours_has_no_fault_of_form_in_either_format(tmp_path: Path) -> None:
    for name, data in (("a.docx", word_of(NOTICE)), ("a.pdf", pdf_of(NOTICE))):
        result = checked(tmp_path, name, data)
        faults = [item for item in result.diagnostics if item.code.startswith("F")]
        assert [item for item in faults if item.severity in (Severity.ERROR, Severity.WARNING)] == []
        passed = [one.rule for one in result.rules if one.outcome.value == "passed"]
        assert {"F1", "F3", "F14", "F25", "F88"} <= set(passed)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"PK\x03\x04 no zip at all", "paper-kind-unread"),
        ("a.pdf", b"not a pdf", "paper-other-kind"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "paper-old-word"),
        ("a.txt", b"", "paper-empty"),
        ("a.txt", b"\xff\xfea\0b\0\xff", ""),
    ],
)
def test_what_cannot_be_read_is_told_and_fails(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    result = checked(tmp_path, name, data)
    assert result.outcome is Outcome.FAILED
    assert not code or [item.code for item in result.diagnostics] == [code]
    assert all(item.code != "program-bug" for item in result.diagnostics)


def test_a_bug_with_one_file_does_not_cost_the_others(tmp_path: Path, monkeypatch, capsys) -> None:
    (tmp_path / "a.txt").write_text("Đã giải quyết 12 hồ sơ.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Đã giải quyết 12 hồ sở.", encoding="utf-8")
    import generator.finished as module

    real = module.read_finished
    monkeypatch.setattr(
        module, "read_finished", lambda path, shown: 1 / 0 if path.stem == "a" else real(path, shown)
    )
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "a.txt", "b.txt"]) == ExitCode.BUG
    assert "b.txt:1:18: L1" in capsys.readouterr().out


# --- the command -------------------------------------------------------------------------------------------


def test_a_file_is_checked_outside_any_project(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(word_of(NOTICE))
    (tmp_path / "ghi.txt").write_text("Đã giải quyết nhiều hồ sở.", encoding="utf-8")
    assert cli.main(["check", ".", "--format", "json"]) == ExitCode.FAILED
    report = json.loads(capsys.readouterr().out)
    assert [paper["inspection"] for paper in report["papers"]] == ["a.docx", "ghi.txt"]
    (slip,) = [item for item in report["diagnostics"] if item["severity"] == "error"]
    assert (slip["file"], slip["line"], slip["column"], slip["code"]) == ("ghi.txt", 1, 21, "L1")


def test_inspections_and_files_are_checked_together(tmp_path: Path, monkeypatch, capsys) -> None:
    from tests.inspections import CLEAN

    new_project(tmp_path, nho=CLEAN)
    (tmp_path / "ghi.txt").write_text("Đã giải quyết nhiều hồ sơ.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "nho", "ghi.txt"]) == ExitCode.WELL
    assert "Đã soát 1 cuộc kiểm tra, 1 văn bản, 1 tệp: " in capsys.readouterr().out


def test_the_offices_own_words_hold_in_files_too(tmp_path: Path, monkeypatch, capsys) -> None:
    from tests.inspections import CLEAN

    project = new_project(tmp_path, nho=CLEAN)
    (tmp_path / "ghi.txt").write_text("Đã giải quyết nhiều hồ sở.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "ghi.txt"]) == ExitCode.FAILED
    (project.catalogues / "words.txt").write_text("hồ sở\n", encoding="utf-8")
    assert cli.main(["check", "ghi.txt"]) == ExitCode.WELL
    capsys.readouterr()


@pytest.mark.parametrize("name", ["khong-co.docx", "khong-co.pdf"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", name]) == ExitCode.FAILED
    assert f"{name}: file-missing" in capsys.readouterr().out


def test_a_folder_without_anything_to_check_is_a_wrong_usage(tmp_path: Path, monkeypatch, capsys) -> None:
    (tmp_path / "trong").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "trong"]) == ExitCode.USAGE
    capsys.readouterr()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", Unread)
def test_what_was_not_read_is_named_in_words(part: Unread, language: str) -> None:
    told = Messages(language).say("paper-part-not-read", {"what": Term(f"part-{part}")})[0]
    assert "part-" not in told
