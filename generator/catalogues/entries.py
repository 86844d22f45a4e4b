"""The catalogues of a project as one value, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.calendar import Calendar
from generator.model.dated import day_before, holding
from generator.model.names import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.model.agencies import Agency, AgencyKind, AgencyName, Leaders, Level
    from generator.model.legal_acts import LegalAct
    from generator.model.people import Person
    from generator.model.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Danh mục dùng chung: agencies with their kinds and levels, people, legal acts and phrases by key.

    Every key that an entry names is there, and nothing is its own superior: the loading saw to it.
    `words` are the office's own, for the spelling; `calendar` tells its working days.
    """

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    legal_acts: Mapping[str, LegalAct] = field(default_factory=dict)
    kinds: Mapping[str, AgencyKind] = field(default_factory=dict)
    levels: Mapping[str, Level] = field(default_factory=dict)
    unofficial_posts: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)

    def entries(self) -> dict[str, list[Entry]]:
        """Return what can be named, by kind of key."""
        return {
            "agency": [Entry(key, self._agency_names(agency)) for key, agency in self.agencies.items()],
            "person": [Entry(key, (person.name,)) for key, person in self.people.items()],
            "act": [
                Entry(key, tuple(name for name in (act.number, act.subject) if name))
                for key, act in self.legal_acts.items()
            ],
            "phrase": [Entry(key, (phrase.title,)) for key, phrase in self.phrases.items()],
        }

    def _agency_names(self, agency: Agency) -> tuple[str, ...]:
        """Return what an agency may be called; by its place alone only the one that governs it."""
        found = [name for entry in agency.names for name in (entry.full, entry.abbreviated) if name]
        governs = self.kinds[agency.kind].level is not None
        return (*dict.fromkeys(found), *([agency.place_name] if agency.place_name and governs else []))

    # --- names and bodies ---------------------------------------------------------------------------

    def name(self, agency: str, day: date | None) -> AgencyName:
        """Return the agency's name in use on `day`."""
        return self.agencies[agency].name_on(day)

    def kind(self, agency: str) -> AgencyKind:
        """Return what sort of body an agency is."""
        return self.kinds[self.agencies[agency].kind]

    def head_of(self, agency: str) -> str | None:
        """Return the agency that a head (Chủ tịch UBND tỉnh) heads, None for an agency itself."""
        return self.agencies[agency].head_of

    def body(self, agency: str, day: date | None = None) -> str:
        """Return the body whose name and symbol an agency's papers carry: of Chủ tịch UBND, the UBND."""
        headed = self.head_of(agency)
        if headed is None and self.kind(agency).part_of_superior:
            headed = self.superior(agency, day)
        return self.body(headed, day) if headed else agency

    def superior(self, agency: str, day: date | None) -> str | None:
        """Return cơ quan cấp trên trực tiếp on `day`."""
        return self.name(agency, day).superior or self.agencies[agency].superior

    def superiors(self, agency: str, day: date | None) -> Iterator[str]:
        """Yield every superior body, the nearest first."""
        above = self.superior(self.body(agency, day), day)
        while above is not None:
            above = self.body(above, day)
            yield above
            above = self.superior(above, day)

    def level(self, agency: str, day: date | None) -> Level | None:
        """Return the administrative level of an agency: its own, of its kind, or of its superior."""
        entry = self.agencies[self.body(agency, day)]
        key = entry.level or self.kinds[entry.kind].level
        if key is not None:
            return self.levels[key]
        above = self.superior(entry.id, day)
        return self.level(above, day) if above else None

    def noun(self, agency: str, day: date | None) -> str:
        """Return the common noun for several of a kind: "xã", "sở"; "" when there is none."""
        level = self.level(agency, day)
        return self.kind(agency).noun or (level.noun if level else None) or ""

    def leaders(self, agency: str, day: date | None) -> Leaders | None:
        """Return the posts at the head of an agency on `day`; None when they are not known."""
        body = self.body(agency, day)
        own = holding(self.agencies[agency].leaders, day) or holding(self.agencies[body].leaders, day)
        return own or holding(self.kind(body).leaders, day)

    def number_series(self, agency: str, day: date | None = None) -> str:
        """Return whose numbers an agency's papers take: a Đoàn using a seal has its own (PL I, II.3a)."""
        body = self.body(agency, day)
        entry = self.agencies[body]
        if entry.series:
            return entry.series
        shared = entry.seal_of if not self.kinds[entry.kind].own_series else None
        return self.number_series(shared, day) if shared else body

    # --- from when to when --------------------------------------------------------------------------

    def ended_on(self, agency: str) -> date | None:
        """Return the last day of an agency or of its level; None when it has no end."""
        headed = self.head_of(agency)
        level = self.level(agency, None)
        ends = [name.until for name in self.agencies[agency].names]
        own = max((end for end in ends if end), default=None) if None not in ends else None
        found = [own, level.until if level else None, self.ended_on(headed) if headed else None]
        return min((end for end in found if end), default=None)

    def exists_on(self, agency: str, day: date) -> bool:
        """Return whether an agency has a name on `day`, and its level exists."""
        level = self.level(agency, day)
        headed = self.head_of(agency)
        return (
            self.agencies[agency].has_name_on(day)
            and (level is None or level.holds_on(day))
            and (headed is None or self.exists_on(headed, day))
        )

    def successors(self, agency: str, day: date | None) -> list[str]:
        """Return the names of those that took over from an agency, as the body of a paper has them."""
        names = [self.name(key, day) for key in self.agencies[agency].successors]
        return [name.abbreviated or name.full for name in names]

    def act_ended_on(self, act: LegalAct) -> date | None:
        """Return the last day an act is in force: typed, or the day before the act that replaced it began."""
        if act.in_force_until is not None:
            return act.in_force_until
        after = self.legal_acts.get(act.replaced_by or "")
        return day_before(after.in_force_from) if after and after.in_force_from else None
