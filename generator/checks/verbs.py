"""The word of a recommendation against the relation of the two agencies (C11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalogues.relations import COMMANDS, wanted
from generator.checks.answers import Answer, Hit, NotApplicable
from generator.model.agencies import VERBS
from generator.model.inspection import SUPERVISION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.checks.case import Case


def suited(case: Case) -> Answer:
    """C11: one orders only those below and asks only those who are not; yêu cầu and giao are both orders."""
    inspection = case.inspection
    issuer = case.paper.issuer or inspection.issuer
    typed = [
        (index, item) for index, item in enumerate(inspection.recommendations) if item.verb and item.asked
    ]
    if issuer is None or not typed:
        return NotApplicable()
    units = {unit.id: unit.agency for unit in inspection.inspected_units}
    hits = []
    for index, item in typed:
        asked = [units.get(owner, owner) for owner in item.asked]
        supervises = inspection.type == SUPERVISION
        fitting = wanted(case.catalogues, issuer, asked, case.day, supervises=supervises)
        if item.verb and fitting and (item.verb in COMMANDS) != (fitting in COMMANDS):
            names = [case.catalogues.name(key, case.day) for key in asked]
            owners = ", ".join(name.abbreviated or name.full for name in names)
            words = {"verb": VERBS[item.verb], "fitting": VERBS[fitting], "owners": owners}
            hits.append(Hit(("recommendations", index, "verb"), words))
    return hits


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"C11": suited}
