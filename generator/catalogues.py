"""The catalogues of a project as one value, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.names import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.model.catalogues import Agency, AgencyName, LegalAct, Person


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Danh mục dùng chung: agencies, people and legal acts by key; `words` are the office's own."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    legal_acts: Mapping[str, LegalAct] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    def entries(self) -> dict[str, list[Entry]]:
        """Return what can be named, by kind of key."""
        return {
            "agency": [Entry(key, _agency_names(agency)) for key, agency in self.agencies.items()],
            "person": [Entry(key, (person.name,)) for key, person in self.people.items()],
            "act": [
                Entry(key, tuple(name for name in (act.number, act.subject) if name))
                for key, act in self.legal_acts.items()
            ],
        }

    def name(self, agency: str, day: date | None) -> AgencyName:
        """Return the agency's name in use on `day`."""
        return self.agencies[agency].name_on(day)

    def head_of(self, agency: str) -> str | None:
        """Return the agency that a head (Chủ tịch UBND tỉnh) heads, None for an agency itself."""
        return self.agencies[agency].head_of


def _agency_names(agency: Agency) -> tuple[str, ...]:
    found = [name for entry in agency.names for name in (entry.full, entry.abbreviated) if name]
    return (*dict.fromkeys(found), *([agency.place_name] if agency.place_name else []))
