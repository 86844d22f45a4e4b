"""How one agency stands to another, and with which word it may speak to it.

Yêu cầu goes down, giao to a unit of one's own, đề nghị to the level, kiến nghị up and from a council to
the People's Committee (0.0 row 19 of the reference; variants 23 and 24 of the wording).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.catalogues.entries import Catalogues


class Relation(StrEnum):
    """What the other agency is to the one that speaks."""

    OWN_UNIT = "own-unit"
    BELOW = "below"
    LEVEL = "level"
    ABOVE = "above"


COMMANDS = frozenset({"yeu-cau", "giao"})
"""The words that order; the others ask."""

_TYPED = {"truc-thuoc": Relation.BELOW, "ngang-cap": Relation.LEVEL, "cap-tren": Relation.ABOVE}
_WORDS = {
    Relation.OWN_UNIT: "giao",
    Relation.BELOW: "yeu-cau",
    Relation.LEVEL: "de-nghi",
    Relation.ABOVE: "kien-nghi",
}
_POLITENESS = ("giao", "yeu-cau", "de-nghi", "kien-nghi")


def relation(catalogues: Catalogues, speaker: str, other: str, day: date | None) -> Relation | None:
    """Return what `other` is to `speaker` on `day`; None when the catalogues do not tell."""
    ours, theirs = catalogues.body(speaker, day), catalogues.body(other, day)
    typed = catalogues.agencies[other].relation or catalogues.agencies[theirs].relation
    if typed is not None:
        return _TYPED[typed]
    if ours == theirs or _is_own_unit(catalogues, ours, theirs, day):
        return Relation.OWN_UNIT
    if ours in catalogues.superiors(theirs, day):
        return Relation.BELOW
    if theirs in catalogues.superiors(ours, day):
        return Relation.ABOVE
    return _by_level(catalogues, ours, theirs, day)


def _is_own_unit(catalogues: Catalogues, ours: str, theirs: str, day: date | None) -> bool:
    """Return whether nothing but units of one's own lies between the two."""
    step: str | None = theirs
    while step is not None and step != ours and catalogues.kind(step).own_unit:
        step = next(catalogues.superiors(step, day), None)
    return step == ours


def _by_level(catalogues: Catalogues, ours: str, theirs: str, day: date | None) -> Relation | None:
    """Return the relation of two that are not above each other, told by their levels."""
    mine, level = catalogues.level(ours, day), catalogues.level(theirs, day)
    if mine is None or level is None:
        return None
    if level.rank < mine.rank:
        return Relation.ABOVE
    known = catalogues.superior(theirs, day) is not None
    organs = {catalogues.kind(ours).organ, catalogues.kind(theirs).organ}
    if level.rank > mine.rank and not known and len(organs) == 1 and None not in organs:
        return Relation.BELOW
    return Relation.LEVEL if known or not catalogues.kind(ours).orders else None


def word(catalogues: Catalogues, speaker: str | None, other: str, day: date | None) -> str | None:
    """Return the word the catalogues give for what `speaker` wants of `other`; None when they give none."""
    asked = catalogues.kind(other).asked_with
    if asked or speaker is None:
        return asked
    asks = catalogues.kind(speaker).asks_with or catalogues.kind(catalogues.body(speaker, day)).asks_with
    if asks:
        return asks
    found = relation(catalogues, speaker, other, day)
    return _WORDS[found] if found else None


def wanted(
    catalogues: Catalogues,
    speaker: str | None,
    others: Iterable[str],
    day: date | None,
    *,
    supervises: bool = False,
) -> str | None:
    """Return the word for several addressees at once: the one that suits the highest of them.

    A council's supervision (giám sát) proposes, whoever is asked. None when one of them is not told of.
    """
    if supervises:
        return "kien-nghi"
    words = [word(catalogues, speaker, other, day) for other in others]
    return max((said for said in words if said), key=_POLITENESS.index, default=None) if all(words) else None
