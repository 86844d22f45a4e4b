"""``ketluan``: the entry. Chooses the language, runs the command, and lets no error out unexplained."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import command_group
from generator.diagnostics import Refused
from generator.messages import Messages, choose_language
from generator.project import find_project
from generator.reporters.screen import Screen, prepared_stream, wants_colour
from generator.session import ExitCode, Session, rule_words
from generator.usage import usage_lines

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (`ExitCode`)."""
    session = _session(list(sys.argv[1:] if arguments is None else arguments))
    try:
        return _run(session)
    except (click.Abort, KeyboardInterrupt):
        session.err.line(session.messages.text("interrupted"))
        return ExitCode.INTERRUPTED
    except Exception:  # noqa: BLE001 - the last resort: a bug is told in plain words and its traceback kept
        session.tell_bug([traceback.format_exc()])
        return ExitCode.BUG


def _run(session: Session) -> int:
    group = command_group(session.messages)
    try:
        code = group.main(list(session.arguments), prog_name="ketluan", standalone_mode=False, obj=session)
    except click.UsageError as error:
        session.err.lines((line,) for line in usage_lines(error, session.messages))
        return ExitCode.USAGE
    except Refused as refused:
        session.tell(refused.diagnostics)
        missing = any(item.code == "project-missing" for item in refused.diagnostics)
        return ExitCode.USAGE if missing else ExitCode.FAILED
    return int(code or ExitCode.WELL)


def _session(arguments: list[str]) -> Session:
    """Return what the command works with; the language has to be known before the help can be made."""
    out, err = prepared_stream(sys.stdout), prepared_stream(sys.stderr)
    start = Path(_early(arguments, "--project") or _current_folder())
    asked = _early(arguments, "--lang")
    setting = "" if asked or os.environ.get("KETLUAN_LANG") else _language_setting(start)
    language = choose_language(asked, os.environ, setting)
    return Session(
        messages=Messages(language, rule_words(language)),
        out=Screen(out, colour=wants_colour(out, os.environ)),
        err=Screen(err, colour=wants_colour(err, os.environ)),
        start=start,
        arguments=arguments,
    )


def _current_folder() -> Path:
    """Return where one stands; a folder that was deleted meanwhile has no name any more."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _early(arguments: list[str], flag: str) -> str | None:
    """Return the value of an option, looked up before the arguments are parsed."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for index, argument in enumerate(before):
        if argument == flag and index + 1 < len(before):
            return before[index + 1]
        if argument.startswith(f"{flag}="):
            return argument.partition("=")[2]
    return None


def _language_setting(start: Path) -> str:
    try:
        return find_project(start).settings.language
    except (Refused, OSError):
        return ""  # the command itself will say what is wrong with the project
