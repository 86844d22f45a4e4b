"""The first thing that runs: an interruption while the program is still loading is no traceback either."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130


def main() -> int:
    """Run ``ketluan`` and return its exit code."""
    try:
        return _loaded()()
    except KeyboardInterrupt:
        return _INTERRUPTED


def _loaded() -> Callable[[], int]:
    """Return the program; nothing of what it loads is ever garbage, so none is looked for there."""
    gc.disable()
    from generator.cli import main as run

    gc.freeze()
    gc.enable()
    return run
