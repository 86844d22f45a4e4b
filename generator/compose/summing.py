"""What the inspections of a summary add up to: files by unit and year, limitations, duties by owner.

Everything is counted by what is typed (agencies, contents, acts, states), never by reading prose. What one
inspection does not know is not known of the sum either: None, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.figures import combined
from generator.model.filled_text import FilledText
from generator.model.progress import DONE, PARTLY
from generator.model.recommendations import overdue_from

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from datetime import date

    from generator.load import Loaded
    from generator.model.calendar import Calendar
    from generator.model.figures import Quantities, Tthc
    from generator.model.findings import Limitation
    from generator.model.inspection import Inspection
    from generator.model.recommendations import Recommendation

SUMMED = "=tong-hop."
"""How the data path begins of what is taken from several inspections."""


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """Figures of files of one unit, with the inspection whose references they may use."""

    loaded: Loaded
    figure: Tthc


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The figures of one agency in one year; None when no file tells the year."""

    agency: str
    year: int | None
    figures: tuple[OwnFigure, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something was found: limitations, the units they concern, the inspections.

    `key` is what was found (a content, a phrase, an act), `inspection` the first in which, with its words for
    it. `units` is None when a limitation does not say whom it concerns.
    """

    key: tuple[str, ...]
    inspection: Inspection
    limitations: int
    units: int | None
    inspections: int


@dataclass(frozen=True, slots=True)
class Duty:
    """One recommendation as one owner has to carry it out; `owner` is "" when none has a key."""

    owner: str
    words: str
    item: Recommendation
    status: str | None
    overdue: bool | None

    @property
    def done(self) -> bool:
        """Whether it was carried out."""
        return self.status == DONE


@dataclass(frozen=True, slots=True)
class DutyCount:
    """How far some duties are; `overdue` are those not done whose time limit has passed."""

    total: int
    done: int
    partly: int
    undone: int
    unreported: int
    overdue: int | None


# --- figures -----------------------------------------------------------------------------------------


def figures_by_unit(covered: Sequence[Loaded]) -> list[UnitFigures]:
    """Return the figures of files by year and agency: years in their order, agencies as they come."""
    groups: dict[tuple[int | None, str], list[OwnFigure]] = {}
    for loaded in covered:
        agencies = agencies_of(loaded.inspection)
        for figure in loaded.inspection.figures:
            if figure.kind == "tthc" and figure.unit:
                key = (loaded.inspection.year, agencies[figure.unit])
                groups.setdefault(key, []).append(OwnFigure(loaded, figure))
    found = [UnitFigures(agency, year, tuple(own)) for (year, agency), own in groups.items()]
    return sorted(found, key=lambda one: (one.year is None, one.year or 0))


def added(figures: Sequence[OwnFigure]) -> Quantities:
    """Return the quantities of several figures added up; of one, as its own paper prints them."""
    if len(figures) == 1:
        return figures[0].loaded.figures.quantities((figures[0].figure.id,))
    parts = [one.loaded.figures.parts(one.figure.id) for one in figures]
    return combined([one.figure for one in figures], parts)


def units_without_figures(covered: Sequence[Loaded]) -> list[str]:
    """Return the inspected agencies that no figure of files belongs to."""
    known = {one.agency for one in figures_by_unit(covered)}
    agencies = dict.fromkeys(agency for one in covered for agency in agencies_of(one.inspection).values())
    return [agency for agency in agencies if agency not in known]


def agencies_of(inspection: Inspection) -> dict[str, str]:
    """Return unit id → agency."""
    return {unit.id: unit.agency for unit in inspection.inspected_units}


# --- limitations -------------------------------------------------------------------------------------


def by_content(covered: Sequence[Loaded]) -> list[Counted]:
    """Return the limitations by the inspected content they are of, the commonest first; of none last."""
    found = _counted(covered, lambda item: [(item.scope,)] if item.scope else [()])
    return sorted(found, key=lambda one: not one.key)


def by_phrase(covered: Sequence[Loaded]) -> list[Counted]:
    """Return the limitations worded by a phrase of the library, by phrase, the commonest first."""
    return _counted(
        covered, lambda item: [(item.text.phrase.id,)] if isinstance(item.text, FilledText) else []
    )


def by_act(covered: Sequence[Loaded]) -> list[Counted]:
    """Return the limitations by the provision they were held against (`basis`), the commonest first."""
    return _counted(
        covered,
        lambda item: dict.fromkeys(
            (one.act, one.provision) if one.provision else (one.act,) for one in item.basis
        ),
    )


def _counted(
    covered: Sequence[Loaded], keys: Callable[[Limitation], Iterable[tuple[str, ...]]]
) -> list[Counted]:
    """Return how often each key stands; first what most units share, then what has most limitations."""
    groups: dict[tuple[str, ...], list[tuple[Inspection, Limitation]]] = {}
    for loaded in covered:
        for item in loaded.inspection.findings.limitations:
            for key in keys(item):
                groups.setdefault(key, []).append((loaded.inspection, item))
    found = [
        Counted(key, own[0][0], len(own), _units(own), len({one.id for one, _ in own}))
        for key, own in groups.items()
    ]
    return sorted(found, key=lambda one: (-(one.units or 0), -one.limitations))


def _units(found: Sequence[tuple[Inspection, Limitation]]) -> int | None:
    """Return how many agencies limitations concern; None when one of several units may be meant."""
    concerned: set[Hashable] = set()
    for inspection, item in found:
        agencies = agencies_of(inspection)
        units = item.units or (tuple(agencies) if len(agencies) == 1 else ())
        if not units:
            return None
        concerned.update(agencies[unit] for unit in units)
    return len(concerned)


# --- duties ------------------------------------------------------------------------------------------


def duties(covered: Sequence[Loaded], as_of: date | None, calendar: Calendar) -> list[Duty]:
    """Return every recommendation as often as it has owners, with its state up to a day."""
    found = []
    for loaded in covered:
        inspection = loaded.inspection
        agencies = agencies_of(inspection)
        issued = inspection.conclusion.date if inspection.conclusion else None
        for item in inspection.recommendations:
            start = overdue_from(item.deadline, issued, calendar)
            for owner in item.owners or ("",):
                progress = item.progress_of(owner or None, as_of)
                status = progress.status if progress else None
                late = _is_late(item, status, start, as_of)
                found.append(Duty(agencies.get(owner, owner), item.owners_text or "", item, status, late))
    return found


def _is_late(item: Recommendation, status: str | None, start: date | None, as_of: date | None) -> bool | None:
    """Return whether a duty is not done although it is late from `start` on; None when nothing tells."""
    if status == DONE or (item.deadline is not None and item.deadline.form == "ongoing"):
        return False
    return None if start is None or as_of is None else start <= as_of


def duty_count(found: Sequence[Duty]) -> DutyCount:
    """Return how far duties are."""
    done = sum(one.done for one in found)
    partly = sum(one.status == PARTLY for one in found)
    unreported = sum(one.status is None for one in found)
    late = [one.overdue for one in found]
    overdue = None if None in late else sum(one is True for one in late)
    return DutyCount(len(found), done, partly, len(found) - done - partly - unreported, unreported, overdue)


def duties_by_owner(found: Sequence[Duty]) -> list[tuple[Duty, DutyCount]]:
    """Return (a duty of the owner, how far all of that owner are), owners as they come."""
    groups: dict[tuple[str, str], list[Duty]] = {}
    for one in found:
        groups.setdefault((one.owner, "" if one.owner else one.words), []).append(one)
    return [(own[0], duty_count(own)) for own in groups.values()]
