"""The inspections that a summary (báo cáo tổng hợp) covers: named or chosen, and each of them read.

None is left out silently: one that cannot be read, or of which it cannot be told whether it is meant, is
an error at the place that asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused, Severity, has_errors
from generator.load import load_inspection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.catalogues.entries import Catalogues
    from generator.diagnostics import Argument
    from generator.inspection_index import IndexEntry, InspectionIndex
    from generator.load import Loaded
    from generator.model.covers import Covers
    from generator.model.inspected_units import Period
    from generator.model.inspection import Inspection
    from generator.project import Project
    from generator.yaml_source import DataPath

_PRESS = "press"


def with_covered(loaded: Loaded, index: InspectionIndex, project: Project, catalogues: Catalogues) -> Loaded:
    """Return a summary with the inspections it covers, any other inspection as it is.

    Refused when one of them is unknown, cannot be read, or may not be added up with the others.
    """
    covers = loaded.inspection.covers
    if covers is None:
        return loaded
    found = _Covering(loaded, covers, index, project, catalogues).found()
    notes = [*found.told, *_doubts(loaded, found.covered, catalogues)]
    if has_errors(notes):
        raise Refused(notes)
    return replace(loaded, covered=tuple(found.covered), notes=(*loaded.notes, *notes))


@dataclass(frozen=True, slots=True)
class _Found:
    """The inspections that are covered, and what is to be said of those that are not."""

    covered: list[Loaded]
    told: list[Diagnostic]


class _Covering:
    """The choosing for one summary."""

    def __init__(
        self,
        summary: Loaded,
        covers: Covers,
        index: InspectionIndex,
        project: Project,
        catalogues: Catalogues,
    ) -> None:
        self._summary, self._covers, self._index = summary, covers, index
        self._project, self._catalogues = project, catalogues
        self._is_press = summary.inspection.source.kind == _PRESS
        self._found = _Found([], [])

    def found(self) -> _Found:
        """Return the inspections named, or those that fit, in the order named or of their files."""
        if self._covers.inspections:
            self._named()
        else:
            self._chosen()
        return self._found

    def _error(self, code: str, path: DataPath, **arguments: Argument) -> None:
        self._found.told.append(self._told(code, path, Severity.ERROR, arguments))

    def _told(
        self, code: str, path: DataPath, severity: Severity, arguments: dict[str, Argument]
    ) -> Diagnostic:
        """Return what is to be said of an inspection, at the place that asks for it."""
        return Diagnostic(code, self._summary.source.place(("covers", *path)), severity, arguments)

    # --- by id ---------------------------------------------------------------------------------------

    def _named(self) -> None:
        for number, key in enumerate(self._covers.inspections):
            path: DataPath = ("inspections", number)
            entries = self._index.named(key)
            if key in self._covers.inspections[:number]:
                self._error("covers-repeated", path, id=key)
            elif not entries:
                self._error("covers-unknown", path, id=key, near=self._index.near(key))
            else:
                self._take(key, path, self._read(entries[0], path))

    def _take(self, key: str, path: DataPath, one: Loaded | None) -> None:
        """Cover an inspection that was named; a press reconstruction is not added to real ones."""
        if one is None:
            return
        if one.inspection.covers is not None:
            self._error("covers-summary", path, id=key)
        elif one.inspection.source.kind == _PRESS and not self._is_press:
            self._error("covers-press", path, id=key)
        else:
            self._found.covered.append(one)

    def _read(self, entry: IndexEntry, path: DataPath) -> Loaded | None:
        """Return an inspection read; None, and an error, when it cannot be, or another has its id."""
        others = self._index.others_named(entry)
        if others:
            self._error("covers-ambiguous", path, id=entry.id, file=entry.file, other=others[0])
            return None
        try:
            return load_inspection(entry.path, self._project, self._catalogues)
        except Refused as refused:
            first = refused.diagnostics[0].place
            self._error(
                "covers-broken", path, file=entry.file, line=first.line, count=len(refused.diagnostics)
            )
            return None

    # --- by year and agency --------------------------------------------------------------------------

    def _chosen(self) -> None:
        left_out = []
        for entry in self._index.entries:
            if entry.summary or entry.file == self._summary.source.file:
                continue
            one = self._read(entry, self._criterion())
            if one is None or one.inspection.covers is not None:
                continue
            fits = self._fits(one.inspection)
            if fits is not False and one.inspection.source.kind == _PRESS and not self._is_press:
                left_out.append(one.inspection.id)
            elif fits is None:
                self._error("covers-unsure", self._criterion(), id=one.inspection.id, file=entry.file)
            elif fits:
                self._found.covered.append(one)
        if left_out:
            arguments: dict[str, Argument] = {"count": len(left_out), "ids": ", ".join(left_out)}
            note = self._told("covers-press-left-out", self._criterion(), Severity.NOTE, arguments)
            self._found.told.append(note)
        if not self._found.covered and not has_errors(self._found.told):
            self._error("covers-none", self._criterion())

    def _criterion(self) -> DataPath:
        return ("years",) if self._covers.years else ("concluded_by",)

    def _fits(self, inspection: Inspection) -> bool | None:
        """Return whether an inspection is meant; None when its file does not tell year or agency."""
        asked: list[bool | None] = []
        if self._covers.years:
            asked.append(None if inspection.year is None else inspection.year in self._covers.years)
        if self._covers.concluded_by:
            asked.append(self._concluded(inspection))
        return False if False in asked else None if None in asked else True

    def _concluded(self, inspection: Inspection) -> bool | None:
        """Return whether one of the agencies concluded it; who heads an agency is that agency."""
        if inspection.issuer is None:
            return None
        bodies = {self._catalogues.body(key) for key in self._covers.concluded_by}
        return self._catalogues.body(inspection.issuer) in bodies


# --- what a reader of the sums should know -----------------------------------------------------------


def _doubts(summary: Loaded, covered: Sequence[Loaded], catalogues: Catalogues) -> Iterator[Diagnostic]:
    """Yield warnings of what may be counted twice or apart, notes of figures that are not known."""
    place = summary.source.place(("covers",))
    for one, other in combinations([item.inspection for item in covered], 2):
        told: dict[str, Argument] = {"one": one.id, "other": other.id}
        for agency in _twice(one, other):
            name = catalogues.name(agency, None)
            known = "yes" if _apart(one.period, other.period) is False else "no"
            arguments = {**told, "unit": name.abbreviated or name.full, "known": known}
            yield Diagnostic("covers-overlap", place, Severity.WARNING, arguments)
        texts = {scope.id: scope.text for scope in one.scope}
        for scope in other.scope:
            if texts.get(scope.id, scope.text).casefold() != scope.text.casefold():
                arguments = {**told, "id": scope.id}
                yield Diagnostic("covers-scope-differs", place, Severity.WARNING, arguments)
    for item in covered:
        yield from _unknown_figures(summary, item)


def _twice(one: Inspection, other: Inspection) -> list[str]:
    """Return the agencies that both inspected, unless their periods are known to lie apart."""
    if _apart(one.period, other.period):
        return []
    agencies = {unit.agency for unit in other.inspected_units}
    return [unit.agency for unit in one.inspected_units if unit.agency in agencies]


def _apart(one: Period | None, other: Period | None) -> bool | None:
    """Return whether two periods have no day in common; None when their days are not all known."""
    if one is None or other is None or one.start is None or other.start is None:
        return None
    if one.end is None or other.end is None:
        return None
    return one.end < other.start or other.end < one.start


def _unknown_figures(summary: Loaded, item: Loaded) -> Iterator[Diagnostic]:
    """Yield a note for each figure of files that has an unknown part: then its sum is not known either."""
    place = summary.source.place(("covers",))
    for figure in item.inspection.figures:
        if figure.kind == "tthc" and figure.unit:
            found = item.figures.quantities((figure.id,))
            unknown = [path for path, quantity in found.items() if quantity.value is None]
            if unknown:
                arguments: dict[str, Argument] = {
                    "id": item.inspection.id,
                    "figure": figure.id,
                    "names": ", ".join(unknown),
                }
                yield Diagnostic("covers-figure-unknown", place, Severity.NOTE, arguments)
