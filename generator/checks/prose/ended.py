"""C1, N4: what a text of a certain day names although it has ended: legal acts, the district level."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.known_acts import known_acts
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import UPPER, without_addresses
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTRICTS_ENDED = date(2025, 7, 1)
"""No huyện, quận, thị xã, thị trấn from this day (Luật số 72/2025/QH15, khoản 3 Điều 51)."""

_DISTRICT = re.compile(
    rf"(?:(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Phòng [^,.;:\d]{{3,30}}?) )?"
    rf"(?<!\w)(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn) [{UPPER}\d][\w]*(?: [{UPPER}]\w*){{0,3}}"
)
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
        found = re.search(rf"(?<![\w/]){re.escape(act.number)}(?![\w/])", plain)
        if found:
            told = {"found": found[0], "problem": "superseded", "until": short_date(act.ended)}
            yield ProseHit("C1", *found.span(), {**told, "other": act.replaced_by or ""})


def district_hits(text: str, day: date | None) -> Iterator[ProseHit]:
    """Yield units of the district level that a text of `day` names as if they stood (N4)."""
    if day is None or day < DISTRICTS_ENDED:
        return
    plain = without_addresses(text)
    told: set[str] = set()
    for match in _DISTRICT.finditer(plain):
        past = _AS_PAST_AFTER.match(plain, match.end()) or _AS_PAST_BEFORE.search(
            plain[max(0, match.start() - 110) : match.start()]
        )
        if past or match[0] in told:
            continue
        told.add(match[0])
        yield ProseHit("N4", *match.span(), {"name": match[0], "until": "30/6/2025", "day": short_date(day)})
