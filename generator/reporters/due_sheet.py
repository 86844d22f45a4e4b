"""What is due as a table of a workbook: one row a duty, days as numbers to sort by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import Align, Annex, Cell, Document, Head, Properties, Run, Signature, Table
from generator.follow_up.duties import Standing
from generator.reporters.due import duty_text, evidence_text, listed, standing_text, unit_name
from generator.reporters.showing import deadline_text
from generator.wording import short_date

if TYPE_CHECKING:
    from generator.document import Row
    from generator.follow_up.due import Due
    from generator.follow_up.duties import DueDuty
    from generator.messages import Messages

_WIDTHS = {
    "index": 4,
    "unit": 14,
    "inspection": 14,
    "recommendation": 7,
    "text": 34,
    "deadline": 16,
    "last-day": 9,
    "late": 7,
    "left": 7,
    "standing": 14,
    "state": 13,
    "as-of": 9,
    "evidence": 30,
}
_NUMBERS = frozenset({"index", "late", "left"})


def due_sheet(due: Due, messages: Messages, *, everything: bool) -> Document:
    """Return a document whose only table says what the terminal says."""
    title = messages.text("due-title", day=short_date(due.day))
    table = Table(
        "",  # the lines above it say what it is
        tuple(float(width) for width in _WIDTHS.values()),
        (tuple(Cell((Run(messages.text(f"due-column-{name}")),), Align.CENTER) for name in _WIDTHS),),
        _rows(due, messages, everything=everything),
    )
    return Document(
        head=Head((), (), (), ()),
        kind=title,
        subject=(),
        body=(),
        recipients=(),
        signatures=(Signature((), ()),),
        annexes=(Annex("due", messages.text("due-sheet"), title, (), (table,)),),
        properties=Properties(title, "", "due"),
    )


def _rows(due: Due, messages: Messages, *, everything: bool) -> tuple[Row, ...]:
    rows: list[Row] = []
    for unit in due.units:
        for duty in listed(unit, everything=everything):
            first = {"index": str(len(rows) + 1), "unit": unit_name(unit, due, messages)}
            rows.append(_row(first | _cells(duty, messages)))
    return tuple(rows)


def _row(cells: dict[str, str]) -> Row:
    return tuple(
        Cell((Run(text),) if text else (), Align.RIGHT if name in _NUMBERS else Align.LEFT)
        for name, text in ((name, cells[name]) for name in _WIDTHS)
    )


def _cells(duty: DueDuty, messages: Messages) -> dict[str, str]:
    known = duty.limit.left is not None and duty.standing in (Standing.OVERDUE, Standing.SOON, Standing.LATER)
    left = duty.limit.left or 0
    progress = duty.progress
    return {
        "inspection": duty.loaded.inspection.id,
        "recommendation": duty.item.id,
        "text": duty_text(duty, messages),
        "deadline": deadline_text(duty.item.deadline, messages),
        "last-day": short_date(duty.limit.last_day) if duty.limit.last_day else "",
        "late": str(-left) if known and left < 0 else "",
        "left": str(left) if known and left >= 0 else "",
        "standing": standing_text(duty, messages),
        "state": messages.text(f"progress-{progress.status}" if progress else "due-not-reported"),
        "as-of": short_date(progress.as_of) if progress else "",
        "evidence": evidence_text(duty, messages),
    }
