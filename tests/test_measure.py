from __future__ import annotations

import json
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fonts import LETTERS
from generator.measure import pieces, printable, text_width, unprintable, wrap
from generator.metrics.make import widths
from tests.rendering import faces

# Measured with Times New Roman itself: reference, annex A.
KNOWN = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.3),
    ("Độc lập - Tự do - Hạnh phúc", 14, 60.5),
    ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", 13, 81.0),
)
WORDS = st.text(alphabet=st.sampled_from("abcdđeêghikm -/0123456789Ưở"), max_size=60)


@pytest.mark.parametrize(("text", "points", "mm"), KNOWN)
def test_bold_widths_are_those_of_times_new_roman(text, points, mm):
    assert text_width(text, points, bold=True) == pytest.approx(mm, abs=0.06)


def test_italic_width_is_that_of_times_new_roman():
    assert text_width("Lạng Sơn, ngày 05 tháng 01 năm 2026", 14, italic=True) == pytest.approx(76.7, abs=0.06)


@given(WORDS, WORDS)
def test_the_width_of_two_texts_is_the_sum_of_their_widths(one, other):
    assert text_width(one + other, 14) == pytest.approx(text_width(one, 14) + text_width(other, 14))


@given(WORDS)
def test_pieces_joined_are_the_text(text):
    assert "".join(pieces(text)) == text


@given(WORDS, st.floats(min_value=8, max_value=90))
def test_wrapped_lines_hold_the_whole_text_and_fit(text, width):
    lines = wrap(text, width, 14)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, 14) <= width + 1e-9 for line in lines)


def test_a_word_longer_than_the_line_is_cut_where_the_line_is_full():
    lines = wrap("a" * 10_000, 160, 14)
    assert len({len(line) for line in lines[:-1]}) == 1
    assert text_width(lines[0] + "a", 14) > 160


def test_no_line_ends_at_a_slash_and_one_may_end_after_a_hyphen():
    assert pieces("số 1431/QĐ-UBND") == ["số ", "1431/QĐ-", "UBND"]
    assert pieces("2018-2020") == ["2018-2020"]


def test_every_vietnamese_letter_is_printable():
    assert not [letter for letter in LETTERS if not printable(letter)]


@pytest.mark.parametrize(
    "char",
    list("\t\n\u200b\u200f\u00ad\ufeff\u2060\u202f\u2011\u05d0\u0301\ue000☑✓中😀\u2028\ufffc\u0660"),
)
def test_what_prints_nothing_or_in_another_font_is_not_printable(char):
    assert not printable(char)
    assert unprintable(f"trước{char}sau") == [(5, char)]


def test_the_kept_widths_are_those_of_the_font():
    if (faces().family, faces().version) != ("Liberation Serif", "2.1.5"):
        pytest.skip("the widths were taken from Liberation Serif 2.1.5, which is not here")
    kept = (files("generator") / "metrics" / "times.json").read_text(encoding="ascii")
    assert widths(faces().regular.parent) == json.loads(kept)


def test_only_two_kinds_of_space_are_printable():
    spaces = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Zs"]
    assert [space for space in spaces if printable(space)] == [" ", "\u00a0"]
