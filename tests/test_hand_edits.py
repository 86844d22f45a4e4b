"""A build never overwrites what somebody edited by hand: it keeps that beside and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.build import Options, build_all
from tests.inspections import SMALL, new_project

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project
    from generator.results import BuildReport

WORD = frozenset({"docx"})
OTHER = SMALL.replace("Đã thực hiện tốt", "Đã thực hiện rất tốt")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = new_project(tmp_path, nho=SMALL)
    build_all(project, (), Options(only=WORD))
    return project


def drafts(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.output.rglob("*.docx"))}


def kept(report: BuildReport) -> list[str]:
    return [str(one.arguments["kept"]) for one in report.all_diagnostics() if one.code == "file-edited"]


def edit(project: Project, name: str, more: bytes = b"edited") -> bytes:
    path = next(project.output.rglob(name))
    path.write_bytes(path.read_bytes() + more)
    return path.read_bytes()


def test_a_file_edited_by_hand_is_kept_beside_and_the_new_one_is_made(project: Project) -> None:
    before = drafts(project)
    mine = edit(project, "DT_nho_tb.docx")
    report = build_all(project, (), Options(only=WORD))
    assert kept(report) == ["output/DT_nho_tb_sua-tay-1.docx"]
    assert drafts(project) == {**before, "DT_nho_tb_sua-tay-1.docx": mine}
    assert kept(build_all(project, (), Options(only=WORD))) == []


def test_each_edit_is_kept_and_the_same_one_only_once(project: Project) -> None:
    one = edit(project, "DT_nho_tb.docx", b"1")
    build_all(project, (), Options(only=WORD))
    edit(project, "DT_nho_tb.docx", b"1")
    build_all(project, (), Options(only=WORD, force=True))
    two = edit(project, "DT_nho_tb.docx", b"2")
    build_all(project, (), Options(only=WORD))
    found = drafts(project)
    assert [found["DT_nho_tb_sua-tay-1.docx"], found["DT_nho_tb_sua-tay-2.docx"]] == [one, two]
    assert len(found) == 3


def test_a_file_that_nobody_touched_is_replaced_without_a_word(project: Project) -> None:
    (project.inspections / "nho.yaml").write_text(OTHER, encoding="utf-8")
    report = build_all(project, (), Options(only=WORD))
    assert kept(report) == []
    assert list(drafts(project)) == ["DT_nho_tb.docx"]


def test_a_pdf_that_was_changed_is_kept_too(project: Project) -> None:
    (project.output / "manifest.json").write_text(
        (project.output / "manifest.json").read_text(encoding="utf-8").replace(".docx", ".pdf"),
        encoding="utf-8",
    )
    (project.output / "DT_nho_tb.pdf").write_bytes(b"signed by somebody")
    report = build_all(project, (), Options(only=frozenset({"pdf"})))
    found = [one.arguments["kept"] for one in report.all_diagnostics() if one.code == "file-edited-other"]
    assert found == ["output/DT_nho_tb_sua-tay-1.pdf"]
    assert (project.output / "DT_nho_tb_sua-tay-1.pdf").read_bytes() == b"signed by somebody"


def test_a_dry_run_says_it_and_writes_nothing(project: Project) -> None:
    mine = edit(project, "DT_nho_tb.docx")
    report = build_all(project, (), Options(only=WORD, dry_run=True))
    assert kept(report) == ["output/DT_nho_tb_sua-tay-1.docx"]
    assert drafts(project) == {"DT_nho_tb.docx": mine}
