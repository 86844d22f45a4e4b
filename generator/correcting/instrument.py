"""Which instrument mends an issued paper (NĐ 30/2020, Điều 18 khoản 3 và 4).

Told by the fields that differ, not by characters: "Phụ lục 2" is form though it has a digit, a date of a
duty is content though it has nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.differences.values import Nature
from generator.issuing.states import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.differences.values import Differences, SentenceChange
    from generator.issuing.journal import Event

_OF_FORM = frozenset({Nature.FORM, Nature.RECORD})
_MUCH = 0.5  # beyond this share of the clauses a paper is replaced rather than amended


@dataclass(frozen=True, slots=True)
class Proposal:
    """An instrument and why: the name of a text of the messages, and what changes that decides it."""

    instrument: Step
    why: str
    because: tuple[SentenceChange, ...] = ()


def proposed(differences: Differences, clauses: int, events: Sequence[Event]) -> Proposal | None:
    """Return the instrument for what differs in one paper; None when nothing printed differs.

    `clauses` is how many places the issued paper has; `events` are those of its journal.
    """
    changed = [sentence for paper in differences.papers for sentence in paper.sentences]
    if not changed:
        return None
    content = tuple(sentence for sentence in changed if sentence.nature not in _OF_FORM)
    if not content:
        return Proposal(Step.CORRECTED, "because-form", tuple(changed))
    if any(event.step is Step.AMENDED for event in events):
        return Proposal(Step.REPLACED, "because-again", content)
    if len({sentence.where for sentence in content}) > _MUCH * clauses:
        return Proposal(Step.REPLACED, "because-much", content)
    return Proposal(Step.AMENDED, "because-content", content)
