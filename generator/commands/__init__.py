"""The commands: arguments in, exit code out. Each is imported when called, its heavy parts later still."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from generator.commands.shared import shared_options, version_option, without_command
from generator.usage import Group

if TYPE_CHECKING:
    import click

    from generator.messages import Messages

# In the order of work: the name of each command, and the module that has ``NAME_command``.
_COMMANDS = {
    "new": "preparing",
    "import": "preparing",
    "check": "checking",
    "explain": "explaining",
    "build": "papers",
    "pull": "pulling",
    "comments": "pulling",
    "state": "issuing",
    "submit": "issuing",
    "issue": "issuing",
    "correct": "issuing",
    "archive": "archiving",
    "verify": "archiving",
    "register": "registering",
    "due": "following",
    "remind": "following",
    "list": "looking",
    "show": "looking",
    "diff": "comparing",
    "redline": "comparing",
    "changes": "changing",
    "phrases": "phrases",
    "schema": "preparing",
    "template": "templates",
    "doctor": "preparing",
}


def command_group(messages: Messages) -> click.Group:
    """Return ``ketluan`` with all its commands, in one language."""

    def load(name: str) -> click.Command:
        module = import_module(f"generator.commands.{_COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_command")(messages)
        return command

    options = [version_option(messages), *shared_options(messages)]
    names = {name: name for name in _COMMANDS}
    return Group(messages, "ketluan", names, load, callback=without_command, params=options)
