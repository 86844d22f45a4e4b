"""Benches in processes of their own whose papers hang, crash or take all memory, by their ids."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

from generator.building import crew, paper

if TYPE_CHECKING:
    from generator.building.options import Options
    from generator.building.work import InspectionMade, Task
    from generator.project import Project


class Misbehaving(crew.Processes):
    """Processes whose benches do what the ids of the papers say."""

    def open(self, workers: int) -> Executor:
        context = multiprocessing.get_context("spawn")
        setting = (self.project, self.options)
        return ProcessPoolExecutor(workers, context, initializer=begin, initargs=setting)

    def make(self, executor: Executor, task: Task) -> Future[InspectionMade]:
        return executor.submit(make, task)

    def list(self, executor: Executor, task: Task) -> Future[tuple[str, ...]]:
        return executor.submit(list_, task)


def begin(project: Project, options: Options) -> None:
    """Set up a process as a crew does, and have the rendering of some papers go wrong."""
    crew._begin(project, options)
    render = paper.PaperWork._rendered

    def rendered(self: paper.PaperWork, *arguments: object) -> object:
        misbehave(self.paper.id)
        return render(self, *arguments)  # type: ignore[arg-type]

    paper.PaperWork._rendered = rendered  # type: ignore[assignment,method-assign]


def misbehave(id_: str) -> None:
    if id_.startswith("chet"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if id_.startswith("lau"):
        time.sleep(600)
    if id_.startswith("treo"):  # as in a library: no signal is looked at
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(600)
    if id_.startswith("nhieu"):
        bytearray(1 << 40)


def make(task: Task) -> InspectionMade:
    if task.id.startswith("doc-chet"):
        os.kill(os.getpid(), signal.SIGKILL)
    return crew._make(task)


def list_(task: Task) -> tuple[str, ...]:
    if task.id.startswith("doc-chet"):
        os._exit(1)
    return crew._papers_of(task)
