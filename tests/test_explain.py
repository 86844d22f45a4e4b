"""What the rules ask can be read: by ``explain``, in docs/rules.md, and from a git hook."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import click
import pytest
import yaml

from generator.checks.rules import rules
from generator.commands import command_group
from generator.messages import LANGUAGES, Messages
from generator.reporters.explaining import by_group, effect, rule_lines, rule_table
from generator.rule_reference import reference_text
from generator.session import ExitCode
from tests.inspections import ROOT, new_project
from tests.test_check_reports import RULES
from tests.test_cli import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from generator.checks.rules import Rule

VI, EN = Messages("vi"), Messages("en")
SHIPPED = rules()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A folder that is no project: explain needs none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path)
    return Terminal(new_project(tmp_path / "project"), capsys)


def shown(rule: Rule, messages: Messages = VI) -> str:
    pieces = (
        "".join(piece if isinstance(piece, str) else piece[0] for piece in line)
        for line in rule_lines(rule, messages)
    )
    return "\n".join(pieces)


# --- the command ------------------------------------------------------------------------------------------


def test_a_rule_is_explained_in_full() -> None:
    assert shown(RULES["X1"]) == (
        "X1  Tổng đúng\n"
        "Mức: lỗi\n"
        "Điều khoản: khoản 1 Điều 1\n"
        "Cơ sở: suy ra từ quy định, chưa có điều khoản nói thẳng\n"
        "\n"
        "Thông báo: {name}: lệch {gap}.\n"
        "    → Đối chiếu.\n"
        "\n"
        "Sai:\n"
        "    1 + 1 = 3\n"
        "Đúng:\n"
        "    1 + 1 = 2\n"
        "\n"
        "→ Bỏ qua có lý do: thêm `- {rule: X1, reason: ...}` vào `ignore` của tệp YAML."
    )
    assert shown(RULES["X1"], EN).startswith(
        "X1  The total is right\nSeverity: error\nClause: khoản 1 Điều 1"
    )


def test_a_rule_is_found_however_its_letter_is_written(run: Terminal) -> None:
    said = run("explain", "a1")
    assert said.code == ExitCode.WELL
    assert said.out.startswith("A1  ")
    assert said == run("explain", "A1")
    assert run("explain", "A1", "--lang", "en").out.splitlines()[1] == "Severity: error"


def test_without_a_rule_all_are_listed(run: Terminal) -> None:
    said = run("explain")
    assert said.code == ExitCode.WELL
    head, *lines = said.out.splitlines()
    assert head.split() == ["Mã", "Mức", "Yêu", "cầu"]
    assert [line.split()[0] for line in lines[: len(SHIPPED)]] == [
        rule.id for rule in by_group(SHIPPED.values())
    ]
    assert said.out.endswith(f"{len(SHIPPED)} quy tắc. Xem một quy tắc: `ketluan explain A1`.\n")


def test_a_table_of_no_rules_is_a_head_alone() -> None:
    assert len(list(rule_table((), VI))) == 1


def test_a_rule_that_does_not_exist_is_told_with_the_nearest(run: Terminal) -> None:
    said = run("explain", "A111")
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err.startswith("Không có quy tắc soát lỗi nào là “A111”. Gần nhất: “A11”.")
    assert run("explain", "A1", "A2").code == ExitCode.USAGE


def test_rules_stand_by_letter_and_number() -> None:
    ids = [rule.id for rule in by_group([SHIPPED["A10"], SHIPPED["C7"], SHIPPED["A2"]])]
    assert ids == ["A2", "A10", "C7"]


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, ""),
        ("2025-07-01", None, "từ 01/7/2025"),
        (None, "2025-06-30", "đến 30/6/2025"),
        ("2021-01-01", "2025-06-30", "từ 01/01/2021 đến 30/6/2025"),
    ],
)
def test_when_a_rule_holds_is_said(since: str | None, until: str | None, said: str) -> None:
    rule = RULES["X1"].model_validate(RULES["X1"].model_dump() | {"since": since, "until": until})
    assert effect(rule, VI) == said


# --- the shipped rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", SHIPPED.values(), ids=SHIPPED)
def test_a_rule_says_the_same_in_both_languages_and_in_tone(rule: Rule) -> None:
    for text in (rule.title, rule.message, rule.hint):
        assert blanks(text.vi) == blanks(text.en)
        for said in (text.vi, text.en):
            assert unicodedata.is_normalized("NFC", said)
            assert [
                word for word in ("!", "bạn ", "vui lòng", "invalid", "hợp lệ") if word in said.lower()
            ] == []
    for said in (rule.message.vi, rule.message.en, rule.hint.vi, rule.hint.en):
        assert said.endswith((".", "?"))
    assert re.fullmatch(r"[A-Z]\d{1,3}", rule.id)
    assert rule.wrong != rule.right


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_about_a_rule_is_there(language: str) -> None:
    messages = Messages(language)
    for rule in SHIPPED.values():
        assert list(rule_lines(rule, messages))
        assert [name for name in rule.applies_to if not messages.has_text(f"looks-{name}")] == []


def test_a_verified_rule_names_its_clause() -> None:
    assert [rule.id for rule in SHIPPED.values() if rule.standing == "verified" and not rule.clause] == []


# --- docs/rules.md ----------------------------------------------------------------------------------------


def test_the_reference_of_the_rules_is_fresh() -> None:
    """Otherwise: ``python -m generator.rule_reference > docs/rules.md``."""
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == reference_text(SHIPPED.values())


def test_the_reference_has_every_rule_with_its_english_title_and_samples() -> None:
    text = reference_text(RULES.values())
    assert re.findall(r"^## (\w+)", text, re.MULTILINE) == ["X1", "X2", "Y10"]
    assert "| [Y10](#y10-lời-văn) | Lời văn | ghi chú |" in text
    assert "*The total is right*\n\n- Mức: lỗi\n- Điều khoản: khoản 1 Điều 1\n" in text
    assert "Sai:  17/6\nĐúng: 17/6/2026\n" in text


# --- the git hook -----------------------------------------------------------------------------------------


def hooks() -> list[dict[str, object]]:
    return yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def hook() -> dict[str, object]:
    only, _ = hooks()
    return dict(only)


def test_the_hook_runs_a_command_there_is() -> None:
    assert {"id", "name", "entry", "language", "files"} <= hook().keys()
    program, name, *options = str(hook()["entry"]).split()
    group = command_group(EN)
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert program == "ketluan"
    assert set(options) <= {option for param in command.params for option in param.opts}


@pytest.mark.parametrize(
    ("file", "runs"),
    [
        ("inspections/2026/x.yaml", True),
        ("inspections/catalogues/people.yaml", True),
        ("templates/_layout/layout.yaml", True),
        ("ketluan.toml", True),
        ("output/x.docx", False),
        ("docs/inspections/x.yaml", False),
        ("ketluanxtoml", False),
    ],
)
def test_the_hook_runs_when_something_changed_that_it_reads(file: str, runs: bool) -> None:
    assert bool(re.search(str(hook()["files"]), file)) is runs
