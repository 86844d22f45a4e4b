"""An office's own words: read with limits, known to the spelling check of its papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogues.words import MAX_BYTES, MAX_SYLLABLES, load_words
from generator.checks import check
from generator.checks.case import Case
from generator.diagnostics import Refused
from generator.load import load_catalogues
from generator.project import find_project
from tests.inspections import CLEAN, ROOT, composed, load, new_project

SLIP = CLEAN.replace("Đã thực hiện tốt.", "Đã phục dựng lễ hội hồ sở.")


def words(folder: Path, text: str) -> frozenset[str]:
    path = folder / "words.txt"
    path.write_text(text, encoding="utf-8")
    return load_words(path, "words.txt")


def test_words_stand_one_a_line_or_between_commas(tmp_path: Path) -> None:
    listed = "\ufeff# từ của cơ quan\nlúa nương\n\nđặc khu,  vi bằng  điện tử \nvắc-xin\n"
    assert words(tmp_path, listed) == {"lúa nương", "đặc khu", "vi bằng điện tử", "vắc-xin"}


def test_no_list_is_no_words(tmp_path: Path) -> None:
    assert load_words(tmp_path / "words.txt", "words.txt") == frozenset()


@pytest.mark.parametrize("line", ["hồ sơ 12", "một " * MAX_SYLLABLES + "hai", "a" * 21, "(hồ sơ)", "hồ\tsơ;"])
def test_what_is_no_word_is_told_with_its_line(line: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        words(tmp_path, f"lúa nương\n{line}\n")
    (told,) = refused.value.diagnostics
    assert (told.code, told.place.line) == ("word-unfit", 2)


def test_a_list_that_is_too_large_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        words(tmp_path, "lúa nương\n" * (MAX_BYTES // 5))
    assert refused.value.diagnostics[0].code == "file-too-large"
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused):
        load_words(tmp_path / "folder", "words.txt")


def test_the_words_reach_the_spelling_check_of_a_paper(tmp_path: Path) -> None:
    def spelled(folder: Path, listed: str) -> bool:
        project = new_project(folder, nho=SLIP)
        (project.catalogues / "words.txt").write_text(listed, encoding="utf-8")
        loaded = load(project, "nho.yaml")
        paper = composed(loaded, project=project).document
        case = Case(loaded, loaded.inspection.documents[0], load_catalogues(project), paper)
        (result,) = [result for result in check(case) if result.rule == "L1"]
        return not result.diagnostics

    assert not spelled(tmp_path / "1", "# chưa có\n")
    assert spelled(tmp_path / "2", "hồ sở\n")


def test_a_list_outside_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "words.txt"
    outside.write_text("lúa nương\n", encoding="utf-8")
    project = new_project(tmp_path / "project", nho=CLEAN)
    (project.catalogues / "words.txt").symlink_to(outside)
    with pytest.raises(Refused) as refused:
        find_project(project.root)
    assert refused.value.diagnostics[0].code == "file-outside"


def test_all_that_is_wrong_in_the_catalogues_is_told_together(tmp_path: Path) -> None:
    project = new_project(tmp_path, nho=CLEAN)
    (project.catalogues / "words.txt").write_text("12\n", encoding="utf-8")
    (project.catalogues / "people.yaml").write_text("people: [{}]\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load_catalogues(project)
    assert "word-unfit" in {item.code for item in refused.value.diagnostics}
    assert len(refused.value.diagnostics) > 1


def test_the_shipped_list_is_read() -> None:
    assert load_catalogues(find_project(ROOT)).words == frozenset()
