"""Which inspections a project has, those that cannot be read among them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.batch import read_one
from generator.inspection_index import inspection_index
from generator.load import load_catalogues
from generator.model.names import nearest

if TYPE_CHECKING:
    from generator.batch import Reading
    from generator.catalogues.entries import Catalogues
    from generator.diagnostics import Diagnostic
    from generator.load import Loaded
    from generator.project import Project


@dataclass(frozen=True, slots=True)
class Entry:
    """One YAML file below ``inspections/``; `loaded` is None when the diagnostics say why not.

    `bug` is the traceback of a file that ended in one, for the log only.
    """

    path: Path
    file: str
    loaded: Loaded | None
    diagnostics: tuple[Diagnostic, ...] = ()
    bug: str = ""

    @property
    def id(self) -> str:
        """The id of the inspection, or the name of a file that could not be read."""
        return self.loaded.inspection.id if self.loaded else self.path.stem


@dataclass(frozen=True, slots=True)
class Overview:
    """All files of a project, with the catalogues they were read with."""

    catalogues: Catalogues
    entries: tuple[Entry, ...]

    def find(self, text: str) -> Entry | None:
        """Return the entry of an id, or of the path of a YAML file."""
        named = [entry for entry in self.entries if entry.id == text]
        named += [entry for entry in self.entries if entry.file == text]
        named += [entry for entry in self.entries if entry.path == Path(text).absolute()]
        return next(iter(named), None)

    def near(self, text: str) -> str:
        """Return the id that looks most like `text`, or ""."""
        return nearest(text, [entry.id for entry in self.entries])


def survey(project: Project) -> Overview:
    """Return every inspection file of the project, read; Refused when the catalogues cannot be read."""
    catalogues = load_catalogues(project)
    index = inspection_index(project)
    readings = (read_one(project, catalogues, entry, lambda: index) for entry in index.entries)
    return Overview(catalogues, tuple(_entry(reading) for reading in readings))


def _entry(reading: Reading) -> Entry:
    told = reading.loaded.notes if reading.loaded else reading.diagnostics
    return Entry(reading.entry.path, reading.entry.file, reading.loaded, told, reading.bug)
