"""The tables of annexes come out as a workbook that says what the paper says, with numbers as numbers."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.build import Options, build_all
from generator.document import Align, Annex, Cell, Run, Table, plain
from generator.results import Outcome
from generator.spreadsheet.annex import annex_workbook, number_of
from generator.wording import count, decimal_text
from tests.documents import notice
from tests.inspections import ROOT, SAMPLE, SMALL, new_project


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    text = (ROOT / "inspections" / SAMPLE).read_text("utf-8")
    project = new_project(tmp_path_factory.mktemp("x"), mau=text)
    options = Options(only=frozenset({"docx", "xlsx"}))
    first = build_all(project, (), options)
    return project, first, build_all(project, (), options)


def test_the_workbook_stands_beside_the_paper_and_stays_the_same(built):
    _, first, second = built
    paper = next(one for one in first.papers if one.paper == "tb-kl")
    assert sorted(name.rpartition(".")[2] for name in paper.files) == ["docx", "xlsx"]
    assert {one.outcome for one in second.papers} == {Outcome.UNCHANGED}


def sheets(project):
    (path,) = project.output.rglob("*_tb-kl.xlsx")
    return load_workbook(path)


def test_the_head_is_merged_and_has_the_row_of_column_numbers(built):
    sheet = next(
        s for s in sheets(built[0]).worksheets if any(c.value == "(3)=(4)+(5)+(6)" for r in s for c in r)
    )
    marks = next(row for row in sheet.iter_rows() if row[2].value == "(3)=(4)+(5)+(6)")
    assert [re.match(r"\(\d+\)", cell.value)[0] for cell in marks] == [f"({n})" for n in range(1, 14)]
    group = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Tiếp nhận")
    area = next(area for area in sheet.merged_cells.ranges if group.coordinate in area)
    assert (area.max_col - area.min_col, area.max_row - area.min_row) == (3, 0)
    assert sheet.freeze_panes == f"A{marks[0].row + 1}"


def test_numbers_are_numbers_and_add_up(built):
    sheet = next(
        s for s in sheets(built[0]).worksheets if any(c.value == "(3)=(4)+(5)+(6)" for r in s for c in r)
    )
    first = next(row[0].row for row in sheet.iter_rows() if row[2].value == "(3)=(4)+(5)+(6)") + 1
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first, max_row=first + 3)]
    assert rows[0][3:6] == [3812, 446, 37]
    for column in range(2, 13):
        assert rows[3][column] == sum(row[column] for row in rows[:3])
    assert sheet.cell(first, 4).number_format == "#,##0"
    assert sheet.cell(first, 2).data_type == "s"


def test_rates_keep_their_two_decimals(built):
    cells = [cell for s in sheets(built[0]).worksheets for row in s for cell in row]
    assert {cell.number_format for cell in cells if isinstance(cell.value, float)} == {"#,##0.00"}


def test_a_paper_without_tables_says_that_there_is_no_workbook(tmp_path):
    project = new_project(tmp_path, nho=SMALL)
    report = build_all(project, (), Options(only=frozenset({"docx", "xlsx"})))
    (paper,) = report.papers
    assert "sheet-no-tables" in {item.code for item in paper.diagnostics}
    assert [name.rpartition(".")[2] for name in paper.files] == ["docx"]


def test_text_that_begins_like_a_formula_stays_text():
    row = (Cell((Run('=HYPERLINK("x")', source="a.b"),)), Cell((Run("12", source="a.c"),)))
    table = Table("Bảng", (1.0, 1.0), ((Cell((Run("A"),)), Cell((Run("B"),))),), (row,))
    annex = Annex("a", "Phụ lục [1]/2", "TÊN", (), (table,))
    data = annex_workbook(replace(notice(), annexes=(annex,)))
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    last = list(sheet.iter_rows())[-1]
    assert [(cell.value, cell.data_type) for cell in last] == [('=HYPERLINK("x")', "s"), ("12", "s")]
    assert data == annex_workbook(replace(notice(), annexes=(annex,)))


@given(st.integers(0, 10**12))
def test_a_count_is_read_back_as_it_was_printed(number):
    assert number_of(count(number)) == (number, "#,##0")


@given(st.decimals(0, 10**6, places=2))
def test_a_rate_is_read_back_as_it_was_printed(number):
    assert number_of(decimal_text(number)) == (number, "#,##0.00")


@pytest.mark.parametrize("text", ["", "-", "05", "1.23", "29/5/2026", "12%", "1,", "(1)", "1.234.56"])
def test_what_prints_no_number_is_none(text):
    assert number_of(text) == (None, "")


def test_alignments_are_words_of_excel_too():
    assert {align.value for align in Align} == {"left", "center", "right"}
    assert plain((Run("a"), Run("b"))) == "ab"
