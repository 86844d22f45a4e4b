"""Tables of a summary: its inspections, sums by unit and year, contents with limitations, duties by owner."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from generator.compose.cells import cell, figure_text, rate_of
from generator.compose.said_by import blank
from generator.compose.summing import (
    SUMMED,
    DutyCount,
    added,
    agencies_of,
    by_content,
    duties,
    duties_by_owner,
    duty_count,
    figures_by_unit,
)
from generator.document import Bar, Bars, Run
from generator.model.paper_kinds import PAPER_KINDS
from generator.wording import capitalise_first, count, decimal_text, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.summing import OwnFigure, UnitFigures
    from generator.document import Row, Runs
    from generator.kinds import BarsKind, Column, TableKind
    from generator.model.inspection import Inspection

_Row: TypeAlias = "Callable[[str], Runs]"  # what a row prints in the column of a value
_WHOLE = 100


class SummaryTables:
    """Makes the tables of one summary."""

    def __init__(self, order: Order, naming: Naming) -> None:
        self._covered, self._as_of, self._naming = order.loaded.covered, order.paper.as_of, naming
        self._calendar = order.catalogues.calendar
        self._by_unit = figures_by_unit(self._covered)
        self._years = list(dict.fromkeys(one.year for one in self._by_unit))

    def table(self, kind: TableKind) -> tuple[tuple[Column, ...], tuple[Row, ...], tuple[Row, ...]]:
        """Return the columns, without optional ones that are empty, the rows, and the rows of sums."""
        make = {
            "inspections": self._inspections,
            "agencies": self._agencies,
            "contents": self._contents,
            "owners": self._owners,
        }
        rows, sums = make[kind.rows](kind.total) if kind.rows in make else ([], [])
        kept = tuple(
            column
            for column in kind.columns
            if not column.optional or any(value(column.value) for value in rows)
        )
        return kept, _printed(rows, kept), _printed(sums if len(rows) > 1 else [], kept)

    def bars(self, kind: BarsKind) -> Bars:
        """Return a rate of every unit, and that of all together, as bars."""
        found: list[tuple[Runs, Sequence[OwnFigure]]] = [
            (self._unit_name(one), one.figures) for one in self._by_unit
        ]
        if kind.total and len(found) > 1:
            found.append(((Run(kind.total),), self._all()))
        head = ((Run(kind.head[0]),), (Run(kind.head[1]),))
        return Bars(kind.name, head, tuple(self._bar(label, own, kind.value) for label, own in found))

    def _bar(self, label: Runs, figures: Sequence[OwnFigure], path: str) -> Bar:
        rate = rate_of(added(figures), path)
        return Bar(label, self._figure(figures, path), float(rate / _WHOLE) if rate is not None else 0.0)

    # --- one row an inspection -----------------------------------------------------------------------

    def _inspections(self, _total: str | None) -> tuple[list[_Row], list[_Row]]:
        return [self._inspection(number, one.inspection) for number, one in enumerate(self._covered, 1)], []

    def _inspection(self, number: int, inspection: Inspection) -> _Row:
        agencies = agencies_of(inspection).values()
        return _row(
            index=str(number),
            subject=capitalise_first(inspection.subject.short),
            units=self._naming.listed(agencies),
            conclusion=conclusion_of(inspection),
            limitations=count(len(inspection.findings.limitations)),
            recommendations=count(len(inspection.recommendations)),
            year=str(inspection.year) if inspection.year else None,
            source=f"{SUMMED}{inspection.id}",
        )

    # --- one row an agency in a year -----------------------------------------------------------------

    def _agencies(self, total: str | None) -> tuple[list[_Row], list[_Row]]:
        rows = [self._figures(str(n), self._unit(one), one.year, one.figures) for n, one in self._numbered()]
        sums = [
            self._figures("", f"{total} năm {year}", year, self._all(year))
            for year in self._years
            if total and len(self._years) > 1 and year is not None
        ]
        return rows, [*sums, self._figures("", total, None, self._all())] if total else []

    def _numbered(self) -> list[tuple[int, UnitFigures]]:
        return list(enumerate(self._by_unit, 1))

    def _figures(self, number: str, name: str, year: int | None, figures: Sequence[OwnFigure]) -> _Row:
        several = len(self._years) > 1
        fixed = {"index": number, "unit": name, "year": str(year) if year and several and number else ""}

        def value(path: str) -> Runs:
            if path in fixed:
                return (Run(fixed[path]),) if fixed[path] else ()
            return self._figure(figures, path)

        return value

    def _figure(self, figures: Sequence[OwnFigure], path: str) -> Runs:
        source = f"{SUMMED}{path}"
        text = figure_text(added(figures), path)
        return (Run(text, source=source),) if text is not None else (blank(source),)

    def _all(self, year: int | None = None) -> list[OwnFigure]:
        return [own for one in self._by_unit if year in (None, one.year) for own in one.figures]

    def _unit(self, one: UnitFigures) -> str:
        return self._naming.abbreviated(one.agency)

    def _unit_name(self, one: UnitFigures) -> Runs:
        """Return the name of a row of bars; with the year where there are several."""
        year = f" (năm {one.year})" if len(self._years) > 1 and one.year else ""
        return (Run(f"{self._unit(one)}{year}"),)

    # --- one row a content ---------------------------------------------------------------------------

    def _contents(self, _total: str | None) -> tuple[list[_Row], list[_Row]]:
        rows = []
        for number, one in enumerate(by_content(self._covered), 1):
            titles = {scope.id: scope.text for scope in one.inspection.scope}
            rows.append(
                _row(
                    index=str(number),
                    content=titles[one.key[0]] if one.key else "-",
                    limitations=count(one.limitations),
                    units=None if one.units is None else count(one.units),
                    inspections=count(one.inspections),
                    source=f"{SUMMED}{one.key[0] if one.key else 'khac'}",
                )
            )
        return rows, []

    # --- one row an owner ----------------------------------------------------------------------------

    def _owners(self, total: str | None) -> tuple[list[_Row], list[_Row]]:
        found = duties(self._covered, self._as_of, self._calendar)
        rows = [
            self._owner(
                str(number), self._naming.abbreviated(one.owner) if one.owner else one.words or None, counted
            )
            for number, (one, counted) in enumerate(duties_by_owner(found), 1)
        ]
        return rows, [self._owner("", total, duty_count(found))] if total else []

    @staticmethod
    def _owner(number: str, name: str | None, counted: DutyCount) -> _Row:
        rate = Fraction(counted.done * _WHOLE, counted.total) if counted.total else None
        return _row(
            index=number,
            owner=name,
            total=count(counted.total),
            done=count(counted.done),
            partly=count(counted.partly),
            undone=count(counted.undone),
            unreported=count(counted.unreported),
            overdue=None if counted.overdue is None else count(counted.overdue),
            **{"done%": "-" if rate is None else decimal_text(rate)},
            source=f"{SUMMED}{name or 'kien-nghi'}",
        )


def conclusion_of(inspection: Inspection) -> str | None:
    """Return the conclusion by kind, number and day; None when it is not typed."""
    typed = inspection.conclusion
    if typed is None or typed.number is None or typed.date is None:
        return None
    kind = PAPER_KINDS[typed.kind].name if typed.kind in PAPER_KINDS else capitalise_first(typed.kind or "")
    return f"{kind} số {typed.number} ngày {short_date(typed.date)}".strip()


def _row(source: str, **values: str | None) -> _Row:
    """Return a row: an unknown value is a gap, an empty one an empty cell."""

    def value(name: str) -> Runs:
        text = values[name]
        if text is None:
            return (blank(f"{source}.{name}"),)
        return (Run(text, source=None if name == "index" else f"{source}.{name}"),) if text else ()

    return value


def _printed(rows: Sequence[_Row], columns: Sequence[Column]) -> tuple[Row, ...]:
    return tuple(tuple(cell(column, value(column.value)) for column in columns) for value in rows)
