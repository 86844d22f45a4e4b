"""Figures come from spreadsheets: whole, named by their cell, and never from what cannot be trusted."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile

import pytest
import yaml
from openpyxl import Workbook

from generator.catalogues.files import load_catalogues
from generator.diagnostics import Refused, Severity
from generator.load import load_inspection
from generator.provenance import used_data
from tests.inspections import SMALL, new_project

FILE = "inspections/nho.yaml"
HEAD = [
    [
        "TT",
        "Đơn vị",
        "Tiếp nhận",
        None,
        None,
        None,
        "Đã giải quyết",
        None,
        None,
        None,
        "Đang giải quyết",
        None,
        None,
    ],
    [
        *(None, None, "Tổng số", "Trực tuyến", "Trực tiếp, bưu chính công ích", "Từ kỳ trước chuyển sang"),
        *("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"),
    ],
]
MERGES = ("A1:A2", "B1:B2", "C1:F1", "G1:J1", "K1:M1")
MARKS = [f"({n})" for n in range(1, 14)]
ROW_A = [1, "Xã A", None, 3812, 446, 37, None, 2976, 1247, 12, None, 58, 2]
ROW_B = [2, "Xã B", 3624, "2.654", 918, 52, 3537, 1893, 1603, 41, 87, 79, 8]


def book(*rows, title="Biểu", merges=MERGES, change=None) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows or [*HEAD, MARKS, ROW_A, ROW_B]:
        sheet.append(row)
    for area in merges:
        sheet.merge_cells(area)
    if change:
        change(workbook, sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def loaded(folder, figures: str, **files: bytes):
    text = SMALL.replace("findings:", f"figures:\n{figures}findings:")
    project = new_project(folder, nho=text)
    for name, data in files.items():
        (folder / "inspections" / name.replace("__", ".")).write_bytes(data)
    return load_inspection(folder / FILE, project, load_catalogues(project))


def tthc(asked: str, more: str = "") -> str:
    return f"  - {{id: h, kind: tthc, unit: a, from: {{file: so.xlsx, {asked}}}{more}}}\n"


def told(folder, figures: str, **files: bytes):
    with pytest.raises(Refused) as refused:
        loaded(folder, figures, **files)
    return refused.value.diagnostics


def test_the_table_of_the_decree_is_read_row_by_row(tmp_path):
    inspection = loaded(tmp_path, tthc('range: "A1:M5", row: Xã B'), so__xlsx=book()).inspection
    figure = inspection.figures[0]
    assert (figure.received.total, figure.received.online, figure.settled.early) == (3624, 2654, 1893)
    assert (figure.pending.in_time, figure.pending.overdue) == (79, 8)


def test_what_is_empty_stays_unknown_and_a_whole_sheet_is_a_range(tmp_path):
    figure = loaded(tmp_path, tthc("row: xã a"), so__xlsx=book()).inspection.figures[0]
    assert figure.received.total is None
    assert figure.received.carried_over == 37


def test_headings_do_without_column_numbers_and_field_names_do_too(tmp_path):
    figure = loaded(tmp_path, tthc("sheet: Biểu"), so__xlsx=book(*HEAD, ROW_A)).inspection.figures[0]
    assert figure.settled.overdue == 12
    names = book(["received.online", "settled.overdue"], [7, 1], merges=())
    figure = loaded(tmp_path / "b", tthc("sheet: Biểu"), so__xlsx=names).inspection.figures[0]
    assert (figure.received.online, figure.settled.overdue) == (7, 1)


@pytest.mark.parametrize("mark", [";", ","])
def test_csv_files_are_read_with_both_marks(tmp_path, mark):
    rows = ("Mã|Số lượt|Tỷ lệ", 'hai-long|1.297|"97,23%"', "khong|37|", "Tổng|1.334|")
    text = "\n".join(rows).replace("|", mark)
    figures = "  - {id: s, kind: survey, from: {file: s.csv}}\n"
    figure = loaded(tmp_path, figures, s__csv=b"\xef\xbb\xbf" + text.encode()).inspection.figures[0]
    assert (figure.levels, figure.total) == ({"hai-long": 1297, "khong": 37}, 1334)
    assert str(figure.shares["hai-long"]) == "97.23"


def test_rates_are_read_as_they_are_shown(tmp_path):
    def shown(_, sheet):
        sheet["C2"].number_format = "0.00%"

    rows = (["Tử số", "Mẫu số", "Chỉ tiêu"], [3998, 4258, 0.905])
    figures = "  - {id: i, kind: indicator, from: {file: so.xlsx}}\n"
    figure = loaded(tmp_path, figures, so__xlsx=book(*rows, merges=(), change=shown)).inspection.figures[0]
    assert str(figure.target) == "90.5"


def test_a_number_typed_beside_must_say_the_same(tmp_path):
    figure = loaded(tmp_path, tthc("row: Xã B", ", settled: {early: 1.893}"), so__xlsx=book())
    assert figure.inspection.figures[0].settled.early == 1893
    (found,) = told(tmp_path / "b", tthc("row: Xã B", ", settled: {early: 1.894}"), so__xlsx=book())
    assert found.code == "sheet-typed-differs"
    assert found.arguments["cell"] == "Biểu!H5"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("#REF!", "sheet-cell-error"),
        ("=1+1", "sheet-cell-not-computed"),
        ("=[1]Nguon!A1", "sheet-cell-elsewhere"),
        (True, "sheet-cell-not-number"),
        (12.5, "number-not"),
        (50.419, "number-not"),
        ("mười", "number-not"),
        (-3, "number-not"),
        ("5\u200b0", "character-unprintable"),
    ],
)
def test_what_is_no_number_is_told_with_its_cell(tmp_path, value, code):
    def change(_, sheet):
        sheet["H5"] = value

    (found,) = told(tmp_path, tthc("row: Xã B"), so__xlsx=book(change=change))
    assert found.code == code
    assert found.place.file == FILE
    assert found.place.line > 0
    assert found.place.cell == "inspections/so.xlsx Biểu!H5"
    assert str(found.place).endswith("(inspections/so.xlsx Biểu!H5)")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("sheet: Khác", "sheet-missing"),
        ("range: A1-M5", "sheet-range-not"),
        ('range: "X90:Z99"', "sheet-range-not"),
        ('range: "A1:M5"', "sheet-rows-several"),
        ("row: Xã C", "sheet-row-missing"),
        ('range: "A4:B5"', "sheet-no-headings"),
    ],
)
def test_what_is_asked_for_and_not_there_is_told(tmp_path, asked, code):
    assert code in {item.code for item in told(tmp_path, tthc(asked), so__xlsx=book())}


def test_merged_data_columns_twice_and_wrong_numbers_are_told(tmp_path):
    merged = book(merges=(*MERGES, "D4:E4"))
    assert {item.code for item in told(tmp_path, tthc("row: Xã A"), so__xlsx=merged)} == {"sheet-cell-merged"}
    twice = book(["received.online", "received.online"], [1, 2], merges=())
    assert told(tmp_path / "b", tthc("sheet: Biểu"), so__xlsx=twice)[0].code == "sheet-heading-twice"
    wrong = [*MARKS]
    wrong[3], wrong[4] = "(5)", "(4)"
    found = told(tmp_path / "c", tthc("row: Xã A"), so__xlsx=book(*HEAD, wrong, ROW_A))
    assert {item.code for item in found} == {"sheet-heading-number"}


def test_a_hidden_sheet_is_read_and_told(tmp_path):
    def hide(workbook, sheet):
        workbook.create_sheet("Bìa")
        sheet.sheet_state = "hidden"

    read = loaded(tmp_path, tthc("sheet: Biểu, row: Xã A"), so__xlsx=book(change=hide))
    assert [(item.code, item.severity) for item in read.notes] == [("sheet-hidden", Severity.WARNING)]


@pytest.mark.parametrize(
    "file", ["../../ngoai.xlsx", "/etc/passwd", "khong-co.xlsx", "so.xlsm", "C:/so.xlsx"]
)
def test_only_workbooks_inside_the_project_are_opened(tmp_path, file):
    (tmp_path / "ngoai.xlsx").write_bytes(book())
    figures = f'  - {{id: h, kind: tthc, unit: a, from: {{file: "{file}"}}}}\n'
    (found,) = told(tmp_path / "d", figures)
    assert found.code in {"file-outside", "file-missing", "sheet-other-kind"}
    assert found.place.file == FILE


# --- hostile workbooks -------------------------------------------------------------------------------


def repacked(change) -> bytes:
    """Return the workbook with its parts changed: name → bytes."""
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def with_entity(parts):
    parts[SHEET] = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + parts[SHEET]
    )


def with_macro(parts):
    parts["xl/vbaProject.bin"] = b"x"


def with_huge_merge(parts):
    parts[SHEET] = parts[SHEET].replace(b'ref="C1:F1"', b'ref="A1:XFD1048576"')


def with_bomb(parts):
    parts["xl/worksheets/sheet9.xml"] = b"<a>" + b" " * 50_000_000 + b"</a>"


def without_sheet(parts):
    del parts[SHEET]


def with_nonsense(parts):
    parts[SHEET] = parts[SHEET].replace(b'r="A1"', b'r="1A"')


def with_many_parts(parts):
    parts.update({f"x/{n}.bin": b"" for n in range(1_100)})


HOSTILE = {
    with_entity: "sheet-part-broken",
    with_macro: "sheet-macros",
    with_huge_merge: "sheet-too-many-cells",
    with_bomb: "sheet-unpacks-too-large",
    without_sheet: "sheet-missing",
    with_nonsense: "sheet-damaged",
    with_many_parts: "sheet-too-many-parts",
}


@pytest.mark.parametrize("change", HOSTILE)
def test_hostile_workbooks_are_refused_with_the_place_that_asks_for_them(tmp_path, change):
    (found,) = told(tmp_path, tthc("row: Xã A"), so__xlsx=repacked(change))
    assert (found.code, found.place.file) == (HOSTILE[change], FILE)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9])
def test_files_that_are_no_workbooks_are_refused(tmp_path, data):
    (found,) = told(tmp_path, tthc("row: Xã A"), so__xlsx=data)
    assert found.code in {"sheet-not-workbook", "sheet-old-or-encrypted"}


@pytest.mark.parametrize("data", ['a;b\n"c'.encode("utf-16"), b"M\xe3;S\xf4\n", b'"a;b\n', b""])
def test_broken_csv_files_are_refused(tmp_path, data):
    found = told(tmp_path, "  - {id: s, kind: survey, from: {file: s.csv}}\n", s__csv=data)
    assert {item.place.file for item in found} == {FILE}


# --- what is left of it ------------------------------------------------------------------------------


def test_the_archived_data_tells_the_digest_and_the_values(tmp_path):
    data = book()
    read = loaded(tmp_path, tthc("row: Xã A"), so__xlsx=data)
    _, entries = yaml.safe_load_all(used_data(read, load_catalogues(new_project(tmp_path / "c"))))
    (entry,) = entries["spreadsheets"]
    assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    assert (entry["file"], entry["sheet"], entry["figure"]) == ("inspections/so.xlsx", "Biểu", "h")
    assert entry["values"]["received.online"] == "3812"


def test_an_inspection_without_spreadsheets_imports_no_openpyxl():
    code = (
        "import sys; from tests.inspections import *; from pathlib import Path; import tempfile;"
        "p = new_project(Path(tempfile.mkdtemp()), nho=SMALL);"
        "load_inspection(p.root / 'inspections/nho.yaml', p, load_catalogues(p));"
        "sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_formula_is_read_as_the_value_saved_with_it(tmp_path):
    def change(parts):
        parts[SHEET] = parts[SHEET].replace(
            b'<c r="H5" t="n"><v>1893</v></c>', b'<c r="H5"><f>1800+93</f><v>1893</v></c>'
        )

    data = repacked(change)
    assert data != repacked(lambda _: None)
    figure = loaded(tmp_path, tthc("row: Xã B"), so__xlsx=data).inspection.figures[0]
    assert figure.settled.early == 1893
