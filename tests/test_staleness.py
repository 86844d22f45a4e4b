"""What has to be made again, and why: never too little, and only what prints otherwise."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import staleness
from generator.build import Options, build_all
from generator.project import Project, find_project
from generator.render.word import WordRenderer
from generator.results import BuildReport, Outcome
from generator.shipped import shipped_templates
from tests.inspections import CLEAN, SMALL, new_project

WORD = Options(only=frozenset({"docx"}))


def build(project: Project, options: Options = WORD, *targets: str) -> BuildReport:
    return build_all(project, targets, options)


def reasons(report: BuildReport) -> list[str]:
    """Return why each paper was made, "" for one that was not."""
    assert report.ok
    return [paper.why for paper in report.papers]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = new_project(tmp_path, nho=SMALL, sach=CLEAN.replace("id: nho", "id: sach"))
    assert reasons(build(made)) == ["new", "new"]
    return made


def edit(project: Project, name: str, old: str, new: str) -> None:
    path = project.inspections / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_made_is_not_rendered_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(WordRenderer, "render", nothing)
    report = build(project)
    assert [paper.outcome for paper in report.papers] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert all(paper.files for paper in report.papers)


def test_only_what_prints_otherwise_is_made_again(project: Project) -> None:
    edit(project, "nho.yaml", "Đã thực hiện tốt.", "Đã thực hiện rất tốt.")
    assert reasons(build(project)) == ["text", ""]
    # A name that one paper prints, and one that none does.
    edit(project, "nho.yaml", "recipients: [", "recipients: [{agency: so-noi-vu-mau, purpose: để t/h}, ")
    assert reasons(build(project)) == ["text", ""]
    edit(project, "catalogues/agencies.yaml", "Sở Nội vụ", "Sở Nội vụ và Lao động")
    assert reasons(build(project)) == ["text", ""]
    edit(project, "catalogues/agencies.yaml", "Sở Khoa học", "Sở Khoa học mới")
    assert reasons(build(project)) == ["", ""]


def test_a_comment_in_the_data_changes_nothing(project: Project) -> None:
    edit(project, "nho.yaml", "type: kiem-tra", "type: kiem-tra # của tôi")
    assert reasons(build(project)) == ["", ""]


def test_layout_program_libraries_and_fonts_make_everything_stale(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    shutil.copy(shipped_templates() / "_layout" / "van-ban.docx", own)
    assert reasons(build(project)) == ["", ""]  # the same layout, from another place
    page = (shipped_templates() / "_layout" / "van-ban.css").read_text(encoding="utf-8")
    (own / "van-ban.css").write_text(f"{page}\n/* của cơ quan */\n", encoding="utf-8")
    again = build(project)
    assert [paper.outcome for paper in again.papers] == [Outcome.UNCHANGED] * 2  # rendered, the same bytes
    for name in ("_program", "_version"):
        with monkeypatch.context() as patch:
            patch.setattr(staleness, name, lambda *_: "another")
            known = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))
            part = {"_program": "program", "_version": "libraries"}[name]
            build(project)
            after = json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))
            assert known["papers"][0]["made_of"][part] != after["papers"][0]["made_of"][part]


def test_a_file_that_is_gone_edited_or_forced_is_made_again(project: Project) -> None:
    (project.output / "DT_nho_tb.docx").unlink()
    assert reasons(build(project)) == ["gone", ""]
    (project.output / "DT_nho_tb.docx").write_bytes(b"edited")
    report = build(project)
    assert reasons(report) == ["edited", ""]
    assert (project.output / "DT_nho_tb_sua-tay-1.docx").read_bytes() == b"edited"
    assert reasons(build(project, replace(WORD, force=True))) == ["forced", "forced"]


def test_a_dry_run_says_why_and_writes_nothing(project: Project) -> None:
    edit(project, "nho.yaml", "Đã thực hiện tốt.", "Đã thực hiện rất tốt.")
    before = {path: path.read_bytes() for path in project.output.rglob("*") if path.is_file()}
    assert reasons(build(project, replace(WORD, dry_run=True))) == ["text", ""]
    assert before == {path: path.read_bytes() for path in project.output.rglob("*") if path.is_file()}


def test_another_format_is_made_for_itself(project: Project) -> None:
    report = build(project, Options(only=frozenset({"docx", "pdf"})), "nho")
    assert [paper.outcome for paper in report.papers] == [Outcome.MADE]
    assert (project.output / "DT_nho_tb.pdf").exists()


def test_a_restored_output_folder_builds_nothing(project: Project, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    shutil.copytree(project.root, clone, ignore=shutil.ignore_patterns("clone"))
    assert reasons(build(find_project(clone))) == ["", ""]


def test_the_files_of_what_is_no_more_are_removed(project: Project) -> None:
    (project.inspections / "nho.yaml").unlink()
    mine = project.output / "cua-toi.docx"
    mine.write_bytes(b"mine")
    report = build(project)
    assert [item.code for item in report.diagnostics] == ["file-removed"]
    assert sorted(path.name for path in project.output.glob("*.docx")) == ["DT_sach_tb.docx", "cua-toi.docx"]
    assert "nho" not in (project.output / "manifest.json").read_text(encoding="utf-8")


def test_what_was_edited_or_cannot_be_read_or_was_not_asked_for_stays(project: Project) -> None:
    (project.output / "DT_nho_tb.docx").write_bytes(b"edited")
    (project.inspections / "nho.yaml").unlink()
    assert not [item for item in build(project, WORD, "sach").diagnostics if item.code.startswith("file-")]
    report = build(project)
    assert [item.code for item in report.diagnostics] == ["file-left"]
    assert (project.output / "DT_nho_tb.docx").exists()
    (project.inspections / "sach.yaml").write_text("schema: 1\n  x", encoding="utf-8")
    build(project)
    assert (project.output / "DT_sach_tb.docx").exists()


def test_an_annex_that_has_no_file_of_its_own_any_more_leaves_none(tmp_path: Path) -> None:
    apart = CLEAN.replace(
        "    year: 2026\n", "    year: 2026\n    annex_files: tep-rieng\n    annexes: [so-lieu]\n"
    )
    project = new_project(tmp_path, nho=apart)
    build(project)
    assert (project.output / "DT_nho_tb_PL1.docx").exists()
    edit(project, "nho.yaml", "tep-rieng", "cung-tep")
    build(project)
    assert sorted(path.name for path in project.output.glob("*.docx")) == ["DT_nho_tb.docx"]
