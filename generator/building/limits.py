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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import TextIO

_GRACE = 2.0  # seconds beyond the limit, before the whole process is ended


class TooLong(BaseException):
    """A paper took longer than it may. No `Exception`, for libraries go on after many of those."""


@contextlib.contextmanager
def time_limit(seconds: float, *, watched: TextIO | None = None) -> Iterator[None]:
    """Raise TooLong when the block takes longer; 0 is no limit.

    With `watched`, a process of its own is ended when even that does not help; the stream takes the trace.
    Without alarms (Windows, another thread than the main one) only that remains.
    """
    if not seconds:
        yield
        return
    if watched is not None:
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=watched)
    try:
        with _alarm(seconds):
            yield
    finally:
        if watched is not None:
            faulthandler.cancel_dump_traceback_later()


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
