"""Commands as processes of their own that are killed, or that find a full disk or a read-only folder.

A process forked off the tests runs the command line: everything is loaded already, so that each trial costs
what its work costs. What it changes on the disk is counted by Python's audit events.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = frozenset({"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod"})
_TAKES_ROOM = frozenset({"os.mkdir", "os.link", "open"})
_CAPABILITIES = 0x20080522  # version 3 of capset(2)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code (negative: a signal), what it said, its changes of the disk."""

    code: int
    said: str
    changes: int


def command(project: Path, *arguments: str, prepare: Callable[[], None] = lambda: None) -> Ended:
    """Run one command to its end, `prepare` in its process first."""
    return _Process(project, arguments, prepare).ended()


def killed(project: Path, *arguments: str, at: int, after: float) -> Ended:
    """Run one command and kill it (SIGKILL) some seconds after it began its change number `at`."""
    return _Process(project, arguments, lambda: None, at).killed(after)


class _Process:
    """One command in a process of its own; it tells of each change of the disk through a pipe."""

    def __init__(
        self, project: Path, arguments: Sequence[str], prepare: Callable[[], None], stop: int = 0
    ) -> None:
        self._stop = stop
        (self._told, telling), (self._said, saying) = os.pipe(), os.pipe()
        self._pid = os.fork()
        if self._pid == 0:  # pragma: no cover - the other process
            _run(project, arguments, prepare, saying, telling)
        os.close(telling)
        os.close(saying)

    def killed(self, after: float) -> Ended:
        changes = self._until(self._stop)
        time.sleep(after)
        os.kill(self._pid, signal.SIGKILL)
        return self._ended(changes)

    def ended(self) -> Ended:
        return self._ended(self._until(0))

    def _until(self, stop: int) -> int:
        """Read until the process ends, or has begun so many changes."""
        count = 0
        while count != (stop or -1) and os.read(self._told, 1):
            count += 1
        return count

    def _ended(self, changes: int) -> Ended:
        os.close(self._told)
        with os.fdopen(self._said, encoding="utf-8") as said:
            text = said.read()
        _, status = os.waitpid(self._pid, 0)
        return Ended(os.waitstatus_to_exitcode(status), text, changes)


def _run(
    project: Path, arguments: Sequence[str], prepare: Callable[[], None], saying: int, telling: int
) -> None:  # pragma: no cover - the other process
    """Be the command, and never come back to the tests."""
    code = 99
    try:
        for stream in (1, 2):
            os.dup2(saying, stream)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.environ["KETLUAN_LANG"] = "en"
        os.chdir(project)
        prepare()
        _each_change(project, lambda _event, _path: os.write(telling, b"."))
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _each_change(project: Path, tell: Callable[[str, str], object]) -> None:
    """Call `tell` before each change of the disk below a folder."""
    below = str(project)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            changes = isinstance(arguments[2], int) and arguments[2] & _WRITES
        else:
            changes = event in _CHANGES
        # What is removed with its folder is named within that only.
        if changes and (event == "os.remove" or _named(arguments[0]).startswith(below)):
            tell(event, _named(arguments[0]))

    sys.addaudithook(hook)


def _named(path: object) -> str:
    return os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""


# --- a disk that takes no more --------------------------------------------------------------------------


def full_disk(project: Path, room: int) -> Callable[[], None]:
    """Return what leaves room for so many new files and folders, as seen by the process that calls it."""

    def prepare() -> None:
        left = room

        def take(event: str, path: str) -> None:
            nonlocal left
            takes = event in _TAKES_ROOM and not os.path.lexists(path if event != "os.link" else "")
            left -= takes
            if left < 0 and takes:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        _each_change(project, take)

    return prepare


def small_files(size: int) -> Callable[[], None]:
    """Return what lets no file of the process that calls it grow beyond a size: writing fails midway."""

    def prepare() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return prepare


def without_rights() -> None:
    """Give up what lets root write into read-only folders; for any other user they are so anyway."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    none = (ctypes.c_uint32 * 6)()
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).capset(header, none):
        raise OSError(ctypes.get_errno(), "capset")
