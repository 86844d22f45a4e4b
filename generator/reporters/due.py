"""What is due, by unit: on the terminal, as data, and as the cells of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.follow_up.duties import SOON, Standing
from generator.reporters.listing import agency_name
from generator.reporters.screen import Line, Look
from generator.reporters.showing import deadline_text, deadline_value, plain_text
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.follow_up.due import Due, UnitDuties
    from generator.follow_up.duties import DueDuty
    from generator.messages import Messages

_LOOKS = {
    Standing.OVERDUE: Look.ERROR,
    Standing.SOON: Look.WARNING,
    Standing.DONE: Look.GOOD,
    Standing.UNKNOWN: Look.NOTE,
}


def due_lines(due: Due, messages: Messages, *, everything: bool) -> Iterator[Line]:
    """Yield the duties by unit, what presses most first; those done only when `everything` is asked for."""
    yield ((messages.text("due-title", day=short_date(due.day)), Look.STRONG),)
    for unit in due.units:
        shown = listed(unit, everything=everything)
        if shown:
            yield ("",)
            yield ((unit_name(unit, due, messages), Look.STRONG),)
            for duty in shown:
                yield from _duty_lines(duty, messages)
    yield ("",)
    yield (_closing(due, messages),)
    if due.press:
        yield (messages.text("due-press", count=due.press),)


def listed(unit: UnitDuties, *, everything: bool) -> list[DueDuty]:
    """Return the duties of a unit that are shown."""
    return [duty for duty in unit.duties if everything or duty.standing is not Standing.DONE]


def unit_name(unit: UnitDuties, due: Due, messages: Messages) -> str:
    """Return what the unit is called on the day."""
    if unit.agency:
        return agency_name(unit.agency, due.catalogues, due.day)
    return unit.words or messages.text("due-nobody")


def _duty_lines(duty: DueDuty, messages: Messages) -> Iterator[Line]:
    look = _LOOKS.get(duty.standing, Look.PLAIN)
    where = f"{duty.loaded.inspection.id} {duty.item.id}"
    deadline = deadline_text(duty.item.deadline, messages)
    yield "  ", (standing_text(duty, messages), look), (f" – {where} – {deadline}", Look.FAINT)
    yield (f"    {duty_text(duty, messages)}",)
    yield (f"    {state_text(duty, messages)}",)


def standing_text(duty: DueDuty, messages: Messages) -> str:
    """Return "quá hạn 17 ngày", "còn 3 ngày", or why the end is not known."""
    if duty.unknown is not None:
        return messages.text(f"due-unknown-{duty.unknown}")
    left = duty.limit.left or 0
    if duty.standing is Standing.SOON and left == 0:
        return messages.text("due-today")
    return messages.text(f"due-{duty.standing}", count=abs(left))


def duty_text(duty: DueDuty, messages: Messages) -> str:
    """Return what is to be done, short if there is a short text."""
    typed = duty.item.short or duty.item.text
    return plain_text(typed, duty.loaded, messages, deadline_text(duty.item.deadline, messages))


def state_text(duty: DueDuty, messages: Messages) -> str:
    """Return how far it is, up to which day, and the evidence."""
    if duty.progress is None:
        return messages.text("due-not-reported")
    day = short_date(duty.progress.as_of)
    said = messages.text("due-state", state=messages.text(f"progress-{duty.progress.status}"), day=day)
    evidence = evidence_text(duty, messages)
    return f"{said}: {evidence}" if evidence else said


def evidence_text(duty: DueDuty, messages: Messages) -> str:
    """Return the evidence of the last state, "" when there is none."""
    evidence = duty.progress.evidence if duty.progress else None
    return plain_text(evidence, duty.loaded, messages) if evidence else ""


def _closing(due: Due, messages: Messages) -> str:
    counts = [(standing, due.count(standing)) for standing in Standing]
    said = [messages.text(f"due-count-{standing}", count=count) for standing, count in counts if count]
    return f"{', '.join(said)}." if said else messages.text("due-empty")


def due_value(due: Due, messages: Messages) -> dict[str, Any]:
    """Return everything as data, the done included: days as 2026-07-16, names of states that stay."""
    return {
        "as_of": due.day.isoformat(),
        "soon": list(SOON),
        "counts": {standing.value: due.count(standing) for standing in Standing},
        "press_left_out": due.press,
        "units": [
            {
                "agency": unit.agency or None,
                "name": unit_name(unit, due, messages),
                "duties": [_duty_value(duty, messages) for duty in unit.duties],
            }
            for unit in due.units
        ],
    }


def _duty_value(duty: DueDuty, messages: Messages) -> dict[str, Any]:
    progress = duty.progress
    return {
        "inspection": duty.loaded.inspection.id,
        "file": duty.loaded.source.file,
        "recommendation": duty.item.id,
        "number": duty.number,
        "owner": duty.owner or None,
        "text": duty_text(duty, messages),
        "deadline": deadline_value(duty.item.deadline),
        "issued": duty.limit.issued.isoformat() if duty.limit.issued else None,
        "last_day": duty.limit.last_day.isoformat() if duty.limit.last_day else None,
        "days_left": duty.limit.left,
        "standing": duty.standing.value,
        "within": duty.within,
        "unknown": duty.unknown.value if duty.unknown else None,
        "status": progress.status if progress else None,
        "status_as_of": progress.as_of.isoformat() if progress else None,
        "evidence": evidence_text(duty, messages) or None,
    }
