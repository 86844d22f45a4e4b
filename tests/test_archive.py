"""The archive of a project: what is in it, what is left out and told, and that it is whole or not there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.archive import archiving
from generator.archive.contents import Edition
from generator.archive.lists import ROWS_PER_PAGE, turns
from generator.archive.pictures import WIDTH, first_page
from generator.archive.search_index import SearchIndex, hash_of, words
from generator.build import Options, build_all
from generator.cli import main
from generator.diagnostics import Refused, Severity
from generator.issuing.metadata import LENGTHS
from generator.manifest import read_manifest
from generator.project import find_project
from tests.archives import BOTH, amended, archived, built, codes
from tests.inspections import ROOT, SMALL, new_project
from tests.issued import contents, issued, make_writable, project_with

if TYPE_CHECKING:
    from pathlib import Path

    from generator.archive.archiving import Archived
    from tests.test_story import Office

ID = "mau-mot-cua-cap-xa"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    found = amended(tmp_path_factory.mktemp("co-quan"))
    built(found.project)
    return found


@pytest.fixture(scope="module")
def inside(office: Office) -> Archived:
    made = archived(office.project)
    assert made.told == ()
    return made


def page(made: Archived, path: str = f"cuoc/{ID}/index.html") -> str:
    return (made.folder / "data" / path).read_text("utf-8")


def parsed(path: Path) -> etree._Element:
    return etree.fromstring(path.read_bytes())


def small(folder: Path, text: str = SMALL):
    """Return a project with one small paper, built."""
    project = new_project(folder, nho=text)
    assert build_all(project, (), Options(only=BOTH)).ok
    return project


# --- what is in it ---------------------------------------------------------------------------------------


def test_every_paper_is_there_with_its_files_metadata_and_first_page(
    office: Office, inside: Archived
) -> None:
    home = inside.folder / "data" / "cuoc" / ID
    assert {path.name for path in home.iterdir() if path.is_dir()} == {
        "tb-kl", "sua-doi-1", "bc-doan", "don-doc-1",
    }  # fmt: skip
    for entry in read_manifest(office.project.output / "manifest.json").entries():
        for file in entry.files:
            name = file.path.rpartition("/")[2]
            assert (home / entry.paper / name).read_bytes() == (
                office.project.output / file.path
            ).read_bytes()
    for folder in (path for path in home.iterdir() if path.is_dir()):
        assert {"thong-tin.json", "thong-tin.xml", "trang-1.png"} <= {path.name for path in folder.iterdir()}


def test_what_was_issued_is_there_with_everything_it_was_made_of(office: Office, inside: Archived) -> None:
    (kept,) = office.project.issued.glob("*/*/*tb-kl")
    there = contents(inside.folder / "data" / "cuoc" / ID / "tb-kl")
    assert contents(kept).items() <= there.items()
    journal = (office.project.issued / "journal.jsonl").read_bytes()
    assert (inside.folder / "data" / "journal.jsonl").read_bytes() == journal


def test_old_and_new_paper_are_linked_both_ways(inside: Archived) -> None:
    text = page(inside)
    old = re.search(r'<li id="van-ban-tb-kl".*?</li>\n<li id=', text, re.DOTALL)
    new = re.search(r'<li id="van-ban-sua-doi-1".*?</li>\n<li id=', text, re.DOTALL)
    assert old
    assert new
    assert "Đã sửa đổi, bổ sung bởi <a href=" in old[0]
    assert "#van-ban-sua-doi-1" in old[0]
    assert "Sửa đổi, bổ sung <a href=" in new[0]
    assert "#van-ban-tb-kl" in new[0]
    assert "Thông báo 45/TB-UBND" in new[0]


def test_figures_have_a_drawing_and_its_table(inside: Archived) -> None:
    text = page(inside)
    assert text.count("<svg") == text.count('role="img"') > 5
    assert "<title>Biểu đồ: Hồ sơ thủ tục hành chính, tất cả đơn vị</title>" in text
    assert (
        '<th scope="row">Đã giải quyết, trước hạn</th><td class="so">8.613</td><td class="so">65,09%</td>'
        in text
    )
    assert "in_time" not in text


def test_findings_and_duties_say_what_the_papers_say(inside: Archived) -> None:
    text = page(inside)
    assert "Có 12 hồ sơ giải quyết quá hạn" in text
    assert "[[" not in text
    assert "**" not in text
    assert "Quá hạn 17 ngày; hoàn thành một phần (14/7/2026): đã sửa chữa 01/02 máy quét" in text


def test_time_limits_are_listed_overdue_first(inside: Archived) -> None:
    text = page(inside, "thoi-han.html")
    assert "Tính đến ngày <b>16/7/2026</b>" in text
    looks = re.findall(r'<span class="(qua-han|sap-han|xong|)">', text)
    assert looks == sorted(looks, key=["qua-han", "sap-han", "", "xong"].index)
    assert looks.count("qua-han") == 1


def test_the_lists_lead_to_the_papers_by_year_agency_kind_and_state(inside: Archived) -> None:
    assert f"../cuoc/{ID}/index.html" in page(inside, "nam/2026.html")
    assert f"../cuoc/{ID}/index.html" in page(inside, "co-quan/ubnd-xa-vi-du-b.html")
    assert f"../cuoc/{ID}/index.html#van-ban-sua-doi-1" in page(inside, "loai/thong-bao.html")
    assert f"../cuoc/{ID}/index.html#van-ban-tb-kl" in page(inside, "trang-thai/sua-doi.html")


def test_every_internal_page_says_that_it_is_internal(inside: Archived) -> None:
    pages = list((inside.folder / "data").rglob("*.html"))
    assert len(pages) > 15
    assert [path for path in pages if "NỘI BỘ" not in path.read_text("utf-8")] == []


def test_metadata_has_the_fields_of_the_annex_in_json_and_xml(inside: Archived) -> None:
    folder = inside.folder / "data" / "cuoc" / ID
    said = json.loads((folder / "tb-kl" / "thong-tin.json").read_bytes())
    assert {name.partition(".")[0] for name in LENGTHS} == said.keys()
    assert (said["CodeNumber"], said["CodeNotation"], said["IssuedDate"]) == ("45", "TB-UBND", "2026-05-18")
    assert (said["DocOrdinal"], said["PageAmount"]) == (1, 9)
    assert parsed(folder / "tb-kl" / "thong-tin.xml").findtext("CodeNumber") == "45"
    dossier = json.loads((folder / "ho-so.json").read_bytes())
    assert (dossier["DocTotal"], dossier["StartDate"], dossier["FileCode"]["FileCatalog"]) == (
        4,
        "2026-01-08",
        2026,
    )
    assert dossier["Maintenance"] is None
    assert parsed(folder / "ho-so.xml").tag == "File"


def test_a_press_reconstruction_is_marked_and_has_no_duties(tmp_path: Path) -> None:
    made = archived(small(tmp_path, SMALL.replace("issuer: ubnd", "source: {kind: press}\nissuer: ubnd", 1)))
    assert "DỰNG LẠI TỪ TIN BÁO CHÍ" in page(made, "cuoc/nho/index.html")
    assert archived(find_project(tmp_path), Edition.PUBLIC).inspections == 0


def test_data_is_never_markup(tmp_path: Path) -> None:
    hostile = "<img src=//x onerror=alert(1)> </script>\"'&"
    text = SMALL.replace("Đã thực hiện tốt.", hostile.replace('"', '\\"')).replace(
        "subject: việc", f"subject: {hostile.split(' </', maxsplit=1)[0]} việc"
    )
    made = archived(small(tmp_path, text))
    for path in (made.folder / "data").rglob("*.html"):
        assert "<img src=//" not in path.read_text("utf-8")
    assert "&lt;img src=//x onerror=alert(1)&gt;" in page(made, "cuoc/nho/index.html")


# --- the same bytes --------------------------------------------------------------------------------------


def test_the_same_data_make_the_same_bytes_wherever_and_again(
    office: Office, inside: Archived, tmp_path: Path
) -> None:
    again = archived(office.project, out=tmp_path / "kho")
    assert again.seal == inside.seal
    assert contents(again.folder) == contents(inside.folder)


def test_without_a_day_the_newest_one_of_the_data_counts(office: Office, tmp_path: Path) -> None:
    made = archiving.archive(office.project, archiving.AskedArchive(out=tmp_path / "kho"))
    assert made.as_of == date(2026, 7, 14)
    assert made.as_of.isoformat() in (made.folder / "bag-info.txt").read_text("utf-8")


def test_a_picture_is_small_grey_and_carries_nothing_else(office: Office) -> None:
    (path,) = office.project.issued.glob("*/*/*tb-kl/*.pdf")
    picture = first_page(path.read_bytes(), "x.pdf")
    chunks = re.findall(rb"IHDR|PLTE|IDAT|IEND|tEXt|iTXt|zTXt|eXIf|tIME|iCCP", picture)
    assert set(chunks) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert int.from_bytes(picture[16:20], "big") == WIDTH
    assert len(picture) < 60_000
    assert first_page(path.read_bytes(), "x.pdf") == picture


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"\0" * 999])
def test_what_is_no_pdf_is_refused_as_a_picture(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        first_page(data, "x.pdf")
    assert [item.code for item in refused.value.diagnostics] == ["archive-picture-failed"]


def test_without_the_library_there_are_no_pictures_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiving, "can_picture", lambda: False)
    made = archived(small(tmp_path))
    assert codes(made) == ["archive-no-pictures"]
    assert not list(made.folder.rglob("*.png"))
    assert "khong-anh" in page(made, "cuoc/nho/index.html")


# --- what is told ----------------------------------------------------------------------------------------


def test_a_paper_that_was_not_built_is_told(tmp_path: Path) -> None:
    made = archived(new_project(tmp_path, nho=SMALL))
    assert (codes(made), made.papers) == (["archive-not-built"], 0)
    assert "Chưa có văn bản nào được tạo" in page(made, "cuoc/nho/index.html")


def test_a_paper_that_is_not_up_to_date_is_told_and_marked(tmp_path: Path) -> None:
    project = small(tmp_path)
    path = project.inspections / "nho.yaml"
    path.write_text(path.read_text("utf-8").replace("thực hiện tốt", "thực hiện đúng"), "utf-8")
    made = archived(project)
    assert codes(made) == ["archive-paper-stale"]
    assert made.told[0].place.file == "inspections/nho.yaml"
    assert "cần tạo lại" in page(made, "cuoc/nho/index.html")


@pytest.mark.parametrize(
    ("change", "told"), [("edit", "archive-paper-edited"), ("remove", "archive-paper-gone")]
)
def test_a_file_that_was_edited_or_is_gone_is_told_and_left_out(
    change: str, told: str, tmp_path: Path
) -> None:
    project = small(tmp_path)
    (path,) = project.output.glob("*.docx")
    path.write_bytes(path.read_bytes() + b" ") if change == "edit" else path.unlink()
    made = archived(project)
    assert (codes(made), made.papers) == ([told], 0)
    assert made.told[0].severity is Severity.ERROR


def test_an_issued_file_that_was_changed_is_told_and_left_out(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    event = issued(project).event
    make_writable(project.issued)
    (path,) = (project.issued / event.folder).glob("*.pdf")
    path.write_bytes(path.read_bytes() + b" ")
    made = archived(project)
    assert codes(made) == ["archive-file-changed"]
    assert not list((made.folder / "data" / "cuoc").rglob("*.pdf"))
    assert "nho" not in page(made, "nam/index.html")


def test_an_issued_paper_whose_inspection_cannot_be_read_is_told(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    issued(project)
    (project.inspections / "nho.yaml").write_text("schema: 1\n", "utf-8")
    assert "archive-issued-missing" in codes(archived(project))


# --- whole or not there ----------------------------------------------------------------------------------


def test_a_failure_leaves_the_old_archive_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small(tmp_path)
    before = contents(archived(project).folder)
    monkeypatch.setattr(archiving, "write_lists", _stop)
    with pytest.raises(KeyboardInterrupt):
        archived(project)
    assert contents(project.root / "archive") == before
    assert not list(project.root.glob(".archive*"))


def _stop(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_an_archive_that_was_moved_aside_and_not_replaced_is_put_back(tmp_path: Path) -> None:
    project = small(tmp_path)
    before = contents(archived(project).folder)
    (project.root / "archive").rename(project.root / ".archive.old")
    (project.root / ".archive.new").mkdir()
    (project.root / ".archive.new" / "x").write_text("x", "utf-8")
    (project.catalogues / "people.yaml").write_text("people: [", "utf-8")
    with pytest.raises(Refused):  # nothing can be made any more, and the old one is there again
        archived(project)
    assert contents(project.root / "archive") == before


@pytest.mark.parametrize("place", ["inspections/kho", "output/kho", "issued", ".", "templates/x"])
def test_it_never_lies_where_the_project_keeps_what_it_is_made_of(place: str, tmp_path: Path) -> None:
    project = small(tmp_path)
    with pytest.raises(Refused) as refused:
        archived(project, out=project.root / place)
    assert [item.code for item in refused.value.diagnostics] == ["archive-place-unfit"]


def test_what_is_no_archive_is_not_overwritten(tmp_path: Path) -> None:
    project = small(tmp_path)
    own = project.root / "archive"
    own.mkdir()
    (own / "thu-cua-toi.txt").write_text("x", "utf-8")
    with pytest.raises(Refused) as refused:
        archived(project)
    assert [item.code for item in refused.value.diagnostics] == ["archive-not-ours"]
    assert contents(own) == {"thu-cua-toi.txt": b"x"}


def test_others_find_the_package_whole(inside: Archived) -> None:
    from bagit_utils import Bag

    report = Bag(inside.folder).validate()
    assert (report.valid, [issue.message for issue in report.issues]) == (True, [])


def test_others_find_the_package_broken_once_it_is(inside: Archived, tmp_path: Path) -> None:
    from bagit_utils import Bag

    shutil.copytree(inside.folder, tmp_path / "kho")
    make_writable(tmp_path / "kho")
    (tmp_path / "kho" / "data" / "index.html").write_text("x", "utf-8")
    assert not Bag(tmp_path / "kho").validate().valid


# --- the command, lists, search --------------------------------------------------------------------------


def test_the_command_says_what_it_made_and_its_seal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small(tmp_path)
    assert main(["archive", "--project", str(project.root), "--lang", "en", "--as-of", "16/7/2026"]) == 0
    said = capsys.readouterr().out
    assert "Archive archive: 1 inspection, 1 paper, " in said
    assert "Open archive/index.html in a browser." in said
    assert main(["archive", "--project", str(project.root), "--format", "json", "--as-of", "16/7/2026"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["seal"] in said
    assert (value["papers"], value["as_of"], value["diagnostics"]) == (1, "2026-07-16", [])


def test_a_long_list_is_cut_into_pages() -> None:
    rows = [*range(2 * ROWS_PER_PAGE + 1)]
    found = list(turns("loai/thong-bao.html", rows))
    assert [path for path, _, _ in found] == [
        "loai/thong-bao.html", "loai/thong-bao.2.html", "loai/thong-bao.3.html",
    ]  # fmt: skip
    assert [row for _, _, part in found for row in part] == rows
    assert found[1][1].links[2] == (3, "thong-bao.3.html")
    assert [(path, list(part)) for path, _, part in turns("nam/2026.html", [])] == [("nam/2026.html", [])]


def test_words_are_indexed_without_their_marks() -> None:
    assert words("Đường sắt, HỒ SƠ 45/TB-UBND") == ["duong", "sat", "ho", "so", "45", "tb", "ubnd"]
    assert hash_of("ho") != hash_of("so")


def test_a_large_index_is_many_small_files() -> None:
    from generator.archive.search_index import Entry

    index = SearchIndex()
    for number in range(900):
        entry = Entry(f"Thông báo {number}", "", "x", "y", 0)
        index.add(entry, [" ".join(f"tu{number * 7 % 500 + turn}" for turn in range(30))])
    files = dict(index.files())
    assert len([name for name in files if "/tu-" in name]) == 8
    assert len([name for name in files if "/muc-" in name]) == 3 + 1
    assert max(map(len, files.values())) < 100_000


def test_nothing_heavy_is_loaded_to_ask_for_help() -> None:
    code = (
        "import sys; from generator.cli import main; main(['archive', '--help']); "
        "print([name for name in ('pypdfium2', 'weasyprint', 'docx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.rstrip().endswith("[]")
