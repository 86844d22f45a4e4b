"""Rules that compare papers: one number a series, larger numbers not of earlier days, one total an object."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from generator.checking import check_all
from generator.checks.across import Facts, across
from tests.inspections import CLEAN, new_project

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

OTHER = CLEAN.replace("id: nho", "id: hai", 1)


def numbered(text: str, number: str, date: str) -> str:
    kind = "    kind: thong-bao-ket-luan\n"
    assert kind in text
    return text.replace(kind, f"{kind}    number: {number}\n    date: {date}\n", 1)


def told(folder: Path, *rules: str, **texts: str) -> list[Diagnostic]:
    report = check_all(new_project(folder, **texts))
    return [item for item in report.all_diagnostics() if item.code in rules]


def test_one_number_given_twice_is_found_and_two_numbers_are_not(tmp_path: Path) -> None:
    first = numbered(CLEAN, "45/TB-UBND", "18/5/2026")
    (hit,) = told(tmp_path / "1", "C9", nho=first, hai=numbered(OTHER, "45/TB-UBND", "19/5/2026"))
    assert (hit.place.file, hit.arguments["number"]) == ("inspections/nho.yaml", "45/TB-UBND")
    assert told(tmp_path / "2", "C9", "D7", nho=first, hai=numbered(OTHER, "46/TB-UBND", "19/5/2026")) == []
    assert told(tmp_path / "3", "C9", nho=first, hai=numbered(OTHER, "45/TB-UBND", "19/5/2027")) == []


def test_a_larger_number_of_an_earlier_day_is_found(tmp_path: Path) -> None:
    first = numbered(CLEAN, "45/TB-UBND", "18/5/2026")
    (hit,) = told(tmp_path, "D7", nho=first, hai=numbered(OTHER, "46/TB-UBND", "17/5/2026"))
    assert (hit.place.file, hit.arguments["other"]) == ("inspections/hai.yaml", "45/TB-UBND")


def test_two_totals_of_one_object_are_found(tmp_path: Path) -> None:
    more = OTHER.replace("overdue: 12", "overdue: 13", 1)
    (hit, *_) = told(tmp_path / "1", "A11", nho=CLEAN, hai=more)
    assert (hit.arguments["right"], hit.arguments["stated"]) == ("92", "93")
    assert told(tmp_path / "2", "A11", nho=CLEAN, hai=OTHER) == []


@pytest.mark.parametrize(("rule", "code"), [("D7", "D7"), ("C9", "ignore-unused")])
def test_what_is_ignored_with_a_reason_is_left_out_and_an_idle_ignore_is_told(
    rule: str, code: str, tmp_path: Path
) -> None:
    first = numbered(CLEAN, "45/TB-UBND", "18/5/2026")
    second = numbered(OTHER, "46/TB-UBND", "17/5/2026") + f"ignore: [{{rule: {rule}, reason: đã xem}}]\n"
    found = told(tmp_path, "D7", "C9", "ignore-unused", nho=first, hai=second)
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
