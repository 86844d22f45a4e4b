"""A check report as workflow commands: GitHub shows each beside the line of the file it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.messages import visible
from generator.reporters.gathering import all_diagnostics, rule_of
from generator.reporters.text import check_closing, place_text, rules_closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.messages import Messages
    from generator.reporters.screen import Line
    from generator.results import BuildReport

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
    Severity.NOT_CHECKED: "warning",
}


def github_lines(report: BuildReport, messages: Messages, *, quiet: bool = False) -> Iterator[Line]:
    """Yield one workflow command for each diagnostic, and a notice with the closing lines."""
    for item in all_diagnostics(report):
        if not (quiet and item.severity is Severity.NOTE):
            yield (_annotation(item, messages),)
    if not quiet:
        closing = f"{check_closing(report, messages)}\n{rules_closing(report.papers, messages)}".rstrip()
        yield (f"::notice title=ketluan::{_data(closing)}",)


def _annotation(item: Diagnostic, messages: Messages) -> str:
    sentence, hint = messages.say(item.code, item.arguments)
    title = f"{rule_of(item)} {messages.text(f'severity-{item.severity.value}')}"
    place: dict[str, str | int] = {"file": item.place.file}
    if item.place.page or item.place.paragraph or item.place.in_workbook:
        # A line of a PDF, a cell of a workbook is no line of a text file: it is told in words.
        sentence = f"{place_text(item.place, messages)}: {sentence}"
    else:
        place |= {"line": item.place.line, "col": item.place.column}
        if item.place.cell:
            sentence = f"{item.place.cell}: {sentence}"
    place["title"] = title
    known = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
    text = f"{visible(sentence)}\n→ {visible(hint)}" if hint else visible(sentence)
    return f"::{_COMMANDS[item.severity]} {known}::{_data(text)}"


def _data(text: str) -> str:
    """Return text that stays one line and reads back the same."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
