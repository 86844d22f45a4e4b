"""Precision and recall of the prose figure checks on sentences with and without planted errors.

    PYTHONPATH=. python benchmarks/precision_figures.py

A planted error is found when a hit of its rule is there, and missed otherwise. Any hit that the
sentence is not labelled with is false, also in a sentence that has another error.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.checks.prose.figures import figure_hits

SENTENCES = Path(__file__).with_name("prose_figures.yaml")
ARITHMETIC = ("A1", "A2", "A3", "A4", "A7", "A8", "A10")


@dataclass
class Tally:
    """Hits by rule: found, missed, false."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def precision(self, *rules: str) -> float:
        """Return the share of the hits of these rules that are right; 1 when there is no hit."""
        return _share(self._sum(self.found, rules), self._sum(self.false, rules))

    def recall(self, *rules: str) -> float:
        """Return the share of the planted errors of these rules that were found."""
        return _share(self._sum(self.found, rules), self._sum(self.missed, rules))

    @staticmethod
    def _sum(counter: Counter[str], rules: tuple[str, ...]) -> int:
        return sum(counter[rule] for rule in rules)


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def sentences(half: int | None = None) -> list[dict[str, Any]]:
    """Return the labelled sentences, all of them or one half."""
    listed: list[dict[str, Any]] = yaml.safe_load(SENTENCES.read_text("utf-8"))["sentences"]
    return [item for item in listed if half in {None, item["half"]}]


def tally(items: list[dict[str, Any]]) -> Tally:
    """Ask the checks about each sentence and count."""
    result = Tally()
    for item in items:
        expected = {item["rule"], *item.get("also", ())} - {None}
        hits = {hit.rule for hit in figure_hits(item["text"])}
        result.found.update(expected & hits)
        result.missed.update(expected - hits)
        result.false.update(hits - expected)
        result.told += [f"missed {rule}: {item['text']}" for rule in sorted(expected - hits)]
        result.told += [f"false {rule}: {item['text']}" for rule in sorted(hits - expected)]
    return result


def _print(title: str, items: list[dict[str, Any]]) -> None:
    result = tally(items)
    clean = sum(item["rule"] is None for item in items)
    print(f"{title}: {len(items)} sentences, {clean} clean, {len(items) - clean} with an error")
    print(f"{'rule':<12}{'found':>6}{'missed':>8}{'false':>7}{'precision':>11}{'recall':>8}")
    rules = sorted({*result.found, *result.missed, *result.false}, key=lambda rule: (rule[0], int(rule[1:])))
    for name, family in [
        *((rule, (rule,)) for rule in rules),
        ("arithmetic", ARITHMETIC),
        ("all", tuple(rules)),
    ]:
        counts = (
            sum(counter[rule] for rule in family) for counter in (result.found, result.missed, result.false)
        )
        found, missed, false = counts
        rates = f"{result.precision(*family):>11.3f}{result.recall(*family):>8.3f}"
        print(f"{name:<12}{found:>6}{missed:>8}{false:>7}{rates}")
    print(*result.told, sep="\n", end="\n\n")


def main() -> int:
    """Print the table of both halves and of the whole."""
    for title, half in (("first half", 1), ("second half", 2), ("whole", None)):
        _print(title, sentences(half))
    return 0


if __name__ == "__main__":
    sys.exit(main())
