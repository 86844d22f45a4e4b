"""What a bench is given to make and what it gives back: plain values that can travel to another process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.issuing.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic
    from generator.manifest import EntryKey, PaperEntry
    from generator.results import PaperResult
    from generator.staleness import Known


@dataclass(frozen=True, slots=True)
class Task:
    """One inspection to make: `path` is its file below the project, `id` what its first lines say.

    `twin` is another file that has the same id. `journal` has the events of this inspection, `known` the
    papers that an earlier build made of it. With `papers` only these of them are made.
    """

    path: str
    file: str
    id: str
    twin: str = ""
    journal: Journal = field(default_factory=Journal)
    known: Mapping[EntryKey, Known] = field(default_factory=dict)
    papers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PaperMade:
    """One paper: what became of it, its new files by their paths below the output folder, what to record.

    Without an `entry` nothing was made. `names` are what it calls its files, without their endings. The
    result has MADE only when its files were written: whether they differ is not known before.
    """

    result: PaperResult
    entry: PaperEntry | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InspectionMade:
    """Everything that came of one inspection; `read` is false when its file gave none.

    `inputs` are its file and those it took something from, with their sha256: paths below the project. `home`
    says that it can only be made where the whole project is: then it is a `summary` of others.
    """

    id: str
    read: bool
    papers: tuple[PaperMade, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    bug: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    summary: bool = False
    home: bool = False
