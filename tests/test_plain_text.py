"""A text that nobody composed is checked by itself: every finding with its paragraph and its characters."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.checks.plain_text import check_text
from generator.checks.prose.plain_text import RULES, PlacedHit, day_of, prose_hits_of, text_hits
from generator.checks.rules import rules
from generator.diagnostics import Place, Severity
from generator.messages import Messages
from generator.rule_results import Outcome
from generator.session import rule_words

DATA = Path(__file__).parent / "data"
ARTICLES = {path.name[:3]: path for path in sorted((DATA / "seeds").glob("*.txt"))}
HEAD = "Mẫu, ngày 18 tháng 5 năm 2026\n"

# What the reference (7.2) lists of each article and a text alone can show, by rule and by what stands there.
LISTED = {
    "000": [
        ("D1", "2010"),
        ("A1", "50.419 hồ sơ, trả trước hạn 13.667"),
        ("A8", "không có hồ sơ TTHC trả quá hạn"),
        ("A3", "74.509 hồ sơ, đã giải quyết 74.348"),
        ("L1", "hồ sở"),
        ("P1", "Đoàn kiểm tra làm việc với UBND huyện Chi Lăng"),
        ("P1", "Phương Linh"),
    ],
    "001": [
        ("A2", "12.160 hồ sơ"),
        ("A2", "194.597 hồ sơ"),
        ("A4", "88,49%"),
        ("A5", "194.597 hồ sơ"),
        ("N3", "chậm hạn"),
        ("L3", "một nguyên nhân"),
        ("L3", "lãnh chỉ đạo"),
        ("L3", "đáp ứng"),
        ("N3", "các xã thị trấn"),
        ("N3", "cán bộ công chức"),
        ("N3", "cơ quan đơn vị"),
        ("N3", "các phòng ban"),
        ("N5", "Chủ tịch HĐND huyện trưởng đoàn"),
        ("N2", "CCHC"),
        ("N1", "Bộ phận một cửa"),
        ("N1", "bộ phận “một cửa”"),
        ("D3", "Sáng ngày 6/10"),
        ("D4", "6/10"),
        ("C5", "nội dung và hình thức tuyên truyền"),
        ("P1", "• Email*"),
        ("P1", "Ngày đăng: 06/10/2020"),
        ("P1", "Anh Đào"),
    ],
    "002": [
        ("A3", "47.540 hồ sơ, đã giải quyết 46.528"),
        ("D5", "10 tháng đầu năm 2020"),
        ("L1", "cải hành chính"),
        ("L3", "01"),
        ("L2", ", Không"),
        ("N3", "trễ hạn"),
        ("N3", "đảm bảo"),
        ("C6", "chỉ ra một số hạn chế"),
        ("P1", "Quyết tâm thực hiện thắng lợi Nghị quyết"),
        ("P1", "Nhảy đến nội dung"),
        ("P1", "Các đại biểu tại buổi làm việc"),
    ],
    "003": [
        ("L1", "đánh giác"),
        ("L1", "trật hẹp"),
        ("L1", "phầm mềm"),
        ("L2", ".."),
        ("N3", "chế độ thông tin báo cáo"),
        ("L2", "“ "),
        ("L2", "” tổ chức quán"),
        ("L2", ", và"),
        ("L2", "; Việc"),
        ("L2", "; Công tác"),
        ("D4", "7/8/2018"),
        ("C1", "Thông tư 02/2017"),
        ("N1", "Đoàn kiểm tra"),
        ("N2", "CCHC"),
        ("C5", "huyện cần quan tâm ban hành"),
        ("N3", "cán bộ công chức"),
        ("P1", "Tin: Lan Anh, ảnh: Kim Thăng"),
        ("P1", "Truy cập nội dung luôn"),
        ("P1", "Xuất bản thông tin"),
        ("P1", "Đoàn kiểm tra tiến hành kiểm tra việc thực hiện"),
    ],
    "004": [
        ("A2", "38 nhiệm vụ, trong đó trước và đúng hạn 34"),
        ("A4", "77%"),
        ("A10", "3,58%"),
        ("A9", "89,58%"),
        ("N1", "Thanh Lòa"),
        ("N1", "Hòa Cư"),
        ("L1", "tuyên tuyền"),
        ("D3", "Sáng 17/6"),
        ("N5", "làm trưởng đoàn kiểm tra việc"),
        ("L4", '"một cửa"'),
        ("N3", "chậm hạn"),
        ("N3", "đảm bảo"),
        ("P1", "Kiểm tra công tác cải cách hành chính tại huyện Cao Lộc"),
        ("P1", "https://mediabls.mediatech.vn"),
        ("P1", "Nguồn:"),
        ("P1", "A- A A+"),
        ("P1", "Tất cả : 79.921"),
    ],
}
NUMBERS = {
    "000": {"45", "161"},
    "001": {"29", "129", "88,48%"},
    "002": {"1.012"},
    "003": set(),
    "004": {"4", "37,39%", "62,61%", "3,58"},
}


def article(number: str) -> str:
    return ARTICLES[number].read_text(encoding="utf-8")


@pytest.mark.parametrize("number", LISTED)
def test_everything_listed_of_an_article_is_found_by_name(number: str) -> None:
    text = article(number)
    told = [(hit.rule, text[hit.start : hit.end]) for hit in text_hits(text)]
    assert [
        (rule, said)
        for rule, said in LISTED[number]
        if not any(r == rule and t.startswith(said) for r, t in told)
    ] == []


@pytest.mark.parametrize("number", LISTED)
def test_nothing_of_severity_error_is_told_of_an_article_but_what_is_listed(number: str) -> None:
    text = article(number)
    listed = [said for rule, said in LISTED[number] if rules()[rule].level is Severity.ERROR]
    told = [
        text[hit.start : hit.end]
        for hit in text_hits(text)
        if rules()[hit.rule].level_of(hit.arguments) is Severity.ERROR and hit.rule != "P1"
    ]
    assert [said for said in told if not any(said.startswith(known) for known in listed)] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_the_arithmetic_of_an_article_is_told_with_its_numbers(number: str) -> None:
    figures = [hit for hit in text_hits(article(number)) if hit.rule[0] == "A" and hit.rule != "A9"]
    said = {str(value) for hit in figures for value in hit.arguments.values()}
    assert NUMBERS[number] - said == set()


def test_the_counters_of_a_page_are_no_figures() -> None:
    text = article("004")
    counters = text.index("Đang online")
    assert {hit.rule for hit in text_hits(text) if hit.start >= counters} == {"P1"}


def test_a_hit_has_its_paragraph_and_its_characters() -> None:
    text = "Đoàn làm việc tại xã.\n\nCó 12 hồ sở quá hạn."
    (hit,) = prose_hits_of(text)
    assert (hit.rule, hit.paragraph, hit.start, hit.end) == ("L1", 2, 6, 11)
    assert text.split("\n")[hit.paragraph][hit.start : hit.end] == hit.arguments["text"] == "hồ sở"


def test_an_offices_words_are_no_mistakes() -> None:
    assert prose_hits_of("Bản Hồ sở tại, hồ sở đã nộp.", frozenset({"hồ sở"})) == []


def test_the_day_is_read_from_the_head_of_a_paper() -> None:
    assert day_of(HEAD) == date(2026, 5, 18)
    assert day_of("Mẫu, ngày 31 tháng 6 năm 2026\n") is None
    assert day_of("Ngày 18/5/2026, Đoàn làm việc.") is None


def test_what_ended_before_the_day_is_told_and_what_is_past_is_not() -> None:
    def told(text: str, day: date | None = None) -> list[str]:
        return [hit.rule for hit in prose_hits_of(text, day=day) if hit.rule in ("N4", "C1")]

    later = date(2026, 5, 18)
    assert told(HEAD + "Giao UBND huyện Ví Dụ niêm yết.") == ["N4"]
    assert told("Giao UBND huyện Ví Dụ niêm yết.") == []
    assert told("Giao UBND huyện Ví Dụ niêm yết.", date(2024, 6, 17)) == []
    assert told("Tại xã A (trước đây thuộc huyện Ví Dụ) đã niêm yết.", later) == []
    assert told("Quyết định số 5/QĐ-UBND ngày 05/3/2024 của UBND huyện Ví Dụ.", later) == []
    decree = "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ."
    assert told(decree, later) == ["C1"]
    assert told(decree, date(2024, 6, 17)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thời hạn 10 ngày làm việc theo Điều 13 Nghị định số 217/2025/NĐ-CP.", ["10 ngày làm việc"]),
        ("Thời hạn 10 ngày theo Điều 13 Nghị định số 217/2025/NĐ-CP.", []),
        ("Thời hạn 10 ngày làm việc theo Điều 14 Nghị định số 217/2025/NĐ-CP.", []),
        ("Báo cáo trong 20 ngày theo Thông tư số 25/2014/TT-BTP.", ["20 ngày"]),
        ("Báo cáo trong 20 ngày làm việc theo Thông tư số 25/2014/TT-BTP.", []),
        ("Trong 10 ngày hoặc 12 ngày làm việc theo Điều 13 Nghị định số 217/2025/NĐ-CP.", []),
        (
            "Trong 15 ngày làm việc (Điều 40 Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân).",
            ["15 ngày làm việc"],
        ),
    ],
)
def test_a_period_keeps_the_days_of_its_clause(text: str, wrong: list[str]) -> None:
    assert [hit.arguments["text"] for hit in prose_hits_of(text) if hit.rule == "D6"] == wrong


def at_line(hit: PlacedHit | None) -> Place:
    return Place("a.txt") if hit is None else Place("a.txt", hit.paragraph + 1, hit.start + 1)


def test_every_rule_of_running_text_has_an_outcome() -> None:
    results = check_text("Có 12 hồ sở quá hạn.", at_line)
    outcomes = Counter(result.outcome for result in results)
    assert outcomes == {Outcome.PASSED: len(RULES) - 2, Outcome.FAILED: 1, Outcome.NOT_CHECKED: 1}
    (told,) = [item for result in results if result.rule == "L1" for item in result.diagnostics]
    assert (str(told.place), told.severity) == ("a.txt:1:7", Severity.ERROR)
    (unknown,) = [item for result in results if result.rule == "N4" for item in result.diagnostics]
    for language, said in (("vi", "chưa biết ngày"), ("en", "day of the paper")):
        assert said in Messages(language, rule_words(language)).say(unknown.code, unknown.arguments)[0]


def test_with_a_day_nothing_is_left_unchecked() -> None:
    results = check_text("Có 12 hồ sơ quá hạn.", at_line, day=date(2026, 5, 18))
    assert {result.outcome for result in results} == {Outcome.PASSED}


@pytest.mark.parametrize("name", ["thong-bao.txt", "samples/mau-thong-bao.md"])
def test_the_fictional_notice_has_nothing_to_correct(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    if name.endswith(".md"):
        text = text.split("=====")[1].replace("**", "").replace("<br>", "\n").replace("|", "\n")
    serious = [hit for hit in prose_hits_of(text) if rules()[hit.rule].level is Severity.ERROR]
    assert serious == []
