"""The folder of issued papers: held by one writer at a time, whole after every interruption.

Issuing changes three things: the journal, the YAML of the inspection, and a new folder of files. All of it
is prepared in one pending folder first. The line in the journal decides: before it nothing happened and the
pending folder is thrown away; after it the rest is finished by the next command, whoever runs it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.files import NewFile, locked, write_atomically, write_together
from generator.issuing import journal as journals
from generator.issuing.journal import Journal, read_journal
from generator.issuing.record import NAME as RECORD
from generator.issuing.record import read_record, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.issuing.journal import Event
    from generator.issuing.record import Record
    from generator.project import Project

_WAIT = 20.0  # seconds for the clerk who is at it
PENDING = ".pending"
"""Where a paper stands while it is being issued."""
_CHANGE = "change.json"
_AFTER = "after.yaml"
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
        """Keep an issued paper, write its events and the YAML; all of it or nothing, whatever happens."""
        target = self._folder / paper.folder
        if target.exists():
            raise Refused([Diagnostic("issue-folder-there", Place(self.project.shown(target)))])
        pending = self._prepared(paper, change)
        self.journal = self.journal.with_events(events)
        try:
            self._write_journal()
        except Refused:
            shutil.rmtree(pending, ignore_errors=True)
            raise
        self._finish(pending)

    def _write_journal(self) -> None:
        path = self._folder / journals.NAME
        write_atomically(path, self.journal.text, self.project.shown(path))

    def _prepared(self, paper: NewPaper, change: YamlChange) -> Path:
        """Write everything into the pending folder, what says how to go on with it last."""
        pending = self._folder / PENDING
        try:
            files = [self._new(pending / _PAPER / name, data) for name, data in paper.files.items()]
            write_together([*files, self._new(pending / _AFTER, change.after)], self._folder)
            say = {
                "folder": paper.folder,
                "record": sealed(paper.files[RECORD]),
                "yaml": change.file,
                "before": sealed(change.before),
            }
            data = json.dumps(say, ensure_ascii=False).encode()
            write_atomically(pending / _CHANGE, data, self.project.shown(pending / _CHANGE))
        except BaseException:
            shutil.rmtree(pending, ignore_errors=True)
            raise
        return pending

    def _new(self, path: Path, data: bytes) -> NewFile:
        return NewFile(path, data, self.project.shown(path))

    # --- what an interruption left --------------------------------------------------------------------

    def recover(self) -> None:
        """Finish what the journal says happened, and throw away what it does not."""
        pending = self._folder / PENDING
        if not pending.exists():
            return
        change = _read_change(pending)
        done = (
            any(event.record == change.get("record") for event in self.journal.issues()) if change else False
        )
        if not done:
            shutil.rmtree(pending)
            self._tell("issue-undone")
            return
        self._finish(pending)
        self._tell("issue-finished")

    def _finish(self, pending: Path) -> None:
        """Write the YAML and put the files in their place; each step can be taken twice."""
        change = _read_change(pending)
        self._write_yaml(pending, change)
        target, paper = self._folder / change["folder"], pending / _PAPER
        if paper.exists():
            _make_read_only(paper)
            target.parent.mkdir(parents=True, exist_ok=True)
            paper.rename(target)
        _sync(target.parent)
        shutil.rmtree(pending)

    def _write_yaml(self, pending: Path, change: Mapping[str, str]) -> None:
        path, after = self.project.root / change["yaml"], (pending / _AFTER).read_bytes()
        present = path.read_bytes() if path.is_file() else b""
        if present == after:
            return
        if sealed(present) == change["before"]:
            write_atomically(path, after, change["yaml"])
        else:
            # Somebody wrote into it meanwhile: nothing of his is lost, and `build` tells the difference.
            self._tell("issue-yaml-changed", Place(change["yaml"]))

    def _tell(self, code: str, place: Place | None = None) -> None:
        place = place or Place(self.project.shown(self._folder))
        self.told = (*self.told, Diagnostic(code, place, Severity.WARNING))


def _read_change(pending: Path) -> dict[str, str]:
    """Return what the pending folder is for; nothing when it was not yet whole."""
    path = pending / _CHANGE
    return dict(json.loads(path.read_bytes())) if path.is_file() else {}


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
        store = Store(project, _journal(project))
        store.recover()
        yield store


def journal_of(project: Project) -> Journal:
    """Return the journal as it stands, for reading only; Refused where its chain is broken."""
    return _journal(project)


def _journal(project: Project) -> Journal:
    path = project.issued / journals.NAME
    return read_journal(path, project.shown(path))
