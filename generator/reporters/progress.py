"""How far long work is: a bar on a terminal, one plain line per paper elsewhere, nothing with --quiet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from generator.messages import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.reporters.screen import Screen

Step: TypeAlias = "Callable[[int, int, str], None]"


@contextmanager
def progress(screen: Screen, *, quiet: bool) -> Iterator[Step | None]:
    """Give a function to call with (done, all, name of the paper that comes now), or None.

    The last call has no name.
    """
    if quiet:
        yield None
    elif screen.is_terminal:
        with _bar(screen) as step:
            yield step
    else:
        yield lambda done, of, name: screen.line(f"[{done + 1}/{of}] {name}") if name else None


@contextmanager
def _bar(screen: Screen) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    console = Console(file=screen.stream, highlight=False)
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("", total=None)
        yield lambda done, of, name: shown.update(task, completed=done, total=of, description=visible(name))
