"""The yearly summary (báo cáo tổng hợp): what it covers, what it adds up, what it says, what it refuses."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.batch import read_each
from generator.build import Options, build_all
from generator.checking import check_all
from generator.cli import main
from generator.commands.comparing import Composing
from generator.compose import Composed
from generator.compose.cells import figure_text
from generator.compose.summing import added, by_act, by_content, duties, duty_count, figures_by_unit
from generator.diagnostics import Diagnostic, Refused, Severity
from generator.differences import differences
from generator.differences.versions import current_version, earlier_version
from generator.document import Bars, Table, plain
from generator.issuing.issue import AskedIssue, issue_paper
from generator.issuing.states import Step
from generator.issuing.steps import AskedStep, take_step
from generator.load import load_catalogues
from generator.model.calendar import Calendar
from generator.model.figures import Tthc, combined
from generator.project import Project, find_project
from generator.provenance import used_data
from tests.inspections import CLEAN, ROOT, composed, load, new_project
from tests.issued import ELSEWHERE
from tests.issuing import body
from tests.kinds import lines, shown

SUMMARY_FILE = "2026/mau-tong-hop-2026.yaml"
MODEL = Path(__file__).parent / "data" / "kinds" / "khac" / "bc-tong-hop.txt"
PERIOD = "period: {from: 01/01/2026, to: 31/3/2026}\n"
ONE = CLEAN.replace("id: nho\n", "id: mot\n") + PERIOD
TWO = (
    ONE.replace("id: mot\n", "id: hai\n")
    .replace("agency: ubnd-xa-vi-du-a", "agency: ubnd-xa-vi-du-b")
    .replace(
        "kind: quyet-dinh, number: 1/QĐ-UBND, date: 01/3/2026",
        "kind: quyet-dinh, number: 9/QĐ-UBND, date: 02/3/2026",
    )
)
COVERS = "covers: {inspections: [mot, hai]}"
SUMMARY = f"""\
schema: 1
id: tong
type: tong-hop
issuer: van-phong-ubnd-tinh-mau
subject: việc thực hiện công tác kiểm soát thủ tục hành chính
{COVERS}
documents:
  - id: bc
    kind: bao-cao-tong-hop
    month: 12
    year: 2026
    as_of: 10/12/2026
    signer: {{person: nguyen-van-a}}
    addressees: [{{owners: chu-tich-ubnd-tinh-mau}}]
    recipients: [Các sở]
    drafting_unit: {{symbol: KSTT}}
"""
PRESS = "source: {kind: press}\n"


def project(folder: Path, summary: str = SUMMARY, **more: str) -> Project:
    return new_project(folder, **{"mot": ONE, "hai": TWO, "tong": summary, **more})


def made(found: Project) -> Composed:
    return composed(load(found, "tong.yaml"), project=found)


def told(found: Project) -> list[Diagnostic]:
    """Return what reading the summary says."""
    (reading,) = read_each(found, load_catalogues(found), ("tong",))
    return [*reading.all_diagnostics()]


def codes(found: Project) -> list[str]:
    return [item.code for item in told(found)]


def covering(typed: str) -> str:
    return SUMMARY.replace(COVERS, f"covers: {typed}")


def table(paper: Composed, annex: str) -> list[list[str]]:
    """Return the rows of the table of an annex as text."""
    blocks = next(one.blocks for one in paper.document.annexes if one.id == annex)
    found = next(block for block in blocks if isinstance(block, Table))
    return [[shown(plain(cell.runs)) for cell in row] for row in (*found.body, *found.total)]


# --- the fictional summary ---------------------------------------------------------------------------


def test_the_fictional_summary_says_what_its_model_says() -> None:
    loaded = load(find_project(ROOT), SUMMARY_FILE)
    paper = composed(loaded, stage="trinh-ky")
    assert paper.missing == ()
    assert lines(paper.document) == MODEL.read_text(encoding="utf-8")


def test_nothing_is_found_wrong_with_the_fictional_summary() -> None:
    report = check_all(find_project(ROOT), [str(ROOT / "inspections" / SUMMARY_FILE)])
    assert [*report.all_diagnostics()] == []


def test_its_sums_are_those_of_its_inspections() -> None:
    loaded = load(find_project(ROOT), SUMMARY_FILE)
    figures = [own for one in figures_by_unit(loaded.covered) for own in one.figures]
    each = [one.figures.quantities(one.figures.ids(("all",))) for one in loaded.covered]
    whole = added(figures)
    for path in ("received.total", "settled.in_time", "settled.overdue", "pending.total"):
        assert whole[path].value == sum(found[path].value for found in each)  # type: ignore[misc]


# --- what is covered ---------------------------------------------------------------------------------


def test_inspections_are_covered_in_the_order_named(tmp_path: Path) -> None:
    found = project(tmp_path, covering("{inspections: [hai, mot]}"))
    assert [one.inspection.id for one in load(found, "tong.yaml").covered] == ["hai", "mot"]


@pytest.mark.parametrize(
    ("typed", "covered"),
    [
        ("{years: 2026}", ["hai", "mot"]),
        ("{years: [2025, 2026]}", ["cu", "hai", "mot"]),
        ("{years: 2025}", ["cu"]),
        ("{concluded_by: so-tu-phap-mau}", ["cu"]),
        ("{years: 2026, concluded_by: ubnd-tinh-mau}", ["hai", "mot"]),
        ("{years: 2026, concluded_by: chu-tich-ubnd-tinh-mau}", ["hai", "mot"]),
    ],
)
def test_inspections_are_chosen_by_year_and_agency(typed: str, covered: list[str], tmp_path: Path) -> None:
    old = ONE.replace("id: mot\n", "id: cu\n").replace("2026", "2025")
    old = old.replace("issuer: ubnd-tinh-mau\nsubject", "issuer: so-tu-phap-mau\nsubject")
    found = project(tmp_path, covering(typed), cu=old, khac=SUMMARY.replace("id: tong\n", "id: khac\n"))
    assert [one.inspection.id for one in load(found, "tong.yaml").covered] == covered


def broken(folder: Path) -> Project:
    bad = ONE.replace("id: mot\n", "id: hong\n").replace("type: kiem-tra", "type: la-lung")
    return project(folder, covering("{years: 2026}"), hong=bad)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{inspections: [mot, hay]}", "covers-unknown"),
        ("{inspections: [mot, mot]}", "covers-repeated"),
        ("{inspections: [mot, tong]}", "covers-summary"),
        ("{inspections: [mot, bao]}", "covers-press"),
        ("{inspections: [mot, hong]}", "covers-broken"),
        ("{inspections: [mot, doi]}", "covers-ambiguous"),
        ("{years: 2024}", "covers-none"),
        ("{years: 2025}", "covers-none"),
        ("{concluded_by: so-noi-vu-mau}", "covers-none"),
        ("{years: 26}", "year-not"),
        ("{concluded_by: so-gi-do}", "agency-unknown"),
        ("{inspections: [mot], years: 2026}", "covers-one-way"),
        ("{}", "covers-one-way"),
        ("{nam: 2026}", "field-unknown"),
    ],
)
def test_what_cannot_be_covered_is_told_at_its_place(typed: str, code: str, tmp_path: Path) -> None:
    more = {"bao": ONE.replace("id: mot\n", "id: bao\n") + PRESS}
    if "hong" in typed:
        more["hong"] = ONE.replace("id: mot\n", "id: hong\n").replace("type: kiem-tra", "type: la-lung")
    if "doi" in typed:
        more |= {name: ONE.replace("id: mot\n", "id: doi\n") for name in ("doi", "ba")}
    found = told(project(tmp_path, covering(typed), **more))
    (item,) = [item for item in found if item.severity is Severity.ERROR]
    assert item.code == code
    assert (item.place.file, item.place.line) == ("inspections/tong.yaml", 6)


def test_a_file_that_cannot_be_read_is_never_left_out_of_a_year(tmp_path: Path) -> None:
    found = broken(tmp_path)
    assert codes(found) == ["covers-broken"]
    report = build_all(found, ("tong",))
    assert not report.ok
    assert report.papers == ()
    assert [*found.output.rglob("*.docx")] == []


def test_an_inspection_of_no_known_year_is_never_left_out_of_one(tmp_path: Path) -> None:
    dateless = (
        ONE.replace("id: mot\n", "id: ba\n")
        .replace(", date: 01/3/2026", "")
        .replace("sessions: [{date: 14/4/2026}], ", "")
        .replace(", date: 05/5/2026", "")
    )
    assert codes(project(tmp_path, covering("{years: 2026}"), ba=dateless)) == ["covers-unsure"]


def test_press_reconstructions_are_left_out_of_a_year_with_a_note(tmp_path: Path) -> None:
    found = project(tmp_path, covering("{years: 2026}"), bao=ONE.replace("id: mot\n", "id: bao\n") + PRESS)
    (note,) = told(found)
    assert (note.code, note.severity, note.arguments["ids"]) == (
        "covers-press-left-out",
        Severity.NOTE,
        "bao",
    )
    assert "bao" not in [one.inspection.id for one in load(found, "tong.yaml").covered]


def test_a_press_summary_covers_both_and_says_what_it_is(tmp_path: Path) -> None:
    bao = ONE.replace("id: mot\n", "id: bao\n").replace("vi-du-a", "vi-du-c") + PRESS
    found = project(tmp_path, covering("{inspections: [mot, bao]}") + PRESS, bao=bao)
    paper = made(found)
    assert paper.document.page_mark
    report = build_all(found, ("tong",), Options(stage="trinh-ky"))
    assert "press-not-issuable" in [item.code for item in report.all_diagnostics()]


@pytest.mark.parametrize(
    ("type_", "more", "code"),
    [
        ("kiem-tra", "inspected_units: [{id: a, agency: ubnd-xa-vi-du-a}]\n", "covers-not-summary"),
        ("tong-hop", "inspected_units: [{id: a, agency: ubnd-xa-vi-du-a}]\n", "summary-own-data"),
        ("tong-hop", "plan: {kind: ke-hoach, number: 1/KH-UBND}\n", "summary-own-data"),
        ("tong-hop", "figures: [{id: x, kind: breakdown, total: 3}]\n", "summary-own-data"),
    ],
)
def test_a_summary_has_no_data_of_its_own(type_: str, more: str, code: str, tmp_path: Path) -> None:
    text = SUMMARY.replace("type: tong-hop", f"type: {type_}") + more
    assert codes(project(tmp_path, text)) == [code]


def test_a_summary_says_what_it_covers_and_an_inspection_its_units(tmp_path: Path) -> None:
    assert codes(project(tmp_path / "1", SUMMARY.replace(f"{COVERS}\n", ""))) == ["field-missing"]
    text = SUMMARY.replace(f"{COVERS}\n", "").replace("type: tong-hop", "type: kiem-tra")
    assert codes(project(tmp_path / "2", text)) == ["field-missing"]


@pytest.mark.parametrize("kind", ["thong-bao-ket-luan", "bao-cao-ket-qua"])
def test_a_summary_has_no_paper_about_one_inspection(kind: str, tmp_path: Path) -> None:
    found = project(tmp_path, SUMMARY.replace("kind: bao-cao-tong-hop", f"kind: {kind}"))
    with pytest.raises(Refused) as refused:
        made(found)
    assert "kind-not-for-file" in [item.code for item in refused.value.diagnostics]


def test_an_inspection_has_no_paper_about_several(tmp_path: Path) -> None:
    one = ONE.replace("kind: thong-bao-ket-luan", "kind: bao-cao-tong-hop")
    report = build_all(project(tmp_path, mot=one), ("mot",))
    assert [item.code for item in report.all_diagnostics()] == ["kind-not-for-file"]


# --- doubts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("period: {from: 01/3/2026, to: 30/6/2026}\n", ["yes"]),
        ("period: {from: 31/3/2026, to: 30/6/2026}\n", ["yes"]),
        ("period: {from: 01/4/2026, to: 30/6/2026}\n", []),
        ("period: {from: 01/4/2026}\n", ["no"]),
        ("", ["no"]),
    ],
)
def test_a_unit_inspected_twice_is_told_unless_the_periods_lie_apart(
    period: str, found: list[str], tmp_path: Path
) -> None:
    again = TWO.replace("ubnd-xa-vi-du-b", "ubnd-xa-vi-du-a").replace(PERIOD, period)
    warnings = told(project(tmp_path, hai=again))
    assert [item.arguments["known"] for item in warnings] == found
    assert {item.code for item in warnings} <= {"covers-overlap"}
    assert all(item.severity is Severity.WARNING for item in warnings)


def test_one_id_with_two_texts_is_told(tmp_path: Path) -> None:
    other = TWO.replace("text: Tiếp nhận hồ sơ", "text: Công khai thủ tục")
    assert codes(project(tmp_path, hai=other)) == ["covers-scope-differs"]


# --- what it adds up ---------------------------------------------------------------------------------


def test_an_unknown_part_leaves_a_gap_in_the_sum_and_never_a_nought(tmp_path: Path) -> None:
    unknown = TWO.replace(", carried_over: 0", "")
    found = project(tmp_path, hai=unknown)
    (note,) = told(found)
    assert (note.code, note.severity) == ("covers-figure-unknown", Severity.NOTE)
    assert "received.carried_over" in str(note.arguments["names"])
    rows = table(made(found), "so-lieu")
    assert [row[2] for row in rows] == ["100", "____", "____"]  # received.total of each and of both
    assert [row[3] for row in rows] == ["60", "60", "120"]
    gaps = [item for item in made(found).missing if item.code == "covers-blank"]
    assert {item.arguments["field"] for item in gaps} >= {"received.total", "received.carried_over"}
    assert {item.place.line for item in gaps} == {6}


def test_a_conclusion_that_is_not_typed_is_a_gap(tmp_path: Path) -> None:
    fields = [item.arguments["field"] for item in made(project(tmp_path)).missing]
    assert fields == ["mot.conclusion", "hai.conclusion"]
    ended = "conclusion: {kind: thong-bao, number: 7/TB-UBND, date: 20/5/2026}\n"
    paper = made(project(tmp_path / "2", mot=ONE + ended, hai=TWO + ended))
    assert paper.missing == ()
    assert table(paper, "danh-sach")[0][3] == "Thông báo số 7/TB-UBND ngày 20/5/2026"


def test_a_gap_blocks_the_printing_for_signature(tmp_path: Path) -> None:
    found = project(tmp_path, hai=TWO.replace(", carried_over: 0", ""))
    assert not build_all(found, ("tong",), Options(stage="trinh-ky", only=frozenset({"docx"}))).ok


def test_two_inspections_of_one_unit_are_one_row(tmp_path: Path) -> None:
    again = TWO.replace("ubnd-xa-vi-du-b", "ubnd-xa-vi-du-a")
    rows = table(made(project(tmp_path, hai=again)), "so-lieu")
    assert len(rows) == 1
    assert rows[0][1:4] == ["UBND xã Ví Dụ A", "200", "120"]


def test_several_years_have_rows_and_sums_of_their_own(tmp_path: Path) -> None:
    old = TWO.replace("2026", "2025")
    paper = made(project(tmp_path, hai=old))
    rows = table(paper, "so-lieu")
    assert [row[:4] for row in rows] == [
        ["1", "UBND xã Ví Dụ B", "2025", "100"],
        ["2", "UBND xã Ví Dụ A", "2026", "100"],
        ["", "Tổng số năm 2025", "", "100"],
        ["", "Tổng số năm 2026", "", "100"],
        ["", "Tổng số", "", "200"],
    ]
    assert "các năm 2025 và 2026" in body(paper.document)
    assert "- Năm 2025: đã giải quyết 92 hồ sơ" in body(paper.document)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("kiem-tra", "có 02 cuộc kiểm tra tại"),
        ("giam-sat", "có 02 cuộc kiểm tra, giám sát tại"),
    ],
)
def test_the_words_are_those_of_the_type_of_all_or_of_both(second: str, said: str, tmp_path: Path) -> None:
    paper = made(project(tmp_path, hai=TWO.replace("type: kiem-tra", f"type: {second}")))
    assert said in body(paper.document)


def test_a_summary_of_supervisions_speaks_of_no_inspection(tmp_path: Path) -> None:
    both = (text.replace("type: kiem-tra", "type: giam-sat") for text in (ONE, TWO))
    one, two = both
    assert "kiểm tra" not in body(made(project(tmp_path, mot=one, hai=two)).document)


def test_units_without_figures_are_named(tmp_path: Path) -> None:
    start, end = TWO.index("figures:"), TWO.index("recommendations:")
    without = TWO[:start] + TWO[end:]
    paper = made(project(tmp_path, hai=without))
    assert "Chưa có số liệu hồ sơ của UBND xã Ví Dụ B." in body(paper.document)


def test_inspections_without_figures_or_duties_have_no_such_annex(tmp_path: Path) -> None:
    def bare(text: str) -> str:
        start, end = text.index("figures:"), text.index("documents:")
        return text[:start] + text[end:]

    paper = made(project(tmp_path, mot=bare(ONE), hai=bare(TWO)))
    assert [annex.id for annex in paper.document.annexes] == ["danh-sach"]
    assert "Các kết luận kiểm tra không nêu kiến nghị." in body(paper.document)


def test_shares_of_different_wholes_are_added_as_shares_of_what_was_settled() -> None:
    def one(base: str) -> Tthc:
        return Tthc.model_validate({"id": "x", "kind": "tthc", "shares": {"base": base}})

    parts = dict.fromkeys(one("settled").parts()) | {
        "settled.early": 1,
        "settled.total": 2,
        "received.total": 4,
    }
    same = combined([one("received"), one("received")], [parts, parts])
    mixed = combined([one("received"), one("settled")], [parts, parts])
    assert (same["settled.early"].base, mixed["settled.early"].base) == ("received.total", "settled.total")


counts = st.none() | st.integers(0, 10**6)


@given(counts, counts, counts)
def test_in_time_is_what_is_early_or_on_its_day_and_unknown_when_these_are(
    early: int | None, on_time: int | None, overdue: int | None
) -> None:
    figure = Tthc.model_validate(
        {"id": "x", "kind": "tthc", "settled": {"early": early, "on_time": on_time, "overdue": overdue}}
    )
    found = figure.derive(
        {name: value for name, value in figure.parts().items() if not isinstance(value, str)}
    )
    known = early is not None and on_time is not None
    assert found["settled.in_time"].value == ((early or 0) + (on_time or 0) if known else None)


def test_limitations_are_counted_by_content_and_act_and_what_names_no_unit_is_not_known(
    tmp_path: Path,
) -> None:
    both = (
        TWO.replace(
            "text: Có 12 hồ sơ giải quyết quá hạn}",
            "text: Có 12 hồ sơ giải quyết quá hạn, basis: [{act: nd-118-2025, provision: khoản 2 Điều 5}]}",
        )
        .replace(
            "limitations: [",
            "limitations: [{id: chung, scope: tn, text: Có 03 hồ sơ thiếu giấy hẹn},"
            " {id: le, units: a, text: Có 01 bảng hỏng}, ",
        )
        .replace("inspected_units:\n", "inspected_units:\n  - {id: c, agency: ubnd-xa-vi-du-c}\n")
    )
    covered = load(project(tmp_path, hai=both), "tong.yaml").covered
    contents = by_content(covered)
    assert [(one.key, one.limitations, one.units, one.inspections) for one in contents] == [
        (("tn",), 3, None, 2),
        ((), 1, 1, 1),
    ]
    (act,) = by_act(covered)
    assert (act.key, act.limitations, act.units) == (("nd-118-2025", "khoản 2 Điều 5"), 1, 1)


def test_limitations_are_counted_by_the_phrase_they_are_worded_by(tmp_path: Path) -> None:
    phrase = (
        "text: {phrase: hc-niem-yet, version: 1, seal: 7c0e20cd7b67, with:"
        ' {so-thu-tuc: "[[nt.failed/nt.checked]]", ty-le: "[[nt.failed%]]", bien-ban: minutes-a}}}'
    )
    worded = [
        text.replace("text: Có 12 hồ sơ giải quyết quá hạn}", phrase).replace(
            "figures:\n", "figures:\n  - {id: nt, kind: sample, checked: 40, failed: 2}\n"
        )
        for text in (ONE, TWO)
    ]
    paper = made(project(tmp_path, mot=worded[0], hai=worded[1]))
    assert "Trong số đó, 02 tồn tại, hạn chế thuộc các loại thường gặp sau:" in body(paper.document)
    (line,) = [line for line in body(paper.document).splitlines() if line.startswith("- Thủ tục hành chính")]
    assert line == ("- Thủ tục hành chính chưa được niêm yết, công khai: 02 tồn tại, hạn chế tại 02 đơn vị.")


@pytest.mark.parametrize(
    ("progress", "deadline", "expected"),
    [
        ("", "{before: 30/6/2026}", (0, 0, 0, 1, 1)),
        ("", "{before: 30/12/2026}", (0, 0, 0, 1, 0)),
        ("{as_of: 01/6/2026, status: hoan-thanh}", "{before: 30/6/2026}", (1, 0, 0, 0, 0)),
        ("{as_of: 11/12/2026, status: hoan-thanh}", "{before: 30/6/2026}", (0, 0, 0, 1, 1)),
        ("{as_of: 01/6/2026, status: mot-phan}", "{before: 30/6/2026}", (0, 1, 0, 0, 1)),
        ("{as_of: 01/6/2026, status: qua-han}", "{before: 30/6/2026}", (0, 0, 1, 0, 1)),
        ("", "ongoing", (0, 0, 0, 1, 0)),
        ("", "{within: 10}", (0, 0, 0, 1, None)),
    ],
)
def test_duties_have_the_state_of_the_day(
    progress: str, deadline: str, expected: tuple[int | None, ...], tmp_path: Path
) -> None:
    text = ONE.replace(
        "product: Báo cáo kết quả, deadline: {before: 30/6/2026}",
        f"product: Báo cáo kết quả, progress: [{progress}], deadline: {deadline}",
    )
    covered = load(project(tmp_path, covering("{inspections: mot}"), mot=text), "tong.yaml").covered
    counted = duty_count(duties(covered, date(2026, 12, 10), Calendar()))
    found = (counted.done, counted.partly, counted.undone, counted.unreported, counted.overdue)
    assert found == expected


def test_a_duty_of_owners_without_a_key_is_counted_too(tmp_path: Path) -> None:
    text = ONE.replace("{id: kn, owners: a,", "{id: kn, owners_text: Các cơ quan liên quan,")
    rows = table(made(project(tmp_path, mot=text)), "kien-nghi")
    assert [row[1:3] for row in rows] == [
        ["Các cơ quan liên quan", "1"],
        ["UBND xã Ví Dụ B", "1"],
        ["Tổng số", "2"],
    ]


# --- bars --------------------------------------------------------------------------------------------


def test_each_bar_is_as_long_as_its_number_says() -> None:
    loaded = load(find_project(ROOT), SUMMARY_FILE)
    document = composed(loaded).document
    (bars,) = [block for block in document.blocks() if isinstance(block, Bars)]
    assert len(bars.bars) == 6
    for bar in bars.bars:
        printed = Fraction(plain(bar.number).replace(",", "."))
        assert abs(printed - Fraction(bar.share) * 100) <= Fraction(1, 200)


def test_an_unknown_rate_is_a_gap_and_nothing_of_nothing_a_dash(tmp_path: Path) -> None:
    unknown = ONE.replace("settled: {early: 40, on_time: 40, overdue: 12}", "settled: {total: 92}")
    nothing = TWO.replace(
        "settled: {early: 40, on_time: 40, overdue: 12}", "settled: {early: 0, on_time: 0, overdue: 0}"
    )
    document = made(project(tmp_path, mot=unknown, hai=nothing)).document
    (bars,) = [block for block in document.blocks() if isinstance(block, Bars)]
    assert [shown(plain(bar.number)) for bar in bars.bars] == ["____", "-", "____"]
    assert [bar.share for bar in bars.bars] == [0.0, 0.0, 0.0]


def test_rates_are_numbers_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    found = project(tmp_path)
    assert build_all(found, ("tong",), Options(only=frozenset({"xlsx"}))).ok
    (path,) = found.output.rglob("*.xlsx")
    sheet = load_workbook(path)["3. Phụ lục III"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row for row in rows if isinstance(row[1], float)] == [
        ["UBND xã Ví Dụ A", 86.96],
        ["UBND xã Ví Dụ B", 86.96],
        ["Tổng số", 86.96],
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("value: settled.in_time%", "value: settled.in_time", "column-value-unknown"),
        ("value: settled.in_time%", "value: gi-do%", "column-value-unknown"),
        ("  dung-han:\n", "  khac:\n", "template-table-unknown"),
    ],
)
def test_bars_that_cannot_be_drawn_are_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    found = project(tmp_path)
    own = found.templates / "bao-cao-tong-hop"
    own.mkdir(parents=True)
    shipped = (ROOT / "templates" / "bao-cao-tong-hop" / "kind.yaml").read_text(encoding="utf-8")
    assert old in shipped
    (own / "kind.yaml").write_text(shipped.replace(old, new), encoding="utf-8")
    report = build_all(found, ("tong",))
    assert [item.code for item in report.all_diagnostics()] == [code]


def test_a_column_prints_no_quantity_that_it_does_not_know() -> None:
    figure = Tthc.model_validate({"id": "x", "kind": "tthc", "settled": {"early": 0}})
    found = figure.derive(dict(figure.parts()))  # type: ignore[arg-type]
    assert figure_text(found, "settled.early") == "0"
    assert figure_text(found, "settled.early%") is None


# --- one road with every other paper -----------------------------------------------------------------


def test_a_change_of_an_inspection_is_a_change_of_its_summary(tmp_path: Path) -> None:
    found = project(tmp_path)
    assert build_all(found, ("tong",), Options(only=frozenset({"docx"}))).ok

    def entry() -> dict[str, object]:
        entries = json.loads((found.output / "manifest.json").read_text(encoding="utf-8"))["papers"]
        return next(one for one in entries if one["inspection"] == "tong")

    before = entry()
    assert [one["path"] for one in before["covers"]] == ["inspections/mot.yaml", "inspections/hai.yaml"]  # type: ignore[attr-defined]
    file = found.inspections / "hai.yaml"
    file.write_text(TWO.replace("early: 40", "early: 41").replace("in_time: 8", "in_time: 7"), "utf-8")
    assert build_all(found, ("tong",), Options(only=frozenset({"docx"}))).ok
    after = entry()
    assert after["files"] != before["files"]
    assert after["covers"] != before["covers"]


def test_other_papers_say_nothing_of_covering(tmp_path: Path) -> None:
    found = project(tmp_path)
    assert build_all(found, ("mot",), Options(only=frozenset({"docx"}))).ok
    assert "covers" not in (found.output / "manifest.json").read_text(encoding="utf-8")


def test_the_archive_edition_carries_every_file_it_rests_on(tmp_path: Path) -> None:
    found = project(tmp_path)
    data = used_data(load(found, "tong.yaml"), load_catalogues(found)).decode()
    assert data.count("\n---\n") == 3
    assert all(text.rstrip() in data for text in (SUMMARY, ONE, TWO))
    assert "ubnd-xa-vi-du-b" in data.rpartition("\n---\n")[2]


def issued_project(folder: Path) -> Project:
    """Return a project whose summary was issued."""
    ended = "conclusion: {kind: thong-bao, number: 7/TB-UBND, date: 20/5/2026}\n"
    text = SUMMARY.replace("    month: 12\n", "    medium: giay\n    month: 12\n")
    found = project(folder, text, mot=ONE + ended, hai=TWO + ended.replace("7/TB", "8/TB"))
    at = datetime(2026, 12, 15, 9, tzinfo=timezone(timedelta(hours=7)))
    for step, by in ((Step.SUBMITTED, "pham-thi-d"), (Step.SIGNED, "nguyen-van-a")):
        take_step(found, AskedStep("tong", "bc", step, by, at, ELSEWHERE))
    issue_paper(found, AskedIssue("tong", "bc", "30", at.date(), "dang-thi-g", at))
    return found


def test_an_issued_summary_keeps_every_file_it_was_made_of(tmp_path: Path) -> None:
    found = issued_project(tmp_path)
    kept = {path.name: path for path in found.root.rglob("data/inspections/*.yaml")}
    assert sorted(kept) == ["hai.yaml", "mot.yaml", "tong.yaml"]
    again = find_project(kept["tong.yaml"].parent.parent)
    assert [one.inspection.id for one in load(again, "tong.yaml").covered] == ["mot", "hai"]


def test_an_issued_summary_says_that_an_inspection_says_otherwise_by_now(tmp_path: Path) -> None:
    found = issued_project(tmp_path)
    assert [*build_all(found, ("tong",)).all_diagnostics()] == []
    file = found.inspections / "hai.yaml"
    text = file.read_text("utf-8").replace("early: 40", "early: 41").replace("in_time: 8", "in_time: 7")
    file.write_text(text, "utf-8")
    assert [item.code for item in build_all(found, ("tong",)).all_diagnostics()] == ["issued-says-otherwise"]


def test_two_versions_of_a_summary_differ_by_what_they_cover(tmp_path: Path) -> None:
    old = project(tmp_path / "1", covering("{inspections: mot}"))
    new = project(tmp_path / "2")
    found = differences(earlier_version(old.root, "tong", new), current_version(new, "tong"), Composing(new))
    assert [change.path for change in found.changes] == ["covers.inspections"]
    sentences = found.papers[0].sentences
    assert len(sentences) > 5
    assert {cause for sentence in sentences for cause in sentence.causes} == {"covers.inspections"}


def test_list_and_show_tell_what_is_covered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project(tmp_path).root)
    assert main(["list", "--format", "json"]) == 0
    listed = {one["id"]: one.get("covers") for one in json.loads(capsys.readouterr().out)}
    assert listed == {"hai": None, "mot": None, "tong": ["mot", "hai"]}
    assert main(["show", "tong"]) == 0
    out = capsys.readouterr().out
    assert "Các cuộc được tổng hợp" in out
    assert "inspections/hai.yaml" in out
