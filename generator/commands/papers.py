"""``build`` and ``check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option, targets_argument
from generator.diagnostics import Severity
from generator.reporters.gathering import all_diagnostics, severities, unread_files
from generator.reporters.text import build_closing, build_lines, check_closing, rules_closing
from generator.session import ExitCode
from generator.usage import Words, option, wrong_target

if TYPE_CHECKING:
    from generator.build import Options
    from generator.messages import Messages
    from generator.results import BuildReport
    from generator.session import Session


def build_command(messages: Messages) -> click.Command:
    """Return ``build``."""
    return command(
        messages,
        "build",
        _run_build,
        targets_argument(messages, "build"),
        option(messages, "build", "--stage", type=Words("du-thao", "trinh-ky")),
        option(
            messages,
            "build",
            "--edition",
            type=Words("outgoing", "archive"),
            default="outgoing",
        ),
        option(
            messages,
            "build",
            "--only",
            type=Words("docx", "pdf", several=True),
            default="docx,pdf",
        ),
        option(messages, "build", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "build", "--force", is_flag=True),
        option(messages, "build", "--dry-run", is_flag=True),
        option(messages, "build", "--strict", is_flag=True),
        format_option(messages, "build"),
    )


def _run_build(session: Session, targets: tuple[str, ...], format: str, **choices: Any) -> ExitCode:  # noqa: A002
    from generator.build import Options, build_all
    from generator.inspection_index import UnknownTarget
    from generator.reporters.progress import progress

    options = Options(**choices)
    project = session.project()
    try:
        with progress(session.err, quiet=session.quiet) as step:
            report = build_all(project, targets, options, step)
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)
    if format == "json":
        _tell_as_json(session, report)
    else:
        _tell_build(session, report, options)
    return _outcome(session, report, strict=options.strict)


def _outcome(session: Session, report: BuildReport, *, strict: bool = False) -> ExitCode:
    """Return the exit code of a report; a bug with one file or paper is logged like any other bug."""
    if bugs := [*report.bugs, *(paper.bug for paper in report.papers if paper.bug)]:
        session.tell_bug(bugs)
        return ExitCode.BUG
    warned = strict and severities(all_diagnostics(report))[Severity.WARNING] > 0
    return ExitCode.WELL if report.ok and not warned else ExitCode.FAILED


def _tell_build(session: Session, report: BuildReport, options: Options) -> None:
    messages, verbose = session.messages, session.verbose
    if not session.quiet:
        session.out.lines(build_lines(report, messages, verbose=verbose, dry_run=options.dry_run))
    session.tell(all_diagnostics(report), notes=verbose)
    # When nothing could be begun, what was said is all: "no papers" would be wrong.
    begun = report.ok or report.papers or unread_files(report)
    if begun and not session.quiet:
        session.out.line(build_closing(report, messages, dry_run=options.dry_run))


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
    )


def _run_check(
    session: Session,
    targets: tuple[str, ...],
    format: str,  # noqa: A002
    exit_zero: bool,
    **rules: tuple[str, ...],
) -> ExitCode:
    from generator.checking import check_all
    from generator.commands.rule_choice import RuleChoice
    from generator.inspection_index import UnknownTarget

    choice = RuleChoice.named(**rules)
    try:
        report = choice.narrowed(check_all(session.project(), targets))
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)
    _tell_check(session, report, format)
    code = _outcome(session, report)
    return ExitCode.WELL if exit_zero and code is ExitCode.FAILED else code


def _tell_check(session: Session, report: BuildReport, format: str) -> None:  # noqa: A002
    if format == "text":
        _tell_check_as_text(session, report)
    elif format == "json":
        _tell_as_json(session, report)
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


def _tell_check_as_text(session: Session, report: BuildReport) -> None:
    found = all_diagnostics(report)
    session.tell(found)
    if not session.quiet:
        if found:
            session.out.line("")
        session.out.line(check_closing(report, session.messages))
        if rules := rules_closing(report.papers, session.messages):
            session.out.line(rules)


def _tell_as_json(session: Session, report: BuildReport) -> None:
    from generator.reporters.as_json import dumped, report_value

    session.out.raw(dumped(report_value(report, session.messages)))
