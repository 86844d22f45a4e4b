"""``ketluan``: the entry. Chooses the language, runs the command, and lets no error out unexplained."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

import generator
from generator.commands import ExitCode, Session, command_group
from generator.diagnostics import Refused
from generator.messages import Messages, choose_language
from generator.project import find_project
from generator.reporters.screen import Look, Screen, prepare_stream, wants_colour
from generator.usage import usage_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STATE_FOLDER = ".ketluan"
_MOST_LOGS = 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (`ExitCode`)."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    session = _session(arguments)
    try:
        return _run(arguments, session)
    except click.Abort:
        session.err.line(session.messages.text("interrupted"))
        return ExitCode.INTERRUPTED
    except Exception:  # noqa: BLE001 - the last resort: a bug is told in plain words and its traceback kept
        _tell_bug(session, arguments)
        return ExitCode.BUG


def _run(arguments: list[str], session: Session) -> int:
    group = command_group(session.messages)
    try:
        code = group.main(arguments, prog_name="ketluan", standalone_mode=False, obj=session)
    except click.NoArgsIsHelpError as error:
        session.err.raw(error.format_message())
        return ExitCode.USAGE
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
    for stream in (sys.stdout, sys.stderr):
        prepare_stream(stream)
    start = Path(_early(arguments, "--project") or Path.cwd())
    asked = _early(arguments, "--lang")
    setting = "" if asked or os.environ.get("KETLUAN_LANG") else _language_setting(start)
    return Session(
        messages=Messages(choose_language(asked, os.environ, setting)),
        out=Screen(sys.stdout, colour=wants_colour(sys.stdout, os.environ)),
        err=Screen(sys.stderr, colour=wants_colour(sys.stderr, os.environ)),
        start=start,
    )


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


# --- bugs --------------------------------------------------------------------------------------------


def _tell_bug(session: Session, arguments: list[str]) -> None:
    """Write the traceback to a file and say where; nothing of it goes to the screen."""
    log = "\n".join([*_circumstances(arguments), "", traceback.format_exc()])
    for folder in _log_folders(session.start):
        path = _written(folder, log)
        if path is not None:
            session.err.line((session.messages.text("bug", file=str(path)), Look.ERROR))
            session.err.line(f"    → {session.messages.text('bug.hint')}")
            return
    problem = traceback.format_exc().strip().splitlines()[-1]
    session.err.line((session.messages.text("bug-not-written", problem=problem), Look.ERROR))


def _circumstances(arguments: list[str]) -> Iterator[str]:
    yield f"ketluan {generator.__version__}"
    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield f"ketluan {' '.join(arguments)}"


def _log_folders(start: Path) -> Iterator[Path]:
    try:
        yield find_project(start).root / STATE_FOLDER
    except (Refused, OSError):
        pass
    yield Path(tempfile.gettempdir())


def _written(folder: Path, log: str) -> Path | None:
    """Write the log under the first free number; None when the folder does not take it."""
    try:
        folder.mkdir(exist_ok=True)
        for number in range(1, _MOST_LOGS):
            path = folder / f"loi-{number}.log"
            if not path.exists():
                with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(log)
                return path
    except OSError:
        pass
    return None
