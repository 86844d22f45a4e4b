"""The command line's own words: click's commands, options and errors in the language that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.diagnostics import Argument
    from generator.messages import Messages


# What the help says nothing more about.
_NOT_IN_HELP = frozenset({"usage-target", "usage-exists", "usage-outside"})


_SHORT = {"--help": "-h", "--jobs": "-j"}


class WrongUsage(click.UsageError):
    """The command cannot be understood as it was typed; `name` and `arguments` are of a message."""

    def __init__(self, name: str, /, **arguments: Argument) -> None:
        super().__init__(name)
        self.name, self.arguments = name, arguments


class Words(click.ParamType[Any, Any]):
    """The type of an option with a closed list of words; with `several` of them set off by commas."""

    name = "words"

    def __init__(self, *choices: str, several: bool = False) -> None:
        self.choices, self.several = choices, several

    def convert(self, value: Any, param: click.Parameter | None, _ctx: click.Context | None) -> Any:
        """Return the word, or the frozenset of words; WrongUsage if it is not in the list."""
        if not isinstance(value, str):
            return value
        if self.several and not value:
            return frozenset()
        found = [word.strip().lower() for word in (value.split(",") if self.several else [value])]
        for word in found:
            if word not in self.choices:
                name = param.opts[0] if param else ""
                raise WrongUsage("usage-choice", text=word, name=name, choices=", ".join(self.choices))
        return frozenset(found) if self.several else found[0]


class Number(click.ParamType[Any, Any]):
    """The type of an option with a whole number from `least` to `most`."""

    name = "number"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, _ctx: click.Context | None) -> Any:
        """Return the number; WrongUsage if it is none, or beyond the limits."""
        if isinstance(value, int):
            return value
        if not (value.isascii() and value.isdigit() and self.least <= int(value[:20]) <= self.most):
            name = param.opts[0] if param else ""
            raise WrongUsage("usage-number", text=value, name=name, least=self.least, most=self.most)
        return int(value)


class Command(click.Command):
    """A command whose help and errors speak one language."""

    def __init__(self, messages: Messages, name: str, **more: Any) -> None:
        self.messages = messages
        super().__init__(
            name,
            help=f"{messages.text(name)}\n\n{messages.text(f'{name}.about')}",
            short_help=messages.text(name),
            epilog=messages.text(f"{name}.examples"),
            options_metavar=messages.text("options-metavar"),
            add_help_option=False,
            **more,
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how to call it."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{self.messages.text('usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option means."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [param.get_help_record(ctx) for param in options]
        with formatter.section(self.messages.text("options")):
            formatter.write_dl([record for record in records if record])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples line by line, as they are typed."""
        with formatter.section(self.messages.text("examples")):
            formatter.write("".join(f"  {line}\n" for line in (self.epilog or "").splitlines()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments in; words that have no place are an error of ours, not of click."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            error = WrongUsage("usage-extra", text=" ".join(rest))
            error.ctx = ctx
            raise error
        return rest


class Group(Command, click.Group):
    """The command above the commands: `names` has the messages of each, `load` gives the one called."""

    def __init__(
        self,
        messages: Messages,
        name: str,
        names: Mapping[str, str],
        load: Callable[[str], click.Command],
        **more: Any,
    ) -> None:
        self.names, self.load = names, load
        super().__init__(
            messages,
            name,
            subcommand_metavar=messages.text("command-metavar"),
            invoke_without_command=True,
            no_args_is_help=False,
            **more,
        )

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of work, not of the alphabet."""
        return [*self.names]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None when there is none of that name."""
        if cmd_name in self.names and cmd_name not in self.commands:
            self.add_command(self.load(cmd_name), cmd_name)
        return self.commands.get(cmd_name)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands; for that none of them is loaded."""
        shown = [(name, self.messages.text(told)) for name, told in self.names.items()]
        with formatter.section(self.messages.text("commands")):
            formatter.write_dl(shown)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named first; WrongUsage with the nearest one when there is none."""
        if args[0] not in self.names:
            if args[0].startswith("-"):
                raise WrongUsage("usage-no-option", text=args[0], near="")
            from generator.model.names import nearest

            raise WrongUsage("usage-no-command", text=args[0], near=nearest(args[0], self.names))
        return super().resolve_command(ctx, args)


def option(messages: Messages, command: str, flag: str, **more: Any) -> click.Option:
    """Return an option whose meaning stands in the messages, as an attribute of its command."""
    names = (flag, _SHORT[flag]) if flag in _SHORT else (flag,)
    kind = more.get("type")
    if isinstance(kind, Words):
        more["metavar"] = ("," if kind.several else "|").join(kind.choices)
    return click.Option(names, help=messages.text(f"{command}.{flag.removeprefix('--')}"), **more)


def usage_lines(error: click.UsageError, messages: Messages) -> Iterator[str]:
    """Yield what is wrong with a command line, and where its help is."""
    yield _sentence(error, messages)
    known = isinstance(error, WrongUsage) and error.name in _NOT_IN_HELP
    if error.ctx is not None and not known:
        yield messages.text("usage-more", command=error.ctx.command_path)


def _sentence(error: click.UsageError, messages: Messages) -> str:
    if isinstance(error, WrongUsage):
        return messages.text(error.name, **error.arguments)
    if isinstance(error, click.NoSuchOption):
        near = next(iter(error.possibilities or ()), "")
        return messages.text("usage-no-option", text=error.option_name, near=near)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return messages.text("usage-missing", name=name)
    if isinstance(error, click.BadOptionUsage):
        return messages.text("usage-option-value", text=error.option_name)
    return messages.text("usage-other", problem=error.format_message())


def wrong_target(text: str, near: str) -> NoReturn:
    """Raise that no inspection or file is called so."""
    raise WrongUsage("usage-target", text=text, near=near)
