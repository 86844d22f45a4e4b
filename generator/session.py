"""What every command works with: the language, where to write, where the project is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from generator.bug_log import write_log
from generator.project import Project, find_project, project_folder, project_missing
from generator.reporters.screen import Look
from generator.reporters.text import diagnostic_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.messages import Messages, RuleText, RuleWords
    from generator.reporters.screen import Screen


class ExitCode(IntEnum):
    """What the caller learns: all well; something failed; wrong usage; a bug of ours; interrupted."""

    WELL = 0
    FAILED = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


def rule_words(language: str) -> RuleWords:
    """Return what gives the words of a rule; the rules are read when the first of them is said."""

    def words(code: str) -> RuleText | None:
        from generator.checks.rules import rules

        rule = rules().get(code)
        return rule.told_in(language) if rule else None

    return words


@dataclass(slots=True)
class Session:
    """One run of the program; `named` is set when --project gave the folder."""

    messages: Messages
    out: Screen
    err: Screen
    start: Path
    arguments: Sequence[str] = ()
    named: bool = False
    quiet: bool = False
    verbose: bool = False

    def project(self) -> Project:
        """Return the project stood in, or the one named by --project; Refused when it is none.

        An issue that was interrupted is finished or undone before anything else is done with it.
        """
        if self.named and project_folder(self.start) != self.start.absolute():
            raise project_missing(self.start)
        project = find_project(self.start)
        if project.issued.is_dir():
            self._settle(project)
        return project

    def _settle(self, project: Project) -> None:
        from generator.issuing.store import settled

        # Beside what the command says: that may be read by a program.
        self.err.lines(diagnostic_lines(settled(project), self.messages, notes=not self.quiet))

    def say(self, name: str, /, **arguments: str | int) -> None:
        """Print a text of the messages, unless --quiet."""
        if not self.quiet:
            self.out.line(self.messages.text(name, **arguments))

    def tell(self, found: Iterable[Diagnostic], *, notes: bool = True) -> None:
        """Print diagnostics; with --quiet without the notes."""
        self.out.lines(diagnostic_lines(found, self.messages, notes=notes and not self.quiet))

    def tell_bug(self, tracebacks: Sequence[str]) -> None:
        """Write the tracebacks to a file and say where it is; nothing of them goes to the screen."""
        path = write_log(self.start, self.arguments, tracebacks)
        if path is None:
            problem = tracebacks[0].strip().splitlines()[-1]
            self.err.line((self.messages.text("bug-not-written", problem=problem), Look.ERROR))
            return
        self.err.line((self.messages.text("bug", file=str(path)), Look.ERROR))
        self.err.line(f"    → {self.messages.text('bug.hint')}")
