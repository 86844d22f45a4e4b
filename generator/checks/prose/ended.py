"""C1, N4: what a text of a certain day names although it has ended: legal acts, administrative levels."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.catalogues.files import shipped_levels
from generator.checks.known_acts import known_acts
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import UPPER, without_addresses
from generator.checks.sought import Sought, sought
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from generator.model.agencies import Level

# Told as what was: "(trước đây)", "huyện Cao Lộc cũ", a paper of that time, a period of that time.
_AS_PAST_AFTER = re.compile(
    r"\s?\(?(?:cũ(?!\w)|trước đây|trước khi|trước sắp xếp|trước ngày|nay là|nay thuộc|\(nay|đã sáp nhập)"
)
_AS_PAST_BEFORE = re.compile(
    r"(?:(?<!\w)nguyên|trước đây|trước khi sắp xếp|trước ngày 01/7/2025"
    r"|(?:/|năm )(?:19\d\d|20[01]\d|202[0-4]))[^.;\n]{0,90}$"
)


def superseded_hits(text: str, day: date | None) -> Iterator[ProseHit]:
    """Yield acts cited that had ended before `day` (C1); none without a day."""
    plain = without_addresses(text)
    for act in known_acts():
        if day is None or act.ended is None or act.ended >= day:
            continue
        found = act.number in plain and re.search(rf"(?<![\w/]){re.escape(act.number)}(?![\w/])", plain)
        if found:
            told = {"found": found[0], "problem": "superseded", "until": short_date(act.ended)}
            yield ProseHit("C1", *found.span(), {**told, "other": act.replaced_by or ""})


def level_hits(text: str, day: date | None, levels: Collection[Level] = ()) -> Iterator[ProseHit]:
    """Yield units that a text of `day` names as if they stood, though their level had ended (N4).

    Without `levels` those that come with the program are asked: huyện, quận, thị xã, thị trấn.
    """
    ended = _nouns_ended(levels or shipped_levels(), day) if day is not None else {}
    if day is None or not ended:
        return
    plain = without_addresses(text)
    told: set[str] = set()
    for match in _named_unit(tuple(ended)).found_in(plain):
        past = _AS_PAST_AFTER.match(plain, match.end()) or _AS_PAST_BEFORE.search(
            plain[max(0, match.start() - 110) : match.start()]
        )
        if past or match[0] in told:
            continue
        told.add(match[0])
        days = {"until": short_date(ended[match["noun"].lower()]), "day": short_date(day)}
        yield ProseHit("N4", *match.span(), {"name": match[0], "successors": "-", **days})


def _nouns_ended(levels: Collection[Level], day: date) -> dict[str, date]:
    """Return the common nouns that no level has on `day` any more, each with its last day."""
    standing = {level.noun for level in levels if level.until is None or level.until >= day}
    past = [level for level in levels if level.noun not in standing]
    return {level.noun: level.until for level in past if level.noun and level.until}


@lru_cache(maxsize=4)
def _named_unit(nouns: tuple[str, ...]) -> Sought:
    """Return what finds "UBND huyện Ví Dụ", "quận 1": a noun with a proper name, its body before it."""
    either = "|".join(f"[{noun[0].upper()}{noun[0]}]{re.escape(noun[1:])}" for noun in nouns)
    return sought(
        rf"(?:(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Phòng [^,.;:\d]{{3,30}}?) )?"
        rf"(?<!\w)(?P<noun>{either}) [{UPPER}\d][\w]*(?: [{UPPER}]\w*){{0,3}}",
        *(f"{noun[1:]} " for noun in nouns),
    )
