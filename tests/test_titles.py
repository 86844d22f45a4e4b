from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.measure import text_width
from generator.titles import balanced_lines
from generator.wording import bind
from tests.documents import SUBJECT

CASES = (
    (
        SUBJECT,
        160,
        (
            "Kết luận kiểm tra việc thực hiện công tác kiểm soát thủ tục hành chính,",
            "triển khai cơ chế một cửa, một cửa liên thông",
            "tại Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C",
        ),
    ),
    (
        (
            "Kết quả giám sát việc chấp hành pháp luật về phòng cháy chữa cháy trên địa bàn huyện Ví Dụ "
            "giai đoạn 2018 - 2020"
        ),
        160,
        (
            "Kết quả giám sát việc chấp hành pháp luật về phòng cháy chữa cháy",
            "trên địa bàn huyện Ví Dụ giai đoạn 2018 - 2020",
        ),
    ),
    ("ỦY BAN NHÂN DÂN TỈNH VÍ DỤ MẪU", 62, ("ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ MẪU")),
    ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", 62, ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG")),
    (
        "SỐ LIỆU TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH TỪ NGÀY 01/7/2025 ĐẾN NGÀY 31/3/2026",
        160,
        (
            "SỐ LIỆU TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH",
            "TỪ NGÀY 01/7/2025 ĐẾN NGÀY 31/3/2026",
        ),
    ),
    (
        "(Kèm theo Thông báo số 45/TB-UBND ngày 18 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Mẫu)",
        160,
        ("(Kèm theo Thông báo số 45/TB-UBND ngày 18 tháng 5 năm 2026", "của Ủy ban nhân dân tỉnh Mẫu)"),
    ),
    ("Thu hồi đất", 160, ("Thu hồi đất",)),
)


@pytest.mark.parametrize(("text", "width", "lines"), CASES)
def test_titles_break_at_places_of_meaning(text, width, lines):
    assert balanced_lines(text, width, 13, bold=True) == lines


@given(st.lists(st.sampled_from(SUBJECT.split()), min_size=1, max_size=40), st.integers(40, 160))
def test_the_lines_are_the_text_and_fit(words, width):
    text = " ".join(words)
    lines = balanced_lines(text, width, 14, bold=True)
    assert " ".join(lines) == text
    assert all(text_width(line, 14, bold=True) <= width or " " not in line for line in lines)


@pytest.mark.parametrize(
    "torn", [("thủ tục", "hành chính"), ("Ủy ban", "nhân dân"), ("một", "cửa"), ("ngày", "01/7")]
)
def test_a_word_of_the_field_is_not_torn_even_where_the_line_would_be_fuller(torn):
    text = f"Kiểm tra công tác cải cách và {torn[0]} {torn[1]} của xã"
    for width in range(45, 110, 3):
        joined = "\n".join(balanced_lines(text, width, 14))
        assert f"{torn[0]}\n{torn[1]}" not in joined


def test_a_text_too_long_for_a_title_is_still_set():
    lines = balanced_lines("từ " * 400 + "hết", 60, 14)
    assert len(lines) > 20


def test_a_word_belongs_to_the_first_compound_it_fits():
    assert balanced_lines("TRƯỞNG ĐOÀN KIỂM TRA", 52.8, 14, bold=True) == ("TRƯỞNG ĐOÀN", "KIỂM TRA")


@pytest.mark.parametrize(("text", "width", "lines"), CASES)
def test_no_break_spaces_in_a_title_do_not_move_its_line_ends(text, width, lines):
    bound = balanced_lines(bind(text), width, 13, bold=True)
    assert tuple(line.replace("\u00a0", " ") for line in bound) == lines
