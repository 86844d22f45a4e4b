"""Totals against their parts in prose: A1, A2, A7, A8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.prose.figure_names import name
from generator.checks.prose.groups import Opening
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.lists import of_one_kind
from generator.checks.prose.part_names import NO_OVERDUE, TIMELINESS, Role
from generator.wording import count, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.groups import Group
    from generator.checks.prose.numbers import Prose
    from generator.diagnostics import Argument


def sum_hits(prose: Prose, found: Sequence[Group]) -> Iterator[ProseHit]:
    """Yield what does not add up."""
    for group in found:
        yield from _group_hits(prose, group)


def _group_hits(prose: Prose, group: Group) -> Iterator[ProseHit]:
    larger = next((part for part in group.listed.parts if part.number.value > group.total.value), None)
    if larger is not None and (group.listed.dimension or larger.number.unit == group.total.unit):
        number = larger.number
        told = {"name": name(prose, number), "part": number.text, "whole": group.total.text}
        yield ProseHit("A7", number.start, number.end, told)
        return
    rule = _broken(group)
    if rule:
        yield ProseHit(rule, group.start, group.end, _told(prose, group))
    if group.listed.dimension is TIMELINESS:
        yield from _claims(prose, group, broken=rule is not None)


def _broken(group: Group) -> str | None:
    """Return A1 when the parts should make the total and do not, A2 when a part is left unnamed, or None."""
    listed, total = group.listed, int(group.total.value)
    if listed.sum == total or (listed.sum < total and listed.remainder):
        return None
    if listed.dimension is TIMELINESS:
        return "A1" if listed.sum > total else _short_of_files(group)
    if len(listed.parts) < 2:
        return None
    told_all = group.opening is Opening.ALL and listed.clean
    if listed.dimension is not None:
        whole = listed.dimension.is_whole(group.categories)
        return "A1" if whole or told_all or listed.sum > total else "A2"
    return "A1" if told_all and _of_one_unit(group) else None


def _short_of_files(group: Group) -> str | None:
    """Return the rule broken by handled files that are fewer than their total."""
    kinds = group.categories
    whole = TIMELINESS.is_whole(kinds) and (group.role is not Role.RECEIVED or "pending" in kinds)
    if whole:
        return "A1"
    return "A2" if kinds & {"on-time", "in-time"} else None


def _of_one_unit(group: Group) -> bool:
    """Return whether parts without a known dimension are certainly of the total's kind."""
    unit = group.total.unit
    return all(
        of_one_kind(part.number.unit, unit) or (part.labelled_before and not part.number.unit)
        for part in group.listed.parts
    )


def _told(prose: Prose, group: Group) -> dict[str, Argument]:
    total, parts = group.total, group.listed.parts
    gap = abs(int(total.value) - group.listed.sum)
    return {
        "name": name(prose, total),
        "parts": " + ".join(part.number.text for part in parts if not part.claim),
        "sum": count(group.listed.sum),
        "total": total.text,
        "gap": count(gap),
        "share": percent_of(gap, total.value) or "",
    }


def _claims(prose: Prose, group: Group, *, broken: bool) -> Iterator[ProseHit]:
    """A8: "không có hồ sơ quá hạn" where the figures leave a rest, or name overdue files."""
    claim = next((part.number for part in group.listed.parts if part.claim), None)
    if claim is not None and broken:
        yield ProseHit("A8", claim.start, claim.end, _told(prose, group))
    late = [part for part in group.listed.parts if TIMELINESS.of(part.label) == {"late"} and not part.claim]
    end = prose.sentences[prose.sentence_at(group.start)][1]
    said = NO_OVERDUE.search(prose.text, group.end, end) if late and late[0].number.value else None
    if said:
        others = [part.number for part in group.listed.parts if part not in late]
        told: dict[str, Argument] = {
            "name": name(prose, group.total),
            "parts": " + ".join(number.text for number in others),
            "sum": count(int(sum(number.value for number in others))),
            "total": group.total.text,
            "gap": late[0].number.text,
        }
        yield ProseHit("A8", *said.span(), told)
