"""Tables of annexes: columns are data of the kind, rows are figures or recommendations."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.compose.annex_rows import WHOLE, AnnexRows
from generator.compose.cells import cell, figure_text
from generator.compose.correction_table import CorrectionTable
from generator.compose.numbering import Position, places
from generator.compose.people import People
from generator.compose.pieces import said
from generator.compose.readiness import data_path
from generator.compose.said_by import blank
from generator.compose.summary_tables import SummaryTables
from generator.diagnostics import Diagnostic, Refused
from generator.document import Align, Cell, Row, Run, Table, plain
from generator.model.inspected_units import PARTS, Session
from generator.model.progress import STATUSES
from generator.wording import capitalise_first, dates_of_work, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.compose.annex_rows import Values
    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.pieces import Said
    from generator.compose.said_by import Speaker
    from generator.document import Runs
    from generator.kinds import Column, TableKind
    from generator.model.figures import Tthc
    from generator.model.inspected_units import InspectedUnit
    from generator.model.inspection import Inspection
    from generator.model.recommendations import Recommendation


class Tables:
    """Makes the tables of one paper; `resolve` turns pieces into runs, `positions` are block places."""

    def __init__(
        self,
        order: Order,
        naming: Naming,
        speaker: Speaker,
        resolve: Callable[[Said], Runs],
        positions: Mapping[str, Position],
    ) -> None:
        self._inspection, self._figures, self._naming = order.inspection, order.loaded.figures, naming
        self._people = People(order.inspection, order.catalogues, order.day)
        self._speaker, self._resolve, self._positions = speaker, resolve, positions
        self._own, self._as_of = own_unit(order), order.paper.as_of
        self._order = order
        self._annex = AnnexRows(order, naming, speaker, resolve)
        self._summary = SummaryTables(order, naming) if order.loaded.covered else None
        self._publication = order.kind.publication if order.public else None

    def table(self, kind: TableKind, part: int = 0) -> tuple[Table, str]:
        """Return the table of one kind with all its rows, and what is said below of columns left out.

        `part` is which of several a table is for: a group of corrected cells, counted from 1.
        """
        if kind.rows == "corrections":
            made = CorrectionTable(self._order, self._naming, self._resolve)
            heads = _numbered(kind, made.columns(kind))
            shares = tuple(float(column.width) for column in heads)
            return Table(kind.name, shares, _head(heads), made.rows(kind, part)), ""
        if self._summary is not None:
            columns, body, sums = self._summary.table(kind)
            shares = tuple(float(column.width) for column in columns)
            return Table(kind.name, shares, _head(columns), body, sums), ""
        listed = {
            "fields": (self._annex.fields, self._annex.field_total),
            "files": (self._annex.files, None),
            "survey": (self._annex.survey, self._annex.survey_total),
            "indicators": (self._annex.indicators, None),
        }
        if kind.rows in listed:
            rows, total = listed[kind.rows]
            found = rows(kind)
            if not found:
                raise Refused([self._without_rows(kind)])
            return self._listed_table(kind, found, total(kind) if total else [])
        return self._computed_table(kind), ""

    def _without_rows(self, kind: TableKind) -> Diagnostic:
        """Return what is said of an annex that a paper asks for and that would have an empty table."""
        place = self._order.loaded.source.place((*data_path(self._order.path), "annexes"))
        return Diagnostic("annex-without-rows", place, arguments={"name": kind.name})

    def _listed_table(
        self, kind: TableKind, rows: Sequence[Values], total: Sequence[Values]
    ) -> tuple[Table, str]:
        left_out = self._left_out(kind, rows)
        kept = [
            column
            for column in kind.columns
            if column not in left_out and (not column.optional or any(row.get(column.value) for row in rows))
        ]
        columns = _numbered(kind, kept)
        shares = tuple(float(column.width) for column in columns)
        body, sums = (tuple(_row(columns, row) for row in found) for found in (rows, total))
        heads = "; ".join(column.head for column in left_out)
        said = self._publication.left_out.replace("{columns}", heads) if self._publication and heads else ""
        return Table(kind.name, shares, _head(columns), body, sums), said

    def _left_out(self, kind: TableKind, rows: Sequence[Values]) -> list[Column]:
        """Return the private columns of which a paper for publication prints nothing."""
        if self._publication is None:
            return []
        withheld = {"", self._publication.withheld}
        printed = {
            column.value: {plain(row.get(column.value, ())) for row in rows if WHOLE not in row}
            for column in kind.columns
            if column.private
        }
        return [
            column
            for column in kind.columns
            if column.private and printed[column.value] - {""} and not printed[column.value] - withheld
        ]

    def _computed_table(self, kind: TableKind) -> Table:
        make = {
            "units": self._unit_rows,
            "figures": self._figure_rows,
            "recommendations": self._recommendation_rows,
            "sessions": self._session_rows,
            "members": self._member_rows,
        }
        kind = self._without_empty_columns(kind)
        rows = make[kind.rows](kind)
        total = (self._total_row(kind),) if kind.total and len(rows) > 1 else ()
        shares = tuple(float(column.width) for column in kind.columns)
        return Table(kind.name, shares, _head(kind.columns), tuple(rows), total)

    def _without_empty_columns(self, kind: TableKind) -> TableKind:
        """Return the table without optional columns of which no session, no recommendation says anything."""
        typed: list[Session | Recommendation] = [
            session for unit in self._inspection.inspected_units for session in unit.sessions
        ]
        if kind.rows == "recommendations":
            typed = [item for _, item in self._listed(kind)]
        kept = [
            column
            for column in kind.columns
            if not column.optional or any(getattr(one, column.value, None) for one in typed)
        ]
        return kind.model_copy(update={"columns": tuple(_numbered(kind, kept))})

    # --- one row a unit ----------------------------------------------------------------------------

    def _unit_rows(self, kind: TableKind) -> list[Row]:
        return [
            tuple(cell(column, self._unit_value(column, index, unit)) for column in kind.columns)
            for index, unit in enumerate(self._inspection.inspected_units)
        ]

    def _unit_value(self, column: Column, index: int, unit: InspectedUnit) -> Runs:
        path = f"inspected_units.{index}"
        if column.value == "index":
            return (Run(str(index + 1)),)
        if column.value == "unit":
            return (Run(self._naming.abbreviated(unit.agency), source=f"{path}.agency"),)
        days = [session.date for session in unit.sessions if session.date]
        return _given(capitalise_first(dates_of_work(days)) if days else "", f"{path}.sessions")

    # --- one row a session, one row a member --------------------------------------------------------

    def _session_rows(self, kind: TableKind) -> list[Row]:
        """Return the schedule: a row for every session of every unit, the unit's cell of all its rows."""
        found = [
            (f"inspected_units.{index}.sessions.{number}", unit, session)
            for index, unit in enumerate(self._inspection.inspected_units)
            for number, session in enumerate(unit.sessions or (Session(),))
        ]
        return [
            tuple(
                cell(column, self._session_value(column, number, path, unit, session))
                for column in kind.columns
            )
            for number, (path, unit, session) in enumerate(found, 1)
        ]

    def _session_value(
        self, column: Column, number: int, path: str, unit: InspectedUnit, session: Session
    ) -> Runs:
        day = short_date(session.date) if session.date else session.date_text
        typed = {
            "index": (str(number), None),
            "unit": (self._naming.abbreviated(unit.agency), f"{path.rpartition('.sessions')[0]}.agency"),
            "day": (day, f"{path}.date"),
            "part": (capitalise_first(PARTS[session.part]) if session.part else None, f"{path}.part"),
            "place": (capitalise_first(session.place or ""), f"{path}.place"),
        }
        text, source = typed[column.value]
        return (Run(text, source=source),) if text else (blank(source or path),)

    def _member_rows(self, kind: TableKind) -> list[Row]:
        """Return the list of the team, its members in their order."""
        rows = []
        for number, member in enumerate(self._people.members(), 1):
            values = {**member, "index": said(str(number))}
            rows.append(tuple(cell(column, self._resolve(values[column.value])) for column in kind.columns))
        return rows

    # --- one row the figures of a unit -------------------------------------------------------------

    def _figure_rows(self, kind: TableKind) -> list[Row]:
        return [
            tuple(cell(column, self._figure_value(column, number, figure)) for column in kind.columns)
            for number, figure in enumerate(unit_figures(self._inspection), 1)
        ]

    def _figure_value(self, column: Column, number: int, figure: Tthc) -> Runs:
        if column.value == "index":
            return (Run(str(number)),)
        if column.value == "unit":
            return (
                Run(
                    self._naming.abbreviated(self._naming.agency(figure.unit or "")),
                    source=f"={figure.id}.unit",
                ),
            )
        return self._figure((figure.id,), column.value)

    def _total_row(self, kind: TableKind) -> Row:
        ids = self._figures.ids(("all",))
        return tuple(
            cell(column, () if column.value == "index" else self._total_value(kind, column, ids))
            for column in kind.columns
        )

    def _total_value(self, kind: TableKind, column: Column, ids: tuple[str, ...]) -> Runs:
        return (Run(kind.total or ""),) if column.value == "unit" else self._figure(ids, column.value)

    def _figure(self, ids: tuple[str, ...], path: str) -> Runs:
        name = ids[0] if len(ids) == 1 else "all"
        text = figure_text(self._figures.quantities(ids), path)
        source = f"={name}.{path}"
        return (Run(text, source=source),) if text is not None else (blank(source),)

    # --- one row a recommendation ------------------------------------------------------------------

    def _recommendation_rows(self, kind: TableKind) -> list[Row]:
        return [
            tuple(
                cell(column, self._recommendation_value(column, number, index, item))
                for column in kind.columns
            )
            for number, (index, item) in enumerate(self._listed(kind), 1)
        ]

    def _listed(self, kind: TableKind) -> list[tuple[int, Recommendation]]:
        """Return the recommendations of a table: all, or those the issuer has to carry out."""
        found = in_reading_order(self._inspection)
        return found if kind.whose == "tat-ca" else [one for one in found if self._own in one[1].owners]

    def _recommendation_value(self, column: Column, number: int, index: int, item: Recommendation) -> Runs:
        path = f"recommendations.{index}"
        values: dict[str, Callable[[], Runs]] = {
            "index": lambda: (Run(str(number)),),
            "text": lambda: self._text(item, path),
            "owners": lambda: self._owners(item, path),
            "cooperating": lambda: _given(self._names(item.cooperating), f"{path}.cooperating"),
            "product": lambda: _given(item.product or "", f"{path}.product"),
            "deadline": lambda: self._resolve(self._speaker.deadline_cell(item.deadline, f"{path}.deadline")),
            "places": lambda: _given(self._places(item), f"{path}.addresses"),
            "note": lambda: _given(item.note or "", f"{path}.note"),
            "remedy": lambda: self._remedy(item, path),
            "responsible": lambda: self._responsible(item, path),
            "state": lambda: self._state(item, path),
            "evidence": lambda: self._evidence(item, path),
        }
        return values[column.value]()

    def _text(self, item: Recommendation, path: str) -> Runs:
        name = "short" if item.short else "text"
        deadline = self._speaker.deadline(item.deadline, f"{path}.deadline")
        return self._resolve(self._speaker.rich(item.short or item.text, f"{path}.{name}", deadline))

    def _owners(self, item: Recommendation, path: str) -> Runs:
        text = item.owners_text or self._names(item.owners)
        return _given(text, f"{path}.owners") or (blank(f"{path}.owners"),)

    def _names(self, owners: Sequence[str]) -> str:
        return self._naming.listed(owners) if owners else ""

    # --- what an owner fills in: how it will be done, how far it is ----------------------------------

    def _remedy(self, item: Recommendation, path: str) -> Runs:
        found = item.remedy(self._own)
        if found is None or found.measure is None:
            return (blank(f"{path}.remedies"),)
        source = f"{path}.remedies.{item.remedies.index(found)}.measure"
        return self._resolve(self._speaker.rich(found.measure, source))

    def _responsible(self, item: Recommendation, path: str) -> Runs:
        found = item.remedy(self._own)
        text = found.responsible if found else None
        return _given(text or "", f"{path}.remedies") or (blank(f"{path}.remedies"),)

    def _state(self, item: Recommendation, path: str) -> Runs:
        found = item.progress_of(self._own, self._as_of)
        if found is None:
            return (blank(f"{path}.progress"),)
        return (Run(capitalise_first(STATUSES[found.status]), source=f"{path}.progress"),)

    def _evidence(self, item: Recommendation, path: str) -> Runs:
        found = item.progress_of(self._own, self._as_of)
        if found is None or found.evidence is None:
            return (blank(f"{path}.progress"),) if found is None else ()
        source = f"{path}.progress.{item.progress.index(found)}.evidence"
        runs = self._resolve(self._speaker.rich(found.evidence, source))
        return (replace(runs[0], text=capitalise_first(runs[0].text)), *runs[1:]) if runs else runs

    def _places(self, item: Recommendation) -> str:
        if item.addresses == ("all",):
            found = [self._positions[key] for key in self._limitation_ids() if key in self._positions]
            sections = dict.fromkeys(Position(position.section) for position in found)
            text = places(sections)
        else:
            text = places(self._positions[key] for key in item.addresses if key in self._positions)
        return text[:1].upper() + text[1:]

    def _limitation_ids(self) -> list[str]:
        return [limitation.id for limitation in self._inspection.findings.limitations]


def own_unit(order: Order) -> str | None:
    """Return the inspected unit, or the owner, as which the issuer of a paper has duties."""
    units = {unit.agency: unit.id for unit in order.inspection.inspected_units}
    body = order.catalogues.body(order.issuer, order.day) if order.issuer else None
    return units.get(body or "", body)


def unit_figures(inspection: Inspection) -> list[Tthc]:
    """Return the figures of received and settled files that belong to a unit, in their order."""
    return [figure for figure in inspection.figures if figure.kind == "tthc" and figure.unit]


def in_reading_order(inspection: Inspection) -> list[tuple[int, Recommendation]]:
    """Return (index in the data, recommendation), grouped by owner as the body prints them."""
    return [item for _, group in by_owner(inspection) for item in group]


def by_owner(inspection: Inspection) -> list[tuple[tuple[str, ...], list[tuple[int, Recommendation]]]]:
    """Return the recommendations by owners, groups in the order of their first one."""
    groups: dict[tuple[str, ...], list[tuple[int, Recommendation]]] = {}
    for index, item in enumerate(inspection.recommendations):
        key = item.owners or ((f"={item.owners_text}",) if item.owners_text else ())
        groups.setdefault(key, []).append((index, item))
    return list(groups.items())


def _given(text: str, source: str) -> Runs:
    return (Run(text, source=source),) if text else ()


def _row(columns: Sequence[Column], values: Values) -> Row:
    """Return the cells of a row; what it says as a whole stands beside its number."""
    if WHOLE not in values:
        return tuple(cell(column, values.get(column.value, ())) for column in columns)
    first, rest = columns[:1], columns[1:]
    said = Cell(values[WHOLE], Align.LEFT, columns=len(rest))
    return (*(cell(column, values.get(column.value, ())) for column in first), said)


def _numbered(kind: TableKind, columns: Sequence[Column]) -> list[Column]:
    """Return the columns with their numbers, where the table has the program number them."""
    if not kind.numbered:
        return list(columns)
    return [
        column if column.number else column.model_copy(update={"number": f"({number})"})
        for number, column in enumerate(columns, 1)
    ]


def _head(columns: Sequence[Column]) -> tuple[Row, ...]:
    """Return the head: groups above their columns, then the row of column numbers if there is one."""
    rows: list[Row] = []
    if any(column.group for column in columns):
        first: list[Cell] = []
        for group, found in groupby(columns, key=lambda column: column.group):
            members = list(found)
            if group:
                first.append(Cell((Run(group),), Align.CENTER, columns=len(members)))
            else:
                first += [Cell((Run(column.head),), Align.CENTER, rows=2) for column in members]
        rows.append(tuple(first))
        rows.append(tuple(Cell((Run(column.head),), Align.CENTER) for column in columns if column.group))
    else:
        rows.append(tuple(Cell((Run(column.head),), Align.CENTER) for column in columns))
    if any(column.number for column in columns):
        rows.append(
            tuple(
                Cell((Run(column.number or ""),) if column.number else (), Align.CENTER) for column in columns
            )
        )
    return tuple(rows)
