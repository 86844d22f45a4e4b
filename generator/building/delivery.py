"""What was made comes to its place: hand edits kept, files written, papers recorded. One process does it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.files import NewFile, differs, write_atomically, write_together
from generator.hand_edits import kept_beside, known_as_made, recorded, removed
from generator.manifest import (
    NAME,
    Manifest,
    entry_lines,
    forget_underway,
    manifest_bytes,
    note_underway,
    read_manifest,
    read_underway,
    standing,
)
from generator.results import Outcome
from generator.staleness import known_paper

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.building.options import Options
    from generator.building.work import InspectionMade, PaperMade
    from generator.diagnostics import Argument
    from generator.manifest import EntryKey, FileEntry, PaperEntry
    from generator.project import Project
    from generator.results import PaperResult
    from generator.staleness import Known


@dataclass(frozen=True, slots=True)
class Left:
    """What a build of everything found: the papers there are, and the files that could not be read.

    `judged` are the inspections of earlier builds that were not found as they were then.
    """

    papers: Container[tuple[str, str]]
    unread: Container[str]
    judged: frozenset[str]

    def is_no_more(self, entry: PaperEntry) -> bool:
        """Return whether a paper of an earlier build is no paper of the project now."""
        return entry.source not in self.unread and (entry.inspection, entry.paper) not in self.papers


@dataclass
class Delivery:
    """The output folder during one build: what earlier builds made there, and what this one made so far."""

    project: Project
    options: Options
    out: Path
    made: dict[EntryKey, PaperEntry] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    """The inspections whose papers were looked at: of the others the manifest keeps what it said."""
    _names: dict[str, str] = field(default_factory=dict)

    # --- what earlier builds made --------------------------------------------------------------------

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest as the last build that ended wrote it."""
        return read_manifest(self.out / NAME)

    @cached_property
    def _underway(self) -> dict[str, list[PaperEntry]]:
        """What a build that was interrupted was about to write, by inspection."""
        found: dict[str, list[PaperEntry]] = {}
        for entry in read_underway(self.out):
            found.setdefault(entry.inspection, []).append(entry)
        return found

    def _entries(self, inspection: str) -> list[PaperEntry]:
        """Return the papers that stand, of the last build that ended and of one that did not."""
        found = [*self.manifest.of(inspection), *standing(self._underway.get(inspection, ()), self.out)]
        return [*{entry.key: entry for entry in found}.values()]

    def known(self, inspection: str) -> dict[EntryKey, Known]:
        """Return the papers of an inspection, and how each of their files stands."""
        return {entry.key: known_paper(entry, self.out) for entry in self._entries(inspection)}

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Which paper each name of an earlier build belongs to, capitals aside, as far as its file stands."""
        entries = [*self.manifest.entries(), *(one for of in self._underway.values() for one in of)]
        return {
            _name(file.path): f"{entry.inspection}/{entry.paper}"
            for entry in entries
            for file in entry.files
            if (self.out / file.path).is_file()
        }

    # --- what this one made --------------------------------------------------------------------------

    def take(self, made: InspectionMade) -> list[PaperResult]:
        """Write the new files of an inspection, and return what became of each paper."""
        self.touched.add(made.id)
        written = recorded([*self.manifest.of(made.id), *self._underway.get(made.id, ())])
        return [self._taken(paper, written) for paper in made.papers]

    def _taken(self, paper: PaperMade, written: Mapping[str, set[str]]) -> PaperResult:
        result, entry = paper.result, paper.entry
        shown = tuple(self.project.shown(self.out / path) for path in result.files)
        if entry is None:
            return replace(result, files=shown)
        try:
            self._claim(paper, entry)
            edited = tuple(self._kept_beside(paper.files, written))
            if paper.files and not (self.options.dry_run or known_as_made(entry, written)):
                note_underway(self.out, entry, self.project.shown(self.out))
            changed = self._write(paper.files)
        except Refused as refused:
            return replace(result, files=(), outcome=Outcome.FAILED, diagnostics=refused.diagnostics, why="")
        self.made[entry.key] = entry
        outcome = Outcome.MADE if changed else result.outcome
        said = (*result.diagnostics, *edited)
        return replace(
            result, files=shown, outcome=outcome, diagnostics=said, why=result.why if changed else ""
        )

    def _claim(self, paper: PaperMade, entry: PaperEntry) -> None:
        """Take the names of a paper; Refused when another paper has one, where capitals may not count."""
        me = f"{entry.inspection}/{entry.paper}"
        mine = (old for old in self._entries(entry.inspection) if old.paper == entry.paper)
        own = {_name(file.path) for old in mine for file in old.files}
        for name in paper.names:
            folded = name.casefold()
            earlier = me if folded in own and folded not in self._names else self._owners.get(folded, me)
            owner = self._names.get(folded, earlier)
            if owner != me:
                arguments: dict[str, Argument] = {"name": name, "other": owner}
                raise Refused([Diagnostic("name-twice", Place(entry.source), arguments=arguments)])
        self._names |= {name.casefold(): me for name in paper.names}

    def _new_file(self, path: str, data: bytes) -> NewFile:
        return NewFile(self.out / path, data, self.project.shown(self.out / path))

    def _kept_beside(
        self, files: Mapping[str, bytes], written: Mapping[str, set[str]]
    ) -> Iterator[Diagnostic]:
        """Keep what somebody edited by hand since the last build; say where."""
        for path, data in files.items():
            target = self._new_file(path, data)
            yield from kept_beside(target, written.get(path), dry_run=self.options.dry_run)

    def _write(self, files: Mapping[str, bytes]) -> bool:
        """Write a paper's files, all or none; return whether there was anything to write."""
        targets = [self._new_file(path, data) for path, data in files.items()]
        if self.options.dry_run:
            # All are looked at: each may be refused.
            return True in [differs(target, self.out) for target in targets]
        return write_together(targets, self.out, force=self.options.force)

    # --- the end -------------------------------------------------------------------------------------

    def clear(self, left: Left | None) -> Iterator[Diagnostic]:
        """Remove the files of papers that are no more, and of annexes that have no file of their own now.

        Only what the manifest owns and nobody edited. Without `left` the build was not asked for everything,
        and no paper is taken for one that is no more.
        """
        files = {file.path for entry in self.made.values() for file in entry.files}
        judged = self.touched if left is None else {*self.touched, *left.judged}
        for inspection in sorted(judged):
            for entry in self._entries(inspection):
                if entry.key in self.made:
                    old = [file for file in entry.files if self._is_asked_for(file)]
                else:
                    old = list(entry.files) if left is not None and left.is_no_more(entry) else []
                yield from removed((file for file in old if file.path not in files), self.out, self.project)

    def _is_asked_for(self, file: FileEntry) -> bool:
        return PurePosixPath(file.path).suffix[1:] in self.options.only

    def record(self, also: Iterable[str]) -> None:
        """Write the manifest: what was made now beside what earlier builds made and is still there.

        `also` are inspections whose entries are to be looked at anew. Refused when it cannot be written.
        """
        lines = dict(self.manifest.lines)
        for inspection in {*self.touched, *self._underway, *also}:
            entries = {entry.key: _standing(entry, self.out) for entry in self._entries(inspection)}
            entries = {key: entry for key, entry in entries.items() if entry.files}
            entries |= {key: entry for key, entry in self.made.items() if key[0] == inspection}
            lines[inspection] = entry_lines(entries.values())
        lines = {inspection: found for inspection, found in lines.items() if found}
        write_atomically(self.out / NAME, manifest_bytes(lines), self.project.shown(self.out / NAME))
        forget_underway(self.out, self.project.shown(self.out))


def _name(path: str) -> str:
    return PurePosixPath(path).with_suffix("").as_posix().casefold()


def _standing(entry: PaperEntry, out: Path) -> PaperEntry:
    """Return the entry with those of its files that are still there."""
    return replace(entry, files=tuple(file for file in entry.files if (out / file.path).is_file()))
