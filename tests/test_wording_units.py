from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import Unit, all_of, counted_units, enumerate_vi, listed_units, referred_units

A = Unit("Ví Dụ A", "xã", "UBND")
B = Unit("Ví Dụ B", "xã", "UBND")
C = Unit("Ví Dụ C", "xã", "UBND")
WARD = Unit("Ví Dụ C", "phường", "UBND")
ZONE = Unit("Ví Dụ D", "đặc khu", "UBND")
WARD_1 = Unit("1", "phường", "UBND", named_after=True)
SCIENCE = Unit("Khoa học và Công nghệ", "sở")
FARMING = Unit("Nông nghiệp và Môi trường", "sở")
HOME = Unit("Nội vụ", "sở")
CENTRE = Unit("Trung tâm Phục vụ hành chính công")
COMPANY = Unit("Công ty TNHH Ví Dụ")

units = st.lists(
    st.builds(
        Unit,
        st.sampled_from(["Ví Dụ A", "Ví Dụ B", "Ví Dụ C"]),
        st.sampled_from(["xã", "phường", "sở", ""]),
        st.sampled_from(["UBND", ""]),
        st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


@pytest.mark.parametrize(
    ("items", "printed"),
    [
        (["a"], "a"),
        (["a", "b"], "a và b"),
        (["a", "b", "c"], "a, b và c"),
        (["a, b", "c", "d"], "a, b; c và d"),
        (["c", "a, b"], "c; a, b"),
    ],
)
def test_items_are_enumerated_with_commas_and_a_last_word(items: list[str], printed: str) -> None:
    assert enumerate_vi(items) == printed


# Variants 1 to 5 and 37 of fields-and-wording, and the sample notice.
@pytest.mark.parametrize(
    ("named", "printed"),
    [
        ([A], "UBND xã Ví Dụ A"),
        ([A, B], "UBND xã Ví Dụ A và UBND xã Ví Dụ B"),
        ([A, B, C], "UBND các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C"),
        ([A, B, WARD, ZONE], "UBND các xã: Ví Dụ A, Ví Dụ B; UBND phường Ví Dụ C và UBND đặc khu Ví Dụ D"),
        ([A, WARD, B, ZONE], "UBND các xã: Ví Dụ A, Ví Dụ B; UBND phường Ví Dụ C và UBND đặc khu Ví Dụ D"),
        ([A, B, WARD], "UBND các xã: Ví Dụ A, Ví Dụ B và UBND phường Ví Dụ C"),
        ([A, WARD], "UBND xã Ví Dụ A và UBND phường Ví Dụ C"),
        ([A, WARD, ZONE], "UBND xã Ví Dụ A, UBND phường Ví Dụ C và UBND đặc khu Ví Dụ D"),
        ([WARD_1], "UBND Phường 1"),
        ([Unit("Điện Biên Phủ", "phường", "UBND", named_after=True)], "UBND Phường Điện Biên Phủ"),
        ([WARD_1, WARD, Unit("Ví Dụ D", "phường", "UBND")], "UBND các phường: Phường 1, Ví Dụ C, Ví Dụ D"),
        ([HOME], "Sở Nội vụ"),
        ([HOME, SCIENCE], "Sở Nội vụ và Sở Khoa học và Công nghệ"),
        ([SCIENCE, FARMING, HOME], "các sở: Khoa học và Công nghệ, Nông nghiệp và Môi trường, Nội vụ"),
        ([CENTRE], "Trung tâm Phục vụ hành chính công"),
        ([CENTRE, A, COMPANY], "Trung tâm Phục vụ hành chính công, UBND xã Ví Dụ A và Công ty TNHH Ví Dụ"),
    ],
)
def test_units_are_named_together(named: list[Unit], printed: str) -> None:
    assert listed_units(named) == printed


def test_the_full_prefix_serves_the_title() -> None:
    full = [Unit(unit.name, unit.kind, "Ủy ban nhân dân") for unit in (A, B, C)]
    assert listed_units(full) == "Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C"


def test_more_than_six_units_are_counted_and_listed_in_an_annex() -> None:
    many = [A, WARD] * 4
    assert listed_units(many, "Phụ lục I") == "UBND 08 xã, phường (danh sách tại Phụ lục I kèm theo)"
    assert listed_units(many, "Phụ lục") == "UBND 08 xã, phường (danh sách tại Phụ lục kèm theo)"
    assert listed_units(many) == "UBND 08 xã, phường"
    assert listed_units([HOME] * 12) == "12 sở"
    assert listed_units([COMPANY] * 7, "Phụ lục I", "doanh nghiệp") == (
        "07 doanh nghiệp (danh sách tại Phụ lục I kèm theo)"
    )
    assert listed_units([A] * 6 + [HOME]) == "07 cơ quan, đơn vị"


def test_six_units_are_still_named() -> None:
    assert listed_units([A, B] * 3, "Phụ lục I").startswith("UBND các xã: Ví Dụ A, Ví Dụ B")


@pytest.mark.parametrize(
    ("named", "counted", "referred"),
    [
        ([A], "UBND 01 xã", "UBND xã"),
        ([WARD_1], "UBND 01 phường", "UBND phường"),
        ([A, B, C], "UBND 03 xã", "UBND các xã"),
        ([A, WARD], "UBND 02 xã, phường", "UBND các xã, phường"),
        ([HOME], "01 sở", "Sở"),
        ([HOME, SCIENCE], "02 sở", "các sở"),
        ([A, HOME], "02 cơ quan, đơn vị", "các cơ quan, đơn vị"),
        ([COMPANY], "01 cơ quan, đơn vị", "Công ty TNHH Ví Dụ"),
    ],
)
def test_units_are_counted_and_referred_to_afterwards(named: list[Unit], counted: str, referred: str) -> None:
    assert counted_units(named) == counted
    assert referred_units(named) == referred


def test_all_of_several_is_said_with_a_leading_zero() -> None:
    assert all_of(3, "xã") == "cả 03 xã"
    assert all_of(12, "xã") == "cả 12 xã"


def test_all_of_one_is_refused() -> None:
    with pytest.raises(ValueError, match="cả"):
        all_of(1, "xã")


def test_no_unit_is_refused() -> None:
    for name in (enumerate_vi, listed_units, counted_units, referred_units):
        with pytest.raises(ValueError, match="no"):
            name([])


@given(units)
def test_every_unit_that_is_named_keeps_its_name_and_words_stand_one_space_apart(named: list[Unit]) -> None:
    printed = listed_units(named, "Phụ lục I")
    assert printed == " ".join(printed.split())
    if len(named) <= 6:
        assert sum(printed.count(name) for name in ("Ví Dụ A", "Ví Dụ B", "Ví Dụ C")) == len(named)
    else:
        assert f"{len(named):02d}" in printed


@given(units)
def test_a_plural_is_never_said_of_one(named: list[Unit]) -> None:
    for several in re.findall(r"các [^:]+: ([^;]+)", listed_units(named)):
        assert "," in several
