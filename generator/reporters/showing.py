"""One inspection in full: its units, every computed figure, deadlines, papers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from generator.compose.pieces import Mention, Said
from generator.compose.said_by import Speaker, printed
from generator.document import Run
from generator.model.figures import Form, Quantity
from generator.model.references import BadReference
from generator.reporters.history import history_lines, history_value
from generator.reporters.listing import agency_name, day_of, entry_value, state_of, unit_names
from generator.reporters.screen import Line, Look
from generator.reporters.standing import standing_text
from generator.wording import count, percent, percent_of, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogues.entries import Catalogues
    from generator.compose.pieces import Piece
    from generator.issuing.journal import Journal
    from generator.load import Loaded
    from generator.messages import Messages
    from generator.model.figures import Figure, Quantities
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper
    from generator.model.recommendations import Deadline, Recommendation
    from generator.overview import Entry

_GAP = "  "


def show_lines(
    entry: Entry, loaded: Loaded, catalogues: Catalogues, journal: Journal, messages: Messages
) -> Iterator[Line]:
    """Yield one inspection in full, without its diagnostics."""
    inspection = loaded.inspection
    day = day_of(inspection)
    yield ((inspection.id, Look.STRONG),)
    yield from _facts(entry, inspection, catalogues, journal, messages)
    if loaded.covered:
        yield from _section("show-covers", _covered_lines(loaded, catalogues), messages)
    else:
        yield from _section("show-units", _unit_lines(inspection, catalogues, day), messages)
    yield from _section("show-figures", _figure_lines(loaded, messages), messages)
    recommendations = (
        _recommendation(item, loaded, catalogues, messages) for item in inspection.recommendations
    )
    yield from _section("show-recommendations", recommendations, messages)
    papers = (
        line
        for paper in inspection.documents
        for line in _paper_lines(paper, inspection, catalogues, journal, messages)
    )
    yield from _section("show-papers", papers, messages)


def _facts(
    entry: Entry, inspection: Inspection, catalogues: Catalogues, journal: Journal, messages: Messages
) -> Iterator[Line]:
    issuer = inspection.issuer
    for name, text in (
        ("show-subject", inspection.subject.full),
        ("show-file", entry.file),
        ("show-type", messages.text(f"type-{inspection.type}")),
        ("show-state", messages.text(f"state-{state_of(inspection, journal)}")),
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


def _covered_lines(loaded: Loaded, catalogues: Catalogues) -> Iterator[str]:
    for one in loaded.covered:
        units = ", ".join(unit_names(one.inspection, catalogues))
        year = str(one.inspection.year) if one.inspection.year else "-"
        yield _GAP.join([one.inspection.id, year, units, one.source.file])


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
        cells = (path.ljust(width), text.rjust(numbers), _share(path, found, messages))
        yield f"  {_GAP.join(cells)}".rstrip()


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
    return f"{said} – {plain_text(item.short or item.text, loaded, messages)}"


def plain_text(text: str, loaded: Loaded, messages: Messages, deadline: str = "") -> str:
    """Return rich text with its figures and the deadline put in; a citation stays as it was typed."""
    limit = Said([Run(deadline)]) if deadline else None
    pieces = Speaker(loaded.figures, "", None).rich(text, "", limit).pieces
    unknown = f"({messages.text('show-unknown')})"
    return "".join(_shown(piece, unknown) for piece in pieces)


def _shown(piece: Piece, unknown: str) -> str:
    if isinstance(piece, Run):
        return unknown if piece.blank else piece.text
    if isinstance(piece, Mention):
        return piece.agency
    return f"[[{(piece.source or '').lstrip('=')}]]"


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


def _paper_lines(
    paper: IssuedPaper, inspection: Inspection, catalogues: Catalogues, journal: Journal, messages: Messages
) -> Iterator[str]:
    """Yield where a paper stands, then below it the way it went."""
    yield _paper(paper, inspection, journal, messages)
    for line in history_lines(journal.of(inspection.id, paper.id), catalogues, messages):
        yield f"{_GAP}{line}"


def _paper(paper: IssuedPaper, inspection: Inspection, journal: Journal, messages: Messages) -> str:
    stands = standing_text(paper, inspection, journal, messages)
    if journal.is_issued(inspection.id, paper.id):
        return _GAP.join([paper.id, paper.kind, stands])
    numbered = [text for text in (paper.number, short_date(paper.date) if paper.date else None) if text]
    return _GAP.join([paper.id, paper.kind, paper.stage, stands, *numbered])


def show_value(entry: Entry, loaded: Loaded, catalogues: Catalogues, journal: Journal) -> dict[str, Any]:
    """Return one inspection as data, with every computed quantity as an exact number in text.

    Each paper has its history: step, time and person of each line of the journal.
    """
    figures = {
        figure.id: _quantity_values(loaded.figures.quantities((figure.id,)))
        for figure in loaded.inspection.figures
    }
    recommendations = [
        {
            "id": item.id,
            "owners": [*item.owners],
            "deadline": deadline_value(item.deadline),
        }
        for item in loaded.inspection.recommendations
    ]
    value = entry_value(entry, catalogues, journal)
    papers = [
        paper | {"history": history_value(journal.of(loaded.inspection.id, paper["id"]))}
        for paper in value["papers"]
    ]
    return value | {"papers": papers, "figures": figures, "recommendations": recommendations}


def deadline_value(deadline: Deadline | None) -> dict[str, Any] | None:
    """Return the fields of a deadline that were typed, its days as 2026-06-05."""
    if deadline is None:
        return None
    given = deadline.model_dump(exclude_unset=True, by_alias=True)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in given.items()}


def _quantity_values(found: Quantities) -> dict[str, Any]:
    """Return counts as numbers, rates in percent as text with a decimal point, unknown ones as null."""
    return {path: _number(quantity) for path, quantity in found.items()}


def _number(quantity: Quantity) -> int | str | None:
    if quantity.value is None or isinstance(quantity.value, int):
        return quantity.value
    return percent(quantity.value, whole_short=False).removesuffix("%").replace(".", "").replace(",", ".")
