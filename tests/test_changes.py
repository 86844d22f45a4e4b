"""`changes`: two output folders compared by what a reader sees, and the summary of it."""

from __future__ import annotations

import html
import json
import re
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from generator.build import Options, build_all
from generator.changes import comparison, markdown, pages
from generator.changes.comparison import Output, compared
from generator.changes.markdown import MOST_BYTES, change_markdown, escaped
from generator.changes.page import change_page
from generator.changes.values import Changes, Extent
from generator.cli import main
from generator.differences.sentence_changes import Reworded
from generator.manifest import NAME
from generator.messages import Messages
from generator.shipped import shipped_templates
from tests.inspections import CLEAN, new_project
from tests.issued import contents

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

BOTH = frozenset({"docx", "pdf"})
EN = Messages("en")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with one paper, built."""
    project = new_project(tmp_path_factory.mktemp("du-an"), nho=CLEAN)
    build(project)
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """The same in a folder of its own, with `old`: its output as it was."""
    shutil.copytree(built.root, tmp_path / "du-an")
    shutil.copytree(built.output, tmp_path / "old")
    return type(built)(tmp_path / "du-an", built.settings)


def build(project: Project, **options: object) -> None:
    assert build_all(project, (), Options(only=BOTH, **options)).ok  # type: ignore[arg-type]


def edit(project: Project, old: str, new: str) -> None:
    file = project.inspections / "nho.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def changes(project: Project, pictures: int = 10) -> Changes:
    old, new = project.root.parent / "old", project.output
    return compared(Output(old, "old"), Output(new, "output"), pictures)


# --- how far a paper differs -----------------------------------------------------------------------------


def test_what_did_not_change_is_no_change(project: Project) -> None:
    build(project)
    found = changes(project)
    assert (found.any, found.unchanged, found.pictures, found.told) == (False, 1, {}, ())


def test_a_changed_word_is_told_with_its_place_its_pages_and_both_pictures(project: Project) -> None:
    edit(project, "text: Khắc phục,", "text: Khắc phục ngay,")
    build(project)
    (paper,) = changes(project).changed
    assert paper.extent is Extent.WORDS
    assert [(one.old, one.new) for one in paper.sentences if one.old and "Khắc phục" in one.old]
    assert all("Mục" in one.where or "Phụ lục" in one.where for one in paper.sentences)
    assert paper.pages[0][3:] == ("001-before.png", "001-after.png")
    found = changes(project)
    assert len(found.pictures) == 2 * len(paper.pages)
    assert found.pictures["001-before.png"] != found.pictures["001-after.png"]
    assert found.pictures == changes(project).pictures


def test_a_page_beyond_the_limit_is_counted_not_drawn(project: Project) -> None:
    edit(project, "text: Khắc phục,", "text: Khắc phục ngay,")
    build(project)
    found = changes(project, pictures=1)
    assert found.pictures == {}
    assert found.more_pictures == 2 * len(found.changed[0].pages)
    assert found.changed[0].pages[0].old_picture == ""


def test_a_change_of_the_look_alone_is_told_as_such(project: Project) -> None:
    layout = project.root / "templates" / "_layout"
    layout.mkdir(parents=True)
    text = (shipped_templates() / "_layout" / "van-ban.css").read_text("utf-8")
    (layout / "van-ban.css").write_text(f"{text}\nbody {{ color: #444 }}\n", "utf-8")
    build(project)
    (paper,) = changes(project).changed
    assert (paper.extent, paper.sentences) == (Extent.LOOK, ())
    assert paper.pages


def test_bytes_that_nobody_sees_are_told_as_such(project: Project) -> None:
    build(project, clean=True)  # a working draft without its anchors reads the same
    (paper,) = changes(project).changed
    assert (paper.extent, paper.sentences, paper.pages) == (Extent.BYTES, (), ())


def test_of_a_file_too_long_to_be_looked_through_it_is_not_said_that_nobody_sees_the_change(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = project.output.rglob("*.pdf")
    old = path.read_bytes()
    path.write_bytes(old + b"\n% a comment\n")
    manifest = project.output / "manifest.json"
    text = manifest.read_text("utf-8")
    before, after = (sha256(data).hexdigest() for data in (old, path.read_bytes()))
    manifest.write_text(text.replace(before, after), "utf-8")
    assert [paper.extent for paper in changes(project).changed] == [Extent.BYTES]
    monkeypatch.setattr(pages, "MOST_PAGES", 1)
    assert [paper.extent for paper in changes(project).changed] == [Extent.SAME_WORDS]


def test_new_papers_and_papers_that_are_no_more_are_told(project: Project) -> None:
    shutil.copy2(project.inspections / "nho.yaml", project.inspections / "hai.yaml")
    other = (project.inspections / "hai.yaml").read_text("utf-8").replace("id: nho", "id: hai")
    (project.inspections / "hai.yaml").write_text(other, "utf-8")
    (project.inspections / "nho.yaml").unlink()
    build(project)
    found = changes(project)
    assert [paper.inspection for paper in found.added] == ["hai"]
    assert [paper.inspection for paper in found.removed] == ["nho"]


def test_a_file_that_is_not_what_its_manifest_says_is_told_and_not_compared(project: Project) -> None:
    edit(project, "text: Khắc phục,", "text: Khắc phục ngay,")
    build(project)
    word = next(project.output.glob("*.docx"))
    word.write_bytes(word.read_bytes() + b"x")
    found = changes(project)
    assert [(item.code, item.place.file) for item in found.told] == [
        ("changes-not-as-recorded", f"output/{word.name}")
    ]
    assert found.changed[0].extent is Extent.UNKNOWN


def test_a_page_that_cannot_be_drawn_is_told(project: Project) -> None:
    old = project.root.parent / "old"
    pdf = next(old.glob("*.pdf"))
    recorded = (old / NAME).read_text("utf-8")
    before, broken = sha256(pdf.read_bytes()).hexdigest(), b"%PDF-1.7\nnothing"
    pdf.write_bytes(broken)
    (old / NAME).write_text(recorded.replace(before, sha256(broken).hexdigest()), "utf-8")
    found = changes(project)
    assert [item.code for item in found.told] == ["changes-page-undrawn"]
    assert found.changed[0].extent is Extent.UNKNOWN


def test_without_what_draws_pages_the_words_are_still_compared(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project, clean=True)
    monkeypatch.setattr(comparison, "can_picture", lambda: False)
    found = changes(project)
    assert [item.code for item in found.told] == ["changes-no-pictures"]
    assert found.changed[0].extent is Extent.SAME_WORDS


def test_beyond_the_limit_papers_are_told_and_not_looked_into(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project, clean=True)
    monkeypatch.setattr(comparison, "MOST_PAPERS", 0)
    assert [paper.extent for paper in changes(project).changed] == [Extent.UNKNOWN]


# --- what is written -------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "*đậm* _nghiêng_ `mã` ~~bỏ~~ [x](http://y) ![x](http://y)",
    "# tiêu đề",
    "1. một",
    "- gạch",
    "+ cộng",
    "> trích",
    "| a | b |",
    "&lt;b&gt; &amp;",
    "\\* \\<b>",
    "---",
    "===",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_paper_says_is_never_markup(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(f"- {escaped(text)}")
    inside = shown.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>\n")
    assert inside == html.escape(text)


def test_nobody_is_told_by_a_name_in_a_paper() -> None:
    assert re.search(r"@\w", escaped("thư của @ai")) is None


def test_a_long_summary_keeps_below_the_limit_and_says_what_it_leaves_out(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project, "text: Khắc phục,", "text: Khắc phục ngay,")
    build(project)
    found = changes(project, 0)
    monkeypatch.setattr(markdown, "MOST_BYTES", 1100)
    text = change_markdown(found, EN, pictures=False)
    assert len(text.encode()) < 1100
    assert "… and 1 more papers" in text
    assert MOST_BYTES < 1_000_000


def test_the_page_asks_nothing_of_anybody_and_escapes_what_papers_say(project: Project) -> None:
    edit(project, "text: Khắc phục,", 'text: "Khắc phục <b>ngay</b>",')
    build(project)
    page = change_page(changes(project), EN)
    assert "default-src 'none'" in page
    assert "<b>ngay</b>" not in page
    assert "&lt;b&gt;" in page
    assert set(re.findall(r'(?:src|href)="([^"]+)"', page)) == {
        f"pictures/001-{side}.png" for side in ("before", "after")
    }


def test_a_sentence_that_is_only_there_once_is_marked_whole() -> None:
    line = markdown._sentence(Reworded("Mục I", None, "Câu mới.", 3))
    assert line == "- **Mục I**: <ins>Câu mới.</ins>"


def test_the_command_writes_the_same_folder_again_and_nothing_over_somebody_elses(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project, "text: Khắc phục,", "text: Khắc phục ngay,")
    build(project)
    monkeypatch.chdir(project.root)
    asked = ["changes", "../old", "--lang", "en", "--out", "../tom-tat"]
    assert main([*asked, "--pictures", "2"]) == 0
    assert "1 changed, 0 added, 0 removed, 0 unchanged." in capsys.readouterr().out
    folder = project.root.parent / "tom-tat"
    first = contents(folder)
    assert {"summary.md", "index.html", "changes.json", "pictures/001-before.png"} <= first.keys()
    assert main([*asked, "--pictures", "2"]) == 0
    assert contents(folder) == first
    assert main([*asked, "--pictures", "0"]) == 0  # pictures of an earlier summary do not stay
    assert [name for name in contents(folder) if name.endswith(".png")] == []
    (folder / "changes.json").unlink()
    capsys.readouterr()
    assert main(asked) == 1
    assert "changes-not-ours" in capsys.readouterr().out


def test_what_is_printed_for_a_service_has_no_pictures_and_no_other_line(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, "text: Khắc phục,", "text: Khắc phục ngay,")
    build(project)
    old = str(project.root.parent / "old")
    assert main(["changes", old, str(project.output), "--format", "markdown", "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Changed papers\n")
    assert "pictures/" not in printed
    assert main(["changes", old, str(project.output), "--format", "json", "--lang", "en"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert [paper["extent"] for paper in value["changed"]] == ["words"]
    assert "before" not in value["changed"][0]["pages"][0]


def test_a_folder_without_manifest_is_no_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", str(tmp_path), str(tmp_path), "--lang", "en"]) == 1
    assert "changes-no-manifest" in capsys.readouterr().out
