"""How far long work is: a bar on a terminal, plain lines elsewhere, nothing with --quiet."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from generator.messages import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.reporters.screen import Screen

Step: TypeAlias = "Callable[[float, int, str], None]"
_FEW = 200
"""Up to so many things each has a line of its own; of more there is a line every few seconds."""
_SECONDS = 5.0


@contextmanager
def progress(screen: Screen, *, quiet: bool) -> Iterator[Step | None]:
    """Give a function to call with (done, all, name of what comes now), or None.

    The last call has no name.
    """
    if quiet:
        yield None
    elif screen.is_terminal:
        with _bar(screen) as step:
            yield step
    else:
        yield _lines(screen)


def _lines(screen: Screen) -> Step:
    """Return what prints plain lines: a log is read later, and by people who scroll."""
    last = time.monotonic()

    def step(done: float, of: int, name: str) -> None:
        nonlocal last
        now = time.monotonic()
        if name and (of <= _FEW or now - last >= _SECONDS):
            last = now
            screen.line(f"[{int(done) + 1}/{of}] {name}")

    return step


@contextmanager
def _bar(screen: Screen) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
    )
    console = Console(file=screen.stream, highlight=False)
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("", total=None, rate="")

        def step(done: float, of: int, name: str) -> None:
            speed = shown.tasks[0].finished_speed or shown.tasks[0].speed
            rate = f"{speed:.1f}/s" if speed else ""
            shown.update(task, completed=done, total=of, description=visible(name), rate=rate)

        yield step
