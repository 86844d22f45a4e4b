"""``build``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option, targets_argument
from generator.diagnostics import Severity
from generator.files import write_atomically
from generator.reporters.gathering import all_diagnostics, severities, unread_files
from generator.reporters.text import build_closing, build_lines
from generator.session import ExitCode
from generator.usage import Number, Words, WrongUsage, option, wrong_target

if TYPE_CHECKING:
    from generator.build import Options
    from generator.messages import Messages
    from generator.results import BuildReport
    from generator.session import Session


REPORTS = {"junit": "report.junit.xml", "json": "report.json"}
"""What the reports of a build are called, beside the manifest."""


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
            type=Words("outgoing", "archive", "publication"),
            default="outgoing",
        ),
        option(
            messages,
            "build",
            "--only",
            type=Words("docx", "pdf", "xlsx", several=True),
            default="docx,pdf",
        ),
        option(messages, "build", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "build", "--force", is_flag=True),
        option(messages, "build", "--dry-run", is_flag=True),
        option(messages, "build", "--strict", is_flag=True),
        option(messages, "build", "--clean", is_flag=True),
        option(messages, "build", "--jobs", type=Number(1, 256), metavar="N"),
        option(messages, "build", "--executor", type=Words("local", "dask"), default="local"),
        option(messages, "build", "--scheduler", metavar="ADDRESS"),
        option(messages, "build", "--time-limit", type=Number(0, 86_400), default=120, metavar="SECONDS"),
        option(messages, "build", "--memory-limit", type=Number(0, 1_048_576), default=4096, metavar="MB"),
        option(messages, "build", "--report", type=Words("junit", "json", several=True), default=""),
        format_option(messages, "build"),
    )


def _run_build(session: Session, targets: tuple[str, ...], format: str, **choices: Any) -> ExitCode:  # noqa: A002
    from generator.build import Limits, Options, build_all
    from generator.inspection_index import UnknownTarget
    from generator.reporters.progress import progress

    report = choices.pop("report")
    if (choices.pop("executor") == "dask") != bool(choices["scheduler"]):
        raise WrongUsage("usage-scheduler")
    choices["scheduler"] = choices["scheduler"] or ""
    limits = Limits(choices.pop("time_limit"), choices.pop("memory_limit"))
    options = Options(**choices, limits=limits)
    project = session.project()
    try:
        with progress(session.err, quiet=session.quiet) as step:
            built = build_all(project, targets, options, step)
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)
    if report and not options.dry_run:
        write_reports(session, built, report, options.out or project.output)
    if format == "json":
        tell_as_json(session, built)
    else:
        _tell_build(session, built, options)
    return outcome(session, built, strict=options.strict)


def write_reports(session: Session, report: BuildReport, formats: frozenset[str], folder: Path) -> None:
    """Write what a build did into its output folder, for the machines that ran it."""
    from generator.reporters.as_json import dumped, report_value
    from generator.reporters.junit import built_text

    texts = {
        "json": lambda: dumped(report_value(report, session.messages)),
        "junit": lambda: built_text(report, session.messages),
    }
    for name in sorted(formats):
        path = folder / REPORTS[name]
        write_atomically(path, texts[name]().encode(), path.as_posix())


def outcome(session: Session, report: BuildReport, *, strict: bool = False) -> ExitCode:
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


def tell_as_json(session: Session, report: BuildReport, **more: Any) -> None:
    """Print a report as JSON, with `more` keys at its end."""
    from generator.reporters.as_json import dumped, report_value

    session.out.raw(dumped(report_value(report, session.messages) | more))
