"""What is due as a calendar file (.ics, RFC 5545): one all-day event on the last day of each open duty."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.follow_up.duties import Standing
from generator.messages import visible
from generator.reporters.due import duty_text, state_text, unit_name
from generator.reporters.showing import deadline_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.follow_up.due import Due, UnitDuties
    from generator.follow_up.duties import DueDuty
    from generator.messages import Messages

_LONGEST = 75  # octets of a line (RFC 5545, 3.1)
_OPEN = frozenset({Standing.OVERDUE, Standing.SOON, Standing.LATER})


def due_calendar(due: Due, messages: Messages) -> bytes:
    """Return the file; what is done, standing, or without a known end has no day to stand on."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ketluan//due//VI", "CALSCALE:GREGORIAN"]
    for unit in due.units:
        for duty in unit.duties:
            if duty.standing in _OPEN and duty.limit.last_day is not None:
                lines += _event(duty, duty.limit.last_day, _said(duty, unit, due, messages), due.day)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _said(duty: DueDuty, unit: UnitDuties, due: Due, messages: Messages) -> tuple[str, str]:
    """Return the title of an event and what stands in it."""
    told = (deadline_text(duty.item.deadline, messages), state_text(duty, messages))
    where = f"{duty.loaded.inspection.id} {duty.item.id}"
    title = f"{unit_name(unit, due, messages)}: {duty_text(duty, messages)}"
    return title, "\n".join((where, *told))


def _event(duty: DueDuty, day: date, said: tuple[str, str], as_of: date) -> Iterator[str]:
    """Yield one event; its name stays, so that a later file replaces it."""
    whose = duty.owner or "nhom"
    title, text = said
    yield "BEGIN:VEVENT"
    yield f"UID:{duty.loaded.inspection.id}.{duty.item.id}.{whose}@ketluan"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(text)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Return text as a value: nothing typed can end its line or begin another field."""
    lines = (visible(line) for line in text.split("\n"))
    return "\\n".join(re.sub(r"([\\;,])", r"\\\1", line) for line in lines)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, none cut within a character; later ones indented."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
