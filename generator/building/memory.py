"""What the last build left: so that the next one need not read what nobody touched since.

A record of each inspection that came out whole: the stamps and hashes of what it was made from, the stamps
of its files, and what was said. Stamps spare reading; where they differ, as in a fresh clone with a restored
folder, the hashes decide. The memory is never needed: without it everything is looked at again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Refused, Severity, Term
from generator.files import write_atomically
from generator.results import Outcome, PaperResult
from generator.rule_results import Outcome as RuleOutcome
from generator.rule_results import RuleResult
from generator.stamps import at_rest, own_stamp, sha256_of, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.building.work import InspectionMade
    from generator.stamps import Stamp

_FORMAT = 1
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_MOST_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is said of an inspection that is as it was: its papers' results, and what reading it said."""

    id: str
    papers: tuple[PaperResult, ...]
    said: tuple[Diagnostic, ...]


@dataclass
class Memory:
    """The records of one project and one set of options, by the paths of the inspection files.

    `shared` and `content` are the marks of what all have in common (`shared`), `manifest` is the stamp of
    the manifest that belongs to it, `seen` the mark of the files there were when all was built.

    A record is ``[id, twin, journal, inputs, papers, said, summary]``; an input ``[path, sha256, stamp]``; a
    paper ``[id, outcome, files, said, rules]``; a file ``[path, stamp, sha256]``; a rule its id, its outcome
    and what it said, by number. Lists, for there may be many thousands.
    """

    shared: str = ""
    content: str = ""
    manifest: Stamp | None = None
    seen: str = ""
    records: dict[str, list[Any]] = field(default_factory=dict)


def memory_file(out: Path, variant: str) -> Path:
    """Return where the memory of an output folder lies, for one set of options."""
    return out / f".memory-{variant}.json"


def read_memory(path: Path) -> Memory:
    """Return the memory; an empty one when there is none, or nothing that a build wrote."""
    stamp = own_stamp(path)
    if stamp is None or stamp[0] > _MOST_BYTES:
        return Memory()
    try:
        found = json.loads(path.read_bytes())
        if found["format"] != _FORMAT:
            return Memory()
        return Memory(
            found["shared"], found["content"], found["manifest"], found["seen"], dict(found["records"])
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Memory()


def write_memory(path: Path, memory: Memory, shown: str) -> None:
    """Write the memory; one that cannot be written is no loss."""
    value = {
        "format": _FORMAT,
        "shared": memory.shared,
        "content": memory.content,
        "manifest": memory.manifest,
        "seen": memory.seen,
        "records": memory.records,
    }
    # As `json` reads bytes: what stands for a byte that is no text in the name of a file comes back.
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    try:
        write_atomically(path, data, shown)
    except Refused:
        path.unlink(missing_ok=True)


# --- is it as it was? ----------------------------------------------------------------------------------


@dataclass
class Look:
    """How files are compared with a record: by their stamps, and where those differ by their content.

    `written` gives the sha256 of what was built, by the path below the output folder `out`; without
    `by_stamps` the record was made beside another manifest, and its stamps of files mean nothing.
    """

    root: str
    out: str
    written: Callable[[], Mapping[str, str]]
    by_stamps: bool
    _hashes: Mapping[str, str] | None = None

    def inputs(self, record: Sequence[Any], stamp: Stamp | None) -> bool | None:
        """Return whether the stamps say that what was read is the same; None when it is another.

        `stamp` is the one that the file of the inspection was seen with.
        """
        (path, sha256, seen), *others = record[3]
        found = [(path, sha256, seen == stamp and seen is not None)]
        for path, sha256, seen in others:
            found.append((path, sha256, seen is not None and stamp_of(f"{self.root}/{path}") == seen))
        read = [(path, sha256) for path, sha256, same in found if not same]
        if all(sha256 and sha256_of(f"{self.root}/{path}") == sha256 for path, sha256 in read):
            return not read
        return None

    def files(self, record: Sequence[Any]) -> bool | None:
        """Return whether the stamps say that every file made is as it was written; None when one is not."""
        at_once = True
        for paper in record[4]:
            for path, seen, sha256 in paper[2]:
                stamp = own_stamp(f"{self.out}/{path}")
                if stamp is None:
                    return None
                if not self.by_stamps or stamp != seen:
                    at_once = False
                    if sha256_of(f"{self.out}/{path}") != sha256 or not self._is_recorded(path, sha256):
                        return None
        return at_once

    def _is_recorded(self, path: str, sha256: str) -> bool:
        """Return whether the manifest, where it is another than the record knew, says the same of a file."""
        if self.by_stamps:
            return True
        if self._hashes is None:
            self._hashes = self.written()
        return self._hashes.get(path) == sha256


# --- a record and back ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recording:
    """How records are made: where the files lie, and when the build began (nanoseconds since 1970).

    An input that was changed about that time, or since, may have been read before that or after: what was
    made of it is not remembered. A file of the output that was changed since is compared by its content
    next time.
    """

    root: str
    out: str
    begun: int

    def record(self, made: InspectionMade, twin: str, journal: str) -> list[Any] | None:
        """Return the record of an inspection that came out whole; None when its inputs were not at rest."""
        inputs = [[path, sha256, self._input(path)] for path, sha256 in made.inputs]
        if any(stamp is None for *_, stamp in inputs):
            return None
        papers = [
            _paper(
                paper.result,
                [
                    [file.path, self._file(file.path), file.sha256]
                    for file in (paper.entry.files if paper.entry else ())
                ],
            )
            for paper in made.papers
        ]
        return [made.id, twin, journal, inputs, papers, [_told(item) for item in made.said], made.summary]

    def refreshed(self, record: Sequence[Any]) -> list[Any]:
        """Return a record whose content was found the same, with the stamps of now."""
        id_, twin, journal, inputs, papers, *rest = record
        inputs = [[path, sha256, self._input(path)] for path, sha256, _ in inputs]
        papers = [
            [paper, outcome, [[path, self._file(path), sha256] for path, _, sha256 in files], *told]
            for paper, outcome, files, *told in papers
        ]
        return [id_, twin, journal, inputs, papers, *rest]

    def _input(self, path: str) -> Stamp | None:
        stamp = stamp_of(f"{self.root}/{path}")
        return stamp if stamp and at_rest(stamp, self.begun) else None

    def _file(self, path: str) -> Stamp | None:
        stamp = own_stamp(f"{self.out}/{path}")
        return stamp if stamp and at_rest(stamp, self.begun) else None


def remembered(record: Sequence[Any], out: str) -> Remembered:
    """Return what is said of an inspection that is as it was; `out` is the output folder in messages."""
    id_, _, _, _, papers, said, _ = record
    results = tuple(
        PaperResult(
            id_,
            paper,
            tuple([f"{out}/{path}" for path, *_ in files]),
            _OUTCOMES[outcome],
            told := tuple(map(_diagnostic, said_of_it)),
            rules=tuple(
                RuleResult(rule, RuleOutcome(end), tuple(told[number] for number in numbers))
                for rule, end, *numbers in rules
            ),
        )
        for paper, outcome, files, said_of_it, rules in papers
    )
    return Remembered(id_, results, tuple(map(_diagnostic, said)))


def _paper(result: PaperResult, files: list[list[Any]]) -> list[Any]:
    found = result.diagnostics
    outcome = Outcome.UNCHANGED if result.outcome is Outcome.MADE else result.outcome
    rules = [
        [one.rule, one.outcome.value, *(found.index(item) for item in one.diagnostics if item in found)]
        for one in result.rules
    ]
    return [result.paper, outcome.value, files, [_told(item) for item in found], rules]


def _told(item: Diagnostic) -> list[Any]:
    place = item.place
    where = [place.file, place.page, place.paragraph, place.line, place.column, place.cell]
    arguments = [[name, value, isinstance(value, Term)] for name, value in item.arguments.items()]
    return [item.code, where, item.severity.value, arguments]


def _diagnostic(value: Sequence[Any]) -> Diagnostic:
    code, (file, page, paragraph, line, column, cell), severity, arguments = value
    place = Place(file, line, column, page=page, paragraph=paragraph, cell=cell)
    filled = {name: Term(said) if is_term else said for name, said, is_term in arguments}
    return Diagnostic(code, place, Severity(severity), filled)
