"""What was found is told in order, once, with its hint, and cannot harm the terminal it is told to."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Place, Severity
from generator.messages import Messages, visible
from generator.reporters.as_json import diagnostic_value, dumped, report_value
from generator.reporters.gathering import in_order
from generator.reporters.progress import progress
from generator.reporters.screen import Look, Screen, prepared_stream, wants_colour
from generator.reporters.text import build_closing, build_lines, check_closing, diagnostic_lines, place_text
from generator.results import BuildReport, Outcome, PaperResult

VI, EN = Messages("vi"), Messages("en")
ROOT = Path(__file__).parent.parent


class Terminal(io.StringIO):
    """A stream a person looks at."""

    def isatty(self) -> bool:
        return True


def shown(lines, colour: bool = False) -> str:
    stream = Terminal() if colour else io.StringIO()
    Screen(stream, colour=colour).lines(lines)
    return stream.getvalue()


def tab(file: str = "inspections/a.yaml", line: int = 12, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("yaml-tab", Place(file, line, 1), severity, {"line": line})


def paper(
    outcome: Outcome, *found: Diagnostic, inspection: str = "mau", name: str = "tb", files: int = 2
) -> PaperResult:
    names = tuple(f"output/{inspection}_{name}.{kind}" for kind in ("docx", "pdf")[:files])
    return PaperResult(inspection, name, names, outcome, found)


# --- text --------------------------------------------------------------------------------------------


def test_a_diagnostic_reads_as_designed() -> None:
    assert shown(diagnostic_lines([tab()], VI)) == (
        "inspections/a.yaml:12:1: yaml-tab lỗi: Dòng 12 dùng phím Tab; tệp dữ liệu chỉ dùng dấu cách.\n"
        "    → Thay mỗi Tab bằng hai dấu cách. Các cuộc kiểm tra khác vẫn được xử lý.\n"
    )
    assert shown(diagnostic_lines([tab()], EN)).startswith(
        "inspections/a.yaml:12:1: yaml-tab error: Line 12 is"
    )


@pytest.mark.parametrize(
    ("severity", "word"), [*zip(Severity, ("lỗi", "cảnh báo", "ghi chú", "chưa soát"), strict=True)]
)
def test_each_severity_has_its_word(severity: Severity, word: str) -> None:
    assert f"yaml-tab {word}: " in shown(diagnostic_lines([tab(severity=severity)], VI))


def test_diagnostics_stand_by_file_and_line_and_each_once() -> None:
    found = [tab("b.yaml", 2), tab("a.yaml", 9), Diagnostic("yaml-empty"), tab("a.yaml", 3), tab("a.yaml", 9)]
    places = [(item.place.file, item.place.line) for item in in_order(found)]
    assert places == [("a.yaml", 3), ("a.yaml", 9), ("b.yaml", 2), ("", 0)]
    text = shown(diagnostic_lines(found, VI))
    assert text.count("\n\n") == 2
    assert "\nyaml-empty lỗi: " in text


def test_notes_can_be_left_out() -> None:
    found = [tab(), tab(line=13, severity=Severity.NOTE)]
    assert shown(diagnostic_lines(found, VI, notes=False)).count("yaml-tab") == 1


# --- closing lines -----------------------------------------------------------------------------------


def test_all_made_with_warnings() -> None:
    warned = tab(severity=Severity.WARNING), tab(line=13, severity=Severity.WARNING)
    report = BuildReport(
        (*(paper(Outcome.MADE, name=f"tb-{n}") for n in range(5)), paper(Outcome.MADE, *warned))
    )
    assert build_closing(report, VI) == "Đã tạo 6/6 văn bản (12 tệp). 2 cảnh báo, xem bên trên."
    assert build_closing(report, EN) == "6 of 6 papers made (12 files). 2 warnings above."


def test_one_not_made() -> None:
    errors = [tab(line=line) for line in (1, 2, 3)]
    failed = paper(Outcome.FAILED, *errors, inspection="2026-mau", files=0)
    report = BuildReport((*(paper(Outcome.MADE, name=f"tb-{n}") for n in range(5)), failed))
    assert build_closing(report, VI) == (
        "Đã tạo 5/6 văn bản (10 tệp). Chưa tạo được: 2026-mau (3 lỗi). "
        "Các tệp trước đó của cuộc kiểm tra này được giữ nguyên."
    )
    assert build_closing(report, EN) == (
        "5 of 6 papers made (10 files). Not made: 2026-mau (3 errors). Its earlier files were kept."
    )


def test_nothing_changed() -> None:
    report = BuildReport((paper(Outcome.UNCHANGED), paper(Outcome.UNCHANGED, name="bc")))
    assert build_closing(report, VI) == "Không có gì thay đổi."
    assert build_closing(report, EN) == "Nothing to do."


def test_some_changed() -> None:
    report = BuildReport((paper(Outcome.UNCHANGED), paper(Outcome.MADE, name="bc", files=1)))
    assert build_closing(report, EN) == "1 of 2 papers made (1 file). 1 paper unchanged."


def test_a_file_that_could_not_be_read_is_named() -> None:
    report = BuildReport((), (tab(), tab(line=13)))
    assert build_closing(report, VI) == (
        "Chưa có văn bản nào để tạo. Chưa đọc được 1 tệp: inspections/a.yaml (2 lỗi)."
    )
    assert build_closing(report, EN).endswith("1 file could not be read: inspections/a.yaml (2 errors).")


def test_a_dry_run_says_that_nothing_was_written() -> None:
    report = BuildReport((paper(Outcome.MADE),))
    assert build_closing(report, VI, dry_run=True) == "Sẽ tạo 1/1 văn bản (2 tệp); chưa ghi gì."
    assert shown(build_lines(report, VI, dry_run=True)).startswith("sẽ tạo output/mau_tb.docx\n")


def test_a_check_says_how_much_was_read_and_found() -> None:
    report = BuildReport(
        (paper(Outcome.UNCHANGED, tab()), paper(Outcome.UNCHANGED, tab(), name="bc")), (tab(line=1),)
    )
    assert (
        check_closing(report, VI)
        == "Đã soát 1 cuộc kiểm tra, 2 văn bản: 2 lỗi. Chưa đọc được 1 tệp, xem bên trên."
    )
    assert check_closing(BuildReport((paper(Outcome.UNCHANGED),)), EN) == (
        "1 inspection, 1 paper checked: no errors, no warnings."
    )


def test_a_check_with_something_not_checked_does_not_say_that_all_is_well() -> None:
    report = BuildReport((paper(Outcome.UNCHANGED, tab(severity=Severity.NOT_CHECKED)),))
    assert check_closing(report, VI).endswith(": 1 mục chưa soát.")


def test_unchanged_and_failed_papers_are_listed_only_with_verbose() -> None:
    report = BuildReport((paper(Outcome.UNCHANGED), paper(Outcome.FAILED, name="bc", files=0)))
    assert shown(build_lines(report, VI)) == ""
    assert shown(build_lines(report, VI, verbose=True)) == (
        "không đổi output/mau_tb.docx\nkhông đổi output/mau_tb.pdf\nchưa tạo được mau bc\n"
    )


# --- JSON --------------------------------------------------------------------------------------------


def test_json_keys_are_stable() -> None:
    assert diagnostic_value(tab(), VI) == {
        "code": "yaml-tab",
        "severity": "error",
        "file": "inspections/a.yaml",
        "page": None,
        "paragraph": None,
        "cell": None,
        "line": 12,
        "column": 1,
        "text": "Dòng 12 dùng phím Tab; tệp dữ liệu chỉ dùng dấu cách.",
        "hint": "Thay mỗi Tab bằng hai dấu cách. Các cuộc kiểm tra khác vẫn được xử lý.",
        "arguments": {"line": 12},
    }
    report = report_value(BuildReport((paper(Outcome.MADE),), (tab(),)), EN)
    assert list(report) == ["ok", "language", "counts", "papers", "diagnostics"]
    assert report["ok"] is False
    assert report["counts"] == {"error": 1, "warning": 0, "note": 0, "not-checked": 0}
    assert list(report["papers"][0]) == ["inspection", "paper", "outcome", "files", "rules", "diagnostics"]


def test_a_spot_on_a_finished_paper_is_told_as_people_look_it_up() -> None:
    page, paragraph = Place("a.pdf", page=2, line=7), Place("a.docx", paragraph=12)
    assert [place_text(place, VI) for place in (page, paragraph)] == [
        "a.pdf, trang 2, dòng 7",
        "a.docx, đoạn 12",
    ]
    assert place_text(Place("a.pdf", page=2), EN) == "a.pdf, page 2"
    assert (str(page), str(paragraph), str(Place("a.yaml", 4, 7))) == (
        "a.pdf:p2:7",
        "a.docx:#12",
        "a.yaml:4:7",
    )
    assert diagnostic_value(Diagnostic("yaml-empty", page), VI)["page"] == 2


def test_spots_stand_in_reading_order() -> None:
    late, early = Place("a.pdf", page=10, line=1), Place("a.pdf", page=2, line=7)
    found = in_order([Diagnostic("yaml-empty", late), Diagnostic("yaml-empty", early)])
    assert [item.place for item in found] == [early, late]


def test_a_place_that_is_not_known_is_null() -> None:
    value = diagnostic_value(Diagnostic("yaml-empty"), VI)
    assert (value["file"], value["line"], value["column"]) == (None, None, None)


@given(st.text())
def test_json_reads_back_and_holds_nothing_a_terminal_acts_on(text: str) -> None:
    written = dumped({"a": text})
    assert json.loads(written) == {"a": text}
    assert visible(written.replace("\n", "")) == written.replace("\n", "")


# --- the screen --------------------------------------------------------------------------------------


@given(st.text())
def test_every_piece_of_a_line_is_made_harmless(text: str) -> None:
    stream = io.StringIO()
    Screen(stream).line(text, (text, Look.ERROR))
    assert stream.getvalue() == visible(text) * 2 + "\n"


def test_a_file_name_with_a_control_character_is_made_harmless() -> None:
    assert "\x1b" not in shown(diagnostic_lines([tab("\x1b]0;x\x07.yaml")], VI))


def test_colour_only_on_a_terminal_and_not_with_no_color() -> None:
    assert wants_colour(Terminal(), {})
    assert not wants_colour(Terminal(), {"NO_COLOR": "1"})
    assert wants_colour(Terminal(), {"NO_COLOR": ""})
    assert not wants_colour(Terminal(), {"TERM": "dumb"})
    assert not wants_colour(io.StringIO(), {})


def test_colour_stands_around_the_word_of_the_severity() -> None:
    assert "\x1b[31m\x1b[1mlỗi\x1b[0m" in shown(diagnostic_lines([tab()], VI), colour=True)
    assert "\x1b" not in shown(diagnostic_lines([tab()], VI))


def test_an_old_code_page_does_not_end_the_program() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    prepared_stream(stream)
    Screen(stream).line("Kiểm tra → “ế”")
    assert raw.getvalue().decode() == "Kiểm tra → “ế”\n"


def test_a_reader_that_stops_reading_does_not_stop_the_work() -> None:
    code = """
import sys
from generator.reporters.screen import Screen
screen = Screen(sys.stdout)
for number in range(100_000):
    screen.line(str(number))
sys.stderr.write("done")
sys.exit(7)
"""
    run = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline() == b"0\n"
    run.stdout.close()
    told = run.stderr.read()
    run.stderr.close()
    assert (told, run.wait()) == (b"done", 7)


# --- progress ----------------------------------------------------------------------------------------


def steps(stream: io.StringIO, *, quiet: bool = False) -> str:
    with progress(Screen(stream), quiet=quiet) as step:
        if step is not None:
            step(0, 2, "mau/tb")
            step(1, 2, "mau/\x1bbc")
            step(2, 2, "")
    return stream.getvalue()


def test_elsewhere_than_on_a_terminal_each_paper_is_a_plain_line() -> None:
    assert steps(io.StringIO()) == "[1/2] mau/tb\n[2/2] mau/\\x1bbc\n"


def test_on_a_terminal_there_is_a_bar_that_goes_away() -> None:
    text = steps(Terminal())
    assert "[1/2]" not in text
    assert "\x1b" in text


def test_quiet_shows_no_progress() -> None:
    assert steps(io.StringIO(), quiet=True) == ""
