"""A correcting paper looked at before its signature: it quotes rightly, and reaches everybody (Điều 18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused
from generator.differences.values import Version
from generator.issuing.at_hand import at_hand_beside
from generator.issuing.issued_copy import ComposeBeside, issued_copy
from generator.issuing.places import changed_places
from generator.issuing.quotes import misquoted, pages
from generator.issuing.states import Step, may_follow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.issuing.at_hand import AtHand
    from generator.issuing.issued_copy import IssuedCopy
    from generator.issuing.journal import Journal
    from generator.model.issued_papers import IssuedPaper


def refuse_unfit_correction(hand: AtHand, journal: Journal) -> None:
    """Raise Refused when a correcting paper misquotes the issued one, or leaves out one who has it.

    So it is too when that paper was not issued, or is replaced or recalled already.
    """
    corrects = hand.paper.corrects
    if corrects is None:
        return
    state = journal.state(hand.name[0], corrects.paper)
    if Step(corrects.instrument) not in may_follow(state):
        told = {"step": corrects.instrument, "state": state.value if state else "du-thao", "next": ""}
        raise hand.told("step-out-of-turn", "corrects", **told)
    copy = issued_copy(at_hand_beside(hand, corrects.paper), journal)
    (issued,) = [paper for paper in copy.version.loaded.inspection.documents if paper.id == corrects.paper]
    found = [
        *misquoted(hand, pages(copy.seen), copy.document),
        *_unreached(hand, issued),
        *_uncovered(hand, copy),
    ]
    if found:
        raise Refused(found)


def _uncovered(hand: AtHand, copy: IssuedCopy) -> Iterator[Diagnostic]:
    """Yield each place that the data now say otherwise and the correcting paper does not mend.

    One place left out, and the new paper contradicts the old one.
    """
    corrects = hand.paper.corrects
    if corrects is None or corrects.instrument not in (Step.CORRECTED, Step.AMENDED):
        return
    new = ComposeBeside(copy, hand.workshop)(
        Version(hand.loaded, hand.catalogues), at_hand_beside(hand, corrects.paper).paper, ""
    )
    mended = {(place.where, place.what if place.action == "o-bang" else None) for place in corrects.places}
    at = hand.loaded.source.place(("documents", hand.index, "corrects", "places"))
    for change in changed_places(copy.document, new, form_only=corrects.instrument == Step.CORRECTED):
        if (change.where, change.what if change.action == "o-bang" else None) not in mended:
            told = {"where": change.where, "old": (change.old or "")[:80], "new": (change.new or "")[:80]}
            yield Diagnostic("correct-uncovered", at, arguments=told)


def _unreached(hand: AtHand, issued: IssuedPaper) -> Iterator[Diagnostic]:
    """Yield each recipient of the issued paper that is neither under Kính gửi nor under Nơi nhận.

    One whose very name is corrected stands there as it should have stood.
    """
    reached = {name.casefold() for name in _named(hand.paper)}
    corrects = hand.paper.corrects
    quoted = [place.old for place in (corrects.places if corrects else ()) if place.old]
    place = hand.loaded.source.place(("documents", hand.index, "recipients"))
    for name in _named(issued):
        renamed = any(old in name or name in old for old in quoted)
        if name.casefold() not in reached and not renamed:
            yield Diagnostic("correct-unreached", place, arguments={"text": name})


def _named(paper: IssuedPaper) -> Iterator[str]:
    for addressee in paper.addressees:
        yield from addressee.owners or (addressee.group or "",)
    for recipient in paper.recipients:
        yield recipient.agency or recipient.group or ""
