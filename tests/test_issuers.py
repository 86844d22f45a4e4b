"""Who issues: heads, symbols and signatures of every row of the matrix, and what a day changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks import check
from generator.checks.case import Case
from generator.compose import Composed
from generator.compose.letterhead import Letterhead
from generator.compose.signing import full_post
from generator.diagnostics import Refused
from generator.document import Document, plain
from generator.load import load_catalogues
from generator.messages import Messages
from generator.project import Project
from generator.wording import parse_date
from tests.inspections import load, new_project
from tests.issuing import ISSUER, SIGNER, body, catalogues, made

UBND_X = ("UBND TỈNH MẪU",)
TM_UBND = "TM. ỦY BAN NHÂN DÂN"
TEAM = (
    "team: {members: [{role: truong-doan, person: le-van-c}, {role: pho-truong-doan, person: tran-thi-b}]}\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return new_project(tmp_path_factory.mktemp("project"))


def paper(project: Project, issuer: str, person: str, *swaps: tuple[str, str]) -> Document:
    swaps = ((ISSUER, f"issuer: {issuer}"), (SIGNER, f"signer: {{person: {person}}}"), *swaps)
    return made(project, *swaps, more=TEAM).document


def matrix() -> dict[str, list[str]]:
    lines = (Path(__file__).parent / "data" / "issuers.txt").read_text(encoding="utf-8").splitlines()[2:]
    return {cells[0]: cells[1:] for cells in ([cell.strip() for cell in line.split(" | ")] for line in lines)}


@pytest.mark.parametrize("row", matrix())
def test_every_row_of_the_matrix(project: Project, row: str) -> None:
    issuer, person, *wanted = matrix()[row]
    document = paper(project, issuer, person)
    head, signature = document.head, document.signatures[0]
    number = re.fullmatch(r"Số:\s+/(\S+)", plain(head.number))
    assert number
    assert [
        " / ".join(head.superior) or "-",
        " / ".join(plain(line) for line in head.agency),
        number[1],
        plain(head.place_date).partition(", ngày ")[0],
        " / ".join(plain(line) for line in signature.lines),
        signature.second_post or "-",
    ] == wanted
    assert not any(run.blank for line in signature.lines for run in line)


def test_a_chain_that_was_typed_wins(project: Project) -> None:
    typed = (
        "signer: {chain: [{prefix: TUQ, post: Chủ tịch}, {post: Giám đốc  Sở Tư pháp}], person: nguyen-van-a}"
    )
    document = made(project, (SIGNER, typed)).document
    assert [plain(line) for line in document.signatures[0].lines] == ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ TƯ PHÁP"]


@pytest.mark.parametrize(
    ("issuer", "person"),
    [("ubnd-tinh-mau", "le-van-c"), ("ubnd-xa-vi-du-a", "nguyen-van-a"), ("cong-ty-vi-du", "bui-van-i")],
)
def test_a_signer_without_authority_leaves_a_gap(project: Project, issuer: str, person: str) -> None:
    """The head of a department does not sign by order, nor an office for a commune it is not under."""
    lines = paper(project, issuer, person).signatures[0].lines
    assert [run.source for line in lines for run in line if run.blank] == ["documents.0.signer.chain"]


def test_a_team_without_a_seal_prints_only_the_post_in_the_team(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    agencies = project.catalogues / "agencies.yaml"
    borrowed = "    seal_of: van-phong-ubnd-tinh-mau\n"
    agencies.write_text(agencies.read_text(encoding="utf-8").replace(borrowed, ""), encoding="utf-8")
    document = paper(project, "doan-kiem-tra-mau", "le-van-c")
    assert document.signatures[0].second_post is None
    assert document.head.superior == UBND_X


@pytest.mark.parametrize(
    ("issuer", "line"),
    [
        ("chu-tich-ubnd-tinh-mau", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ("ubnd-tinh-mau", "ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ("so-tu-phap-mau", "GIÁM ĐỐC SỞ TƯ PHÁP"),
        ("van-phong-ubnd-tinh-mau", "CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ("thuong-truc-hdnd-tinh-mau", "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH MẪU"),
    ],
)
def test_the_authority_line_says_whether_a_person_or_a_collective_decides(issuer: str, line: str) -> None:
    assert Letterhead(catalogues(), issuer, date(2026, 5, 18)).authority_line() == line


@pytest.mark.parametrize(
    ("agency", "series"),
    [
        ("chu-tich-ubnd-tinh-mau", "ubnd-tinh-mau"),
        ("thuong-truc-hdnd-tinh-mau", "hdnd-tinh-mau"),
        ("doan-kiem-tra-mau", "doan-kiem-tra-mau"),
        ("ban-chi-dao-cchc-tinh-mau", "ban-chi-dao-cchc-tinh-mau"),
        ("so-tu-phap-mau", "so-tu-phap-mau"),
    ],
)
def test_a_team_with_a_borrowed_seal_has_its_own_numbers(agency: str, series: str) -> None:
    assert catalogues().number_series(agency) == series


def test_the_code_in_the_symbol_may_differ_by_kind_of_paper() -> None:
    entry = catalogues().agencies["doan-kiem-tra-mau"].model_copy(update={"symbols": {"BB": "ĐKT312"}})
    known = replace(catalogues(), agencies={**catalogues().agencies, entry.id: entry})
    head = Letterhead(known, entry.id, None)
    assert (head.symbol("BB"), head.symbol("BC")) == ("ĐKT312", "ĐKT")


# --- what a day changes ------------------------------------------------------------------------------------

BEFORE, AFTER = "30/6/2025", "01/7/2025"
DUTIES = (
    "recommendations:\n"
    "  - {id: k-1, owners: bo-phan-mot-cua-tinh-mau, text: Làm, deadline: ongoing}\n"
    "  - {id: k-2, owners: ubnd-huyen-vi-du, text: Làm, deadline: ongoing}\n"
    '  - {id: k-3, owners: ubnd-dac-khu-vi-du-e, text: "Làm theo [[nd-118-2025]]", deadline: ongoing}\n'
)


def dated(project: Project, day: str, *swaps: tuple[str, str]) -> tuple[Composed, set[tuple[str, int]]]:
    """Return the paper of a day, and which rules of names and acts it breaks for which recommendation."""
    earlier = [("14/4/2026", "14/4/2025"), ("01/3/2026", "01/3/2025"), ("    year: 2026\n    month: 5\n", "")]
    number = (
        "kind: thong-bao-ket-luan\n",
        f"kind: thong-bao-ket-luan\n    number: 45/TB-UBND\n    date: {day}\n",
    )
    done = made(project, *earlier, number, *swaps, more=DUTIES)
    loaded = load(project, "nho.yaml")
    case = Case(loaded, loaded.inspection.documents[0], load_catalogues(project), done.document)
    told = [item for result in check(case) for item in result.diagnostics]
    first = loaded.source.place(("recommendations", 0)).line
    wanted = {"N4", "N6", "C1"}
    return done, {(item.code, item.place.line - first + 1) for item in told if item.code in wanted}


def test_the_first_of_july_2025_changes_names_and_warnings_and_no_code(project: Project) -> None:
    before, told_before = dated(project, BEFORE)
    after, told_after = dated(project, AFTER)
    assert "Đối với Trung tâm Hành chính công tỉnh" in body(before.document)
    assert "Đối với Trung tâm Phục vụ hành chính công tỉnh" in body(after.document)
    # Before: no đặc khu yet, and its decree is not in force. After: the district has ended.
    assert told_before == {("N6", 3), ("C1", 3)}
    assert told_after == {("N4", 2)}


def test_a_warning_names_the_end_of_the_level_and_who_came_after(project: Project) -> None:
    dated(project, AFTER)
    loaded = load(project, "nho.yaml")
    case = Case(loaded, loaded.inspection.documents[0], load_catalogues(project))
    (told,) = [item for result in check(case) for item in result.diagnostics if item.code == "N4"]
    after = "UBND xã Ví Dụ A, UBND xã Ví Dụ B, UBND xã Ví Dụ C"
    assert told.arguments == {
        "name": "UBND huyện Ví Dụ",
        "until": "30/6/2025",
        "day": "01/7/2025",
        "successors": after,
    }


def test_an_issuer_that_has_ended_issues_nothing(project: Project) -> None:
    issuer = (ISSUER, "issuer: ubnd-huyen-vi-du")
    signer = (SIGNER, "signer: {person: vo-van-p}")
    done, _ = dated(project, BEFORE, issuer, signer)
    assert [plain(line) for line in done.document.head.agency] == ["ỦY BAN NHÂN DÂN", "HUYỆN VÍ DỤ"]
    assert [plain(line) for line in done.document.signatures[0].lines] == [TM_UBND, "CHỦ TỊCH"]
    with pytest.raises(Refused) as refused:
        dated(project, AFTER, issuer, signer)
    (told,) = refused.value.diagnostics
    assert (told.code, told.place.file, told.place.line) == ("agency-without-name", "inspections/nho.yaml", 4)
    assert (
        Messages("vi")
        .say(told.code, told.arguments)[0]
        .startswith(
            "Cơ quan ban hành “Ủy ban nhân dân huyện Ví Dụ” không có tên gọi nào vào ngày 01/7/2025, "
            "đã kết thúc ngày 30/6/2025. Kế tiếp: UBND xã Ví Dụ A"
        )
    )


def test_one_signer_signs_with_the_post_of_the_day(project: Project) -> None:
    for day, post, lines in (
        ("30/6/2025", "Phó Giám đốc Sở Nội vụ", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ("01/7/2025", "Quyền Giám đốc Sở Nội vụ", ["Q. GIÁM ĐỐC"]),
        ("01/01/2026", "Giám đốc Sở Nội vụ", ["GIÁM ĐỐC"]),
    ):
        swaps = ((ISSUER, "issuer: so-noi-vu-mau"), (SIGNER, "signer: {person: duong-van-l}"))
        done, _ = dated(project, day, *swaps)
        assert [plain(line) for line in done.document.signatures[0].lines] == lines
        known = load_catalogues(project)
        (held,) = known.people["duong-van-l"].held_on(parse_date(day))
        assert full_post(known, held, parse_date(day)) == post


def test_an_acting_head_of_a_collective_stands_below_it(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    with (project.catalogues / "people.yaml").open("a", encoding="utf-8") as stream:
        held = "{post: Chủ tịch, agency: ubnd-xa-vi-du-b, acting: có}"
        stream.write(f"  - {{id: quyen, name: Lê Văn Mẫu, posts: [{held}]}}\n")
    lines = paper(project, "ubnd-xa-vi-du-b", "quyen").signatures[0].lines
    assert [plain(line) for line in lines] == [TM_UBND, "Q. CHỦ TỊCH"]


def test_a_paper_of_before_is_cited_by_the_name_its_issuer_had_then(project: Project) -> None:
    issued = "date: 02/6/2025, issuer: bo-phan-mot-cua-tinh-mau, subject: kết quả"
    old = f"papers: [{{id: cu, kind: bao-cao, number: 9/BC-TTHCC, {issued}}}]\n"
    document = made(project, ("Đã thực hiện tốt", "Thực hiện [[cu]]"), more=old).document
    wanted = "Báo cáo số 9/BC-TTHCC ngày 02/6/2025 của Trung tâm Hành chính công tỉnh về kết quả"
    assert wanted in body(document)


def test_the_end_of_a_level_is_data_of_the_office_too(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    (project.catalogues / "levels.yaml").write_text(
        "levels: [{id: huyen, noun: huyện, rank: 3, until: 31/12/2025}]\n", encoding="utf-8"
    )
    assert load_catalogues(project).ended_on("ubnd-huyen-vi-du") == date(2025, 12, 31)
    assert catalogues().ended_on("ubnd-huyen-vi-du") == date(2025, 6, 30)


def test_an_office_adds_a_kind_of_agency_without_code(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    (project.catalogues / "agency-kinds.yaml").write_text(
        "kinds: [{id: thanh-tra, name: thanh tra, like: so, leaders: [{head: Chánh Thanh tra}]}]\n",
        encoding="utf-8",
    )
    with (project.catalogues / "agencies.yaml").open("a", encoding="utf-8") as stream:
        stream.write(
            "  - {id: thanh-tra-mau, kind: thanh-tra, names: [{full: Thanh tra tỉnh Mẫu}],"
            " superior: ubnd-tinh-mau, symbol: TTR}\n"
        )
    with (project.catalogues / "people.yaml").open("a", encoding="utf-8") as stream:
        stream.write("  - {id: chanh, name: Lê Văn Mẫu, post: Chánh Thanh tra tỉnh, agency: thanh-tra-mau}\n")
    document = paper(project, "thanh-tra-mau", "chanh")
    assert document.head.superior == UBND_X
    assert [plain(line) for line in document.head.agency] == ["THANH TRA"]
    assert [plain(line) for line in document.signatures[0].lines] == ["CHÁNH THANH TRA"]
