"""``new``, ``schema`` and ``doctor``: what comes before the first paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.shared import command, id_argument
from generator.diagnostics import Refused
from generator.session import ExitCode
from generator.usage import WrongUsage, option

if TYPE_CHECKING:
    from generator.messages import Messages
    from generator.project import Project
    from generator.session import Session

FIRST_YEAR, LAST_YEAR = 1900, 2100


def new_command(messages: Messages) -> click.Command:
    """Return ``new``."""
    return command(
        messages,
        "new",
        _run_new,
        id_argument(messages, "new"),
        option(messages, "new", "--year", metavar="YYYY"),
        option(messages, "new", "--form", is_flag=True),
    )


def _run_new(session: Session, id_: str, year: str | None, form: bool) -> ExitCode:
    from generator.new_inspection import NotWritten, write_new
    from generator.schema import schema_path, write_schema

    project = session.project()
    if year is not None and not (year.isascii() and year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        raise WrongUsage("usage-year", text=year)
    try:
        if form:
            return _run_new_form(session, project, id_, year or "")
        path = write_new(project, id_, year or "")
    except NotWritten as refused:
        raise WrongUsage(refused.name, **refused.arguments) from refused
    if not schema_path(project).exists():
        write_schema(project)
    session.say("new-made", file=project.shown(path))
    session.say("new-next", id=id_)
    return ExitCode.WELL


def _run_new_form(session: Session, project: Project, id_: str, year: str) -> ExitCode:
    from generator.inspection_form import write_form

    shown = project.shown(write_form(project, id_, year))
    session.say("new-made", file=shown)
    session.say("new-form-next", file=shown)
    return ExitCode.WELL


def import_command(messages: Messages) -> click.Command:
    """Return ``import``."""
    form = click.Argument(["form"], metavar=messages.text("import.form"), type=click.Path(path_type=Path))
    return command(messages, "import", _run_import, form)


def _run_import(session: Session, form: Path) -> ExitCode:
    from generator.inspection_form import import_form
    from generator.new_inspection import NotWritten
    from generator.schema import schema_path, write_schema

    project = session.project()
    try:
        path = import_form(project, form)
    except NotWritten as refused:
        raise WrongUsage(refused.name, **refused.arguments) from refused
    if not schema_path(project).exists():
        write_schema(project)
    session.say("new-made", file=project.shown(path))
    session.say("import-next", id=path.stem)
    return ExitCode.WELL


def schema_command(messages: Messages) -> click.Command:
    """Return ``schema``."""
    return command(
        messages,
        "schema",
        _run_schema,
        option(messages, "schema", "--output", type=click.Path(path_type=Path), metavar="FILE"),
        option(messages, "schema", "--write", is_flag=True),
        option(messages, "schema", "--reference", is_flag=True),
    )


def _run_schema(session: Session, output: Path | None, write: bool, reference: bool) -> ExitCode:
    from generator.files import write_atomically
    from generator.schema import schema_path, schema_text
    from generator.yaml_reference import reference_text

    text = reference_text() if reference else schema_text()
    if not write and output is None:
        session.out.raw(text.rstrip("\n"))
        return ExitCode.WELL
    project = session.project() if write else None
    path = schema_path(project) if project else Path(output or "")
    shown = project.shown(path) if project else path.as_posix()
    write_atomically(path, text.encode(), shown)
    session.say("schema-written", file=shown)
    return ExitCode.WELL


def doctor_command(messages: Messages) -> click.Command:
    """Return ``doctor``."""
    return command(messages, "doctor", _run_doctor)


def _run_doctor(session: Session) -> ExitCode:
    from generator.doctor import examine
    from generator.reporters.health import health_lines

    try:
        project: Project | None = session.project()
    except Refused:
        project = None
    found = tuple(examine(project))
    session.out.lines(health_lines(found, session.messages, quiet=session.quiet))
    return ExitCode.WELL if all(item.well for item in found) else ExitCode.FAILED
