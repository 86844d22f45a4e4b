"""Measure the checks of running prose on labelled sentences: found, missed, false, by family of rules.

    PYTHONPATH=. python benchmarks/precision_language.py

A mistake counts as found when a hit of its rule touches it; every other hit is false. A sentence of the set
stands alone, so rules that look at a whole paper (N2, C1-date) are not measured here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator.checks.prose.language import RULES, language_hits

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTS = ("first", "second", "third")
SET = Path(__file__).with_name("prose_language.yaml")
WHOLE_PAPER = frozenset({"N1", "N2", "N2-twice", "N2-unused", "C1-date"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One labelled sentence; `rule` and `error` are None when nothing is wrong with it."""

    text: str
    rule: str | None
    error: str | None = None


@dataclass(slots=True)
class Score:
    """What became of the mistakes of one rule, and its false hits."""

    found: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """The share of hits that are right; 1 when there is none."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of mistakes that are found; 1 when there is none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0


def sentences(part: str) -> list[Sentence]:
    """Return the sentences of a part of the set."""
    loaded = yaml.safe_load(SET.read_text(encoding="utf-8"))
    return [Sentence(item["text"], item["rule"], item.get("error")) for item in loaded[part]]


def scores(measured: Iterable[Sentence]) -> tuple[dict[str, Score], list[str]]:
    """Return the score of every rule, and a line on each mistake missed and each false hit."""
    found = {rule: Score() for rule in RULES if rule not in WHOLE_PAPER}
    remarks: list[str] = []
    for sentence in measured:
        right = False
        for hit in language_hits(sentence.text):
            if hit.rule in WHOLE_PAPER:
                continue
            if hit.rule == sentence.rule and _touches(hit.start, hit.end, sentence):
                right = True
            else:
                found[hit.rule].false += 1
                remarks.append(f"false {hit.rule} {sentence.text[hit.start : hit.end]!r}: {sentence.text}")
        if sentence.rule is not None:
            found[sentence.rule].found += right
            found[sentence.rule].missed += not right
            if not right:
                remarks.append(f"missed {sentence.rule} {sentence.error!r}: {sentence.text}")
    return found, remarks


def _touches(start: int, end: int, sentence: Sentence) -> bool:
    place = sentence.text.index(sentence.error or "")
    return start < place + len(sentence.error or "") and place < end


def main() -> None:
    """Print the scores of each part of the set."""
    for part in PARTS:
        measured = sentences(part)
        wrong = sum(1 for sentence in measured if sentence.rule)
        print(f"\n{part}: {len(measured) - wrong} clean, {wrong} with one mistake")
        print(f"{'rule':10}{'found':>7}{'missed':>8}{'false':>7}{'precision':>11}{'recall':>8}")
        found, remarks = scores(measured)
        for rule, score in found.items():
            if score.found or score.missed or score.false:
                print(
                    f"{rule:10}{score.found:7}{score.missed:8}{score.false:7}{score.precision:11.2f}{score.recall:8.2f}"
                )
        print("\n".join(remarks))


if __name__ == "__main__":
    main()
