"""The peak of memory of the processes of a build, seen from outside while it runs (Linux: /proc)."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.building import build
from benchmarks.speed.table import Clock, Measured, NotMeasured
from benchmarks.speed.timing import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.speed.building import Projects
    from benchmarks.speed.table import Result

_EVERY = 0.2  # seconds


def growth(projects: Projects, few: int, many: int) -> Result:
    """Measure the largest process of a build when `few` papers stand there and when `many` do."""
    if not Path("/proc/self/status").exists():
        return NotMeasured("there is no /proc here")
    root = projects.fresh("memory", many)
    process = subprocess.Popen(
        build(), cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    early = late = 0
    while process.poll() is None:
        peak = max(map(_peak, _family(process.pid)), default=0)
        late = max(late, peak)
        if not early and _papers(root) >= few:
            early = peak
        time.sleep(_EVERY)
    made = _papers(root)
    if not early or made < many:
        return NotMeasured(f"{made} of {many} papers were made")
    return Measured(
        (late / early,), Clock.MEMORY, f"{late / 1024:.0f} MB", f"{early / 1024:.0f} MB", ".docx and PDF"
    )


def _papers(root: Path) -> int:
    return sum(1 for _ in (root / "output").rglob("*.pdf"))


def _family(process: int) -> Iterator[int]:
    """Yield a process and what it started."""
    yield process
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = thread.read_text("ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _peak(process: int) -> int:
    """Return the largest memory a process ever had, KB; 0 when it has gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)
