"""What an inspection already says of a paper, and what the paper's kind does not allow.

The decision that founds the team is typed once, as ``decision``: the paper made of it takes its number,
day and issuer from there. Kính gửi, signature columns and units are those its kind can have.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compose.order import Order
    from generator.diagnostics import Argument
    from generator.model.cited_papers import Paper, UnitPaper


def issued(order: Order) -> Order:
    """Return the order with what is known of its paper filled in; Refused for what its kind cannot have."""
    found = tuple(_unfit(order))
    if found:
        raise Refused(found)
    paper, record = order.paper, _record(order)
    known: dict[str, object] = {"unit": order.unit}
    if record is not None:
        known |= {"number": paper.number or record.number, "date": paper.date or record.date}
        known["issuer"] = paper.issuer or getattr(record, "issuer", None)
    return replace(order, paper=paper.model_copy(update=known))


def _record(order: Order) -> Paper | UnitPaper | None:
    """Return the paper of the inspection that this one is (``makes`` of its kind)."""
    name, inspection = order.kind.data.makes, order.inspection
    if name != "minutes":
        papers = {"decision": inspection.decision, "plan": inspection.plan}
        return papers.get(name, inspection.team_report if name == "team-report" else None) if name else None
    return next((unit.minutes for unit in inspection.inspected_units if unit.id == order.unit), None)


def _unfit(order: Order) -> Iterator[Diagnostic]:
    """Yield what the paper has and its kind does not: Kính gửi (II.9b), a signature column; or lacks."""
    data, paper = order.kind.data, order.paper
    if data.summarises != bool(order.loaded.covered):
        yield _told(
            "kind-not-for-file", order, "kind", kind=data.name, summary="yes" if data.summarises else "no"
        )
    if paper.addressees and data.form.addressees == "khong":
        yield _told("addressee-not-of-kind", order, "addressees", kind=data.name)
    yield from _keys_as_text(order)
    if data.of_unit and order.unit is None:
        yield _told("paper-without-unit", order, "", kind=data.name)
    columns = [column.id for column in data.form.signatures]
    for index, signatory in enumerate(paper.signatories):
        if signatory.column not in columns:
            path = f"signatories.{index}.column"
            yield _told("signatory-unknown", order, path, text=signatory.column, known=", ".join(columns))


def _keys_as_text(order: Order) -> Iterator[Diagnostic]:
    """Yield each line of Kính gửi or nơi nhận that is a bare key: it would be printed as it is."""
    keys = {unit.id for unit in order.inspection.inspected_units} | set(order.catalogues.agencies)
    lines = {
        "addressees": [item.group for item in order.paper.addressees],
        "recipients": [item.group for item in order.paper.recipients],
    }
    for field, typed in lines.items():
        for index, line in enumerate(typed):
            if line is not None and line in keys:
                yield _told("paper-line-is-key", order, f"{field}.{index}", text=line, line=field)


def _told(code: str, order: Order, field: str, **arguments: Argument) -> Diagnostic:
    path = f"{order.path}.{field}".rstrip(".").split(".")
    place = order.loaded.source.place(tuple(int(part) if part.isdigit() else part for part in path))
    return Diagnostic(code, place, arguments=arguments)
