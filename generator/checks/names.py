"""Names of agencies: one spelling each, and none that has ended before the paper's day (N1, N4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.wording import fold_tones, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.answers import DataPath
    from generator.checks.case import Case


def _named(case: Case) -> Iterator[tuple[DataPath, str]]:
    """Yield (path, agency key) of every agency that a paper names or gives a duty."""
    inspection = case.inspection
    units = {unit.id: unit.agency for unit in inspection.inspected_units}
    for index, unit in enumerate(inspection.inspected_units):
        yield ("inspected_units", index, "agency"), unit.agency
    for index, item in enumerate(inspection.recommendations):
        for owner in (*item.owners, *item.cooperating):
            yield ("recommendations", index, "owners"), units.get(owner, owner)
    for index, task in enumerate(inspection.organisation):
        for owner in task.owners:
            yield ("organisation", index, "owners"), units.get(owner, owner)


def spellings(case: Case) -> Answer:
    """N1: one agency is not in the catalogue twice, under two placements of a tone."""
    folded: dict[str, list[str]] = {}
    for _, key in _named(case):
        full = case.catalogues.name(key, case.day).full
        names = folded.setdefault(fold_tones(full).casefold(), [])
        if full not in names:
            names.append(full)
    doubles = [names for names in folded.values() if len(names) > 1]
    return [Hit(("inspected_units",), {"one": names[0], "other": names[1]}) for names in doubles]


def existing(case: Case) -> Answer:
    """N4: a paper gives no duty to an agency whose name ended before the paper's day."""
    if case.day is None:
        return NotApplicable()
    hits = []
    for path, key in _named(case):
        agency = case.catalogues.agencies[key]
        ends = [name.until for name in agency.names]
        last = max((end for end in ends if end), default=None)
        if last is not None and None not in ends and last < case.day:
            name = agency.names[-1].abbreviated or agency.names[-1].full
            hits.append(Hit(path, {"name": name, "until": short_date(last), "day": short_date(case.day)}))
    return hits


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"N1": spellings, "N4": existing}
