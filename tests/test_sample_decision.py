"""The fictional decision says what the sample paper says, word for word; its variants say theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document import Document, plain
from generator.project import Project
from tests.inspections import SMALL, composed, load, new_project, sample
from tests.issuing import body
from tests.test_sample_notice import SAMPLE, blocks, clean, sample_lines

DECISION = SAMPLE.with_name("mau-quyet-dinh.md")
KIND = "kind: quyet-dinh-thanh-lap"


@pytest.fixture(scope="module")
def document() -> Document:
    loaded = sample()
    (paper,) = [one for one in loaded.inspection.documents if one.id == "qd-thanh-lap"]
    made = composed(loaded, paper, "trinh-ky")
    assert made.missing == ()
    return made.document


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path)


def small(project: Project, *swaps: tuple[str, str]) -> Document:
    text = SMALL.replace("kind: thong-bao-ket-luan", KIND)
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    (project.inspections / "nho.yaml").write_text(text, encoding="utf-8")
    return composed(load(project, "nho.yaml"), project=project).document


def test_head_title_and_subject_are_the_samples(document: Document) -> None:
    said = [
        *[plain(runs) for runs in document.head.agency],
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        clean(plain(document.head.number)),
        clean(plain(document.head.place_date)),
        document.kind,
    ]
    lines = sample_lines(DECISION)
    assert said == lines[:7]
    assert clean(plain(document.subject)) == " ".join(lines[7:10])


def test_the_body_is_the_samples_word_for_word(document: Document) -> None:
    lines = sample_lines(DECISION)[10:]
    assert blocks(document) == lines[: lines.index("Nơi nhận:")]


def test_recipients_and_signature_are_the_samples(document: Document) -> None:
    lines = sample_lines(DECISION)
    (signature,) = document.signatures
    said = [clean(plain(item)) for item in document.recipients]
    said += [*[plain(line) for line in signature.lines], plain(signature.name)]
    assert said == lines[lines.index("Nơi nhận:") + 1 :]


def test_a_changed_word_would_be_found(document: Document) -> None:
    lines = sample_lines(DECISION)[10:]
    assert [said.replace("15 ngày", "16 ngày") for said in blocks(document)] != lines[
        : lines.index("Nơi nhận:")
    ]


def test_one_unit_is_no_each(project: Project) -> None:
    said = body(small(project))
    assert "tại đơn vị; báo cáo" in said
    assert "từng đơn vị" not in said
    assert "cuối cùng" not in said


def test_what_is_not_known_is_a_gap_and_nothing_is_made_up(project: Project) -> None:
    made = small(project)
    gaps = {run.source for run in made.runs() if run.blank}
    assert {"team.members", "scope", "decision.working_time", "decision.funding"} <= gaps
    assert "Theo đề nghị" not in body(made)
    assert "con dấu" not in body(made)


def test_eight_members_stand_in_an_annex(project: Project) -> None:
    members = ", ".join("{role: thanh-vien, person: le-van-c}" for _ in range(8))
    made = small(project, ("inspected_units:", f"team: {{members: [{members}]}}\ninspected_units:"))
    (annex,) = made.annexes
    assert "có tên trong danh sách tại Phụ lục kèm theo" in body(made)
    assert annex.title == "DANH SÁCH THÀNH VIÊN ĐOÀN KIỂM TRA"
    assert clean(plain(annex.blocks[-1].runs)) == "Danh sách gồm 08 người./."


def test_the_last_basis_alone_ends_with_a_full_stop(project: Project) -> None:
    made = small(project, ("date: 01/3/2026", "date: 01/3/2026, legal_bases: [luat-72-2025, nd-118-2025]"))
    bases = [clean(plain(block.runs)) for block in made.body if block.kind.value == "basis"]
    assert [said[-1] for said in bases] == [";", "."]


def test_a_supervision_is_no_inspection(project: Project) -> None:
    made = small(project, ("type: kiem-tra", "type: giam-sat"))
    assert "chịu sự giám sát" in body(made)
    assert "kết luận kiểm tra" not in body(made)


def test_the_same_paper_may_have_every_mark(project: Project) -> None:
    marks = (
        "urgency: hoa-toc\n    circulation: luu-hanh-noi-bo\n    drafter_mark: PL.(300)\n    address: Số 1"
    )
    made = small(project, (KIND, f"{KIND}\n    {marks}"))
    assert (made.urgency, made.circulation) == ("HOẢ TỐC", "LƯU HÀNH NỘI BỘ")
    assert (made.drafter_mark, made.address) == ("PL.(300)", ("Số 1",))
