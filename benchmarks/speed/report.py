"""The table as it is printed and as it stands in ``docs/performance.md``."""

from __future__ import annotations

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.table import Measured, holds, verdict
from benchmarks.speed.timing import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.speed.table import Result, Row

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- python -m benchmarks.speed --write -->", "<!-- end -->"
_LIBRARIES = ("weasyprint", "docxtpl", "jinja2", "lxml", "pyyaml", "pydantic")


def line(row: Row, result: Result) -> str:
    """Return what is printed of one row."""
    head = f"{row.name}: {row.work} / {row.beside}\n"
    if not isinstance(result, Measured):
        return f"{head}  wanted {row.target}: {verdict(row, result)}"
    low, high = result.spread
    return (
        f"{head}  {result.ratio:.3g} × ({low:.3g} to {high:.3g}, {len(result.ratios)} runs, {result.clock}; "
        f"ours {result.ours}, theirs {result.theirs}; {result.detail})\n"
        f"  wanted {row.target}: {verdict(row, result)}"
    )


def summary(results: Iterable[tuple[Row, Result]]) -> str:
    """Return how many rows hold, and which do not."""
    listed = list(results)
    missed = [row.name for row, result in listed if not holds(row, result)]
    told = f"; not: {', '.join(missed)}" if missed else ""
    return f"{len(listed) - len(missed)} of {len(listed)} rows hold{told}"


def table(results: Iterable[tuple[Row, Result]], *, quick: bool = False) -> str:
    """Return the table in Markdown, with the machine and the versions it was measured with."""
    listed = list(results)
    rows = [_cells(row, result) for row, result in listed]
    head = "| work | compared with | wanted | median (quartiles) | runs, clock | ours, theirs | result |"
    lines = [head, f"|{'---|' * 7}", *rows]
    hurry = " A quick run: few repetitions." if quick else ""
    return "\n".join([f"{machine()}{hurry} {summary(listed)}.", "", *lines, "", *_details(listed)])


def _cells(row: Row, result: Result) -> str:
    if not isinstance(result, Measured):
        return f"| {row.work} | {row.beside} | {row.target} | | | | {verdict(row, result)} |"
    low, high = result.spread
    return (
        f"| {row.work} | {row.beside} | {row.target} | {result.ratio:.3g} × ({low:.3g}–{high:.3g}) "
        f"| {len(result.ratios)}, {result.clock} | {result.ours}, {result.theirs} | {verdict(row, result)} |"
    )


def _details(results: Iterable[tuple[Row, Result]]) -> list[str]:
    return [f"- {row.name}: {result.detail}." for row, result in results if isinstance(result, Measured)]


def machine() -> str:
    """Return the machine and the versions, without its name or a path."""
    found = ", ".join(filter(None, map(_version, _LIBRARIES)))
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{cpu_count()} cores ({_processor()}), {platform.system()}, Python {python}, {found}."


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    found = re.search(r"model name\s*:\s*(.+)", text)
    return re.sub(r"\s+", " ", found[1]).strip() if found else platform.machine()


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


def written(page: str, text: str) -> str:
    """Return the page with the table between its marks; raises ValueError when they are not there."""
    start, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    return f"{page[:start]}\n{text}\n{page[end:]}"
