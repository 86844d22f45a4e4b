"""What happened to a paper, step by step: when, which step, who in which post, and why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogues.entries import Catalogues
    from generator.issuing.journal import Event
    from generator.messages import Messages


def history_lines(events: Iterable[Event], catalogues: Catalogues, messages: Messages) -> Iterator[str]:
    """Yield one line a step, in their order: "18/5/2026 09:00  trả lại – Nguyễn Văn A, ... : lý do"."""
    for event in events:
        at = datetime.fromisoformat(event.at)
        told = messages.text(
            "show-step",
            step=messages.text(f"step-{event.step}"),
            who=_who(event.by, at, catalogues),
            other=event.other,
            reason=event.reason,
        )
        yield f"{short_date(at.date())} {at:%H:%M}  {told}"


def _who(key: str, at: datetime, catalogues: Catalogues) -> str:
    """Return name and main post of that day; the key of a person no catalogue has any more."""
    person = catalogues.people.get(key)
    if person is None:
        return key
    posts = person.held_on(at.date())
    return ", ".join([person.name, *(held.post for held in posts[:1])])


def history_value(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Return the steps as data: names of the command line, ISO 8601, keys of persons."""
    return [
        {"step": event.step.value, "at": event.at, "by": event.by}
        | {name: value for name, value in (("reason", event.reason), ("other", event.other)) if value}
        for event in events
    ]
