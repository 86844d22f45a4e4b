"""Figures and dates of running prose are recomputed, and what is not certain is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.prose.figures import figure_hits
from generator.checks.prose.numbers import blanked, folded, read_prose
from generator.wording import count, percent_of, prose_count

DATA = Path(__file__).parent / "data"

SEEDS = {
    "000_69cb7d89d738b634.txt": [
        ("D1", "2010"),
        ("A1", "50.419 hồ sơ, trả trước hạn 13.667"),
        ("A8", "không có hồ sơ TTHC trả quá hạn"),
        ("A3", "74.509 hồ sơ, đã giải quyết 74.348"),
    ],
    "001_ddb48d10241f7e1b.txt": [
        ("D3", "Sáng ngày 6/10"),
        ("D4", "6/10"),
        ("A2", "12.160 hồ sơ và đã giải quyết xong trước hạn là 1.297"),
        ("A2", "194.597 hồ sơ, trong đó hồ sơ giải quyết trước hạn"),
        ("A5", "194.597 hồ sơ, trong đó hồ sơ giải quyết trước hạn"),
        ("A4", "88,49%"),
    ],
    "002_48cd1afd2be34e77.txt": [
        ("A3", "47.540 hồ sơ, đã giải quyết 46.528"),
        ("D5", "10 tháng đầu năm 2020"),
        ("L3", "01"),
    ],
    "003_56a56a66de873efb.txt": [("D4", "7/8/2018")],
    "004_3cc1dc8622a2e3eb.txt": [
        ("D3", "Sáng 17/6"),
        ("A2", "38 nhiệm vụ, trong đó trước và đúng hạn 34"),
        ("A4", "77%"),
        ("A9", "89,58%"),
        ("A10", "3,58%"),
    ],
}


def rules(text: str) -> list[str]:
    return [hit.rule for hit in figure_hits(text)]


@pytest.mark.parametrize("article", SEEDS)
def test_an_article_has_the_findings_of_the_reference_and_no_other(article):
    text = (DATA / "seeds" / article).read_text("utf-8")
    hits = figure_hits(text)
    assert [hit.rule for hit in hits] == [rule for rule, _ in SEEDS[article]]
    for hit, (_, said) in zip(hits, SEEDS[article], strict=True):
        assert text[hit.start : hit.end].startswith(said)


def test_the_arithmetic_of_the_articles_is_in_the_arguments():
    told = [
        (hit.rule, value)
        for article in SEEDS
        for hit in figure_hits((DATA / "seeds" / article).read_text("utf-8"))
        for value in hit.arguments.values()
    ]
    for expected in (
        ("A1", "13.667 + 36.707"),
        ("A1", "50.374"),
        ("A1", "45"),
        ("A8", "45"),
        ("A3", "161"),
        ("A2", "29"),
        ("A2", "0,24%"),
        ("A2", "129"),
        ("A4", "88,48%"),
        ("A3", "1.012"),
        ("A2", "4"),
        ("A4", "37,39%"),
        ("A4", "62,61%"),
        ("A10", "3,58"),
        ("D4", "07/8/2018"),
    ):
        assert expected in told


@pytest.mark.parametrize("name", ["samples/mau-thong-bao.md", "thong-bao.txt", "kien-nghi.txt"])
def test_the_fictional_notice_has_nothing_to_correct(name):
    assert rules((DATA / name).read_text("utf-8")) == []


FILES = st.integers(10, 90_000)


@given(early=FILES, on_time=FILES, late=FILES)
@settings(max_examples=60, deadline=None)
def test_parts_that_make_their_total_are_left_alone(early, on_time, late):
    total = early + on_time + late
    shares = [percent_of(part, total) for part in (early, on_time, late)]
    text = (
        f"Đã giải quyết {count(total)} hồ sơ, trong đó trước hạn {count(early)} hồ sơ (chiếm {shares[0]}), "
        f"đúng hạn {count(on_time)} hồ sơ (chiếm {shares[1]}), "
        f"quá hạn {count(late)} hồ sơ (chiếm {shares[2]})."
    )
    assert set(rules(text)) <= {"A9"}


@given(early=FILES, on_time=FILES, late=st.integers(1, 900), slip=st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_a_total_that_is_off_is_told_once_with_the_gap(early, on_time, late, slip):
    total = early + on_time + late + slip
    text = (
        f"Đã giải quyết {count(total)} hồ sơ, trong đó trước hạn {count(early)} hồ sơ, "
        f"đúng hạn {count(on_time)} hồ sơ, quá hạn {prose_count(late)} hồ sơ."
    )
    (hit,) = figure_hits(text)
    assert (hit.rule, hit.arguments["gap"]) == ("A1", count(slip))


@given(part=FILES, whole=FILES, places=st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_a_share_is_right_as_rounded_half_up_and_wrong_one_step_beside(part, whole, places):
    part, whole = sorted((part, whole))
    right = percent_of(part, whole, places, whole_short=False)
    text = f"Có {count(part)}/{count(whole)} hồ sơ trực tuyến, đạt {right}."
    assert rules(text) == []
    digits = f"{int(right.rstrip('%').replace(',', '')) + 1:0{places + 1}d}"
    wrong = f"{digits[:-places]},{digits[-places:]}%" if places else f"{digits}%"
    hits = figure_hits(text.replace(right, wrong))
    assert [hit.rule for hit in hits] == ["A4"]
    assert hits[0].arguments["stated"] == wrong


@given(st.text(alphabet="0123456789.,%/()-; \n\u00a0hồsơtrướcđúnghạntrongđógồmngàyİẞ", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_hits_stand_inside_it(text):
    assert len(folded(text)) == len(text)
    for hit in figure_hits(text):
        assert 0 <= hit.start < hit.end <= len(text)


def test_no_break_spaces_change_nothing():
    text = "Đã giải quyết 100 hồ sơ, trước hạn 40 hồ sơ, đúng hạn 50 hồ sơ."
    plain, bound = figure_hits(text), figure_hits(text.replace(" ", "\u00a0"))
    assert [(hit.rule, hit.start, hit.end) for hit in plain] == [
        (hit.rule, hit.start, hit.end) for hit in bound
    ]
    assert [hit.rule for hit in plain] == ["A2"]


def test_offsets_of_later_paragraphs_are_those_of_the_whole_text():
    text = "Đoàn làm việc tại xã.\n\nSáng 17/6, Đoàn công bố quyết định."
    (hit,) = figure_hits(text)
    assert text[hit.start : hit.end] == "Sáng 17/6"


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1431/QĐ-UBND, Luật số 72/2025/QH15",
        "năm 2021, giai đoạn 2021 - 2025, tháng 6/2020",
        "ngày 16/7/2021, các ngày 19 và 21/10/2021",
        "khoản 2 Điều 14, Phụ lục 3, mức độ 3, 4",
        "08 giờ 30 phút, 13h30, số 0912 345 678, từ 3 - 5, phiên bản 4.0",
        "khoảng 500, hơn 1.200, trên 95%",
        "http://vidu.vn/202406/464680.jpg?1718614405792",
    ],
)
def test_what_is_no_figure_is_masked(text):
    prose = read_prose(text)
    assert prose.counts == ()
    assert prose.ratios == ()
    assert prose.rates == ()


def test_figures_are_read_with_unit_and_decimals():
    prose = read_prose(
        "Có 13.462 hồ sơ, 05 đơn vị, 12,5 tỷ đồng, 395/412 TTHC, đạt 95,87%, cao hơn 1,96 điểm phần trăm."
    )
    assert [(number.text, number.unit) for number in prose.counts] == [
        ("13.462", "hồ"),
        ("5", "đơn vị"),
        ("12,5", "tỷ đồng"),
    ]
    assert [(ratio.part.text, ratio.whole.text) for ratio in prose.ratios] == [("395", "412")]
    assert [rate.text for rate in prose.rates] == ["95,87%", "1,96 điểm phần trăm"]


@pytest.mark.parametrize(
    ("wrong", "right", "rule"),
    [
        ("ngày 5/9/2025", "ngày 05/9/2025", "D4"),
        ("ngày 07/08/2018", "ngày 07/8/2018", "D4"),
        ("ngày 7 tháng 02 năm 2018", "ngày 07 tháng 02 năm 2018", "D4"),
        ("ngày 31/6/2026", "ngày 30/6/2026", "D4"),
        ("ngày 14/4 và 16/4", "ngày 14/4 và 16/4/2026", "D3"),
        ("ngày 15 tháng 6", "ngày 15 tháng 6 năm 2026", "D3"),
        ("từ ngày 14/4 đến ngày 18/4", "từ ngày 14/4 đến ngày 18/4/2026", "D3"),
        ("Trong năm 2010 và 9 tháng đầu năm 2021", "Trong năm 2020 và 9 tháng đầu năm 2021", "D1"),
        ("từ ngày 01/7/2025 đến ngày 31/3/2025", "từ ngày 01/7/2025 đến ngày 31/3/2026", "D1"),
    ],
)
def test_a_wrong_date_is_told_and_its_correction_is_not(wrong, right, rule):
    assert rules(f"Đoàn kiểm tra làm việc {wrong}.") == [rule]
    assert rules(f"Đoàn kiểm tra làm việc {right}.") == []


@pytest.mark.parametrize(
    "yearly", ["trước ngày 15/12 hằng năm", "kỷ niệm ngày 27/7", "ngày 31/12 của năm trước"]
)
def test_a_yearly_day_needs_no_year(yearly):
    assert rules(f"UBND xã tổ chức {yearly}.") == []


def test_a_share_that_another_base_explains_is_left_alone():
    text = (
        "Tiếp nhận 1.200 hồ sơ, đã giải quyết 1.000 hồ sơ, trong đó trước hạn 600 hồ sơ (đạt 50%), "
        "đúng hạn 400 hồ sơ."
    )
    assert "A4" not in rules(text)


def test_one_slip_of_a_part_is_told_by_its_sum_alone():
    text = (
        "Đã giải quyết 2.000 hồ sơ, trong đó trước hạn 1.205 hồ sơ (chiếm 62,50%), "
        "đúng hạn 740 hồ sơ (chiếm 37%), quá hạn 10 hồ sơ (chiếm 0,50%)."
    )
    assert rules(text) == ["A1"]


def test_parts_told_line_by_line_are_parts():
    lines = (
        "Đã giải quyết 100 hồ sơ, trong đó:",
        "- Trước hạn: 40 hồ sơ;",
        "- Đúng hạn: 50;",
        "- Quá hạn: 05.",
    )
    text = "\n".join(lines)
    (hit,) = figure_hits(text)
    assert (hit.rule, hit.arguments["gap"]) == ("A1", "5")


def test_pending_files_in_the_next_paragraph_are_seen():
    text = "Đã tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ.\nSố hồ sơ đang giải quyết là 20 hồ sơ."
    assert rules(text) == []
    assert rules(text.partition("\n")[0]) == ["A3"]


@pytest.mark.parametrize(
    ("wrong", "right", "rule"),
    [
        ("Trực tuyến 712 hồ sơ, trực tiếp 288 hồ sơ, tổng cộng 1.010 hồ sơ.", "1.010=1.000", "A1"),
        ("Được cấp 3.000 liều, đã dùng 2.868 liều, còn lại 123 liều.", "123=132", "A1"),
        ("Khai thác 52.300 tấn, vượt 3.200 tấn so với công suất 50.000 tấn.", "3.200=2.300", "A1"),
        ("Đầu kỳ có 31 đơn, nhận thêm 57 đơn, đã giải quyết 70 đơn, cuối kỳ còn 17 đơn.", "17=18", "A1"),
        ("Đầu năm có 1.284 người, giảm 45 người, còn 1.229 người.", "1.229=1.239", "A1"),
        ("Dự toán 148 triệu đồng, quyết toán 146 triệu đồng, giảm 5 triệu đồng.", " 5 = 2 ", "A1"),
        ("Vốn 45,6 tỷ đồng, gồm vốn tỉnh 30,5 tỷ đồng, vốn xã 14,1 tỷ đồng.", "45,6=44,6", "A1"),
        ("Có 18 khu phố, 9 khu phố loại 1, 6 khu phố loại 2, 4 khu phố loại 3.", " 4 = 3 ", "A1"),
        ("Năm 2024 có 800 học sinh, năm 2025 có 860 học sinh, tăng 8,5%.", "8,5=7,5", "A4"),
        ("Kế hoạch thu 2.400 triệu đồng, thực hiện 2.220 triệu đồng, đạt 95,2% kế hoạch.", "95,2=92,5", "A4"),
        ("Thu 1.875 triệu đồng, tăng 20% so với cùng kỳ (1.500 triệu đồng).", "20%=25%", "A4"),
        ("Đã cấp 1.200 giấy, đạt 85% so với kế hoạch 1.500 giấy.", "85%=80%", "A4"),
        ("Cơ cấu chi: chi thường xuyên 70,5%, chi đầu tư 24,1%, dự phòng 3,4%.", "70,5=72,5", "A6"),
        ("Kiểm tra 48 hồ sơ, có 52 hồ sơ thiếu phiếu kiểm soát.", "có 52=có 25", "A7"),
        ("Năm 2024 có 80 vụ, năm 2025 có 64 vụ, tăng 16 vụ.", "tăng=giảm", "A7"),
        ("100% hồ sơ trả đúng hạn, còn 12 hồ sơ quá hạn.", "100%=98%", "A8"),
        ("Họp sáng thứ Ba, ngày 15/6/2026.", "thứ Ba=thứ Hai", "D4"),
    ],
)
def test_amounts_told_one_after_the_other_are_recomputed(wrong, right, rule):
    old, new = right.split("=")
    assert rules(wrong) == [rule]
    assert rules(wrong.replace(old, new)) == []


def test_shares_of_one_kind_have_one_base():
    settled = "Huyện đã giải quyết 100 hồ sơ, trước hạn 40 hồ sơ (40%), đúng hạn 60 hồ sơ (60%)."
    received = "Xã tiếp nhận 200 hồ sơ, trong đó trước hạn 50 hồ sơ (25%), đúng hạn 150 hồ sơ (75%)."
    assert "A5" in rules(f"{settled}\n{received}")
    assert "A5" not in rules(f"{settled}\n{settled}")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("İΣσςẞĐÂ \u00a0\t"))))
def test_every_letter_is_folded_as_if_it_stood_alone(text: str) -> None:
    alone = (folded(char) if char != "İ" else char for char in text)
    assert folded(text) == "".join(alone)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_blanked_spans_may_touch_and_overlap_in_any_order(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(*place, len(text)), min(max(place), len(text))) for place in places]
    inside = {index for start, end in spans for index in range(start, end)}
    assert blanked(text, spans) == "".join(
        "¤" if index in inside else char for index, char in enumerate(text)
    )
