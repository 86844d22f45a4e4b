"""``explain``: what the rules of ``check`` ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.commands.shared import command
from generator.model.names import nearest
from generator.session import ExitCode
from generator.usage import WrongUsage

if TYPE_CHECKING:
    from generator.messages import Messages
    from generator.session import Session


def explain_command(messages: Messages) -> click.Command:
    """Return ``explain``."""
    rule = click.Argument(["rule"], required=False, metavar=f"[{messages.text('explain.rule')}]")
    return command(messages, "explain", _run_explain, rule)


def _run_explain(session: Session, rule: str | None) -> ExitCode:
    from generator.checks.rules import rules
    from generator.reporters.explaining import rule_lines, rule_table

    known = rules()
    if rule is None:
        session.out.lines(rule_table(known.values(), session.messages))
        return ExitCode.WELL
    wanted = rule.strip().upper()
    if wanted not in known:
        raise WrongUsage("usage-rule", text=rule, near=nearest(wanted, known))
    session.out.lines(rule_lines(known[wanted], session.messages))
    return ExitCode.WELL
