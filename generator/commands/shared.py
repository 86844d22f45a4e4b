"""What all commands take: the global options, and the arguments that several share."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import generator
from generator.diagnostics import Diagnostic, Place, Refused
from generator.files import NewFile, write_together, writing
from generator.session import ExitCode, Session
from generator.usage import Command, Words, WrongUsage, option, wrong_target
from generator.wording import parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from typing import TypeVar

    from generator.messages import Messages

    Made = TypeVar("Made")

_VIETNAM = timezone(timedelta(hours=7))


def without_command() -> None:
    """Print the help when no command was named: that is a wrong usage, so on stderr."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        ctx.obj.err.raw(ctx.get_help())
        ctx.exit(ExitCode.USAGE)


def shared_options(messages: Messages) -> Iterator[click.Option]:
    """Yield the options that stand before or after the command."""

    def set_session(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        session: Session = ctx.find_root().obj
        if param.name == "project" and value is not None:
            session.start, session.named = Path(value), True
        elif param.name in ("quiet", "verbose") and value:
            setattr(session, param.name, True)

    common: dict[str, Any] = {"expose_value": False, "callback": set_session}
    # --lang was followed before these options were made, for their own help needs the language.
    yield option(messages, "ketluan", "--lang", type=Words("vi", "en"), **common)
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


def version_option(messages: Messages) -> click.Option:
    """Return ``--version``."""

    def tell(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            ctx.find_root().obj.out.line(messages.text("version-line", version=generator.__version__))
            ctx.exit()

    return option(
        messages, "ketluan", "--version", is_flag=True, is_eager=True, expose_value=False, callback=tell
    )


def command(
    messages: Messages, name: str, run: Callable[..., ExitCode], *params: click.Parameter
) -> click.Command:
    """Return a command that calls `run` with the session, its own parameters and the global ones."""
    return Command(messages, name, callback=click.pass_obj(run), params=[*params, *shared_options(messages)])


def targets_argument(messages: Messages, command: str) -> click.Argument:
    """Return the argument for ids and paths; none means everything."""
    return click.Argument(["targets"], nargs=-1, metavar=f"[{messages.text(f'{command}.targets')}...]")


def id_argument(messages: Messages, command: str) -> click.Argument:
    """Return the argument for one id."""
    return click.Argument(["id_"], metavar=messages.text(f"{command}.id"))


def format_option(messages: Messages, command: str, *more: str) -> click.Option:
    """Return ``--format``: text, json, and what else the command can write."""
    return option(messages, command, "--format", type=Words("text", "json", *more), default="text")


def now() -> datetime:
    """Return the time that is written down: that of Vietnam, to the second."""
    return datetime.now(_VIETNAM).replace(microsecond=0)


def day_typed(typed: str) -> date:
    """Return the day of a text ("16/7/2026"); WrongUsage when it is none."""
    try:
        return parse_date(typed)
    except ValueError:
        raise WrongUsage("usage-date", text=typed) from None


def of_inspection(make: Callable[[], Made]) -> Made:
    """Return what is made of the inspection that was named; WrongUsage when there is none."""
    from generator.inspection_index import UnknownTarget

    try:
        return make()
    except UnknownTarget as unknown:
        wrong_target(unknown.text, unknown.near)


def write_asked(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write all files or none; Refused when another file stands in the place of one."""
    taken = [path for path, data in files.items() if path.exists() and _holds_other(path, data)]
    if taken and not force:
        raise Refused(Diagnostic("copy-exists", Place(path.as_posix())) for path in taken)
    write_together([NewFile(path, data, path.as_posix()) for path, data in files.items()], None)


def _holds_other(path: Path, data: bytes) -> bool:
    with writing(path.as_posix()):
        return not path.is_file() or path.read_bytes() != data
