"""The wording variants of a notice (numbers of `fields-and-wording`, part B), each in one small paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.document import Document, Table, plain
from tests.inspections import SMALL, composed, load, new_project

if TYPE_CHECKING:
    from pathlib import Path

UNIT = "  - {id: a, agency: ubnd-xa-vi-du-a, sessions: [{date: 14/4/2026}]}\n"
STRENGTH = '  strengths: [{text: "Đã thực hiện tốt."}]\n'


@pytest.fixture
def paper(tmp_path: Path):
    """Return the document of the small inspection after some replacements and additions."""

    def compose(*swaps: tuple[str, str], more: str = "", agencies: str = "") -> Document:
        text = SMALL + more
        for old, new in swaps:
            assert old in text, old
            text = text.replace(old, new)
        project = new_project(tmp_path / str(len(list(tmp_path.iterdir()))), nho=text)
        if agencies:
            with (project.catalogues / "agencies.yaml").open("a", encoding="utf-8") as stream:
                stream.write(agencies)
        return composed(load(project, "nho.yaml"), project=project).document

    return compose


def text_of(document: Document) -> str:
    lines = [
        f"{block.label} {plain(block.runs)}".strip() for block in document.body if hasattr(block, "label")
    ]
    return re.sub("\u00a0", " ", "\n".join(lines))


def subject(document: Document) -> str:
    return plain(document.subject).replace("\u00a0", " ")


def units(*names: str) -> tuple[str, str]:
    lines = [
        f"  - {{id: {name}, agency: ubnd-xa-vi-du-{name}, sessions: [{{date: {14 + n}/4/2026}}]}}\n"
        for n, name in enumerate(names)
    ]
    return (UNIT, "".join(lines))


def limitations(*items: str) -> tuple[str, str]:
    return (STRENGTH, STRENGTH + "  limitations:\n" + "".join(f"    - {item}\n" for item in items))


def recommendations(*items: str) -> str:
    return "recommendations:\n" + "".join(f"  - {item}\n" for item in items)


def test_1_one_unit(paper) -> None:
    document = paper(
        more=recommendations("{id: x, owners: a, text: Khắc phục, deadline: {before: 05/6/2026}}")
    )
    assert subject(document).endswith("tại Ủy ban nhân dân xã Ví Dụ A")
    said = text_of(document)
    assert "Đoàn kiểm tra đã kiểm tra trực tiếp tại UBND xã Ví Dụ A." in said
    assert "các xã" not in said
    assert "01 xã" not in said


def test_2_two_units(paper) -> None:
    document = paper(units("a", "b"))
    assert subject(document).endswith("tại Ủy ban nhân dân xã Ví Dụ A và Ủy ban nhân dân xã Ví Dụ B")


def test_3_three_units_of_one_kind(paper) -> None:
    document = paper(units("a", "b", "c"))
    assert subject(document).endswith("tại Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C")
    assert "UBND xã Ví Dụ A (ngày 14/4/2026), UBND xã Ví Dụ B (ngày 15/4/2026) và UBND xã Ví Dụ C" in text_of(
        document
    )


def test_5_many_units_are_counted_and_stand_in_an_annex(paper) -> None:
    many = "".join(
        f"  - {{id: u{n}, agency: ubnd-xa-vi-du-{'abc'[n % 3]}, sessions: [{{date: {n + 1}/4/2026}}]}}\n"
        for n in range(7)
    )
    document = paper((UNIT, many))
    assert subject(document).endswith("tại Ủy ban nhân dân 07 xã")
    said = text_of(document)
    assert "kiểm tra trực tiếp tại UBND 07 xã (danh sách tại Phụ lục kèm theo)." in said
    assert said.count("danh sách tại") == 1
    (annex,) = document.annexes
    (table,) = [block for block in annex.blocks if isinstance(block, Table)]
    assert [plain(cell.runs) for cell in table.body[6]] == ["7", "UBND xã Ví Dụ A", "Ngày\u00a007/4/2026"]


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        ("[{date: 14/4/2026}]", ", ngày 14/4/2026, Đoàn"),
        ("[{date: 14/4/2026}, {date: 16/4/2026}]", ", các ngày 14/4/2026 và 16/4/2026, Đoàn"),
        (
            "[{date: 14/4/2026}, {date: 15/4/2026}, {date: 21/4/2026}]",
            ", từ ngày 14/4/2026 đến ngày 21/4/2026, Đoàn",
        ),
    ],
)
def test_7_days(paper, sessions: str, said: str) -> None:
    assert said in text_of(paper(("[{date: 14/4/2026}]", sessions)))


def test_8_a_period_with_an_open_end(paper) -> None:
    said = text_of(paper(more="period: {from: 01/7/2025}\n"))
    assert "Thời kỳ kiểm tra: từ ngày 01/7/2025 đến thời điểm kiểm tra (ngày 14/4/2026)." in said


def test_9_without_notice_no_plan_is_cited(paper) -> None:
    plan = "plan: {kind: ke-hoach, number: 2/KH-UBND, date: 02/01/2026, subject: x}\n"
    said = text_of(paper(more=f"method: dot-xuat\n{plan}"))
    assert said.startswith("Thực hiện Quyết định số 1/QĐ-UBND")
    assert "đã tiến hành kiểm tra đột xuất tại UBND xã Ví Dụ A" in said


def test_10_a_unit_that_sent_no_report(paper) -> None:
    said = text_of(paper(("sessions:", "no_report: có, sessions:")))
    assert "\nUBND xã Ví Dụ A chưa gửi báo cáo theo yêu cầu của Đoàn kiểm tra.\n" in said


def test_11_a_unit_without_limitation(paper) -> None:
    said = text_of(paper(units("a", "b"), limitations("{id: x, units: b, text: Có 02 hồ sơ quá hạn}")))
    assert "a) Tại UBND xã Ví Dụ B\n- Có 02 hồ sơ quá hạn.\n" in said
    assert "b) Tại UBND xã Ví Dụ A: qua kiểm tra các nội dung nêu trên, Đoàn kiểm tra chưa phát hiện" in said


def test_12_no_limitation_at_all(paper) -> None:
    document = paper()
    said = text_of(document)
    assert (
        "II. NHẬN XÉT\nQua kiểm tra, Đoàn kiểm tra chưa phát hiện tồn tại, hạn chế phải yêu cầu khắc phục."
        in said
    )
    assert "Đề nghị UBND xã Ví Dụ A tiếp tục phát huy kết quả đạt được." in said
    assert document.annexes == ()


def test_13_limitations_without_causes(paper) -> None:
    said = text_of(paper(limitations("{id: x, text: Một}", "{id: y, text: Hai}")))
    assert "II. TỒN TẠI, HẠN CHẾ\n" in said
    assert "NGUYÊN NHÂN" not in said
    assert "còn một số tồn tại, hạn chế sau:\na) Một.\nb) Hai." in said


def test_14_one_limitation_has_no_letter(paper) -> None:
    said = text_of(paper(limitations("{id: x, units: a, text: Có 02 hồ sơ quá hạn}")))
    assert "còn tồn tại, hạn chế sau:\nCó 02 hồ sơ quá hạn.\n" in said


def test_15_a_limitation_of_two_units_stands_once_and_first(paper) -> None:
    said = text_of(
        paper(
            units("a", "b", "c"),
            limitations("{id: x, units: b, text: Riêng}", "{id: y, units: [a, c], text: Chung}"),
        )
    )
    assert "a) Tại UBND xã Ví Dụ A và UBND xã Ví Dụ C\n- Chung.\nb) Tại UBND xã Ví Dụ B\n- Riêng." in said


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ("{before: 05/6/2026}", "Khắc phục, hoàn thành trước ngày 05/6/2026."),
        ("{by: 05/6/2026}", "Khắc phục, hoàn thành chậm nhất ngày 05/6/2026."),
        (
            "{within: 15, from: ban-hanh}",
            "Khắc phục, hoàn thành trong thời hạn 15 ngày kể từ ngày ban hành Thông báo này.",
        ),
        (
            "{within: 5, unit: ngay-lam-viec, from: nhan}",
            "Khắc phục, hoàn thành trong thời hạn 05 ngày làm việc kể từ ngày nhận được Thông báo này.",
        ),
        ("{quarter: III/2026}", "Khắc phục, hoàn thành trong quý III năm 2026."),
        ("{immediately: có, report_before: 05/6/2026}", "Khắc phục; báo cáo kết quả trước ngày 05/6/2026."),
        ("ongoing", "Khắc phục."),
        ("{ongoing: kết quả nêu trong báo cáo quý}", "Khắc phục; kết quả nêu trong báo cáo quý."),
        ("null", "Khắc phục, hoàn thành trước ngày [] tháng [] năm 2026."),
    ],
)
def test_17_to_22_deadlines(paper, deadline: str, said: str) -> None:
    document = paper(more=recommendations(f"{{id: x, owners: a, text: Khắc phục, deadline: {deadline}}}"))
    found = re.sub(" {2,}", "[]", text_of(document).replace(" " * 7, " [] "))
    assert said in found


@pytest.mark.parametrize(
    ("verb", "heading"),
    [("yeu-cau", "YÊU CẦU"), ("giao", "YÊU CẦU"), ("kien-nghi", "KIẾN NGHỊ"), ("de-nghi", "ĐỀ NGHỊ")],
)
def test_24_the_heading_follows_the_verbs(paper, verb: str, heading: str) -> None:
    said = text_of(
        paper(
            limitations("{id: x, text: Một}"),
            more=recommendations(f"{{id: k, owners: a, verb: {verb}, text: Làm, deadline: ongoing}}"),
        )
    )
    assert f"III. {heading}\n" in said


def test_24_orders_and_requests_stand_in_one_heading(paper) -> None:
    said = text_of(
        paper(
            limitations("{id: x, text: Một}"),
            more=recommendations(
                "{id: k, owners: a, text: Làm, deadline: ongoing}",
                "{id: m, owners: bo-tu-phap, text: Sửa, deadline: ongoing}",
            ),
        )
    )
    assert "III. YÊU CẦU, KIẾN NGHỊ\n" in said
    assert "UBND tỉnh yêu cầu các cơ quan, đơn vị thực hiện" in said


def test_29_a_single_annex_has_no_number(paper) -> None:
    items = [f"{{id: k-{n}, owners: a, text: Làm {n}, deadline: ongoing}}" for n in range(4)]
    document = paper(more=recommendations(*items))
    assert [annex.label for annex in document.annexes] == ["Phụ lục"]
    assert "(tổng hợp tại Phụ lục kèm theo)" in text_of(document)


def test_30_the_annex_names_the_issuer_and_leaves_number_and_day_blank(paper) -> None:
    items = [f"{{id: k-{n}, owners: a, text: Làm {n}, deadline: ongoing}}" for n in range(4)]
    reference = plain(paper(more=recommendations(*items)).annexes[0].reference)
    said = re.sub(r"[\s\u00a0]+", " ", reference)
    assert said == "(Kèm theo Thông báo số /TB-UBND ngày tháng năm 2026 của Ủy ban nhân dân tỉnh Mẫu)"


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        (
            "[{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}]",
            "Chủ tịch UBND tỉnh Mẫu kết luận như sau:",
        ),
        ("[{prefix: KT, post: Chủ tịch}, {post: Phó Chủ tịch}]", "Chủ tịch UBND tỉnh Mẫu kết luận như sau:"),
        (
            "[{prefix: TM, post: Ủy ban nhân dân}, {post: Chủ tịch}]",
            "UBND tỉnh Mẫu thông báo kết luận như sau:",
        ),
    ],
)
def test_32_the_issuers_voice(paper, chain: str, said: str) -> None:
    document = paper(("[{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}]", chain))
    assert said in text_of(document)


def test_32_a_department_speaks_for_itself_and_proposes(paper) -> None:
    document = paper(
        ("issuer: ubnd-tinh-mau", "issuer: so-noi-vu-mau"),
        limitations("{id: x, text: Một}"),
        more=recommendations("{id: k, owners: a, text: Làm, deadline: ongoing}"),
    )
    said = text_of(document)
    assert "Sở Nội vụ thông báo kết luận như sau:" in said
    assert "III. KIẾN NGHỊ\n" in said
    assert document.head.superior == ("UBND TỈNH MẪU",)


def test_33_a_commune_issues(paper) -> None:
    document = paper(("issuer: ubnd-tinh-mau", "issuer: ubnd-xa-vi-du-b"))
    assert [plain(line) for line in document.head.agency] == ["ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ B"]
    assert plain(document.head.place_date).startswith("Ví Dụ B, ")


def test_34_supervision_has_its_own_words(paper) -> None:
    document = paper(
        ("type: kiem-tra", "type: giam-sat"),
        limitations("{id: x, text: Một}"),
        more="team: {name: Đoàn giám sát}\n"
        + recommendations("{id: k, owners: a, text: Làm, deadline: ongoing}"),
    )
    said = text_of(document)
    assert subject(document).startswith("Kết quả giám sát ")
    assert "Đoàn giám sát đã giám sát trực tiếp tại" in said
    assert "II. HẠN CHẾ, BẤT CẬP" in said
    assert "III. KIẾN NGHỊ" in said
    assert "kết luận kiểm tra" not in said
    assert "yêu cầu" not in said.lower()


def test_40_a_company_is_asked_not_ordered(paper) -> None:
    company = "  - {id: cong-ty, kind: cong-ty, names: [{full: Công ty TNHH Ví Dụ}]}\n"
    document = paper(
        (UNIT, "  - {id: a, agency: cong-ty, business_code: 0100000000, address: xã Ví Dụ A}\n"),
        limitations("{id: x, text: Một}"),
        more="sessions: [{date: 14/4/2026}]\n"
        + recommendations("{id: k, owners: a, text: Làm, deadline: ongoing}"),
        agencies=company,
    )
    said = text_of(document)
    assert "tại Công ty TNHH Ví Dụ (mã số doanh nghiệp: 0100000000; địa chỉ: xã Ví Dụ A)." in said
    assert "tại doanh nghiệp được kiểm tra còn tồn tại" in said
    assert "III. ĐỀ NGHỊ" in said
    assert "đề nghị Công ty TNHH Ví Dụ thực hiện" in said
    assert "yêu cầu" not in said


def test_what_is_not_known_is_a_visible_gap(paper) -> None:
    typed = "{kind: quyet-dinh, number: 1/QĐ-UBND, date: 01/3/2026, subject: thành lập Đoàn kiểm tra}"
    document = paper((f"decision: {typed}\n", ""))
    gaps = [run.source for run in document.runs() if run.blank]
    assert gaps == ["decision.number", "decision.date"]
