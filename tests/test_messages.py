"""Every diagnostic has a sentence in both languages, in one tone, and nothing typed can harm the screen."""

from __future__ import annotations

import ast
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from generator.batch import load_all
from generator.messages import LANGUAGES, Messages, _filled, choose_language, visible
from generator.messages.sentences import Sentences, sentences
from tests.inspections import new_project
from tests.message_codes import CALLS, codes, modules
from tests.test_bad_input import BAD_BYTES, BAD_TEXTS, GOOD

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

CODES = codes()
SUFFIXES = ("", "-command")


def source(language: str, suffix: str = "") -> str:
    return (files("generator.messages") / f"{language}{suffix}.ftl").read_text(encoding="utf-8")


@lru_cache
def entries(language: str, suffix: str = "") -> dict[str, ftl.Message]:
    parsed = FluentParser().parse(source(language, suffix))
    return {entry.id.name: entry for entry in parsed.body if isinstance(entry, ftl.Message)}


class Names(Visitor):  # type: ignore[misc]
    """The variables and the other messages that a message uses."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)


def names(node: ftl.BaseNode) -> Names:
    found = Names()
    found.visit(node)
    return found


def patterns(entry: ftl.Message) -> dict[str, ftl.Pattern]:
    own = {"": entry.value} if entry.value else {}
    return own | {attribute.id.name: attribute.value for attribute in entry.attributes}


@lru_cache
def shared_pieces(language: str) -> set[str]:
    return {name for entry in entries(language).values() for name in names(entry).messages}


# --- the two files against the code ------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_source_has_a_sentence(language: str) -> None:
    known = entries(language)
    assert {code: file for code, file in CODES.items() if code not in known} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_used_by_some_code(language: str) -> None:
    assert set(entries(language)) - set(CODES) - shared_pieces(language) == set()


def test_the_scan_finds_codes_of_every_form() -> None:
    """Its broken twin: a scan that sees no assignments, maps, returns or keys would miss one of these."""
    by_form = {
        "Diagnostic(...)": "schema-newer",
        "problem(...)": "value-empty",
        "problem(f...)": "scope-unknown",
        "BadReference(...)": "reference-circle",
        "StrayMark(...)": "rich-stray-star",
        "handed on": "yaml-alias",
        "assigned": "field-unknown-near",
        "mapped": "value-not-list",
        "returned": "yaml-colon",
    }
    assert {form for form, code in by_form.items() if code not in CODES} == set()
    assert "Diagnostic" in CALLS


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_whole(language: str, suffix: str) -> None:
    parsed = FluentParser().parse(source(language, suffix))
    assert [entry.content for entry in parsed.body if isinstance(entry, ftl.Junk)] == []
    ids = [entry.id.name for entry in parsed.body if isinstance(entry, ftl.Message)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_two_languages_say_the_same_things_with_the_same_variables(suffix: str) -> None:
    def variables(language: str) -> dict[str, dict[str, set[str]]]:
        return {
            name: {part: names(pattern).variables for part, pattern in patterns(entry).items()}
            for name, entry in entries(language, suffix).items()
        }

    assert counted(variables("vi")) == counted(variables("en"))


def counted(found: dict[str, dict[str, set[str]]]) -> dict[str, dict[str, set[str]]]:
    """A count that only chooses between singular and plural need not be said in both languages."""
    return {name: {part: used - {"count"} for part, used in parts.items()} for name, parts in found.items()}


# --- tone --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tone_is_kept(language: str, suffix: str) -> None:
    text = re.sub(r"^#.*$", "", source(language, suffix), flags=re.MULTILINE)
    assert unicodedata.is_normalized("NFC", text)
    text = text.replace("(dấu !)", "").replace("(a ! mark)", "")
    assert [word for word in ("!", "bạn ", "vui lòng", "invalid", "hợp lệ") if word in text.lower()] == []
    assert re.findall(r"kiểm tra (?:lỗi|chính tả|tệp)", text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_ends_with_a_stop(language: str) -> None:
    for name, entry in entries(language).items():
        if name in shared_pieces(language):
            continue
        for pattern in patterns(entry).values():
            last = pattern.elements[-1]
            if isinstance(last, ftl.TextElement):
                assert last.value.rstrip().endswith((".", "?", '"', "]]", "`")), name


# --- saying ------------------------------------------------------------------------------------------


def complaints(item: Diagnostic, language: str) -> list[str]:
    """Return what Fluent complains of: variables that the code did not give."""
    spoken = sentences(language, f"{language}.ftl")
    message = spoken.message(item.code)
    said = [
        spoken.filled_or_not(p, _filled(item.arguments))
        for p in (message.value, *message.attributes.values())
    ]
    return [f"{item.code}: {error}" for _, errors in said for error in errors]


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_what_the_loader_says_fills_the_sentences(name: str, tmp_path: Path) -> None:
    found = load_all(new_project(tmp_path, bad=BAD_TEXTS[name][0], good=GOOD)).diagnostics
    assert found
    assert [line for item in found for language in LANGUAGES for line in complaints(item, language)] == []


@pytest.mark.parametrize("name", BAD_BYTES)
def test_what_is_said_of_bad_bytes_fills_the_sentences(name: str, tmp_path: Path) -> None:
    project = new_project(tmp_path, good=GOOD)
    (project.inspections / "bad.yaml").write_bytes(BAD_BYTES[name][0])
    found = load_all(project).diagnostics
    assert [line for item in found for language in LANGUAGES for line in complaints(item, language)] == []


def test_a_missing_field_is_said_as_in_the_model_message() -> None:
    arguments = {"field": "decision.date", "meaning": "Ngày, tháng, năm ban hành"}
    assert (
        Messages("vi").say("field-missing", arguments)[0]
        == "Chưa nhập “Ngày, tháng, năm ban hành” (`decision.date`)."
    )
    assert Messages("vi").say("field-missing", {"field": "x", "meaning": ""})[0] == "Chưa nhập `x`."


def test_model_messages_come_out_as_designed() -> None:
    say = Messages("vi").say
    assert say("date-impossible", {"text": "31/02/2026", "month": "02", "year": 2026, "days": 28}) == (
        "Ngày “31/02/2026” không có trong lịch: tháng 02 năm 2026 có 28 ngày.",
        "Đối chiếu với văn bản gốc.",
    )
    near = {"text": "so-khcn", "near": "so-kh-cn", "name": "Sở Khoa học", "known": ""}
    assert say("agency-unknown", near) == (
        "Cơ quan “so-khcn” chưa có trong danh mục dùng chung. Gần nhất: “so-kh-cn” (Sở Khoa học).",
        "Dùng mã có sẵn hoặc thêm vào `catalogues/agencies.yaml`.",
    )
    assert Messages("en").say("field-unknown-near", {"key": "recomendations", "near": "recommendations"})[
        0
    ] == ("There is no field “recomendations”. Did you mean “recommendations”?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_said_as_they_are_given(language: str) -> None:
    said, _ = Messages(language).say("yaml-tab", {"line": 12345})
    assert "12345" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_code_is_told_with_its_arguments(language: str) -> None:
    assert Messages(language).say("no-such-code", {"a": 1, "b": "x\x1b"}) == (
        "no-such-code (a = “1”, b = “x\\x1b”)",
        None,
    )
    assert Messages(language).say("no-such-code", {}) == ("no-such-code", None)


@pytest.mark.parametrize("code", ["field-missing", "yaml-syntax", "number-not"])
def test_arguments_that_are_not_given_do_not_end_the_program(code: str) -> None:
    for language in LANGUAGES:
        assert Messages(language).say(code, {})[0]


def test_a_very_long_text_is_cut() -> None:
    said, _ = Messages("vi").say("date-not", {"text": "x" * 10_000})
    assert len(said) < 400
    assert "…" in said


@given(st.text())
def test_nothing_typed_acts_on_a_terminal(text: str) -> None:
    said, _ = Messages("vi").say("date-not", {"text": text})
    assert [
        char for char in said if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    ] == []


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def test_vietnamese_is_left_alone() -> None:
    assert (
        visible("Đoàn kiểm tra “số 12” – Ủy ban nhân dân; 50%")
        == "Đoàn kiểm tra “số 12” – Ủy ban nhân dân; 50%"
    )
    assert visible("a\u202eb\u200b\x9b\n") == "a\\u202eb\\u200b\\x9b\\n"


# --- the choice of the language ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "environment", "setting", "language"),
    [
        (None, {}, "", "vi"),
        (None, {"LANG": "en_US.UTF-8"}, "", "en"),
        (None, {"LANG": "vi_VN.UTF-8"}, "", "vi"),
        (None, {"LANG": "C.UTF-8"}, "", "vi"),
        (None, {"LANG": "fr_FR.UTF-8"}, "", "vi"),
        (None, {"LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"}, "", "vi"),
        (None, {"LC_MESSAGES": "vi_VN", "LC_ALL": "en_GB"}, "", "en"),
        (None, {"LC_ALL": "", "LANG": "en"}, "", "en"),
        (None, {"LANG": "en"}, "vi", "vi"),
        (None, {"KETLUAN_LANG": "en", "LANG": "vi"}, "vi", "en"),
        ("vi", {"KETLUAN_LANG": "en", "LANG": "en"}, "en", "vi"),
        ("EN", {}, "", "en"),
    ],
)
def test_the_language_is_chosen_in_order(
    option: str | None, environment: dict[str, str], setting: str, language: str
) -> None:
    assert choose_language(option, environment, setting) == language


# --- the texts of the commands -----------------------------------------------------------------------


def spoken() -> tuple[set[str], set[str]]:
    """Return the literal names and the beginnings of composed names that stand anywhere in the source."""
    whole: set[str] = set()
    begun: set[str] = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value.partition(".")[0])
    return whole, {text for text in begun if text.endswith("-")}


def test_every_text_of_the_commands_is_used() -> None:
    whole, begun = spoken()
    unused = [
        name for name in entries("vi", "-command") if name not in whole and not name.startswith(tuple(begun))
    ]
    assert unused == []


def test_every_text_that_is_asked_for_is_there() -> None:
    known = entries("vi", "-command")
    asked = {
        str(node.args[0].value)
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("text", "say")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    missing = [name for name in asked if name.partition(".")[0] not in known and name not in CODES]
    assert missing == []


def test_a_sentence_without_a_variable_says_so() -> None:
    """The check of `complaints` is alive: a sentence whose variable is not given is found."""
    spoken = Sentences("vi", "x = { $missing }\n")
    value = spoken.message("x").value
    assert value is not None
    assert spoken.filled_or_not(value, {})[1]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_parsed_alone_is_the_one_of_the_whole_file(language: str, suffix: str) -> None:
    whole = {
        entry.id.name: entry
        for entry in FluentParser().parse(source(language, suffix)).body
        if isinstance(entry, ftl.Message)
    }
    spoken = sentences(language, f"{language}{suffix}.ftl")
    assert {name for name in whole if name not in spoken} == set()
    for name, entry in whole.items():
        (alone,) = FluentParser().parse(spoken.text(name)).body
        assert alone.equals(entry, ignored_fields=["span", "comment"]), name
