"""What only several papers show: numbers given twice or out of order, one object with two totals."""

from __future__ import annotations

import tracemalloc
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.checking import check_all
from generator.checks import check, to_compare
from generator.checks.across import RULES, Facts, across
from generator.checks.case import Case
from generator.checks.numbering import Series
from generator.checks.rules import rules
from generator.diagnostics import Diagnostic
from generator.inspection_index import inspection_files
from generator.load import load_catalogues, load_inspection
from generator.messages import Messages
from generator.project import find_project
from generator.session import rule_words
from tests.inspections import CLEAN, ROOT, new_project

ISSUED = CLEAN.replace("    month: 5\n", "    number: 45/TB-UBND\n    date: 18/5/2026\n")
FIGURE = "  - {id: h, kind: tthc, unit: a, as_of: 31/3/2026"


@dataclass(frozen=True)
class Pair:
    """What two inspections differ in."""

    first: tuple[tuple[str, str], ...]
    second: tuple[tuple[str, str], ...]


OTHER = ("id: nho\n", "id: khac\n")
# Two inspections of other years have other decisions, plans and figures.
APART = (
    OTHER,
    ("number: 1/QĐ-UBND", "number: 7/QĐ-UBND"),
    ("number: 2/KH-UBND", "number: 8/KH-UBND"),
    ("number: 3/BC-ĐKT", "number: 9/BC-ĐKT"),
    ("number: 4/UBND", "number: 10/UBND"),
    ("as_of: 31/3/2026", "as_of: 28/02/2026"),
)
BROKEN = {
    "C9": Pair((), APART),
    "D7": Pair(
        (), (*APART, ("number: 45/TB-UBND", "number: 46/TB-UBND"), ("date: 18/5/2026", "date: 15/5/2026"))
    ),
    "A11": Pair(
        (),
        (
            *APART[:-1],
            ("number: 45/TB-UBND", "number: 46/TB-UBND"),
            ("received: {online: 60", "received: {online: 61"),
            ("pending: {in_time: 8", "pending: {in_time: 9"),
        ),
    ),
}


def cases(folder: Path, *texts: str) -> list[Case]:
    project = new_project(folder, **{f"i{number}": text for number, text in enumerate(texts)})
    catalogues = load_catalogues(project)
    loaded = [load_inspection(path, project, catalogues) for path in inspection_files(project)]
    return [Case(item, paper, catalogues) for item in loaded for paper in item.inspection.documents]


def changed(changes: tuple[tuple[str, str], ...]) -> str:
    text = ISSUED
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def told(found: list[Case], **options: Series) -> set[str]:
    compared = across([to_compare(case) for case in found], **options)
    return {item.code for hits in compared for some in hits.values() for item in some}


def report(folder: Path, *rules: str, **texts: str) -> list[Diagnostic]:
    found = check_all(new_project(folder, **texts)).all_diagnostics()
    return [item for item in found if item.code in rules]


def test_two_inspections_apart_break_no_rule(tmp_path: Path) -> None:
    other = changed((*APART, ("number: 45/TB-UBND", "number: 46/TB-UBND")))
    assert told(cases(tmp_path, ISSUED, other)) == set()


@pytest.mark.parametrize("rule", BROKEN)
def test_a_pair_is_found_by_its_rule_and_no_other(rule: str, tmp_path: Path) -> None:
    found = cases(tmp_path, changed(BROKEN[rule].first), changed(BROKEN[rule].second))
    assert told(found) == {rule}
    shared = across([to_compare(case) for case in found])
    broken = [item for hits in shared for item in hits[rule]]
    assert {item.place.file for item in broken} == {"inspections/i1.yaml"}
    for language in ("vi", "en"):
        for item in broken:
            assert "{" not in Messages(language, rule_words(language)).say(item.code, item.arguments)[0]


def test_the_shipped_inspections_are_apart() -> None:
    project = find_project(ROOT)
    catalogues = load_catalogues(project)
    loaded = [load_inspection(path, project, catalogues) for path in inspection_files(project)]
    found = [Case(item, paper, catalogues) for item in loaded for paper in item.inspection.documents]
    assert len(found) >= 6
    assert told(found) == set()


def test_one_paper_cited_by_two_inspections_is_one_paper(tmp_path: Path) -> None:
    other = changed(
        (OTHER, ("number: 45/TB-UBND", "number: 46/TB-UBND"), ("as_of: 31/3/2026", "as_of: 28/02/2026"))
    )
    assert told(cases(tmp_path, ISSUED, other)) == set()


def test_one_number_cited_with_two_days_is_told(tmp_path: Path) -> None:
    plan = "{id: kh, kind: ke-hoach, number: 5/KH-UBND, date: 08/01/2026, issuer: ubnd-tinh-mau}"
    cited = f"papers: [{plan}]\nfigures:\n"
    with_paper = ISSUED.replace("figures:\n", cited)
    other = changed((*APART, ("number: 45/TB-UBND", "number: 46/TB-UBND"))).replace(
        "figures:\n", cited.replace("08/01", "09/01")
    )
    assert told(cases(tmp_path, with_paper, other)) == {"C9"}


def test_each_kind_or_the_agency_as_a_whole_is_a_series(tmp_path: Path) -> None:
    other = changed(
        (*APART, ("number: 45/TB-UBND", "number: 46/BC-UBND"), ("date: 18/5/2026", "date: 15/5/2026"))
    )
    found = cases(tmp_path, ISSUED, other)
    assert told(found) == set()
    assert told(found, series=Series.AGENCY) == {"D7"}


def test_the_chairmans_papers_are_numbered_with_his_committees(tmp_path: Path) -> None:
    other = changed((*APART, ("issuer: ubnd-tinh-mau", "issuer: chu-tich-ubnd-tinh-mau")))
    assert told(cases(tmp_path, ISSUED, other)) == {"C9"}


def test_another_agency_or_year_is_another_series(tmp_path: Path) -> None:
    agency = changed((*APART, ("issuer: ubnd-tinh-mau", "issuer: ubnd-xa-vi-du-b")))
    assert told(cases(tmp_path / "1", ISSUED, agency)) == set()
    year = changed((*APART, ("    date: 18/5/2026", "    date: 18/5/2027")))
    assert told(cases(tmp_path / "2", ISSUED, year)) == set()


def test_a_paper_without_number_is_not_compared(tmp_path: Path) -> None:
    assert told(cases(tmp_path, CLEAN, CLEAN.replace(*OTHER))) == set()


def test_unnamed_figures_of_one_file_may_count_different_things(tmp_path: Path) -> None:
    second = (
        FIGURE.replace("id: h,", "id: g,")
        + ", received: {total: 5}, settled: {total: 5}, pending: {total: 0}}\n"
    )
    both = ISSUED.replace("recommendations:", f"{second}recommendations:")
    assert told(cases(tmp_path / "1", both)) == set()
    named = both.replace("id: g,", "id: g, name: Hồ sơ,").replace("id: h,", "id: h, name: Hồ sơ,")
    assert told(cases(tmp_path / "2", named)) == {"A11"}


def test_the_rules_of_papers_together_are_those_of_the_comparison(tmp_path: Path) -> None:
    (case,) = cases(tmp_path, ISSUED)
    alone = {result.rule for result in check(case)}
    assert alone.isdisjoint({"C9", "D7"})
    assert set(RULES) <= set(rules())
    paper = next(iter(check_all(new_project(tmp_path / "2", nho=ISSUED)).papers))
    assert {one.rule: one.outcome.value for one in paper.rules}["C9"] == "passed"


@pytest.mark.parametrize(("rule", "code"), [("D7", "D7"), ("C9", "ignore-unused")])
def test_what_is_ignored_with_a_reason_is_left_out_and_an_idle_ignore_is_told(
    rule: str, code: str, tmp_path: Path
) -> None:
    second = changed(BROKEN["D7"].second) + f"ignore: [{{rule: {rule}, reason: đã xem}}]\n"
    found = report(tmp_path, "D7", "C9", "ignore-unused", nho=ISSUED, sau=second)
    assert [item.code for item in found] == ([] if code == rule else [code, "D7"])


def test_nothing_is_compared_with_nothing() -> None:
    assert across([]) == []
    assert all(not hits for hits in across([Facts("a"), Facts("b")])[0].values())


def test_what_is_kept_of_each_inspection_is_small(tmp_path: Path) -> None:
    """Its broken twin keeps the inspections: each is some hundred kilobytes."""
    texts = {f"n{number}": CLEAN.replace("id: nho", f"id: n{number}", 1) for number in range(12)}
    project = new_project(tmp_path, **texts)
    check_all(project)
    tracemalloc.start()
    report = check_all(project)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(report.papers) == 12
    assert kept / 12 < 60_000


def test_an_office_that_numbers_all_its_papers_in_one_series_says_so_in_its_settings(tmp_path: Path) -> None:
    other = changed(
        (*APART, ("number: 45/TB-UBND", "number: 46/BC-UBND"), ("date: 18/5/2026", "date: 15/5/2026"))
    )
    assert report(tmp_path, "D7", nho=ISSUED, sau=other) == []
    (tmp_path / "ketluan.toml").write_text('number_series = "agency"\n', encoding="utf-8")
    (hit,) = [item for item in check_all(find_project(tmp_path)).all_diagnostics() if item.code == "D7"]
    assert hit.place.file == "inspections/sau.yaml"
