"""The first thing that runs: an interruption while the program is still loading is no traceback either."""

from __future__ import annotations

_INTERRUPTED = 130


def main() -> int:
    """Run ``ketluan`` and return its exit code."""
    try:
        from generator.cli import main as run

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED
