"""Where each paper stands, in words: dự thảo, trình ký, đã ký, đã phát hành số ..., đã đính chính bởi ...

Told by the journal; a paper without a line in it is a draft, printed for signature or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.issuing.states import AFTER_ISSUE, Step, state_after
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.issuing.journal import Event, Journal
    from generator.messages import Messages
    from generator.model.inspection import Inspection
    from generator.model.issued_papers import IssuedPaper

_DRAFT = "du-thao"


def standing_text(paper: IssuedPaper, inspection: Inspection, journal: Journal, messages: Messages) -> str:
    """Return where a paper stands, what other papers did to it among it."""
    events = journal.of(inspection.id, paper.id)
    state = state_after(events)
    if state not in AFTER_ISSUE:
        return messages.text(f"step-{state}" if state else "state-draft")
    day = short_date(paper.date) if paper.date else ""
    told = [messages.text("standing-issued", number=paper.number or "", day=day)]
    told += [_done(event, inspection, messages) for event in events if event.other]
    return "; ".join(told)


def _done(event: Event, inspection: Inspection, messages: Messages) -> str:
    named = {f"{inspection.id}/{one.id}": _name(one) for one in inspection.documents}
    step = messages.text(f"step-{event.step}")
    return messages.text("standing-by", step=step, name=named.get(event.other, event.other))


def _name(paper: IssuedPaper) -> str:
    """Return "45/TB-UBND (18/5/2026)" as far as it is typed; the id of a paper without a number."""
    day = f" ({short_date(paper.date)})" if paper.date else ""
    return f"{paper.number or paper.id}{day}"


def standing_value(paper: IssuedPaper, inspection: Inspection, journal: Journal) -> dict[str, Any]:
    """Return the state of a paper by its name on the command line, with the papers on both ends of a link."""
    events = journal.of(inspection.id, paper.id)
    value: dict[str, Any] = {"state": state_after(events) or _DRAFT, "number": paper.number}
    value["date"] = paper.date.isoformat() if paper.date else None
    links = [{"as": event.step.value, "paper": event.other} for event in events if event.other]
    if links:
        value["done_by"] = links
    if paper.corrects is not None:
        corrected = f"{inspection.id}/{paper.corrects.paper}"
        value["corrects"] = {"as": paper.corrects.instrument, "paper": corrected}
    return value


def furthest(inspection: Inspection, journal: Journal) -> str:
    """Return where the papers of an inspection stand together: the name of a text ``state-...``.

    "state-issued" when all are, "state-part-issued" when some are, else the furthest of the others.
    """
    states = list(_states(inspection, journal))
    issued = [state in AFTER_ISSUE for state in states]
    if any(issued):
        return "issued" if all(issued) else "part-issued"
    for state in (Step.SIGNED, Step.SUBMITTED, Step.RETURNED):
        if state in states:
            return state.value
    return ""


def _states(inspection: Inspection, journal: Journal) -> Iterator[Step | None]:
    yield from (journal.state(inspection.id, paper.id) for paper in inspection.documents)
