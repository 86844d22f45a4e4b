from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import LARGEST_AMOUNT, in_words

# Written by the rules of the language, not copied from the function.
READ_ALOUD = [
    (0, "không"),
    (1, "một"),
    (4, "bốn"),
    (5, "năm"),
    (9, "chín"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (19, "mười chín"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (31, "ba mươi mốt"),
    (40, "bốn mươi"),
    (44, "bốn mươi tư"),
    (50, "năm mươi"),
    (55, "năm mươi lăm"),
    (67, "sáu mươi bảy"),
    (91, "chín mươi mốt"),
    (98, "chín mươi tám"),
    (100, "một trăm"),
    (101, "một trăm lẻ một"),
    (104, "một trăm lẻ bốn"),
    (105, "một trăm lẻ năm"),
    (110, "một trăm mười"),
    (111, "một trăm mười một"),
    (115, "một trăm mười lăm"),
    (121, "một trăm hai mươi mốt"),
    (155, "một trăm năm mươi lăm"),
    (214, "hai trăm mười bốn"),
    (224, "hai trăm hai mươi tư"),
    (300, "ba trăm"),
    (505, "năm trăm lẻ năm"),
    (999, "chín trăm chín mươi chín"),
    (1_000, "một nghìn"),
    (1_001, "một nghìn không trăm lẻ một"),
    (1_005, "một nghìn không trăm lẻ năm"),
    (1_010, "một nghìn không trăm mười"),
    (1_015, "một nghìn không trăm mười lăm"),
    (1_021, "một nghìn không trăm hai mươi mốt"),
    (1_100, "một nghìn một trăm"),
    (1_105, "một nghìn một trăm lẻ năm"),
    (2_026, "hai nghìn không trăm hai mươi sáu"),
    (10_000, "mười nghìn"),
    (10_005, "mười nghìn không trăm lẻ năm"),
    (13_462, "mười ba nghìn bốn trăm sáu mươi hai"),
    (15_015, "mười lăm nghìn không trăm mười lăm"),
    (21_000, "hai mươi mốt nghìn"),
    (24_024, "hai mươi tư nghìn không trăm hai mươi tư"),
    (100_000, "một trăm nghìn"),
    (101_101, "một trăm lẻ một nghìn một trăm lẻ một"),
    (105_000, "một trăm lẻ năm nghìn"),
    (194_597, "một trăm chín mươi tư nghìn năm trăm chín mươi bảy"),
    (523_056, "năm trăm hai mươi ba nghìn không trăm năm mươi sáu"),
    (999_999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    (1_000_000, "một triệu"),
    (1_000_001, "một triệu không trăm lẻ một"),
    (1_000_100, "một triệu một trăm"),
    (1_001_000, "một triệu không trăm lẻ một nghìn"),
    (1_010_000, "một triệu không trăm mười nghìn"),
    (1_250_000, "một triệu hai trăm năm mươi nghìn"),
    (5_005_005, "năm triệu không trăm lẻ năm nghìn không trăm lẻ năm"),
    (15_000_000, "mười lăm triệu"),
    (21_500_000, "hai mươi mốt triệu năm trăm nghìn"),
    (105_000_000, "một trăm lẻ năm triệu"),
    (340_040_004, "ba trăm bốn mươi triệu không trăm bốn mươi nghìn không trăm lẻ bốn"),
    (1_000_000_000, "một tỷ"),
    (1_000_000_001, "một tỷ không trăm lẻ một"),
    (1_000_050_000, "một tỷ không trăm năm mươi nghìn"),
    (1_005_000_000, "một tỷ không trăm lẻ năm triệu"),
    (1_250_000_000, "một tỷ hai trăm năm mươi triệu"),
    (24_000_000_000, "hai mươi tư tỷ"),
    (105_000_000_000, "một trăm lẻ năm tỷ"),
    (1_000_000_000_000, "một nghìn tỷ"),
    (1_000_000_500_000, "một nghìn tỷ năm trăm nghìn"),
    (1_005_000_000_000, "một nghìn không trăm lẻ năm tỷ"),
    (1_230_000_000_000, "một nghìn hai trăm ba mươi tỷ"),
    (
        1_234_567_890_123,
        (
            "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn "
            "một trăm hai mươi ba"
        ),
    ),
    (15_015_000_000_015, "mười lăm nghìn không trăm mười lăm tỷ không trăm mười lăm"),
    (100_000_000_000_000, "một trăm nghìn tỷ"),
    (101_000_000_000_005, "một trăm lẻ một nghìn tỷ không trăm lẻ năm"),
    (1_000_000_000_000_000, "một triệu tỷ"),
    (-1, "âm một"),
    (-1_005, "âm một nghìn không trăm lẻ năm"),
]

ONES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def heard(words: str) -> int:
    """Return the amount a listener writes down: read from left to right, without the function's help."""
    total = millions = group = one = 0
    for word in words.split():
        match word:
            case "trăm":
                group, one = one * 100, 0
            case "mười":
                group += 10
            case "mươi":
                group, one = group + one * 10, 0
            case "lẻ" | "linh":
                pass
            case "nghìn":
                millions, group, one = millions + (group + one) * 1000, 0, 0
            case "triệu":
                millions, group, one = millions + (group + one) * 1_000_000, 0, 0
            case "tỷ":
                total, millions, group, one = (millions + group + one) * 10**9, 0, 0, 0
            case _:
                one = ONES[word]
    return total + millions + group + one


amounts = st.integers(min_value=0, max_value=LARGEST_AMOUNT) | st.builds(
    lambda figures, zeros: min(figures * 10**zeros, LARGEST_AMOUNT),
    st.integers(min_value=0, max_value=9_999),
    st.integers(min_value=0, max_value=15),
)


@pytest.mark.parametrize(("amount", "words"), READ_ALOUD)
def test_an_amount_is_read_aloud_as_the_table_says(amount: int, words: str) -> None:
    assert in_words(amount) == words


def test_the_table_is_long_enough_and_has_no_amount_twice() -> None:
    assert len({amount for amount, _ in READ_ALOUD}) == len(READ_ALOUD) >= 60


def test_the_words_for_a_missing_ten_and_for_four_are_a_choice() -> None:
    assert in_words(104, zero_word="linh") == "một trăm linh bốn"
    assert in_words(1_024, four_word="bốn") == "một nghìn không trăm hai mươi bốn"
    assert in_words(1_005, zero_word="linh") == "một nghìn không trăm linh năm"


@given(amounts)
def test_a_listener_writes_down_the_same_amount(amount: int) -> None:
    assert heard(in_words(amount)) == amount
    assert heard(in_words(amount, zero_word="linh", four_word="bốn")) == amount


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=100_000_000, max_value=10**9 - 1))
def test_an_amount_splits_at_the_billion(billions: int, rest: int) -> None:
    amount = billions * 10**9 + rest
    if amount <= LARGEST_AMOUNT:
        assert in_words(amount) == f"{in_words(billions)} tỷ {in_words(rest)}"


@given(st.integers(min_value=1, max_value=10**6))
def test_whole_billions_are_their_count_and_the_word(billions: int) -> None:
    assert in_words(billions * 10**9) == f"{in_words(billions)} tỷ"


@given(amounts)
def test_words_stand_one_space_apart_and_no_group_word_doubles(amount: int) -> None:
    words = in_words(amount)
    assert words == " ".join(words.split())
    spoken = words.split()
    assert all(first != second or first in ONES for first, second in pairwise(spoken))
    assert "lẻ mười" not in words
    assert "lẻ không" not in words
    assert "mươi năm" not in words
    assert "mươi một" not in words


@given(amounts.filter(bool))
def test_a_negative_amount_is_the_positive_one_with_a_word_before(amount: int) -> None:
    assert in_words(-amount) == f"âm {in_words(amount)}"


@pytest.mark.parametrize("amount", [LARGEST_AMOUNT + 1, -LARGEST_AMOUNT - 1, 10**30])
def test_an_amount_beyond_usage_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match="beyond"):
        in_words(amount)


def test_the_listener_hears_the_known_faults_of_other_libraries() -> None:
    """The oracle is no mirror: it hears "lẽ" as no word and 1 230 tỷ said twice as another amount."""
    with pytest.raises(KeyError):
        heard("một trăm lẽ một")
    assert heard("một nghìn tỷ hai trăm ba mươi tỷ") != 1_230 * 10**9
