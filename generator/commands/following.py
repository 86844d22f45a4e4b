"""``due``: what is late and what is due soon, by unit. ``remind``: the letter to those who are late."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import (
    command,
    day_typed,
    format_option,
    now,
    of_inspection,
    targets_argument,
    write_asked,
)
from generator.diagnostics import has_errors
from generator.session import ExitCode
from generator.usage import option
from generator.wording import short_date

if TYPE_CHECKING:
    from datetime import date

    from generator.follow_up.due import Due
    from generator.messages import Messages
    from generator.session import Session


def due_command(messages: Messages) -> click.Command:
    """Return ``due``."""
    return command(
        messages,
        "due",
        _run_due,
        targets_argument(messages, "due"),
        option(messages, "due", "--as-of", metavar="16/7/2026"),
        option(messages, "due", "--all", is_flag=True),
        option(messages, "due", "--press", is_flag=True),
        format_option(messages, "due"),
        option(messages, "due", "--xlsx", type=click.Path(path_type=Path), metavar="FILE.xlsx"),
        option(messages, "due", "--ics", type=click.Path(path_type=Path), metavar="FILE.ics"),
        option(messages, "due", "--force", is_flag=True),
    )


def _run_due(session: Session, targets: tuple[str, ...], format: str, **given: Any) -> ExitCode:  # noqa: A002
    from generator.follow_up.due import due
    from generator.reporters.as_json import diagnostic_values, dumped
    from generator.reporters.due import due_lines, due_value

    day, project, everything = _day(given["as_of"]), session.project(), bool(given["all"])
    found = of_inspection(lambda: due(project, day, targets, press=given["press"]))
    made = _files(found, session, given, everything=everything)
    write_asked(made, force=given["force"])
    files = [path.as_posix() for path in made]
    if format == "json":
        said = diagnostic_values(found.told, session.messages)
        session.out.raw(dumped(due_value(found, session.messages) | {"files": files, "diagnostics": said}))
    else:
        session.out.lines(due_lines(found, session.messages, everything=everything))
        session.tell(found.told)
        for file in files:
            session.say("copy-made", file=file)
    return ExitCode.FAILED if has_errors(found.told) else ExitCode.WELL


def _files(found: Due, session: Session, given: dict[str, Any], *, everything: bool) -> dict[Path, bytes]:
    """Return the files that were asked for, by their paths."""
    files: dict[Path, bytes] = {}
    if given["xlsx"]:
        from generator.reporters.due_sheet import due_sheet
        from generator.spreadsheet.annex import annex_workbook

        files[given["xlsx"]] = annex_workbook(due_sheet(found, session.messages, everything=everything))
    if given["ics"]:
        from generator.reporters.due_calendar import due_calendar

        files[given["ics"]] = due_calendar(found, session.messages)
    return files


def _day(typed: str | None) -> date:
    """Return the day that was typed, today in Vietnam without one."""
    return day_typed(typed) if typed else now().date()


def remind_command(messages: Messages) -> click.Command:
    """Return ``remind``."""
    return command(
        messages,
        "remind",
        _run_remind,
        click.Argument(["inspection"], metavar=messages.text("remind.id")),
        click.Argument(["units"], nargs=-1, metavar=f"[{messages.text('remind.units')}...]"),
        option(messages, "remind", "--as-of", metavar="16/7/2026"),
        option(messages, "remind", "--reply-before", metavar="31/7/2026"),
    )


def _run_remind(session: Session, inspection: str, units: tuple[str, ...], **given: str | None) -> ExitCode:
    from generator.follow_up.reminding import AskedReminder, remind
    from generator.reporters.listing import agency_name

    before, day = given["reply_before"], _day(given["as_of"])
    asked = AskedReminder(inspection, day, units, day_typed(before) if before else None)
    project = session.project()
    done = of_inspection(lambda: remind(project, asked))
    for agency in done.agencies:
        session.say("remind-whom", name=agency_name(agency, done.catalogues, day))
    count, shown = done.duties, short_date(day)
    session.say("remind-done", id=done.id, turn=done.turn, count=count, day=shown, file=done.file)
    session.say("correct-kept", kept=done.kept)
    if before is None:
        session.say("remind-reply")
    return ExitCode.WELL
