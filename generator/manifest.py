"""``output/manifest.json``: which paper made which file, with its fingerprint. No clock, no machine.

While a build is at work each paper is noted before its files are written: a build that was killed leaves
files that the next one knows for its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeAlias

from generator import __version__
from generator.diagnostics import Refused
from generator.file_reading import read_bytes
from generator.files import writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

NAME = "manifest.json"
_UNDERWAY = ".manifest.jsonl"
_MAX_BYTES = 2 * 1024 * 1024 * 1024  # a million papers
_LINE = re.compile(r'\{"inspection": "([A-Za-z0-9-]+)", .*\},?$')
_LONGEST_PATH = 255  # bytes: what a file system takes as one name
_TEXTS = ("inspection", "paper", "kind", "source", "stage", "edition")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file: its path below the output folder, its sha256, its size in bytes."""

    path: str
    sha256: str
    size: int


EntryKey: TypeAlias = tuple[str, str, str, str]
"""Inspection, paper, printing, edition."""


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One paper as it was made: from which source, of which kind, in which printing and edition.

    `covers` are the files of the inspections a summary sums up, as they were then; `made_of` are the
    fingerprints of what the files were made of (`staleness`).
    """

    inspection: str
    paper: str
    kind: str
    source: str
    stage: str
    edition: str
    files: tuple[FileEntry, ...]
    covers: tuple[FileEntry, ...] = ()
    made_of: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> EntryKey:
        """What makes an entry another one's successor."""
        return (self.inspection, self.paper, self.stage, self.edition)


def file_entry(path: str, data: bytes) -> FileEntry:
    """Return the entry of a file with these bytes."""
    return FileEntry(path, hashlib.sha256(data).hexdigest(), len(data))


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as it was read: each paper as the line that says it, by inspection.

    Of thousands of inspections a build changes one. The lines of the others go into the new manifest as they
    are, and only what is asked for is looked into.
    """

    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, inspection: str) -> list[PaperEntry]:
        """Return the papers of one inspection; a line that no build can have written is left out."""
        entries = (_noted(line) for line in self.lines.get(inspection, ()))
        return [entry for entry in entries if entry is not None]

    def entries(self) -> list[PaperEntry]:
        """Return all papers."""
        return [entry for inspection in self.lines for entry in self.of(inspection)]


def entry_lines(entries: Iterable[PaperEntry]) -> tuple[str, ...]:
    """Return the lines of papers, in order of their keys."""
    ordered = sorted(entries, key=lambda entry: entry.key)
    return tuple(json.dumps(_dump(entry), ensure_ascii=False) for entry in ordered)


def manifest_bytes(lines: Mapping[str, tuple[str, ...]]) -> bytes:
    """Return the manifest: a line for each paper, in order of the inspections."""
    papers = ",\n".join(line for inspection in sorted(lines) for line in lines[inspection])
    head = json.dumps({"ketluan": __version__, "papers": []}).removesuffix("]}")
    return (f"{head}\n{papers}\n]}}\n" if papers else f"{head}]}}\n").encode()


def _dump(entry: PaperEntry) -> dict[str, Any]:
    """Return the entry as data; only a summary has what it covers."""
    value = {**asdict(entry), "made_of": dict(entry.made_of)}
    return {name: part for name, part in value.items() if name not in ("covers", "made_of") or part}


def read_manifest(path: Path) -> Manifest:
    """Return a manifest; an empty one when it is missing or broken: then all is made again."""
    try:
        text = read_bytes(path, NAME, _MAX_BYTES).decode()
        return Manifest(_lines(text))
    except (Refused, ValueError, KeyError, TypeError, RecursionError):
        return Manifest()


def _lines(text: str) -> dict[str, tuple[str, ...]]:
    """Return the papers as lines by inspection; ValueError, KeyError or TypeError if it is no manifest."""
    head, *papers, last, _ = text.split("\n") if text.count("\n") > 1 else ("", "", "")
    found: dict[str, list[str]] = {}
    if head.startswith('{"ketluan": ') and head.endswith('"papers": [') and last == "]}":
        for line in papers:
            match = _LINE.match(line)
            if match is None:
                break
            found.setdefault(match[1], []).append(line.removesuffix(","))
        else:
            return {inspection: tuple(lines) for inspection, lines in found.items()}
    entries: dict[str, list[PaperEntry]] = {}
    for entry in map(_entry, json.loads(text)["papers"]):
        entries.setdefault(entry.inspection, []).append(entry)
    return {inspection: entry_lines(of) for inspection, of in entries.items()}


def note_underway(out: Path, entry: PaperEntry, shown: str) -> None:
    """Note a paper whose files are about to be written; Refused (with the name `shown`) if that fails."""
    line = json.dumps(_dump(entry), ensure_ascii=False)
    with writing(shown):
        out.mkdir(parents=True, exist_ok=True)
        with (out / _UNDERWAY).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def read_underway(out: Path) -> list[PaperEntry]:
    """Return what a build that was interrupted was about to write, a line that it did not finish left out."""
    try:
        lines = read_bytes(out / _UNDERWAY, _UNDERWAY, _MAX_BYTES).decode().splitlines()
    except (Refused, ValueError):
        return []
    return [entry for line in lines if (entry := _noted(line)) is not None]


def has_underway(out: Path) -> bool:
    """Return whether a build was interrupted while it wrote."""
    return (out / _UNDERWAY).exists()


def standing(entries: Iterable[PaperEntry], out: Path) -> Iterator[PaperEntry]:
    """Yield the entries whose files are all there as they were made."""
    for entry in entries:
        with contextlib.suppress(OSError):
            there = [file_entry(file.path, (out / file.path).read_bytes()) for file in entry.files]
            if tuple(there) == entry.files:
                yield entry


def forget_underway(out: Path, shown: str) -> None:
    """Take the notes away: the manifest has it all."""
    with writing(shown):
        (out / _UNDERWAY).unlink(missing_ok=True)


def _noted(line: str) -> PaperEntry | None:
    try:
        return _entry(json.loads(line))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _entry(paper: dict[str, Any]) -> PaperEntry:
    """Return the entry; ValueError, KeyError or TypeError if a manifest cannot have been written so."""
    files = tuple(_file(found) for found in paper["files"])
    covers = tuple(_file(found) for found in paper.get("covers", ()))
    made_of = tuple((str(name), str(mark)) for name, mark in dict(paper.get("made_of", {})).items())
    entry = PaperEntry(**{**paper, "files": files, "covers": covers, "made_of": made_of})
    if not all(isinstance(getattr(entry, name), str) for name in _TEXTS):
        raise TypeError(entry)
    return entry


def _file(found: dict[str, Any]) -> FileEntry:
    file = FileEntry(**found)
    if not (isinstance(file.path, str) and isinstance(file.sha256, str) and isinstance(file.size, int)):
        raise TypeError(file)
    path = PurePosixPath(file.path)
    if (
        len(file.path.encode()) > _LONGEST_PATH
        or not file.path.isprintable()
        or path.is_absolute()
        or ".." in path.parts
    ):
        raise ValueError(file.path)
    return file
