"""The project folder: settings of every bad kind, links that lead away, names that are no text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bug_log import STATE_FOLDER, write_log
from generator.diagnostics import Diagnostic, Place, Refused
from generator.manifest import NAME, PaperEntry, entry_lines, file_entry, manifest_bytes, read_manifest
from generator.messages import LANGUAGES, Messages
from generator.project import find_project, read_settings
from generator.settings import settings_of
from tests.inspections import SMALL, new_project

if TYPE_CHECKING:
    from pathlib import Path


def refusal(folder: Path) -> list[Diagnostic]:
    """Return what is said of the settings of a folder."""
    with pytest.raises(Refused) as refused:
        read_settings(folder)
    return list(refused.value.diagnostics)


def settings_file(folder: Path, text: str, name: str = "ketluan.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


# --- settings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("language = " + "[" * 5000, "settings-syntax", "ketluan.toml"),
        ("annex_recommendations = " + "9" * 5000, "settings-syntax", "ketluan.toml"),
        ("month_printed = yes\n", "settings-syntax", "ketluan.toml:1:17"),
        ('output = "\\u0000"\n', "settings-wrong", "ketluan.toml:1"),
        ('output = ""\n', "settings-wrong", "ketluan.toml:1"),
        ('output = "../x"\n', "settings-outside", "ketluan.toml"),
        ('# a\nlanguage = "fr"\n', "settings-wrong", "ketluan.toml:2"),
        ("annex_recommendations = -1\n", "settings-wrong", "ketluan.toml:1"),
        ('no_break_spaces = "yes"\n', "settings-wrong", "ketluan.toml:1"),
        ('number_series = "year"\n', "settings-wrong", "ketluan.toml:1"),
        ('two_checks = "no"\n', "settings-wrong", "ketluan.toml:1"),
        ('[output]\na = "x"\n', "settings-wrong", "ketluan.toml"),
        ('outptu = "x"\n', "settings-unknown", "ketluan.toml:1"),
        ("a = 1\x00\n", "character-control", "ketluan.toml:1:6"),
    ],
)
def test_bad_settings_are_refused_with_their_line(text: str, code: str, place: str, tmp_path: Path) -> None:
    found = refusal(settings_file(tmp_path, text))
    assert [(item.code, str(item.place)) for item in found] == [(code, place)]


@pytest.mark.parametrize("text", ["tool = 5\n", "[tool]\nketluan = 5\n", "tool = [1]\n"])
def test_a_table_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    found = refusal(settings_file(tmp_path, text, "pyproject.toml"))
    assert [(item.code, item.arguments["takes"]) for item in found] == [("settings-wrong", "table")]


def test_another_programs_pyproject_is_left_alone(tmp_path: Path) -> None:
    settings_file(tmp_path, "[tool.other]\noutput = 5\n", "pyproject.toml")
    assert read_settings(tmp_path).output == "output"


def test_a_huge_settings_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "ketluan.toml").open("wb") as file:
        file.truncate(8 << 30)
    assert [item.code for item in refusal(tmp_path)] == ["file-too-large"]


def test_a_pipe_for_settings_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ketluan.toml")
    assert [item.code for item in refusal(tmp_path)] == ["file-not-regular"]


@pytest.mark.parametrize(
    "name",
    [
        "x",
        "{inspection}",
        "{inspection}{paper}{foo}",
        "{inspection}{paper}{paper}",
        "{inspection!r}{paper}",
        "{inspection:>9}{paper}",
        "{inspection.x}{paper}",
        "{",
        "{0}",
        "{}",
        "a b{inspection}{paper}",
        "../{inspection}{paper}",
        "\x1b{inspection}{paper}",
        "{inspection}\n{paper}",
        "ế{inspection}{paper}",
        ".{inspection}{paper}",
        "{{{inspection}{paper}",
    ],
)
def test_a_pattern_of_names_has_both_fields_and_nothing_strange(name: str) -> None:
    with pytest.raises(Refused) as refused:
        settings_of({"draft_name": name}, "", "ketluan.toml")
    assert [(item.code, item.arguments["field"]) for item in refused.value.diagnostics] == [
        ("settings-wrong", "draft_name")
    ]


@given(st.text(max_size=8), st.text(max_size=8))
def test_a_pattern_that_is_taken_names_two_papers_apart(before: str, between: str) -> None:
    pattern = f"{before}{{inspection}}{between}{{paper}}"
    try:
        name = settings_of({"draft_name": pattern}, "", "ketluan.toml").draft_name
    except Refused:
        return
    made = name.format(inspection="a", paper="b")
    assert made == f"{before}a{between}b"
    assert made.isascii()
    assert made.isprintable()


@pytest.mark.parametrize(
    "name", ["DT_{inspection}_{paper}", "dt_{inspection}_{paper}", "DT_{inspection}_{paper}_luu-tru"]
)
def test_a_draft_and_a_copy_for_signature_have_two_names(name: str) -> None:
    with pytest.raises(Refused) as refused:
        settings_of({"signing_name": name}, "", "ketluan.toml")
    assert [item.arguments["takes"] for item in refused.value.diagnostics] == ["other-name"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("takes", ["language", "folder", "flag", "number", "name", "other-name", "table"])
def test_what_a_setting_takes_is_said_in_words(language: str, takes: str) -> None:
    said, _ = Messages(language).say("settings-wrong", {"field": "x", "takes": takes})
    assert "{ $" not in said
    plain, _ = Messages(language).say("settings-wrong", {"field": "x", "takes": "name"})
    assert (said == plain) is (takes == "name")
    assert "{inspection}" in plain


# --- links and names ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ketluan.toml", "inspections", "inspections/catalogues"])
def test_data_that_lies_elsewhere_through_a_link_is_refused(name: str, tmp_path: Path) -> None:
    project = new_project(tmp_path / "p", nho=SMALL)
    (project.root / "ketluan.toml").touch()
    find_project(project.root)
    away = tmp_path / "away"
    (project.root / name).rename(away)
    (project.root / name).symlink_to(away)
    with pytest.raises(Refused) as refused:
        find_project(project.root)
    assert "file-outside" in {item.code for item in refused.value.diagnostics}
    assert refused.value.diagnostics[0].place == Place(name)


def test_a_log_is_not_written_through_a_link_and_needs_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    project = new_project(tmp_path / "p")
    settings_file(project.root, "language = " + "[" * 5000)
    inside = write_log(project.root, (), ["x"])
    assert inside is not None
    assert inside.parent == project.root / STATE_FOLDER
    inside.unlink()
    inside.parent.rmdir()
    (tmp_path / "away").mkdir()
    (project.root / STATE_FOLDER).symlink_to(tmp_path / "away")
    log = write_log(project.root, (), ["x"])
    assert log is not None
    assert log.parent == tmp_path
    assert list((tmp_path / "away").iterdir()) == []


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    path = project.inspections / os.fsdecode(b"h\xff.yaml")
    assert project.shown(path) == "inspections/h\\udcff.yaml"
    assert project.shown(tmp_path.parent / os.fsdecode(b"\xff")).encode()


# --- the manifest ------------------------------------------------------------------------------------

ENTRY = PaperEntry("a", "b", "k", "s", "du-thao", "outgoing", (file_entry("a.pdf", b"x"),))


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(manifest_bytes({"a": entry_lines([ENTRY])}))
    assert read_manifest(tmp_path / NAME).entries() == [ENTRY]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"path": "a.pdf"', b'"path": 5'),
        (b'"path": "a.pdf"', b'"path": "' + b"a" * 300 + b'"'),
        (b'"path": "a.pdf"', '"path": "{}"'.format("ế" * 200).encode()),
        (b'"path": "a.pdf"', b'"path": "../a.pdf"'),
        (b'"path": "a.pdf"', b'"path": "\\u0000"'),
        (b'"path": "a.pdf"', b'"path": "\\udcff"'),
        (b'"inspection": "a"', b'"inspection": ["a"]'),
        (b'"kind": "k"', b'"kind": ' + b"[" * 100_000),
        (b'"size": 1', b'"size": ' + b"9" * 5000),
        (b'"size": 1', b'"size": "1"'),
        (b'"papers": [', b'"papers": [5, '),
    ],
)
def test_a_manifest_of_wrong_types_is_none(old: bytes, new: bytes, tmp_path: Path) -> None:
    written = manifest_bytes({"a": entry_lines([ENTRY])})
    assert old in written
    (tmp_path / NAME).write_bytes(written.replace(old, new))
    assert read_manifest(tmp_path / NAME).entries() == []


def test_a_pipe_for_a_manifest_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    assert read_manifest(tmp_path / NAME).entries() == []
