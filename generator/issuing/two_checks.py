"""The two checks before the signature, of content and of form (NĐ 30/2020, Điều 12): of this very text.

They may still be made while the paper lies before the signer, as many offices do; so what is missing is told
when it is put there, and stands against the signature. Where checks are recorded elsewhere, an office sets
``two_checks = "told"``; one signature without them needs a reason, which stays in the journal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.issuing.states import CHECKS, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic, Refused
    from generator.issuing.at_hand import AtHand
    from generator.issuing.journal import Event

REQUIRED = "required"
"""The setting under which a signature without both checks needs a reason."""


def missing_checks(events: Iterable[Event], text: str) -> tuple[Step, ...]:
    """Return the checks that nobody made of the text with this hash, content first."""
    made = {event.step for event in events if event.text == text}
    return tuple(step for step in (Step.CONTENT, Step.FORMAT) if step in CHECKS - made)


def told_of_checks(hand: AtHand, events: Iterable[Event], text: str) -> tuple[Diagnostic, ...]:
    """Return a warning that names the checks of this text that are missing."""
    missing = missing_checks(events, text)
    if not missing:
        return ()
    (diagnostic,) = _unchecked(hand, missing).diagnostics
    return (replace(diagnostic, severity=Severity.WARNING),)


def refuse_unchecked(hand: AtHand, events: Iterable[Event], text: str, reason: str) -> tuple[Diagnostic, ...]:
    """Raise Refused for a signature of what was not checked twice; return the warning where that is allowed.

    It is allowed with a reason, and everywhere in an office whose settings say so.
    """
    missing = missing_checks(events, text)
    if missing and hand.project.settings.two_checks == REQUIRED and not reason.strip():
        raise _unchecked(hand, missing)
    return told_of_checks(hand, events, text)


def _unchecked(hand: AtHand, missing: tuple[Step, ...]) -> Refused:
    return hand.told("step-unchecked", missing=", ".join(missing))
