"""What agencies, units and owners are called in one paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalogues.relations import wanted
from generator.compose.letterhead import Letterhead, post_at
from generator.model.inspection import SUPERVISION
from generator.wording import Unit, listed_units, referred_units

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.model.agencies import AgencyName
    from generator.model.inspection import Inspection
    from generator.model.recommendations import Recommendation


class Naming:
    """Names of one paper: those in use on its day."""

    def __init__(self, inspection: Inspection, catalogues: Catalogues, day: date | None) -> None:
        self._catalogues, self._day = catalogues, day
        self._units = {unit.id: unit.agency for unit in inspection.inspected_units}
        self.minutes = "biên bản làm việc" if inspection.type == SUPERVISION else "biên bản kiểm tra"
        """What the minutes at a unit are called: a supervision does not inspect (variant 34)."""

    def agency(self, owner: str) -> str:
        """Return the agency key of a unit id or an agency key."""
        return self._units.get(owner, owner)

    def name(self, agency: str) -> AgencyName:
        """Return the name of the paper's day."""
        return self._catalogues.name(agency, self._day)

    def full(self, agency: str) -> str:
        """Return the official name, never abbreviated."""
        return self.name(agency).full

    def abbreviated(self, agency: str) -> str:
        """Return the name for the body: "UBND tỉnh Mẫu"."""
        name = self.name(agency)
        return name.abbreviated or name.full

    def short(self, agency: str) -> str:
        """Return the name after a first mention: "UBND tỉnh"."""
        name = self.name(agency)
        return name.short or self.abbreviated(agency)

    def family(self, agency: str) -> str:
        """Return what a first mention makes known: an agency and its head share the place's name."""
        return self._catalogues.body(agency, self._day)

    def is_head(self, agency: str) -> bool:
        """Return whether this is a head (Chủ tịch UBND tỉnh) and not an agency."""
        return self._catalogues.head_of(agency) is not None

    def head(self, agency: str) -> str | None:
        """Return the key of the head of an agency (Chủ tịch UBND tỉnh), if the catalogue has it."""
        found = self._catalogues.agencies.items()
        return next((key for key, entry in found if entry.head_of == agency), None)

    def unit(self, owner: str, *, full: bool = False) -> Unit:
        """Return a unit or agency as the wording of lists needs it."""
        key = self.agency(owner)
        entry = self._catalogues.agencies[key]
        name = self.full(key) if full else self.abbreviated(key)
        noun = self._catalogues.noun(key, self._day)
        proper = entry.place_name or ""
        tail = f"{noun} {proper}"
        if not noun or not proper or not name.casefold().endswith(tail.casefold()):
            return Unit(name)
        return Unit(proper, noun, name[: -len(tail)].strip(), named_after=entry.named_after != "khong")

    def listed(self, owners: Iterable[str], *, full: bool = False) -> str:
        """Return owners named together: "UBND các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C"."""
        return listed_units([self.unit(owner, full=full) for owner in owners])

    def referred(self, owners: Iterable[str]) -> str:
        """Return what owners named before are called: "UBND các xã", "doanh nghiệp được kiểm tra"."""
        owners = list(owners)
        if self.are_companies(owners):
            return "doanh nghiệp được kiểm tra" if len(owners) == 1 else "các doanh nghiệp được kiểm tra"
        return referred_units([self.unit(owner) for owner in owners])

    def are_companies(self, owners: Iterable[str]) -> bool:
        """Return whether all of them are companies (doanh nghiệp), to which one speaks otherwise."""
        kinds = [self._catalogues.kind(self.agency(owner)) for owner in owners]
        return bool(kinds) and all(kind.business for kind in kinds)

    def noun(self, owners: Iterable[str]) -> str:
        """Return the common noun of the units if they share one ("xã"), else "đơn vị"."""
        nouns = {self.unit(owner).kind for owner in owners}
        return nouns.pop() if len(nouns) == 1 and "" not in nouns else "đơn vị"

    def may_order(self, agency: str) -> bool:
        """Return whether the issuer orders by its nature; a team, a department or a council proposes."""
        return self._catalogues.kind(self._catalogues.body(agency, self._day)).orders

    def verb(self, issuer: str | None, item: Recommendation, *, supervises: bool) -> str:
        """Return the word of a recommendation: typed, by the relation of the two, or what is usual."""
        asked = [self.agency(owner) for owner in item.asked]
        found = item.verb or wanted(self._catalogues, issuer, asked, self._day, supervises=supervises)
        return found or ("yeu-cau" if issuer is None or self.may_order(issuer) else "kien-nghi")

    def heads(self, owners: Iterable[str]) -> str:
        """Return the heads of agencies: "Giám đốc các sở: Tư pháp, Nội vụ; Chủ tịch UBND xã Ví Dụ A"."""
        groups: dict[tuple[str, str], list[str]] = {}
        for owner in owners:
            leaders = self._catalogues.leaders(self.agency(owner), self._day)
            head = leaders.head if leaders else "người đứng đầu"
            groups.setdefault((head, self.unit(owner).kind), []).append(owner)
        found = [self._heads_of(head, members) for (head, _), members in groups.items()]
        return "; ".join(found)

    def _heads_of(self, head: str, members: list[str]) -> str:
        """Return the heads of agencies of one kind; "Chủ tịch A và B" would leave B itself standing."""
        named = self.listed(members)
        each = [self.listed([member]) for member in members]
        if any(one in named for one in each):
            *before, last = [post_at(head, one) for one in each]
            return " và ".join([", ".join(before), last] if before else [last])
        return f"{head} {named}"

    def decider(self, issuer: str) -> str | None:
        """Return the post that decides for an agency led by one person; None where a collective decides."""
        leaders = self._catalogues.leaders(issuer, self._day)
        collective = self._catalogues.kind(issuer).authority == "collective"
        if collective or leaders is None or self.is_head(issuer):
            return None
        return post_at(leaders.head, self.full(issuer))

    def authority_line(self, issuer: str) -> str:
        """Return who decides, in capitals: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU"."""
        return Letterhead(self._catalogues, issuer, self._day).authority_line()
