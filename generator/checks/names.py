"""Names of agencies: one spelling each, none that ended before the paper's day or began after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.answers import Answer, Hit, NotApplicable
from generator.wording import fold_tones, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.checks.answers import DataPath
    from generator.checks.case import Case


def named(case: Case) -> Iterator[tuple[DataPath, str]]:
    """Yield (path, agency key) of every agency that a paper names or gives a duty."""
    inspection = case.inspection
    units = {unit.id: unit.agency for unit in inspection.inspected_units}
    for index, unit in enumerate(inspection.inspected_units):
        yield ("inspected_units", index, "agency"), unit.agency
    for index, item in enumerate(inspection.recommendations):
        for owner in (*item.owners, *item.cooperating):
            yield ("recommendations", index, "owners"), units.get(owner, owner)
        if item.petition_to:
            yield ("recommendations", index, "petition_to"), item.petition_to
    for index, task in enumerate(inspection.organisation):
        for owner in task.owners:
            yield ("organisation", index, "owners"), units.get(owner, owner)
    for index, paper in enumerate(inspection.documents):
        for place, recipient in enumerate(paper.recipients if paper.id == case.paper.id else ()):
            if recipient.agency:
                yield ("documents", index, "recipients", place), recipient.agency


def spellings(case: Case) -> Answer:
    """N1: one agency is not in the catalogue twice, under two placements of a tone."""
    folded: dict[str, list[str]] = {}
    for _, key in named(case):
        full = case.catalogues.name(key, case.day).full
        names = folded.setdefault(fold_tones(full).casefold(), [])
        if full not in names:
            names.append(full)
    doubles = [names for names in folded.values() if len(names) > 1]
    return [Hit(("inspected_units",), {"one": names[0], "other": names[1]}) for names in doubles]


def existing(case: Case) -> Answer:
    """N4: a paper gives no duty to an agency that ended, or whose level ended, before the paper's day."""
    if case.day is None:
        return NotApplicable()
    hits = []
    for path, key in named(case):
        ended = case.catalogues.ended_on(key)
        if ended is not None and ended < case.day:
            after = ", ".join(case.catalogues.successors(key, case.day))
            days = {"until": short_date(ended), "day": short_date(case.day)}
            hits.append(Hit(path, {"name": _name(case, key), "successors": after or "-", **days}))
    return hits


def begun(case: Case) -> Answer:
    """N6: an agency that a paper names has a name on the paper's day already."""
    if case.day is None:
        return NotApplicable()
    hits = []
    for path, key in named(case):
        later = _later_start(case, key, case.day)
        if later is not None and not case.catalogues.exists_on(key, case.day):
            days = {"since": short_date(later), "day": short_date(case.day)}
            hits.append(Hit(path, {"name": _name(case, key), **days}))
    return hits


def _later_start(case: Case, key: str, day: date) -> date | None:
    """Return the next day after `day` on which a name of the agency, or its level, begins."""
    level = case.catalogues.level(key, day)
    starts = [name.since for name in case.catalogues.agencies[key].names]
    starts += [level.since] if level is not None and not level.holds_on(day) else []
    return min((start for start in starts if start and start > day), default=None)


def _name(case: Case, key: str) -> str:
    name = case.catalogues.name(key, case.day)
    return name.abbreviated or name.full


CHECKS: Mapping[str, Callable[[Case], Answer]] = {"N1": spellings, "N4": existing, "N6": begun}
