"""The commands: arguments in, exit code out. Heavy parts are imported inside the command that needs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import generator
from generator.diagnostics import Refused, Severity, has_errors
from generator.reporters.gathering import all_diagnostics, severities
from generator.reporters.text import build_closing, build_lines, check_closing
from generator.session import ExitCode, Session
from generator.usage import Command, Group, Words, WrongUsage, option, wrong_target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.build import BuildReport, Options
    from generator.diagnostics import Diagnostic
    from generator.messages import Messages
    from generator.project import Project

FIRST_YEAR, LAST_YEAR = 1900, 2100


# --- the commands ------------------------------------------------------------------------------------


def command_group(messages: Messages) -> click.Group:
    """Return ``ketluan`` with all its commands, in one language."""
    group = Group(
        messages, "ketluan", callback=_without_command, params=[_version(messages), *_shared(messages)]
    )
    for make in (_new, _check, _build, _list, _show, _schema, _doctor):
        group.add_command(make(messages))
    return group


def _without_command() -> None:
    """Print the help when no command was named: that is a wrong usage, so on stderr."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        ctx.obj.err.raw(ctx.get_help())
        ctx.exit(ExitCode.USAGE)


def _shared(messages: Messages) -> Iterator[click.Option]:
    """Yield the options that stand before or after the command."""

    def set_session(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        session: Session = ctx.find_root().obj
        if param.name == "project" and value is not None:
            session.start, session.named = Path(value), True
        elif param.name in ("quiet", "verbose") and value:
            setattr(session, param.name, True)

    common: dict[str, Any] = {"expose_value": False, "callback": set_session}
    # --lang was followed before these options were made, for their own help needs the language.
    yield option(messages, "ketluan", "--lang", type=Words("vi", "en"), metavar="vi|en", **common)
    yield option(messages, "ketluan", "--project", type=click.Path(path_type=Path), metavar="DIR", **common)
    yield option(messages, "ketluan", "--quiet", is_flag=True, **common)
    yield option(messages, "ketluan", "--verbose", is_flag=True, **common)
    yield option(
        messages, "ketluan", "--help", is_flag=True, is_eager=True, expose_value=False, callback=_help
    )


def _help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().obj.out.raw(ctx.get_help())
        ctx.exit()


def _version(messages: Messages) -> click.Option:
    def tell(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            ctx.find_root().obj.out.line(messages.text("version-line", version=generator.__version__))
            ctx.exit()

    return option(
        messages, "ketluan", "--version", is_flag=True, is_eager=True, expose_value=False, callback=tell
    )


def _made(
    messages: Messages, name: str, run: Callable[..., ExitCode], *params: click.Parameter
) -> click.Command:
    return Command(messages, name, callback=click.pass_obj(run), params=[*params, *_shared(messages)])


def _targets(messages: Messages, command: str) -> click.Argument:
    return click.Argument(["targets"], nargs=-1, metavar=f"[{messages.text(f'{command}.targets')}...]")


def _id(messages: Messages, command: str) -> click.Argument:
    return click.Argument(["id_"], metavar=messages.text(f"{command}.id"))


def _format(messages: Messages, command: str) -> click.Option:
    return option(
        messages, command, "--format", type=Words("text", "json"), default="text", metavar="text|json"
    )


# --- build, check ------------------------------------------------------------------------------------


def _build(messages: Messages) -> click.Command:
    return _made(
        messages,
        "build",
        _run_build,
        _targets(messages, "build"),
        option(messages, "build", "--stage", type=Words("du-thao", "trinh-ky"), metavar="du-thao|trinh-ky"),
        option(
            messages,
            "build",
            "--edition",
            type=Words("outgoing", "archive"),
            default="outgoing",
            metavar="outgoing|archive",
        ),
        option(
            messages,
            "build",
            "--only",
            type=Words("docx", "pdf", several=True),
            default="docx,pdf",
            metavar="docx,pdf",
        ),
        option(messages, "build", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "build", "--force", is_flag=True),
        option(messages, "build", "--dry-run", is_flag=True),
        option(messages, "build", "--strict", is_flag=True),
        _format(messages, "build"),
    )


def _run_build(session: Session, targets: tuple[str, ...], format: str, **choices: Any) -> ExitCode:  # noqa: A002
    from generator.build import Options, UnknownTarget, build_all
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
    """Return the exit code of a report; a bug with one paper is logged like any other bug."""
    if bugs := [paper.bug for paper in report.papers if paper.bug]:
        session.tell_bug(bugs)
        return ExitCode.BUG
    warned = strict and severities(all_diagnostics(report))[Severity.WARNING] > 0
    return ExitCode.WELL if report.ok and not warned else ExitCode.FAILED


def _tell_build(session: Session, report: BuildReport, options: Options) -> None:
    messages, verbose = session.messages, session.verbose
    if not session.quiet:
        session.out.lines(build_lines(report, messages, verbose=verbose, dry_run=options.dry_run))
    session.tell(all_diagnostics(report), notes=verbose)
    if not session.quiet:
        session.out.line(build_closing(report, messages, dry_run=options.dry_run))


def _check(messages: Messages) -> click.Command:
    return _made(messages, "check", _run_check, _targets(messages, "check"), _format(messages, "check"))


def _run_check(session: Session, targets: tuple[str, ...], format: str) -> ExitCode:  # noqa: A002
    from generator.build import UnknownTarget, check_all

    try:
        report = check_all(session.project(), targets)
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)
    if format == "json":
        _tell_as_json(session, report)
        return _outcome(session, report)
    found = all_diagnostics(report)
    session.tell(found)
    if not session.quiet:
        if found:
            session.out.line("")
        session.out.line(check_closing(report, session.messages))
    return _outcome(session, report)


def _tell_as_json(session: Session, report: BuildReport) -> None:
    from generator.reporters.as_json import dumped, report_value

    session.out.raw(dumped(report_value(report, session.messages)))


# --- list, show --------------------------------------------------------------------------------------


def _list(messages: Messages) -> click.Command:
    return _made(messages, "list", _run_list, _format(messages, "list"))


def _run_list(session: Session, format: str) -> ExitCode:  # noqa: A002
    from generator.overview import survey
    from generator.reporters.as_json import dumped
    from generator.reporters.inspections import list_lines, list_value

    project = session.project()
    overview = survey(project)
    if format == "json":
        session.out.raw(dumped(list_value(overview)))
    elif not overview.entries:
        session.out.line(session.messages.text("list-none", folder=project.shown(project.inspections)))
        session.say("list-none.hint")
    else:
        session.out.lines(list_lines(overview, session.messages))
    unread = any(entry.loaded is None for entry in overview.entries)
    return ExitCode.FAILED if unread else ExitCode.WELL


def _show(messages: Messages) -> click.Command:
    return _made(messages, "show", _run_show, _id(messages, "show"), _format(messages, "show"))


def _run_show(session: Session, id_: str, format: str) -> ExitCode:  # noqa: A002
    from generator.build import check_all
    from generator.overview import survey
    from generator.reporters.as_json import diagnostic_values, dumped
    from generator.reporters.inspections import show_lines, show_value

    project = session.project()
    overview = survey(project)
    entry = overview.find(id_)
    if entry is None:
        wrong_target(id_, overview.near(id_))
    found = list(entry.diagnostics)
    if entry.loaded is None:
        session.tell(found)
        return ExitCode.FAILED
    found += all_diagnostics(check_all(project, (entry.file,)))
    if format == "json":
        value = show_value(entry, entry.loaded, overview.catalogues)
        session.out.raw(dumped(value | {"diagnostics": diagnostic_values(found, session.messages)}))
    else:
        session.out.lines(show_lines(entry, entry.loaded, overview.catalogues, session.messages))
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


# --- new, schema, doctor -----------------------------------------------------------------------------


def _new(messages: Messages) -> click.Command:
    return _made(
        messages, "new", _run_new, _id(messages, "new"), option(messages, "new", "--year", metavar="YYYY")
    )


def _run_new(session: Session, id_: str, year: str | None) -> ExitCode:
    from generator.new_inspection import NotWritten, write_new
    from generator.schema import schema_path, write_schema

    project = session.project()
    if year is not None and not (year.isascii() and year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        raise WrongUsage("usage-year", text=year)
    try:
        path = write_new(project, id_, year or "")
    except NotWritten as refused:
        raise WrongUsage(refused.name, **refused.arguments) from refused
    if not schema_path(project).exists():
        write_schema(project)
    session.say("new-made", file=project.shown(path))
    session.say("new-next", id=id_)
    return ExitCode.WELL


def _schema(messages: Messages) -> click.Command:
    return _made(
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
    path = schema_path(session.project()) if write else output
    if path is None:
        session.out.raw(text.rstrip("\n"))
        return ExitCode.WELL
    write_atomically(path, text.encode(), path.as_posix())
    session.say("schema-written", file=path.as_posix())
    return ExitCode.WELL


def _doctor(messages: Messages) -> click.Command:
    return _made(messages, "doctor", _run_doctor)


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
