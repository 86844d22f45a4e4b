from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import (
    count,
    decimal_text,
    parse_count,
    parse_decimal,
    parse_percent,
    percent,
    percent_of,
    points,
    prose_count,
    ratio,
    round_half_up,
    share,
)

rates = st.fractions(min_value=-1000, max_value=1000)
places = st.integers(min_value=0, max_value=6)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (0, "0"),
        (5, "5"),
        (412, "412"),
        (1_297, "1.297"),
        (13_462, "13.462"),
        (1_250_000_000, "1.250.000.000"),
    ],
)
def test_thousands_are_set_off_with_a_dot(number: int, printed: str) -> None:
    assert count(number) == printed


def test_a_negative_count_has_a_hyphen_minus() -> None:
    assert count(-1_297) == "-1.297"


@pytest.mark.parametrize(
    ("number", "printed"),
    [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (80, "80"), (8_613, "8.613"), (-3, "-3")],
)
def test_a_count_below_ten_carries_a_zero_in_prose(number: int, printed: str) -> None:
    assert prose_count(number) == printed


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (11_573, 13_309, "11.573/13.309"),
        (3, 60, "03/60"),
        (4, 10, "04/10"),
        (2, 3, "02/03"),
        (412, 412, "412/412"),
        (0, 60, "0/60"),
    ],
)
def test_a_ratio_prints_both_counts_of_the_sample_paper(part: int, whole: int, printed: str) -> None:
    assert ratio(part, whole) == printed


def test_a_ratio_in_a_table_has_no_leading_zero() -> None:
    assert ratio(3, 60, leading_zero=False) == "3/60"


# van-ban-hanh-chinh, section 6, and the sample notice.
@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (1_297, 12_160, "10,67"),
        (10_834, 12_160, "89,10"),
        (22_292, 194_597, "11,46"),
        (172_171, 194_597, "88,48"),
        (16_787, 46_528, "36,08"),
        (29_674, 46_528, "63,78"),
        (67, 46_528, "0,14"),
        (8_080, 8_452, "95,60"),
        (371, 8_452, "4,39"),
        (1, 8_452, "0,01"),
        (129, 345, "37,39"),
        (216, 345, "62,61"),
        (34, 38, "89,47"),
        (8_613, 13_233, "65,09"),
        (80, 13_233, "0,60"),
        (163, 180, "90,56"),
        (60, 60, "100,00"),
    ],
)
def test_a_share_is_rounded_half_up_to_two_decimals(part: int, whole: int, printed: str) -> None:
    rate = share(part, whole)
    assert rate is not None
    assert decimal_text(rate) == printed


def test_nothing_of_nothing_has_no_share() -> None:
    assert share(0, 0) is None
    assert percent_of(0, 0) is None


def test_a_half_goes_up_where_a_binary_float_would_go_down() -> None:
    assert decimal_text(Decimal("2.675")) == "2,68"
    assert decimal_text(Decimal("0.125")) == "0,13"
    assert decimal_text(Decimal("-0.125")) == "-0,13"
    assert f"{2.675:.2f}" == "2.67"


def test_no_zero_carries_a_minus() -> None:
    assert decimal_text(Decimal("-0.001")) == "0,00"
    assert not round_half_up(Fraction(-1, 1000)).is_signed()


def test_decimals_keep_their_thousands() -> None:
    assert decimal_text(Decimal("1234.5")) == "1.234,50"
    assert decimal_text(Decimal("1234.5"), places=0) == "1.235"
    assert decimal_text(7, places=1) == "7,0"


def test_a_whole_percentage_is_short_in_prose_and_long_on_demand() -> None:
    assert percent(Decimal("65.09")) == "65,09%"
    assert percent(Decimal("100.00")) == "100%"
    assert percent(40) == "40%"
    assert percent(40, whole_short=False) == "40,00%"
    assert percent_of(412, 412) == "100%"
    assert percent_of(395, 412) == "95,87%"
    assert percent_of(4, 10) == "40%"
    assert percent_of(80, 13_233) == "0,60%"


def test_a_share_that_only_rounds_to_a_whole_is_not_short() -> None:
    assert percent_of(132_329, 132_330) == "100,00%"


def test_points_are_the_difference_of_the_printed_rates() -> None:
    online = share(11_573, 13_309)
    digitised = share(2_861, 3_572)
    assert online is not None
    assert digitised is not None
    assert decimal_text(points(online, 85)) == "1,96"
    assert decimal_text(points(90, digitised)) == "9,90"
    assert points(Fraction("1.005"), Fraction("0.004")) == Decimal("1.01")  # unrounded: 1.001


def test_a_float_is_refused() -> None:
    for function in (decimal_text, round_half_up):
        with pytest.raises(TypeError, match="float"):
            function(0.1)  # type: ignore[arg-type]


def test_a_negative_number_of_places_is_refused() -> None:
    with pytest.raises(ValueError, match="decimals"):
        decimal_text(1, places=-1)


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(min_value=0, max_value=6))
def test_rounding_agrees_with_the_decimal_module(number: int, digits: int) -> None:
    value = Decimal(number).scaleb(-4)
    with localcontext() as context:
        context.prec = 40
        expected = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert round_half_up(value, digits) == expected


@given(rates, places)
def test_rounding_twice_changes_nothing_and_never_moves_more_than_half(rate: Fraction, digits: int) -> None:
    rounded = round_half_up(rate, digits)
    assert round_half_up(rounded, digits) == rounded
    assert abs(Fraction(rounded) - rate) * 2 <= Fraction(1, 10**digits)


@given(rates, rates)
def test_a_reader_who_subtracts_the_printed_rates_gets_the_printed_points(a: Fraction, b: Fraction) -> None:
    printed = parse_decimal(decimal_text(a)) - parse_decimal(decimal_text(b))
    assert printed == points(a, b)


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_printed_count_reads_back(number: int) -> None:
    assert parse_count(count(number)) == number
    assert parse_count(prose_count(number)) == number


@given(rates, places)
def test_a_printed_decimal_reads_back(rate: Fraction, digits: int) -> None:
    assert parse_decimal(decimal_text(rate, digits)) == round_half_up(rate, digits)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_printed_percentage_reads_back(part: int, whole: int) -> None:
    printed = percent_of(part % (whole + 1), whole)
    assert printed is not None
    assert parse_percent(printed) == share(part % (whole + 1), whole)
