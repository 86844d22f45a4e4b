"""The register of outgoing papers on the terminal and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.issuing.register_book import cells_of
from generator.reporters.listing import agency_name
from generator.reporters.screen import Line, Look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.catalogues.entries import Catalogues
    from generator.issuing.register import Register, Series
    from generator.issuing.register_book import Words
    from generator.messages import Messages

_ACROSS = ("number", "day", "signer", "title")
_BELOW = ("recipients", "kept-by", "copies", "note")
_GAP = "  "


def register_lines(
    register: Register, words: Words, catalogues: Catalogues, messages: Messages
) -> Iterator[Line]:
    """Yield each series as a table; what the pen fills in is left out, the rest stands below its paper."""
    for series in register.series:
        rows = [cells_of(line, words) for line in series.lines]
        yield ((_heading(series, catalogues, messages), Look.STRONG),)
        yield from _table(rows, messages)
        yield ("",)
    count = sum(len(series.lines) for series in register.series)
    yield (messages.text("register-closing" if count else "register-empty", count=count),)


def _heading(series: Series, catalogues: Catalogues, messages: Messages) -> str:
    owner = agency_name(series.owner, catalogues, series.lines[-1].day)
    return messages.text("register-series", kind=series.kind_name, owner=owner, year=series.year)


def _table(rows: list[dict[str, str]], messages: Messages) -> Iterator[Line]:
    heads = {name: messages.text(f"register-{name}") for name in (*_ACROSS, *_BELOW)}
    widths = {name: max(len(row[name]) for row in (heads, *rows)) for name in _ACROSS[:-1]}
    indent = " " * (widths["number"] + len(_GAP))
    yield ((_across(heads, widths), Look.FAINT),)
    for row in rows:
        yield (_across(row, widths),)
        for name in _BELOW:
            if row[name]:
                yield (indent, (f"{heads[name]}: ", Look.FAINT), row[name])


def _across(row: Mapping[str, str], widths: Mapping[str, int]) -> str:
    return _GAP.join([*(row[name].ljust(widths[name]) for name in _ACROSS[:-1]), row[_ACROSS[-1]]])


def register_value(register: Register, words: Words) -> list[dict[str, Any]]:
    """Return the series as data: days as 2026-05-18, null for what is not known."""
    return [
        {
            "owner": series.owner,
            "kind": series.kind or None,
            "year": series.year,
            "missing": [list(gap) for gap in series.missing()],
            "papers": [
                {"inspection": line.inspection, "paper": line.paper}
                | {name.replace("-", "_"): text or None for name, text in cells_of(line, words).items()}
                | {
                    "day": line.entry.day,
                    "recipients": list(line.entry.recipients),
                    "copies": line.entry.copies,
                }
                for line in series.lines
            ],
        }
        for series in register.series
    ]
