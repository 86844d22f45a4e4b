"""One run of a build: the crew makes, the delivery writes, the memory keeps what came out whole."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.building.bench import Bench
from generator.building.crew import AtHome, Gang, Processes, usual_workers
from generator.building.delivery import Delivery, Left
from generator.building.memory import Recording, memory_file, write_memory
from generator.building.work import Task
from generator.diagnostics import Refused, has_errors
from generator.issuing.journal import Journal
from generator.manifest import NAME
from generator.results import BuildReport, Outcome
from generator.stamps import own_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.building.crew import Crew
    from generator.building.plan import Plan, Wanted
    from generator.building.work import InspectionMade
    from generator.diagnostics import Diagnostic
    from generator.results import PaperResult

_WORTH_PROCESSES = 6
"""Inspections: below that, this process alone is ready before others have begun."""
_MACHINE = frozenset({"pdf-not-made"})
"""What is said of the machine, not of the paper: another day it may be otherwise."""


@dataclass
class Run:
    """A build that has something to do. `whole`: everything was asked for, so what is no more can be told."""

    plan: Plan
    wanted: Sequence[Wanted]
    whole: bool
    progress: Callable[[float, int, str], None] | None = None
    delivery: Delivery = field(init=False)
    home: Bench = field(init=False)
    done: int = 0
    _beside: bool = False
    said: list[Diagnostic] = field(default_factory=list)
    bugs: list[str] = field(default_factory=list)
    papers: set[tuple[str, str]] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Set up the bench of this process; Refused when the catalogues are broken."""
        plan = self.plan
        self.delivery = Delivery(plan.project, plan.options, plan.out)
        self.home = Bench(plan.project, plan.options)
        _ = self.home.catalogues
        self.memory = plan.memory_left()
        self.stale = [one for one in self.wanted if one.as_it_was is None]

    def report(self) -> BuildReport:
        """Return what was made and said; what was made before an interruption is recorded all the same."""
        crew = self._crew()
        results: list[PaperResult] = []
        try:
            for found in self._results(crew):
                results += found
            self._tell(len(self.stale), "")
        except BaseException:
            crew.stop()
            self._end(complete=False)
            raise
        self.said += self._end(complete=True)
        return BuildReport(tuple(results), tuple(self.said), tuple(self.bugs))

    # --- the work ------------------------------------------------------------------------------------

    def _crew(self) -> Crew:
        options = self.plan.options
        if options.scheduler and self.stale:
            from generator.building.cluster import Cluster

            self._beside = True
            return Gang(Cluster(self.plan.project, options, options.scheduler))
        worth = len(self.stale) >= _WORTH_PROCESSES
        jobs = options.jobs or (usual_workers() if worth else 1)
        self._beside = min(jobs, len(self.stale)) > 1
        if self._beside:
            return Gang(Processes(self.plan.project, options, min(jobs, len(self.stale))))
        return AtHome(self.home, self._step)

    def _results(self, crew: Crew) -> Iterator[list[PaperResult]]:
        """Yield the results of each inspection that is wanted, in order."""
        made = crew.work(map(self._task, self.stale))
        for one in self.wanted:
            if one.as_it_was is not None:
                yield self._kept(one)
            else:
                yield self._taken(one, next(made))

    def _task(self, one: Wanted) -> Task:
        plan = self.plan
        return Task(
            one.path,
            plan.project.shown(plan.project.root / one.path),
            one.id,
            one.twin,
            Journal(plan.events(one.id)),
            self.delivery.known(one.id),
        )

    def _kept(self, one: Wanted) -> list[PaperResult]:
        """Return what is said of an inspection that is as it was; one only touched gets its new stamp."""
        was = one.as_it_was
        assert was is not None  # noqa: S101 - so it was chosen
        self.said += was.said
        self.papers |= {(paper.inspection, paper.paper) for paper in was.papers}
        if not one.at_once:
            self.memory.records[one.path] = self._recording().refreshed(self.memory.records[one.path])
        return list(was.papers)

    def _taken(self, one: Wanted, made: InspectionMade) -> list[PaperResult]:
        if made.home or (made.read and made.id != one.id):
            # Only here is the whole project; or its first lines did not say its id.
            made = self.home.make(self._task(replace(one, id=made.id)))
        results = self.delivery.take(made)
        if self._beside:
            self._tell(self.done, made.id)
        self.done += 1
        self.said += made.said
        self.bugs += [made.bug] if made.bug else []
        self.papers |= {(paper.inspection, paper.paper) for paper in results}
        if not made.read:
            self.unread.add(self.plan.project.shown(self.plan.project.root / one.path))
        self.memory.records.pop(one.path, None)
        if self._is_whole(made, results):
            record = self._recording().record(made, one.twin, self.plan.journal_mark(made.id))
            if record is not None:
                self.memory.records[one.path] = record
        return results

    def _is_whole(self, made: InspectionMade, results: Sequence[PaperResult]) -> bool:
        """Return whether an inspection came out so that the next build may take it as it is."""
        good = all(paper.outcome in (Outcome.MADE, Outcome.UNCHANGED, Outcome.ISSUED) for paper in results)
        told = (item for paper in results for item in paper.diagnostics)
        machine = any(item.code in _MACHINE for item in told)
        return made.read and good and not machine and not has_errors(made.said)

    def _recording(self) -> Recording:
        plan = self.plan
        return Recording(str(plan.project.root), str(plan.out), plan.begun)

    # --- progress ------------------------------------------------------------------------------------

    def _step(self, name: str, part: float) -> None:
        self._tell(self.done + part, name)

    def _tell(self, done: float, name: str) -> None:
        if self.progress is not None:
            self.progress(done, len(self.stale), name)

    # --- the end -------------------------------------------------------------------------------------

    def _end(self, *, complete: bool) -> list[Diagnostic]:
        """Clear, record and remember; return what is to be said of it."""
        if self.plan.options.dry_run:
            return []
        try:
            cleared = list(self.delivery.clear(self._left() if complete and self.whole else None))
            self.delivery.record(self._look_anew())
        except Refused as refused:
            return list(refused.diagnostics)
        self._remember(complete=complete)
        return cleared

    def _left(self) -> Left:
        ids = {one.id for one in self.wanted if one.as_it_was is not None}
        return Left(self.papers, self.unread, frozenset(self.delivery.manifest.lines.keys() - ids))

    def _look_anew(self) -> frozenset[str]:
        """Return the inspections whose entries may be of no use any more."""
        if not self.plan.manifest_is_known:
            return frozenset(self.delivery.manifest.lines)
        return self._left().judged if self.whole else frozenset()

    def _remember(self, *, complete: bool) -> None:
        """Write the memory, unless what is shared changed meanwhile: then nobody knows what a paper had.

        The memory that is there stays then; it says nothing that is not compared.
        """
        plan, memory = self.plan, self.memory
        if not plan.shared_is_at_rest():
            return
        memory.shared, memory.content = plan.shared.mark, plan.content
        memory.manifest = own_stamp(plan.out / NAME)
        if complete and self.whole:
            memory.seen = plan.seen
        path = memory_file(plan.out, plan.options.variant)
        write_memory(path, memory, plan.project.shown(path))
