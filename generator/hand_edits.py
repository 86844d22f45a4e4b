"""Files of an earlier build that somebody edited since: never overwritten before they are kept beside."""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.files import write_new_file, writing
from generator.project import lies_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.files import NewFile
    from generator.manifest import FileEntry, PaperEntry
    from generator.project import Project

_SUFFIX = "_sua-tay-"
_MOST = 1000


def recorded(entries: Iterable[PaperEntry]) -> dict[str, set[str]]:
    """Return what earlier builds wrote: the hashes of each file by its path below the output folder."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        for file in entry.files:
            found.setdefault(file.path, set()).add(file.sha256)
    return found


def known_as_made(entry: PaperEntry, written: Mapping[str, set[str]]) -> bool:
    """Return whether each file of a paper is among those that were recorded before."""
    return all(file.sha256 in written.get(file.path, ()) for file in entry.files)


def kept_beside(file: NewFile, written: set[str] | None, *, dry_run: bool = False) -> Iterator[Diagnostic]:
    """Keep the file that stands where another is to be written, if somebody edited it; say where.

    `written` are the hashes of what was built there; a file that no record knows is left to its fate, as
    before there were records. Refused when it cannot be kept: then it must not be overwritten.
    """
    if written is None or not file.path.is_file() or file.path.is_symlink():
        return
    with writing(file.shown):
        data = file.path.read_bytes()
    if data == file.data or hashlib.sha256(data).hexdigest() in written:
        return
    beside = _free(file.path, data)
    if not beside.exists() and not dry_run:
        write_new_file(beside, data, _shown(file, beside))
    arguments = {"kept": _shown(file, beside)}
    place = Place(file.shown)
    if file.path.suffix == ".docx":
        yield Diagnostic("file-edited", place, Severity.WARNING, arguments)
    else:
        yield Diagnostic("file-edited-other", place, Severity.WARNING, arguments)


def removed(files: Iterable[FileEntry], out: Path, project: Project) -> Iterator[Diagnostic]:
    """Remove files that nothing makes any more; one that somebody edited stays, and that is told."""
    for file in files:
        path = out / file.path
        place = Place(project.shown(path))
        if not path.is_file() or path.is_symlink() or not lies_inside(path, out):
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256:
            yield Diagnostic("file-left", place, Severity.WARNING)
            continue
        with contextlib.suppress(OSError):
            path.unlink()
            yield Diagnostic("file-removed", place, Severity.NOTE)


def _free(path: Path, data: bytes) -> Path:
    """Return the first name beside a path that is free, or has these very bytes already."""
    for number in range(1, _MOST):
        beside = path.with_name(f"{path.stem}{_SUFFIX}{number}{path.suffix}")
        if not beside.exists() and not beside.is_symlink():
            return beside
        if beside.is_file() and beside.read_bytes() == data:
            return beside
    raise Refused([Diagnostic("file-not-written", Place(path.name), arguments={"reason": "too many copies"})])


def _shown(file: NewFile, beside: Path) -> str:
    return f"{file.shown.rpartition('/')[0]}/{beside.name}".lstrip("/") if "/" in file.shown else beside.name
