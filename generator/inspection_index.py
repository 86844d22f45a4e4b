"""Which inspections a project has, by file and id, without reading the files whole.

One inspection of thousands is found by the first lines of the files; only those that are meant are loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.project import CATALOGUES
from generator.stamps import yaml_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.project import Project

_ID = re.compile(rb"""^id:[ \t]*["']?([A-Za-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_TYPE = re.compile(rb"""^type:[ \t]*["']?tong[- ]hop["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE | re.IGNORECASE)
_FIRST_BYTES = 4_096


class UnknownTarget(Exception):  # noqa: N818 - names what is not known
    """A target that is no inspection; `near` is the known id that looks most like it."""

    def __init__(self, text: str, near: str) -> None:
        super().__init__(text, near)
        self.text, self.near = text, near


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A file below ``inspections/``: its shown path, and its id (the name of the file when none is seen).

    `summary`: its first lines say that it sums up other inspections.
    """

    path: Path
    file: str
    id: str
    summary: bool = False


@dataclass(frozen=True)
class InspectionIndex:
    """All inspection files of a project, in order of their paths."""

    entries: tuple[IndexEntry, ...]

    @cached_property
    def _by_id(self) -> dict[str, list[IndexEntry]]:
        found: dict[str, list[IndexEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.id, []).append(entry)
        return found

    def others_named(self, entry: IndexEntry) -> list[str]:
        """Return the shown paths of the other files that have this file's id."""
        return [other.file for other in self._by_id[entry.id] if other is not entry]

    def named(self, id_: str) -> list[IndexEntry]:
        """Return the files that have this id: one, none, or several that should not."""
        return self._by_id.get(id_, [])

    def near(self, id_: str) -> str:
        """Return the known id that looks most like this one, or ""."""
        from generator.model.names import nearest

        return nearest(id_, self._by_id)

    def wanted(self, targets: Sequence[str]) -> tuple[IndexEntry, ...]:
        """Return the entries that ids, files and folders mean, all for none; UnknownTarget for nothing."""
        if not targets:
            return self.entries
        hits = {entry for target in targets for entry in self._meant(target)}
        return tuple(entry for entry in self.entries if entry in hits)

    def _meant(self, target: str) -> list[IndexEntry]:
        path = Path(target).absolute()
        hits = [entry for entry in self.entries if path in (entry.path, *entry.path.parents)]
        hits = hits or self._by_id.get(target, [])
        # A file that gives no id, or is too broken to be read, goes by its name.
        hits = hits or [entry for entry in self.entries if entry.path.stem == target]
        if not hits:
            raise UnknownTarget(target, self.near(target))
        return hits


def inspection_files(project: Project) -> list[Path]:
    """Return every entry of ``inspections/`` that is named like a YAML file, in order of its path.

    Folders, pipes and broken links so named are among them: reading says what they are.
    """
    return [project.inspections / path for path in inspection_paths(project)]


def inspection_paths(project: Project) -> list[str]:
    """Return the same as paths from ``inspections/``."""
    shared = f"{CATALOGUES}/"
    return [path for path in yaml_files(project.inspections) if not path.startswith(shared)]


def inspection_index(project: Project) -> InspectionIndex:
    """Return the index of a project."""
    return InspectionIndex(tuple(_entry(path, project) for path in inspection_files(project)))


def _entry(path: Path, project: Project) -> IndexEntry:
    id_, summary = said_first(path)
    return IndexEntry(path, project.shown(path), id_, summary=summary)


def said_first(path: Path) -> tuple[str, bool]:
    """Return the id that the first lines of a file say, and whether it sums up others.

    A file without an id there goes by its name.
    """
    head = _first_lines(path)
    match = _ID.search(head)
    return match[1].decode() if match else path.stem, _TYPE.search(head) is not None


def _first_lines(path: Path) -> bytes:
    """Return the first lines, or nothing: reading the file whole will say what is wrong with it."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return b""
        with path.open("rb") as file:
            return file.read(_FIRST_BYTES)
    except OSError:
        return b""
