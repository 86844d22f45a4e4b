"""The public archive: only what is published and out of the house, and nothing private in any byte of it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.archive import gathering
from generator.archive.contents import Edition
from generator.archive.printed import Everything, PrintedBy
from generator.issuing.issue import AskedIssue, issue_paper
from generator.issuing.states import Step
from generator.issuing.steps import AskedStep, take_step
from tests.archives import amended, archived, built, codes
from tests.issued import AT, DAY, ELSEWHERE, contents
from tests.spoken_bytes import found
from tests.test_publication import SECRETS, WITH_PHOTOS, colours, with_photos

if TYPE_CHECKING:
    from pathlib import Path

    from generator.archive.archiving import Archived
    from generator.project import Project

ID = "mau-phu-luc"
NUMBERED = WITH_PHOTOS.replace("  - id: tb\n", "  - id: tb\n    number: 5/TB-UBND\n    date: 18/5/2026\n")
ON_PAPER = WITH_PHOTOS.replace("  - id: tb\n", "  - id: tb\n    medium: giay\n")
assert len({WITH_PHOTOS, NUMBERED, ON_PAPER}) == 3


def issued(folder: Path, text: str = ON_PAPER) -> Project:
    project = with_photos(folder, text)
    for step, by, why in ((Step.SUBMITTED, "pham-thi-d", ""), (Step.SIGNED, "nguyen-van-a", ELSEWHERE)):
        take_step(project, AskedStep(ID, "tb", step, by, AT, why))
    issue_paper(project, AskedIssue(ID, "tb", "5", DAY, "dang-thi-g", AT))
    return project


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Archived]:
    """The public archive of an issued paper, of one numbered by hand; the internal one of the first."""
    first = issued(tmp_path_factory.mktemp("phat-hanh"))
    numbered = with_photos(tmp_path_factory.mktemp("co-so"), NUMBERED)
    built(numbered, edition="publication")
    return {
        "issued": archived(first, Edition.PUBLIC),
        "numbered": archived(numbered, Edition.PUBLIC),
        "inside": archived(first),
    }


# --- every byte ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["issued", "numbered"])
def test_no_byte_of_the_public_archive_tells_anything_private(
    which: str, archives: dict[str, Archived]
) -> None:
    """In pages, index, metadata, names, parts of Word files, streams of PDFs, chunks of pictures."""
    made = archives[which]
    assert (codes(made), made.papers) == ([], 1)
    assert {path.suffix for path in made.folder.rglob("*") if path.is_file()} >= {
        ".html", ".js", ".json", ".xml", ".docx", ".pdf", ".png", ".txt",
    }  # fmt: skip
    assert {secret: found(made.folder, secret) for secret in SECRETS if found(made.folder, secret)} == {}


def test_the_same_search_finds_all_of_it_in_the_internal_archive(archives: dict[str, Archived]) -> None:
    assert [secret for secret in SECRETS if not found(archives["inside"].folder, secret)] == []


@pytest.mark.parametrize("which", ["issued", "numbered"])
def test_the_private_photograph_is_nowhere(which: str, archives: dict[str, Archived]) -> None:
    (word,) = archives[which].folder.rglob("*.docx")
    with zipfile.ZipFile(word) as package:
        assert len([name for name in package.namelist() if name.startswith("word/media/")]) == 1
    if which == "numbered":
        assert colours(archives[which].folder) == {(10, 200, 10)}


def test_the_published_paper_is_there_and_no_other(archives: dict[str, Archived]) -> None:
    home = archives["issued"].folder / "data" / "cuoc" / ID
    assert [path.name for path in home.iterdir() if path.is_dir()] == ["tb"]
    kinds = {path.suffix for path in (home / "tb").iterdir()}
    assert kinds == {".docx", ".pdf", ".png", ".json", ".xml"}
    assert not list(archives["issued"].folder.rglob("journal.jsonl"))
    assert not list(archives["issued"].folder.rglob("record.json"))
    assert not list(archives["issued"].folder.rglob("*.yaml"))


def test_nothing_says_internal_and_nothing_says_how_far_a_duty_is(archives: dict[str, Archived]) -> None:
    for path in (archives["issued"].folder / "data").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "NỘI BỘ" not in text
        assert "báo cáo kết quả" not in text
        assert "quá hạn 1" not in text
    due = (archives["issued"].folder / "data" / "thoi-han.html").read_text("utf-8")
    assert "kho công khai không nêu tình hình thực hiện" in due


# --- what gets in ----------------------------------------------------------------------------------------


def test_a_paper_without_number_and_day_stays_inside(tmp_path: Path) -> None:
    project = with_photos(tmp_path)
    built(project, edition="publication")
    made = archived(project, Edition.PUBLIC)
    assert (made.papers, codes(made)) == (0, ["archive-not-issued"])


def test_a_paper_that_nobody_publishes_stays_inside(tmp_path: Path) -> None:
    project = with_photos(tmp_path, NUMBERED.replace(", purpose: đăng tải", ""))
    built(project, edition="publication")
    assert archived(project, Edition.PUBLIC).papers == 0


def test_a_publication_that_is_not_up_to_date_stays_inside(tmp_path: Path) -> None:
    """It may print what is private by now."""
    known = NUMBERED.replace("05/3/2026, result: dat}", "05/3/2026, result: dat, private: không}")
    assert known != NUMBERED
    project = with_photos(tmp_path, known)
    built(project, edition="publication")
    assert archived(project, Edition.PUBLIC).papers == 1
    (project.inspections / "mau.yaml").write_text(NUMBERED, "utf-8")
    made = archived(project, Edition.PUBLIC)
    assert (made.papers, codes(made)) == (0, ["archive-stale-public"])


def test_an_issued_paper_that_was_internal_then_stays_inside(tmp_path: Path) -> None:
    project = issued(tmp_path, ON_PAPER.replace(", purpose: đăng tải", ""))
    path = project.inspections / "mau.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  - id: tb\n", "  - id: tb\n    publish: có\n"), "utf-8")
    made = archived(project, Edition.PUBLIC)
    assert (made.papers, codes(made)) == (0, ["archive-issued-not-public"])


def test_an_issued_paper_that_tells_what_is_private_by_now_stays_inside(tmp_path: Path) -> None:
    project = issued(tmp_path)
    path = project.inspections / "mau.yaml"
    text = path.read_text("utf-8")
    printed = "    - {text: Giải quyết dứt điểm hồ sơ quá hạn, private: có}\n"
    private = text.replace("  responsibility:\n", f"  responsibility:\n{printed}", 1)
    assert private != text
    path.write_text(private, "utf-8")
    made = archived(project, Edition.PUBLIC)
    assert (made.papers, set(codes(made))) == (0, {"paper-private"})


def test_a_page_that_would_tell_what_is_private_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were something shown that no published paper prints, what was typed into it would stop it all."""
    figure = "  - {id: rieng, kind: breakdown, name: hồ sơ H99-260120-0002, of: {mot: 1, hai: 2}}\n"
    project = issued(tmp_path, ON_PAPER.replace("\nfigures:\n", f"\nfigures:\n{figure}", 1))
    first = archived(project, Edition.PUBLIC)
    assert (first.papers, codes(first)) == (1, [])
    monkeypatch.setattr(gathering, "PrintedBy", lambda *_: Everything())
    made = archived(project, Edition.PUBLIC)
    assert (made.inspections, set(codes(made))) == (0, {"archive-private"})
    assert found(made.folder, "260120-0002") == []
    assert not (made.folder / "data" / "cuoc").exists()


# --- what the page shows -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def office_archive(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    office = amended(tmp_path_factory.mktemp("co-quan"))
    # Typed after the issue: one is another text by now, the other was never printed.
    request = "  unit_requests: [{text: Đề nghị tăng biên chế nội bộ}]\nrecommendations:"
    office.edit(("xin lỗi người nộp", "cáo lỗi người nộp"), ("\nrecommendations:", f"\n{request}"))
    return archived(office.project, Edition.PUBLIC)


def test_a_public_page_shows_what_was_published_and_not_what_the_data_say_since(
    office_archive: Archived,
) -> None:
    text = (office_archive.folder / "data/cuoc/mau-mot-cua-cap-xa/index.html").read_text("utf-8")
    assert "Có 12 hồ sơ giải quyết quá hạn" in text
    assert "xin lỗi người nộp" in text
    assert "cáo lỗi" not in text
    assert "tăng biên chế" not in text
    assert "trước ngày 31/10/2026" in text  # as the second notice amended it
    assert "trước ngày 30/9/2026" not in text
    assert "Đã sửa đổi, bổ sung bởi <a href=" in text


def test_only_figures_that_a_published_paper_prints_are_shown(office_archive: Archived) -> None:
    text = (office_archive.folder / "data/cuoc/mau-mot-cua-cap-xa/index.html").read_text("utf-8")
    assert "Đã giải quyết, trước hạn" in text
    assert "Tiếp nhận mới" not in text  # computed for the share, printed nowhere


def test_what_papers_print_is_known_by_their_sources() -> None:
    from generator.document import Document, Head, Properties, Run
    from generator.model.references import FigureBook

    def of(*sources: str) -> PrintedBy:
        subject = tuple(Run("x", source=source) for source in sources)
        head = Head((), (), (), ())
        document = Document(head, "", subject, (), (), (), (), Properties("", "", ""))
        return PrintedBy([document], FigureBook(()))

    said = of(
        "findings.limitations.0.text", "=hs.settled.early", "=hs.settled.late%", "=a.x/b.y", "=sum(a,b).z"
    )
    assert said.field("findings.limitations.0.text")
    assert not said.field("findings.limitations.1.text")
    assert said.quantity("hs", "settled.early")
    assert not said.quantity("hs", "settled.early", share=True)
    assert not said.quantity("hs", "settled.late")
    assert said.quantity("hs", "settled.late", share=True)
    assert said.quantity("a", "x")
    assert said.quantity("b", "y")
    assert not said.quantity("a", "z")


def test_a_public_archive_is_the_same_each_time(archives: dict[str, Archived], tmp_path: Path) -> None:
    from generator.project import find_project

    first = archives["issued"]
    again = archived(find_project(first.folder.parent), Edition.PUBLIC, out=tmp_path / "kho")
    assert contents(again.folder) == contents(first.folder)
