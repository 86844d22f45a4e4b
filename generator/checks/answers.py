"""What a check answers: hits, nothing to look at, or not checked. The last is never counted as passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Argument, Diagnostic

DataPath: TypeAlias = tuple[str | int, ...]
_NOTHING: Mapping[str, Argument] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken: the data path it stands at, and what fills the message."""

    path: DataPath
    arguments: Mapping[str, Argument] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The rule has nothing to look at here."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """The rule could not be asked; `reason` says why."""

    reason: str


Answer: TypeAlias = "list[Hit] | NotApplicable | NotChecked"


class Outcome(StrEnum):
    """What became of a rule."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not-applicable"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule asked of one paper."""

    rule: str
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()
