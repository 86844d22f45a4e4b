from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import UNITS, bind

WORDS = (
    "số Số Điều điều khoản Khoản Mục mục Tiểu điểm Điểm Phụ lục Chương Phần tài tổng a b đ y tế hồ sơ ngày"
)
FIGURES = "I II XII C 5 05 15 2026 13.462 1,96 45/TB-UBND 18/5/2026 tháng năm % đồng km m m² ha kg , ; ."
PIECES = [*WORDS.split(), *FIGURES.split()]
texts = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.lists(
        st.sampled_from([" ", " ", " ", "", "\u00a0"]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)))
)


# A tie stands for the no-break space, so that the cases can be read.
@pytest.mark.parametrize(
    "tied",
    [
        "Thông báo số~45/TB-UBND",
        "Số~45/TB-UBND",
        "theo Điều~18 Nghị định số~30/2020/NĐ-CP",
        "tại điểm~d khoản~3 Mục~III",
        "Điểm~a, b, c khoản~1 Mục~II",
        "điểm~đ khoản~2a Điều~5",
        "Tiểu mục~2 Mục~5 Chương~XII",
        "(chi tiết tại Phụ lục~I kèm theo)",
        "Phụ lục~2, Phụ lục~A",
        "1.250.000.000~đồng",
        "trong thời hạn 15~ngày làm việc",
        "rộng 12,5~m², dài 3~km",
        "85~%",
        "ngày~18 tháng~5 năm~2026",
        "từ ngày~01/7/2025 đến ngày~31/3/2026",
        "Kế hoạch 12 ngày~15/01/2026",
        "trong quý I năm~2026",
        "UBND xã (để~t/h); Sở Nội vụ (để~biết); Cổng Thông tin điện tử (đăng~tải)",
    ],
)
def test_citations_dates_and_measures_do_not_part(tied: str) -> None:
    assert bind(tied.replace("~", " ")) == tied.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "năm 15 nội dung",
        "số năm 20261",
        "(để theo dõi, đôn đốc)",
        "Kế hoạch 12 ngày\u00a015/01/2026",
        "05 hồ sơ",
        "tổng số 13.462 hồ sơ",
        "tài khoản 0123",
        "Danh mục 15 nội dung",
        "tại điểm y tế xã",
        "cao hơn 1,96 điểm phần trăm",
        "một số tồn tại",
        "Điều này",
        "Phụ lục kèm theo",
        "Mục tiêu",
        "5 kmh",
        "118/2025/NĐ-CP ngày",
        "09/6/2025 ngày làm việc",
        "",
    ],
)
def test_counts_and_ordinary_words_are_left_alone(text: str) -> None:
    assert bind(text) == text


def test_an_office_chooses_its_units() -> None:
    assert bind("05 máy, 15 ngày", units=("máy",)) == "05\u00a0máy, 15 ngày"
    assert bind("15 ngày, Điều 5", units=()) == "15 ngày, Điều\u00a05"
    assert bind("18 tháng 5 năm 2026", units=("tháng", "năm")) == "18 tháng\u00a05 năm\u00a02026"


@given(texts)
def test_binding_changes_only_spaces(text: str) -> None:
    bound = bind(text)
    assert bound.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert all(old == new or (old, new) == (" ", "\u00a0") for old, new in zip(text, bound, strict=True))


@given(texts)
def test_binding_twice_is_binding_once(text: str) -> None:
    units = (*UNITS, "tháng", "năm")
    assert bind(bind(text)) == bind(text)
    assert bind(bind(text, units), units) == bind(text, units)


@given(texts)
def test_a_date_parts_only_before_its_words(text: str) -> None:
    tied = bind(text).replace("\u00a0", "~")
    assert not re.search(r"(?<!\w)ngày [0-9]{1,2}(?!\w)", tied)
    assert not re.search(r"(?<!\w)tháng [0-9]{1,2}(?!\w)", tied)
