"""Whether a composed paper could be signed: gaps and reminders left in it, prose left out of it."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from generator.compose.summing import SUMMED
from generator.diagnostics import Diagnostic, Severity
from generator.document import block_runs
from generator.model.inspection import Inspection
from generator.model.meanings import meaning
from generator.model.rich_fields import rich_texts
from generator.rich_text import rich_spans, typed_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compose.order import Order
    from generator.diagnostics import Place
    from generator.document import Document

_REMINDERS = ("TODO", "???", "XXX")


def missing(order: Order, document: Document) -> Iterator[Diagnostic]:
    """Yield every gap and reminder: a note on a draft, an error on a printing for signature.

    A number and a day that are not given yet are no gaps (Điều 15: they follow the signature). Of a
    press reconstruction nothing is told: it stays a draft for ever.
    """
    severity = Severity.NOTE if order.is_draft else Severity.ERROR
    if order.is_draft and order.is_press:
        return
    told: set[str] = set()
    for run in document.runs():
        source = run.source or ""
        if run.blank and source not in told:
            told.add(source)
            code = "covers-blank" if _is_summed(order, source) else "paper-blank"
            yield Diagnostic(code, _place(order, source), severity, _field(order, source))
        if any(reminder in run.text for reminder in _REMINDERS):
            yield Diagnostic("paper-todo", _place(order, source), severity, {"text": run.text[:80]})


def unprinted(order: Order, document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each prose the kind should print (``prints`` in its data) that is nowhere in it."""
    printed = {run.source for run in document.runs()}
    for path, text in rich_texts(order.inspection):
        source = ".".join(str(part) for part in typed_at(text, path))
        wanted = any(fnmatchcase(source, pattern) for pattern in _prints(order))
        wanted = wanted and not _of_another_unit(order, path)
        if wanted and source not in printed and any(span.text.strip() for span in rich_spans(text)):
            place = order.loaded.source.place(path)
            yield Diagnostic(
                "value-not-printed", place, Severity.WARNING, {"text": text[:80], **_field(order, source)}
            )


def _prints(order: Order) -> tuple[str, ...]:
    """Return the paths of what has to be printed: what the kind names, and the paper's own fields."""
    return (*order.kind.data.prints, f"{order.path}.fields.*")


def _of_another_unit(order: Order, path: tuple[str | int, ...]) -> bool:
    """Return whether a text belongs to a unit that the paper is not about."""
    if order.unit is None or path[0] != "inspected_units":
        return False
    return order.inspection.inspected_units[int(path[1])].id != order.unit


def unmentioned(order: Order, document: Document) -> Iterator[Diagnostic]:
    """Yield an error for each annex that the body does not refer to (PL I, III.1a)."""
    body = "".join(run.text for block in document.body for run in block_runs(block)).replace("\u00a0", " ")
    for annex in document.annexes:
        if annex.label not in body:
            place = order.loaded.source.place(())
            severity = Severity.WARNING if order.is_draft else Severity.ERROR
            yield Diagnostic("annex-not-mentioned", place, severity, {"label": annex.label, "id": annex.id})


def data_path(source: str) -> tuple[str | int, ...]:
    """Return where in the data a printed value comes from: ``documents.0.issuer``."""
    return tuple(int(part) if part.isdigit() else part for part in source.split("."))


def _place(order: Order, source: str) -> Place:
    """Return where the gap is filled: its field, or for a computed figure the figures."""
    computed = ("covers",) if _is_summed(order, source) else ("figures",)
    path = computed if source.startswith("=") else data_path(source)
    return order.loaded.source.place(path)


def _is_summed(order: Order, source: str) -> bool:
    """Return whether a summary takes the value from the inspections it covers."""
    return bool(order.loaded.covered) and source.startswith(SUMMED)


def _field(order: Order, source: str) -> dict[str, str | int]:
    """Return how messages name the gap: its data path as a person counts (from 1), and what it means."""
    if source.startswith(SUMMED):
        return {"field": source.removeprefix(SUMMED), "meaning": ""}
    if source.startswith("="):
        return {"field": f"[[{source[1:]}]]", "meaning": ""}
    path = data_path(source)
    shown = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    own = order.kind.data.fields.get(str(path[-1])) if source.startswith(f"{order.path}.fields.") else None
    return {"field": shown, "meaning": own.label if own else meaning(Inspection, path)}
