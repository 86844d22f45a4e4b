"""What wording templates see of one paper's own: its bases, its people, its schedule, what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compose.annex_rows import files_of
from generator.compose.own_fields import OwnFieldViews
from generator.compose.people import People
from generator.compose.pieces import Said, said
from generator.compose.said_by import basis, blank
from generator.model.inspected_units import PARTS
from generator.model.inspection import sessions_of
from generator.wording import dates_of_work, long_date, prose_count, short_date, time_of_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compose.naming import Naming
    from generator.compose.order import Order
    from generator.compose.said_by import Speaker
    from generator.model.cited_papers import Decision, Proposal
    from generator.model.inspected_units import InspectedUnit, Session

View = dict[str, Any]


class PaperViews:
    """Builds the part of the context that depends on the paper."""

    def __init__(self, order: Order, naming: Naming, speaker: Speaker) -> None:
        self._order, self._naming, self._speaker = order, naming, speaker
        self._inspection, self._catalogues = order.inspection, order.catalogues
        self._people = People(order.inspection, order.catalogues, order.day)
        self._unit = next(
            ((index, unit) for index, unit in enumerate(self._units()) if unit.id == order.unit), None
        )

    def context(self) -> View:
        """Return the names of the template guide that are told paper by paper."""
        return {
            "fields": OwnFieldViews(self._order, self._people, self._speaker).views(),
            "bases": self._bases(),
            "proposal": self._proposal(self._order.paper.proposed_by, f"{self._order.path}.proposed_by"),
            "founding": self._founding(),
            "members": self._people.members(),
            "member_count": prose_count(len(self._inspection.team.members)),
            "present": self._people.members(self._unit[1].team_present if self._unit else ()),
            "attending": list(self._people.attending(self._unit[0], self._unit[1].attending))
            if self._unit
            else [],
            "contents": [
                said(scope.full or scope.text, f"scope.{index}.{'full' if scope.full else 'text'}")
                for index, scope in enumerate(self._inspection.scope)
            ],
            "period_written": self._period(),
            "session": self._session(),
            "schedule": self._schedule(),
            "noted": self._noted(),
            "opinion": self._opinion(),
            "changes": self._changes(),
            "file_count": prose_count(len(files_of(self._inspection, self._order.unit))),
        }

    def _units(self) -> tuple[InspectedUnit, ...]:
        return self._inspection.inspected_units

    # --- quyết định --------------------------------------------------------------------------------

    def _bases(self) -> list[Said]:
        """Return the căn cứ: of this paper, else of the decision; with the acts that amend each of them."""
        decision = self._inspection.decision
        keys = self._order.paper.legal_bases or (decision.legal_bases if decision else ())
        return [self._amended(key) for key in keys]

    def _amended(self, key: str) -> Said:
        """Return an act with those that amended it and whose dates are known (PL I, II.6a)."""
        value = basis(key)
        for other in self._amending(key):
            value = value + said("; ") + basis(other)
        return value

    def _amending(self, key: str) -> Iterator[str]:
        acts, day = self._catalogues.legal_acts, self._order.day
        wanted = acts[key].amended_by if key in acts else ()
        for other, act in acts.items():
            known = act.date is not None and (day is None or act.date <= day)
            if known and (other in wanted or act.number in wanted):
                yield other

    def _proposal(self, proposal: Proposal | None, path: str) -> View | None:
        if proposal is None:
            return None
        paper = basis(proposal.paper) if proposal.paper else None
        return {"post": said(proposal.post, f"{path}.post"), "paper": paper}

    def _founding(self) -> View:
        """Return what the decision that founds the team says; gaps for what is not typed."""
        decision = self._inspection.decision
        return {
            "subject": said(decision.subject.full, "decision.subject")
            if decision and decision.subject
            else Said([blank("decision.subject")]),
            "called": self._called(decision),
            "dated": self._called(decision) + said(" ngày ") + self._day_of(decision),
            "proposal": self._proposal(decision.proposed_by if decision else None, "decision.proposed_by"),
            "working_time": self._typed(decision, "working_time"),
            "report_within": said(prose_count(decision.report_within), "decision.report_within")
            if decision and decision.report_within
            else Said([blank("decision.report_within")]),
            "funding": self._typed(decision, "funding"),
            "heads": said(self._naming.heads(decision.carried_out_by), "decision.carried_out_by")
            if decision and decision.carried_out_by
            else Said([blank("decision.carried_out_by")]),
            "seal": self._seal(),
        }

    @staticmethod
    def _called(decision: Decision | None) -> Said:
        """Return the decision by kind and number, as a text that cited it before names it (PL I, II.6b)."""
        number = decision.number if decision else None
        source = "decision.number"
        return said("Quyết định số ") + (said(number, source) if number else Said([blank(source)]))

    @staticmethod
    def _day_of(decision: Decision | None) -> Said:
        day, source = decision.date if decision else None, "decision.date"
        return said(short_date(day), source) if day else Said([blank(source)])

    def _typed(self, decision: Decision | None, name: str) -> Said:
        text = getattr(decision, name) if decision else None
        return said(text, f"decision.{name}") if text else Said([blank(f"decision.{name}")])

    def _seal(self) -> Said | None:
        """Return whose seal the team uses, if its entry in the catalogue says so."""
        team = self._inspection.team.agency
        owner = self._catalogues.agencies[team].seal_of if team else None
        return said(self._naming.abbreviated(owner), "team.agency") if owner else None

    def _changes(self) -> View:
        """Return what a decision changes: who leaves, who comes, until when the work goes on."""
        typed, path = self._order.paper.changes, f"{self._order.path}.changes"
        if typed is None:
            return {"reason": None, "removed": [], "added": [], "until": None}
        return {
            "reason": said(typed.reason, f"{path}.reason") if typed.reason else None,
            "removed": [
                self._people.called(person, f"{path}.removed.{index}")
                for index, person in enumerate(typed.removed)
            ],
            "added": self._people.newcomers(typed.added, f"{path}.added"),
            "until": said(long_date(typed.until), f"{path}.until") if typed.until else None,
        }

    # --- when and where ----------------------------------------------------------------------------

    def _period(self) -> Said | None:
        """Return the period with its dates written out, as a decision has them; None when not typed."""
        typed = self._inspection.period
        if typed is None:
            return None
        if typed.text:
            return said(typed.text, "period.text")
        start = said(long_date(typed.start), "period.from") if typed.start else Said([blank("period.from")])
        if typed.end is None:
            return said("từ ") + start + said(" đến thời điểm kiểm tra")
        return said("từ ") + start + said(f" đến {long_date(typed.end)}", "period.to")

    def _session(self) -> View:
        """Return the first session the paper is about: its day, hours and place; gaps for the unknown."""
        path, session = self._first_session()
        hours = {
            name: said(time_of_day(moment), f"{path}.{name}") if moment else self._unknown_hour(path, name)
            for name, moment in (("start", session and session.start), ("end", session and session.end))
        }
        day, place = (session.date, session.place) if session else (None, None)
        typed = session.date_text if session else None
        unknown_day = said("ngày ") + Said([blank(f"{path}.date")])
        known_day = long_date(day) if day else typed
        return {
            **hours,
            "day": said(known_day, f"{path}.date{'' if day else '_text'}") if known_day else unknown_day,
            "short_day": said(short_date(day), f"{path}.date") if day else Said([blank(f"{path}.date")]),
            "place": said(place, f"{path}.place") if place else Said([blank(f"{path}.place")]),
        }

    @staticmethod
    def _unknown_hour(path: str, name: str) -> Said:
        gap = blank(f"{path}.{name}")
        return Said([gap]) + said(" giờ ") + Said([gap]) + said(" phút")

    def _schedule(self) -> list[View]:
        """Return each unit with its days, part of the day and place, as far as they are known."""
        return [
            {
                "unit": said(self._naming.abbreviated(unit.agency), f"inspected_units.{index}.agency"),
                "when": self._when(unit.sessions, f"inspected_units.{index}.sessions"),
            }
            for index, unit in enumerate(self._units())
            if self._order.unit in (None, unit.id)
        ]

    def _when(self, sessions: Sequence[Session], path: str) -> Said:
        days = [session.date for session in sessions if session.date]
        if not days:
            return said("ngày ") + Said([blank(path)])
        value = said(dates_of_work(days), path)
        first = sessions[0]
        if len(sessions) == 1 and first.part:
            value = value + said(f", {'' if first.part == 'ca-ngay' else 'buổi '}{PARTS[first.part]}", path)
        return value + said(f", tại {first.place}", path) if len(sessions) == 1 and first.place else value

    # --- biên bản ----------------------------------------------------------------------------------

    def _noted(self) -> list[View]:
        """Return what the minutes note, by inspected content in its order; what is of none comes first."""
        index, notes = (self._unit[0], self._unit[1].noted) if self._unit else (0, ())
        titles = [(None, None), *((scope.id, scope.text) for scope in self._inspection.scope)]
        found = []
        for place, (key, title) in enumerate(titles):
            texts = [
                self._speaker.rich(note.text, f"inspected_units.{index}.noted.{number}.text")
                for number, note in enumerate(notes)
                if note.scope == key
            ]
            if texts:
                named = said(title, f"scope.{place - 1}.text") if title else None
                found.append({"title": named, "texts": texts})
        return found

    def _opinion(self) -> Said | None:
        if self._unit is None or self._unit[1].opinion is None:
            return None
        return self._speaker.rich(self._unit[1].opinion, f"inspected_units.{self._unit[0]}.opinion")

    def _first_session(self) -> tuple[str, Session | None]:
        """Return the unit's first session; with none of its own, the only one told for all units."""
        sessions, common = sessions_of(self._inspection, self._order.unit), self._inspection.sessions
        if self._unit is not None and not sessions and len(common) == 1:
            return "sessions.0", common[0]
        if self._unit is not None:
            return f"inspected_units.{self._unit[0]}.sessions.0", sessions[0] if sessions else None
        return "sessions.0", sessions[0] if sessions else None
