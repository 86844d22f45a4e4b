"""Danh mục dùng chung: what several inspections share and name by a key."""

from __future__ import annotations

from generator.model.agencies import (
    Agency,
    AgencyFile,
    AgencyKind,
    AgencyKindFile,
    AgencyName,
    Leaders,
    Level,
    LevelFile,
)
from generator.model.legal_acts import LegalAct, LegalActFile
from generator.model.people import HeldPost, Person, PersonFile

__all__ = [
    "Agency",
    "AgencyFile",
    "AgencyKind",
    "AgencyKindFile",
    "AgencyName",
    "HeldPost",
    "Leaders",
    "LegalAct",
    "LegalActFile",
    "Level",
    "LevelFile",
    "Person",
    "PersonFile",
]
