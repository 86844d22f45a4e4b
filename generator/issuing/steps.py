"""The steps a person takes with a paper before it is issued: each leaves a line in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.issuing.at_hand import known_person, paper_at_hand
from generator.issuing.journal import Event
from generator.issuing.printed import text_hash
from generator.issuing.review import refuse_unfit_correction
from generator.issuing.states import CHECKS, WITH_REASON, Step, may_follow
from generator.issuing.store import held
from generator.issuing.two_checks import refuse_unchecked, told_of_checks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from generator.diagnostics import Diagnostic
    from generator.issuing.at_hand import AtHand
    from generator.issuing.journal import Journal
    from generator.project import Project


@dataclass(frozen=True, slots=True)
class AskedStep:
    """A step of one paper: who takes it, when, and why."""

    inspection: str
    paper: str
    step: Step
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken, and what was said on the way."""

    event: Event
    told: tuple[Diagnostic, ...] = ()


def take_step(project: Project, asked: AskedStep) -> Taken:
    """Take one step and write it down; Refused when it cannot be the next one, and nothing is written.

    What is confirmed, submitted or signed has neither blanks nor errors; what is signed had both checks of
    Điều 12, or a reason is kept. The signature is for the text that
    was submitted: a draft changed since goes back to whoever approves it (NĐ 30/2020, Điều 11 khoản 2).
    """
    with held(project) as store:
        hand = paper_at_hand(project, asked.inspection, asked.paper)
        known_person(hand.catalogues, asked.by)
        refuse_step_out_of_turn(hand, store.journal, asked.step)
        if asked.step in WITH_REASON and not asked.reason.strip():
            raise hand.told("step-without-reason", step=asked.step.value)
        text, told = _confirmed(hand, store.journal, asked)
        event = Event(
            asked.at.isoformat(timespec="seconds"),
            asked.by,
            *hand.name,
            asked.step,
            asked.reason.strip(),
            text,
        )
        store.note([event])
        return Taken(event, (*store.told, *told))


def refuse_step_out_of_turn(hand: AtHand, journal: Journal, step: Step) -> None:
    """Raise Refused when the paper stands where this step does not follow."""
    state = journal.state(*hand.name)
    if step not in may_follow(state):
        following = ", ".join(sorted(may_follow(state)))
        raise hand.told(
            "step-out-of-turn", step=step.value, state=state.value if state else "du-thao", next=following
        )


def _confirmed(hand: AtHand, journal: Journal, asked: AskedStep) -> tuple[str, Sequence[Diagnostic]]:
    """Return the hash of the text that the step is about, "" for a step about none."""
    if asked.step not in CHECKS | {Step.SUBMITTED, Step.SIGNED}:
        return "", ()
    refuse_unfit_correction(hand, journal)
    document, told = hand.for_signature()
    text = text_hash(document)
    events = journal.of(*hand.name)
    if asked.step in CHECKS:
        _refuse_one_for_both(hand, events, asked, text)
    if asked.step is Step.SUBMITTED:
        told = (*told, *told_of_checks(hand, events, text))
    if asked.step is Step.SIGNED:
        refuse_changed(hand, events, Step.SUBMITTED, text)
        signer = hand.paper.signer.person
        if signer and asked.by != signer:
            raise hand.told("step-not-signer", "signer", by=asked.by, signer=signer)
        told = (*told, *refuse_unchecked(hand, events, text, asked.reason))
    return text, told


def _refuse_one_for_both(hand: AtHand, events: Sequence[Event], asked: AskedStep, text: str) -> None:
    """Content and form are two people's duty (NĐ 30/2020, Điều 12)."""
    (other,) = CHECKS - {asked.step}
    if any(event.step is other and event.text == text and event.by == asked.by for event in events):
        raise hand.told("step-same-person", by=asked.by, other=other.value)


def refuse_changed(hand: AtHand, events: Sequence[Event], since: Step, text: str) -> None:
    """Raise Refused when the paper says something else than at the last step `since`."""
    last = next(event for event in reversed(events) if event.step is since)
    if last.text != text:
        raise hand.told("step-text-changed", step=since.value, day=last.at[:10])
