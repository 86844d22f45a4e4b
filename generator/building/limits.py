"""What one paper may take of time and memory: then it fails alone, and the next one is made.

An alarm ends what runs in Python. What hangs inside a library is ended with its process, and so is what a
library does with memory it did not get; then the crew names the paper (`crew`).
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_GRACE = 2.0  # seconds beyond the limit, before the whole process is ended


class TooLong(BaseException):
    """A paper took longer than it may. No `Exception`, for libraries go on after many of those."""


@contextlib.contextmanager
def time_limit(seconds: float, *, alone: bool = False) -> Iterator[None]:
    """Raise TooLong when the block takes longer; 0 is no limit.

    A process that is `alone` in this is ended when even that does not help. Without alarms (Windows, another
    thread than the main one) only that remains.
    """
    if not seconds:
        yield
        return
    if alone:
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=_nowhere())
    try:
        with _alarm(seconds):
            yield
    finally:
        if alone:
            faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> int:
    """Return what takes the trace of a process that is ended; open as long as the process lives."""
    return os.open(os.devnull, os.O_WRONLY)


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory(megabytes: int) -> None:
    """Have this process get no more memory than that; 0 is no limit, and systems without limits have none."""
    if megabytes and os.name == "posix":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = megabytes << 20
        with contextlib.suppress(ValueError, OSError):
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
