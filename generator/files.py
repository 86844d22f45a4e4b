"""Whole or not at all: files appear by atomic rename, and one writer at a time holds a folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from generator.diagnostics import Diagnostic, Place, Refused
from generator.project import lies_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_MODE = 0o644
_LOCK = ".lock"
_EARLIER = "_truoc-"
"""What the name of a folder that gave way to a newer one ends with, before its number."""
_LOOK_AGAIN = 0.05  # seconds
_UNFINISHED = (".ketluan-", ".tmp")
"""How the name of a file begins and ends that is still being written."""
_ABANDONED = 60.0  # seconds: nobody takes so long over one file


@dataclass(frozen=True, slots=True)
class NewFile:
    """What is to stand at `path`; `shown` is its name in messages."""

    path: Path
    data: bytes
    shown: str


def write_atomically(path: Path, data: bytes, shown: str, *, force: bool = False) -> bool:
    """Write the file whole; return False when it already holds these bytes (unless `force`).

    Refused (with the name `shown`) when it cannot be written, or when something that is no ordinary
    file stands at the path; what was there stays.
    """
    return write_together([NewFile(path, data, shown)], path.parent, force=force)


def write_new_file(path: Path, data: bytes, shown: str) -> None:
    """Write a file that is not there yet, whole or not at all; Refused when it is there or cannot be written.

    Whoever else writes at the same time is never overwritten: the file is linked to its place.
    """
    with writing(shown):
        _clear_abandoned(path.parent)
        temporary = _temporary(path, data)
        try:
            _take_free_place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)


def _take_free_place(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as file:
            try:
                file.write(temporary.read_bytes())
                file.flush()
            except OSError:
                path.unlink()
                raise


def write_together(files: Sequence[NewFile], folder: Path | None, *, force: bool = False) -> bool:
    """Write all files below `folder` (anywhere when None) or none; return False when none had to be written.

    Refused when one cannot be written or lies outside of `folder` through a link. What was there stays;
    only if it cannot even be put back, ``file-replaced-alone`` says which file is a new one.
    """
    changed = [file for file in files if differs(file, folder) or force]
    prepared: list[tuple[NewFile, Path]] = []
    for place in {file.path.parent for file in changed}:
        _clear_abandoned(place)
    try:
        for file in changed:
            with writing(file.shown):
                prepared.append((file, _temporary(file.path, file.data)))
        _take_places(prepared)
    finally:
        for _, temporary in prepared:
            with contextlib.suppress(OSError):
                temporary.unlink()
    return bool(changed)


def replace_folder(
    target: Path, files: Mapping[str, bytes], root: Path, shown: Callable[[Path], str]
) -> Path | None:
    """Have a folder below `root` hold exactly these files; return where a different one is kept, or None.

    It is made whole beside its place and takes it by renaming. Nothing that stood there is lost: somebody
    may have worked in it. Refused when it cannot be written or leads elsewhere through a link.
    """
    if target.is_symlink() or not lies_inside(target.parent, root):
        raise Refused([Diagnostic("write-outside", Place(shown(target)))])
    new = target.with_name(f".{target.name}.tmp")
    with writing(shown(target)):
        if _holds_exactly(target, files):
            return None
        if new.exists():
            shutil.rmtree(new)
        try:
            prepared = [NewFile(new / name, data, shown(target / name)) for name, data in files.items()]
            write_together(prepared, root)
            return _exchanged(target, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _exchanged(target: Path, new: Path) -> Path | None:
    """Put a new folder in the place of another, which is kept under the first free name."""
    if not target.exists():
        new.rename(target)
        return None
    names = (target.with_name(f"{target.name}{_EARLIER}{turn}") for turn in count(1))
    kept = next(name for name in names if not os.path.lexists(name))
    target.rename(kept)
    try:
        new.rename(target)
    except OSError:
        kept.rename(target)
        raise
    return kept


def _holds_exactly(folder: Path, files: Mapping[str, bytes]) -> bool:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return found.keys() == files.keys() and all(_holds(found[name], data) for name, data in files.items())


def differs(file: NewFile, folder: Path | None) -> bool:
    """Return whether the file has yet to be written; Refused when it may not or cannot be."""
    if folder is not None and not lies_inside(file.path.parent, folder):
        raise Refused([Diagnostic("write-outside", Place(file.shown))])
    with writing(file.shown):
        return not _holds(file.path, file.data)


def _holds(path: Path, data: bytes) -> bool:
    """Return whether the file has these bytes; OSError if it is no ordinary file. A link is never kept."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(status.st_mode):
        # Renaming over a device or a pipe would take it away from everybody.
        raise OSError(0, "not an ordinary file")
    return not path.is_symlink() and status.st_size == len(data) and path.read_bytes() == data


def _temporary(path: Path, data: bytes) -> Path:
    """Return a new file beside `path` that holds the bytes and is safe on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED[0], suffix=_UNFINISHED[1])
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_MODE)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _clear_abandoned(folder: Path) -> None:
    """Take away what a writer left that was killed; one who is still at it is left alone."""
    before = time.time() - _ABANDONED
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            named = entry.name.startswith(_UNFINISHED[0]) and entry.name.endswith(_UNFINISHED[1])
            if named and entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < before:
                Path(entry).unlink()


def _take_places(prepared: Sequence[tuple[NewFile, Path]]) -> None:
    """Rename each file to its place; when one does not go, put back what the earlier ones replaced."""
    done: list[tuple[NewFile, bytes | None]] = []
    for file, temporary in prepared:
        try:
            earlier = _earlier(file.path)
            temporary.replace(file.path)
        except OSError as error:
            stuck = [taken for taken, before in reversed(done) if not _put_back(taken.path, before)]
            raise Refused([_not_written(file.shown, error), *_alone(stuck, file)]) from error
        done.append((file, earlier))


def _earlier(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put_back(path: Path, before: bytes | None) -> bool:
    """Return whether the file is as it was before."""
    try:
        if before is None:
            path.unlink()
        else:
            _temporary(path, before).replace(path)
    except OSError:
        return False
    return True


def _alone(stuck: Sequence[NewFile], other: NewFile) -> Iterator[Diagnostic]:
    for file in stuck:
        yield Diagnostic("file-replaced-alone", Place(file.shown), arguments={"other": other.shown})


@contextlib.contextmanager
def writing(shown: str) -> Iterator[None]:
    """Refuse (with the name `shown`) when the system does not let a file be written: full, read-only."""
    try:
        yield
    except OSError as error:
        raise Refused([_not_written(shown, error)]) from error


def _not_written(shown: str, error: OSError) -> Diagnostic:
    return Diagnostic("file-not-written", Place(shown), arguments=_reason(error))


def _reason(error: OSError) -> dict[str, str | int]:
    return {"reason": error.strerror or str(error)}


@contextlib.contextmanager
def locked(folder: Path, shown: str, *, wait: float = 0) -> Iterator[None]:
    """Hold the folder against a second writer; Refused when another holds it longer than `wait` seconds."""
    path = folder / _LOCK
    if path.is_symlink():
        raise Refused([Diagnostic("write-outside", Place(f"{shown}/{_LOCK}"))])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = _lock_file(path)
    except OSError as error:
        raise Refused([_not_written(shown, error)]) from error
    with stream:
        if not _lock_within(stream.fileno(), wait):
            raise Refused([Diagnostic("folder-locked", Place(shown))])
        yield


def _lock_file(path: Path) -> BinaryIO:
    """Return the lock file, open; a link is not followed, a pipe not waited for."""
    wanted = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC")
    flags = sum(getattr(os, name, 0) for name in wanted)
    stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | flags, _MODE), "r+b", buffering=0)
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(0, "not an ordinary file")
    return stream


def _lock_within(handle: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not (held := _lock(handle)) and time.monotonic() < until:
        time.sleep(_LOOK_AGAIN)
    return held


def _lock(handle: int) -> bool:
    """Take the lock; it goes with the process, however that ends."""
    if os.name == "nt":  # pragma: no cover - no such system in the tests
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
