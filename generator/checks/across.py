"""What no paper shows alone: rules that compare all papers of one run (A11, C9, D7)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.figures import name
from generator.checks.numbering import Series, number_hits, numbers_of
from generator.checks.rules import rules
from generator.diagnostics import Diagnostic, Severity
from generator.wording import count, short_date

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from generator.checks.case import Case
    from generator.checks.numbering import Found, Numbered
    from generator.diagnostics import Place
    from generator.model.figures import Figure

RULES = ("A11", "C9", "D7")
"""The rules that are asked of all papers together."""

_TOTALS = ("received.total", "settled.total", "pending.total", "received", "total", "checked", "denominator")


@dataclass(frozen=True, slots=True)
class Total:
    """A total as one figure states it; `what` is whose, of what kind and name, from when to when."""

    what: tuple[str, ...]
    value: int
    place: Place
    figure: str
    name: str
    named: bool


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule of `RULES` that an inspection ignores; `used` when its own data already break it."""

    rule: str
    place: Place
    used: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What one paper adds to the comparison: so little that it is kept while thousands are read."""

    inspection: str
    numbers: tuple[Numbered, ...] = ()
    totals: tuple[Total, ...] = ()
    ignored: tuple[Ignored, ...] = ()


def facts(case: Case, justified: Container[str] = ()) -> Facts:
    """Return the facts of a paper; those of its whole inspection go with the first of its papers.

    `justified` are the ignored rules that the inspection's own data break: their ignore is in use.
    """
    inspection = case.inspection
    first = not inspection.documents or inspection.documents[0].id == case.paper.id
    ignored = [
        Ignored(item.rule, case.loaded.source.place(("ignore", index)), used=item.rule in justified)
        for index, item in enumerate(inspection.ignore)
        if first and item.rule in RULES
    ]
    return Facts(
        inspection.id,
        numbers_of(case, cited=first),
        tuple(_totals(case)) if first else (),
        tuple(ignored),
    )


def across(told: Sequence[Facts], series: Series = Series.KIND) -> list[Mapping[str, tuple[Diagnostic, ...]]]:
    """Return for each paper, in their order, what the rules of `RULES` found.

    `series` says what is numbered on its own. One paper alone is compared with itself. What an inspection
    ignores is left out, and an ignore that leaves nothing out is told.
    """
    found: list[dict[str, list[Diagnostic]]] = [defaultdict(list) for _ in told]
    ignored = {(one.inspection, item.rule) for one in told for item in one.ignored}
    used = {(one.inspection, item.rule) for one in told for item in one.ignored if item.used}
    numbers = number_hits([one.numbers for one in told], series)
    for index, rule, place, arguments in (*numbers, *_different_totals(told)):
        if (told[index].inspection, rule) in ignored:
            used.add((told[index].inspection, rule))
        else:
            level = rules()[rule].level_of(arguments)
            found[index][rule].append(Diagnostic(rule, place, level, arguments))
    for index, one in enumerate(told):
        for item in one.ignored:
            if (one.inspection, item.rule) not in used:
                unused = Diagnostic("ignore-unused", item.place, Severity.WARNING, {"rule": item.rule})
                found[index][item.rule].append(unused)
    return [{rule: tuple(one[rule]) for rule in RULES} for one in found]


def _different_totals(told: Sequence[Facts]) -> Iterator[Found]:
    """Yield figures of one object that another inspection, or another place of this one, counts otherwise."""
    first: dict[tuple[str, ...], Total] = {}
    for index, one in enumerate(told):
        for total in one.totals:
            other = first.setdefault(total.what, total)
            # Unnamed figures of one file may well count different fields of work.
            one_file = other.place.file == total.place.file
            if total.value != other.value and not (one_file and not total.named):
                yield index, "A11", total.place, _difference(total, other)


def _difference(total: Total, other: Total) -> dict[str, str]:
    return {
        "problem": "across",
        "name": total.name,
        "field": total.what[-1],
        "right": count(total.value),
        "stated": count(other.value),
        "other": f"{other.place.file}: {other.figure}",
    }


def _totals(case: Case) -> Iterator[Total]:
    for turn, figure in enumerate(case.inspection.figures):
        place = case.loaded.source.place(("figures", turn))
        for path, value in _stated(case, figure):
            what = (*_object(case, figure), path)
            if all(what):
                yield Total(what, value, place, figure.id, name(case, figure), figure.name is not None)


def _object(case: Case, figure: Figure) -> tuple[str, ...]:
    """Return what a figure counts: whose, of what kind and name, up to when; "" for what is not told."""
    agencies = {unit.id: unit.agency for unit in case.inspection.inspected_units}
    period = case.inspection.period
    start = short_date(period.start) if period and period.start else "-"
    until = short_date(figure.as_of) if figure.as_of else figure.period or ""
    label = figure.name or (figure.kind if figure.kind == "tthc" else "")
    return (agencies.get(figure.unit or "", ""), figure.kind, label, until, start)


def _stated(case: Case, figure: Figure) -> Iterator[tuple[str, int]]:
    found = case.figures.quantities((figure.id,))
    for path in _TOTALS:
        value = found[path].value if path in found else None
        if isinstance(value, int):
            yield path, value
