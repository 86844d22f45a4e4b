"""The inspections of one run: which files the targets mean, what could be read of them, what is wrong."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.load import inspection_files, load_catalogues, load_inspection
from generator.model.names import nearest
from generator.results import Outcome, PaperResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.catalogues import Catalogues
    from generator.load import Loaded
    from generator.model.inspection import IssuedPaper
    from generator.project import Project


class UnknownTarget(Exception):  # noqa: N818 - names what is not known
    """A target that is no inspection; `near` is the known id that looks most like it."""

    def __init__(self, text: str, near: str) -> None:
        super().__init__(text, near)
        self.text, self.near = text, near


@dataclass(frozen=True, slots=True)
class Batch:
    """The inspections that could be loaded, and what is wrong with the others; `bugs` are tracebacks."""

    catalogues: Catalogues
    loaded: tuple[Loaded, ...]
    diagnostics: tuple[Diagnostic, ...]
    bugs: tuple[str, ...] = ()

    def papers(self) -> list[tuple[Loaded, IssuedPaper]]:
        """Return every paper with the inspection it belongs to."""
        return [(item, paper) for item in self.loaded for paper in item.inspection.documents]

    def notes(self) -> Iterator[Diagnostic]:
        """Yield what was noted while reading, and the inspections that ask for no paper."""
        for item in self.loaded:
            yield from item.notes
            if not item.inspection.documents:
                arguments = {"id": item.inspection.id}
                yield Diagnostic(
                    "inspection-without-papers", Place(item.source.file), Severity.WARNING, arguments
                )


def load_all(project: Project, targets: Sequence[str] = ()) -> Batch:
    """Load the catalogues and every inspection that `targets` (ids, files, folders) mean; all for none.

    What is said of files that no target means is left out. Refused when the catalogues are broken;
    UnknownTarget when a target means nothing.
    """
    catalogues = load_catalogues(project)
    loaded: list[Loaded] = []
    found: list[Diagnostic] = []
    bugs: dict[str, str] = {}
    for path in inspection_files(project):
        try:
            loaded.append(load_inspection(path, project, catalogues))
        except Refused as refused:
            found += refused.diagnostics
        except Exception as error:  # noqa: BLE001 - a bug with one file must not cost the others
            file = project.shown(path)
            found.append(_bug(file, error))
            bugs[file] = traceback.format_exc()
    loaded, doubles = _without_doubles(loaded)
    found += doubles
    if not targets:
        return Batch(catalogues, tuple(loaded), tuple(found), tuple(bugs.values()))
    wanted = _wanted(project, targets, loaded, found)
    return Batch(
        catalogues,
        tuple(item for item in loaded if item.source.file in wanted),
        tuple(item for item in found if item.place.file in wanted),
        tuple(bug for file, bug in bugs.items() if file in wanted),
    )


def _bug(file: str, error: Exception) -> Diagnostic:
    arguments = {"problem": f"{type(error).__name__}: {error}"}
    return Diagnostic("program-bug", Place(file), arguments=arguments)


def failed_by_bug(item: Loaded, paper: IssuedPaper, error: Exception) -> PaperResult:
    """Return the result of a paper that ended in a bug; to be called where the error is caught."""
    found = (_bug(item.source.file, error),)
    return PaperResult(item.inspection.id, paper.id, (), Outcome.FAILED, found, traceback.format_exc())


def _without_doubles(loaded: list[Loaded]) -> tuple[list[Loaded], list[Diagnostic]]:
    """Return the inspections whose id only they have, and a diagnostic for each of the others."""
    by_id: dict[str, list[Loaded]] = {}
    for item in loaded:
        by_id.setdefault(item.inspection.id, []).append(item)
    found = [
        Diagnostic(
            "inspection-twice",
            item.source.place(("id",)),
            arguments={"id": key, "file": next(other.source.file for other in items if other is not item)},
        )
        for key, items in by_id.items()
        if len(items) > 1
        for item in items
    ]
    return [items[0] for items in by_id.values() if len(items) == 1], found


def _wanted(
    project: Project, targets: Sequence[str], loaded: Sequence[Loaded], found: Sequence[Diagnostic]
) -> set[str]:
    """Return the shown names of the files that the targets mean.

    A file that could not be read has no id to go by: its name without suffix stands for it.
    """
    ids = {item.inspection.id: item.source.file for item in loaded}
    broken = {Path(item.place.file).stem: item.place.file for item in found}
    files = {*ids.values(), *broken.values()}
    wanted: set[str] = set()
    for target in targets:
        path = Path(target).absolute()
        hits = {file for file in files if _below(project.root / file, path)}
        hits |= {names[target] for names in (ids, broken) if target in names}
        if not hits:
            raise UnknownTarget(target, nearest(target, {*ids, *broken}))
        wanted |= hits
    return wanted


def _below(file: Path, path: Path) -> bool:
    return file == path or path in file.parents


def placed(diagnostics: Sequence[Diagnostic], item: Loaded, paper: IssuedPaper) -> Iterator[Diagnostic]:
    """Yield the diagnostics; one without a file is placed at the paper it stopped."""
    index = item.inspection.documents.index(paper)
    here = item.source.place(("documents", index))
    for diagnostic in diagnostics:
        yield diagnostic if diagnostic.place.file else replace(diagnostic, place=here)
