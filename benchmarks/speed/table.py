"""What is promised: the rows of the table, their targets, and whether a measurement meets one."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Clock(StrEnum):
    """What was measured."""

    PROCESSOR = "processor time"
    WALL = "wall time"
    MEMORY = "peak of memory"


class Sense(StrEnum):
    """Which way a ratio has to go."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Target:
    """What a ratio must reach; nothing when it is only shown."""

    sense: Sense
    ratio: float = 0.0

    def met(self, ratio: float) -> bool | None:
        """Return whether a ratio reaches the target; None when there is none."""
        if self.sense is Sense.SHOWN:
            return None
        return ratio >= self.ratio if self.sense is Sense.AT_LEAST else ratio <= self.ratio

    def __str__(self) -> str:
        return self.sense if self.sense is Sense.SHOWN else f"{self.sense} {self.ratio:g} ×"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `at least` is theirs over ours, `at most` ours over theirs."""

    name: str
    work: str
    beside: str
    target: Target


@dataclass(frozen=True, slots=True)
class Measured:
    """The ratio of each run, what both sides took (medians), and what was checked of them."""

    ratios: tuple[float, ...]
    clock: Clock
    ours: str
    theirs: str
    detail: str = ""

    @property
    def ratio(self) -> float:
        """The median of the runs."""
        return statistics.median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The lower and the upper quartile of the runs; of one run twice itself."""
        if len(self.ratios) == 1:
            return self.ratios[0], self.ratios[0]
        low, _, high = statistics.quantiles(self.ratios, n=4, method="inclusive")
        return low, high


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A row that could not be measured here, which is never counted as met."""

    why: str


Result: TypeAlias = Measured | NotMeasured


def verdict(row: Row, result: Result) -> str:
    """Return the last column: met, NOT MET, shown, or why nothing was measured."""
    if isinstance(result, NotMeasured):
        return f"not measured: {result.why}"
    met = row.target.met(result.ratio)
    return "shown" if met is None else "met" if met else "NOT MET"


def holds(row: Row, result: Result) -> bool:
    """Return whether nothing is left to be desired: measured, and the target reached where there is one."""
    return isinstance(result, Measured) and row.target.met(result.ratio) is not False


def _at_least(ratio: float) -> Target:
    return Target(Sense.AT_LEAST, ratio)


def _at_most(ratio: float) -> Target:
    return Target(Sense.AT_MOST, ratio)


ROWS = (
    Row(
        "docx-docxtpl",
        ".docx, warm, the sample of 3 pages",
        "stock docxtpl, a new object per paper, same template and data",
        _at_least(8),
    ),
    Row("docx-docxtemplater", "the same", "docxtemplater (npm), an equal template", _at_least(2)),
    Row(
        "pdf-weasyprint",
        "PDF, warm, the sample of 3 pages, PDF/A-2a + UA-1",
        "a plain WeasyPrint script, same HTML, same variant",
        _at_least(1.8),
    ),
    Row(
        "office",
        ".docx + PDF of 200 papers, all cores",
        "docxtpl + LibreOffice headless, one batch call, same content",
        _at_least(2),
    ),
    Row("pdf-typst", "PDF, warm, the sample of 3 pages", "Typst on equal content", Target(Sense.SHOWN)),
    Row("annex", "annex of 1,000 rows × 13 columns in PDF", "plain WeasyPrint, same HTML", _at_least(2)),
    Row(
        "load",
        "load + validate + compose one inspection, warm",
        "C YAML parsing (CSafeLoader) of the same text",
        _at_most(6),
    ),
    Row("nothing-1000", "nothing to do, 1,000 inspections", "`git status` on the same tree", _at_most(25)),
    Row("nothing-10000", "nothing to do, 10,000 inspections", "`git status` on the same tree", _at_most(12)),
    Row(
        "one-changed",
        "one inspection changed of 10,000",
        "nothing to do, plus a cold build of that one alone",
        _at_most(1.2),
    ),
    Row("processes", "200 papers, 2 processes", "1 process", _at_least(1.8)),
    Row("memory", "peak memory of a worker after 2,000 papers", "after 200", _at_most(1.05)),
    Row("scaling", "cost per paper, 10,000 inspections", "100 inspections", _at_most(1.1)),
)
