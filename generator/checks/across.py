"""What no paper shows alone: rules that compare all papers of one run (A11, C9, D7)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.checks.answers import Hit
from generator.checks.figures import name
from generator.checks.numbering import Series, number_hits
from generator.wording import count, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.checks.case import Case
    from generator.model.figures import Figure

RULES = ("A11", "C9", "D7")
"""The rules that are asked of all papers together."""

_TOTALS = ("received.total", "settled.total", "pending.total", "received", "total", "checked", "denominator")


def across(cases: Sequence[Case], series: Series = Series.KIND) -> list[Mapping[str, tuple[Hit, ...]]]:
    """Return for each case, in their order, what its rules of `RULES` found; hand it to `check`.

    `series` says what is numbered on its own. One case alone is compared with itself.
    """
    found: list[dict[str, list[Hit]]] = [defaultdict(list) for _ in cases]
    for index, rule, hit in (*number_hits(cases, series), *_different_totals(cases)):
        found[index][rule].append(hit)
    return [{rule: tuple(hits[rule]) for rule in RULES} for hits in found]


def _different_totals(cases: Sequence[Case]) -> Iterator[tuple[int, str, Hit]]:
    """Yield figures of one object that another inspection, or another place of this one, counts otherwise."""
    first: dict[tuple[str, ...], tuple[Case, Figure, int]] = {}
    seen: set[str] = set()
    for index, case in enumerate(cases):
        if case.inspection.id in seen:
            continue
        seen.add(case.inspection.id)
        for turn, figure in enumerate(case.inspection.figures):
            for path, value in _totals(case, figure):
                what = (*_object(case, figure), path)
                if not all(what):
                    continue
                other, theirs, stated = first.setdefault(what, (case, figure, value))
                one_file = other.inspection.id == case.inspection.id
                # Unnamed figures of one file may well count different fields of work.
                if stated != value and not (one_file and figure.name is None):
                    told = {
                        "problem": "across",
                        "name": name(case, figure),
                        "field": path,
                        "right": count(value),
                        "stated": count(stated),
                        "other": f"{other.loaded.source.file}: {theirs.id}",
                    }
                    yield index, "A11", Hit(("figures", turn), told)


def _object(case: Case, figure: Figure) -> tuple[str, ...]:
    """Return what a figure counts: whose, of what kind and name, up to when; "" for what is not told."""
    agencies = {unit.id: unit.agency for unit in case.inspection.inspected_units}
    period = case.inspection.period
    start = short_date(period.start) if period and period.start else "-"
    until = short_date(figure.as_of) if figure.as_of else figure.period or ""
    label = figure.name or (figure.kind if figure.kind == "tthc" else "")
    return (agencies.get(figure.unit or "", ""), figure.kind, label, until, start)


def _totals(case: Case, figure: Figure) -> Iterator[tuple[str, int]]:
    found = case.figures.quantities((figure.id,))
    for path in _TOTALS:
        value = found[path].value if path in found else None
        if isinstance(value, int):
            yield path, value
