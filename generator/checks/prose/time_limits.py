"""D6: a period keeps the days of the clause it rests on: days (ngày) or working days (ngày làm việc)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.known_acts import known_acts
from generator.checks.prose.hits import ProseHit
from generator.checks.prose.numbers import folded
from generator.checks.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.known_acts import KnownAct, TimeLimit

_PERIOD = re.compile(
    r"(?<![\w.,/])\d{1,3}(?: \([^()\d]{1,20}\))? ngày(?P<working> làm việc)?(?! \d| tháng)(?!\w)"
)
_WORKING = "ngay-lam-viec"


def time_limit_hits(text: str) -> Iterator[ProseHit]:
    """Yield periods told in other days than the clause cited in the same sentence (D6).

    Arguments: `text` the period, `act` its number, `right` the key of the clause's unit. A sentence that also
    tells a period in the clause's own days is left alone.
    """
    small = folded(text)
    for start, end in sentences(small):
        periods = list(_PERIOD.finditer(small, start, end)) if small.find(" ngày", start, end) >= 0 else []
        for act, limit in _limits_cited(small[start:end]) if periods else ():
            wrong = [period for period in periods if bool(period["working"]) != (limit.unit == _WORKING)]
            if len(wrong) == len(periods):
                for period in wrong:
                    told = {
                        "text": text[period.start() : period.end()],
                        "act": act.number,
                        "right": limit.unit,
                    }
                    yield ProseHit("D6", *period.span(), told)


def _limits_cited(sentence: str) -> Iterator[tuple[KnownAct, TimeLimit]]:
    for act in known_acts():
        names = "|".join(re.escape(folded(name)) for name in (act.number, *act.names))
        for limit in act.time_limits:
            clause = rf"(?<!\w){re.escape(folded(limit.clause))}(?!\d)[^.;]{{0,80}}?" if limit.clause else ""
            if re.search(rf"{clause}(?<![\w/])(?:{names})(?!\w)", sentence):
                yield act, limit
                break
