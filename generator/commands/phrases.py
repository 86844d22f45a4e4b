"""``phrases``: the library of usual findings and recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.commands.shared import command, format_option
from generator.model.names import nearest
from generator.session import ExitCode
from generator.usage import WrongUsage

if TYPE_CHECKING:
    from generator.messages import Messages
    from generator.session import Session


def phrases_command(messages: Messages) -> click.Command:
    """Return ``phrases``."""
    phrase = click.Argument(["phrase"], required=False, metavar=f"[{messages.text('phrases.phrase')}]")
    return command(messages, "phrases", _run_phrases, phrase, format_option(messages, "phrases"))


def _run_phrases(session: Session, phrase: str | None, format: str) -> ExitCode:  # noqa: A002
    from generator.load import load_catalogues
    from generator.reporters.as_json import dumped
    from generator.reporters.phrases import phrase_lines, phrase_table, phrase_value

    catalogues = load_catalogues(session.project())
    known = catalogues.phrases
    if phrase is not None and phrase not in known:
        raise WrongUsage("usage-phrase", text=phrase, near=nearest(phrase, known))
    wanted = known.values() if phrase is None else (known[phrase],)
    if format == "json":
        session.out.raw(dumped([phrase_value(one) for one in wanted]))
    elif phrase is not None:
        session.out.lines(phrase_lines(known[phrase], catalogues, session.messages))
    elif known:
        session.out.lines(phrase_table(wanted, session.messages))
    else:
        session.out.line(session.messages.text("phrases-none"))
    return ExitCode.WELL
