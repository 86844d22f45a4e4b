"""``template check``: whether an office's own Word layout can make papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option, shared_options, without_command
from generator.diagnostics import Refused, has_errors
from generator.session import ExitCode
from generator.usage import Group, option

if TYPE_CHECKING:
    from generator.messages import Messages
    from generator.project import Project
    from generator.results import PaperResult
    from generator.session import Session
    from generator.workshop import Workshop

_LARGEST = 50_000_000  # bytes: more than that is refused as a Word file anyway


def template_command(messages: Messages) -> click.Group:
    """Return ``template`` with its commands."""
    return Group(
        messages,
        "template",
        {"check": "template-check"},
        lambda _: _check_command(messages),
        callback=without_command,
        params=[*shared_options(messages)],
    )


def _check_command(messages: Messages) -> click.Command:
    path = click.Argument(
        ["path"], type=click.Path(path_type=Path), metavar=messages.text("template-check.path")
    )
    return command(
        messages,
        "template-check",
        _run_check,
        path,
        option(messages, "template-check", "--annotate", is_flag=True),
        option(messages, "template-check", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "template-check", "--force", is_flag=True),
        format_option(messages, "template-check"),
    )


def _run_check(session: Session, path: Path, format: str, **choices: Any) -> ExitCode:  # noqa: A002
    from generator.commands.copies import Copies, Wanted, copies_of, copies_value, copy_lines
    from generator.commands.papers import tell_as_json
    from generator.results import BuildReport
    from generator.workshop import Workshop

    project = _project(session)
    workshop = Workshop(project)
    result = _checked(path, project.shown(path), workshop)
    copies = Copies()
    if choices["annotate"] and result.diagnostics:
        copies = copies_of(path, result, Wanted(**choices), session.messages, workshop)
    report = BuildReport((result,), copies.refused)
    if format == "json":
        tell_as_json(session, report, **({"copies": copies_value(copies)} if copies.made else {}))
    else:
        session.tell([*result.diagnostics, *copies.refused])
        if not result.diagnostics:
            session.say("template-check-well", file=result.inspection)
        for line in copy_lines(copies, session.messages):
            session.out.line(line)
    return ExitCode.WELL if report.ok else ExitCode.FAILED


def _project(session: Session) -> Project:
    """Return the project, for its sizes and its layout of the PDF; without one those shipped are taken."""
    from generator.project import Project

    try:
        return session.project()
    except Refused:
        if session.named:
            raise
        return Project(session.start)


def _checked(path: Path, shown: str, workshop: Workshop) -> PaperResult:
    from generator.file_reading import read_bytes
    from generator.render.html import HtmlLayout, layout_text
    from generator.results import Outcome, PaperResult
    from generator.template_check import Beside, check_word_layout

    page = "van-ban.html.j2"
    try:
        data = read_bytes(path, shown, _LARGEST)
        source = layout_text(workshop.folders.layout(page), f"templates/_layout/{page}")
        beside = Beside(workshop.layout, HtmlLayout(source, f"templates/_layout/{page}"))
        found = check_word_layout(data, shown, beside)
    except Refused as refused:
        found = refused.diagnostics
    outcome = Outcome.FAILED if has_errors(found) else Outcome.UNCHANGED
    return PaperResult(shown, "", (), outcome, tuple(found))
