"""How agencies and other organisations are named together: "UBND các xã: A, B, C", "các sở: ..."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.wording.capitals import capitalise_first
from generator.wording.numbers import prose_count

if TYPE_CHECKING:
    from collections.abc import Sequence

ADMINISTRATIVE_KINDS = frozenset(
    {
        "tỉnh",
        "thành phố",
        "huyện",
        "quận",
        "thị xã",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
        "thôn",
        "tổ dân phố",
    },
)
"""Common nouns written small before the name (PL II, III.1a); those of agencies (Sở) are written large."""

MOST_NAMED = 6
"""More units than this are counted and listed in an annex."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as wording needs it.

    `prefix` is what stands before the kind ("UBND", "Ủy ban nhân dân", "Chủ tịch UBND", ""), `kind` the
    common noun in small letters ("xã", "sở"). An organisation known by its whole name has no kind.
    `named_after` marks a unit named by a number, a person or an event: its noun belongs to the name
    and is written large, "UBND Phường 1" (PL II, III.1b).
    """

    name: str
    kind: str = ""
    prefix: str = ""
    named_after: bool = False

    def proper_name(self) -> str:
        """Return the name without its prefix: "xã Ví Dụ A", "Phường 1", "Sở Nội vụ"."""
        small = self.kind in ADMINISTRATIVE_KINDS and not self.named_after
        return _words(self.kind if small else capitalise_first(self.kind), self.name)

    def full_name(self) -> str:
        """Return the whole name: "UBND xã Ví Dụ A"."""
        return _words(self.prefix, self.proper_name())

    def name_in_list(self) -> str:
        """Return the name after "các xã:"; a noun that belongs to the name stays with it."""
        return self.proper_name() if self.named_after else self.name


def _words(*parts: str) -> str:
    """Return the parts that are not empty with a space between."""
    return " ".join(part for part in parts if part)


def enumerate_vi(items: Sequence[str]) -> str:
    """Return "a", "a và b", "a, b và c"; no item is a ValueError.

    Items that hold a comma themselves are set off by semicolons, and next to one there is no "và",
    which would be read as part of it.
    """
    if not items:
        raise ValueError("nothing to enumerate")
    if len(items) == 1:
        return items[0]
    mark = "; " if any("," in item for item in items) else ", "
    last = mark if any("," in item for item in items[-2:]) else " và "
    return mark.join(items[:-1]) + last + items[-1]


def all_of(number: int, noun: str) -> str:
    """Return "cả 03 xã"; fewer than two is a ValueError."""
    if number < 2:
        raise ValueError(f"“cả” is not said of {number}")
    return f"cả {prose_count(number)} {noun}"


def listed_units(units: Sequence[Unit], annex: str | None = None, collective: str = "cơ quan, đơn vị") -> str:
    """Return the units named together, in their order, those of one kind behind one "các".

    More than `MOST_NAMED` are counted, "(danh sách tại Phụ lục I kèm theo)" when `annex` is "Phụ lục I".
    `collective` is said when they have no common prefix and kind. No unit is a ValueError.
    """
    if len(units) > MOST_NAMED:
        where = f" (danh sách tại {annex} kèm theo)" if annex else ""
        return counted_units(units, collective) + where
    if len(units) <= 2:
        return enumerate_vi([unit.full_name() for unit in units])
    groups = _groups(units)
    texts = [_group_text(group) for group in groups]
    # A last unit with its own prefix cannot be read as one more of the list before it.
    if len(texts) > 1 and len(groups[-1]) == 1 and groups[-1][0].prefix and "," in texts[-2]:
        before = "; ".join(texts[:-1]) if len(texts) > 2 else texts[0]
        return f"{before} và {texts[-1]}"
    return enumerate_vi(texts)


def counted_units(units: Sequence[Unit], collective: str = "cơ quan, đơn vị") -> str:
    """Return "UBND 03 xã", "UBND 08 xã, phường", "03 sở"; `collective` when they have little in common."""
    if not units:
        raise ValueError("no unit given")
    return _words(_common_prefix(units), prose_count(len(units)), _kinds(units) or collective)


def referred_units(units: Sequence[Unit], collective: str = "cơ quan, đơn vị") -> str:
    """Return what the units are called after they were named: "UBND xã", "UBND các xã, phường", "các sở"."""
    if not units:
        raise ValueError("no unit given")
    kinds = _kinds(units)
    if len(units) > 1:
        return _words(_common_prefix(units), "các", kinds or collective)
    if not kinds:
        return units[0].full_name()
    return _words(units[0].prefix, kinds if kinds in ADMINISTRATIVE_KINDS else capitalise_first(kinds))


def _groups(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the units by prefix and kind, in the order first seen; a unit without kind stands alone."""
    groups: dict[tuple[str, ...], list[Unit]] = {}
    for index, unit in enumerate(units):
        key = (unit.prefix, unit.kind) if unit.kind else (str(index),)
        groups.setdefault(key, []).append(unit)
    return list(groups.values())


def _group_text(group: Sequence[Unit]) -> str:
    """Return "UBND các xã: Ví Dụ A, Ví Dụ B", or the full name of a unit alone."""
    first = group[0]
    if len(group) == 1:
        return first.full_name()
    names = ", ".join(unit.name_in_list() for unit in group)
    return _words(first.prefix, f"các {first.kind}: {names}")


def _common_prefix(units: Sequence[Unit]) -> str:
    """Return the prefix of units that all have a kind and the same prefix, else nothing."""
    return units[0].prefix if _kinds(units) else ""


def _kinds(units: Sequence[Unit]) -> str:
    """Return "xã, phường", in the order first seen, or nothing when the units cannot be counted so."""
    if not all(unit.kind for unit in units) or len({unit.prefix for unit in units}) > 1:
        return ""
    return ", ".join(dict.fromkeys(unit.kind for unit in units))
