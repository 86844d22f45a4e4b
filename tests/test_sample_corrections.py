"""A letter that corrects and a notice that amends say what the sample papers say, but where told here."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Refused
from generator.document import Document, Paragraph, Table, plain
from generator.load import load_catalogues, load_text
from generator.model.corrections import Correction
from generator.project import find_project
from tests.inspections import ROOT, SAMPLE, composed, new_project
from tests.test_sample_notice import clean, sample_lines

if TYPE_CHECKING:
    from generator.load import Loaded

SAMPLES = Path(__file__).parent / "data" / "samples"
SIGNER = """
    signer: {chain: [{prefix: TL, post: Chủ tịch}, {post: Chánh Văn phòng}], person: nguyen-van-a}
    drafting_unit: {symbol: VP, mark: KSTT}
    medium: giay"""
KNOWN = """
      - {group: Bộ Tư pháp, purpose: b/c}
      - {group: "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh", purpose: b/c}
      - {group: "Chủ tịch, các Phó Chủ tịch UBND tỉnh"}"""
CORRECTING = f"""
  - id: dinh-chinh-1
    kind: cong-van-dinh-chinh
    number: 1520/UBND-KSTT
    date: 22/5/2026{SIGNER}
    addressees:
      - {{owners: [ubnd-xa-vi-du-a, ubnd-xa-vi-du-b, ubnd-xa-vi-du-c]}}
      - {{group: "Các sở: Khoa học và Công nghệ, Nông nghiệp và Môi trường, Nội vụ"}}
    recipients:{KNOWN}
      - {{group: "Chánh Văn phòng, các Phó Chánh Văn phòng UBND tỉnh"}}
      - {{group: Các thành viên Đoàn kiểm tra}}
      - {{group: Cổng Thông tin điện tử tỉnh, purpose: đăng tải}}
    corrects:
      paper: tb-kl
      as: dinh-chinh
      cited: conclusion
      places:
        - where: gạch đầu dòng thứ ba điểm b khoản 1 Mục II
          page: 3
          old: chưa được cập nhập đầy đủ trạng thái xử lý
          new: chưa được cập nhật đầy đủ trạng thái xử lý
        - where: đoạn mở đầu Mục III
          page: 4
          old: tổng hợp tại Phụ lục 2 kèm theo
          new: tổng hợp tại Phụ lục II kèm theo
        - {{where: phần Nơi nhận, page: 6, old: Nông nghiệp và môi trường, new: Nông nghiệp và Môi trường}}
"""
MOVED = (
    ("Bảng 1, UBND xã Ví Dụ B", "(8)", "1.893", "1.839"),
    ("Bảng 1, UBND xã Ví Dụ B", "(9)", "1.603", "1.657"),
    ("Bảng 1, Tổng số", "(8)", "8.613", "8.559"),
    ("Bảng 1, Tổng số", "(9)", "4.540", "4.594"),
    ("Bảng 2, UBND xã Ví Dụ B", "(8)/(7)", "53,52", "51,99"),
    ("Bảng 2, UBND xã Ví Dụ B", "(9)/(7)", "45,32", "46,85"),
    ("Bảng 2, Tổng số", "(8)/(7)", "65,09", "64,68"),
    ("Bảng 2, Tổng số", "(9)/(7)", "34,31", "34,72"),
)
"""The cells of the sample that one wrong figure moved."""
CELLS = "".join(
    f"""
        - {{action: o-bang, where: Phụ lục I, what: "{row}, cột {column}", old: "{old}", new: "{new}"}}"""
    for row, column, old, new in MOVED
)
NEW_SENTENCE = (
    "Số hồ sơ đã giải quyết là 13.233 hồ sơ, trong đó trước hạn 8.559 hồ sơ (chiếm 64,68%), "
    "đúng hạn 4.594 hồ sơ (chiếm 34,72%), quá hạn 80 hồ sơ (chiếm 0,60%)."
)
NEW_POINT = (
    "d) Nâng tỷ lệ số hóa hồ sơ đạt từ 90% trở lên, tỷ lệ thanh toán trực tuyến đạt từ 80% trở lên, "
    "hoàn thành trước ngày 31/10/2026."
)
ADDED = (
    "e) Xây dựng phương án bố trí công chức hỗ trợ người dân thanh toán trực tuyến tại Trung tâm, "
    "báo cáo UBND tỉnh (qua Văn phòng UBND tỉnh) trước ngày 19/6/2026."
)
AMENDING = f"""
  - id: sua-doi-1
    kind: thong-bao-sua-doi
    number: 58/TB-UBND
    date: 29/5/2026{SIGNER}
    recipients:{KNOWN}
      - {{group: "UBND các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C", purpose: để t/h}}
      - {{group: "Các sở: Khoa học và Công nghệ, Nông nghiệp và Môi trường, Nội vụ", purpose: để t/h}}
      - {{group: "Chánh Văn phòng, các Phó Chánh Văn phòng UBND tỉnh", purpose: để t/h}}
      - {{group: Các thành viên Đoàn kiểm tra}}
      - {{group: Cổng Thông tin điện tử tỉnh, purpose: đăng tải}}
    corrects:
      paper: tb-kl
      as: sua-doi
      cited: conclusion
      reason: Xét đề nghị tại [[cv-188]] và [[bc-03]]
      earlier: [cv-1520]
      places:
        - where: câu thứ hai đoạn thứ nhất khoản 3 Mục I
          action: thay
          new: "{NEW_SENTENCE}"{CELLS}
        - where: điểm d khoản 3 Mục III
          action: thay
          new: "{NEW_POINT}"
        - where: điểm đ khoản 3 Mục III
          action: bo-sung
          what: điểm e
          new: "{ADDED}"
        - {{where: khoản 1 Mục IV, action: cum-tu, old: trước ngày 05/10/2026, new: trước ngày 05/11/2026}}
"""
CITED = """
  - id: cv-188
    kind: cong-van
    number: 188/UBND-VP
    date: 21/5/2026
    issuer: ubnd-xa-vi-du-b
    subject: điều chỉnh số liệu và thời hạn thực hiện kết luận kiểm tra
  - id: bc-03
    kind: bao-cao
    number: 03/BC-ĐKT
    date: 26/5/2026
    issuer: doan-kiem-tra-mau
    subject: kết quả đối chiếu số liệu
  - id: cv-1520
    kind: cong-van
    number: 1520/UBND-KSTT
    date: 22/5/2026
    issuer: ubnd-tinh-mau
    subject: đính chính Thông báo số 45/TB-UBND
"""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The fictional inspection with both papers."""
    project = find_project(ROOT)
    text = (ROOT / "inspections" / SAMPLE).read_text(encoding="utf-8")
    text = text.replace("\ndocuments:\n", f"\ndocuments:{CORRECTING}{AMENDING}", 1)
    assert text.count("\npapers:\n") == 1
    text = text.replace("\npapers:\n", f"\npapers:{CITED}", 1)
    return load_text(text, ROOT / "inspections" / SAMPLE, project, load_catalogues(project))


def paper(loaded: Loaded, name: str) -> Document:
    (found,) = [one for one in loaded.inspection.documents if one.id == name]
    return composed(loaded, found, "trinh-ky").document


def body(document: Document) -> list[str]:
    return [clean(f"{one.label} {plain(one.runs)}") for one in document.body if isinstance(one, Paragraph)]


def ends(document: Document) -> list[str]:
    """Return nơi nhận and the signature."""
    (signature,) = document.signatures
    said = [clean(plain(item)) for item in document.recipients]
    return [*said, *(plain(line) for line in signature.lines), plain(signature.name)]


def head(document: Document) -> list[str]:
    lines = [document.head.number, document.head.about, document.head.place_date, document.subject]
    lines += document.addressees
    return [clean(plain(line)) for line in lines if plain(line)]


OTHERWISE = {
    # Lines are joined where the sample breaks them by hand; the place of an agency stands in its first name;
    # a term used once is not abbreviated; the short form is always introduced in the same words.
    "dinh-chinh-1": {
        "V/v đính chính Thông báo": None,
        "số 45/TB-UBND": "V/v đính chính Thông báo số 45/TB-UBND",
        "Kính gửi:": None,
        "Ngày 18/5/2026, Ủy ban nhân dân (UBND) tỉnh ban hành": (
            "Ngày 18/5/2026, Ủy ban nhân dân (sau đây viết tắt là UBND) tỉnh Mẫu ban hành"
        ),
    },
    # An earlier paper is not told by what it did; a row of the table of tasks is not added by a notice.
    "sua-doi-1": {
        "Sửa đổi, bổ sung một số nội dung tại Thông báo số 45/TB-UBND": None,
        "ngày 18 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh": (
            "Sửa đổi, bổ sung một số nội dung tại Thông báo số 45/TB-UBND ngày 18 tháng 5 năm 2026 "
            "của Ủy ban nhân dân tỉnh Mẫu"
        ),
        "thủ tục hành chính (sau đây viết tắt là TTHC)": "thủ tục hành chính",
        "Xét đề nghị của UBND xã Ví Dụ B tại Công văn số 188/UBND-VP ngày 21/5/2026 về": (
            "Xét đề nghị tại Công văn số 188/UBND-VP ngày 21/5/2026 của UBND xã Ví Dụ B về"
        ),
        "7. Các": "6. Các",
        "(đã được đính chính tại": "(đã được đính chính, sửa đổi tại",
    },
}
"""What ours says on purpose otherwise: words of the sample, and what stands for them (None: nothing)."""
NOT_IN_OURS = ("Bảng", "6. Sửa đổi, bổ sung Phụ lục II", "a) Tại số thứ tự 8", "b) Bổ sung số thứ tự 9a")


def expected(name: str) -> list[str]:
    """Return the lines of a sample as ours has them: without its table, and what is told otherwise."""
    file = {"dinh-chinh-1": "mau-dinh-chinh.md", "sua-doi-1": "mau-sua-doi.md"}[name]
    found = []
    lines = [line for line in sample_lines(SAMPLES / file) if len(line) > LONGEST_CELL]
    for line in lines:
        changed = OTHERWISE[name].get(line, line)
        for old, new in OTHERWISE[name].items():
            if changed and old not in lines:
                changed = changed.replace(old, new or "")
        if changed and not changed.startswith(NOT_IN_OURS):
            found.append(changed)
    return found


LONGEST_CELL = 7
TOP = 4
"""Lines of the sample that every paper has alike: issuer, name of the state, motto."""


@pytest.mark.parametrize("name", list(OTHERWISE))
def test_a_correcting_paper_says_what_its_sample_says(loaded: Loaded, name: str) -> None:
    ours = paper(loaded, name)
    said = [*head(ours), *([ours.kind] if ours.kind else []), *body(ours), *ends(ours)]
    wanted = [line for line in expected(name)[TOP:] if line not in TABLE and line != "Nơi nhận:"]
    assert sorted(said) == sorted(wanted)
    assert [line for line in said if line in body(ours)] == [line for line in wanted if line in body(ours)]


TABLE = {"Số liệu tại Thông báo số 45/TB-UBND", "Số liệu sửa đổi"}


def test_figures_of_a_table_are_amended_in_the_table_of_the_sample(loaded: Loaded) -> None:
    """Eight cells that one wrong figure moved: head and rows as the sample has them, below their khoản."""
    document = paper(loaded, "sua-doi-1")
    (at,) = [place for place, block in enumerate(document.body) if isinstance(block, Table)]
    table, before = document.body[at], document.body[at - 1]
    assert isinstance(table, Table)
    assert isinstance(before, Paragraph)
    assert clean(f"{before.label} {plain(before.runs)}") == "2. Sửa đổi số liệu tại Phụ lục I như sau:"
    typed = (SAMPLES / "mau-sua-doi.md").read_text(encoding="utf-8").split("=====")[1]
    lines = [line.strip("|").split("|") for line in typed.splitlines() if line.startswith("| Bảng")]
    sample = [tuple(clean(text) for text in line) for line in lines]
    ours = [tuple(clean(plain(cell.runs)) for cell in row) for row in (*table.head, *table.body)]
    assert ours == sample
    assert len(ours) == len(MOVED) + 1


def places(*cells: tuple[str, str]) -> Correction:
    """A correction of cells of Phụ lục I, told by old and new."""
    typed = [
        {"action": "o-bang", "where": "Phụ lục I", "what": f"dòng {n}, cột (8)", "old": old, "new": new}
        for n, (old, new) in enumerate(cells)
    ]
    return Correction.model_validate(
        {"paper": "tb-kl", "as": "sua-doi", "cited": "conclusion", "places": typed}
    )


@pytest.mark.parametrize(
    ("cells", "table"),
    [
        ([("1", "2"), ("3", "4"), ("5,10%", "-"), ("1.893", "1.839")], True),
        ([("1", "2"), ("3", "4"), ("5", "6")], False),
        ([("1", "2"), ("3", "4"), ("5", "6"), ("Trước ngày 30/9/2026", "Trước ngày 31/10/2026")], False),
    ],
)
def test_few_cells_or_words_among_them_stay_points(
    cells: list[tuple[str, str]], table: bool, loaded: Loaded
) -> None:
    (found,) = [one for one in loaded.inspection.documents if one.id == "sua-doi-1"]
    made = composed(loaded, found.model_copy(update={"corrects": places(*cells)}), "trinh-ky").document
    assert any(isinstance(block, Table) for block in made.body) == table
    points = [line for line in body(made) if line.startswith(("a) Tại", "b) Tại", "c) Tại", "d) Tại"))]
    assert len(points) == (0 if table else len(cells))


def test_a_table_of_a_group_without_cells_is_refused(loaded: Loaded, tmp_path: Path) -> None:
    project = new_project(tmp_path)
    shutil.copytree(ROOT / "templates" / "thong-bao-sua-doi", project.templates / "thong-bao-sua-doi")
    wording = project.templates / "thong-bao-sua-doi" / "noi-dung.md.j2"
    text = wording.read_text("utf-8")
    (found,) = [one for one in loaded.inspection.documents if one.id == "sua-doi-1"]
    refusals = {"9": "template-table-part", "'x'": "template-fence"}
    for part, code in refusals.items():
        wording.write_text(
            text.replace("so-lieu-sua-doi {{ loop.index }}", f"so-lieu-sua-doi {{{{ {part} }}}}"), "utf-8"
        )
        with pytest.raises(Refused) as refused:
            composed(loaded, found, "trinh-ky", project)
        assert [item.code for item in refused.value.diagnostics] == [code]


# --- the notes for programmers below the samples; those of the data are proven by tests.test_story,
#     test_differences (which instrument, told by field) and test_places (quotes, places) ------------------


def test_one_error_alone_has_no_number(loaded: Loaded) -> None:
    (found,) = [one for one in loaded.inspection.documents if one.id == "dinh-chinh-1"]
    assert found.corrects is not None
    alone = found.corrects.model_copy(update={"places": found.corrects.places[:1]})
    said = body(composed(loaded, found.model_copy(update={"corrects": alone}), "trinh-ky").document)
    assert (
        "UBND tỉnh đính chính nội dung tại gạch đầu dòng thứ ba điểm b khoản 1 Mục II (trang 3) như sau:"
        in said[1]
    )
    assert said[2:4] == [
        "Đã in là: “chưa được cập nhập đầy đủ trạng thái xử lý”.",
        "Sửa lại là: “chưa được cập nhật đầy đủ trạng thái xử lý”.",
    ]


def test_the_letter_has_its_own_day_and_the_notice_keeps_its_own(loaded: Loaded) -> None:
    ours = paper(loaded, "dinh-chinh-1")
    assert plain(ours.head.place_date).endswith("ngày 22 tháng 5 năm 2026")
    assert body(ours)[0].startswith("Ngày 18/5/2026,")


def test_the_subject_of_the_letter_begins_small_and_without_a_colon(loaded: Loaded) -> None:
    assert clean(plain(paper(loaded, "dinh-chinh-1").head.about)).startswith("V/v đính chính")


def test_the_notice_never_says_that_it_corrects_an_error_of_form(loaded: Loaded) -> None:
    """“Đính chính” stands only in what it cites, and in the name of an earlier correction."""
    said = [line for line in body(paper(loaded, "sua-doi-1")) if "đính chính" in line]
    assert [line[:20] for line in said] == ["6. Các nội dung khác"]


def test_the_notice_has_the_form_of_what_it_amends_and_new_text_stands_in_curved_marks(
    loaded: Loaded,
) -> None:
    ours = paper(loaded, "sua-doi-1")
    assert ours.kind == "THÔNG BÁO"
    assert [line for line in body(ours) if line.startswith("“")] == [
        f"“{NEW_SENTENCE}”",
        f"“{NEW_POINT}”",
        f"“{ADDED}”",
    ]


def test_without_its_reason_the_notice_has_a_blank(loaded: Loaded) -> None:
    (found,) = [one for one in loaded.inspection.documents if one.id == "sua-doi-1"]
    assert found.corrects is not None
    without = found.corrects.model_copy(update={"reason": None})
    made = composed(loaded, found.model_copy(update={"corrects": without}), "trinh-ky")
    assert made.missing
