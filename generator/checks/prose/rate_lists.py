"""Shares of one whole told without their counts: together they are 100% (A6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.part_names import DIMENSIONS
from generator.wording import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.numbers import Prose, Rate

_JOINT = re.compile(
    r"(?:\s?\([^()%\d]*\))?\s?(?:[,;]|,? và)\s(?P<label>[^,;:.()\d%]{2,70}?)(?: là|:| đạt| chiếm)? ?$"
)
_FIRST = re.compile(r"(?P<label>[^,;:.()\d%]{2,70}?)(?: là|:| đạt| chiếm)? ?$")
_COMPARED = re.compile(r"tăng|giảm|vượt|cao hơn|thấp hơn|so với|cùng kỳ|kế hoạch|chỉ tiêu|bình quân")
_WHOLE = re.compile(r"cơ cấu|phân loại|xếp loại|kết quả|mức độ|trong đó|gồm|chia ra|theo")
_NEAR = 6
"""A list that comes this near to 100 was meant to make it."""


@dataclass(frozen=True, slots=True)
class _Listed:
    rates: tuple[Rate, ...]
    labels: tuple[str, ...]
    opening: str

    @property
    def sum(self) -> Decimal:
        return sum((rate.value for rate in self.rates), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """What rounding may add up to: one unit of the last decimal for each share but one."""
        places = min(rate.places for rate in self.rates)
        return Decimal(len(self.rates) - 1).scaleb(-places)

    def is_whole(self) -> bool:
        """Return whether the names leave no doubt that nothing is left out."""
        for dimension in DIMENSIONS:
            kinds = [dimension.of(label) for label in self.labels]
            apart = all(kinds) and len(frozenset().union(*kinds)) == sum(map(len, kinds))
            if apart and dimension.is_whole(frozenset().union(*kinds)):
                return True
        near = abs(self.sum - 100) <= _NEAR and len(self.rates) > 2
        words = [frozenset(label.split()) for label in self.labels[1:]]
        alike = bool(frozenset(self.labels[0].split()).intersection(*words))
        return near and (alike or bool(_WHOLE.search(self.opening)))


def rate_list_hits(prose: Prose) -> Iterator[ProseHit]:
    """Yield lists of shares that do not add up to 100%, give or take their rounding (A6)."""
    for start, end in prose.sentences:
        rates = [rate for rate in prose.rates if start <= rate.start < end and not rate.points]
        if len(rates) >= 2 and not _COMPARED.search(prose.text, start, end):
            for listed in _lists(prose, start, rates):
                if listed.is_whole() and abs(listed.sum - 100) > listed.slack:
                    places = max(rate.places for rate in listed.rates)
                    told = {"name": listed.labels[0].strip(), "sum": f"{decimal_text(listed.sum, places)}%"}
                    yield ProseHit("A6", listed.rates[0].start, listed.rates[-1].end, told)


def _lists(prose: Prose, start: int, rates: Sequence[Rate]) -> Iterator[_Listed]:
    """Yield the runs of rates with nothing but a name before each of them."""
    run: list[Rate] = []
    labels: list[str] = []
    opening = ""
    for rate in rates:
        before = prose.masked[run[-1].end : rate.start] if run else ""
        joint = _JOINT.fullmatch(before) if run else None
        if joint is None:
            if len(run) > 1:
                yield _Listed(tuple(run), tuple(labels), opening)
            words = prose.masked[max(start, rate.start - 80) : rate.start]
            first = _FIRST.search(words)
            opening = prose.masked[max(start, rate.start - 160) : rate.start]
            run, labels = ([rate], [first["label"]]) if first else ([], [])
        else:
            run.append(rate)
            labels.append(joint["label"])
    if len(run) > 1:
        yield _Listed(tuple(run), tuple(labels), opening)
