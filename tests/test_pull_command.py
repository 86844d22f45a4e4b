"""``ketluan pull`` shows everything and writes only what is confirmed; ``ketluan comments`` keeps remarks."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import Options, build_all
from generator.cli import main
from generator.pulling import pull
from generator.pulling.comments import read_comments
from tests.inspections import ROOT, SMALL, new_project
from tests.test_annex_files import APART
from tests.word_edits import WordEdits

if TYPE_CHECKING:
    from generator.project import Project

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
TEXT = SMALL.replace("Đã thực hiện tốt.", "Đã thực hiện tốt các việc được giao")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = new_project(tmp_path, nho=TEXT)
    build_all(project, (), Options(only=frozenset({"docx"})))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KETLUAN_LANG", "en")
    return project


def edited(project: Project) -> str:
    path = project.output / "DT_nho_tb.docx"
    edits = WordEdits(path.read_bytes())
    edits.change("Đã thực hiện tốt", "các việc", "mọi việc", tracked=True)
    edits.change("kết luận như sau", "như sau", "như dưới đây")
    edits.comment("Đã thực hiện tốt", "Trần Thị B", "Xem lại")
    edits.as_word_saves(4)
    path.write_bytes(edits.saved())
    return "output/DT_nho_tb.docx"


def yaml(project: Project) -> str:
    return (project.inspections / "nho.yaml").read_text(encoding="utf-8")


def test_nothing_is_written_before_it_is_confirmed(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    file = edited(project)
    assert main(["pull", file]) == 1
    said = capsys.readouterr().out
    assert "1 change goes into inspections/nho.yaml" in said
    assert "findings.strengths.1.text (tracked change: Lê Văn C)" in said
    assert "1 change that cannot be brought home" in said
    assert "this is wording of the template" in said
    assert "Trần Thị B: “Xem lại”" in said
    assert "Nothing was written" in said
    assert yaml(project) == TEXT
    assert not (project.root / ".ketluan" / "y-kien").exists()


def test_with_yes_it_is_written_and_the_file_before_is_kept(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    file = edited(project)
    assert main(["pull", file, "--yes"]) == 1  # something is left to be told
    assert "the file before is .ketluan/truoc-khi-sua/inspections/nho.1.yaml" in capsys.readouterr().out
    assert yaml(project) == TEXT.replace("các việc", "mọi việc")
    kept = project.root / ".ketluan/truoc-khi-sua/inspections/nho.1.yaml"
    assert kept.read_text(encoding="utf-8") == TEXT
    assert main(["comments"]) == 0
    assert "1. Trần Thị B: “Xem lại”" in capsys.readouterr().out
    assert main(["comments", "nho/tb", "--done", "1"]) == 0
    assert "No comments are left" in capsys.readouterr().out


def test_json_says_the_same(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pull", edited(project), "--format", "json", "--yes"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["paper"], said["written"]) == ("nho/tb", True)
    assert [one["path"] for one in said["changes"]] == ["findings.strengths.1.text"]
    assert [one["why"] for one in said["left"]] == ["wording"]
    assert [one["author"] for one in said["comments"]] == ["Trần Thị B"]


@pytest.mark.usefixtures("project")
def test_a_file_that_nobody_changed_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pull", "output/DT_nho_tb.docx"]) == 0
    assert "says nothing else" in capsys.readouterr().out
    assert main(["comments"]) == 0


def test_what_is_no_draft_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    build_all(project, (), Options(only=frozenset({"docx"}), clean=True))
    assert main(["pull", "output/DT_nho_tb.docx"]) == 1
    assert "has no anchors of a draft" in capsys.readouterr().out
    assert main(["pull", "khong-co.docx"]) == 1


def test_ticking_off_needs_one_paper_and_numbers(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["pull", edited(project), "--yes", "--quiet"])
    assert main(["comments", "khac", "--done", "1"]) == 2
    assert main(["comments", "nho", "--done", "x"]) == 2
    assert main(["comments", "nho", "--done", "9"]) == 1
    assert "has no comment number 9" in capsys.readouterr().out


def test_an_annex_in_a_file_of_its_own_comes_home_too(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=APART)
    build_all(project, (), Options(only=frozenset({"docx"})))
    for path in sorted(project.output.glob("*_PL*.docx")):
        edits = WordEdits(path.read_bytes())
        if any("Báo cáo kết quả" in text for text in edits.texts()):
            edits.change("Báo cáo kết quả", "kết quả", "kết quả & ảnh chụp")
            found = pull(edits.saved(), path.name, project)
            assert [one.path for one in found.home] == ["recommendations.1.product"]
            return
    pytest.fail("no annex with the product of a recommendation")


@pytest.mark.parametrize("seconds", [0.2, 0.5, 0.8, 1.1, 1.4, 1.8, 2.2, 2.6])
def test_a_pull_that_is_killed_leaves_the_yaml_whole_and_the_next_one_finishes(
    project: Project, seconds: float
) -> None:
    file, new = edited(project), TEXT.replace("các việc", "mọi việc")
    command = [sys.executable, "-m", "generator", "--project", str(project.root), "pull", file, "--yes"]
    process = subprocess.Popen(command, cwd=project.root, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()
    process.wait()
    assert yaml(project) in (TEXT, new)
    kept = project.root / ".ketluan/truoc-khi-sua/inspections/nho.1.yaml"
    assert not kept.exists() or kept.read_text(encoding="utf-8") == TEXT
    main(["pull", file, "--yes", "--quiet"])
    assert yaml(project) == new
    assert kept.read_text(encoding="utf-8") == TEXT
    assert [one.number for one in read_comments("nho/tb", project)] == [1]
