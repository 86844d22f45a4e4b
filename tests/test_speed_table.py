"""The promises about speed: every row is measured by the one command, and met means met."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.speed import papers
from benchmarks.speed.__main__ import QUICK, Scale, main, measurements
from benchmarks.speed.building import Projects
from benchmarks.speed.report import BEGIN, END, PAGE, line, machine, summary, table, written
from benchmarks.speed.table import ROWS, Clock, Measured, NotMeasured, Row, Sense, Target, holds, verdict
from benchmarks.speed.timing import ROOT, dearer, faster, in_turn
from generator.render.geometry import set_paper

PROMISED = {
    "docx-docxtpl": "≥ 8 ×",
    "docx-docxtemplater": "≥ 2 ×",
    "pdf-weasyprint": "≥ 1.8 ×",
    "office": "≥ 2 ×",
    "pdf-typst": "shown",
    "annex": "≥ 2 ×",
    "load": "≤ 6 ×",
    "nothing-1000": "≤ 25 ×",
    "nothing-10000": "≤ 12 ×",
    "one-changed": "≤ 1.2 ×",
    "processes": "≥ 1.8 ×",
    "memory": "≤ 1.05 ×",
    "scaling": "≤ 1.1 ×",
}


def row(sense: Sense, ratio: float = 0) -> Row:
    return Row("x", "work", "peer", Target(sense, ratio))


def measured(*ratios: float) -> Measured:
    return Measured(ratios, Clock.PROCESSOR, "1 ms", "2 ms", "same text")


def test_every_row_is_promised_and_measured(tmp_path: Path) -> None:
    assert {each.name: str(each.target) for each in ROWS} == PROMISED
    assert list(measurements(Scale(), Projects(tmp_path, 1))) == list(PROMISED)
    assert all(few <= many for few, many in zip(QUICK, Scale(), strict=True))


@pytest.mark.parametrize(
    ("sense", "wanted", "ratios", "met"),
    [
        (Sense.AT_LEAST, 8, (8.0,), True),
        (Sense.AT_LEAST, 8, (7.99,), False),
        (Sense.AT_MOST, 6, (6.0,), True),
        (Sense.AT_MOST, 6, (6.01,), False),
        (Sense.AT_LEAST, 2, (1.0, 3.0, 1.9), False),  # the median counts, not the best
        (Sense.AT_LEAST, 2, (1.0, 3.0, 2.1), True),
    ],
)
def test_met_is_what_the_median_reaches(
    sense: Sense, wanted: float, ratios: tuple[float, ...], met: bool
) -> None:
    result = measured(*ratios)
    assert verdict(row(sense, wanted), result) == ("met" if met else "NOT MET")
    assert holds(row(sense, wanted), result) is met


def test_what_is_shown_has_no_target_and_what_was_not_measured_is_never_met() -> None:
    assert verdict(row(Sense.SHOWN), measured(0.1)) == "shown"
    assert holds(row(Sense.SHOWN), measured(0.1))
    for sense in Sense:
        missing = NotMeasured("no peer")
        assert verdict(row(sense), missing) == "not measured: no peer"
        assert not holds(row(sense), missing)


def test_faster_is_theirs_over_ours_and_dearer_the_other_way() -> None:
    pairs = [(1.0, 2.0), (1.0, 4.0)]
    assert faster(pairs, Clock.WALL).ratios == (2, 4)
    assert dearer(pairs, Clock.WALL).ratios == (0.5, 0.25)
    assert (faster(pairs, Clock.WALL).ours, faster(pairs, Clock.WALL).theirs) == ("1 s", "3 s")
    assert faster([*pairs, (1.0, 3.0)], Clock.WALL).spread == (2.5, 3.5)


def test_both_sides_run_in_turn_and_the_first_runs_do_not_count() -> None:
    order: list[str] = []

    def side(name: str) -> float:
        order.append(name)
        return len(order)

    pairs = in_turn(lambda _run: side("ours"), lambda _run: side("theirs"), 3, warm=1)
    assert order == ["theirs", "ours", "ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert pairs == [(3, 4), (6, 5), (7, 8)]


def test_the_table_tells_each_row_the_machine_and_what_was_not_reached() -> None:
    results = [(ROWS[0], measured(9.0)), (ROWS[1], measured(1.0)), (ROWS[2], NotMeasured("no peer"))]
    text = table(results)
    assert summary(results) == "1 of 3 rows hold; not: docx-docxtemplater, pdf-weasyprint"
    assert text.count("\n| ") == 4
    assert "9 × (9–9)" in text
    assert "NOT MET" in text
    assert "not measured: no peer" in text
    assert machine() in text
    assert str(ROOT) not in text
    assert "wanted ≥ 8 ×: met" in line(*results[0])
    assert written(f"a\n{BEGIN}\nold\n{END}\nz", "new") == f"a\n{BEGIN}\nnew\n{END}\nz"


def test_the_page_has_every_row() -> None:
    text = PAGE.read_text("utf-8")
    kept = text[text.index(BEGIN) : text.index(END)]
    assert [
        each.name for each in ROWS if f"| {each.work} | {each.beside} | {each.target} |" not in kept
    ] == []


def test_each_run_prints_another_paper_of_the_same_layout() -> None:
    layout = papers.workshop().layout
    first, second = (set_paper(papers.varied(papers.sample(), number), layout) for number in (0, 1))
    assert first.body != second.body
    assert [block.kind for block in first.body] == [block.kind for block in second.body]
    assert papers.varied(papers.sample(), 10) == papers.sample()


def test_an_unknown_row_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "x"])
    assert "invalid choice" in capsys.readouterr().err
