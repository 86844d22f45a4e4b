"""Safe repairs of form: the look alone, each for a rule that is broken, in a copy.

A repair that would need a person's judgement is not made, and told. Afterwards the copy is read again: the
words have to be the same (but for Unicode NFC), and only rules that hold now count as repaired.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from generator.checks.rules import rules
from generator.revising import letters, page_numbers, pages, paragraphs
from generator.revising.work import Change, Work
from generator.seen import Region
from generator.wording import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic
    from generator.seen import SeenPaper

Repair: TypeAlias = "Callable[[Work, Rule, Sequence[Diagnostic]], None]"

_ROUNDS = 4  # one repair may uncover what another rule says
_PLACE, _AFTER_PLACE = "F10", frozenset({"F11", "F12"})
_OF_RULES: Mapping[str, Repair] = {
    "F61": letters.set_body_sizes,
    "F63": letters.set_one_size,
    "F59": paragraphs.set_apart,
    "F60": paragraphs.set_line_spacing,
    "F19": paragraphs.close_motto,
    "F45": paragraphs.set_about,
    "F9": page_numbers.count_from_one,
    "F10": page_numbers.centre_at_top,
    "F11": page_numbers.set_look,
    "F12": page_numbers.hide_on_first,
    "F110": page_numbers.count_annexes,
}
_OF_FIXES: Mapping[str, Repair] = {
    "font": letters.set_font,
    "colour": letters.set_black,
    "nfc": letters.compose,
    "sizes": letters.set_sizes,
    "first-line": paragraphs.set_first_line,
    "justify": paragraphs.justify,
    "paper": pages.set_paper,
    "margins": pages.set_margins,
}


class Why(StrEnum):
    """Why a rule that was asked for is still broken."""

    NO_REPAIR = "no-repair"  # only a person can decide
    NOT_SAFE = "not-safe"  # here the repair could do harm
    REMAINS = "remains"  # it was tried and did not suffice


@dataclass(frozen=True, slots=True)
class Repaired:
    """The copy, everything that was changed in it, and the rules that are still broken, with the reason."""

    data: bytes
    changes: tuple[Change, ...]
    left: Mapping[str, Why]


def fixed(data: bytes, name: str, wanted: Collection[str]) -> Repaired:
    """Return a copy of a Word file in which the broken ones of these rules are repaired, where it is safe.

    Raises `Refused` for a file that cannot be read or copied.
    """
    changes: list[Change] = []
    declined: set[str] = set()
    before = work = Work(data, name)
    for _ in range(_ROUNDS):
        _repair(work, wanted)
        declined |= work.declined
        if not work.changes():
            break
        changes += work.changes()
        data = work.copy.written()
        work = Work(data, name)
    _require_same_words(before.paper, work.paper)
    return Repaired(data, tuple(changes), _left(work.broken, wanted, declined))


def repair_of(rule: Rule) -> Repair | None:
    """Return what repairs a rule, None when only a person can."""
    if rule.fix is None:
        return None
    return _OF_RULES.get(rule.id) or _OF_FIXES.get(rule.fix.replace("_", "-"))


def _repair(work: Work, wanted: Collection[str]) -> None:
    """Make one round of repairs. A number that was moved to another place is looked at in the next round."""
    broken = {rule_id: told for rule_id, told in work.broken.items() if rule_id in wanted}
    for rule_id, told in broken.items():
        repair = repair_of(rules()[rule_id])
        moved = _PLACE in broken and _PLACE not in work.declined
        if repair is not None and not (moved and rule_id in _AFTER_PLACE):
            repair(work, rules()[rule_id], told)


def _left(broken: Collection[str], wanted: Collection[str], declined: set[str]) -> dict[str, Why]:
    known = rules()
    left = {}
    for rule_id in broken:
        if rule_id in wanted:
            tried = Why.NOT_SAFE if rule_id in declined else Why.REMAINS
            left[rule_id] = Why.NO_REPAIR if repair_of(known[rule_id]) is None else tried
    return left


def _require_same_words(before: SeenPaper, after: SeenPaper) -> None:
    """Stop when a repair changed a word: then the repair is wrong, and its copy is given to nobody."""
    if _words(before) != _words(after) or _margin_words(before) != _margin_words(after):
        raise RuntimeError("a repair of form changed the words of the paper")


def _words(paper: SeenPaper) -> list[str]:
    return [nfc(paragraph.words) for paragraph in paper.reading()]


def _margin_words(paper: SeenPaper) -> set[str]:
    """Return the texts of heads and feet that have words: page numbers may move."""
    texts = {nfc(one.words) for one in paper.paragraphs if one.region in (Region.HEADER, Region.FOOTER)}
    return {text for text in texts if any(char.isalpha() for char in text)}
