"""What an issuer prints of itself on one day: its lines of the head, symbol, place and authority line.

All of it follows from the catalogues: names by date, the kind of the agency, its superior, whose seal it
uses (NĐ 30/2020, PL I, II.2 to II.4; matrix 5.0 of the reference).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.wording import capitalise_first, upper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.model.agencies import Agency, AgencyName

_UNFINISHED = (" và", ",")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The issuer `agency` on `day`; its papers carry the name of its body."""

    catalogues: Catalogues
    agency: str
    day: date | None

    @property
    def _body(self) -> str:
        return self.catalogues.body(self.agency, self.day)

    @property
    def _entry(self) -> Agency:
        return self.catalogues.agencies[self._body]

    @property
    def _name(self) -> AgencyName:
        return self._entry.name_on(self.day)

    def _superior(self) -> str | None:
        """Return what stands above: the owner of the seal, else the superior, unless the kind prints none."""
        if not self.catalogues.kind(self._body).superior_line:
            return None
        return self._entry.seal_of or self.catalogues.superior(self._body, self.day)

    def superior_lines(self) -> tuple[str, ...]:
        """Return cơ quan chủ quản in capitals: "UBND TỈNH MẪU"; nothing for UBND and HĐND (II.2a)."""
        above = self._superior()
        if above is None:
            return ()
        name, kind = self.catalogues.name(above, self.day), self.catalogues.kind(above)
        usual = name.full if kind.named_above == "full" else name.abbreviated or name.full
        return (upper(name.above or usual),)

    def own_lines(self) -> tuple[str, ...]:
        """Return the issuer's name in capitals, broken where the catalogue or its place says (II.2b)."""
        if self._name.letterhead:
            return tuple(upper(line) for line in self._name.letterhead)
        full = self._name.full
        place = self._locality(self._body)
        if place and full.endswith(f" {place}") and self._superior() is None:
            return (upper(full.removesuffix(f" {place}")), upper(place))
        return (upper(self._without_superior(full)),)

    def _without_superior(self, full: str) -> str:
        """Return "Văn phòng" for "Văn phòng Ủy ban nhân dân tỉnh Mẫu": the line above says the rest."""
        for ending in sorted(self._names_above(), key=len, reverse=True):
            rest = full.removesuffix(f" {ending}")
            if rest != full and not rest.endswith(_UNFINISHED):
                return rest
        return full

    def _names_above(self) -> Iterator[str]:
        above = self._superior()
        while above is not None:
            body = self.catalogues.body(above, self.day)
            name, place = self.catalogues.name(body, self.day), self._locality(body)
            yield from (said for said in (name.full, name.abbreviated, name.short, place) if said)
            proper = self.catalogues.agencies[body].place_name
            if place and proper:
                yield name.full.removesuffix(f" {proper}")
                yield place.removesuffix(f" {proper}")
            above = self.catalogues.superior(body, self.day)

    def _locality(self, body: str) -> str | None:
        """Return "xã Ví Dụ A" of an agency named after its place, else None."""
        proper, noun = self.catalogues.agencies[body].place_name, self.catalogues.noun(body, self.day)
        full = self.catalogues.name(body, self.day).full
        place = f"{noun} {proper}"
        if not proper or not noun or not full.casefold().endswith(f" {place}".casefold()):
            return None
        return full[-len(place) :]

    def symbol(self, abbreviation: str) -> str | None:
        """Return what stands for the agency in the symbol of a kind of paper: UBND, STP, ĐKT (II.3b)."""
        own = self.catalogues.agencies[self.agency]
        special = own.symbols.get(abbreviation) or self._entry.symbols.get(abbreviation)
        return special or own.symbol or self._name.symbol or self._entry.symbol

    def seat(self) -> str | None:
        """Return địa danh: typed, of the place the agency is named after, or of its superior (II.4a)."""
        typed = self.catalogues.agencies[self.agency].seat or self._name.seat or self._entry.seat
        return typed or self._named_place() or self._seat_above()

    def _named_place(self) -> str | None:
        """Return "Ví Dụ A", or the whole name of a place named by a number, a person or an event."""
        place = self._locality(self._body)
        level = self.catalogues.level(self._body, self.day)
        if place is None or level is None or not place.casefold().startswith(f"{level.noun} "):
            return None
        whole = self._entry.named_after != "khong"
        return capitalise_first(place) if whole else self._entry.place_name

    def _seat_above(self) -> str | None:
        above = self._entry.seal_of or self.catalogues.superior(self._body, self.day)
        return Letterhead(self.catalogues, above, self.day).seat() if above else None

    def authority_line(self) -> str:
        """Return the line above the căn cứ: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU" (Mẫu 1.2, note 6).

        A collective stands there by its name, a personal power by the post of the head.
        """
        full = self.catalogues.name(self.agency, self.day).full
        kind, leaders = self.catalogues.kind(self.agency), self.catalogues.leaders(self.agency, self.day)
        if kind.authority == "collective" or leaders is None or self.catalogues.head_of(self.agency):
            return upper(full)
        return upper(post_at(leaders.head, full))


def post_at(post: str, agency: str) -> str:
    """Return a post with its agency, shared words once: "Chánh Văn phòng" of "Văn phòng UBND tỉnh"."""
    words, names = post.split(), agency.split()
    if agency.casefold() in post.casefold():
        return post
    for shared in range(min(len(words), len(names)), 0, -1):
        if [word.casefold() for word in words[-shared:]] == [word.casefold() for word in names[:shared]]:
            return " ".join((*words, *names[shared:]))
    return f"{post} {agency}"
