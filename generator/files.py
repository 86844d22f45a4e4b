"""Whole or not at all: files appear by atomic rename, and one writer at a time holds a folder."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODE = 0o644


def write_atomically(path: Path, data: bytes, shown: str, *, force: bool = False) -> bool:
    """Write the file whole; return False when it already holds these bytes (unless `force`).

    Refused (with the name `shown`) when it cannot be written, or when something that is no ordinary
    file stands at the path; what was there stays.
    """
    try:
        if _holds(path, data) and not force:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise Refused([Diagnostic("file-not-written", Place(shown), arguments=_reason(error))]) from error
    return True


def _holds(path: Path, data: bytes) -> bool:
    """Return whether the file has these bytes; OSError if it is no ordinary file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(status.st_mode):
        # Renaming over a device or a pipe would take it away from everybody.
        raise OSError(0, "not an ordinary file")
    return status.st_size == len(data) and path.read_bytes() == data


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_MODE)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _reason(error: OSError) -> dict[str, str | int]:
    return {"reason": error.strerror or str(error)}


@contextlib.contextmanager
def locked(folder: Path, shown: str) -> Iterator[None]:
    """Hold the folder against a second writer; Refused when another one holds it already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / ".lock").open("a+b")
    except OSError as error:
        raise Refused([Diagnostic("file-not-written", Place(shown), arguments=_reason(error))]) from error
    with stream:
        if not _lock(stream.fileno()):
            raise Refused([Diagnostic("folder-locked", Place(shown))])
        yield


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
