"""Every bad file gives a clear error with its place, and the other inspections are still handled."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.batch import Batch, load_all
from generator.checking import check_all
from generator.diagnostics import Diagnostic, Severity
from generator.file_reading import MAX_BYTES
from generator.project import Project
from tests.inspections import CLEAN, SMALL, new_project

GOOD = SMALL.replace("id: nho", "id: tot")


def swapped(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new)


def deep(depth: int) -> str:
    return "a: " + "[" * depth + "]" * depth + "\n"


def block_deep(depth: int) -> str:
    return "- " * depth + "x\n"


BAD_TEXTS = {
    "syntax error": (SMALL + "x: [1, 2\n", "yaml-syntax", 18),
    "unquoted colon": (SMALL + "team: {name: x}\nplan: Kế hoạch: số 12\n", "yaml-colon", 19),
    "tab": (SMALL + "team:\n\tname: Đoàn\n", "yaml-tab", 19),
    "tab in a list": (SMALL + "organisation:\n- text: a\n\t- b\n", "yaml-tab", 20),
    "text that begins with a mark": (SMALL + "method: @x\n", "yaml-quote", 18),
    "comma in braces": (
        swapped('[{text: "Đã thực hiện tốt."}]', "[{text: Đã làm, đã xong}]"),
        "yaml-comma",
        10,
    ),
    "duplicate key": (SMALL + "id: khac\n", "yaml-duplicate-key", 18),
    "unknown key": (SMALL + "recomendations: []\n", "field-unknown-near", 18),
    "unknown key like none": (SMALL + "zzzzzz: 1\n", "field-unknown", 18),
    "missing field": (SMALL.replace("type: kiem-tra\n", ""), "field-missing", 1),
    "wrong type: list for text": (
        swapped("subject: việc", "subject: [a]\nx: việc").replace("x: ", "method: "),
        "value-not-fields",
        5,
    ),
    "wrong type: text for a list": (
        swapped("[Các thành viên Đoàn kiểm tra]", "{a: b}"),
        "value-not-list",
        17,
    ),
    "impossible date": (swapped("01/3/2026", "31/02/2026"), "date-impossible", 6),
    "date without a year": (swapped("01/3/2026", "17/6"), "date-without-year", 6),
    "date of words": (swapped("01/3/2026", "hôm qua"), "date-not", 6),
    "unknown agency": (swapped("ubnd-xa-vi-du-a,", "ubnd-xa-vi-du-aa,"), "agency-unknown", 8),
    "unknown person": (swapped("person: nguyen-van-a", "person: nguyen-van-b"), "person-unknown", 16),
    "unknown unit": (
        SMALL + "recommendations: [{id: x, owners: zz, text: a, deadline: ongoing}]\n",
        "agency-unknown",
        18,
    ),
    "unknown unit of a limitation": (
        SMALL.replace("  strengths:", "  limitations: [{id: x, units: zz, text: a}]\n  strengths:"),
        "unit-unknown",
        10,
    ),
    "unknown figure": (swapped("Đã thực hiện tốt.", "Có [[hs.total]] hồ sơ"), "reference-unknown-figure", 10),
    "unknown quantity": (
        swapped("Đã thực hiện tốt.", "Có [[h.zz]] hồ sơ") + "figures: [{id: h, kind: breakdown, total: 1}]\n",
        "reference-unknown-quantity",
        10,
    ),
    "reference of no form": (swapped("Đã thực hiện tốt.", "Có [[a b]] hồ sơ"), "reference-form", 10),
    "reference without its end": (swapped("Đã thực hiện tốt.", "Có [[a hồ sơ"), "rich-open-reference", 10),
    "reference in a circle": (
        SMALL + 'figures: [{id: h, kind: indicator, numerator: "[[h.numerator]]", denominator: 1}]\n',
        "reference-circle",
        18,
    ),
    "stray star": (swapped("Đã thực hiện tốt.", "Tốt * lắm"), "rich-stray-star", 10),
    "unknown scope": (swapped('{text: "Đã', '{scope: zz, text: "Đã'), "scope-unknown", 10),
    "unknown kind of figure": (SMALL + "figures: [{id: h, kind: zz}]\n", "value-not-in-list", 18),
    "figure without kind": (SMALL + "figures: [{id: h}]\n", "figure-without-kind", 18),
    "float for a count": (SMALL + "figures: [{id: h, kind: breakdown, total: 50.41}]\n", "number-not", 18),
    "percent with a dot": (
        SMALL + 'figures: [{id: h, kind: indicator, rate: "88.49%"}]\n',
        "percent-decimal-point",
        18,
    ),
    "two deadlines": (
        SMALL + "recommendations: [{id: x, text: a, deadline: {before: 1/1/2026, by: 2/1/2026}}]\n",
        "deadline-one-form",
        18,
    ),
    "id twice": (
        SMALL.replace("  - {id: a,", "  - {id: a, agency: ubnd-xa-vi-du-b}\n  - {id: a,"),
        "id-twice",
        9,
    ),
    "id with a path": (swapped("id: nho", "id: ../nho"), "id-not", 2),
    "paper id with a path": (swapped("id: tb", "id: ../tb"), "id-not", 12),
    "alias bomb": ("a: &a [x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n", "yaml-alias", 1),
    "tag": ("schema: !!python/object/apply:os.system [id]\n", "yaml-tag", 1),
    "two documents": (SMALL + "---\n" + SMALL, "yaml-documents", 18),
    "empty": ("", "yaml-empty", 0),
    "comment only": ("# nothing\n", "yaml-empty", 0),
    "a list": ("- a\n- b\n", "yaml-not-fields", 1),
    "newer schema": (swapped("schema: 1", "schema: 2"), "schema-newer", 1),
    "other schema": (swapped("schema: 1", "schema: x"), "value-not-in-list", 1),
    "deep 10,000": (deep(10_000), "yaml-too-deep", 1),
    "deep 1,000,000": (deep(1_000_000), "yaml-too-deep", 1),
    "block deep 10,000": (block_deep(10_000), "yaml-too-deep", 1),
    "zero width": (swapped("Đã thực hiện tốt.", "Đã\u200b thực hiện"), "character-unprintable", 10),
    "right to left": (swapped("Đã thực hiện tốt.", "Đã \u05d0\u05d1"), "character-unprintable", 10),
    "emoji": (swapped("Đã thực hiện tốt.", "Đã \U0001f600"), "character-unprintable", 10),
    "private use": (swapped("Đã thực hiện tốt.", "Đã \ue000\ue010\ue001"), "character-unprintable", 10),
    "escaped control": (swapped('"Đã thực hiện tốt."', '"Đ\\u0007"'), "character-unprintable", 10),
    "control": (swapped("Đã thực hiện tốt.", "Đã \x07"), "character-control", 10),
    "NUL": (swapped("Đã thực hiện tốt.", "Đã \x00"), "character-control", 10),
}

BAD_BYTES = {
    "UTF-16": (SMALL.encode("utf-16"), "file-utf16"),
    "UTF-16 without BOM": (SMALL.encode("utf-16-le"), "file-utf16"),
    "broken UTF-8": (SMALL.encode().replace("Đã".encode(), b"\xd0\xc3"), "file-not-utf8"),
    "50 MB": (b"#" * 50_000_000, "file-too-large"),
}


def outcome(project: Project) -> tuple[Batch, list[Diagnostic]]:
    batch = load_all(project)
    return batch, [item for item in batch.diagnostics if item.severity is Severity.ERROR]


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_bad_text_is_told_with_its_place_and_the_good_one_is_loaded(name: str, tmp_path: Path) -> None:
    text, code, line = BAD_TEXTS[name]
    batch, found = outcome(new_project(tmp_path, bad=text, good=GOOD))
    assert [item.inspection.id for item in batch.loaded] == ["tot"]
    assert code in {item.code for item in found}, found
    first = next(item for item in found if item.code == code)
    assert first.place.file == "inspections/bad.yaml"
    assert first.place.line == line, first
    assert first.place.column >= (1 if line else 0)


@pytest.mark.parametrize("name", BAD_BYTES)
def test_bad_bytes_are_told(name: str, tmp_path: Path) -> None:
    raw, code = BAD_BYTES[name]
    project = new_project(tmp_path, good=GOOD)
    (project.inspections / "bad.yaml").write_bytes(raw)
    batch, found = outcome(project)
    assert [item.code for item in found] == [code]
    assert [item.inspection.id for item in batch.loaded] == ["tot"]


def test_broken_utf8_is_told_with_line_and_column(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    (project.inspections / "bad.yaml").write_bytes(b"a: b\nc: \xff\n")
    place = outcome(project)[1][0].place
    assert (place.line, place.column) == (2, 4)


def test_the_small_inspection_itself_is_good(tmp_path: Path) -> None:
    report = check_all(new_project(tmp_path, good=CLEAN))
    assert report.ok
    assert len(report.papers) == 1


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()])
def test_a_bom_and_windows_line_ends_are_accepted(raw: bytes, tmp_path: Path) -> None:
    project = new_project(tmp_path)
    (project.inspections / "bom.yaml").write_bytes(raw)
    batch, found = outcome(project)
    assert found == []
    assert len(batch.loaded) == 1


def test_decomposed_text_is_accepted_and_composed(tmp_path: Path) -> None:
    import unicodedata

    project = new_project(tmp_path, nfd=unicodedata.normalize("NFD", GOOD))
    batch, found = outcome(project)
    assert found == []
    assert batch.loaded[0].inspection.findings.strengths[0].text == "Đã thực hiện tốt."


def test_two_inspections_with_one_id_are_both_told(tmp_path: Path) -> None:
    batch, found = outcome(new_project(tmp_path, one=GOOD, two=GOOD, three=SMALL))
    assert [(item.code, item.place.file) for item in found] == [
        ("inspection-twice", "inspections/one.yaml"),
        ("inspection-twice", "inspections/two.yaml"),
    ]
    assert [item.inspection.id for item in batch.loaded] == ["nho"]


def test_folders_links_pipes_and_devices_are_told_and_never_wait(tmp_path: Path) -> None:
    project = new_project(tmp_path, good=GOOD)
    folder = project.inspections
    (folder / "folder.yaml").mkdir()
    (folder / "dangling.yaml").symlink_to("nowhere.yaml")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "outside.yaml").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.yaml")
    batch, found = outcome(project)
    assert [item.inspection.id for item in batch.loaded] == ["tot"]
    assert {item.place.file: item.code for item in found} == {
        "inspections/dangling.yaml": "file-missing",
        "inspections/device.yaml": "file-outside",
        "inspections/folder.yaml": "file-not-regular",
        "inspections/outside.yaml": "file-outside",
        "inspections/pipe.yaml": "file-not-regular",
    }


def test_a_file_just_under_the_limit_is_read(tmp_path: Path) -> None:
    filled = GOOD + "# " + "x" * (MAX_BYTES - len(GOOD.encode()) - 3) + "\n"
    assert outcome(new_project(tmp_path, big=filled))[1] == []


def test_all_errors_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = swapped("01/3/2026", "31/02/2026").replace("ubnd-xa-vi-du-a,", "zz,") + "zz: 1\n"
    codes = [item.code for item in outcome(new_project(tmp_path, bad=text))[1]]
    assert sorted(codes) == ["agency-unknown", "date-impossible", "field-unknown"]


def test_a_broken_catalogue_is_told_and_nothing_is_loaded(tmp_path: Path) -> None:
    project = new_project(tmp_path, good=GOOD)
    (project.catalogues / "people.yaml").write_text("people:\n  - {id: a}\n", encoding="utf-8")
    report = check_all(project)
    assert [(item.code, item.place.line) for item in report.diagnostics] == [("field-missing", 2)]
    assert report.papers == ()


@pytest.mark.parametrize(
    ("typed", "date"), [("2026-03-01", "01/3/2026"), ("1/3/2026", "01/3/2026"), ("01-03-2026", "01/3/2026")]
)
def test_dates_are_understood_as_clerks_type_them(typed: str, date: str, tmp_path: Path) -> None:
    from generator.wording import short_date

    batch, found = outcome(new_project(tmp_path, good=GOOD.replace("01/3/2026", typed)))
    assert found == []
    decision = batch.loaded[0].inspection.decision
    assert decision is not None
    assert decision.date is not None
    assert short_date(decision.date) == date


def test_a_name_in_place_of_a_key_is_resolved_and_noted(tmp_path: Path) -> None:
    text = GOOD.replace("agency: ubnd-xa-vi-du-a", "agency: Ví Dụ A").replace(
        "person: nguyen-van-a", "person: Nguyễn Văn A"
    )
    batch, found = outcome(new_project(tmp_path, good=text))
    assert found == []
    notes = batch.loaded[0].notes
    assert [(note.code, note.arguments["key"], note.place.line) for note in notes] == [
        ("name-taken", "ubnd-xa-vi-du-a", 8),
        ("name-taken", "nguyen-van-a", 16),
    ]
    assert batch.loaded[0].inspection.inspected_units[0].agency == "ubnd-xa-vi-du-a"


def test_numbers_are_understood_by_the_field(tmp_path: Path) -> None:
    figures = (
        "figures:\n  - {id: a, kind: breakdown, total: 50.419}\n  - {id: b, kind: breakdown, total: 50419}\n"
        '  - {id: c, kind: indicator, rate: "88,49%"}\n  - {id: d, kind: indicator, rate: 88,49%}\n'
    )
    # An unquoted comma in braces is a new key; the message says so.
    found = outcome(new_project(tmp_path, bad=GOOD + figures))[1]
    assert [item.code for item in found] == ["yaml-comma"]
    batch = load_all(new_project(tmp_path / "2", good=GOOD + "\n".join(figures.splitlines()[:4]) + "\n"))
    a, b, c = batch.loaded[0].inspection.figures
    assert a.total == b.total == 50419  # type: ignore[union-attr]
    assert str(c.rate) == "88.49"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    month: 5\n", "    month: 77\n", "month-not"),
        ("    year: 2026\n", "    year: 999999999999999\n", "year-not"),
        ("Đã thực hiện tốt.", "Xong [[deadline]] nhé", "reference-unknown"),
        ("Đã thực hiện tốt.", "Tích 2*3*4", "rich-stray-star"),
        ("schema: 1", "schema: ²", "value-not-in-list"),
        ("schema: 1", "schema: " + "9" * 5000, "value-not-in-list"),
        ("Đã thực hiện tốt.", "a" + "\u0301\u0300" * 5000, "character-unprintable"),
        ('"Đã thực hiện tốt."', '"a\\e[31mb"', "character-unprintable"),
        ("schema: 1", "schema: 1 # \u2028", "character-control"),
    ],
)
def test_what_an_attacker_tried_is_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    batch, found = outcome(new_project(tmp_path, bad=swapped(old, new), good=GOOD))
    assert [item.inspection.id for item in batch.loaded] == ["tot"]
    assert [item.code for item in found] == [code]
    assert found[0].place.line > 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("figures: [{id: b, kind: survey, levels: {a: 3}, shares: {typo: 50%}}]\n", "share-of-nothing"),
        ("figures: [{id: b, kind: breakdown, of: {total: 500, a: 3}}]\n", "part-named-total"),
        ("figures: [{id: decision, kind: breakdown, total: 1}]\n", "id-of-paper"),
        (
            "recommendations: [{id: x, text: a, deadline: ongoing}]\norganisation: []\n",
            "id-twice",
        ),
    ],
)
def test_names_that_mean_two_things_are_told(more: str, code: str, tmp_path: Path) -> None:
    text = SMALL.replace("documents:\n", "  causes: [{id: x, text: a}]\ndocuments:\n") + more
    assert [item.code for item in outcome(new_project(tmp_path, bad=text))[1]] == [code]


def test_a_chain_of_figures_ends_in_a_message_not_in_a_crash(tmp_path: Path) -> None:
    chain = "".join(
        f'  - {{id: f{n}, kind: indicator, numerator: "[[f{n + 1}.numerator]]", denominator: 1}}\n'
        for n in range(1500)
    )
    text = SMALL + "figures:\n" + chain + "  - {id: f1500, kind: indicator, numerator: 1, denominator: 1}\n"
    found = outcome(new_project(tmp_path, bad=text))[1]
    assert found
    assert {item.code for item in found} == {"reference-circle"}
