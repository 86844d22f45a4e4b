from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import capitalise_first, lower_first, post_capitals, upper

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
phrases = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " “”().0123456789", max_size=30)


def test_a_whole_text_is_set_in_capitals_with_its_marks() -> None:
    assert upper("Ủy ban nhân dân xã Đường Hoà") == "ỦY BAN NHÂN DÂN XÃ ĐƯỜNG HOÀ"
    assert upper(unicodedata.normalize("NFD", "đặc khu")) == "ĐẶC KHU"


def test_every_vietnamese_letter_has_its_capital() -> None:
    assert len(VIETNAMESE) == len(upper(VIETNAMESE)) == 89
    assert all(
        small != large == upper(large) for small, large in zip(VIETNAMESE, upper(VIETNAMESE), strict=True)
    )
    assert upper(VIETNAMESE).lower() == VIETNAMESE


@pytest.mark.parametrize(
    ("post", "printed"),
    [
        ("Phó Chủ tịch", "PHÓ CHỦ TỊCH"),
        ("Chánh Văn phòng", "CHÁNH VĂN PHÒNG"),
        (" Phó  Giám đốc ", "PHÓ GIÁM ĐỐC"),
    ],
)
def test_a_post_is_printed_in_capitals(post: str, printed: str) -> None:
    assert post_capitals(post) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ủy ban", "Ủy ban"),
        ("đạt 100%", "Đạt 100%"),
        ("“một cửa” điện tử", "“Một cửa” điện tử"),
        ("03 xã", "03 xã"),
        ("UBND xã", "UBND xã"),
        ("", ""),
        ("...", "..."),
    ],
)
def test_a_sentence_starts_with_a_capital(text: str, printed: str) -> None:
    assert capitalise_first(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tổ chức kiểm điểm", "tổ chức kiểm điểm"),
        ("Đôn đốc UBND xã", "đôn đốc UBND xã"),
        ("UBND xã Ví Dụ A", "UBND xã Ví Dụ A"),
        ("KSTTHC", "KSTTHC"),
        ("“Một cửa” điện tử", "“một cửa” điện tử"),
        ("03 Xã", "03 Xã"),
        ("", ""),
    ],
)
def test_a_phrase_inside_a_sentence_starts_small_but_an_abbreviation_stays(text: str, printed: str) -> None:
    assert lower_first(text) == printed


def test_a_named_proper_name_keeps_its_capital() -> None:
    assert lower_first("Sở Nội vụ tập huấn", ["Sở Nội vụ"]) == "Sở Nội vụ tập huấn"
    assert lower_first("Sở Nội vụn", ["Sở Nội vụ"]) == "sở Nội vụn"


@given(phrases)
def test_first_letter_functions_change_at_most_one_letter(text: str) -> None:
    for function in (capitalise_first, lower_first):
        changed = function(text)
        assert changed.lower() == text.lower()
        assert sum(old != new for old, new in zip(text, changed, strict=True)) <= 1
        assert function(changed) == changed


@given(phrases)
def test_capitals_are_composed_and_stay(text: str) -> None:
    assert upper(unicodedata.normalize("NFD", text)) == upper(text) == upper(upper(text))
    assert unicodedata.is_normalized("NFC", upper(text))
