"""What a check answers: hits, nothing to look at, or not checked. The last is never counted as passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.diagnostics import Argument, Term

DataPath: TypeAlias = tuple[str | int, ...]
_NOTHING: Mapping[str, Argument] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken: the data path it stands at, and what fills the message.

    On a finished paper there is no data: the place is `paragraph`, its number in reading order.
    """

    path: DataPath
    arguments: Mapping[str, Argument] = field(default_factory=lambda: _NOTHING)
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The rule has nothing to look at here."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """The rule could not be asked; `reason` says why, as a term that is said in the reader's language."""

    reason: Term


Answer: TypeAlias = "list[Hit] | NotApplicable | NotChecked"

Look = TypeVar("Look")


def gathered(*tables: Mapping[str, Look]) -> Mapping[str, tuple[Look, ...]]:
    """Return several tables of checks as one, each rule with all that look for it."""
    found: dict[str, tuple[Look, ...]] = {}
    for table in tables:
        for rule, look in table.items():
            found[rule] = (*found.get(rule, ()), look)
    return found


def together(answers: Iterable[Answer]) -> Answer:
    """Return several answers to one rule as one: all hits; without any, "not checked" stays the answer.

    What one look has told another does not tell again in the same words.
    """
    given = list(answers)
    hits: list[Hit] = []
    for answer in given:
        if isinstance(answer, list):
            told = [hit.arguments for hit in hits]
            hits += [hit for hit in answer if not hit.arguments or hit.arguments not in told]
    unchecked = next((answer for answer in given if isinstance(answer, NotChecked)), None)
    if hits or unchecked is None:
        asked = any(isinstance(answer, list) for answer in given)
        return hits if asked else NotApplicable()
    return unchecked
