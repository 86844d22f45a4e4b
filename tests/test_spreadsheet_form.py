"""A form filled in Excel says what the equal YAML says; what is wrong in it is told with sheet and cell."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date

import pytest
from openpyxl import load_workbook

from generator.catalogues.files import load_catalogues
from generator.cli import main
from generator.diagnostics import Refused
from generator.inspection_form import import_form, write_form
from generator.load import load_inspection
from generator.model.inspection import Inspection
from generator.model.meanings import meaning
from generator.new_inspection import NotWritten
from generator.session import ExitCode
from generator.spreadsheet.form import FIRST_ROW, PATH_ROW, SHEETS, Holds
from generator.spreadsheet.form_writing import _meaning, form_bytes
from tests.inspections import new_project

EQUAL = """\
schema: 1
id: phieu
type: kiem-tra
issuer: ubnd-tinh-mau
subject: {full: việc thực hiện công tác kiểm soát thủ tục hành chính, short: việc kiểm soát TTHC}
abbreviations: {TTHC: thủ tục hành chính, UBND: Ủy ban nhân dân}
plan: {kind: ke-hoach, number: 12/KH-UBND, date: 15/01/2026, issuer: ubnd-tinh-mau, subject: kiểm tra}
decision:
  {kind: quyet-dinh, number: 312/QĐ-UBND, date: 16/3/2026, subject: thành lập Đoàn,
   legal_bases: [nd-118-2025]}
team: {members: [{role: truong-doan, person: nguyen-van-a}, {role: thanh-vien, post: Chuyên viên}]}
period: {from: 01/7/2025, to: 31/3/2026}
inspected_units:
  - {id: a, agency: ubnd-xa-vi-du-a, sessions: [{date: 14/4/2026}, {date: 15/4/2026}],
     report: {number: 5/2026, date: 03/4/2026}, minutes: {date: 14/4/2026}}
  - {id: b, agency: ubnd-xa-vi-du-b, no_report: có}
scope: [{id: tn, text: "Tiếp nhận, giải quyết hồ sơ"}]
papers: [{id: kh-05, kind: ke-hoach, number: 05/KH-UBND, date: 08/01/2026, issuer: ubnd-tinh-mau}]
figures:
  - {id: h, kind: tthc, unit: a, as_of: 31/3/2026, received: {online: 50.419, in_person_post: 446},
     settled: {early: 12, on_time: 3}, source: kh-05}
  - {id: s, kind: survey, levels: {hai-long: 1.297, khong: 37}}
  - {id: i, kind: indicator, name: Số hóa, numerator: 3998, denominator: "[[h.received.new]]",
     target: "90,5%"}
checked_files:
  - {code: H99-260115-0001, unit: a, procedure: Đăng ký khai sinh, applicant: Bà Mẫu, received: 15/01/2026,
     due: 16/01/2026, pending: có, result: khong-dat, conclusion: Quá hạn, private: có}
findings:
  strengths: [{scope: tn, text: "Đã tiếp nhận [[h.received.online]] hồ sơ; **tốt**."}]
  limitations:
    - {id: qua-han, units: [a, b], scope: tn, text: "Còn hồ sơ quá hạn.", evidence: [{paper: minutes-a}],
       basis: [{act: nd-118-2025}]}
  causes: [{id: nn, kind: chu-quan, addresses: [qua-han], text: "Chưa đôn đốc."}]
recommendations:
  - {id: kn, owners: [a, b], cooperating: [so-noi-vu-mau], verb: yeu-cau, addresses: [qua-han],
     text: "Giải quyết dứt điểm.", product: Báo cáo, deadline: {before: 29/5/2026},
     note: Làm trước}
  - {id: kn-2, owners: a, addresses: all, text: "Rút kinh nghiệm.",
     deadline: {within: 15, unit: ngay-lam-viec}}
organisation: [{owners: van-phong-ubnd-tinh-mau, text: "Theo dõi.", deadline: {ongoing: có}}]
documents:
  - {id: tb, kind: thong-bao-ket-luan, year: 2026, month: 5, publish: có, signer: {person: nguyen-van-a},
     recipients: [Như trên, {group: "Sở A; Sở B", purpose: để t/h}], drafting_unit: {symbol: VP, mark: KSTT}}
"""

FILLED = {
    "Chung": {
        "type": "kiểm tra",
        "issuer": "ubnd-tinh-mau – Ủy ban nhân dân tỉnh Mẫu",
        "subject.full": "việc thực hiện công tác kiểm soát thủ tục hành chính",
        "subject.short": "việc kiểm soát TTHC",
        "abbreviations": "TTHC: thủ tục hành chính; UBND: Ủy ban nhân dân",
        "plan.number": "12/KH-UBND",
        "plan.date": date(2026, 1, 15),
        "plan.issuer": "ubnd-tinh-mau",
        "plan.subject": "kiểm tra",
        "decision.number": "312/QĐ-UBND",
        "decision.date": "16/3/2026",
        "decision.subject": "thành lập Đoàn",
        "decision.legal_bases[]": "nd-118-2025 – 118/2025/NĐ-CP",
        "period.from": date(2025, 7, 1),
        "period.to": date(2026, 3, 31),
    },
    "Đoàn kiểm tra": [
        {"role": "Trưởng đoàn", "person": "nguyen-van-a"},
        {"role": "thành viên", "post": "Chuyên viên"},
    ],
    "Đơn vị": [
        {
            "id": "a",
            "agency": "ubnd-xa-vi-du-a",
            "sessions[].date": "14/4/2026; 15/4/2026",
            "report.number": "5/2026",
            "report.date": date(2026, 4, 3),
            "minutes.date": date(2026, 4, 14),
        },
        {"id": "b", "agency": "ubnd-xa-vi-du-b", "no_report": "có"},
    ],
    "Nội dung": [{"id": "tn", "text": "Tiếp nhận, giải quyết hồ sơ"}],
    "Văn bản": [
        {
            "id": "kh-05",
            "kind": "ke-hoach",
            "number": "05/KH-UBND",
            "date": "08/01/2026",
            "issuer": "ubnd-tinh-mau",
        }
    ],
    "Hồ sơ TTHC": [
        {
            "id": "h",
            "unit": "a",
            "as_of": date(2026, 3, 31),
            "received.online": "50.419",
            "received.in_person_post": 446,
            "settled.early": 12,
            "settled.on_time": 3,
            "source": "kh-05",
        }
    ],
    "Số liệu khác": [
        {"id": "s", "kind": "mức độ hài lòng", "levels": "hai-long: 1.297; khong: 37"},
        {
            "id": "i",
            "kind": "tỷ lệ và chỉ tiêu",
            "name": "Số hóa",
            "numerator": 3998,
            "denominator": "[[h.received.new]]",
            "target": 90.5,
        },
    ],
    "Hồ sơ kiểm tra": [
        {
            "code": "H99-260115-0001",
            "unit": "a",
            "procedure": "Đăng ký khai sinh",
            "applicant": "Bà Mẫu",
            "received": date(2026, 1, 15),
            "due": "16/01/2026",
            "pending": "có",
            "result": "không đạt",
            "conclusion": "Quá hạn",
            "private": "có",
        }
    ],
    "Kết quả": [{"scope": "tn", "text": "Đã tiếp nhận [[h.received.online]] hồ sơ; **tốt**."}],
    "Hạn chế": [
        {
            "id": "qua-han",
            "units[]": "a; b",
            "scope": "tn",
            "text": "Còn hồ sơ quá hạn.",
            "evidence[].paper": "minutes-a",
            "basis[].act": "nd-118-2025",
        }
    ],
    "Nguyên nhân": [{"id": "nn", "kind": "chủ quan", "addresses[]": "qua-han", "text": "Chưa đôn đốc."}],
    "Kiến nghị": [
        {
            "id": "kn",
            "owners[]": "a;b",
            "cooperating[]": "so-noi-vu-mau",
            "verb": "yêu cầu",
            "addresses[]": "qua-han",
            "text": "Giải quyết dứt điểm.",
            "product": "Báo cáo",
            "deadline.before": date(2026, 5, 29),
            "note": "Làm trước",
        },
        {
            "id": "kn-2",
            "owners[]": "a",
            "addresses[]": "all",
            "text": "Rút kinh nghiệm.",
            "deadline.within": 15,
            "deadline.unit": "ngày làm việc",
        },
    ],
    "Tổ chức thực hiện": [
        {"owners[]": "van-phong-ubnd-tinh-mau", "text": "Theo dõi.", "deadline.ongoing": "có"}
    ],
    "Văn bản cần tạo": [
        {
            "id": "tb",
            "kind": "thong-bao-ket-luan",
            "year": 2026,
            "month": 5,
            "signer.person": "nguyen-van-a",
            "publish": "có",
            "recipients[].group": "Như trên\nSở A; Sở B | để t/h",
            "drafting_unit.symbol": "VP",
            "drafting_unit.mark": "KSTT",
        }
    ],
}


def fill(path, filled=FILLED, change=None) -> None:
    workbook = load_workbook(path)
    for title, rows in filled.items():
        sheet = workbook[title]
        if isinstance(rows, dict):
            lines = {sheet.cell(row, 3).value: row for row in range(FIRST_ROW, sheet.max_row + 1)}
            for name, value in rows.items():
                sheet.cell(lines[name], 2).value = value
            continue
        columns = {sheet.cell(PATH_ROW, column).value: column for column in range(1, sheet.max_column + 1)}
        for row, values in enumerate(rows, FIRST_ROW):
            for name, value in values.items():
                sheet.cell(row, columns[name]).value = value
    if change:
        change(workbook)
    workbook.save(path)


@pytest.fixture
def project(tmp_path):
    return new_project(tmp_path, khac="# trống\n")


def resaved(path, folder):
    """Save the workbook again the way an office program does."""
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    made = folder / "resaved"
    subprocess.run(
        [*office, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", made, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    if not made.exists():
        pytest.skip("the office program here has no Calc")
    shutil.copy(made / path.name, path)


def equal(project):
    path = project.inspections / "bang.yml"
    path.write_text(EQUAL, encoding="utf-8")
    inspection = load_inspection(path, project, load_catalogues(project)).inspection
    path.unlink()
    return inspection


@pytest.mark.parametrize("office", [False, True])
def test_a_filled_form_is_the_inspection_that_the_equal_yaml_is(project, tmp_path, office):
    form = write_form(project, "phieu", "2026")
    fill(form)
    if office:
        resaved(form, tmp_path)
    path = import_form(project, form)
    assert path == project.inspections / "2026" / "phieu.yaml"
    assert load_inspection(path, project, load_catalogues(project)).inspection == equal(project)
    with pytest.raises(NotWritten):
        import_form(project, form)


def test_the_same_form_has_the_same_bytes_and_nothing_of_clock_or_library(project):
    catalogues = load_catalogues(project)
    first = form_bytes("phieu", "2026", catalogues)
    assert first == form_bytes("phieu", "2026", catalogues)
    assert b"openpyxl" not in first
    properties = load_workbook(io.BytesIO(first)).properties
    assert properties.creator == "ketluan"


def test_every_column_means_a_field_and_says_what_it_means():
    silent = {
        (form.title, column.path)
        for form in SHEETS
        for column in form.columns
        if not _meaning(form, column) and column.path != "year"
    }
    assert silent == set()
    assert meaning(Inspection, ("inspected_units", 0, "agency"))


def test_drop_downs_offer_the_catalogues_and_bind_only_closed_lists(project):
    workbook = load_workbook(write_form(project, "phieu"))
    found = {
        validation.formula1: validation.showErrorMessage
        for validation in workbook["Đoàn kiểm tra"].data_validations.dataValidation
    }
    assert found['"Trưởng đoàn,Phó Trưởng đoàn,thành viên,thư ký,thành viên kiêm thư ký"']
    listed = next(formula for formula in found if "Danh mục" in formula and "$B" in formula)
    assert not found[listed]
    assert "nguyen-van-a – Nguyễn Văn A" in [cell.value for cell in workbook["Danh mục"]["B"]]
    assert all(len(formula) <= 255 for formula in found)


def refused(project, filled=FILLED, change=None):
    form = write_form(project, "phieu", "2026")
    fill(form, filled, change)
    before = sorted(project.root.rglob("*"))
    with pytest.raises(Refused) as error:
        import_form(project, form)
    assert sorted(project.root.rglob("*")) == before
    return {(item.code, item.place.cell) for item in error.value.diagnostics}


def test_all_errors_come_at_once_with_sheet_and_cell_and_nothing_is_written(project):
    def change(workbook):
        workbook["Đơn vị"]["B4"] = "ubnd-xa-khong-co"
        workbook["Đơn vị"]["E4"] = "31/02/2026"
        workbook["Hồ sơ TTHC"]["E4"] = 12.5
        workbook["Kiến nghị"]["G4"] = "khong-co"
        workbook["Kiến nghị"]["H5"] = None
        workbook["Đoàn kiểm tra"]["A4"] = "trưởng phòng"

    assert refused(project, change=change) == {
        ("agency-unknown", "Đơn vị!B4"),
        ("date-impossible", "Đơn vị!E4"),
        ("number-not", "Hồ sơ TTHC!E4"),
        ("addressed-unknown", "Kiến nghị!G4"),
        ("field-missing", "Kiến nghị!A5"),
        ("value-not-in-list", "Đoàn kiểm tra!A4"),
    }


def test_a_form_that_was_taken_apart_is_told(project):
    def change(workbook):
        del workbook["Nội dung"]
        workbook.create_sheet("Nháp")["A1"] = "x"
        workbook["Văn bản"]["C3"] = "so"
        workbook["Hạn chế"]["Z9"] = "lạc"
        workbook["Đơn vị"]["D4"] = date(2026, 5, 1)
        workbook["Kiến nghị"]["H4"] = "=1+1"
        workbook["Số liệu khác"]["H4"] = "hài lòng 5"

    found = refused(project, change=change)
    assert found >= {
        ("sheet-form-missing", ""),
        ("sheet-form-extra", "Nháp!A1"),
        ("sheet-form-path", "Văn bản!C3"),
        ("sheet-form-column", "Văn bản!A3"),
        ("sheet-form-stray", "Hạn chế!Z9"),
        ("sheet-form-date", "Đơn vị!D4"),
        ("sheet-cell-not-computed", "Kiến nghị!H4"),
        ("sheet-form-pairs", "Số liệu khác!H4"),
    }


def test_an_id_twice_is_told_with_both_rows(project):
    def change(workbook):
        workbook["Kiến nghị"]["A5"] = "kn"

    form = write_form(project, "phieu")
    fill(form, change=change)
    with pytest.raises(Refused) as error:
        import_form(project, form)
    twice = next(item for item in error.value.diagnostics if item.code == "id-twice")
    assert (twice.place.cell, twice.arguments["line"]) == ("Kiến nghị!A5", 4)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"khong phai"])
def test_what_is_no_form_is_refused(project, data):
    form = project.root / "x.xlsx"
    form.write_bytes(data)
    with pytest.raises(Refused):
        import_form(project, form)


def test_nothing_is_overwritten_and_ids_must_fit(project):
    write_form(project, "phieu", "2026")
    with pytest.raises(Refused):
        write_form(project, "phieu", "2026")
    with pytest.raises(NotWritten):
        write_form(project, "Phiếu 1")
    with pytest.raises(NotWritten):
        write_form(project, "khac")


def test_only_key_columns_take_what_stands_before_a_dash():
    keys = {Holds.AGENCY, Holds.PERSON, Holds.ACT, Holds.UNIT}
    assert {column.holds for form in SHEETS for column in form.columns} > keys


def test_the_two_commands_say_what_they_did_and_what_comes_next(project, capsys):
    begin = ["--project", str(project.root), "--lang", "vi"]
    assert main([*begin, "new", "phieu", "--year", "2026", "--form"]) == ExitCode.WELL
    form = project.inspections / "2026" / "phieu.xlsx"
    assert "ketluan import inspections/2026/phieu.xlsx" in capsys.readouterr().out
    assert main([*begin, "import", str(form)]) == ExitCode.FAILED
    assert "inspections/2026/phieu.xlsx" in capsys.readouterr().out
    fill(form)
    assert main([*begin, "import", str(form)]) == ExitCode.WELL
    assert "ketluan check phieu" in capsys.readouterr().out
    assert main([*begin, "import", str(form)]) == ExitCode.USAGE
    assert main([*begin, "import", "khong-co.xlsx"]) == ExitCode.FAILED
