"""The command line: exit codes, languages, what goes where, and no traceback on the screen."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest

import generator
from generator import batch, build, cli, launch, overview
from generator.compose import Composer
from generator.files import locked
from generator.schema import SCHEMA_FILE
from generator.session import ExitCode
from tests.inspections import CLEAN, ROOT, SMALL, new_project

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

COMMANDS = ("new", "check", "explain", "build", "list", "show", "schema", "doctor")
HEAVY = ("weasyprint", "docxtpl", "docx", "lxml")
BAD = SMALL.replace("id: nho", "id: hong").replace("01/3/2026", "31/02/2026")


class Said(NamedTuple):
    """What one command did."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands inside one project."""

    def __init__(self, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
        self.project, self._capsys = project, capsys

    def __call__(self, *arguments: str) -> Said:
        code = cli.main(arguments)
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Said(code, captured.out, captured.err)

    def add(self, name: str, text: str) -> Path:
        path = self.project.inspections / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    project = new_project(tmp_path, nho=CLEAN)
    for name in ("KETLUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return Terminal(project, capsys)


# --- help and language -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "usage"), [("vi", "Cách dùng: ketluan"), ("en", "Usage: ketluan")])
def test_every_command_has_help_with_an_example_in_both_languages(
    run: Terminal, command: str, language: str, usage: str
) -> None:
    said = run(command, "--help", "--lang", language)
    assert said.code == ExitCode.WELL
    assert said.out.startswith(f"{usage} {command} ")
    assert f"  ketluan {command}" in said.out
    assert said.err == ""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_vietnamese_help_has_no_english_heads(run: Terminal, command: str) -> None:
    said = run(*filter(None, [command]), "--help")
    assert [
        word
        for word in ("Usage", "Options", "Commands", "Show this", "OPTIONS", "default")
        if word in said.out
    ] == []


def test_without_a_command_the_help_is_shown_as_a_wrong_usage(run: Terminal) -> None:
    said = run()
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err.startswith("Cách dùng: ketluan [TÙY CHỌN] LỆNH")
    assert run("--quiet").code == ExitCode.USAGE


def test_the_version_is_told(run: Terminal) -> None:
    assert run("--version") == (ExitCode.WELL, f"ketluan {generator.__version__}\n", "")


def test_the_language_comes_from_option_variable_settings_and_locale(
    run: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def english(*arguments: str) -> bool:
        return run("list", *arguments).out.endswith("1 inspection.\n")

    assert not english()
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert english()
    (run.project.root / "ketluan.toml").write_text('language = "vi"\n', encoding="utf-8")
    assert not english()
    monkeypatch.setenv("KETLUAN_LANG", "en")
    assert english()
    assert not english("--lang", "vi")
    assert not english("--lang=vi")


def test_global_options_stand_before_or_after_the_command(run: Terminal) -> None:
    assert run("--lang", "en", "--quiet", "check") == run("check", "--quiet", "--lang", "en") == (0, "", "")


# --- wrong usage -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["buidl"], "Không có lệnh “buidl”. Có phải là “build”?"),
        (["xyz"], "Không có lệnh “xyz”.\n"),
        (["check", "--formt", "json"], "Không có tùy chọn “--formt”. Có phải là “--format”?"),
        (["--nothing"], "Không có tùy chọn “--nothing”."),
        (["list", "--format", "xml"], "“xml” không dùng được cho --format; chỉ nhận: text, json."),
        (["check", "--format", "xml"], "chỉ nhận: text, json, sarif, github, junit."),
        (["check", "--format"], "Tùy chọn “--format” chưa ghi đúng giá trị."),
        (["build", "--only", "pdf,odt"], "“odt” không dùng được cho --only; chỉ nhận: docx, pdf, xlsx."),
        (["build", "--stage", "x"], "“x” không dùng được cho --stage; chỉ nhận: du-thao, trinh-ky."),
        (["list", "x"], "Thừa “x”."),
        (["show"], "Thiếu MÃ."),
        (["show", "nhoo"], "Không có cuộc kiểm tra hay tệp nào là “nhoo”. Gần nhất: “nho”."),
        (["check", "nhoo"], "Không có cuộc kiểm tra hay tệp nào là “nhoo”. Gần nhất: “nho”."),
        (["build", "nhoo"], "Không có cuộc kiểm tra hay tệp nào là “nhoo”. Gần nhất: “nho”."),
        (["check", "\x1b[31mđỏ"], "“\\x1b[31mđỏ”"),
        (["--lang", "fr", "list"], "“fr” không dùng được cho --lang; chỉ nhận: vi, en."),
    ],
)
def test_wrong_usage_is_told_on_stderr_with_code_2(run: Terminal, arguments: list[str], told: str) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert told in said.err
    assert "\x1b" not in said.err


def test_wrong_usage_points_to_the_help_of_the_command(run: Terminal) -> None:
    assert run("check", "--x").err.endswith("→ ketluan check --help\n")


def test_outside_of_a_project_one_is_asked_for(
    run: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    said = run("list")
    assert said.code == ExitCode.USAGE
    assert "Không thấy thư mục `inspections/`" in said.out
    assert run("--project", str(tmp_path), "list").code == ExitCode.WELL


def test_a_wrong_project_folder_is_not_looked_for_further_up(run: Terminal) -> None:
    assert run("list", "--project", "nowhere").code == ExitCode.USAGE


def test_broken_settings_are_told_with_their_file(run: Terminal) -> None:
    (run.project.root / "ketluan.toml").write_text("output = 3\n", encoding="utf-8")
    said = run("check")
    assert said.code == ExitCode.FAILED
    assert said.out.startswith("ketluan.toml:1: settings-wrong lỗi: Thiết lập `output`")


# --- check -------------------------------------------------------------------------------------------


def test_a_good_project_passes_the_check(run: Terminal) -> None:
    said = run("check")
    assert said.code == ExitCode.WELL
    closing, rules = said.out.splitlines()[-2:]
    assert closing == "Đã soát 1 cuộc kiểm tra, 1 văn bản: không có lỗi, không có cảnh báo."
    assert re.fullmatch(r"Đã soát \d+ quy tắc: đạt \d+, không có gì để soát \d+\.", rules)


def test_a_bad_file_is_told_on_stdout_and_the_others_are_still_checked(run: Terminal) -> None:
    run.add("hong", BAD)
    said = run("check")
    assert said.code == ExitCode.FAILED
    assert "inspections/hong.yaml:6:" in said.out
    assert " date-impossible lỗi: Ngày “31/02/2026” không có trong lịch" in said.out
    assert "Đã soát 1 cuộc kiểm tra, 1 văn bản: 1 lỗi. Chưa đọc được 1 tệp" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("nho", 0),
        ("inspections/nho.yaml", 0),
        ("inspections", 1),
        ("inspections/2026", 1),
        ("hong", 1),
    ],
)
def test_an_id_a_file_or_a_folder_selects(run: Terminal, target: str, code: int) -> None:
    run.add("2026/hong", BAD)
    assert run("check", target).code == code


def test_check_as_json_is_for_programs(run: Terminal) -> None:
    run.add("hong", BAD)
    said = run("check", "--format", "json")
    value = json.loads(said.out)
    assert said.code == ExitCode.FAILED
    assert value["ok"] is False
    assert value["counts"]["error"] == 1
    assert [item["code"] for item in value["diagnostics"] if item["severity"] == "error"] == [
        "date-impossible"
    ]
    assert [paper["inspection"] for paper in value["papers"]] == ["nho"]


def test_quiet_leaves_only_what_is_wrong(run: Terminal) -> None:
    run.add("hong", BAD)
    said = run("check", "--quiet")
    assert said.out.count("\n") == 2
    assert "ghi chú" not in said.out


# --- build -------------------------------------------------------------------------------------------


def test_build_makes_files_says_which_and_shows_progress_on_stderr(run: Terminal) -> None:
    said = run("build", "--only", "docx")
    assert said.code == ExitCode.WELL
    assert said.err == "[1/1] nho/tb\n"
    assert said.out.startswith("đã tạo output/DT_nho_tb.docx\nĐã tạo 1/1 văn bản (1 tệp).")
    assert (run.project.root / "output" / "DT_nho_tb.docx").is_file()
    again = run("build", "--only", "docx", "--quiet")
    assert again == (ExitCode.WELL, "", "")
    assert run("build", "--only", "docx").out.startswith("Không có gì thay đổi.")


def test_a_build_writes_what_it_did_for_the_machines_that_ran_it(run: Terminal) -> None:
    run.add("hong", BAD)
    run.add(
        "thieu", CLEAN.replace("id: nho", "id: thieu").replace("kind: thong-bao-ket-luan", "kind: khong-co")
    )
    said = run("build", "--only", "docx", "--report", "junit,json")
    assert said.code == ExitCode.FAILED
    report = json.loads((run.project.root / "output" / "report.json").read_text("utf-8"))
    assert {paper["inspection"]: paper["outcome"] for paper in report["papers"]} == {
        "nho": "made",
        "thieu": "failed",
    }
    suites = ET.parse(run.project.root / "output" / "report.junit.xml").getroot()  # noqa: S314 - our own
    cases = {case.get("name"): case for case in suites.iter("testcase") if case.get("classname") == "nho"}
    assert cases["tb"].find("failure") is None
    failed = [case.get("classname") for case in suites.iter("testcase") if case.find("failure") is not None]
    assert sorted(failed) == ["inspections/hong.yaml", "thieu"]
    assert int(suites.get("failures", "0")) == 2
    assert run("build", "--report", "xml").code == ExitCode.USAGE


def test_without_being_asked_no_report_is_written(run: Terminal) -> None:
    run("build", "--only", "docx")
    run("build", "--only", "docx", "--dry-run", "--report", "json")
    assert not [*(run.project.root / "output").glob("report.*")]


def test_a_dry_run_writes_nothing(run: Terminal) -> None:
    said = run("build", "--only", "docx", "--dry-run")
    assert said.code == ExitCode.WELL
    assert "sẽ tạo output/DT_nho_tb.docx (chưa có bản nào)\n" in said.out
    assert "chưa ghi gì" in said.out
    assert [path.name for path in (run.project.root / "output").glob("**/*.docx")] == []


def test_build_goes_on_past_a_bad_inspection_and_ends_with_1(run: Terminal) -> None:
    run.add("hong", BAD)
    said = run("build", "--only", "docx")
    assert said.code == ExitCode.FAILED
    assert "Đã tạo 1/1 văn bản (1 tệp). Chưa đọc được 1 tệp: inspections/hong.yaml (1 lỗi)." in said.out


def test_what_is_blank_refuses_the_copy_for_signature(run: Terminal) -> None:
    said = run("build", "--stage", "trinh-ky", "--only", "docx", "--out", "khac")
    value = json.loads(run("build", "--stage", "trinh-ky", "--only", "docx", "--format", "json").out)
    failed = [paper for paper in value["papers"] if paper["outcome"] == "failed"]
    assert said.code == (ExitCode.FAILED if failed else ExitCode.WELL)


def test_strict_counts_warnings_as_errors(run: Terminal) -> None:
    run.add("trong", SMALL.partition("documents:")[0].replace("id: nho", "id: trong"))
    assert run("build", "trong").code == ExitCode.WELL
    assert run("build", "trong", "--strict").code == ExitCode.FAILED


# --- list, show --------------------------------------------------------------------------------------


def test_list_tells_id_type_date_state_papers_units(run: Terminal) -> None:
    said = run("list")
    assert said.code == ExitCode.WELL
    assert said.out.splitlines()[1].split("  ")[0] == "nho"
    assert [
        part for part in ("kiểm tra", "14/4/2026", "dự thảo", "tb", "UBND xã Ví Dụ A") if part not in said.out
    ] == []


def test_list_names_the_files_that_cannot_be_read(run: Terminal) -> None:
    run.add("hong", BAD)
    run.add("bao", SMALL.replace("id: nho", "id: bao") + "source: {kind: press}\n")
    said = run("list")
    assert said.code == ExitCode.FAILED
    assert "dựng lại từ báo chí" in said.out
    assert "inspections/hong.yaml (1 lỗi) → `ketluan check inspections/hong.yaml`" in said.out
    value = json.loads(run("list", "--format", "json").out)
    assert [(item["id"], item["readable"], item["errors"]) for item in value] == [
        ("bao", True, 0),
        ("hong", False, 1),
        ("nho", True, 0),
    ]


def test_an_empty_project_is_told_how_to_begin(run: Terminal) -> None:
    (run.project.inspections / "nho.yaml").unlink()
    assert run("list").out == (
        "Thư mục inspections chưa có cuộc kiểm tra nào.\n→ Tạo tệp đầu tiên: `ketluan new MÃ`.\n"
    )


def test_show_tells_every_figure_deadline_and_paper(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    code = cli.main(["show", "mau-mot-cua-cap-xa", "--project", str(ROOT)])
    out = " ".join(capsys.readouterr().out.split())
    assert code == ExitCode.WELL
    for part in (
        "settled.total 13.233 98,30% của received.total",  # all units
        "received.total 13.462",
        "comparison cao hơn 1,96 điểm phần trăm",
        "kn-3: UBND xã Ví Dụ A – trước ngày 29/5/2026 – Gửi văn bản xin lỗi người nộp 05 hồ sơ",
        "tb-kl thong-bao-ket-luan du-thao",
    ):
        assert part in out


def test_show_as_json_gives_exact_figures(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["show", "mau-mot-cua-cap-xa", "--project", str(ROOT), "--format", "json"])
    value = json.loads(capsys.readouterr().out)
    assert value["figures"]["truc-tuyen"]["rate"] == "86.96"
    assert value["figures"]["hs-vd-a"]["received.total"] == 4295
    assert value["figures"]["pakn-b"]["received"] is None
    deadlines = {item["id"]: item["deadline"] for item in value["recommendations"]}
    assert deadlines["kn-3"] == {"before": "2026-05-29"}


def test_show_of_a_file_that_cannot_be_read_tells_why(run: Terminal) -> None:
    run.add("hong", BAD)
    for name in ("hong", "inspections/hong.yaml"):
        said = run("show", name)
        assert said.code == ExitCode.FAILED
        assert "date-impossible" in said.out


# --- new ---------------------------------------------------------------------------------------------


def test_a_new_file_says_which_blanks_keep_it_from_being_read(run: Terminal) -> None:
    said = run("new", "moi", "--year", "2026")
    assert said.code == ExitCode.WELL
    assert said.out.startswith("Đã tạo inspections/2026/moi.yaml.\n→ Điền các chỗ `null`")
    value = json.loads(run("check", "inspections/2026", "--format", "json").out)
    assert {item["code"] for item in value["diagnostics"]} == {"value-missing"}
    fields = [item["arguments"]["field"] for item in value["diagnostics"]]
    assert fields == ["subject.full", "subject.short", "inspected_units.1.agency"]


def test_a_new_file_is_good_once_they_are_filled_in(run: Terminal) -> None:
    run("new", "moi")
    path = run.project.inspections / "moi.yaml"
    text = path.read_text(encoding="utf-8")
    for field, value in (("full", "việc A"), ("short", "việc A"), ("agency", "ubnd-xa-vi-du-a")):
        assert text.count(f"  {field}: null") == 1
        text = text.replace(f"  {field}: null", f"  {field}: {value}")
    path.write_text(text, encoding="utf-8")
    said = run("check", "moi", "--ignore", "C2")  # the papers that came before are not known yet
    assert said.code == ExitCode.WELL
    assert " lỗi:" not in said.out


def test_the_examples_of_a_new_file_are_good_too(run: Terminal) -> None:
    """With its commented examples switched on, the file has no unknown field, only blanks to fill in."""
    run("new", "moi")
    path = run.project.inspections / "moi.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("schema:"))
    on = [line.replace("# ", "", 1) if line.lstrip().startswith("# ") else line for line in lines[start:]]
    kept = [line.removesuffix(" []") for line in on if line.strip() != "[]"]
    text = "\n".join(
        line.replace(": []", ":") if follows(kept, number) else line for number, line in enumerate(kept)
    )
    path.write_text(text + "\n", encoding="utf-8")
    value = json.loads(run("check", "inspections/moi.yaml", "--format", "json").out)
    codes = {item["code"] for item in value["diagnostics"]}
    assert codes <= {"value-missing", "deadline-one-form", "list-too-short"}, value["diagnostics"]


def follows(lines: list[str], number: int) -> bool:
    """Return whether the next line is the first item of the list that this line names."""
    return number + 1 < len(lines) and lines[number + 1].lstrip().startswith("- ")


def test_a_new_file_names_its_schema_and_the_schema_is_there(run: Terminal) -> None:
    run("new", "moi", "--year", "2026")
    first = (run.project.inspections / "2026" / "moi.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../{SCHEMA_FILE}"
    assert (run.project.inspections / SCHEMA_FILE).is_file()


@pytest.mark.parametrize(
    "name", ["nho", "../x", "a/b", "A", "có", "con", "all", "", "x" * 61, "a.yaml", "-x", " a"]
)
def test_new_refuses_what_is_taken_or_no_id(run: Terminal, name: str) -> None:
    before = sorted(run.project.root.rglob("*"))
    assert run("new", "--", name).code == ExitCode.USAGE
    assert sorted(run.project.root.rglob("*")) == before


def test_new_never_overwrites_wherever_the_file_lies(run: Terminal) -> None:
    text = run.add("2021/cu", SMALL).read_text(encoding="utf-8")
    said = run("new", "cu", "--year", "2026")
    assert said.code == ExitCode.USAGE
    assert "inspections/2021/cu.yaml; tệp được giữ nguyên" in said.err
    assert (run.project.inspections / "2021" / "cu.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("year", ["26", "1899", "2101", "../..", "二〇二六"])
def test_new_refuses_what_is_no_year(run: Terminal, year: str) -> None:
    assert run("new", "moi", "--year", year).code == ExitCode.USAGE


def test_new_writes_nothing_outside_the_project(
    run: Terminal, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (run.project.inspections / "2026").symlink_to(outside)
    assert run("new", "moi", "--year", "2026").code == ExitCode.USAGE
    assert list(outside.iterdir()) == []


def test_new_tells_when_the_folder_does_not_take_the_file(run: Terminal) -> None:
    (run.project.inspections / "2026").write_text("", encoding="utf-8")
    said = run("new", "moi", "--year", "2026")
    assert said.code == ExitCode.FAILED
    assert "file-not-written lỗi: Chưa ghi được tệp này" in said.out


# --- schema, doctor ----------------------------------------------------------------------------------


def test_schema_prints_or_writes_the_schema(run: Terminal) -> None:
    printed = run("schema").out
    assert json.loads(printed)["title"] == "Cuộc kiểm tra"
    assert run("schema", "--output", "x/s.json").code == ExitCode.WELL
    assert (run.project.root / "x" / "s.json").read_text(encoding="utf-8") == printed
    assert run("schema", "--write").code == ExitCode.WELL
    assert (run.project.inspections / SCHEMA_FILE).read_text(encoding="utf-8") == printed


def test_doctor_is_well_where_papers_can_be_made(run: Terminal) -> None:
    said = run("doctor")
    assert said.code == ExitCode.WELL
    assert said.out.endswith("Máy này có đủ để tạo văn bản.\n")
    assert [path.name for path in run.project.root.iterdir()] == ["inspections"]


def test_doctor_works_without_a_project(
    run: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    said = run("doctor")
    assert said.code == ExitCode.WELL
    assert "Không ở trong dự án nào" in said.out


def test_doctor_tells_what_is_wrong_with_the_catalogues(run: Terminal) -> None:
    (run.project.catalogues / "people.yaml").write_text("people: [{id: a}]\n", encoding="utf-8")
    said = run("doctor")
    assert said.code == ExitCode.FAILED
    assert "Danh mục dùng chung có 1 lỗi:" in said.out
    assert "inspections/catalogues/people.yaml:1:" in said.out


def test_doctor_tells_which_package_a_missing_library_is_in() -> None:
    from generator.doctor import Health, _native

    examined = _native("Pango", "no-such-library", "", "libpangoft2-1.0-0")
    assert examined.health is Health.MISSING
    assert examined.arguments["package"] == "libpangoft2-1.0-0"


# --- bugs, interruptions, imports --------------------------------------------------------------------


def fails(error: BaseException):
    def raise_it(*_arguments: object, **_named: object) -> None:
        raise error

    return raise_it


def test_a_bug_is_logged_and_its_file_told(run: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "survey", fails(ZeroDivisionError("by zero")))
    said = run("list")
    log = run.project.root / ".ketluan" / "loi-1.log"
    assert (said.code, said.out) == (ExitCode.BUG, "")
    assert str(log) in said.err
    assert "ZeroDivisionError: by zero" in log.read_text(encoding="utf-8")
    run("list")
    assert (log.parent / "loi-2.log").is_file()


def test_a_bug_outside_of_a_project_is_logged_in_the_temporary_folder(
    run: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path.parent)
    monkeypatch.setattr("generator.doctor.examine", fails(ZeroDivisionError()))
    assert run("doctor").code == ExitCode.BUG
    assert (tmp_path / "loi-1.log").is_file()


def test_a_bug_with_one_paper_is_logged_and_the_others_are_made(
    run: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Composer, "compose", fails(ZeroDivisionError("in a paper")))
    said = run("build", "--only", "docx")
    assert said.code == ExitCode.BUG
    assert "program-bug lỗi: " in said.out
    log = run.project.root / ".ketluan" / "loi-1.log"
    assert "in a paper" in log.read_text(encoding="utf-8")


def test_an_interruption_ends_with_130(run: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "build_all", fails(KeyboardInterrupt()))
    said = run("build")
    assert said.code == ExitCode.INTERRUPTED
    assert said.err.strip() == "Đã dừng. Các tệp đã tạo trước đó còn nguyên."


def test_an_interruption_while_loading_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "main", fails(KeyboardInterrupt()))
    assert launch.main() == ExitCode.INTERRUPTED


def test_a_bug_with_one_file_is_logged_and_the_others_are_checked(
    run: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.add("hong", BAD)
    real = batch.load_inspection

    def load(path: Path, *rest: object) -> object:
        return fails(ZeroDivisionError("in a file"))() if path.stem == "hong" else real(path, *rest)

    monkeypatch.setattr(batch, "load_inspection", load)
    for command in (("check",), ("build", "--only", "docx")):
        said = run(*command)
        assert said.code == ExitCode.BUG
        assert "inspections/hong.yaml: program-bug lỗi: " in said.out
    assert (run.project.output / "DT_nho_tb.docx").is_file()
    for command in (("list",), ("show", "hong")):
        said = run(*command)
        assert said.code == ExitCode.BUG
    assert "nho" in run("list").out
    assert run("show", "nho").code == ExitCode.WELL
    assert "in a file" in (run.project.root / ".ketluan" / "loi-2.log").read_text(encoding="utf-8")


def test_a_project_with_an_endless_name_is_missing(run: Terminal) -> None:
    assert run("list", "--project", "a" * 5000).code == ExitCode.USAGE
    assert run("list", "--project", "a/" * 5000).code == ExitCode.USAGE


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("command", ["check", "list", "build"])
def test_a_file_name_that_is_no_text_is_no_bug(run: Terminal, command: str, form: str) -> None:
    run.add(os.fsdecode(b"h\xff"), BAD)
    said = run(command, "--format", form)
    assert said.code == ExitCode.FAILED
    assert "udcff" in said.out


def test_a_folder_that_is_being_written_to_is_not_called_unread(run: Terminal) -> None:
    with locked(run.project.output, "output"):
        said = run("build")
    assert said.code == ExitCode.FAILED
    assert said.out.startswith("output: folder-locked lỗi: ")
    assert said.out.count("\n") == 2, "the sentence and its hint"


@pytest.mark.parametrize("text", ['language = "fr"', "language = " + "[" * 5000, 'output = "\\u0000"'])
def test_settings_that_cannot_be_read_are_no_bug(run: Terminal, text: str) -> None:
    (run.project.root / "ketluan.toml").write_text(text, encoding="utf-8")
    said = run("list")
    assert said.code == ExitCode.FAILED
    assert said.out.startswith(
        "ketluan.toml:1: settings-wrong" if "[" not in text else "ketluan.toml: settings-"
    )


def imported_by(*arguments: str) -> list[str]:
    """Return the heavy modules that a command imports, in a process of its own."""
    code = (
        "import io, json, sys; out, sys.stdout = sys.stdout, io.StringIO(); from generator.cli import main; "
        f"main({list(arguments)!r}); json.dump([m for m in {HEAVY!r} if m in sys.modules], out)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, env=environment
    )
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("command", ["list", "check", "explain", "show", "doctor", "schema"])
def test_light_commands_import_nothing_heavy(command: str) -> None:
    arguments = ["mau-mot-cua-cap-xa"] if command == "show" else []
    assert imported_by(command, *arguments) == []


def test_the_probe_of_imports_is_alive() -> None:
    assert "docxtpl" in imported_by("build", "mau-mot-cua-cap-xa", "--dry-run", "--force", "--only", "docx")


def test_python_m_generator_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--version"], capture_output=True, check=True, cwd=ROOT
    )
    assert done.stdout.decode().startswith("ketluan ")


def test_a_cluster_is_named_by_its_executor_and_its_scheduler(run: Terminal) -> None:
    for arguments in (("--executor", "dask"), ("--scheduler", "tcp://127.0.0.1:1")):
        said = run("build", *arguments)
        assert said.code == 2
        assert "--scheduler" in said.err


@pytest.mark.parametrize("value", ["0", "-1", "2.5", "x", "²", "9" * 30])
def test_a_number_of_processes_is_a_whole_number(value: str, run: Terminal) -> None:
    said = run("build", "--jobs", value)
    assert said.code == 2
    assert "--jobs" in said.err
