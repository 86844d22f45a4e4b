"""Legal acts: how they are cited, when they are in force, what of them was not verified."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.compose.citing import act_as_basis, act_in_body
from generator.document import plain
from generator.project import Project
from tests.inspections import new_project
from tests.issuing import body, catalogues, made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return new_project(tmp_path_factory.mktemp("project"))


def test_a_law_is_a_basis_by_name_and_date_and_the_body_has_its_name_alone() -> None:
    law = catalogues().legal_acts["luat-72-2025"]
    assert plain(act_as_basis(law.id, law)) == "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    assert act_in_body(law, full=True) == "Luật Tổ chức chính quyền địa phương"


def test_a_decree_is_cited_in_full_as_a_basis_and_shortly_later() -> None:
    decree = catalogues().legal_acts["nd-63-2010"]
    full = "Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính"
    assert plain(act_as_basis(decree.id, decree)) == full
    assert act_in_body(decree, full=True) == full.replace("ngày 08 tháng 6 năm 2010", "ngày 08/6/2010")
    assert act_in_body(decree, full=False) == "Nghị định số 63/2010/NĐ-CP"


def test_the_date_a_law_lacks_is_a_gap_of_the_basis() -> None:
    law = catalogues().legal_acts["luat-84-2025"]
    assert [run.source for run in act_as_basis(law.id, law) if run.blank] == ["=luat-84-2025"]


def test_an_act_may_bring_its_own_words() -> None:
    typed = {"cite_basis": "Hiến pháp nước Mẫu", "cite_body": "Hiến pháp"}
    act = catalogues().legal_acts["nd-63-2010"].model_copy(update=typed)
    assert plain(act_as_basis(act.id, act)) == "Hiến pháp nước Mẫu"
    assert act_in_body(act, full=True) == "Hiến pháp"


def test_a_template_can_print_the_bases_of_the_decision(tmp_path: Path) -> None:
    loop = "{% for one in bases %}\nCăn cứ {{ one }};\n{% endfor %}\n"
    template = "{{ authority }}\n" + loop + "Căn cứ {{ basis('decision') }}.\n"
    project = new_project(tmp_path)
    folder = project.templates / "thong-bao-ket-luan"
    folder.mkdir(parents=True)
    (folder / "noi-dung.md.j2").write_text(template, encoding="utf-8")
    decided = "issuer: chu-tich-ubnd-tinh-mau, legal_bases: luat-72-2025, subject: lập Đoàn"
    decision = ("subject: thành lập Đoàn", decided)
    decided = "Quyết định số 1/QĐ-UBND ngày 01 tháng 3 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Mẫu"
    assert body(made(project, decision).document).splitlines() == [
        " ỦY BAN NHÂN DÂN TỈNH MẪU",
        " Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        f" Căn cứ {decided} về việc lập Đoàn kiểm tra.",
    ]


def test_an_act_ends_the_day_before_the_one_that_replaced_it() -> None:
    known = catalogues()
    assert known.act_ended_on(known.legal_acts["nd-61-2018"]) == date(2025, 6, 30)
    assert known.act_ended_on(known.legal_acts["nd-118-2025"]) is None


def test_what_the_reference_did_not_verify_is_marked_in_the_data() -> None:
    acts = catalogues().legal_acts
    assert acts["tt-02-2017-vpcp"].open_facts == "cơ quan ban hành, trích yếu, hiệu lực, văn bản thay thế"
    assert acts["thong-tu-02-2017"].open_facts == "toàn bộ mục này"
    for act in acts.values():
        missing = [name for name in ("date", "subject") if getattr(act, name) is None]
        assert not missing or not act.verified or {"ngay", "trich-yeu"} & set(act.unverified), act.id
