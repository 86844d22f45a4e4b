"""Each kind of paper says what its model text says; its variants say theirs; what it cannot have is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build_all
from generator.diagnostics import Refused
from generator.document import Document, plain
from generator.project import Project
from tests.inspections import SMALL, composed, load, new_project, sample
from tests.issuing import body
from tests.kinds import lines

DATA = Path(__file__).parent / "data" / "kinds"
MODELS = sorted(path.stem for path in DATA.glob("*.txt"))
OLD, DECISION = "kind: thong-bao-ket-luan", "{kind: quyet-dinh, number: 1/QĐ-UBND, date: 01/3/2026,"
CHANGES = (
    "changes: {removed: vu-van-e, added: [{role: thanh-vien, person: le-van-c}],"
    " until: 15/5/2026, reason: chuyển công tác}"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path)


def small(project: Project, kind: str, *swaps: tuple[str, str]) -> Document:
    """Return the small paper as another kind, after some replacements."""
    text = SMALL.replace(OLD, f"kind: {kind}")
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")
    return composed(load(project, "nho.yaml"), project=project).document


def codes(project: Project, kind: str, *swaps: tuple[str, str]) -> list[str]:
    with pytest.raises(Refused) as refused:
        small(project, kind, *swaps)
    return [item.code for item in refused.value.diagnostics]


def in_paper(more: str) -> tuple[str, str]:
    return ("    year: 2026\n", f"    year: 2026\n    {more}\n")


# --- the model texts ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", MODELS)
def test_the_fictional_paper_says_what_its_model_says(key: str) -> None:
    loaded = sample()
    (paper,) = [one for one in loaded.inspection.documents if one.id == key]
    made = composed(loaded, paper, "trinh-ky")
    assert made.missing == ()
    assert lines(made.document) == (DATA / f"{key}.txt").read_text(encoding="utf-8")


def test_every_paper_of_the_fictional_inspection_has_a_model() -> None:
    papers = {paper.id for paper in sample().inspection.documents}
    assert papers - {"tb-kl", "qd-thanh-lap"} <= set(MODELS)


# --- variants ----------------------------------------------------------------------------------------


def test_a_plan_of_one_unit_has_its_day_and_no_each(project: Project) -> None:
    made = small(project, "ke-hoach-kiem-tra")
    assert "Ngày 14/4/2026 (lịch cụ thể tại Phụ lục I kèm theo)." in body(made)
    assert "từng đơn vị" not in body(made)


def test_a_plan_without_days_has_the_outline_alone(project: Project) -> None:
    made = small(project, "ke-hoach-kiem-tra", ("[{date: 14/4/2026}]", "[]"))
    assert [annex.label for annex in made.annexes] == ["Phụ lục"]


@pytest.mark.parametrize("kind", ["ke-hoach-kiem-tra", "thong-bao-lich", "bien-ban-kiem-tra"])
def test_a_supervision_speaks_of_no_inspection(project: Project, kind: str) -> None:
    team = ("decision: {", "team: {name: Đoàn giám sát}\ndecision: {")
    told = ("[Các thành viên Đoàn kiểm tra]", "[Các thành viên Đoàn]")
    made = small(
        project,
        kind,
        ("type: kiem-tra", "type: giam-sat"),
        team,
        told,
        ("lập Đoàn kiểm tra", "lập Đoàn giám sát"),
    )
    assert "giám sát" in lines(made)
    assert "kiểm tra" not in lines(made).lower()


def test_many_units_of_a_schedule_stand_in_an_annex(project: Project) -> None:
    more = "".join(
        f"  - {{id: b{n}, agency: ubnd-xa-vi-du-b, sessions: [{{date: {n}/5/2026}}]}}\n" for n in range(1, 7)
    )
    made = small(project, "thong-bao-lich", ("findings:", f"{more}findings:"))
    assert "theo lịch tại Phụ lục kèm theo" in body(made)
    assert made.annexes[0].title == "LỊCH KIỂM TRA"


def test_minutes_take_their_unit_alone(project: Project) -> None:
    other = "  - {id: b, agency: ubnd-xa-vi-du-b, sessions: [{date: 16/4/2026}]}\nfindings:"
    made = small(project, "bien-ban-kiem-tra", ("findings:", other), in_paper("unit: b"))
    assert "Ví Dụ A" not in lines(made)
    assert "ngày 16 tháng 4 năm 2026" in body(made)


def test_minutes_have_no_place_and_date_and_a_gap_for_what_is_not_known(project: Project) -> None:
    made = small(project, "bien-ban-kiem-tra")
    assert made.head.place_date == ()
    gaps = {run.source for run in made.runs() if run.blank}
    assert {"inspected_units.0.sessions.0.start", "inspected_units.0.sessions.0.place"} <= gaps


def test_minutes_are_signed_in_the_columns_that_are_named(project: Project) -> None:
    named = "signatories: [{column: truong-doan, person: tran-thi-b}, {column: don-vi, person: vo-van-p}]"
    made = small(project, "bien-ban-kiem-tra", in_paper(named))
    said = [[*map(plain, one.lines), plain(one.name)] for one in made.signatures]
    assert said == [
        ["ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "CHỦ TỊCH", "Võ Văn P"],
        ["TRƯỞNG ĐOÀN KIỂM TRA", "Trần Thị B"],
    ]


def test_a_decision_changes_members_and_extends_the_time(project: Project) -> None:
    issued = in_paper(f"issuer: chu-tich-ubnd-tinh-mau\n    {CHANGES}")
    made = small(project, "quyet-dinh-thay-doi", issued)
    assert plain(made.subject).replace("\u00a0", " ") == (
        "Về việc thay đổi thành viên và gia hạn thời gian kiểm tra của Đoàn kiểm tra thành lập theo"
        " Quyết định số 1/QĐ-UBND ngày 01/3/2026"
    )
    said = body(made)
    assert "1. Thôi tham gia Đoàn kiểm tra: Ông Vũ Văn E; lý do: chuyển công tác." in said
    assert "2. Bổ sung vào Đoàn kiểm tra: Ông Lê Văn C, Phó Giám đốc Sở Tư pháp, thành viên." in said
    assert "Điều 2. Gia hạn thời gian kiểm tra trực tiếp" in said
    assert plain(made.recipients[0]).replace("\u00a0", " ") == "- Như Điều 4;"


def test_an_extension_alone_names_nobody(project: Project) -> None:
    made = small(project, "quyet-dinh-thay-doi", in_paper("changes: {until: 15/5/2026}"))
    assert "thay đổi thành viên" not in lines(made).lower()
    assert "đến hết ngày 15 tháng 5 năm 2026." in body(made)
    assert "các thành viên Đoàn kiểm tra và thủ trưởng" in body(made)


def test_the_proposal_of_the_founding_is_not_that_of_the_change(project: Project) -> None:
    proposed = (DECISION, f"{DECISION} proposed_by: {{post: Chánh Văn phòng}},")
    made = small(project, "quyet-dinh-thay-doi", proposed, in_paper(CHANGES))
    assert "Theo đề nghị" not in body(made)


# --- what a kind has and has not ---------------------------------------------------------------------


def test_an_own_kind_is_a_letter_to_those_it_names(project: Project) -> None:
    folder = project.templates / "cong-van-ngan"
    folder.mkdir(parents=True)
    form = "{titled: không, symbol: co-quan-don-vi, addressees: can, first_recipient: Như trên}"
    kind = f"name: Công văn\ntitle: CÔNG VĂN\nabbreviation: CV\nform: {form}\nterms: {{}}\n"
    (folder / "kind.yaml").write_text(kind, "utf-8")
    (folder / "trich-yeu.j2").write_text("đôn đốc {{ subject.short }}\n", "utf-8")
    (folder / "noi-dung.md.j2").write_text("Đề nghị thực hiện./.\n", "utf-8")
    drafted = "drafting_unit: {symbol: VP, mark: KSTT}\n    "
    many = "addressees: [{owners: [ubnd-xa-vi-du-a, ubnd-xa-vi-du-b, ubnd-xa-vi-du-c]}, Các cơ quan báo chí]"
    made = small(project, "cong-van-ngan", in_paper(drafted + many))
    assert (made.kind, made.subject) == ("", ())
    assert plain(made.head.about).startswith("V/v đôn đốc việc thực hiện")
    assert plain(made.head.number).endswith("/UBND-KSTT")
    assert [plain(one).replace("\u00a0", " ") for one in made.addressees] == [
        "- Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C;",
        "- Các cơ quan báo chí.",
    ]
    assert plain(made.recipients[0]) == "- Như trên;"
    alone = small(project, "cong-van-ngan", in_paper(f"{drafted}unit: a"))
    assert [plain(one) for one in alone.addressees] == ["Ủy ban nhân dân xã Ví Dụ A"]
    unknown = small(project, "cong-van-ngan", in_paper(drafted.strip()))
    assert unknown.addressees[0][0].blank


def test_a_key_typed_where_a_line_is_printed_as_it_is_is_told(project: Project) -> None:
    """Its broken twin, a name, is printed."""
    typed = ("recipients: [Các thành viên", "recipients: [ubnd-xa-vi-du-a, Các thành viên")
    assert codes(project, "thong-bao-lich", typed) == ["paper-line-is-key"]
    unit = in_paper("drafting_unit: {symbol: VP}\n    addressees: [a]")
    assert codes(project, "cong-van-lay-y-kien", unit) == ["paper-line-is-key"]
    typed = ("recipients: [Các thành viên", "recipients: [UBND xã Ví Dụ A, Các thành viên")
    named = small(project, "thong-bao-lich", typed)
    assert plain(named.recipients[0]).replace("\u00a0", " ") == "- UBND xã Ví Dụ A;"


def test_what_a_kind_cannot_have_is_told(project: Project) -> None:
    assert codes(project, "thong-bao-lich", in_paper("addressees: [Các xã]")) == ["addressee-not-of-kind"]
    signed = in_paper("signatories: [{column: chu-toa}]")
    assert codes(project, "bien-ban-kiem-tra", signed) == ["signatory-unknown"]
    other = ("findings:", "  - {id: b, agency: ubnd-xa-vi-du-b}\nfindings:")
    assert codes(project, "bien-ban-kiem-tra", other) == ["paper-without-unit"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("drafter_mark: pl 300", "value-drafter-mark"),
        ("urgency: gấp", "value-not-in-list"),
        ("addressees: [{purpose: b/c}]", "field-unknown"),
        ("addressees: [{}]", "addressee-one-name"),
        ("unit: khong-co", "unit-unknown"),
        ("security: mật", "field-unknown"),
    ],
)
def test_a_wrong_mark_of_a_paper_is_told_with_its_place(project: Project, line: str, code: str) -> None:
    told = codes(project, "bien-ban-kiem-tra", in_paper(line))
    assert any(found.startswith(code) for found in told), told


def test_an_hour_that_is_none_is_told(project: Project) -> None:
    assert codes(project, "bien-ban-kiem-tra", ("{date: 14/4/2026}", "{date: 14/4/2026, start: 25 giờ}")) == [
        "time-not"
    ]


def test_separate_annexes_are_files_of_their_own(project: Project) -> None:
    text = SMALL.replace(OLD, "kind: ke-hoach-kiem-tra").replace(*in_paper("annex_files: tep-rieng"))
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")
    (paper,) = build_all(project, (), Options(only=frozenset({"docx"}))).papers
    names = [Path(file).name for file in paper.files]
    assert names == ["DT_nho_tb.docx", "DT_nho_tb_PL1.docx", "DT_nho_tb_PL2.docx"]
