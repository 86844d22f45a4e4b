"""Which inspections are as the last build left them, and which have to be looked at."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.building.memory import Look, Memory, memory_file, read_memory, remembered
from generator.building.shared import shared_content, shared_stamp
from generator.inspection_index import IndexEntry, InspectionIndex, inspection_paths, said_first
from generator.manifest import NAME, has_underway, read_manifest
from generator.project import INSPECTIONS
from generator.stamps import own_stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.building.memory import Remembered
    from generator.building.options import Options
    from generator.issuing.journal import Event, Journal
    from generator.project import Project
    from generator.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Wanted:
    """An inspection that was asked for: its file below the project, its id, another file that has that id.

    `as_it_was` is what is said of it when nothing has to be done; without `at_once` its content had to be
    read to know.
    """

    path: str
    id: str
    twin: str = ""
    as_it_was: Remembered | None = None
    at_once: bool = False


class Plan:
    """What one build has to do; `begun` is when it began, in nanoseconds since 1970."""

    def __init__(self, project: Project, options: Options, out: Path, journal: Journal, begun: int) -> None:
        self.project, self.options, self.out, self.begun = project, options, out, begun
        self._journal = journal
        self.memory = read_memory(memory_file(out, options.variant))
        self.shared = shared_stamp(project, begun)
        folder = str(project.inspections)
        self.stamps: dict[str, Stamp | None] = {
            f"{INSPECTIONS}/{path}": stamp_of(f"{folder}/{path}") for path in inspection_paths(project)
        }
        self._shown_out = project.shown(out)

    def wanted(self, targets: Sequence[str]) -> list[Wanted]:
        """Return what the targets mean, all for none, and how each stands; UnknownTarget for nothing."""
        return [self._one(path) for path in (self._meant(targets) if targets else self.stamps)]

    def _one(self, path: str) -> Wanted:
        id_, twin = self._ids[path], self._twin(path)
        record = self.memory.records.get(path)
        try:
            at_once = self._same(path, twin)
            if record is not None and at_once is not None:
                return Wanted(path, id_, twin, remembered(record, self._shown_out), at_once)
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            pass  # no build wrote this record
        return Wanted(path, id_, twin)

    # --- which files there are -----------------------------------------------------------------------

    def _meant(self, targets: Sequence[str]) -> list[str]:
        root = self.project.root
        entries = tuple(
            IndexEntry(root / path, self.project.shown(root / path), self._ids[path]) for path in self.stamps
        )
        wanted = InspectionIndex(entries).wanted(targets)
        paths = dict(zip(entries, self.stamps, strict=True))
        return [paths[entry] for entry in wanted]

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The id of each file by its first lines: remembered while it is as it was seen, or read."""
        root = self.project.root
        return {path: self._remembered_id(path) or said_first(root / path)[0] for path in self.stamps}

    def _remembered_id(self, path: str) -> str:
        record = self.memory.records.get(path)
        try:
            known = record is not None and record[3][0][2] == self.stamps[path] is not None
            return str(record[0]) if record is not None and known else ""
        except (TypeError, KeyError, IndexError):
            return ""

    @cached_property
    def _files_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path, id_ in self._ids.items():
            found[id_].append(path)
        return found

    def _twin(self, path: str) -> str:
        """Return another file that has the id of this one, as messages show it, or ""."""
        others = self._files_of[self._ids[path]]
        if len(others) == 1:
            return ""
        return self.project.shown(self.project.root / next(other for other in others if other != path))

    # --- is it as it was? ----------------------------------------------------------------------------

    def _same(self, path: str, twin: str) -> bool | None:
        """Return whether an inspection is as the last build left it: at once by its stamps, or by content.

        None if it is not, or if that is not known. A summary is only when all the others are.
        """
        record = self.memory.records.get(path)
        if record is None or self.options.force or not self._shared_is_same:
            return None
        _, other, journal, _, _, _, summary = record
        if other != twin or journal != self.journal_mark(self._ids[path]):
            return None
        if summary and not self._inputs_of_all:
            return None
        inputs = self._look.inputs(record, self.stamps[path])
        files = self._look.files(record) if inputs is not None else None
        return None if files is None else bool(inputs and files)

    @cached_property
    def _inputs_of_all(self) -> bool:
        """Whether every inspection of the project is there as it was, and none is new."""
        records = self.memory.records
        return records.keys() == self.stamps.keys() and all(
            self._look.inputs(record, self.stamps[path]) is not None for path, record in records.items()
        )

    @cached_property
    def _look(self) -> Look:
        root, out = str(self.project.root), str(self.out)
        return Look(root, out, self._written, by_stamps=self.manifest_is_known)

    @cached_property
    def manifest_is_known(self) -> bool:
        """Whether the manifest is the one that the last build wrote."""
        stamp = own_stamp(self.out / NAME)
        return stamp is not None and stamp == self.memory.manifest

    def _written(self) -> dict[str, str]:
        """Return the sha256 of every file that was built, by its path below the output folder."""
        entries = read_manifest(self.out / NAME).entries()
        return {file.path: file.sha256 for entry in entries for file in entry.files}

    @cached_property
    def _shared_is_same(self) -> bool:
        return self.memory.shared == self.shared.mark or self.memory.content == self.content

    @cached_property
    def content(self) -> str:
        """The mark of the content of what is shared."""
        return shared_content(self.project)

    # --- the journal ---------------------------------------------------------------------------------

    @cached_property
    def _events(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self._journal.events:
            found[event.inspection].append(event)
        return found

    def events(self, inspection: str) -> tuple[Event, ...]:
        """Return the events of the papers of one inspection."""
        return tuple(self._events.get(inspection, ()))

    def journal_mark(self, inspection: str) -> str:
        """Return the mark of these events, "" when there are none."""
        events = self.events(inspection)
        return hashlib.sha256(repr(events).encode()).hexdigest() if events else ""

    # --- the whole -----------------------------------------------------------------------------------

    @cached_property
    def seen(self) -> str:
        """The mark of which inspection files there are."""
        return hashlib.sha256("\0".join(self.stamps).encode("utf-8", "surrogateescape")).hexdigest()

    def nothing_to_do(self, wanted: Sequence[Wanted], *, whole: bool) -> bool:
        """Return whether all that is wanted is as it was, and a build of the `whole` has nothing to clear.

        There is something to do too where only the stamp of what is shared is another: to remember that.
        """
        known = self.memory.shared == self.shared.mark or not self.shared.at_rest
        if not (known and all(one.at_once for one in wanted)) or has_underway(self.out):
            return False
        return not whole or self.memory.seen == self.seen

    def shared_is_at_rest(self) -> bool:
        """Return whether what is shared is as it was when the build began, and was at rest then."""
        return self.shared.at_rest and shared_stamp(self.project, self.begun).mark == self.shared.mark

    def memory_left(self) -> Memory:
        """Return the memory with what still holds: none of it when what is shared has changed."""
        if not self._shared_is_same:
            return Memory()
        records = {path: record for path, record in self.memory.records.items() if path in self.stamps}
        return replace(self.memory, records=records)
