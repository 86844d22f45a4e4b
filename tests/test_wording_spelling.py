from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import fold_accents, fold_tones, nfc

syllables = st.text(alphabet="hktqlnguoaeyòóỏõọàáảãạèéẻẽẹùúủũụỳýỷỹỵđĐHOAUYÒÀ \u0300\u0301", max_size=16)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("HOÀ", "HÒA"),
        ("Thanh Loà", "Thanh Lòa"),
        ("hoá đơn", "hóa đơn"),
        ("toạ", "tọa"),
        ("khoẻ", "khỏe"),
        ("xoè", "xòe"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("thuý", "thúy"),
        ("thuỷ", "thủy"),
        ("luỹ", "lũy"),
        ("HOẢ TỐC", "HỎA TỐC"),
    ],
)
def test_both_places_of_a_tone_fold_to_one(new: str, old: str) -> None:
    assert nfc(new) != nfc(old)
    assert fold_tones(new) == fold_tones(old) == old


@pytest.mark.parametrize(
    "text", ["quý", "Quỳ", "quà", "hoàn", "toán", "thuyết", "khuỷu", "hoa", "ngoài", "xoáy", "loạt"]
)
def test_syllables_without_a_choice_stay(text: str) -> None:
    assert fold_tones(text) == text


def test_a_letter_with_two_tones_is_no_syllable() -> None:
    assert fold_tones("Uỳ\u0300") == "Uỳ\u0300"


def test_folding_tones_composes_first() -> None:
    assert fold_tones(unicodedata.normalize("NFD", "hoà")) == "hòa"


def test_accents_fold_to_bare_letters() -> None:
    assert (
        fold_accents("Đoàn kiểm tra Ủy ban nhân dân đặc khu, 5 m²")
        == "Doan kiem tra Uy ban nhan dan dac khu, 5 m²"
    )
    assert fold_accents(unicodedata.normalize("NFD", "Lạng Sơn")) == "Lang Son"


def test_composition_is_the_only_form() -> None:
    assert nfc("o\u031b\u0300") == "ờ"


@given(syllables)
def test_folding_twice_is_folding_once_and_keeps_the_letters(text: str) -> None:
    for fold in (fold_tones, fold_accents):
        assert fold(fold(text)) == fold(text)
        assert fold_accents(fold(text)) == fold_accents(text)
        assert unicodedata.is_normalized("NFC", fold(text))
