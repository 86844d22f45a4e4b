"""The inspections of one run, read one at a time or all at once, with what is wrong with the others."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.covering import with_covered
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.inspection_index import inspection_index
from generator.load import load_catalogues, load_inspection
from generator.results import Outcome, PaperResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.catalogues.entries import Catalogues
    from generator.inspection_index import IndexEntry, InspectionIndex
    from generator.load import Loaded
    from generator.model.issued_papers import IssuedPaper
    from generator.project import Project


@dataclass(frozen=True, slots=True)
class Reading:
    """One file of ``inspections/`` read: the inspection, or what is wrong; `bug` is a traceback."""

    entry: IndexEntry
    loaded: Loaded | None
    diagnostics: tuple[Diagnostic, ...] = ()
    bug: str = ""

    def papers(self) -> Iterator[tuple[Loaded, IssuedPaper]]:
        """Yield every paper with the inspection it belongs to."""
        if self.loaded is not None:
            for paper in self.loaded.inspection.documents:
                yield self.loaded, paper

    def all_diagnostics(self) -> Iterator[Diagnostic]:
        """Yield what is wrong, what was noted while reading, and an inspection that asks for no paper."""
        yield from self.diagnostics
        if self.loaded is not None:
            yield from self.loaded.notes
            if not self.loaded.inspection.documents:
                arguments = {"id": self.loaded.inspection.id}
                yield Diagnostic(
                    "inspection-without-papers", Place(self.entry.file), Severity.WARNING, arguments
                )


def read_each(project: Project, catalogues: Catalogues, targets: Sequence[str] = ()) -> Iterator[Reading]:
    """Yield the inspections that `targets` (ids, files, folders) mean, one read at a time; all for none.

    UnknownTarget when a target means nothing. An id that two files have makes neither of them an inspection.
    """
    index = inspection_index(project)
    for entry in index.wanted(targets):
        reading = read_one(project, catalogues, entry, lambda: index)
        others = index.others_named(entry)
        yield named_twice(reading, others[0]) if others else reading


def read_one(
    project: Project,
    catalogues: Catalogues,
    entry: IndexEntry,
    index: Callable[[], InspectionIndex | None],
) -> Reading:
    """Return one file read, a summary with what it covers: `index` is asked for then, None leaves it empty.

    A bug of ours with it is told like anything else that is wrong with it.
    """
    try:
        loaded = load_inspection(entry.path, project, catalogues)
        others = index() if loaded.inspection.covers else None
        return Reading(entry, with_covered(loaded, others, project, catalogues) if others else loaded)
    except Refused as refused:
        return Reading(entry, None, refused.diagnostics)
    except Exception as error:  # noqa: BLE001 - a bug with one file must not cost the others
        return Reading(entry, None, (_bug(entry.file, error),), traceback.format_exc())


def named_twice(reading: Reading, other: str) -> Reading:
    """Return the reading of a file whose inspection another file has too: it is none."""
    if reading.loaded is None:
        return reading
    loaded = reading.loaded
    arguments = {"id": loaded.inspection.id, "file": other}
    double = Diagnostic("inspection-twice", loaded.source.place(("id",)), arguments=arguments)
    return replace(reading, loaded=None, diagnostics=(*loaded.notes, double))


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one run, all read."""

    catalogues: Catalogues
    readings: tuple[Reading, ...]

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """The inspections that could be loaded."""
        return tuple(reading.loaded for reading in self.readings if reading.loaded is not None)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was said while reading."""
        return tuple(item for reading in self.readings for item in reading.all_diagnostics())

    @property
    def bugs(self) -> tuple[str, ...]:
        """The tracebacks of files that ended in a bug."""
        return tuple(reading.bug for reading in self.readings if reading.bug)

    def papers(self) -> list[tuple[Loaded, IssuedPaper]]:
        """Return every paper with the inspection it belongs to."""
        return [paper for reading in self.readings for paper in reading.papers()]


def load_all(project: Project, targets: Sequence[str] = ()) -> Batch:
    """Load the catalogues and every inspection that `targets` mean, at once; all for none.

    Refused when the catalogues are broken; UnknownTarget when a target means nothing.
    """
    catalogues = load_catalogues(project)
    return Batch(catalogues, tuple(read_each(project, catalogues, targets)))


def _bug(file: str, error: Exception) -> Diagnostic:
    arguments = {"problem": f"{type(error).__name__}: {error}"}
    return Diagnostic("program-bug", Place(file), arguments=arguments)


def failed_by_bug(item: Loaded, paper: IssuedPaper, error: Exception) -> PaperResult:
    """Return the result of a paper that ended in a bug; to be called where the error is caught."""
    found = (_bug(item.source.file, error),)
    return PaperResult(item.inspection.id, paper.id, (), Outcome.FAILED, found, traceback.format_exc())


def placed(diagnostics: Sequence[Diagnostic], item: Loaded, paper: IssuedPaper) -> Iterator[Diagnostic]:
    """Yield the diagnostics; one without a file is placed at the paper it stopped."""
    index = item.inspection.documents.index(paper)
    here = item.source.place(("documents", index))
    for diagnostic in diagnostics:
        yield diagnostic if diagnostic.place.file else replace(diagnostic, place=here)
