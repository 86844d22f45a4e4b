"""One thing found in running text, by the rule it breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Argument

_NOTHING: Mapping[str, Argument] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ProseHit:
    """`rule` is broken by the characters `start` to `end` (end not included) of a text."""

    rule: str
    start: int
    end: int
    arguments: Mapping[str, Argument] = field(default_factory=lambda: _NOTHING)
