"""The papers around and after a conclusion: their variants, what they leave open, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import check_all
from generator.checks.case import Case
from generator.checks.dates import CHECKS as DATES
from generator.compose.follow_up import duties, overdue_from
from generator.diagnostics import Refused, Severity
from generator.document import Document, Paragraph, plain
from generator.model.recommendations import Deadline
from generator.project import Project
from tests.giam_sat import SUPERVISION
from tests.inspections import CLEAN, composed, load, new_project, sample
from tests.issuing import body, catalogues
from tests.kinds import lines, shown

DATA = Path(__file__).parent / "data" / "kinds"
KL = (
    CLEAN.replace("issuer: ubnd-tinh-mau\nsubject", "issuer: so-tu-phap-mau\nsubject")
    .replace("kind: thong-bao-ket-luan", "kind: ket-luan-kiem-tra")
    .replace(
        "signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}",
        "signer: {person: ngo-thi-k}",
    )
)


def paper(key: str, **changes: object) -> Document:
    """Return a paper of the fictional inspection, some of its fields replaced."""
    loaded = sample()
    (found,) = [one for one in loaded.inspection.documents if one.id == key]
    return composed(loaded, found.model_copy(update=changes)).document


def allowed(folder: Path) -> Project:
    """Return a project in which the department may issue a KL."""
    project = new_project(folder, kl=KL)
    path = project.inspections / "catalogues" / "agencies.yaml"
    text = path.read_text(encoding="utf-8")
    assert "    symbol: STP\n" in text
    told = "    symbol: STP\n    specialised_papers: ket-luan-kiem-tra\n"
    path.write_text(text.replace("    symbol: STP\n", told), encoding="utf-8")
    return project


# --- supervision, and a paper of branch law -----------------------------------------------------------


@pytest.mark.parametrize(("index", "model"), [(0, "giam-sat-bc"), (1, "giam-sat-kl")])
def test_papers_of_a_supervision_say_what_their_models_say(tmp_path: Path, index: int, model: str) -> None:
    project = new_project(tmp_path, giam=SUPERVISION)
    loaded = load(project, "giam.yaml")
    made = composed(loaded, loaded.inspection.documents[index], "trinh-ky", project)
    assert made.missing == ()
    assert lines(made.document) == (DATA / "khac" / f"{model}.txt").read_text(encoding="utf-8")
    said = lines(made.document).lower()
    assert "kiểm tra" not in said
    assert "yêu cầu" not in said


def test_nothing_is_found_on_the_papers_of_a_supervision(tmp_path: Path) -> None:
    project = new_project(tmp_path, giam=SUPERVISION)
    wrong = {Severity.ERROR, Severity.WARNING}
    assert [one for one in check_all(project).all_diagnostics() if one.severity in wrong] == []


def test_a_kl_of_an_agency_that_may_issue_it_says_what_its_model_says(tmp_path: Path) -> None:
    project = allowed(tmp_path)
    made = composed(load(project, "kl.yaml"), stage="trinh-ky", project=project)
    assert lines(made.document) == (DATA / "khac" / "ket-luan-kiem-tra.txt").read_text(encoding="utf-8")
    assert plain(made.document.head.number).endswith("/KL-STP")


def test_a_kl_is_refused_unless_the_catalogue_allows_it(tmp_path: Path) -> None:
    project = new_project(tmp_path, kl=KL)
    with pytest.raises(Refused) as refused:
        composed(load(project, "kl.yaml"), project=project)
    (told,) = refused.value.diagnostics
    assert told.code == "kind-not-allowed"
    assert told.place.file == "inspections/kl.yaml"
    assert KL.splitlines()[(told.place.line or 0) - 1].strip() == "kind: ket-luan-kiem-tra"
    assert told.arguments["key"] == "so-tu-phap-mau"


# --- the team's report --------------------------------------------------------------------------------


def test_the_report_says_what_the_team_found_before_the_explanation() -> None:
    said = body(paper("bc-doan"))
    assert "Có 07/60 hồ sơ được kiểm tra yêu cầu người dân nộp thêm giấy tờ" in said
    assert "161 hồ sơ (chiếm 89,44%)" in said
    assert "207/UBND-VP" not in said
    assert "02/BC-ĐKT" not in said


def test_the_report_tells_the_figures_of_each_unit() -> None:
    said = body(paper("bc-doan"))
    assert "Tại UBND xã Ví Dụ B (Báo cáo số 96/BC-UBND ngày 03/4/2026 của UBND xã Ví Dụ B)" in said
    assert "quá hạn 41 hồ sơ (chiếm 1,16%)" in said


# --- reminders ----------------------------------------------------------------------------------------


def test_two_reminders_tell_the_state_of_their_own_day() -> None:
    first, second = body(paper("don-doc-1")), body(paper("don-doc-2"))
    assert "đã giải quyết 03/04 hồ sơ" in first
    assert "đã giải quyết 03/04 hồ sơ" not in second
    assert shown(plain(paper("don-doc-1").head.about)) == "V/v đôn đốc thực hiện Thông báo số 45/TB-UBND"
    assert (
        shown(plain(paper("don-doc-2").head.about))
        == "V/v tiếp tục đôn đốc thực hiện Thông báo số 45/TB-UBND"
    )


def test_a_reminder_names_those_it_is_addressed_to_alone() -> None:
    assert "Ví Dụ A có" not in body(paper("don-doc-2", as_of=date(2026, 6, 10)))
    assert "UBND xã Ví Dụ C có 03 nội dung đến hạn" in body(paper("don-doc-2", as_of=date(2026, 6, 10)))


def test_who_said_nothing_has_not_reported() -> None:
    loaded = sample()
    silent = [one.model_copy(update={"progress": ()}) for one in loaded.inspection.recommendations]
    inspection = loaded.inspection.model_copy(update={"recommendations": tuple(silent)})
    (found,) = [one for one in inspection.documents if one.id == "don-doc-2"]
    said = body(composed(replace(loaded, inspection=inspection), found).document)
    assert "04 nội dung đến hạn, trong đó có 04 nội dung chưa hoàn thành" in said
    assert said.count("chưa báo cáo kết quả") == 4


def test_when_all_is_done_a_reminder_says_so() -> None:
    said = body(paper("don-doc-2", as_of=date(2026, 5, 20)))
    assert "các nội dung đến hạn tại Thông báo số 45/TB-UBND đã hoàn thành" in said


def test_a_reminder_without_its_conclusion_shows_gaps(tmp_path: Path) -> None:
    text = CLEAN.replace("kind: thong-bao-ket-luan", "kind: cong-van-don-doc\n    as_of: 01/7/2026")
    project = new_project(tmp_path, nho=text)
    with pytest.raises(Refused):
        composed(load(project, "nho.yaml"), project=project)
    conclusion = "conclusion: {kind: thong-bao, number: 9/TB-UBND, issuer: ubnd-tinh-mau}\ndocuments:\n"
    project = new_project(tmp_path / "b", nho=text.replace("documents:\n", conclusion))
    made = composed(load(project, "nho.yaml"), project=project)
    gaps = {run.source for run in made.document.runs() if run.blank}
    assert {"conclusion.date", "documents.0.addressees", "documents.0.reply.deadline"} <= gaps


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_a_duty_is_overdue_from_the_day_after_its_time_limit(day: date, count: int) -> None:
    after = day + timedelta(days=1)
    assert overdue_from(Deadline(before=day), None) == day
    assert overdue_from(Deadline(by=day), None) == after
    within = Deadline.model_validate({"within": count, "from": "ban-hanh"})
    assert overdue_from(within, day) == after + timedelta(days=count)


def test_a_time_limit_without_an_end_is_never_overdue() -> None:
    assert overdue_from(Deadline(ongoing="có"), None) is None
    assert overdue_from(Deadline.model_validate({"within": 5, "unit": "ngay-lam-viec"}), None) is None
    assert overdue_from(Deadline(quarter="III/2026"), None) == date(2026, 10, 1)
    assert overdue_from(None, None) is None


# --- plan and report of a unit ------------------------------------------------------------------------


def test_a_plan_of_a_unit_holds_its_own_duties_alone() -> None:
    own = [duty.item.id for duty in duties(sample().inspection, "vd-a")]
    assert own == ["kn-1", "kn-2", "kn-3", "kn-4"]
    table = lines(paper("kh-khac-phuc-a"))
    assert "Sửa chữa hoặc thay thế 02 máy quét" not in table
    assert "| Khoản 2 Mục II |" in table


def test_what_a_unit_has_not_filled_in_is_a_gap() -> None:
    made = paper("kh-khac-phuc-a", issuer="ubnd-xa-vi-du-c")
    gaps = {run.source for run in made.runs() if run.blank}
    assert {"recommendations.9.remedies", "recommendations.10.remedies"} <= gaps


def test_a_report_of_a_unit_parts_what_is_done_from_what_is_not() -> None:
    said = body(paper("bc-khac-phuc-a", as_of=date(2026, 6, 10)))
    assert "02 nội dung hoàn thành, 01 nội dung hoàn thành một phần, 01 nội dung chưa hoàn thành" in said
    assert "II. NỘI DUNG CHƯA HOÀN THÀNH" in said
    assert "hoàn thành một phần; đã bổ sung đối với 02/03 hồ sơ." in said


def test_a_report_without_annex_lists_what_is_done() -> None:
    said = body(paper("bc-khac-phuc-a", annexes=()))
    assert "1. Tổ chức kiểm điểm" in said
    assert "Phụ lục" not in said


# --- phiếu trình, lấy ý kiến, abbreviations ------------------------------------------------------------


def test_an_abbreviation_used_once_is_written_out() -> None:
    said = body(paper("don-doc-2"))
    assert "kiểm soát thủ tục hành chính, triển khai" in said
    assert "viết tắt là TTHC" not in said
    assert "viết tắt là TTHC" in body(paper("don-doc-1"))


def test_a_sheet_for_the_signer_has_neither_number_nor_recipients() -> None:
    made = paper("trinh-tb")
    assert made.head.number == ()
    assert made.recipients == ()
    assert [plain(one) for one in made.addressees] == ["Chánh Văn phòng Ủy ban nhân dân tỉnh"]


def test_those_who_help_are_asked_for_their_opinion_too() -> None:
    said = [plain(one.runs) for one in paper("lay-y-kien").body if isinstance(one, Paragraph)]
    assert any(
        one.startswith("Các sở: Khoa học và Công nghệ, Nông nghiệp và Môi trường, Nội vụ") for one in said
    )


# --- dates --------------------------------------------------------------------------------------------

DAYS = {
    "bc-doan": date(2026, 5, 5),
    "lay-y-kien": date(2026, 5, 6),
    "tb-kl": date(2026, 5, 18),
    "don-doc-1": date(2026, 6, 11),
    "don-doc-2": date(2026, 7, 17),
    "kh-khac-phuc-a": date(2026, 5, 25),
    "bc-khac-phuc-a": date(2026, 7, 9),
    "tb-lich": date(2026, 3, 25),
    "qd-thanh-lap": date(2026, 3, 16),
}


def out_of_order(key: str, day: date) -> list[str]:
    """Return what D2 says of a paper of the fictional inspection on a day."""
    loaded = sample()
    (found,) = [one for one in loaded.inspection.documents if one.id == key]
    dated = found.model_copy(update={"date": day})
    case = Case(loaded, dated, catalogues(), composed(loaded, dated).document)
    answer = DATES["D2"](case)
    return [str(hit.arguments["before"]) for hit in answer] if isinstance(answer, list) else []


@pytest.mark.parametrize("key", sorted(DAYS))
def test_a_paper_on_its_own_day_is_in_order(key: str) -> None:
    assert out_of_order(key, DAYS[key]) == []


def test_a_paper_before_what_it_rests_on_is_told() -> None:
    assert "team-report" in out_of_order("tb-kl", date(2026, 5, 4))
    assert "explanation" in out_of_order("tb-kl", date(2026, 5, 11))
    assert "session" in out_of_order("bc-doan", date(2026, 4, 15))
    assert "unit-report" in out_of_order("bc-doan", date(2026, 4, 1))
