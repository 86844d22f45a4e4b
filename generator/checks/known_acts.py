"""What the checks know of legal acts themselves, as data: which have ended, what their days are.

The data stands in ``known-acts.yaml`` with its mark `verified`; an office's catalogue goes first.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Annotated

from generator.model.fields import Day, Flag, OneOf, Record, Text, Texts
from generator.validation import validated
from generator.yaml_source import parse_source


class TimeLimit(Record):
    """Which days a clause counts in; without `clause` all periods of the act."""

    clause: Text | None = None
    unit: Annotated[str, OneOf(ngay="ngày", ngay_lam_viec="ngày làm việc")]


class KnownAct(Record):
    """One act by its number; laws are also cited by `names` alone."""

    number: Text
    names: Texts = ()
    ended: Day | None = None
    replaced_by: Text | None = None
    time_limits: tuple[TimeLimit, ...] = ()
    verified: Flag


class ActFile(Record):
    """``known-acts.yaml``."""

    acts: tuple[KnownAct, ...]


@lru_cache(maxsize=1)
def known_acts() -> tuple[KnownAct, ...]:
    """Return the acts the program knows."""
    text = (files(__package__) / "known-acts.yaml").read_text(encoding="utf-8")
    return validated(ActFile, parse_source(text, "known-acts.yaml"), None).acts
