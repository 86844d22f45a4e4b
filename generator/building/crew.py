"""Who does the work: this process, or several at once. Results come in the order of the tasks.

A process that dies takes everything down that its pool was doing. Then what was begun is done again one by
one, each in a process that may die for it, and what kills its process is named and left out.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Protocol

from generator.building.bench import Bench
from generator.building.limits import limit_memory
from generator.building.work import InspectionMade, PaperMade
from generator.diagnostics import Diagnostic, Place
from generator.results import Outcome, PaperResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from generator.building.options import Options
    from generator.building.work import Task
    from generator.project import Project

    Got = TypeVar("Got")

_AHEAD = 6
"""How many tasks of each process wait or are done before the first of them is asked for."""


class Crew(Protocol):
    """Who makes inspections."""

    def work(self, tasks: Iterable[Task]) -> Iterator[InspectionMade]:
        """Yield what came of each task, in their order."""
        ...

    def stop(self) -> None:
        """Let go of everything at once: nothing more is wanted."""
        ...


@dataclass(frozen=True, slots=True)
class AtHome:
    """Only this process; `step` is told which paper comes now, and what part of its inspection is done."""

    bench: Bench
    step: Callable[[str, float], None] | None = None

    def work(self, tasks: Iterable[Task]) -> Iterator[InspectionMade]:
        """Yield what came of each task."""
        for task in tasks:
            yield self.bench.make(task, self.step)

    def stop(self) -> None:
        """Nothing runs beside this process."""


class Workplace(Protocol):
    """Where a gang works: it opens executors, hands work to them, and closes them."""

    @property
    def workers(self) -> int:
        """How many work there at once."""
        ...

    @property
    def broken(self) -> tuple[type[BaseException], ...]:
        """What a task ends with when its process died."""
        ...

    @property
    def together(self) -> bool:
        """Whether a process that dies takes down what all the others are at."""
        ...

    def open(self, workers: int) -> Executor:
        """Return an executor of so many workers."""
        ...

    def make(self, executor: Executor, task: Task) -> Future[InspectionMade]:
        """Hand a task over."""
        ...

    def list(self, executor: Executor, task: Task) -> Future[tuple[str, ...]]:
        """Have the papers that an inspection asks for listed."""
        ...

    def close(self, executor: Executor) -> None:
        """Let go of an executor at once."""
        ...


class Gang:
    """Executors of one workplace, one after another: a broken one is given up for a new one."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._executor: Executor | None = None

    def work(self, tasks: Iterable[Task]) -> Iterator[InspectionMade]:
        """Yield what came of each task, in their order."""
        waiting: deque[tuple[Task, Future[InspectionMade]]] = deque()
        for task in tasks:
            waiting.append((task, self._submit(task)))
            if len(waiting) >= self._place.workers * _AHEAD:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)
        self.stop()

    def _submit(self, task: Task) -> Future[InspectionMade]:
        if self._executor is None:
            self._executor = self._place.open(self._place.workers)
        try:
            return self._place.make(self._executor, task)
        except self._place.broken as error:
            broken: Future[InspectionMade] = Future()
            broken.set_exception(error)
            return broken

    def _next(self, waiting: deque[tuple[Task, Future[InspectionMade]]]) -> InspectionMade:
        task, future = waiting.popleft()
        try:
            return future.result()
        except self._place.broken:
            made = self._alone(task)
            if self._place.together:
                self._do_again(waiting)
            return made

    def _do_again(self, waiting: deque[tuple[Task, Future[InspectionMade]]]) -> None:
        """Do what the broken pool had begun one by one; what it had finished is kept."""
        for _ in range(len(waiting)):
            task, future = waiting.popleft()
            if isinstance(future.exception(), self._place.broken):
                future = Future()
                future.set_result(self._alone(task))
            waiting.append((task, future))
        self.stop()

    # --- one by one ----------------------------------------------------------------------------------

    def _alone(self, task: Task) -> InspectionMade:
        """Return what came of a task alone; of one whose process dies again, each of its papers alone."""
        made = self._tried(self._place.make, task)
        if made is not None:
            return made
        papers = self._tried(self._place.list, task)
        if papers is None:
            died = Diagnostic("worker-died", Place(task.file), arguments={"name": task.id})
            return InspectionMade(task.id, read=False, said=(died,))
        return self._by_papers(task, papers)

    def _by_papers(self, task: Task, papers: tuple[str, ...]) -> InspectionMade:
        done: list[PaperMade] = []
        whole: InspectionMade | None = None
        for paper in papers:
            made = self._tried(self._place.make, replace(task, papers=(paper,)))
            whole = whole or made
            done += made.papers if made else [_dead(task, paper)]
        whole = whole or InspectionMade(task.id, read=True)
        return replace(whole, papers=tuple(done))

    def _tried(self, hand: Callable[[Executor, Task], Future[Got]], task: Task) -> Got | None:
        """Return what one task gives, in a pool of its own where they die together; None when it dies."""
        if self._place.together:
            self.stop()
        if self._executor is None:
            self._executor = self._place.open(1)
        try:
            return hand(self._executor, task).result()
        except self._place.broken:
            return None
        finally:
            if self._place.together:
                self.stop()

    def stop(self) -> None:
        """Let go of everything at once; what is being made there is of no use any more."""
        if self._executor is not None:
            executor, self._executor = self._executor, None
            self._place.close(executor)


def _dead(task: Task, paper: str) -> PaperMade:
    died = Diagnostic("worker-died", Place(task.file), arguments={"name": f"{task.id}/{paper}"})
    return PaperMade(PaperResult(task.id, paper, (), Outcome.FAILED, (died,)))


# --- processes of this machine ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes of this machine, each with a warm bench."""

    project: Project
    options: Options
    workers: int
    broken: tuple[type[BaseException], ...] = (BrokenExecutor,)
    together: bool = True

    def open(self, workers: int) -> Executor:
        """Return a pool of new processes; they inherit nothing of this one."""
        context = multiprocessing.get_context("spawn")
        setting = (self.project, self.options)
        return ProcessPoolExecutor(workers, context, initializer=_begin, initargs=setting)

    def make(self, executor: Executor, task: Task) -> Future[InspectionMade]:
        """Hand a task over."""
        return executor.submit(_make, task)

    def list(self, executor: Executor, task: Task) -> Future[tuple[str, ...]]:
        """Have the papers that an inspection asks for listed."""
        return executor.submit(_papers_of, task)

    def close(self, executor: Executor) -> None:
        """End the processes, whatever they are at."""
        executor.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.kill()


_bench: list[Bench] = []
"""The bench of this process, when it is one of a crew."""


def _begin(project: Project, options: Options) -> None:
    """Set up a process: an interruption is the business of whoever waits for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    limit_memory(options.limits.megabytes)
    _bench[:] = [Bench(project, options, alone=True)]
    atexit.register(_bench.clear)  # libraries let go of their fonts while they are still whole


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, killed for instance: nobody waits any more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _make(task: Task) -> InspectionMade:
    return _bench[0].make(task)


def _papers_of(task: Task) -> tuple[str, ...]:
    return _bench[0].papers_of(task)


def usual_workers() -> int:
    """Return how many processes this machine has room for."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
