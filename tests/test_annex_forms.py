"""Annex tables of reference 5.10: checked files, surveys, rates, fields; in Word, PDF and as a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.build import Options, build_all
from generator.checking import check_all
from generator.diagnostics import Refused, Severity
from generator.document import Table, plain
from generator.finished import check_finished
from tests.annexes import DATA, PAPERS, TEXT, paper_of, project_of, swapped
from tests.inspections import load
from tests.kinds import lines
from tests.parity import docx_text, pdf_pages, squeezed

ALL = frozenset({"docx", "pdf", "xlsx"})
NEW = ("linh-vuc", "chi-tieu", "khao-sat", "ho-so-kiem-tra")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = project_of(tmp_path_factory.mktemp("phu-luc"))
    report = build_all(project, (), Options(only=ALL))
    assert report.ok, report.all_diagnostics()
    return project


def table(project, annex: str, paper: str = "bc") -> Table:
    document = paper_of(project, paper, "du-thao").document
    (found,) = [one for one in document.annexes if one.id == annex]
    return next(block for block in found.blocks if isinstance(block, Table))


def rows(found: Table) -> list[list[str]]:
    return [[plain(cell.runs).replace("\u00a0", " ") for cell in row] for row in (*found.body, *found.total)]


def head(found: Table) -> list[list[str]]:
    return [[plain(cell.runs) for cell in row] for row in found.head]


# --- what the papers say -----------------------------------------------------------------------------


@pytest.mark.parametrize("key", PAPERS)
def test_the_fictional_paper_says_what_its_model_says(key, tmp_path):
    made = paper_of(project_of(tmp_path), key)
    assert [item for item in made.missing if item.severity is not Severity.NOTE] == []
    assert lines(made.document) == (DATA / f"{key}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", PAPERS)
def test_word_pdf_and_workbook_carry_every_row(key, built):
    word = docx_text((built.output / f"DT_mau-phu-luc_{key}.docx").read_bytes())
    pdf = squeezed("".join(pdf_pages((built.output / f"DT_mau-phu-luc_{key}.pdf").read_bytes(), "-raw")))
    sheets = load_workbook(built.output / f"DT_mau-phu-luc_{key}.xlsx").worksheets
    cells = {
        squeezed(str(cell.value))
        for sheet in sheets
        for row in sheet
        for cell in row
        if cell.value is not None
    }
    for annex in paper_of(built, key, "du-thao").document.annexes:
        for block in annex.blocks:
            for row in rows(block) if isinstance(block, Table) else ():
                for text in map(squeezed, row):
                    assert text in word
                    assert text in pdf
                    number = text.replace(".", "").replace(",", ".").removesuffix("0").removesuffix(".0")
                    assert not text or {text, number, text.replace(".", "")} & cells, text


@pytest.mark.parametrize("key", PAPERS)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_no_rule_of_form_finds_anything_in_the_files(key, ending, built):
    name = f"DT_mau-phu-luc_{key}.{ending}"
    result = check_finished(built.output / name, name)
    bad = (Severity.ERROR, Severity.WARNING)
    told = [item for item in result.diagnostics if item.severity in bad and item.code != "rule-not-checked"]
    assert {item.code for item in told} <= {"P2"}  # an internal list does name its files
    assert not told or key != "tb"


def test_every_table_of_the_workbook_has_its_row_of_column_numbers(built):
    for sheet in load_workbook(built.output / "DT_mau-phu-luc_bc.xlsx").worksheets[2:]:
        marks = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "(1)")
        assert [f"({n})" for n in range(1, len(marks) + 1)] == [mark.partition("=")[0] for mark in marks]


def test_the_workbook_says_below_a_table_what_the_paper_says_there(built):
    for key, ends in {"bc": "Danh sách gồm 04 hồ sơ./.", "bb-a": "Danh sách gồm 03 hồ sơ./."}.items():
        sheet = load_workbook(built.output / f"DT_mau-phu-luc_{key}.xlsx").worksheets[-1]
        assert [row[0] for row in sheet.iter_rows(values_only=True)][-1] == ends


def test_a_shown_count_is_a_number_of_the_workbook_and_a_code_is_text(built):
    survey, files = load_workbook(built.output / "DT_mau-phu-luc_bc.xlsx").worksheets[-2:]
    (row,) = [one for one in survey.iter_rows(values_only=True) if one[3] == 1020]
    assert row[1:] == ("UBND xã Ví Dụ B", "Rất hài lòng", 1020, 85)
    codes = [row[2] for row in files.iter_rows(values_only=True) if str(row[2]).startswith("000.")]
    assert len(codes) == 4


# --- how rows and columns come about ---------------------------------------------------------------


def test_minutes_list_the_files_of_their_unit_and_need_no_column_for_it(tmp_path):
    found = table(project_of(tmp_path), "ho-so-kiem-tra", "bb-a")
    assert "Đơn vị" not in head(found)[0]
    assert head(found)[1] == [f"({n})" for n in range(1, 9)]
    assert [row[0] for row in rows(found)] == ["1", "2", "3"]


def test_a_list_without_applicants_has_no_column_for_them(tmp_path):
    import re

    text = re.sub(r" applicant: [^,]+,", "", TEXT).replace("bà Phan Thị Mẫu Một", "người dân")
    found = table(project_of(tmp_path, text), "ho-so-kiem-tra")
    assert "Người nộp hồ sơ" not in head(found)[0]
    assert head(found)[1][-1] == f"({len(head(found)[0])})"


def test_a_pending_file_says_so_and_one_without_a_day_has_a_gap(tmp_path):
    project = project_of(tmp_path, swapped((" due: 05/3/2026, returned: 05/3/2026,", " due: 05/3/2026,")))
    made = paper_of(project, "bc", "trinh-ky")
    gap = [item for item in made.missing if item.code == "paper-blank"]
    assert [item.arguments["field"] for item in gap] == ["checked_files.4.returned"]
    assert gap[0].severity is Severity.ERROR
    assert rows(table(project, "ho-so-kiem-tra"))[2][7] == "Chưa trả"


def test_the_result_stands_for_a_conclusion_that_is_not_typed(tmp_path):
    assert [row[-1] for row in rows(table(project_of(tmp_path), "ho-so-kiem-tra"))] == [
        "Đạt",
        "Quá hạn 02 ngày làm việc; không có văn bản xin lỗi",
        "Đang giải quyết, đã quá hạn",
        "Đạt",
    ]


def test_one_survey_ends_with_its_sum_as_last_row(tmp_path):
    text = "\n".join(line for line in TEXT.splitlines() if "hai-long-b" not in line)
    project = project_of(
        tmp_path, text.replace("hai-long-a, kind: survey, unit: a", "hai-long-a, kind: survey")
    )
    found = table(project, "khao-sat")
    assert head(found)[0] == ["TT", "Mức đánh giá", "Số lượt đánh giá", "Tỷ lệ (%)"]
    assert [plain(cell.runs) for cell in found.total[0]] == ["", "Tổng số", "100", "100,00"]


def test_stated_shares_of_a_survey_are_printed_as_stated(tmp_path):
    project = project_of(
        tmp_path, swapped(("khong-hai-long: 5}}", 'khong-hai-long: 5}, shares: {hai-long: "54,9%"}}'))
    )
    assert rows(table(project, "khao-sat"))[1][-1] == "54,90"


def test_a_level_without_a_name_is_a_gap_that_stops_the_signature(tmp_path):
    project = project_of(tmp_path, swapped((", level_names: {chua-ro: Không có ý kiến}", "")))
    (gap,) = [item for item in paper_of(project, "bc").missing if item.code == "paper-blank"]
    assert (gap.arguments["field"], gap.severity) == ("figures.7.levels.chua-ro", Severity.ERROR)


def test_a_survey_nobody_answered_has_no_shares(tmp_path):
    project = project_of(
        tmp_path, swapped(("{rat-hai-long: 40, hai-long: 55, khong-hai-long: 5}", "{hai-long: 0}"))
    )
    assert rows(table(project, "khao-sat"))[0][2:] == ["Hài lòng", "0", "-"]


def test_a_rate_of_nothing_is_not_applicable_and_unnamed_rates_are_not_listed(tmp_path):
    found = rows(table(project_of(tmp_path), "chi-tieu"))
    assert found[2][1:] == ["Thanh toán trực tuyến", "UBND xã Ví Dụ B", "0", "0", "N/A", "", ""]
    unnamed = project_of(tmp_path / "b", swapped(("name: Thanh toán trực tuyến, ", "")))
    assert len(rows(table(unnamed, "chi-tieu"))) == 2


def test_fields_are_added_over_units_and_keep_the_identities_of_the_form(tmp_path):
    found = rows(table(project_of(tmp_path), "linh-vuc"))
    assert [row[1] for row in found] == ["Hộ tịch", "Đất đai", "Tổng số"]
    numbers = [[int(cell.replace(".", "")) for cell in row[2:]] for row in found]
    for row in numbers:
        c = dict(enumerate(row, 3))
        assert c[3] == c[4] + c[5] + c[6] == c[7] + c[11]
        assert c[7] == c[8] + c[9] + c[10]
        assert c[11] == c[12] + c[13]
    assert numbers[2] == [first + second for first, second in zip(*numbers[:2], strict=True)]


def test_fields_known_of_one_unit_only_make_no_annex(tmp_path):
    text = TEXT[: TEXT.index("    by_field:")] + TEXT[TEXT.index("  - id: hs-b") :]
    document = paper_of(project_of(tmp_path, text), "bc", "du-thao").document
    assert "linh-vuc" not in [annex.id for annex in document.annexes]


def test_a_conclusion_has_the_new_annexes_only_when_it_names_them(tmp_path):
    text = swapped(("    annexes: [linh-vuc, kien-nghi, chi-tieu, khao-sat, ho-so-kiem-tra]\n", ""))
    document = paper_of(project_of(tmp_path, text), "tb", "du-thao").document
    assert not {annex.id for annex in document.annexes} & set(NEW)


ANNEXED = (
    "ket-luan-kiem-tra",
    "ket-luan-giam-sat",
    "bao-cao-giam-sat",
    "thong-bao-ket-luan",
    "bao-cao-ket-qua",
)


@pytest.mark.parametrize("kind", ANNEXED)
def test_every_kind_of_conclusion_and_report_can_have_each_annex_and_refers_to_it(kind, tmp_path):
    swaps = [("kind: thong-bao-ket-luan", f"kind: {kind}"), ("kien-nghi, chi-tieu", "chi-tieu")]
    if "giam-sat" in kind:
        swaps += [
            ("type: kiem-tra", "type: giam-sat"),
            ("team:\n", "team:\n  name: Đoàn giám sát\n"),
        ]
    if kind == "ket-luan-kiem-tra":
        swaps.append(("    year: 2026\n    month: 5\n    annexes", "    issuer: so-tu-phap-mau\n    annexes"))
    project = project_of(tmp_path, swapped(*swaps))
    agencies = project.catalogues / "agencies.yaml"
    added = "- id: so-tu-phap-mau\n    specialised_papers: ket-luan-kiem-tra"
    if "specialised_papers: ket-luan-kiem-tra" not in agencies.read_text("utf-8"):
        agencies.write_text(agencies.read_text("utf-8").replace("- id: so-tu-phap-mau", added), "utf-8")
    made = paper_of(project, "tb", "du-thao")
    assert [annex.id for annex in made.document.annexes] == [*NEW]
    assert "annex-not-mentioned" not in {item.code for item in made.missing}


def test_a_note_of_a_recommendation_has_a_last_column_of_its_own(tmp_path):
    found = table(project_of(tmp_path), "kien-nghi", "tb")
    assert (head(found)[0][-1], head(found)[1][-1], rows(found)[0][-1]) == ("Ghi chú", "(8)", "Làm trước")
    plainly = table(project_of(tmp_path / "b", swapped((", note: Làm trước", ""))), "kien-nghi", "tb")
    assert head(plainly)[0][-1] == "Căn cứ tại Thông báo"


# --- bad input ----------------------------------------------------------------------------------------

FILE = "  - {code: 000.00.99.H99-260305-0004, unit: b,"
DONE = "05/3/2026, result: dat}"
CODE = "000.00.99.H99-260305-0004"
LINE = TEXT[: TEXT.index(FILE)].count("\n") + 1
SHARES = "shares: {rat-hai-long: 40%, hai-long: 56%, khong-hai-long: 5%}}"
BAD = {
    "twice": ((FILE, FILE.replace("260305-0004", "260115-0001")), "file-twice"),
    "twice, spelt otherwise": ((FILE, FILE.replace(CODE, "000-00-99-h99-260115-0001")), "file-twice"),
    "of no unit": ((FILE, FILE.replace(" unit: b,", "")), "file-without-unit"),
    "of an unknown unit": ((FILE, FILE.replace("unit: b", "unit: bb")), "unit-unknown"),
    "of an unknown sample": ((FILE, f"{FILE} sample: mau-b,"), "file-sample-unknown"),
    "of a figure that is no sample": ((FILE, f"{FILE} sample: hs-b,"), "file-sample-unknown"),
    "no code": ((FILE, FILE.replace(CODE, "hồ sơ của bà Mẫu")), "file-code-not"),
    "a code without figures": ((FILE, FILE.replace(CODE, "ABCDE")), "file-code-not"),
    "without a code": ((FILE, "  - {unit: b,"), "field-missing"),
    "a result of no list": ((FILE, f"{FILE} private: sai,"), "flag-not"),
    "handed over before it came": (("returned: 05/3/2026", "returned: 04/3/2026"), "file-days-order"),
    "due before it came": (("due: 05/3/2026", "due: 04/3/2026"), "file-days-order"),
    "handed over and pending": ((FILE, f"{FILE} pending: có,"), "file-returned-and-pending"),
    "an impossible day": (("due: 05/3/2026", "due: 31/02/2026"), "date-impossible"),
    "a broken reference": ((DONE, '05/3/2026, conclusion: "[[hs-c.x]]"}'), "reference-unknown-figure"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_broken_row_is_told_with_its_line(case, tmp_path):
    swap, code = BAD[case]
    with pytest.raises(Refused) as refused:
        load(project_of(tmp_path, swapped(swap)), "mau.yaml")
    assert [(item.code, item.place.line) for item in refused.value.diagnostics] == [(code, LINE)]


@pytest.mark.parametrize(
    ("swap", "code", "what"),
    [
        (("checked: 4, failed: 2", "checked: 2"), "file-sample-more", "checked"),
        (("checked: 4, failed: 2", "checked: 4, failed: 1"), "file-sample-more", "failed"),
        (("checked: 4, failed: 2", "checked: 3, passed: 0"), "file-sample-more", "passed"),
    ],
)
def test_a_list_longer_than_its_sample_is_told(swap, code, what, tmp_path):
    with pytest.raises(Refused) as refused:
        load(project_of(tmp_path, swapped(swap)), "mau.yaml")
    (found,) = refused.value.diagnostics
    assert (found.code, found.arguments["what"]) == (code, what)


@pytest.mark.parametrize(
    ("swap", "code"),
    [
        (("field: Đất đai", "field: hộ tịch"), "figure-field-twice"),
        (("level_names: {chua-ro", "level_names: {khac"), "figure-level-unknown"),
        (("rat-hai-long: 1.020", "rat-hai-long: 1.02"), "number-not"),
        (("levels: {rat-hai-long: 40", "levels: {total: 40"), "part-named-total"),
        (("khong-hai-long: 5}}", "khong-hai-long: 5}, shares: {kem: 5%}}"), "share-of-nothing"),
    ],
)
def test_a_broken_figure_is_told_with_a_line(swap, code, tmp_path):
    with pytest.raises(Refused) as refused:
        load(project_of(tmp_path, swapped(swap)), "mau.yaml")
    (found,) = refused.value.diagnostics
    assert found.code == code
    assert found.place.line > 0


@pytest.mark.parametrize(
    ("swap", "rule", "field"),
    [
        (("khong-hai-long: 5}}", "khong-hai-long: 5}, total: 101}"), "A1", "hai-long-a"),
        (
            ("khong-hai-long: 5}}", f"khong-hai-long: 5}}, {SHARES}"),
            "A6",
            "hai-long-a",
        ),
        (("khong-hai-long: 5}}", "khong-hai-long: 5}, shares: {hai-long: 65%}}"), "A4", "hai-long-a"),
        (("early: 30, on_time: 15,", "early: 29, on_time: 15,"), "A1", "by_field"),
    ],
)  # fmt: skip
def test_figures_that_do_not_add_up_are_told_where_they_stand(swap, rule, field, tmp_path):
    text = swapped(swap)
    found = [item for item in check_all(project_of(tmp_path, text)).all_diagnostics() if item.code == rule]
    assert found
    line = text.splitlines()[found[0].place.line - 1]
    assert field in line or "field: Hộ tịch" in line


@pytest.mark.parametrize(
    ("annex", "emptied"),
    [
        ("ho-so-kiem-tra", TEXT[TEXT.index("checked_files:") : TEXT.index("findings:")]),
        ("khao-sat", "".join(line for line in TEXT.splitlines(keepends=True) if "kind: survey" in line)),
    ],
)
def test_an_annex_asked_for_without_anything_to_list_is_told(annex, emptied, tmp_path):
    text = TEXT
    for line in emptied.splitlines(keepends=True):
        text = text.replace(line, "", 1)
    with pytest.raises(Refused) as refused:
        paper_of(project_of(tmp_path, text), "tb")
    (found,) = refused.value.diagnostics
    assert found.code == "annex-without-rows"
    assert annex in text.splitlines()[found.place.line - 1]


def test_an_office_can_lay_its_own_table_over_the_shared_one(tmp_path):
    project = project_of(tmp_path)
    (project.templates / "_phan").mkdir(parents=True)
    shipped = Path(__file__).parents[1] / "templates" / "_phan" / "bang.yaml"
    (project.templates / "_phan" / "bang.yaml").write_text(
        shipped.read_text("utf-8").replace("khong-hai-long: Không hài lòng", "khong-hai-long: Chưa hài lòng"),
        "utf-8",
    )
    assert rows(table(project, "khao-sat"))[2][2] == "Chưa hài lòng"
