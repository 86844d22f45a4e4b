from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Refused
from generator.layout import load_layout
from tests.rendering import FOLDER, layout

SOURCE = (FOLDER / "layout.yaml").read_text(encoding="utf-8")


def refused(tmp_path, text):
    path = tmp_path / "layout.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        load_layout(path, "templates/_layout/layout.yaml")
    return [(item.code, item.place.line, item.arguments.get("key")) for item in caught.value.diagnostics]


def test_the_shipped_layout_keeps_the_decree():
    values = asdict(layout())
    assert (values["page"]["width"], values["page"]["height"]) == (210, 297)
    margin = values["page"]["margin"]
    assert 20 <= margin["top"] <= 25
    assert 20 <= margin["bottom"] <= 25
    assert 30 <= margin["left"] <= 35
    assert 15 <= margin["right"] <= 20
    sizes = values["sizes"]
    assert (sizes["national_name"], sizes["motto"], sizes["place_date"]) == (13, 14, 14)
    assert sizes["annex_label"] == 14
    assert 1 / 3 <= values["rules"]["agency"] <= 1 / 2
    assert values["rules"]["motto"] == 1
    assert values["body"]["space_before"] >= 6


def test_an_unknown_and_a_missing_key_are_both_told_with_their_places(tmp_path):
    line = next(n for n, text in enumerate(SOURCE.splitlines(), 1) if "first_line:" in text)
    wrong = SOURCE.replace("first_line:", "frist_line:")
    assert refused(tmp_path, wrong) == [
        ("layout-key-unknown", line, "body.frist_line"),
        ("layout-key-missing", line, "body.first_line"),
    ]


def test_a_value_that_is_no_number_is_told(tmp_path):
    assert ("layout-value-wrong", 7, "page.height") in refused(tmp_path, SOURCE.replace("297", "cao"))
    assert refused(tmp_path, SOURCE.replace("297", "[1, 2]"))[0][0] == "layout-value-wrong"
    assert refused(tmp_path, SOURCE.replace("297", "-3"))[0][0] == "layout-value-wrong"
    assert refused(tmp_path, SOURCE.replace("297", "nan"))[0][0] == "layout-value-wrong"


def test_columns_that_do_not_fill_the_width_are_told(tmp_path):
    codes = refused(tmp_path, SOURCE.replace("[62, 98]", "[62, 90]"))
    assert [(code, key) for code, _, key in codes] == [("layout-columns-do-not-fill", "head.columns")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "layout-empty"),
        ("page: {", "layout-not-yaml"),
        ("[1]", "layout-value-wrong"),
        ("{{}}", "layout-key-unknown"),
        ("? [a]\n: 1", "layout-key-unknown"),
        ("[" * 50_000, "layout-too-large"),
    ],
)
def test_what_is_no_layout_is_refused(tmp_path, text, code):
    assert refused(tmp_path, text)[0][0] == code


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("  body: 14 ", "  body: 0 ", "sizes.body"),
        ("  body: 14 ", "  body: 0.00001 ", "sizes.body"),
        ("  body: 14 ", "  body: 0.9 ", "sizes.body"),
        ("width: 210", "width: 0.00001", "page.width"),
        ("smallest: 9", "smallest: 0", "table.smallest"),
        ("line_height: 1.15", "line_height: 0", "font.line_height"),
        ("[71, 89]", "[0, 160]", "signature.columns"),
        ("first_line: 12.7", "first_line: 0.00001", "body.first_line"),
    ],
)
def test_a_size_too_small_to_print_is_told(tmp_path, old, new, key):
    assert old in SOURCE
    codes = refused(tmp_path, SOURCE.replace(old, new, 1))
    assert [(code, where) for code, _, where in codes] == [("layout-value-small", key)]


def test_room_that_may_be_left_out_may_be_nothing(tmp_path):
    path = tmp_path / "layout.yaml"
    path.write_text(SOURCE.replace("first_line: 12.7", "first_line: 0"), encoding="utf-8")
    assert load_layout(path).body.first_line == 0


def test_margins_that_leave_nothing_of_the_page_are_told(tmp_path):
    codes = refused(tmp_path, SOURCE.replace("{top: 20, bottom: 20,", "{top: 200, bottom: 97,", 1))
    assert [(code, key) for code, _, key in codes] == [("layout-value-wrong", "page.margin")]


@given(st.text(max_size=200))
def test_no_text_whatever_gets_past_without_a_reason(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(Refused):
        load_layout(path)
