"""The columns of signatures of a biên bản: who signs where (Mẫu 1.9; reference 5.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compose.said_by import blank
from generator.document import Run, Signature
from generator.wording import GAP, post_capitals, upper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compose.order import Order
    from generator.document import Runs
    from generator.kinds import SignatureColumn
    from generator.model.inspected_units import InspectedUnit
    from generator.model.issued_papers import Signatory


def column_signatures(order: Order) -> tuple[Signature, ...]:
    """Return one signature for each column: those the paper names, or all of its kind, from the left."""
    named = {one.column: (index, one) for index, one in enumerate(order.paper.signatories)}
    columns = [column for column in order.kind.data.form.signatures if column.id in named or not named]
    return tuple(_signature(order, column, *named.get(column.id, (0, None))) for column in columns)


def _signature(order: Order, column: SignatureColumn, index: int, typed: Signatory | None) -> Signature:
    """Return a column: its title, under it the post of one who signs for the unit, and the name."""
    path = f"{order.path}.signatories"
    person = (typed.person if typed else None) or next(_usual(order, column), None)
    entry = order.catalogues.people[person] if person else None
    source = f"{path}.{index}.person" if typed else path
    name: Runs = (Run(entry.name, source=source),) if entry else (blank(source, GAP * 3),)
    post = (typed.post if typed else None) or _post(order, column, person)
    lines: list[Runs] = [(Run(upper(_title(order, column))),)]
    if post:
        lines.append((Run(post_capitals(post), source=source),))
    return Signature(tuple(lines), name)


def _title(order: Order, column: SignatureColumn) -> str:
    """Return the words above a column, by the type of the inspection."""
    return order.kind.data.terms.get(order.inspection.type, {}).get(column.title, column.title)


def _usual(order: Order, column: SignatureColumn) -> Iterator[str]:
    """Yield who signs a column when the paper does not say: by the role in the team, or for the unit."""
    if column.signs == "unit":
        unit = _unit(order)
        yield from (one.person for one in (unit.attending if unit else ())[:1] if one.person)
        return
    present = (unit.team_present if (unit := _unit(order)) else ()) or None
    for member in order.inspection.team.members:
        if member.role in column.roles and member.person and (not present or member.person in present):
            yield member.person


def _post(order: Order, column: SignatureColumn, person: str | None) -> str | None:
    """Return the post in the unit of one who signs for it."""
    unit = _unit(order)
    if column.signs != "unit" or person is None or unit is None:
        return None
    held = order.catalogues.people[person].held_on(order.day)
    return next((one.post for one in held if one.agency == unit.agency), None)


def _unit(order: Order) -> InspectedUnit | None:
    return next((unit for unit in order.inspection.inspected_units if unit.id == order.unit), None)
