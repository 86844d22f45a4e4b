"""The inspections of a project, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.diagnostics import Severity
from generator.reporters.gathering import severities
from generator.reporters.screen import Line, Look
from generator.reporters.standing import furthest, standing_value
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.issuing.journal import Journal
    from generator.load import Loaded
    from generator.messages import Messages
    from generator.model.inspection import Inspection
    from generator.overview import Entry, Overview

_COLUMNS = ("id", "type", "date", "state", "papers", "units")
_GAP = "  "


def list_lines(overview: Overview, journal: Journal, messages: Messages) -> Iterator[Line]:
    """Yield a table of the inspections that can be read, then the files that cannot."""
    read = [entry.loaded for entry in overview.entries if entry.loaded]
    if read:
        yield from _table([_row(loaded, overview.catalogues, journal, messages) for loaded in read], messages)
        yield ("",)
        yield (messages.text("list-closing", count=len(read)),)
    unread = [entry for entry in overview.entries if entry.loaded is None]
    if unread:
        yield ((messages.text("list-unread", count=len(unread)), Look.ERROR),)
        yield from ((f"  {_unread(entry, messages)}",) for entry in unread)


def _unread(entry: Entry, messages: Messages) -> str:
    errors = severities(entry.diagnostics)[Severity.ERROR]
    return messages.text("list-unread-file", file=entry.file, count=errors)


def _row(loaded: Loaded, catalogues: Catalogues, journal: Journal, messages: Messages) -> dict[str, str]:
    inspection = loaded.inspection
    day = day_of(inspection)
    units = [name for one in (loaded, *loaded.covered) for name in unit_names(one.inspection, catalogues)]
    return {
        "id": inspection.id,
        "type": messages.text(f"type-{inspection.type}"),
        "date": short_date(day) if day else "-",
        "state": messages.text(f"state-{state_of(inspection, journal)}"),
        "papers": ", ".join(paper.id for paper in inspection.documents) or "-",
        "units": "; ".join(dict.fromkeys(units)),
    }


def _table(rows: list[dict[str, str]], messages: Messages) -> Iterator[Line]:
    heads = {name: messages.text(f"column-{name}") for name in _COLUMNS}
    widths = {name: max(len(row[name]) for row in (heads, *rows)) for name in _COLUMNS[:-1]}
    for row in (heads, *rows):
        cells = [row[name].ljust(widths[name]) for name in _COLUMNS[:-1]]
        text = _GAP.join([*cells, row["units"]])
        yield ((text, Look.STRONG if row is heads else Look.PLAIN),)


def day_of(inspection: Inspection) -> date | None:
    """Return the day to tell inspections apart by: of the first work, of the decision, or the last known."""
    worked = [
        session.date for unit in inspection.inspected_units for session in unit.sessions if session.date
    ]
    if worked:
        return min(worked)
    if inspection.decision and inspection.decision.date:
        return inspection.decision.date
    return inspection.dates[-1] if inspection.dates else None


def state_of(inspection: Inspection, journal: Journal) -> str:
    """Return press, or how far the papers are; nothing rebuilt from the press is ever more than that."""
    if inspection.source.kind == "press":
        return "press"
    signing = any(paper.stage == "trinh-ky" for paper in inspection.documents)
    return furthest(inspection, journal) or ("signing" if signing else "draft")


def unit_names(inspection: Inspection, catalogues: Catalogues) -> list[str]:
    """Return the names of the inspected units in use on the day of the inspection."""
    day = day_of(inspection)
    return [agency_name(unit.agency, catalogues, day) for unit in inspection.inspected_units]


def agency_name(key: str, catalogues: Catalogues, day: date | None) -> str:
    """Return the short or full name of an agency, or its key when no catalogue has it."""
    if key not in catalogues.agencies:
        return key
    name = catalogues.name(key, day)
    return name.abbreviated or name.full


def list_value(overview: Overview, journal: Journal) -> list[dict[str, Any]]:
    """Return the list as data: dates as 2026-04-14, names of states that stay."""
    return [entry_value(entry, overview.catalogues, journal) for entry in overview.entries]


def entry_value(entry: Entry, catalogues: Catalogues, journal: Journal) -> dict[str, Any]:
    """Return what the list says of one file; little of one that cannot be read."""
    errors = severities(entry.diagnostics)[Severity.ERROR]
    value: dict[str, Any] = {
        "id": entry.id,
        "file": entry.file,
        "readable": entry.loaded is not None,
        "errors": errors,
    }
    if entry.loaded is None:
        return value
    inspection = entry.loaded.inspection
    day = day_of(inspection)
    covered = [one.inspection.id for one in entry.loaded.covered]
    value |= {"covers": covered} if covered else {}
    return value | {
        "type": inspection.type,
        "date": day.isoformat() if day else None,
        "state": state_of(inspection, journal),
        "subject": inspection.subject.full,
        "units": unit_names(inspection, catalogues),
        "papers": [
            {"id": paper.id, "kind": paper.kind, **standing_value(paper, inspection, journal)}
            for paper in inspection.documents
        ],
    }
