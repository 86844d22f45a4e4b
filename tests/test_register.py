"""The register of outgoing papers: ten contents a line, series by series, exactly as it was issued."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.diagnostics import Refused
from generator.issuing.issue import issue_paper
from generator.issuing.journal import Event
from generator.issuing.record import Entry
from generator.issuing.register import Change, Line, Register, Series, register_of
from generator.issuing.register_book import FIELDS, book_name, book_of, cells_of, sheets_of, words_of
from generator.issuing.states import INSTRUMENTS, Step
from generator.issuing.store import PENDING, Store, held
from generator.kinds import TemplateFolders
from generator.load import load_catalogues
from generator.paper_files import paper_files
from generator.project import find_project
from generator.render.word_template import make_book
from generator.shipped import shipped_templates
from generator.spreadsheet.annex import annex_workbook
from generator.workshop import Workshop
from tests.inspections import ROOT
from tests.issued import AT, ISSUE, ON_PAPER, contents, issued, make_writable, project_with, signed
from tests.parity import docx_text, pdf_pages, squeezed
from tests.proofs import open_xml_sdk, page_validation, word_audit
from tests.proofs.page_validation import Profile
from tests.rendering import FOLDER, layout

if TYPE_CHECKING:
    from generator.issuing.register_book import Words
    from generator.project import Project

PAPER = ON_PAPER[ON_PAPER.index("  - id: tb\n") :]
LETTER = """\
  - id: cv
    kind: cong-van-don-doc
    medium: giay
    year: 2026
    as_of: 10/6/2026
    signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}
    addressees: [{owners: a}, {group: Các cơ quan liên quan}]
    reply: {deadline: {before: 20/6/2026}}
    recipients: [{group: "=1+1", purpose: b/c}, {group: Các thành viên Đoàn kiểm tra}]
    drafter_mark: PL.(300)
    drafting_unit: {symbol: VP, mark: KSTT, copies: 2}
"""
SHEET = """\
  - id: trinh
    kind: phieu-trinh
    medium: giay
    year: 2026
    signer: {chain: [{post: Chánh Văn phòng}], person: nguyen-van-a}
    addressees: [Chánh Văn phòng Ủy ban nhân dân tỉnh]
"""
CONCLUSION = "conclusion: {kind: thong-bao, number: 01/TB-UBND, date: 18/3/2026, subject: kết luận}\n"
TEXT = ON_PAPER + PAPER.replace("id: tb\n", "id: tb2\n") + LETTER + SHEET + CONCLUSION
LINE = Line(
    "nho",
    "tb",
    "ubnd-tinh-mau",
    45,
    Entry(
        number="45/TB-UBND",
        day="2026-05-18",
        kind="Thông báo",
        title="Thông báo Kết luận kiểm tra",
        signer="Nguyễn Văn A",
        post="CHÁNH VĂN PHÒNG",
        recipients=("Như trên",),
        kept_by="VT",
    ),
)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [item.code for item in refused.value.diagnostics]


def words() -> Words:
    return words_of(TemplateFolders((shipped_templates(),)))


def book(*lines: Line, kind: str = "TB"):
    series = Series("ubnd-tinh-mau", kind, 2026, lines)
    return book_of(series, words(), load_catalogues(find_project(ROOT)))


def recorded(project: Project, old: str, step: Step, new: str) -> None:
    """Write into the journal that one paper did something to another."""
    at = AT.isoformat(timespec="seconds")
    with held(project) as store:
        store.note([Event(at, "dang-thi-g", "nho", old, step, other=f"nho/{new}")])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that issued two notices, a letter, and a sheet without number; one paper recalled another."""
    project = project_with(tmp_path_factory.mktemp("so"), TEXT)
    issued(project)
    issued(project, paper="tb2", number="09")
    issued(project, paper="cv", number="1520", day=date(2026, 5, 18))
    issued(project, paper="trinh", number="")
    recorded(project, "tb", Step.CORRECTED, "cv")
    return project


# --- what stands in it ------------------------------------------------------------------------------------


def test_each_series_has_its_papers_in_order_with_the_ten_contents(office: Project) -> None:
    register = register_of(office)
    assert [(one.owner, one.kind, one.year, one.kind_name) for one in register.series] == [
        ("ubnd-tinh-mau", "TB", 2026, "Thông báo"),
        ("ubnd-tinh-mau", "công văn", 2026, "Công văn"),
    ]
    notices, letters = register.series
    assert [line.entry.number for line in notices.lines] == ["05/TB-UBND", "09/TB-UBND"]
    assert cells_of(letters.lines[0], words()) == {
        "number": "1520/UBND-KSTT",
        "day": "18/5/2026",
        "title": letters.lines[0].entry.title.replace("\u00a0", " "),
        "signer": "Nguyễn Văn A",
        # "Như trên" is said with the names of those above
        "recipients": "Ủy ban nhân dân xã Ví Dụ A; Các cơ quan liên quan; =1+1 (b/c);"
        " Các thành viên Đoàn kiểm tra",
        "kept-by": "VT, VP(KSTT) (02b)",
        "copies": "300",
        "sent": "",
        "received": "",
        "note": "Đính chính Thông báo số 05/TB-UBND ngày 18/5/2026",
    }
    assert tuple(cells_of(LINE, words())) == FIELDS == tuple(column.value for column in words().columns)


def test_the_note_says_what_became_of_a_paper_and_what_it_did(office: Project) -> None:
    notices, letters = register_of(office).series
    notes = [cells_of(line, words())["note"] for line in (*notices.lines, *letters.lines)]
    assert notes == [
        "Đính chính bằng Công văn số 1520/UBND-KSTT ngày 18/5/2026",
        "",
        "Đính chính Thông báo số 05/TB-UBND ngày 18/5/2026",
    ]


def test_every_instrument_has_its_phrases() -> None:
    said = words()
    assert set(said.changed_by) == set(said.changes) == {step.value for step in INSTRUMENTS}
    for step in INSTRUMENTS:
        change = Change(step, LINE.entry)
        note = cells_of(replace(LINE, changes=(change,), changed_by=(change,)), said)["note"]
        assert note.count("Thông báo số 45/TB-UBND ngày 18/5/2026") == 2
        assert "{" not in note
    unknown = cells_of(replace(LINE, changed_by=(Change(Step.RECALLED, None),)), said)["note"]
    assert unknown == "Thu hồi theo"


def test_nothing_unknown_is_invented() -> None:
    cells = cells_of(LINE, words())
    assert [name for name, text in cells.items() if not text] == ["copies", "sent", "received", "note"]


def test_numbers_given_elsewhere_and_papers_without_number_are_told(office: Project) -> None:
    told = {item.code: item for item in register_of(office).told}
    assert set(told) == {"register-gaps", "register-unnumbered"}
    assert told["register-gaps"].arguments["numbers"] == "6-8"
    assert told["register-unnumbered"].arguments == {"count": 1}


@given(st.sets(st.integers(1, 300), min_size=1))
def test_gaps_and_numbers_fill_the_series_once(numbers: set[int]) -> None:
    series = Series("a", "TB", 2026, tuple(replace(LINE, number=number) for number in sorted(numbers)))
    missing = [number for first, last in series.missing() for number in range(first, last + 1)]
    assert sorted([*missing, *numbers]) == list(range(min(numbers), max(numbers) + 1))


def test_a_year_is_asked_for_alone(office: Project) -> None:
    assert register_of(office, 2025) == Register(())
    assert register_of(office, 2026) == register_of(office)


def test_an_office_with_one_series_has_one_book(office: Project) -> None:
    project = replace(office, settings=replace(office.settings, number_series="agency"))
    (series,) = register_of(project).series
    assert [line.number for line in series.lines] == [5, 9, 1520]
    cover = [block.runs[0].text for block in book_of(series, words(), load_catalogues(office)).body]
    assert not [line for line in cover if "Loại văn bản" in line]
    assert book_name(series) == "so-dang-ky_2026_ubnd-tinh-mau"


# --- only what was written --------------------------------------------------------------------------------


def test_no_register_is_made_of_a_changed_record_or_a_broken_journal(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    folder = project.issued / issued(project).event.folder
    make_writable(project.issued)
    record, journal = folder / "record.json", project.issued / "journal.jsonl"
    whole = record.read_bytes()
    record.write_bytes(whole.replace("Nguyễn Văn A".encode(), "Nguyễn Văn B".encode()))
    with pytest.raises(Refused) as refused:
        register_of(project)
    assert codes(refused) == ["verify-changed"]
    record.write_bytes(whole)
    assert len(register_of(project).series) == 1
    journal.write_bytes(journal.read_bytes().replace(b"dang-thi-g", b"dang-thi-h"))
    with pytest.raises(Refused) as refused:
        register_of(project)
    assert codes(refused) == ["journal-broken"]


class Cut(BaseException):
    """What a killed process looks like from the inside."""


def test_an_issue_that_was_interrupted_is_finished_before_it_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = signed(project_with(tmp_path))

    def cut(*_arguments: object) -> None:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_finish", cut)
        with pytest.raises(Cut):
            issue_paper(project, ISSUE)
    assert (project.issued / PENDING).exists()
    register = register_of(project)
    assert [item.code for item in register.told] == ["issue-finished"]
    assert [line.entry.number for one in register.series for line in one.lines] == ["05/TB-UBND"]


def test_listing_writes_nothing(office: Project) -> None:
    before = contents(office.root)
    register_of(office)
    assert contents(office.root) == before


# --- the book ---------------------------------------------------------------------------------------------


def test_the_book_has_a_cover_and_the_heads_on_every_page(tmp_path: Path) -> None:
    lines = [replace(LINE, number=n, entry=LINE.entry.model_copy(update={"number": f"{n}/TB-UBND"}))
             for n in range(45, 95)]  # fmt: skip
    workshop = Workshop(project_with(tmp_path), "so-dang-ky")
    files, unmade = paper_files(workshop, book(*lines), frozenset({"docx", "pdf"}))
    assert unmade == ()
    assert files == paper_files(workshop, book(*lines), frozenset({"docx", "pdf"}))[0]
    cover, *pages = [squeezed(page) for page in pdf_pages(files[".pdf"])]
    assert "ỦYBANNHÂNDÂNTỈNHMẪUSỔĐĂNGKÝVĂNBẢNĐINăm:2026" in cover
    assert "Từngày18/5/2026đếnngày18/5/2026Từsố45đếnsố94Quyểnsố" in cover
    assert len(pages) > 1
    assert all("Số,kýhiệuvănbản" in page and "(10)" in page for page in pages)
    with zipfile.ZipFile(io.BytesIO(files[".docx"])) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == 2
    assert xml.count('w:orient="landscape"') == xml.count("<w:sectPr>") == 2
    assert "Sốlượngbản" in squeezed(docx_text(files[".docx"]))
    for end, data in files.items():
        (tmp_path / f"so{end}").write_bytes(data)
    words_files = [tmp_path / "so.docx", FOLDER / "so-dang-ky.docx"]
    assert not word_audit.faults(words_files)
    assert not open_xml_sdk.faults(words_files)
    assert not page_validation.faults([tmp_path / "so.pdf"], Profile.PDFA_2_A, Profile.PDFUA_1)


def test_the_kept_layout_is_the_one_made_of_the_measures() -> None:
    assert (FOLDER / "so-dang-ky.docx").read_bytes() == make_book(layout())


def test_what_begins_like_a_formula_stays_text_in_the_workbook() -> None:
    hostile = ("=1+1", "+84", "-5", "@x", "=HYPERLINK(1)")
    entry = LINE.entry.model_copy(
        update={
            "title": hostile[0],
            "signer": hostile[1],
            "recipients": hostile[2:],
            "kept_by": "=A1",
            "copies": 300,
        }
    )
    data = annex_workbook(sheets_of([book(replace(LINE, entry=entry)), book(LINE, kind="công văn")]))
    first, second = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert (first.title, second.title) == ("1. Thông báo 2026", "2. Công văn 2026")
    row = {cell.value: cell.data_type for cell in first[first.max_row] if cell.value is not None}
    assert row == {
        "45/TB-UBND": "s",
        "18/5/2026": "s",
        "=1+1": "s",
        "+84": "s",
        "-5; @x; =HYPERLINK(1)": "s",
        "=A1": "s",
        300: "n",
    }
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>" not in b"".join(package.read(name) for name in package.namelist())


def test_wrong_words_of_an_office_are_told_with_their_place(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    own = project.templates / "_layout"
    own.mkdir(parents=True)
    text = (FOLDER / "so-dang-ky.yaml").read_text(encoding="utf-8")
    (own / "so-dang-ky.yaml").write_text(text.replace("value: signer", "value: nguoi"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        words_of(TemplateFolders((project.templates, shipped_templates())))
    (told,) = refused.value.diagnostics
    assert (told.code, told.place.line) == (
        "value-not-in-list",
        text[: text.index("value: signer")].count("\n") + 1,
    )


# --- the command ------------------------------------------------------------------------------------------


def run(project: Project, *arguments: str) -> int:
    return main(["--project", str(project.root), *arguments])


def test_the_command_shows_the_register(office: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "register") == 0
    out = capsys.readouterr().out
    assert "Thông báo năm 2026 - UBND tỉnh Mẫu\n" in out
    assert "05/TB-UBND      18/5/2026  Nguyễn Văn A  Thông báo" not in out  # each table has its own widths
    assert "05/TB-UBND   18/5/2026  Nguyễn Văn A  Thông báo Kết luận kiểm tra" in out
    assert "Ghi chú: Đính chính bằng Công văn số 1520/UBND-KSTT ngày 18/5/2026\n" in out
    assert "3 văn bản đi đã đăng ký." in out
    assert "các số 6-8 không có trong chương trình" in out
    assert run(office, "register", "2025", "--lang", "en") == 0
    assert capsys.readouterr().out == "No paper has been issued yet.\n"
    assert run(office, "register", "26") == 2
    assert "26" in capsys.readouterr().err


def test_the_register_as_data(office: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "register", "2026", "--format", "json") == 0
    value = json.loads(capsys.readouterr().out)
    notices, letters = value["series"]
    assert (notices["owner"], notices["kind"], notices["missing"]) == ("ubnd-tinh-mau", "TB", [[6, 8]])
    (paper,) = letters["papers"]
    assert (paper["number"], paper["day"], paper["copies"]) == ("1520/UBND-KSTT", "2026-05-18", 300)
    assert (paper["sent"], paper["received"]) == (None, None)
    assert {item["code"] for item in value["diagnostics"]} == {"register-gaps", "register-unnumbered"}


def test_workbook_and_books_are_written_and_never_over_another_file(
    office: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["register", "--xlsx", str(tmp_path / "so.xlsx"), "--print", str(tmp_path / "in")]
    assert run(office, *asked) == 0
    names = [
        f"so-dang-ky_2026_ubnd-tinh-mau_{kind}.{end}"
        for kind in ("TB", "cong-van")
        for end in ("docx", "pdf")
    ]
    made = contents(tmp_path)
    assert sorted(made) == sorted(["so.xlsx", *(f"in/{name}" for name in names)])
    (tmp_path / "so.xlsx").write_bytes(b"own")
    assert run(office, *asked) == 1
    assert (tmp_path / "so.xlsx").read_bytes() == b"own"
    assert run(office, *asked, "--force") == 0
    assert contents(tmp_path) == made
    capsys.readouterr()


def test_a_project_that_issued_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_with(tmp_path)
    assert run(project, "register", "--xlsx", str(tmp_path / "so.xlsx")) == 0
    assert capsys.readouterr().out == "Chưa có văn bản nào được phát hành.\n"
    assert not (tmp_path / "so.xlsx").exists()
    assert not project.issued.exists()
