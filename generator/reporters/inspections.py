"""The inspections of a project as lines: one line each for ``list``, one in full for ``show``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compose.said_by import Speaker, printed
from generator.diagnostics import Severity
from generator.document import Run
from generator.model.figures import Form, Quantity
from generator.model.references import BadReference
from generator.reporters.gathering import severities
from generator.reporters.screen import Line, Look
from generator.wording import count, percent, percent_of, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.catalogues import Catalogues
    from generator.load import Loaded
    from generator.messages import Messages
    from generator.model.figures import Figure, Quantities
    from generator.model.inspection import Deadline, Inspection, IssuedPaper, Recommendation
    from generator.overview import Entry, Overview

_COLUMNS = ("id", "type", "date", "state", "papers", "units")
_GAP = "  "


# --- list --------------------------------------------------------------------------------------------


def list_lines(overview: Overview, messages: Messages) -> Iterator[Line]:
    """Yield a table of the inspections that can be read, then the files that cannot."""
    read = [entry.loaded for entry in overview.entries if entry.loaded]
    if read:
        yield from _table(
            [_row(loaded.inspection, overview.catalogues, messages) for loaded in read], messages
        )
        yield ("",)
        yield (messages.text("list-closing", count=len(read)),)
    unread = [entry for entry in overview.entries if entry.loaded is None]
    if unread:
        yield ((messages.text("list-unread", count=len(unread)), Look.ERROR),)
        yield from ((f"  {_unread(entry, messages)}",) for entry in unread)


def _unread(entry: Entry, messages: Messages) -> str:
    errors = severities(entry.diagnostics)[Severity.ERROR]
    return messages.text("list-unread-file", file=entry.file, count=errors)


def _row(inspection: Inspection, catalogues: Catalogues, messages: Messages) -> dict[str, str]:
    day = day_of(inspection)
    return {
        "id": inspection.id,
        "type": messages.text(f"type-{inspection.type}"),
        "date": short_date(day) if day else "-",
        "state": messages.text(f"state-{state_of(inspection)}"),
        "papers": ", ".join(paper.id for paper in inspection.documents) or "-",
        "units": "; ".join(unit_names(inspection, catalogues)),
    }


def _table(rows: list[dict[str, str]], messages: Messages) -> Iterator[Line]:
    heads = {name: messages.text(f"column-{name}") for name in _COLUMNS}
    widths = {name: max(len(row[name]) for row in (heads, *rows)) for name in _COLUMNS[:-1]}
    for row in (heads, *rows):
        cells = [row[name].ljust(widths[name]) for name in _COLUMNS[:-1]]
        text = _GAP.join([*cells, row["units"]])
        yield ((text, Look.STRONG if row is heads else Look.PLAIN),)


def day_of(inspection: Inspection) -> date | None:
    """Return the day to tell inspections apart by: the first of the work, else of the decision, else the last known."""
    worked = [
        session.date for unit in inspection.inspected_units for session in unit.sessions if session.date
    ]
    if worked:
        return min(worked)
    if inspection.decision and inspection.decision.date:
        return inspection.decision.date
    return inspection.dates[-1] if inspection.dates else None


def state_of(inspection: Inspection) -> str:
    """Return press, signing or draft; nothing rebuilt from the press is ever more than that."""
    if inspection.source.kind == "press":
        return "press"
    return "signing" if any(paper.stage == "trinh-ky" for paper in inspection.documents) else "draft"


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


def list_value(overview: Overview) -> list[dict[str, Any]]:
    """Return the list as data: dates as 2026-04-14, names of states that stay."""
    return [_entry_value(entry, overview.catalogues) for entry in overview.entries]


def _entry_value(entry: Entry, catalogues: Catalogues) -> dict[str, Any]:
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
    return value | {
        "type": inspection.type,
        "date": day.isoformat() if day else None,
        "state": state_of(inspection),
        "subject": inspection.subject.full,
        "units": unit_names(inspection, catalogues),
        "papers": [{"id": paper.id, "kind": paper.kind} for paper in inspection.documents],
    }


# --- show --------------------------------------------------------------------------------------------


def show_lines(entry: Entry, loaded: Loaded, catalogues: Catalogues, messages: Messages) -> Iterator[Line]:
    """Yield one inspection in full, without its diagnostics."""
    inspection = loaded.inspection
    day = day_of(inspection)
    yield ((inspection.id, Look.STRONG),)
    yield from _facts(entry, inspection, catalogues, messages)
    yield from _section("show-units", _unit_lines(inspection, catalogues, day), messages)
    yield from _section("show-figures", _figure_lines(loaded, messages), messages)
    recommendations = (
        _recommendation(item, loaded, catalogues, messages) for item in inspection.recommendations
    )
    yield from _section("show-recommendations", recommendations, messages)
    yield from _section("show-papers", map(_paper, inspection.documents), messages)


def _facts(
    entry: Entry, inspection: Inspection, catalogues: Catalogues, messages: Messages
) -> Iterator[Line]:
    issuer = inspection.issuer
    for name, text in (
        ("show-subject", inspection.subject.full),
        ("show-file", entry.file),
        ("show-type", messages.text(f"type-{inspection.type}")),
        ("show-state", messages.text(f"state-{state_of(inspection)}")),
        (
            "show-issuer",
            agency_name(issuer, catalogues, day_of(inspection)) if issuer else messages.text("show-unknown"),
        ),
    ):
        yield (f"{messages.text(name)}: ", Look.FAINT), text


def _section(title: str, lines: Iterable[str], messages: Messages) -> Iterator[Line]:
    found = list(lines)
    yield ("",)
    yield ((messages.text(title), Look.STRONG),)
    yield from ((f"  {line}",) for line in found or [messages.text("show-nothing")])


def _unit_lines(inspection: Inspection, catalogues: Catalogues, day: date | None) -> Iterator[str]:
    for unit in inspection.inspected_units:
        days = [short_date(session.date) for session in unit.sessions if session.date]
        yield _GAP.join([unit.id, agency_name(unit.agency, catalogues, day), ", ".join(days)]).rstrip()


def _figure_lines(loaded: Loaded, messages: Messages) -> Iterator[str]:
    for figure in loaded.inspection.figures:
        yield _GAP.join([figure.id, f"({figure.kind})", *_figure_notes(figure, messages)])
        yield from _quantity_lines(loaded.figures.quantities((figure.id,)), messages)
    try:
        ids = loaded.figures.ids(("all",))
    except BadReference:
        return
    if len(ids) > 1:
        yield f"all{_GAP}({messages.text('show-all-units')})"
        yield from _quantity_lines(loaded.figures.quantities(ids), messages)


def _figure_notes(figure: Figure, messages: Messages) -> Iterator[str]:
    yield from (text for text in (figure.unit, figure.name, figure.period) if text)
    if figure.as_of:
        yield messages.text("show-as-of", day=short_date(figure.as_of))


def _quantity_lines(found: Quantities, messages: Messages) -> Iterator[str]:
    width = max((len(path) for path in found), default=0)
    texts = {path: quantity_text(quantity, messages) for path, quantity in found.items()}
    numbers = max((len(text) for text in texts.values()), default=0)
    for path, text in texts.items():
        yield f"  {path.ljust(width)}{_GAP}{text.rjust(numbers)}{_GAP}{_share(path, found, messages)}".rstrip()


def quantity_text(quantity: Quantity, messages: Messages) -> str:
    """Return a figure as papers print it, or the word for unknown."""
    value = quantity.value
    if isinstance(value, int) and quantity.form is Form.COUNT:
        return count(value)
    return printed(quantity) or messages.text("show-unknown")


def _share(path: str, found: Quantities, messages: Messages) -> str:
    quantity = found[path]
    base = found.get(quantity.base)
    if quantity.share is not None:
        return messages.text("show-share-stated", share=percent(quantity.share), base=quantity.base)
    if base is None or path == quantity.base:
        return ""
    known = isinstance(quantity.value, int) and isinstance(base.value, int)
    share = percent_of(quantity.value, base.value) if known else None  # type: ignore[arg-type]
    return messages.text("show-share", share=share, base=quantity.base) if share else ""


def _recommendation(item: Recommendation, loaded: Loaded, catalogues: Catalogues, messages: Messages) -> str:
    inspection = loaded.inspection
    agencies = {unit.id: unit.agency for unit in inspection.inspected_units}
    day = day_of(inspection)
    owners = [agency_name(agencies.get(key, key), catalogues, day) for key in item.owners]
    owners += [item.owners_text] if item.owners_text else []
    said = f"{item.id}: {', '.join(owners)} – {deadline_text(item.deadline, messages)}"
    return f"{said} – {_plain(item.short or item.text, loaded, messages)}"


def _plain(text: str, loaded: Loaded, messages: Messages) -> str:
    """Return rich text with its figures put in; a citation stays as it was typed."""
    pieces = Speaker(loaded.figures, "", None).rich(text, "").pieces
    unknown = f"({messages.text('show-unknown')})"
    texts = [
        (unknown if p.blank else p.text) if isinstance(p, Run) else f"[[{(p.source or '').lstrip('=')}]]"
        for p in pieces
    ]
    return "".join(texts)


def deadline_text(deadline: Deadline | None, messages: Messages) -> str:
    """Return a deadline in a few words."""
    if deadline is None:
        return messages.text("deadline-missing")
    form = deadline.form
    day = {"before": deadline.before, "by": deadline.by, "immediately": deadline.report_before}.get(form)
    return messages.text(
        f"deadline-{form}",
        day=short_date(day) if day else "",
        count=deadline.within or 0,
        unit=deadline.unit,
        start=deadline.start,
        quarter=deadline.quarter or "",
    )


def _paper(paper: IssuedPaper) -> str:
    numbered = [text for text in (paper.number, short_date(paper.date) if paper.date else None) if text]
    return _GAP.join([paper.id, paper.kind, paper.stage, *numbered])


def show_value(entry: Entry, loaded: Loaded, catalogues: Catalogues) -> dict[str, Any]:
    """Return one inspection as data, with every computed quantity as an exact number in text."""
    figures = {
        figure.id: _quantity_values(loaded.figures.quantities((figure.id,)))
        for figure in loaded.inspection.figures
    }
    recommendations = [
        {
            "id": item.id,
            "owners": [*item.owners],
            "deadline": item.deadline.model_dump(mode="json", exclude_none=True) if item.deadline else None,
        }
        for item in loaded.inspection.recommendations
    ]
    return _entry_value(entry, catalogues) | {"figures": figures, "recommendations": recommendations}


def _quantity_values(found: Quantities) -> dict[str, Any]:
    """Return counts as numbers, rates in percent as text with a decimal point, unknown ones as null."""
    return {path: _number(quantity) for path, quantity in found.items()}


def _number(quantity: Quantity) -> int | str | None:
    if quantity.value is None or isinstance(quantity.value, int):
        return quantity.value
    return percent(quantity.value, whole_short=False).removesuffix("%").replace(".", "").replace(",", ".")
