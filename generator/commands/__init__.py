"""The commands: arguments in, exit code out. Heavy parts are imported inside the command that needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.commands.archiving import archive_command, verify_command
from generator.commands.checking import check_command
from generator.commands.comparing import diff_command, redline_command
from generator.commands.explaining import explain_command
from generator.commands.following import due_command, remind_command
from generator.commands.issuing import (
    correct_command,
    issue_command,
    state_command,
    submit_command,
)
from generator.commands.looking import list_command, show_command
from generator.commands.papers import build_command
from generator.commands.phrases import phrases_command
from generator.commands.preparing import doctor_command, import_command, new_command, schema_command
from generator.commands.pulling import comments_command, pull_command
from generator.commands.registering import register_command
from generator.commands.shared import shared_options, version_option, without_command
from generator.commands.templates import template_command
from generator.usage import Group

if TYPE_CHECKING:
    import click

    from generator.messages import Messages

# In the order of work.
_COMMANDS = (
    new_command,
    import_command,
    check_command,
    explain_command,
    build_command,
    pull_command,
    comments_command,
    state_command,
    submit_command,
    issue_command,
    correct_command,
    archive_command,
    verify_command,
    register_command,
    due_command,
    remind_command,
    list_command,
    show_command,
    diff_command,
    redline_command,
    phrases_command,
    schema_command,
    template_command,
    doctor_command,
)


def command_group(messages: Messages) -> click.Group:
    """Return ``ketluan`` with all its commands, in one language."""
    options = [version_option(messages), *shared_options(messages)]
    group = Group(messages, "ketluan", callback=without_command, params=options)
    for make in _COMMANDS:
        group.add_command(make(messages))
    return group
