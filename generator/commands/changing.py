"""``changes``: which papers of two output folders differ, for the one who looks at a pull request."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option
from generator.session import ExitCode
from generator.usage import Number, option

if TYPE_CHECKING:
    from generator.changes.values import Changes
    from generator.messages import Messages
    from generator.session import Session

_MOST_PICTURES = 40


def changes_command(messages: Messages) -> click.Command:
    """Return ``changes``."""
    old = click.Argument(["old"], metavar=messages.text("changes.old"), type=click.Path(path_type=Path))
    new = click.Argument(
        ["new"], required=False, metavar=f"[{messages.text('changes.new')}]", type=click.Path(path_type=Path)
    )
    return command(
        messages,
        "changes",
        _run_changes,
        old,
        new,
        option(messages, "changes", "--out", type=click.Path(path_type=Path), metavar="DIR"),
        option(messages, "changes", "--pictures", type=Number(0, 1000), default=_MOST_PICTURES, metavar="N"),
        format_option(messages, "changes", "markdown"),
    )


def _run_changes(session: Session, old: Path, new: Path | None, **asked: Any) -> ExitCode:
    """Compare; what is printed has no pictures, so without a folder none are made."""
    from generator.changes.comparison import Output, compared

    new = new or session.project().output
    before, after = (Output(path, path.as_posix()) for path in (old, new))
    out: Path | None = asked["out"]
    found = compared(before, after, asked["pictures"] if out else 0)
    if out is not None:
        from generator.changes.folder import write_changes

        write_changes(out, out.as_posix(), found, session.messages)
    _tell(session, found, asked["format"])
    if out is not None and asked["format"] == "text":
        session.say("changes-written", page=(out / "index.html").as_posix())
    return ExitCode.WELL


def _tell(session: Session, found: Changes, format: str) -> None:  # noqa: A002
    if format == "json":
        from generator.changes.as_json import changes_value
        from generator.reporters.as_json import dumped

        session.out.raw(dumped(changes_value(found, session.messages, pictures=False)))
        return
    if format == "markdown":
        from generator.changes.markdown import change_markdown
        from generator.reporters.text import diagnostic_lines

        # Beside the summary: that is read by a service.
        session.err.lines(diagnostic_lines(found.told, session.messages, notes=True))
        session.out.raw(change_markdown(found, session.messages, pictures=False).rstrip("\n"))
    else:
        from generator.changes.screen_lines import change_lines

        session.out.lines(change_lines(found, session.messages))
        session.tell(found.told)
