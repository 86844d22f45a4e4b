"""The folder of issued papers: held by one writer at a time, whole after every interruption.

Issuing changes three things: the journal, the YAML of the inspection, and a new folder of files. All of it
is prepared first: the files in one pending folder, the new YAML beside the old one. The line in the journal
decides: before it nothing happened and what was prepared is thrown away; after it the rest, which is names
only and takes no room on the disk, is finished by the next command, whoever runs it. The same goes for the
witness of the journal's end (`journal_head`).
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.files import NewFile, locked, write_atomically, write_together, writing
from generator.issuing import journal as journals
from generator.issuing import journal_head as heads
from generator.issuing.journal_head import head_of, is_behind, journal_of
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import read_record, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.issuing.journal import Event, Journal
    from generator.issuing.record import Record
    from generator.project import Project

_WAIT = 20.0  # seconds for the clerk who is at it
PENDING = ".pending"
"""Where a paper stands while it is being issued."""
_FINISHED = ".finished"
"""What is left of the pending folder when all of it is in its place."""
_CHANGE = "change.json"
_AFTER = ".ketluan-issue.new"
"""The new YAML beside the old one, in whose place it will be put."""
_PAPER = "paper"
_READ_ONLY = 0o444


@dataclass(frozen=True, slots=True)
class YamlChange:
    """A YAML file that changes together with the journal: its path below the project, old and new bytes."""

    file: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper to be kept: the path of its folder below the store, and its files by their path in it."""

    folder: str
    files: Mapping[str, bytes]


@dataclass
class Store:
    """The store of a project; `told` is what had to be finished or undone when it was opened."""

    project: Project
    journal: Journal
    told: tuple[Diagnostic, ...] = ()
    _folder: Path = field(init=False)

    def __post_init__(self) -> None:
        """Know the folder."""
        self._folder = self.project.issued

    def record(self, event: Event) -> Record:
        """Return the record of the event by which a paper was issued; Refused when it is not as written."""
        folder = self._folder / event.folder
        return read_record(folder, self.project.shown(folder))

    def note(self, events: Sequence[Event]) -> None:
        """Write events that change nothing but the journal."""
        self.journal = self.journal.with_events(events)
        self._write_journal()

    def keep(self, paper: NewPaper, change: YamlChange, events: Sequence[Event]) -> None:
        """Keep an issued paper, write its events and the YAML; all of it or nothing, whatever happens.

        Refused with nothing written, or (``issue-unfinished``) when it is issued and the next command has to
        finish it.
        """
        target = self._folder / paper.folder
        if os.path.lexists(target):
            raise Refused([Diagnostic("issue-folder-there", Place(self.project.shown(target)))])
        self.journal = self.journal.with_events(events)
        pending = self._folder / PENDING
        try:
            self._prepare(pending, paper, change)
            self._write_journal()
        except Refused:
            self._undo(pending)
            raise
        try:
            self._finish(pending)
        except (OSError, Refused) as error:
            raise self._unfinished(error) from error

    def _write_journal(self) -> None:
        """Write the journal and its witness; both are prepared before the first of them takes its place."""
        head = head_of(self.journal).written()
        files = ((journals.NAME, self.journal.text), (heads.NAME, head))
        write_together([self._new(self._folder / name, data) for name, data in files], self._folder)

    def _prepare(self, pending: Path, paper: NewPaper, change: YamlChange) -> None:
        """Write everything there is to write, what says how to go on with it first."""
        say = {
            "folder": paper.folder,
            "record": sealed(paper.files[RECORD]),
            "yaml": change.file,
            "before": sealed(change.before),
            "after": sealed(change.after),
        }
        data = json.dumps(say, ensure_ascii=False).encode()
        write_atomically(pending / _CHANGE, data, self.project.shown(pending / _CHANGE))
        files = [self._new(pending / _PAPER / name, data) for name, data in paper.files.items()]
        write_together([*files, self._new(self._prepared_yaml(say), change.after)], self.project.root)
        with writing(self.project.shown(pending)):
            _make_read_only(pending / _PAPER)
            (self._folder / paper.folder).parent.mkdir(parents=True, exist_ok=True)

    def _prepared_yaml(self, change: Mapping[str, str]) -> Path:
        return (self.project.root / change["yaml"]).with_name(_AFTER)

    def _unfinished(self, error: OSError | Refused) -> Refused:
        place = Place(self.project.shown(self._folder))
        if isinstance(error, Refused):
            return Refused([Diagnostic("issue-unfinished", place), *error.diagnostics])
        arguments = {"reason": error.strerror or str(error)}
        why = Diagnostic("file-not-written", place, arguments=arguments)
        return Refused([Diagnostic("issue-unfinished", place), why])

    def _new(self, path: Path, data: bytes) -> NewFile:
        return NewFile(path, data, self.project.shown(path))

    # --- what an interruption left --------------------------------------------------------------------

    def recover(self) -> None:
        """Finish what the journal says happened, and throw away what it does not; Refused if that fails."""
        pending, finished = self._folder / PENDING, self._folder / _FINISHED
        if is_behind(self._folder / journals.NAME, self._folder / heads.NAME):
            self._write_journal()
        with writing(self.project.shown(self._folder)):
            if finished.exists():
                shutil.rmtree(finished)
            if not pending.exists():
                return
            change = _read_change(pending)
            if change and any(event.record == change["record"] for event in self.journal.issues()):
                self._finish(pending)
                self._tell("issue-finished")
            else:
                self._undo(pending)
                self._tell("issue-undone")

    def _undo(self, pending: Path) -> None:
        """Throw away what was prepared, as far as it goes: the next command goes on with it."""
        with contextlib.suppress(OSError):
            change = _read_change(pending)
            if change:
                self._prepared_yaml(change).unlink(missing_ok=True)
                _remove_empty((self._folder / change["folder"]).parent, self._folder)
            shutil.rmtree(pending)

    def _finish(self, pending: Path) -> None:
        """Put the YAML and the files in their places; each step can be taken twice."""
        change = _read_change(pending)
        self._replace_yaml(change)
        target, paper = self._folder / change["folder"], pending / _PAPER
        if paper.exists():
            paper.rename(target)
        _sync(target.parent)
        # At one stroke, lest half of it looks like what was never issued.
        finished = pending.rename(pending.with_name(_FINISHED))
        shutil.rmtree(finished)

    def _replace_yaml(self, change: Mapping[str, str]) -> None:
        path, prepared = self.project.root / change["yaml"], self._prepared_yaml(change)
        present = sealed(path.read_bytes()) if path.is_file() else ""
        if present == change["before"] and prepared.exists():
            prepared.replace(path)
        elif present != change["after"]:
            # Somebody wrote into it meanwhile: nothing of his is lost, and `build` tells the difference.
            self._tell("issue-yaml-changed", Place(change["yaml"]))
        prepared.unlink(missing_ok=True)

    def _tell(self, code: str, place: Place | None = None) -> None:
        place = place or Place(self.project.shown(self._folder))
        self.told = (*self.told, Diagnostic(code, place, Severity.WARNING))


def _read_change(pending: Path) -> dict[str, str]:
    """Return what the pending folder is for; nothing when it was not yet whole."""
    path = pending / _CHANGE
    return dict(json.loads(path.read_bytes())) if path.is_file() else {}


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder and those above it, up to the root, that hold nothing."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _make_read_only(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(_READ_ONLY)


def _sync(folder: Path) -> None:
    """Have the names of a folder safe on the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def held(project: Project) -> Iterator[Store]:
    """Hold the store against other writers and give it, whole; Refused when another one does not let go."""
    # Not in the store itself: nothing stands there before the first paper.
    folder = project.root / ".ketluan"
    with locked(folder, project.shown(folder), wait=_WAIT):
        store = Store(project, journal_of(project))
        store.recover()
        yield store


def settled(project: Project) -> tuple[Diagnostic, ...]:
    """Finish or undo what an interruption left, as every command does first; return what was done or is left.

    Only what cannot be written is left: whoever reads only goes on all the same.
    """
    left = any((project.issued / name).exists() for name in (PENDING, _FINISHED))
    if not left and not is_behind(project.issued / journals.NAME, project.issued / heads.NAME):
        return ()
    try:
        with held(project) as store:
            return store.told
    except Refused as refused:
        return refused.diagnostics
