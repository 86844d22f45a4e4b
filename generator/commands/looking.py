"""``list`` and ``show``: what there is, without making anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.commands.shared import command, format_option, id_argument
from generator.diagnostics import has_errors
from generator.reporters.gathering import all_diagnostics
from generator.session import ExitCode
from generator.usage import wrong_target

if TYPE_CHECKING:
    import click

    from generator.diagnostics import Diagnostic
    from generator.messages import Messages
    from generator.session import Session


def list_command(messages: Messages) -> click.Command:
    """Return ``list``."""
    return command(messages, "list", _run_list, format_option(messages, "list"))


def _run_list(session: Session, format: str) -> ExitCode:  # noqa: A002
    from generator.issuing.journal_head import journal_of
    from generator.overview import survey
    from generator.reporters.as_json import dumped
    from generator.reporters.listing import list_lines, list_value

    project = session.project()
    overview, journal = survey(project), journal_of(project)
    if format == "json":
        session.out.raw(dumped(list_value(overview, journal)))
    elif not overview.entries:
        session.out.line(session.messages.text("list-none", folder=project.shown(project.inspections)))
        session.say("list-none.hint")
    else:
        session.out.lines(list_lines(overview, journal, session.messages))
    if bugs := [entry.bug for entry in overview.entries if entry.bug]:
        session.tell_bug(bugs)
        return ExitCode.BUG
    unread = any(entry.loaded is None for entry in overview.entries)
    return ExitCode.FAILED if unread else ExitCode.WELL


def show_command(messages: Messages) -> click.Command:
    """Return ``show``."""
    return command(
        messages, "show", _run_show, id_argument(messages, "show"), format_option(messages, "show")
    )


def _run_show(session: Session, id_: str, format: str) -> ExitCode:  # noqa: A002
    from generator.checking import check_all
    from generator.issuing.journal_head import journal_of
    from generator.overview import survey
    from generator.reporters.as_json import diagnostic_values, dumped
    from generator.reporters.showing import show_lines, show_value

    project = session.project()
    overview, journal = survey(project), journal_of(project)
    entry = overview.find(id_)
    if entry is None:
        wrong_target(id_, overview.near(id_))
    found = list(entry.diagnostics)
    if entry.loaded is None:
        session.tell(found)
        if entry.bug:
            session.tell_bug([entry.bug])
            return ExitCode.BUG
        return ExitCode.FAILED
    found += all_diagnostics(check_all(project, (str(entry.path),)))
    if format == "json":
        value = show_value(entry, entry.loaded, overview.catalogues, journal)
        session.out.raw(dumped(value | {"diagnostics": diagnostic_values(found, session.messages)}))
    else:
        session.out.lines(show_lines(entry, entry.loaded, overview.catalogues, journal, session.messages))
        _tell_section(session, found)
    return ExitCode.FAILED if has_errors(found) else ExitCode.WELL


def _tell_section(session: Session, found: list[Diagnostic]) -> None:
    from generator.reporters.screen import Look

    session.out.line("")
    session.out.line((session.messages.text("show-diagnostics"), Look.STRONG))
    if found:
        session.tell(found)
    else:
        session.out.line(f"  {session.messages.text('show-no-diagnostics')}")
