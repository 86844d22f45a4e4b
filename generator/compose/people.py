"""What people are called in one paper: "Bà Trần Thị B", "Phó Chánh Văn phòng UBND tỉnh", "Trưởng đoàn"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compose.pieces import Said, said
from generator.compose.said_by import blank
from generator.compose.signing import full_post
from generator.model.people import HeldPost
from generator.model.team import TEAM_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.model.inspected_units import Attendee
    from generator.model.inspection import Inspection
    from generator.model.team import Member

_SALUTATIONS = {"ong": "Ông ", "ba": "Bà "}


class People:
    """Members of the team, those who attend, and their posts on the paper's day."""

    def __init__(self, inspection: Inspection, catalogues: Catalogues, day: date | None) -> None:
        self._inspection, self._catalogues, self._day = inspection, catalogues, day

    def called(self, person: str, source: str) -> Said:
        """Return a person with the salutation: "Bà Trần Thị B"."""
        entry = self._catalogues.people[person]
        return said(_SALUTATIONS.get(entry.salutation or "", "") + entry.name, source)

    def post(self, person: str | None, typed: str | None, agency: str | None = None) -> str | None:
        """Return the post with its agency: as typed, else the main one of the catalogue."""
        held = self._catalogues.people[person].held_on(self._day) if person else ()
        if typed is not None:
            at = agency or (held[0].agency if held else None)
            return full_post(self._catalogues, HeldPost(post=typed, agency=at), self._day)
        fitting = [one for one in held if agency is None or one.agency == agency]
        return full_post(self._catalogues, fitting[0], self._day) if fitting else None

    def members(self, present: Sequence[str] = ()) -> list[dict[str, Said]]:
        """Return the members of the team (those `present`, or all), each with name, post and role."""
        return [
            self._member(member, f"team.members.{index}")
            for index, member in enumerate(self._inspection.team.members)
            if not present or member.person in present
        ]

    def newcomers(self, members: Sequence[Member], path: str) -> list[dict[str, Said]]:
        """Return members that join later, as `members` does."""
        return [self._member(member, f"{path}.{index}") for index, member in enumerate(members)]

    def _member(self, member: Member, path: str) -> dict[str, Said]:
        person, role = member.person, TEAM_ROLES[member.role]
        name = self.called(person, f"{path}.person") if person else Said([blank(f"{path}.person")])
        post = self.post(person, member.post, member.agency)
        said_post = said(post, f"{path}.post") if post else Said([blank(f"{path}.post")])
        parts = (name, said_post, said(role, f"{path}.role"))
        return {"name": name, "post": said_post, "role": parts[2], "full": _listed(parts)}

    def attending(self, unit: int, attendees: Sequence[Attendee]) -> Iterator[Said]:
        """Yield those who attend for the unit with this index: "Ông Võ Văn P, Chủ tịch UBND xã Ví Dụ A"."""
        for index, one in enumerate(attendees):
            path = f"inspected_units.{unit}.attending.{index}"
            typed = said(one.name, f"{path}.name") if one.name else Said([blank(f"{path}.name")])
            name = self.called(one.person, f"{path}.person") if one.person else typed
            post = self.post(one.person, one.post)
            yield _listed((name, said(post, f"{path}.post"))) if post else name

    def with_post(self, person: str, source: str) -> Said:
        """Return a person with the post of the paper's day: "Ông Nguyễn Văn A, Chánh Văn phòng ..."."""
        post = self.post(person, None)
        name = self.called(person, source)
        return _listed((name, said(post, source))) if post else name


def _listed(parts: Sequence[Said]) -> Said:
    found = parts[0]
    for part in parts[1:]:
        found = found + said(", ") + part
    return found
