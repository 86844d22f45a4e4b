"""What became of the papers of one run: made, unchanged, failed, and everything that was said of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.diagnostics import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.rule_results import RuleResult


class Outcome(StrEnum):
    """What became of a paper; NOT_MADE: a format that this machine cannot make; ISSUED: it is left alone."""

    MADE = "made"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    NOT_MADE = "not-made"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class PaperResult:
    """One paper of the build; `files` are shown paths. `bug` is a traceback, for the log only.

    `rules` are the rules that were asked of it; what they found is among the diagnostics. `why` names what
    made it stale (`staleness`).
    """

    inspection: str
    paper: str
    files: tuple[str, ...]
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()
    bug: str = ""
    rules: tuple[RuleResult, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; `diagnostics` belong to no paper (a file that could not be read).

    `bugs` are the tracebacks of what ended in a bug before there was a paper, for the log only.
    """

    papers: tuple[PaperResult, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    bugs: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Return whether every paper was made and nothing of severity error was said."""
        failed = any(paper.outcome is Outcome.FAILED for paper in self.papers)
        return not failed and not has_errors(self.all_diagnostics())

    def all_diagnostics(self) -> Iterator[Diagnostic]:
        """Yield what was said, files first, papers in order."""
        yield from self.diagnostics
        for paper in self.papers:
            yield from paper.diagnostics
