"""After the conclusion: what is late by unit on a day, told everywhere alike, and the letter that reminds."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.diagnostics import Refused
from generator.follow_up.due import due
from generator.follow_up.duties import SOON, AsOf, Standing, duties_of
from generator.follow_up.issue_day import IssueDays
from generator.follow_up.reminding import AskedReminder, remind
from generator.inspection_index import UnknownTarget
from generator.load import load_catalogues
from generator.messages import Messages
from generator.model.calendar import Calendar, CalendarSpan
from generator.project import find_project
from generator.provenance import used_data
from generator.reporters.due_calendar import _escaped, _folded, due_calendar
from generator.reporters.due_sheet import due_sheet
from generator.spreadsheet.annex import annex_workbook
from tests.inspections import CLEAN, ROOT, SAMPLE, composed, load, new_project, sample
from tests.issued import DAY, ISSUE, ON_PAPER, issued
from tests.issuing import body

if TYPE_CHECKING:
    from generator.follow_up.due import Due
    from generator.follow_up.duties import DueDuty
    from generator.project import Project

GOLDEN = Path(__file__).parent / "golden" / "due.txt"
MAU = "mau-mot-cua-cap-xa"
CONCLUSION = (
    "conclusion: {kind: thong-bao, number: 01/TB-UBND, date: 18/5/2026, issuer: ubnd-tinh-mau,"
    " subject: kết luận kiểm tra}\ndocuments:\n"
)
WITH_CONCLUSION = CLEAN.replace("documents:\n", CONCLUSION)
BEFORE = "deadline: {before: 30/6/2026}"
WORKING = "deadline: {within: 5, unit: ngay-lam-viec, from: ban-hanh}"
SPAN = "calendar:\n  - {id: nam-2026, since: 01/01/2026, until: 31/12/2026, complete: có}\n"
WEEKS = Calendar((CalendarSpan(id="nam", since=date(2026, 1, 1), until=date(2026, 12, 31), complete=True),))


def with_deadline(deadline: str, text: str = WITH_CONCLUSION) -> str:
    assert BEFORE in text
    return text.replace(BEFORE, deadline)


def office(folder: Path, text: str = WITH_CONCLUSION, calendar: str = "") -> Project:
    project = new_project(folder, nho=text)
    if calendar:
        (project.catalogues / "calendar.yaml").write_text(calendar, encoding="utf-8")
    return project


def only(found: Due) -> DueDuty:
    ((duty,),) = (unit.duties for unit in found.units)
    return duty


def mau(folder: Path) -> Project:
    """Return a project with the fictional inspection alone."""
    return new_project(folder, **{MAU: (ROOT / "inspections" / SAMPLE).read_text(encoding="utf-8")})


def run(project: Project, *arguments: str) -> int:
    return main(["--project", str(project.root), *arguments])


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.diagnostics]


# --- where a duty stands ------------------------------------------------------------------------------

STANDING = {
    "deadline: {before: 16/7/2026}": (Standing.OVERDUE, -1),
    "deadline: {by: 16/7/2026}": (Standing.SOON, 0),
    "deadline: {by: 19/7/2026}": (Standing.SOON, 3),
    "deadline: {by: 31/7/2026}": (Standing.SOON, 15),
    "deadline: {by: 01/8/2026}": (Standing.LATER, 16),
    "deadline: {quarter: II/2026}": (Standing.OVERDUE, -16),
    "deadline: {within: 59, from: ban-hanh}": (Standing.SOON, 0),
    "deadline: {immediately: có, report_before: 15/7/2026}": (Standing.OVERDUE, -2),
    "deadline: ongoing": (Standing.ONGOING, None),
}
NOT_KNOWN = {
    "deadline: null": "missing",
    "deadline: {immediately: có}": "at-once",
    "deadline: {within: 5, from: nhan}": "receipt",
    WORKING: "calendar",
}


@pytest.mark.parametrize("deadline", STANDING)
def test_a_duty_stands_where_its_time_limit_says(tmp_path: Path, deadline: str) -> None:
    duty = only(due(office(tmp_path, with_deadline(deadline)), date(2026, 7, 16)))
    assert (duty.standing, duty.limit.left) == STANDING[deadline]
    assert duty.unknown is None
    expected = next((days for days in SOON if duty.limit.left is not None and duty.limit.left <= days), None)
    assert duty.within == (expected if duty.standing is Standing.SOON else None)


@pytest.mark.parametrize("deadline", NOT_KNOWN)
def test_an_end_that_nobody_knows_is_told_with_its_reason(tmp_path: Path, deadline: str) -> None:
    found = due(office(tmp_path, with_deadline(deadline)), date(2027, 7, 16))
    assert (only(found).standing, only(found).unknown) == (Standing.UNKNOWN, NOT_KNOWN[deadline])
    assert [one.code for one in found.told] == (["due-calendar-unknown"] if deadline == WORKING else [])


def test_what_is_done_is_done_and_what_stands_is_never_done(tmp_path: Path) -> None:
    done = BEFORE + ", progress: [{as_of: 10/7/2026, status: hoan-thanh}]"
    project = office(tmp_path, with_deadline(done))
    assert only(due(project, date(2026, 7, 16))).standing is Standing.DONE
    assert only(due(project, date(2026, 7, 9))).standing is Standing.OVERDUE
    project = office(tmp_path / "b", with_deadline(done.replace(BEFORE, "deadline: ongoing")))
    assert only(due(project, date(2026, 7, 16))).standing is Standing.ONGOING


def test_working_days_are_counted_by_the_calendar_of_the_office(tmp_path: Path) -> None:
    project = office(tmp_path, with_deadline(WORKING), SPAN)
    found = due(project, date(2026, 5, 26))
    assert only(found).limit.last_day == date(2026, 5, 25)  # 18/5 is a Monday
    assert (only(found).standing, found.told) == (Standing.OVERDUE, ())
    off = SPAN.replace("complete: có", "complete: có, holidays: [{day: 20/5/2026, name: X}], verified: không")
    found = due(office(tmp_path / "b", with_deadline(WORKING), off), date(2026, 5, 26))
    assert (only(found).limit.last_day, only(found).standing) == (date(2026, 5, 26), Standing.SOON)
    assert [one.code for one in found.told] == ["due-calendar-unverified"]
    assert found.told[0].place.file == "inspections/nho.yaml"


@given(st.dates(date(2026, 4, 1), date(2026, 12, 31)))
def test_units_and_duties_come_with_what_presses_most_first(day: date) -> None:
    loaded = SAMPLE_LOADED
    found = sorted(duties_of(loaded, date(2026, 5, 18), AsOf(day, WEEKS)), key=lambda one: one.order)
    order = [list(Standing).index(duty.standing) for duty in found]
    assert order == sorted(order)
    late = [duty.limit.left or 0 for duty in found if duty.standing is Standing.OVERDUE]
    assert late == sorted(late)
    assert len(found) == sum(len(item.owners) for item in loaded.inspection.recommendations)


SAMPLE_LOADED = sample()


@pytest.mark.parametrize("day", [date(2026, 5, 20), date(2026, 6, 10), date(2026, 7, 16), date(2026, 10, 5)])
def test_the_letter_lists_what_is_late_and_nothing_else(day: date) -> None:
    """Both are asked of the same time limits; if one counted otherwise, the letter would remind of others."""
    loaded = SAMPLE_LOADED
    (paper,) = [one for one in loaded.inspection.documents if one.id == "don-doc-1"]
    said = body(composed(loaded, paper.model_copy(update={"as_of": day, "addressees": ()})).document)
    late = list(duties_of(loaded, date(2026, 5, 18), AsOf(day, WEEKS)))
    owners = {duty.owner for duty in late if duty.standing is Standing.OVERDUE}
    assert said.count("nội dung đến hạn, trong đó") == len(owners)
    for duty in late:
        if duty.standing is Standing.OVERDUE:
            assert (duty.item.short or duty.item.text)[:20] in said


# --- since when a time limit runs ---------------------------------------------------------------------


def issue_day(project: Project) -> date | None:
    return IssueDays(project)(load(project, "nho.yaml").inspection)


def test_the_day_of_issue_is_that_of_the_conclusion_as_it_is_cited(tmp_path: Path) -> None:
    assert issue_day(office(tmp_path)) == date(2026, 5, 18)


def test_without_it_the_day_is_that_of_the_issued_paper(tmp_path: Path) -> None:
    project = office(tmp_path, ON_PAPER)
    assert issue_day(project) is None  # the team's report has a day, but sets no duties
    issued(project)
    assert issue_day(project) == DAY
    path = project.inspections / "nho.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("date: 18/5/2026", "date: null"), encoding="utf-8"
    )
    assert issue_day(project) == ISSUE.day


def test_a_paper_dated_by_hand_is_issued_and_two_days_are_none(tmp_path: Path) -> None:
    dated = CLEAN.replace("    year: 2026\n    month: 5\n", "    number: 5/TB-UBND\n    date: 18/5/2026\n")
    assert issue_day(office(tmp_path, dated)) == date(2026, 5, 18)
    second = dated[dated.index("  - id: tb\n") :].replace("id: tb\n", "id: tb2\n").replace("18/5", "19/5")
    assert issue_day(office(tmp_path / "b", dated + second)) is None
    limit = with_deadline("deadline: {within: 5, from: ban-hanh}", dated + second)
    assert only(due(office(tmp_path / "c", limit), DAY)).unknown == "issue"


# --- the table ------------------------------------------------------------------------------------------


def test_the_table_of_the_fictional_inspection(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(mau(tmp_path), "due", "--as-of", "10/6/2026", "--all", "--lang", "vi") == 0
    assert capsys.readouterr().out == GOLDEN.read_text(encoding="utf-8")


def test_what_is_done_is_left_out_unless_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(mau(tmp_path), "due", "--as-of", "16/7/2026", "--lang", "en") == 0
    said = capsys.readouterr().out
    assert "overdue 17 days" in said
    assert "\n  done –" not in said
    assert said.splitlines()[-1] == "1 overdue, 1 later, 3 standing, 14 done."


def test_the_table_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(mau(tmp_path), "due", MAU, "--as-of", "16/7/2026", "--format", "json") == 0
    value = json.loads(capsys.readouterr().out)
    first = value["units"][0]
    assert (value["as_of"], value["counts"]["overdue"], first["agency"]) == (
        "2026-07-16",
        1,
        "ubnd-xa-vi-du-c",
    )
    duty = first["duties"][0]
    assert (duty["recommendation"], duty["days_left"], duty["last_day"]) == ("kn-12", -17, "2026-06-29")
    assert (duty["status"], duty["evidence"]) == ("mot-phan", "đã sửa chữa 01/02 máy quét")
    assert sum(value["counts"].values()) == sum(len(unit["duties"]) for unit in value["units"])


def test_press_reconstructions_are_left_out_unless_asked_for() -> None:
    project, day = find_project(ROOT), date(2026, 7, 16)
    usual, every = due(project, day), due(project, day, press=True)
    assert (usual.press, every.press) == (5, 0)
    assert {duty.loaded.inspection.source.kind for unit in usual.units for duty in unit.duties} == {"office"}
    kinds = {duty.loaded.inspection.source.kind for unit in every.units for duty in unit.duties}
    assert kinds == {"office", "press"}
    press = "lang-son-chi-lang-huu-lung"
    asked = due(project, day, (press,))
    assert {duty.loaded.inspection.id for unit in asked.units for duty in unit.duties} == {press}


def test_a_group_without_a_key_is_named_by_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    group = WITH_CONCLUSION.replace("owners: a, addresses", 'owners_text: "=Các xã khác", addresses')
    project = office(tmp_path, group)
    assert run(project, "due", "--as-of", "16/7/2026") == 0
    assert "\n=Các xã khác\n" in capsys.readouterr().out
    assert [(unit.agency, unit.words) for unit in due(project, DAY).units] == [("", "=Các xã khác")]


def test_a_file_that_cannot_be_read_is_told_and_the_others_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = new_project(tmp_path, nho=WITH_CONCLUSION, hong="schema: 1\nid: hong\n")
    assert run(project, "due", "--as-of", "16/7/2026") == 1
    said = capsys.readouterr()
    assert "nho kn" in said.out
    assert "inspections/hong.yaml" in said.out + said.err


@pytest.mark.parametrize("arguments", [("due", "--as-of", "31/6/2026"), ("due", "khong-co"), ("remind", "x")])
def test_what_cannot_be_understood_is_a_wrong_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(office(tmp_path), *arguments) == 2


def test_without_a_day_it_is_today(tmp_path: Path) -> None:
    assert run(office(tmp_path), "due") == 0


# --- the workbook -----------------------------------------------------------------------------------------


def test_the_sheet_has_a_row_a_duty_days_as_numbers_and_no_formulas(tmp_path: Path) -> None:
    evil = WITH_CONCLUSION.replace("text: Khắc phục,", 'text: "=1+1",')
    found = due(office(tmp_path, evil), date(2026, 7, 16))
    data = annex_workbook(due_sheet(found, Messages("vi"), everything=True))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    rows = [row for row in sheet.iter_rows() if row[0].value == 1]
    (row,) = rows
    assert [cell.value for cell in row][:7] == [
        1,
        "UBND xã Ví Dụ A",
        "nho",
        "kn",
        "=1+1",
        "trước ngày 30/6/2026",
        "29/6/2026",
    ]
    assert {cell.data_type for cell in row} <= {"n", "s"}
    assert (row[7].value, row[8].value) == (17, None)


def test_the_workbook_is_written_and_another_file_kept(tmp_path: Path) -> None:
    project, path = office(tmp_path / "p"), tmp_path / "due.xlsx"
    asked = ("due", "--as-of", "16/7/2026", "--xlsx", str(path))
    assert run(project, *asked) == 0
    first = path.read_bytes()
    assert run(project, *asked) == 0
    assert path.read_bytes() == first
    path.write_bytes(b"mine")
    assert run(project, *asked) == 1
    assert path.read_bytes() == b"mine"
    assert run(project, *asked, "--force") == 0
    assert path.read_bytes() == first


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_calendar_file_has_an_event_on_the_last_day_of_what_is_open(tmp_path: Path) -> None:
    data = due_calendar(due(mau(tmp_path), date(2026, 6, 10)), Messages("vi"))
    lines = unfolded(data)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 5 + 2 + 4
    at = lines.index(f"UID:{MAU}.kn-12.vd-c@ketluan")
    assert lines[at + 2 : at + 4] == ["DTSTART;VALUE=DATE:20260629", "DTEND;VALUE=DATE:20260630"]
    assert lines[at + 4] == "SUMMARY:UBND xã Ví Dụ C: Sửa chữa hoặc thay thế 02 máy quét"
    assert len({line for line in lines if line.startswith("UID:")}) == 11


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_nothing_typed_ends_a_line_of_the_calendar_file(typed: str) -> None:
    """Its broken twin: an unescaped line end in a text would begin a field of its own."""
    folded = list(_folded(f"SUMMARY:{_escaped(typed)}"))
    assert all(len(piece.encode()) <= 75 for piece in folded)
    assert all(piece.startswith(" ") for piece in folded[1:])
    assert not any(mark in piece for piece in folded for mark in "\r\n")
    assert "".join([folded[0], *(piece[1:] for piece in folded[1:])]) == f"SUMMARY:{_escaped(typed)}"


def test_the_archive_keeps_the_calendar_that_counted(tmp_path: Path) -> None:
    project = office(tmp_path, with_deadline(WORKING), SPAN)
    catalogues = load_catalogues(project)
    kept = yaml.safe_load_all(used_data(load(project, "nho.yaml"), catalogues))
    assert [span["id"] for span in list(kept)[-1]["calendar"]] == ["nam-2026"]
    other = office(tmp_path / "b", WITH_CONCLUSION, SPAN)
    assert b"calendar" not in used_data(load(other, "nho.yaml"), catalogues)


# --- the reminder -------------------------------------------------------------------------------------------


def asked(day: date, *units: str, inspection: str = "nho") -> AskedReminder:
    return AskedReminder(inspection, day, units)


def test_a_reminder_is_drafted_after_the_last_one_and_nothing_else_changes(tmp_path: Path) -> None:
    project = mau(tmp_path)
    path = project.inspections / f"{MAU}.yaml"
    before = path.read_text(encoding="utf-8")
    order = AskedReminder(MAU, date(2026, 7, 20), (), date(2026, 7, 31))
    done = remind(project, order)
    assert (done.id, done.turn, done.agencies, done.duties) == ("don-doc-3", 3, ("ubnd-xa-vi-du-c",), 1)
    assert (project.root / done.kept).read_text(encoding="utf-8") == before
    after = path.read_text(encoding="utf-8")
    at = after.index("  - id: don-doc-3")
    added = after[at : len(after) - len(before) + at]
    assert after.replace(added, "") == before
    loaded = load(project, f"{MAU}.yaml")
    second, third = (one for one in loaded.inspection.documents if one.id in ("don-doc-2", "don-doc-3"))
    assert (third.signer, third.recipients) == (second.signer, second.recipients)
    said = body(composed(loaded, third, "trinh-ky", project).document)
    assert "đến ngày 20/7/2026, UBND xã Ví Dụ C có 04 nội dung đến hạn" in said
    assert "trước ngày 31/7/2026" in said


def test_the_first_reminder_is_signed_as_the_conclusion_and_leaves_the_answer_open(tmp_path: Path) -> None:
    project = office(tmp_path)
    done = remind(project, asked(date(2026, 7, 16)))
    loaded = load(project, "nho.yaml")
    notice, letter = loaded.inspection.documents
    assert (done.turn, letter.turn, letter.signer) == (1, None, notice.signer)
    assert (letter.recipients, letter.reply) == ((), None)
    gaps = {run.source for run in composed(loaded, letter, project=project).document.runs() if run.blank}
    assert "documents.1.reply.deadline" in gaps


def test_turns_are_counted_for_those_who_are_reminded(tmp_path: Path) -> None:
    text = WITH_CONCLUSION.replace(
        "inspected_units:\n",
        "inspected_units:\n  - {id: b, agency: ubnd-xa-vi-du-b, sessions: [{date: 14/4/2026}]}\n",
    ).replace("owners: a, addresses", "owners: [a, b], addresses")
    project = office(tmp_path, text)
    days = [date(2026, 7, day) for day in (16, 20, 21, 22)]
    turns = [
        remind(project, asked(days[0], "a")).turn,
        remind(project, asked(days[1], "ubnd-xa-vi-du-b")).turn,
    ]
    turns += [remind(project, asked(days[2], "a")).turn, remind(project, asked(days[3])).turn]
    assert turns == [1, 1, 2, 3]
    ids = [one.id for one in load(project, "nho.yaml").inspection.documents]
    assert ids == ["tb", "don-doc-1", "don-doc-2", "don-doc-3", "don-doc-4"]


def test_working_days_make_late_in_the_letter_too(tmp_path: Path) -> None:
    project = office(tmp_path, with_deadline(WORKING), SPAN)
    with pytest.raises(Refused) as refused:
        remind(project, asked(date(2026, 5, 25)))
    assert codes(refused) == ["remind-nothing"]
    remind(project, asked(date(2026, 5, 26)))
    loaded = load(project, "nho.yaml")
    said = body(composed(loaded, loaded.inspection.documents[-1], project=project).document)
    assert "UBND xã Ví Dụ A có 01 nội dung đến hạn" in said


REFUSED = {
    "nothing is late": (WITH_CONCLUSION, asked(date(2026, 6, 29)), "remind-nothing"),
    "nobody is called so": (WITH_CONCLUSION, asked(date(2026, 7, 16), "c"), "remind-unit-unknown"),
    "there is no conclusion": (CLEAN, asked(date(2026, 7, 16)), "remind-no-conclusion"),
    "it cannot be read": ("schema: 1\nid: nho\n", asked(date(2026, 7, 16)), "field-missing"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_stands_against_a_reminder_is_told_and_nothing_written(tmp_path: Path, name: str) -> None:
    text, order, code = REFUSED[name]
    project = office(tmp_path, text)
    with pytest.raises(Refused) as refused:
        remind(project, order)
    assert code in codes(refused)
    assert (project.inspections / "nho.yaml").read_text(encoding="utf-8") == text


def test_nobody_is_reminded_of_what_the_press_told() -> None:
    project = find_project(ROOT)
    with pytest.raises(Refused) as refused:
        remind(project, asked(date(2026, 7, 16), inspection="lang-son-chi-lang-huu-lung"))
    assert codes(refused) == ["press-not-issuable"]


def test_the_same_reminder_is_not_drafted_twice(tmp_path: Path) -> None:
    project = office(tmp_path)
    remind(project, asked(date(2026, 7, 16)))
    before = (project.inspections / "nho.yaml").read_bytes()
    with pytest.raises(Refused) as refused:
        remind(project, asked(date(2026, 7, 16), "a"))
    assert codes(refused) == ["remind-already"]
    assert (project.inspections / "nho.yaml").read_bytes() == before


def test_an_office_may_have_a_kind_of_its_own_for_it(tmp_path: Path) -> None:
    project = office(tmp_path)
    shipped = (ROOT / "templates" / "cong-van-don-doc" / "kind.yaml").read_text(encoding="utf-8")
    own = project.templates / "cong-van-don-doc"
    own.mkdir(parents=True)
    (own / "kind.yaml").write_text(shipped.replace("reminds: có\n", ""), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        remind(project, asked(date(2026, 7, 16)))
    assert codes(refused) == ["remind-no-kind"]


def test_a_letter_that_cannot_be_said_is_not_written(tmp_path: Path) -> None:
    """Its broken twin: an entry that is only read again would be written and fail at the next build."""
    project = office(tmp_path)
    own = project.templates / "cong-van-don-doc"
    own.mkdir(parents=True)
    (own / "noi-dung.md.j2").write_text("{{ khong_co_ten_nay.x }}\n", encoding="utf-8")
    before = (project.inspections / "nho.yaml").read_bytes()
    with pytest.raises(Refused):
        remind(project, asked(date(2026, 7, 16)))
    assert (project.inspections / "nho.yaml").read_bytes() == before


def test_the_command_tells_whom_and_where_the_file_before_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = office(tmp_path)
    assert run(project, "remind", "nho", "--as-of", "16/7/2026", "--lang", "vi") == 0
    said = capsys.readouterr().out
    assert "Đôn đốc: UBND xã Ví Dụ A" in said
    assert ".ketluan/truoc-khi-sua/inspections/nho.1.yaml" in said
    assert "--reply-before" in said


def test_an_unknown_inspection_is_an_unknown_target(tmp_path: Path) -> None:
    with pytest.raises(UnknownTarget):
        remind(office(tmp_path), asked(date(2026, 7, 16), inspection="khong-co"))


def test_the_shipped_catalogues_are_whole() -> None:
    assert load_catalogues(find_project(ROOT)).calendar.spans
