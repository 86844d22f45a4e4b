from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import point_letter, roman

VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (49, "XLIX"),
        (90, "XC"),
        (2026, "MMXXVI"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_a_number_has_its_roman_numeral(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@given(st.integers(min_value=1, max_value=3999))
def test_a_roman_numeral_counts_back(number: int) -> None:
    values = [VALUES[sign] for sign in roman(number)]
    signed = [-v if v < max(values[i:]) else v for i, v in enumerate(values)]
    assert sum(signed) == number


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_what_has_no_roman_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(number)


def test_points_go_in_the_vietnamese_order() -> None:
    letters = "".join(point_letter(number) for number in range(1, 24))
    assert letters == "abcdđeghiklmnopqrstuvxy"
    assert [point_letter(number) for number in (4, 5, 6, 7)] == ["d", "đ", "e", "g"]


@pytest.mark.parametrize("number", [0, -1, 24])
def test_after_y_there_is_no_letter(number: int) -> None:
    with pytest.raises(ValueError, match="no letter"):
        point_letter(number)
