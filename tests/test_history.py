"""`show` tells the way of each paper: step by step, who in which post, when and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator import cli
from generator.issuing.journal_head import journal_of
from generator.issuing.states import Step
from generator.session import ExitCode
from tests.inspections import CLEAN
from tests.issued import contents, project_with, step

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

LINES = """\
18/5/2026 09:00 đã soạn thảo – Vũ Văn E, chuyên viên
18/5/2026 09:00 đã soát nội dung – Trần Thị B, Phó Chánh Văn phòng
18/5/2026 09:00 đã soát thể thức – Đặng Thị G, chuyên viên
18/5/2026 09:00 trình ký – Phạm Thị D, Trưởng phòng Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh
18/5/2026 09:00 trả lại – Nguyễn Văn A, Chánh Văn phòng UBND tỉnh: Ghi rõ thời hạn
"""


@pytest.fixture
def office(tmp_path: Path) -> Project:
    """A project whose paper was drafted, checked twice, put before the signer and sent back."""
    project = project_with(tmp_path)
    step(project, Step.DRAFTED, "vu-van-e")
    assert journal_of(project).state("nho", "tb") is None
    step(project, Step.CONTENT, "tran-thi-b")
    step(project, Step.FORMAT, "dang-thi-g")
    step(project, Step.SUBMITTED, "pham-thi-d")
    step(project, Step.RETURNED, "nguyen-van-a", "Ghi rõ thời hạn")
    return project


def shown(project: Project, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert cli.main(["show", "nho", "--project", str(project.root), "--lang", "vi", *more]) == ExitCode.WELL
    return capsys.readouterr().out


def test_each_step_of_a_paper_is_told_with_person_time_and_reason(
    office: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(office.issued)
    lines = [" ".join(line.split()) for line in shown(office, capsys).splitlines()]
    start = next(number for number, line in enumerate(lines) if line.startswith("tb thong-bao-ket-luan"))
    assert lines[start + 1 : start + 6] == LINES.splitlines()
    assert contents(office.issued) == before


def test_the_steps_are_data_too(office: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (paper,) = json.loads(shown(office, capsys, "--format", "json"))["papers"]
    assert [(one["step"], one["by"]) for one in paper["history"]] == [
        ("soan-thao", "vu-van-e"),
        ("soat-noi-dung", "tran-thi-b"),
        ("soat-the-thuc", "dang-thi-g"),
        ("trinh-ky", "pham-thi-d"),
        ("tra-lai", "nguyen-van-a"),
    ]
    assert paper["history"][-1] == {
        "step": "tra-lai",
        "at": "2026-05-18T09:00:00+07:00",
        "by": "nguyen-van-a",
        "reason": "Ghi rõ thời hạn",
    }


def test_who_has_left_the_catalogue_is_told_by_the_key(
    office: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    people = office.catalogues / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8").replace("id: vu-van-e", "id: vu-van-e-2"), "utf-8")
    assert "đã soạn thảo – vu-van-e\n" in shown(office, capsys)


def test_a_draft_without_steps_has_an_empty_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paper,) = json.loads(shown(project_with(tmp_path, CLEAN), capsys, "--format", "json"))["papers"]
    assert paper["history"] == []
