"""Who signs and by which authority: the chain typed, or the one the catalogues give (Điều 13; PL I, II.7).

A signer at the head of the issuer signs himself, a deputy KT., the head of an office under it TL.; for a
collective TM. stands first, before an acting head Q. With a borrowed seal the post at home is added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compose.letterhead import post_at
from generator.model.issued_papers import SignatureLine
from generator.model.people import HeldPost
from generator.model.team import TEAM_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.catalogues.entries import Catalogues
    from generator.compose.order import Order
    from generator.model.agencies import Leaders

Chain = tuple[SignatureLine, ...]


def signed(order: Order) -> Order:
    """Return the order with its signer's lines; what was typed wins, the rest follows from his posts."""
    signer = order.paper.signer
    if order.issuer is None or signer.person is None:
        return order
    authority = _Authority(order.catalogues, order.issuer, order.day)
    posts = _posts(order, signer.person)
    found = next((chain for held in posts if (chain := authority.chain(held))), ())
    known = {
        "chain": signer.chain or found,
        "second_post": signer.second_post or authority.second_post(posts),
    }
    return replace(order, paper=order.paper.model_copy(update={"signer": signer.model_copy(update=known)}))


def _posts(order: Order, person: str) -> tuple[HeldPost, ...]:
    """Return the signer's posts, before them the one in the team when a team issues."""
    issuer = order.issuer
    roles = [member.role for member in order.inspection.team.members if member.person == person]
    in_team = issuer is not None and order.catalogues.kind(issuer).team
    team = [HeldPost(post=TEAM_ROLES[role], agency=issuer) for role in roles] if in_team else []
    return (*team, *order.catalogues.people[person].held_on(order.day))


@dataclass(frozen=True, slots=True)
class _Authority:
    """What may be signed for the issuer on one day."""

    catalogues: Catalogues
    issuer: str
    day: date | None

    def chain(self, held: HeldPost) -> Chain:
        """Return the lines for one post of the signer; none when it gives no authority."""
        if held.agency is None:
            return ()
        if self._body(held.agency) == self._body(self.issuer):
            own = tuple(self._lines(self.issuer, held))
            return (*self._collective(), *own) if own else ()
        return tuple(self._by_order(held, held.agency))

    def second_post(self, posts: tuple[HeldPost, ...]) -> str | None:
        """Return the post at home of one who signs for a team with another agency's seal (II.7c)."""
        if self.catalogues.agencies[self.issuer].seal_of is None:
            return None
        home = [held for held in posts if held.agency and self._body(held.agency) != self._body(self.issuer)]
        return full_post(self.catalogues, home[0], self.day) if home else None

    def _body(self, agency: str) -> str:
        return self.catalogues.body(agency, self.day)

    def _collective(self) -> Chain:
        """Return the line "TM. ỦY BAN NHÂN DÂN", if the issuer acts as a collective."""
        kind = self.catalogues.kind(self.issuer)
        if kind.authority != "collective" or self.catalogues.head_of(self.issuer):
            return ()
        name = self.catalogues.name(self.issuer, self.day)
        typed = self.catalogues.agencies[self.issuer].collective or kind.collective
        post = typed or name.short or name.abbreviated or name.full
        return (SignatureLine(prefix="tm", post=post),)

    def _by_order(self, held: HeldPost, office: str) -> Iterator[SignatureLine]:
        """Yield TL. and the lines of an office right under the issuer."""
        above = next(self.catalogues.superiors(office, self.day), None)
        leaders = self.catalogues.leaders(self.issuer, self.day)
        if not self.catalogues.kind(office).by_order or above != self._body(self.issuer) or leaders is None:
            return
        own = tuple(self._lines(office, held))
        if own:
            yield SignatureLine(prefix="tl", post=leaders.head)
            yield from own

    def _lines(self, agency: str, held: HeldPost) -> Iterator[SignatureLine]:
        """Yield the lines of the head, of the acting head, or of a deputy for the head."""
        leaders = self.catalogues.leaders(agency, self.day)
        post = _official(held.post, leaders) if leaders else None
        if leaders is None or post is None:
            return
        if post == leaders.head:
            yield SignatureLine(prefix="q" if held.acting else None, post=post)
        else:
            yield SignatureLine(prefix="kt", post=leaders.head)
            yield SignatureLine(prefix=None, post=post)


def _official(post: str, leaders: Leaders) -> str | None:
    """Return the official post a typed one begins with: of "Chánh Văn phòng UBND tỉnh", "Chánh Văn phòng"."""
    said = f"{post} ".casefold()
    fitting = [
        known for known in (leaders.head, *leaders.deputies) if said.startswith(f"{known} ".casefold())
    ]
    return max(fitting, key=len, default=None)


def full_post(catalogues: Catalogues, held: HeldPost, day: date | None) -> str:
    """Return a post with the agency's name of that day: "Phó Giám đốc Sở Tư pháp"."""
    if held.agency is None:
        return held.post
    name = catalogues.name(held.agency, day)
    names = [said for said in (name.full, name.abbreviated, name.short) if said]
    named = any(name.casefold() in held.post.casefold() for name in names)
    acting = "Quyền " if held.acting else ""
    return acting + (held.post if named else post_at(held.post, name.abbreviated or name.full))
