"""Two tasks measured in turn, so that what disturbs the machine disturbs both."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.table import Clock, Measured

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]


def processor(task: Callable[[], object]) -> float:
    """Return the processor time of a task in this process, seconds."""
    gc.collect()  # neither pays for what the other left
    started = time.process_time()
    task()
    return time.process_time() - started


def wall(task: Callable[[], object]) -> float:
    """Return the wall time of a task, seconds."""
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def command(arguments: Sequence[str], folder: Path) -> float:
    """Return the processor time of a program and its children, seconds; raises when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(arguments, folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run(arguments: Sequence[str], folder: Path) -> str:
    """Run a program quietly and return what it printed; raises with its words when it fails."""
    done = subprocess.run(
        arguments, cwd=folder, capture_output=True, text=True, check=False, env=environment()
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments[:4])}: {(done.stderr or done.stdout).strip()[-500:]}")
    return done.stdout


def environment() -> dict[str, str]:
    """Return the environment in which the program is this one, wherever it runs."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": path}


def in_turn(
    ours: Callable[[int], float], theirs: Callable[[int], float], runs: int, *, warm: int = 2
) -> list[tuple[float, float]]:
    """Return the seconds of both for each run, after some that do not count; who begins takes turns."""
    pairs = []
    for run_number in range(-warm, runs):
        if run_number % 2:
            other = theirs(run_number)
            own = ours(run_number)
        else:
            own = ours(run_number)
            other = theirs(run_number)
        if run_number >= 0:
            pairs.append((own, other))
    return pairs


def faster(pairs: Sequence[tuple[float, float]], clock: Clock, detail: str = "") -> Measured:
    """Return how many times faster ours was."""
    return _measured(pairs, [theirs / ours for ours, theirs in pairs], clock, detail)


def dearer(pairs: Sequence[tuple[float, float]], clock: Clock, detail: str = "") -> Measured:
    """Return how many times dearer ours was."""
    return _measured(pairs, [ours / theirs for ours, theirs in pairs], clock, detail)


def _measured(
    pairs: Sequence[tuple[float, float]], ratios: Sequence[float], clock: Clock, detail: str
) -> Measured:
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Measured(tuple(ratios), clock, told(ours), told(theirs), detail)


def told(seconds: float) -> str:
    """Return a time as people read it."""
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    return f"{seconds:.3g} s"
