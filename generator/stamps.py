"""What a system tells of a file unread, its hash where that is not enough; the YAML files below a folder.

A stamp only ever spares reading: equal stamps of a file that was at rest mean equal content, different ones
mean nothing. A file that was changed about the time of the look is not at rest: its clock is too coarse to
tell a second change from the first (as git has it in its index).
"""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Stamp: TypeAlias = list[int]
"""Size, time of the last change of the content and of the file (nanoseconds), inode."""

AT_REST = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system counts two seconds (FAT)."""
_SUFFIXES = (".yaml", ".yml")


def stamp_of(path: str | Path) -> Stamp | None:
    """Return the stamp of a regular file, links followed; None when it is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands of files: no Path is made for each
    except (OSError, ValueError):
        return None
    return _stamp(status) if stat.S_ISREG(status.st_mode) else None


def own_stamp(path: str | Path) -> Stamp | None:
    """Return the stamp of a regular file; None when it is none, or a link."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return None
    return _stamp(status) if stat.S_ISREG(status.st_mode) else None


def _stamp(status: os.stat_result) -> Stamp:
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def sha256_of(path: str | Path) -> str:
    """Return the sha256 of a regular file, links followed; "" when it is none or cannot be read."""
    if stamp_of(path) is None:  # a pipe would be waited for
        return ""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as for stamps
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return ""


def at_rest(stamp: Stamp, now: int) -> bool:
    """Return whether a file was last changed long enough before `now` (nanoseconds since 1970)."""
    return max(stamp[1], stamp[2]) < now - AT_REST


def yaml_files(folder: str | Path) -> list[str]:
    """Return every entry below a folder that is named like a YAML file, by its path from there, in order.

    Folders, pipes and broken links so named are among them: reading says what they are. What begins with a
    dot, or with ``~$`` as the lock of an editor, is left out, and so is what lies behind a link to a folder.
    """
    return sorted(_below(os.fspath(folder), ""), key=lambda path: path.split("/"))


def _below(folder: str, before: str) -> Iterator[str]:
    folders = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith((".", "~$")):
                    continue
                if name.endswith(_SUFFIXES) and name not in _SUFFIXES:
                    yield before + name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(name)
    except OSError:
        return
    for name in folders:
        yield from _below(f"{folder}/{name}", f"{before}{name}/")


def stamps_below(
    folders: Iterable[Path], suffixes: frozenset[str] | None = None
) -> Iterator[tuple[str, Stamp]]:
    """Yield the files below folders, of some suffixes or all, with their stamps; Python's caches apart."""
    for folder in folders:
        for path, _, names in os.walk(folder):
            if path.endswith("__pycache__"):
                continue
            for name in sorted(names):
                if suffixes is None or name[name.rfind(".") :] in suffixes:
                    stamp = stamp_of(f"{path}/{name}")
                    if stamp is not None:
                        yield f"{path}/{name}", stamp
