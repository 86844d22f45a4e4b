"""The witness of the journal's end: how many lines were written, and the seal of the last one.

A chain of seals shows what was changed or taken out, but not what was cut off its end. So the end stands in a
small file beside the journal, which takes its place right after it. Where the power fails between the two,
the journal is ahead of its witness: the next command brings that up. The other way round lines are missing.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.issuing.journal import NAME as JOURNAL
from generator.issuing.journal import read_journal

if TYPE_CHECKING:
    from pathlib import Path

    from generator.issuing.journal import Journal
    from generator.project import Project

NAME = "journal.head"
_MAX_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal ended: its lines, its size in bytes, the seal of its last line."""

    lines: int
    size: int
    seal: str

    def written(self) -> bytes:
        """Return the head as its file holds it."""
        return f"{json.dumps(asdict(self))}\n".encode()


def head_of(journal: Journal) -> Head:
    """Return the witness of a journal as it stands."""
    return Head(len(journal.events), len(journal.text), journal.head)


def _saw(head: Head, journal: Journal) -> bool:
    """Return whether a journal begins with just those lines that its witness saw."""
    lines = journal.text.splitlines(keepends=True)[: head.lines]
    whole = len(lines) == head.lines and sum(map(len, lines)) == head.size
    return whole and head.seal == journal.seal_after(head.lines)


def read_head(path: Path, shown: str) -> Head | None:
    """Return the head at `path`, None when there is none; Refused when it is not as we write it."""
    if not path.exists() and not path.is_symlink():
        return None
    data = read_bytes(path, shown, _MAX_BYTES)
    try:
        value: Any = json.loads(data)
        head = Head(int(value["lines"]), int(value["size"]), str(value["seal"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        head = None
    if head is None or head.written() != data:
        raise Refused([Diagnostic("journal-head-broken", Place(shown))])
    return head


def refuse_cut(journal: Journal, head: Head | None, shown: tuple[str, str]) -> None:
    """Raise Refused when the journal does not hold all that its witness saw.

    `shown` are the names of the two files. A journal of one line may still be without its witness: the very
    first write was cut off.
    """
    if head is None:
        if len(journal.events) > 1:
            raise Refused([Diagnostic("journal-head-broken", Place(shown[1]))])
        return
    if not _saw(head, journal):
        arguments = {"known": head.lines, "count": len(journal.events)}
        raise Refused([Diagnostic("journal-cut", Place(shown[0]), arguments=arguments)])


def is_behind(journal: Path, head: Path) -> bool:
    """Return whether the journal grew since its witness was written, without reading all of it."""
    try:
        known = read_head(head, NAME)
        if known is None:
            return journal.read_bytes().count(b"\n") == 1  # the very first write was cut off
        return journal.stat().st_size > known.size
    except (OSError, Refused):
        return False  # told by whoever reads the journal


def journal_of(project: Project) -> Journal:
    """Return the journal as it stands; Refused where its chain is broken or its end was cut off."""
    paths = (project.issued / JOURNAL, project.issued / NAME)
    shown = (project.shown(paths[0]), project.shown(paths[1]))
    # The witness first: a clerk who writes meanwhile only puts the journal ahead of it.
    head = read_head(paths[1], shown[1])
    journal = read_journal(paths[0], shown[0])
    refuse_cut(journal, head, shown)
    return journal
