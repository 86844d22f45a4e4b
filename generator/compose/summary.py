"""What the wording of a summary (báo cáo tổng hợp) sees of what it covers: counts, sums, states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compose.cells import rate_of
from generator.compose.pieces import Citation, Said, said
from generator.compose.said_by import blank, printed
from generator.compose.summing import (
    SUMMED,
    added,
    agencies_of,
    by_act,
    by_content,
    by_phrase,
    duties,
    duties_by_owner,
    duty_count,
    figures_by_unit,
    units_without_figures,
)
from generator.document import Run
from generator.model.figures import Form, Quantity
from generator.wording import MOST_NAMED, enumerate_vi, prose_count, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.summing import Counted, DutyCount, OwnFigure
    from generator.model.figures import Quantities

View = dict[str, Any]


class SummaryViews:
    """Builds the value ``summary`` of the context."""

    def __init__(self, order: Order, naming: Naming) -> None:
        self._covered, self._as_of, self._naming = order.loaded.covered, order.paper.as_of, naming
        self._phrases, self._calendar = order.catalogues.phrases, order.catalogues.calendar

    def context(self) -> View:
        """Return the counts, the sums and the states by the names that templates use."""
        inspections = [one.inspection for one in self._covered]
        usual = by_phrase(self._covered)
        units = list(dict.fromkeys(key for one in inspections for key in agencies_of(one).values()))
        return {
            "inspections": prose_count(len(inspections)),
            "years": self._years(),
            "units": {
                "counted": prose_count(len(units)),
                "listed": said(self._naming.listed(units), "covers") if len(units) <= MOST_NAMED else None,
            },
            "figures": self._figures(),
            "limitations": prose_count(sum(len(one.findings.limitations) for one in inspections)),
            "contents": [self._content(one) for one in by_content(self._covered)],
            "usual": prose_count(sum(one.limitations for one in usual)),
            "phrases": [self._phrase(one) for one in usual],
            "acts": [self._act(one) for one in by_act(self._covered)],
            "duties": self._duties(),
        }

    def _years(self) -> Said:
        """Return "năm 2026", "các năm 2025 và 2026"; a gap for one that no file tells."""
        found = {one.inspection.year for one in self._covered}
        known = [str(year) for year in sorted(year for year in found if year is not None)]
        value = said("các năm " if len(found) > 1 else "năm ") + said(enumerate_vi(known), "covers")
        return value + Said([blank("covers")]) if None in found else value

    # --- figures -------------------------------------------------------------------------------------

    def _figures(self) -> View | None:
        """Return the sums of the files of all units; nothing when no inspection has such figures."""
        units = figures_by_unit(self._covered)
        if not units:
            return None
        own = [figure for one in units for figure in one.figures]
        years = list(dict.fromkeys(one.year for one in units))
        days = {one.figure.as_of for one in own}
        day = days.pop() if len(days) == 1 else None
        without = units_without_figures(self._covered)
        return {
            "units": prose_count(len({one.agency for one in units})),
            "value": _values(own),
            "years": [
                {
                    "year": str(year),
                    "value": _values([f for one in units if one.year == year for f in one.figures]),
                }
                for year in years
                if year is not None and len(years) > 1
            ],
            "as_of": said(short_date(day), "covers") if day else None,
            "without": said(self._naming.listed(without), "covers") if without else None,
        }

    # --- limitations ---------------------------------------------------------------------------------

    def _content(self, one: Counted) -> View:
        """Return a content with how often it was found wanting; nothing for those of no content."""
        titles = {scope.id: scope.text for scope in one.inspection.scope}
        return {"title": said(titles[one.key[0]], "covers") if one.key else None, **_counts(one)}

    def _phrase(self, one: Counted) -> View:
        """Return what a phrase of the library is about, and how often it was used."""
        phrase = self._phrases[one.key[0]]
        return {"title": said(phrase.title, "covers"), **_counts(one)}

    @staticmethod
    def _act(one: Counted) -> View:
        """Return an act, with the provision if it is typed, and how often something broke it."""
        act = Said([Citation(one.key[0])])
        provision = said(f"{one.key[1]} ", "covers") if len(one.key) > 1 else Said([])
        return {"act": provision + act, **_counts(one)}

    # --- duties --------------------------------------------------------------------------------------

    def _duties(self) -> View | None:
        """Return how far the duties of all owners are on the day of the paper, if there are any."""
        found = duties(self._covered, self._as_of, self._calendar)
        if not found:
            return None
        counted, late = duty_count(found), duty_count(found).overdue
        whole = {"total": Quantity(counted.total), "done": Quantity(counted.done, base="total")}
        return {
            "recommendations": prose_count(len({id(one.item) for one in found})),
            "owners": prose_count(len(duties_by_owner(found))),
            "total": prose_count(counted.total),
            "counts": said(_states(counted), f"{SUMMED}duties"),
            "done_rate": _values_of(whole)("done%"),
            "overdue": _gap("overdue") if late is None else said(prose_count(late)) if late else None,
        }


def _states(counted: DutyCount) -> str:
    """Return "17 nội dung hoàn thành, 02 nội dung hoàn thành một phần"; what there is none of is left out."""
    states = (
        ("hoàn thành", counted.done),
        ("hoàn thành một phần", counted.partly),
        ("chưa hoàn thành", counted.undone),
        ("chưa báo cáo kết quả", counted.unreported),
    )
    return ", ".join(f"{prose_count(number)} nội dung {words}" for words, number in states if number)


def _counts(one: Counted) -> View:
    units = _gap("units") if one.units is None else said(prose_count(one.units), f"{SUMMED}units")
    return {
        "limitations": prose_count(one.limitations),
        "units": units,
        "inspections": prose_count(one.inspections),
    }


def _values(figures: Sequence[OwnFigure]) -> Callable[[str], Said]:
    return _values_of(added(figures))


def _values_of(found: Quantities) -> Callable[[str], Said]:
    """Return what prints a quantity by its path, with ``%`` its share, as prose does."""

    def value(path: str) -> Said:
        source = f"{SUMMED}{path}"
        quantity = found[path.removesuffix("%")]
        asked = Quantity(rate_of(found, path), Form.RATE) if path.endswith("%") else quantity
        text = printed(asked)
        return Said([blank(source) if text is None else Run(text, source=source)])

    return value


def _gap(name: str) -> Said:
    return Said([blank(f"{SUMMED}{name}")])
