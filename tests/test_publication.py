"""A paper for publication: nothing private in any byte of its files, and nothing silently missing."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.build import Options, build_all
from generator.checking import check_all
from generator.compose.publishing import _pattern
from generator.diagnostics import Severity
from generator.model.checked_files import CheckedFile
from generator.model.inspection import Inspection
from generator.model.private_data import PrivateText, private_texts, without_private
from generator.results import Outcome
from tests.annexes import TEXT, alone, paper_of, project_of, swapped
from tests.inspections import load, new_project
from tests.kinds import lines
from tests.proofs import open_xml_sdk, page_validation
from tests.proofs.page_validation import Profile
from tests.spoken_bytes import found

if TYPE_CHECKING:
    from pathlib import Path

ALL = frozenset({"docx", "pdf", "xlsx"})
CODES = [
    "000.00.99.H99-260115-0001",
    "000.00.99.H99-260120-0002",
    "000.00.99.H99-260303-0003",
    "000.00.99.H99-260305-0004",
]
ENDS = [code.rpartition("H99-")[2] for code in CODES]
NAMES = ["Phan Thị Mẫu Một", "Phan Văn Mẫu Hai", "Phan Văn Mẫu Ba"]
ENTRIES = [
    "Đính chính Giấy chứng nhận quyền sử dụng đất",  # of a file that is private as a whole
    "17/3/2026",
    "Công chức tiếp nhận hồ sơ của bà",  # a private paragraph
    "Ảnh chụp hồ sơ của người nộp",  # a private photograph: caption and alternative text
    "Tờ khai có họ tên",
]
SECRETS = [*CODES, *ENDS, *NAMES, *ENTRIES]
PHOTOS = (
    "attachments:\n  photos:\n"
    "    - {file: chung.png, caption: Bộ phận một cửa, alt: Quầy tiếp nhận}\n"
    "    - {file: rieng.png, caption: Ảnh chụp hồ sơ của người nộp, alt: Tờ khai có họ tên, private: có}\n"
)
WITH_PHOTOS = TEXT.replace("khao-sat, ho-so-kiem-tra]", "khao-sat, ho-so-kiem-tra, anh]") + PHOTOS
COLOURS = {"chung.png": (10, 200, 10), "rieng.png": (200, 10, 10)}


def with_photos(folder: Path, text: str = WITH_PHOTOS):
    project = project_of(folder, text)
    for name, colour in COLOURS.items():
        info = PngInfo()
        info.add_text("Comment", "Phan Thị Mẫu Một")
        Image.new("RGB", (48, 32), colour).save(project.inspections / name, pnginfo=info)
    return project


def built(project, **options):
    return build_all(project, (), Options(only=ALL, **options))


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    project = with_photos(tmp_path_factory.mktemp("cong-khai"))
    # The same papers without the mark of publication, for the proof that the search finds what is there.
    project_inside = with_photos(
        tmp_path_factory.mktemp("noi-bo"), WITH_PHOTOS.replace(", purpose: đăng tải", "")
    )
    inside = built(project_inside)
    report = built(project, edition="publication")
    assert inside.ok
    assert report.ok, report.all_diagnostics()
    return project, project_inside, report


# --- every byte -----------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", SECRETS)
def test_no_byte_of_the_edition_for_publication_tells_anything_private(secret, published):
    project, _, _ = published
    assert found(project.output, secret) == []


@pytest.mark.parametrize("secret", SECRETS)
def test_the_same_search_finds_it_in_the_internal_papers(secret, published):
    _, inside, _ = published
    places = " ".join(found(inside.output, secret))
    assert "docx!word/document.xml" in places
    assert "pdftotext" in places or secret == ENTRIES[-1]  # the words for those who cannot see


@pytest.mark.parametrize("secret", [*CODES, *NAMES])
def test_the_same_search_finds_it_in_internal_workbooks(secret, published):
    _, inside, _ = published
    assert any(".xlsx!" in place for place in found(inside.output, secret))


def test_the_private_photograph_is_in_no_file_and_the_other_is(published):
    project, inside, _ = published
    assert colours(inside.output) == {*COLOURS.values()}
    assert colours(project.output) == {COLOURS["chung.png"]}


def colours(folder: Path) -> set[tuple[int, ...]]:
    seen = set()
    for path in folder.rglob("*_tb*.docx"):
        with zipfile.ZipFile(path) as package:
            for part in package.namelist():
                if part.startswith("word/media/"):
                    seen.add(Image.open(io.BytesIO(package.read(part))).convert("RGB").getpixel((5, 5)))
    return seen


def test_the_record_and_the_names_tell_the_edition_and_nothing_private(published):
    project, _, report = published
    papers = json.loads((project.output / "manifest.json").read_text("utf-8"))["papers"]
    assert {paper["edition"] for paper in papers} == {"publication"}
    files = [file["path"] for paper in papers for file in paper["files"]]
    assert len(files) == 9
    assert all("_cong-khai." in file for file in files)
    assert sorted(files) == sorted(
        file.rpartition("output/")[2] for paper in report.papers for file in paper.files
    )


def test_the_files_are_valid(published):
    project, _, _ = published
    words, pages = ([*project.output.glob(f"*.{ending}")] for ending in ("docx", "pdf"))
    assert not open_xml_sdk.faults(words)
    assert not page_validation.faults(pages, Profile.PDFA_2_A, Profile.PDFUA_1)


def test_a_paper_that_is_sent_for_publication_has_nothing_private_in_any_outgoing_edition(tmp_path):
    project = with_photos(tmp_path, alone(WITH_PHOTOS))
    assert built(project).ok
    assert [path.suffix for path in sorted(project.output.glob("DT_*"))] == [".docx", ".pdf", ".xlsx"]
    assert [secret for secret in SECRETS if found(project.output, secret)] == []


def test_annexes_in_files_of_their_own_have_nothing_private_either(tmp_path):
    project = project_of(
        tmp_path,
        swapped(("    month: 5\n    annexes", "    month: 5\n    annex_files: tep-rieng\n    annexes")),
    )
    assert built(project, edition="publication").ok
    assert len(list(project.output.glob("*_PL*"))) == 10
    assert [secret for secret in [*CODES, *ENDS, *NAMES] if found(project.output, secret)] == []


def test_the_archive_edition_stays_inside_and_prints_what_the_published_paper_prints(tmp_path):
    project = project_of(tmp_path, alone())
    assert built(project, edition="archive").ok
    told = {where for secret in CODES for where in found(project.output, secret)}
    assert told
    assert not [where for where in told if "pdftotext" in where]


# --- what is said instead ---------------------------------------------------------------------------


def test_what_is_left_out_is_said_in_the_words_of_the_templates(published):
    project, _, _ = published
    said = lines(paper_of(project, "tb").document)
    assert "TT | Đơn vị | Thủ tục hành chính | Ngày tiếp nhận" in said
    assert "(Không công khai: Mã hồ sơ; Người nộp hồ sơ.)" in said
    assert "3 | (không công khai)" in said
    assert "3. Trách nhiệm\n(không công khai)." in said
    assert "Ảnh 2. (không công khai)" in said
    assert "Danh sách gồm 04 hồ sơ./." in said  # nobody is counted out


def test_the_workbook_says_it_too(published):
    from openpyxl import load_workbook

    project, _, _ = published
    sheet = load_workbook(project.output / "DT_mau-phu-luc_bc_cong-khai.xlsx").worksheets[-1]
    said = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert said[-2:] == ["(Không công khai: Mã hồ sơ; Người nộp hồ sơ.)", "Danh sách gồm 04 hồ sơ./."]


def test_an_office_says_it_in_its_own_words(tmp_path):
    project = project_of(tmp_path)
    (project.templates / "_phan").mkdir(parents=True)
    (project.templates / "_phan" / "cong-khai.yaml").write_text(
        "purposes: [đưa lên mạng]\nwithheld: '[đã lược]'\nleft_out: 'Đã lược cột {columns}.'\n", "utf-8"
    )
    assert "000.00.99" in lines(paper_of(project, "tb").document)  # "đăng tải" is not its word
    text = swapped(("purpose: đăng tải", "purpose: Đưa lên mạng"))
    (project.inspections / "mau.yaml").write_text(text, "utf-8")
    said = lines(paper_of(project, "tb").document)
    assert "Đã lược cột Mã hồ sơ; Người nộp hồ sơ." in said
    assert "3 | [đã lược]" in said


def test_the_number_of_what_is_left_out_is_noted(published):
    _, _, report = published
    notes = [item for item in report.all_diagnostics() if item.code == "paper-without-private"]
    assert {(item.severity, item.arguments["count"]) for item in notes} == {(Severity.NOTE, 10)}


def test_a_file_that_is_declared_public_keeps_its_code_and_the_column_its_place(tmp_path):
    text = swapped(("05/3/2026, result: dat}", "05/3/2026, result: dat, private: không}"))
    said = lines(paper_of(project_of(tmp_path, text), "tb").document)
    assert "4 | UBND xã Ví Dụ B | 000.00.99.H99-260305-0004 | Chứng thực" in said
    assert "1 | UBND xã Ví Dụ A | (không công khai) | Đăng ký khai sinh" in said
    assert "(Không công khai: Người nộp hồ sơ.)" in said


@pytest.mark.parametrize(
    ("typed", "public"),
    [("publish: có", True), ("publish: không", False), ("turn: 1", False)],
)
def test_the_mark_of_a_paper_decides(typed, public, tmp_path):
    text = swapped(
        (", purpose: đăng tải", ""), ("    month: 5\n    annexes", f"    month: 5\n    {typed}\n    annexes")
    )
    said = lines(paper_of(project_of(tmp_path, text), "tb").document)
    assert ("000.00.99" in said) is not public


def test_the_internal_paper_and_the_minutes_print_everything(published):
    project, _, _ = published
    for key in ("bc", "bb-a"):
        said = lines(paper_of(project, key).document)
        assert all(text in said for text in [*CODES[:3], *NAMES])


# --- typed into prose -----------------------------------------------------------------------------

PLACES = {
    "a result": ("text: Đã thực hiện đúng quy trình}", "text: Đã thực hiện đúng quy trình; hồ sơ {} tốt}}"),
    "a limitation": ('text: "Có 02 hồ sơ quá hạn', 'text: "Có 02 hồ sơ quá hạn, trong đó {}'),
    "a recommendation": ("text: Giải quyết dứt điểm hồ sơ quá hạn", "text: Giải quyết dứt điểm hồ sơ {}"),
    "a product in a table": ("product: Báo cáo kết quả", "product: Báo cáo kết quả hồ sơ {}"),
    "a note in a table": ("note: Làm trước", "note: Làm trước {}"),
    "a cause": ("text: Công chức chưa thực hiện đúng quy trình}", "text: Công chức làm chậm {}}}"),
    "an answer": ("text: UBND xã Ví Dụ A đã tiếp thu}", "text: UBND xã đã tiếp thu về {}}}"),
    "the subject": ("subject: việc tiếp nhận,", "subject: việc tiếp nhận hồ sơ {},"),
    "a procedure": ("procedure: Đăng ký kết hôn", "procedure: Đăng ký kết hôn {}"),
    "a rate": ("name: Thanh toán trực tuyến", "name: Thanh toán trực tuyến {}"),
    "a field": ("field: Đất đai", "field: Đất đai {}"),
    "a recipient": ("group: Cổng Thông tin điện tử tỉnh", "group: Cổng Thông tin điện tử tỉnh {}"),
    "a level": ("chua-ro: Không có ý kiến", "chua-ro: Không có ý kiến {}"),
}  # fmt: skip
SPELT = [
    "000.00.99.H99-260120-0002",
    "000.00.99.h99 - 260120 - 0002",
    "H99-260120-0002",
    "260120-0002",
    "260120/0002",
    "Phan Văn Mẫu Hai",
    "PHAN VĂN MẪU HAI",
    "ông Phan Văn  Mẫu Hai",
]


def typed_into(place: str, secret: str) -> str:
    old, new = PLACES[place]
    return swapped((old, new.format(secret)))


@pytest.mark.parametrize("place", PLACES)
def test_a_private_text_typed_into_the_paper_is_an_error_with_its_place(place, tmp_path):
    text = alone(typed_into(place, SPELT[0]))
    project = project_of(tmp_path, text)
    report = built(project)
    told = [item for item in report.all_diagnostics() if item.code == "paper-private"]
    assert told
    assert report.papers[0].outcome is Outcome.FAILED
    assert not list(project.output.glob("*.docx"))
    if place not in ("the subject", "a rate", "a field"):  # a figure is placed with the figures
        wanted = next(
            number for number, line in enumerate(text.splitlines(), 1) if line not in TEXT.splitlines()
        )
        assert wanted in {item.place.line for item in told}
    assert all(SPELT[0] not in str(item.arguments) for item in told)


@pytest.mark.parametrize("secret", SPELT)
def test_a_private_text_is_known_however_it_is_spelt(secret, tmp_path):
    project = project_of(tmp_path, typed_into("a limitation", secret))
    told = [item for item in check_all(project).all_diagnostics() if item.code == "paper-private"]
    (first,) = told
    assert first.severity is Severity.ERROR
    source = (project.inspections / "mau.yaml").read_text("utf-8").splitlines()
    assert "Có 02 hồ sơ quá hạn" in source[first.place.line - 1]


@pytest.mark.parametrize(
    "secret", ["1260120-0002", "260120-00021", "260120-0003", "Phan Văn Mẫu", "Phan Văn Mẫu Hải"]
)
def test_what_only_looks_alike_is_no_private_text(secret, tmp_path):
    project = project_of(tmp_path, typed_into("a limitation", secret))
    assert [item for item in check_all(project).all_diagnostics() if item.code == "paper-private"] == []


@pytest.mark.parametrize(
    ("applicant", "prose"), [("Bà Mẫu", "quy định"), ("Ông Hai", "02 hồ sơ, hai hồ sơ trễ"), ("bà", "bà con")]
)
def test_one_word_of_a_name_is_no_private_text(applicant, prose, tmp_path):
    text = swapped(("applicant: Ông Phan Văn Mẫu Hai", f"applicant: {applicant}"))
    text = text.replace("Có 02 hồ sơ quá hạn", f"Có 02 hồ sơ quá hạn theo {prose}")
    report = check_all(project_of(tmp_path, text))
    assert "paper-private" not in {item.code for item in report.all_diagnostics()}


def test_internal_papers_may_name_a_file_in_prose(tmp_path):
    project = project_of(tmp_path, typed_into("a limitation", SPELT[0]).replace(", purpose: đăng tải", ""))
    assert [item for item in check_all(project).all_diagnostics() if item.code == "paper-private"] == []
    report = built(project, edition="publication")
    assert {item.code for item in report.all_diagnostics() if item.severity is Severity.ERROR} == {
        "paper-private"
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: mau-phu-luc", "id: mau-h99-260120-0002"),
        ("  - id: tb\n", "  - id: tb-phan-van-mau-hai\n"),
    ],
)
def test_a_private_text_in_the_name_of_a_file_is_an_error(old, new, tmp_path):
    report = built(project_of(tmp_path, swapped((old, new))))
    assert "paper-private" in {item.code for item in report.all_diagnostics()}


def test_an_official_may_be_called_like_an_applicant(tmp_path):
    project = project_of(tmp_path, swapped(("Ông Phan Văn Mẫu Ba", "Ông Nguyễn Văn A")))
    assert [item for item in paper_of(project, "tb").missing if item.code == "paper-private"] == []


# --- contradictions --------------------------------------------------------------------------------


def test_a_paper_sent_for_publication_that_says_it_is_not_published_is_refused(tmp_path):
    text = swapped(("    month: 5\n    annexes", "    month: 5\n    publish: không\n    annexes"))
    report = built(project_of(tmp_path, text))
    told = [item for item in report.all_diagnostics() if item.code == "paper-not-published"]
    assert [item.arguments["text"] for item in told] == ["đăng tải"]
    assert "đăng tải" in text.splitlines()[told[0].place.line - 1]


@pytest.mark.parametrize("edition", ["outgoing", "publication"])
def test_an_internal_paper_is_not_published(edition, tmp_path):
    marked = (
        "circulation: luu-hanh-noi-bo\n    publish: có"
        if edition == "outgoing"
        else "circulation: luu-hanh-noi-bo"
    )
    text = swapped(
        (", purpose: đăng tải", ""), ("    month: 5\n    annexes", f"    month: 5\n    {marked}\n    annexes")
    )
    report = built(project_of(tmp_path, alone(text)), edition=edition)
    assert "paper-published-internal" in {item.code for item in report.all_diagnostics()}
    assert report.papers[0].outcome is Outcome.FAILED


# --- the model --------------------------------------------------------------------------------------


def test_nothing_private_is_left_in_the_inspection_and_everything_else_is(tmp_path):
    whole = load(project_of(tmp_path), "mau.yaml").inspection
    bare = without_private(whole, "(…)")
    assert {item.text for item in private_texts(whole)} > {*CODES}
    assert {item.text for item in private_texts(bare)} == {"(…)"}
    assert "H99" not in repr(bare)
    assert "Phan" not in repr(bare)
    assert bare.checked_files[2].received is None
    assert bare.figures == whole.figures
    assert bare.recommendations == whole.recommendations


def test_codes_and_applicants_are_private_unless_the_entry_says_otherwise():
    item = {"code": "H99-260101-0001", "procedure": "Đăng ký khai sinh", "applicant": "Bà Mẫu"}
    for said, left in ((None, ["Đăng ký khai sinh"]), ("có", []), ("không", list(item.values()))):
        made = CheckedFile.model_validate({**item, "private": said} if said else item)
        bare = without_private(made, "x")
        assert [value for value in (bare.code, bare.procedure, bare.applicant) if value != "x"] == sorted(
            left, key=list(item.values()).index
        )


def test_every_private_field_of_the_model_is_named_as_such_in_the_reference():
    from generator.model.findings import Limitation
    from generator.model.private_data import private_fields

    for model in (CheckedFile, Limitation):
        for name, mark in private_fields(model).items():
            if mark.always:
                assert "công khai" in (model.model_fields[name].description or ""), name
    assert Inspection.model_fields["checked_files"].annotation is not None


@given(
    st.from_regex(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.H[0-9]{2}-[0-9]{6}-[0-9]{4}", fullmatch=True),
    st.sampled_from(["", " ", "\u00a0", " - ", "/", "–"]),
)
def test_a_code_is_found_wherever_it_is_whole_and_nowhere_when_a_sign_is_added(code, between):
    pattern = _pattern(PrivateText(code, ("checked_files", 0, "code")))
    spelt = between.join(code.replace(".", "-").split("-"))
    if between:
        assert pattern.search(f"hồ sơ {spelt}, đã trả")
    assert pattern.search(f"hồ sơ {code}.")
    assert not pattern.search(f"hồ sơ {code}0")


# --- a summary of several inspections ----------------------------------------------------------------


def test_a_published_summary_tells_nothing_private_of_what_it_covers(tmp_path):
    from tests.test_summary import ONE, SUMMARY, TWO

    files = "checked_files: [{code: H99-260115-0007, procedure: Đăng ký khai sinh, applicant: Bà Mẫu Bốn}]\n"
    published = SUMMARY.replace("    month: 12\n", "    month: 12\n    publish: có\n")
    one = ONE + files
    project = new_project(tmp_path, mot=one, hai=TWO, tong=published)
    told = [item for item in check_all(project).all_diagnostics() if item.code == "paper-private"]
    assert told == []
    spoken = published.replace(
        "subject: việc thực hiện", "subject: việc xử lý hồ sơ H99-260115-0007, thực hiện"
    )
    (project.inspections / "tong.yaml").write_text(spoken, "utf-8")
    (found_there,) = {
        item.arguments["where"]
        for item in check_all(project).all_diagnostics()
        if item.code == "paper-private"
    }
    assert found_there == f"inspections/mot.yaml:{one[: one.index('checked_files')].count(chr(10)) + 1}"
