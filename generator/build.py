"""The build: what changed since the last one is made again, each paper whole or not at all.

One bad inspection never stops the others. What was made until an interruption is recorded.
"""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from generator.building.options import FORMATS, OUTGOING, Limits, Options
from generator.building.plan import Plan
from generator.diagnostics import Refused
from generator.files import locked
from generator.issuing.journal_head import journal_of
from generator.results import BuildReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.building.plan import Wanted
    from generator.project import Project

__all__ = ["FORMATS", "OUTGOING", "Limits", "Options", "build_all"]


Progress: TypeAlias = "Callable[[float, int, str], None]"
"""Told how many inspections of how many are done, and which comes now; the last call has no name."""


def build_all(
    project: Project,
    targets: Sequence[str] = (),
    options: Options | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Make the papers of the targets and record them; return what was made and what was not.

    UnknownTarget when a target means nothing. An interruption goes on to the caller when all is whole.
    """
    options = options or Options()
    out = options.out or project.output
    try:
        with locked(out, project.shown(out)):
            with _no_garbage():
                plan = Plan(project, options, out, journal_of(project), time.time_ns())
                wanted = plan.wanted(targets)
                if plan.nothing_to_do(wanted, whole=not targets):
                    return _as_it_was(wanted)
            from generator.building.run import Run

            return Run(plan, wanted, whole=not targets, progress=progress).report()
    except Refused as refused:
        return BuildReport((), refused.diagnostics)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for no garbage: of what thousands of inspections left, none is any before all is compared."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def _as_it_was(wanted: Sequence[Wanted]) -> BuildReport:
    """Return the report of a build that has nothing to do: what the last one said of each inspection."""
    was = [one.as_it_was for one in wanted if one.as_it_was is not None]
    papers = tuple(paper for one in was for paper in one.papers)
    return BuildReport(papers, tuple(item for one in was for item in one.said))
