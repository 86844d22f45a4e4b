"""``check``: soát lỗi of inspections, and of finished files made by anyone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.copies import Copies, Wanted, copies_of, copies_value, copy_lines, sheet_of_paper
from generator.commands.papers import outcome, tell_as_json
from generator.commands.shared import command, format_option, targets_argument
from generator.diagnostics import Refused
from generator.reporters.gathering import all_diagnostics
from generator.reporters.text import check_closing, rules_closing
from generator.session import ExitCode
from generator.usage import WrongUsage, option, wrong_target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.messages import Messages
    from generator.results import BuildReport, PaperResult
    from generator.session import Session

_INSPECTIONS = frozenset({".yaml", ".yml"})
_FINISHED = frozenset({".docx", ".docm", ".doc", ".pdf", ".txt", ".md", ".rtf", ".odt"})


def check_command(messages: Messages) -> click.Command:
    """Return ``check``."""
    return command(
        messages,
        "check",
        _run_check,
        targets_argument(messages, "check"),
        format_option(messages, "check", "sarif", "github", "junit"),
        option(messages, "check", "--select", multiple=True, metavar="A,D2"),
        option(messages, "check", "--ignore", multiple=True, metavar="C7"),
        option(messages, "check", "--exit-zero", is_flag=True),
        option(messages, "check", "--annotate", is_flag=True),
        option(messages, "check", "--fix", is_flag=True),
        option(messages, "check", "--cover-sheet", is_flag=True),
        option(messages, "check", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "check", "--force", is_flag=True),
    )


def _run_check(
    session: Session,
    targets: tuple[str, ...],
    format: str,  # noqa: A002
    exit_zero: bool,
    **choices: Any,
) -> ExitCode:
    from generator.commands.rule_choice import RuleChoice

    choice = RuleChoice.named(choices.pop("select"), choices.pop("ignore"))
    wanted, meant = Wanted(**choices), _Targets.of(targets)
    if (wanted.annotate or wanted.fix) and (meant.inspections or not meant.finished):
        raise WrongUsage("usage-copy-word")
    report = choice.narrowed(_checked(session, meant))
    made = _copies(session, report, meant.finished, wanted) if wanted.any else Copies()
    report = replace(report, diagnostics=(*report.diagnostics, *made.refused))
    _tell_check(session, report, format, made)
    code = outcome(session, report)
    return ExitCode.WELL if exit_zero and code is ExitCode.FAILED else code


def _copies(session: Session, report: BuildReport, finished: Sequence[Path], wanted: Wanted) -> Copies:
    """Make what is asked for: of finished files beside them, of papers of inspections in the output."""
    from generator.project import Project
    from generator.workshop import Workshop

    papers = [paper for paper in report.papers if paper.paper]
    project = session.project() if papers else Project(session.start)
    workshop = Workshop(project)
    by_name = {paper.inspection: paper for paper in report.papers if not paper.paper}
    made = [
        copies_of(path, by_name[path.as_posix()], wanted, session.messages, workshop)
        for path in finished
        if by_name[path.as_posix()].rules
    ]
    folder = wanted.out or project.output
    for paper in papers:
        stem = folder / f"PK_{paper.inspection}_{paper.paper}"
        made.append(sheet_of_paper(stem, paper, wanted, session.messages, workshop))
    return Copies(
        tuple(one for copies in made for one in copies.made),
        tuple(item for copies in made for item in copies.refused),
    )


@dataclass(frozen=True, slots=True)
class _Targets:
    """What the arguments mean: inspections (ids, YAML files, folders with such), and finished files."""

    inspections: tuple[str, ...]
    finished: tuple[Path, ...]

    @classmethod
    def of(cls, targets: Sequence[str]) -> _Targets:
        """Return the arguments told apart; WrongUsage for a folder that holds nothing to check."""
        inspections: list[str] = []
        finished: dict[Path, None] = {}
        for target in targets:
            path = Path(target)
            if path.is_dir() and not _holds_inspections(path):
                finished |= dict.fromkeys(_files_below(path) or [wrong_target(target, "")])
            elif path.suffix.lower() in _FINISHED or (
                path.is_file() and path.suffix.lower() not in _INSPECTIONS
            ):
                finished[path] = None
            else:
                inspections.append(target)
        return cls(tuple(inspections), tuple(finished))


def _holds_inspections(folder: Path) -> bool:
    """Return whether a folder is one of a project: its root, or inside ``inspections/``."""
    return "inspections" in folder.absolute().parts or (folder / "inspections").is_dir()


def _files_below(folder: Path) -> list[Path]:
    from generator.finished import SUFFIXES

    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))


def _checked(session: Session, targets: _Targets) -> BuildReport:
    """Return the report of all targets; without any of the whole project."""
    from generator.checking import check_all
    from generator.inspection_index import UnknownTarget
    from generator.results import BuildReport

    report = BuildReport(())
    if targets.inspections or not targets.finished:
        try:
            report = check_all(session.project(), targets.inspections)
        except UnknownTarget as unknown:
            wrong_target(unknown.text, unknown.near)
    return replace(report, papers=(*report.papers, *_finished(session, targets.finished)))


def _finished(session: Session, paths: Sequence[Path]) -> list[PaperResult]:
    if not paths:
        return []
    from generator.finished import check_finished

    words = _words(session)
    return [check_finished(path, path.as_posix(), words) for path in paths]


def _words(session: Session) -> frozenset[str]:
    """Return the office's own words when there is a project; a finished file is checked without one, too."""
    from generator.catalogues.words import load_words
    from generator.project import WORDS

    try:
        project = session.project()
    except Refused:
        if session.named:
            raise
        return frozenset()
    path = project.catalogues / WORDS
    return load_words(path, project.shown(path))


def _tell_check(session: Session, report: BuildReport, format: str, copies: Copies) -> None:  # noqa: A002
    if format == "text":
        _tell_as_text(session, report, copies)
    elif format == "json":
        tell_as_json(session, report, **({"copies": copies_value(copies)} if copies.made else {}))
    elif format == "github":
        from generator.reporters.github import github_lines

        session.out.lines(github_lines(report, session.messages, quiet=session.quiet))
    elif format == "junit":
        from generator.checks.rules import rules
        from generator.reporters.junit import junit_text

        session.out.raw(junit_text(report, session.messages, rules()))
    else:
        from generator.checks.rules import rules
        from generator.reporters.as_json import dumped
        from generator.reporters.sarif import sarif_value

        session.out.raw(dumped(sarif_value(report, session.messages, rules())))


def _tell_as_text(session: Session, report: BuildReport, copies: Copies) -> None:
    found = all_diagnostics(report)
    session.tell(found)
    if not session.quiet:
        if found:
            session.out.line("")
        session.out.line(check_closing(report, session.messages))
        if rules := rules_closing(report.papers, session.messages):
            session.out.line(rules)
    for line in copy_lines(copies, session.messages):
        session.out.line(line)
