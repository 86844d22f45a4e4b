"""``pull`` and ``comments``: what was changed and said in Word, and where it goes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.shared import command, format_option
from generator.file_reading import read_bytes
from generator.files import locked, write_together
from generator.reporters.pulling import comment_lines, pulled_lines, pulled_value
from generator.session import ExitCode
from generator.usage import WrongUsage, option

if TYPE_CHECKING:
    from generator.messages import Messages
    from generator.project import Project
    from generator.pulling import Pulled
    from generator.session import Session

_STATE = ".ketluan"
_MAX_BYTES = 100 * 1024 * 1024


def pull_command(messages: Messages) -> click.Command:
    """Return ``pull``."""
    file = click.Argument(["file"], metavar=messages.text("pull.file"), type=click.Path(path_type=Path))
    return command(
        messages,
        "pull",
        _run_pull,
        file,
        option(messages, "pull", "--yes", is_flag=True),
        format_option(messages, "pull"),
    )


def _run_pull(session: Session, file: Path, yes: bool, format: str) -> ExitCode:  # noqa: A002
    from generator.pulling import pull

    project = session.project()
    shown = project.shown(file)
    data = read_bytes(file, shown, _MAX_BYTES)
    with locked(project.root / _STATE, _STATE):
        found = pull(data, shown, project)
        if format == "text" and not session.quiet:
            session.out.lines(pulled_lines(found, session.messages))
        written = _written(project, found) if _wanted(session, found, yes, format) else ""
        if written and format == "text":
            session.say("pull-written", file=found.yaml.file, kept=written)
            session.say("pull-next", id=found.paper.partition("/")[0])
        if format == "json":
            from generator.reporters.as_json import dumped

            session.out.raw(dumped(pulled_value(found, session.messages, written)))
    return ExitCode.FAILED if found.left or (found.changes_yaml and not written) else ExitCode.WELL


def _wanted(session: Session, found: Pulled, yes: bool, format: str) -> bool:  # noqa: A002
    """Return whether to write: said before, or asked of a person who sees everything."""
    if yes or not (found.changes_yaml or found.comments):
        return yes
    if format == "json" or session.quiet or not sys.stdin.isatty():
        if format == "text":
            session.say("pull-not-written")
        return False
    return click.confirm(session.messages.text("pull-ask"), default=False)


def _written(project: Project, found: Pulled) -> str:
    """Write the YAML and the comments together; return where the YAML before is kept, "" if it stays."""
    from generator.pulling.comments import comments_file
    from generator.yaml_editing import replace_text

    comments = [comments_file(found.paper, found.comments, project)] if found.comments else []
    if found.changes_yaml:
        return project.shown(replace_text(found.yaml, found.text, project, *comments))
    write_together(comments, project.root)
    return ""


def comments_command(messages: Messages) -> click.Command:
    """Return ``comments``."""
    paper = click.Argument(["paper"], metavar=messages.text("comments.paper"), required=False)
    return command(
        messages, "comments", _run_comments, paper, option(messages, "comments", "--done", metavar="N,N")
    )


def _run_comments(session: Session, paper: str | None, done: str | None) -> ExitCode:
    from generator.pulling.comments import papers_with_comments, read_comments, tick_off

    project = session.project()
    known = papers_with_comments(project)
    papers = [one for one in known if paper is None or one == paper or one.startswith(f"{paper}/")]
    if done is not None:
        if len(papers) != 1:
            raise WrongUsage("usage-comments-paper", papers=", ".join(papers or known))
        with locked(project.root / _STATE, _STATE):
            tick_off(papers[0], _numbers(done), project)
    left: dict[str, Any] = {
        one: [kept for kept in read_comments(one, project) if not kept.done] for one in papers
    }
    session.out.lines(comment_lines({name: kept for name, kept in left.items() if kept}, session.messages))
    return ExitCode.WELL


def _numbers(text: str) -> set[int]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() for part in parts):
        raise WrongUsage("usage-choice", text=text, name="--done", choices="1,2,3")
    return {int(part) for part in parts}
