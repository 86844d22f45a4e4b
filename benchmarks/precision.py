"""Precision and recall of the checks of running text, by rule and by family, on all labelled sentences.

    python -m benchmarks.precision [FILE ...]

Every check looks at every sentence. A planted mistake counts as found when a hit of its rule (or of one of
`or`) touches it; any other hit is false, also in a sentence that has another mistake. What only a whole paper
can show (an abbreviation that is not explained, a first citation without its date) counts where it is planted
and nowhere else, because a sentence of these sets stands alone. `also` names rules that the same mistake
breaks; they count neither way.

Without a file all sets of the folder are measured. The first measurement of each set stands in its head.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.checks.prose.plain_text import text_hits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.checks.prose.hits import ProseHit

FOLDER = Path(__file__).parent
ARITHMETIC = ("A1", "A2", "A3", "A4", "A7", "A8", "A10")
FAMILIES = {
    "A": "figures",
    "D": "dates",
    "N": "names, terms",
    "C": "citations, facts",
    "L": "spelling, marks",
    "P": "residue, personal data",
    "S": "secrecy",
}
_WHOLE_PAPER = frozenset({"untold", "unused", "twice", "undated"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One labelled sentence; `rule` is None when nothing is wrong, `error` is the place of the mistake."""

    text: str
    rule: str | None
    error: str | None = None
    either: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    @property
    def expected(self) -> frozenset[str]:
        """The rules of which one has to be told."""
        return self.either | {self.rule} if self.rule else frozenset()

    def touched_by(self, hit: ProseHit) -> bool:
        """Return whether a hit touches the place of the mistake."""
        start = self.text.index(self.error) if self.error else 0
        end = start + len(self.error) if self.error else len(self.text)
        return start < hit.end and hit.start < end


@dataclass(slots=True)
class Scores:
    """Mistakes found and missed, and false hits, by rule; `remarks` says which."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def precision(self, *rules: str) -> float:
        """Return the share of the hits of these rules that are right; 1 without any."""
        return _share(self._sum(self.found, rules), self._sum(self.false, rules))

    def recall(self, *rules: str) -> float:
        """Return the share of the mistakes of these rules that are found; 1 without any."""
        return _share(self._sum(self.found, rules), self._sum(self.missed, rules))

    def rules(self, family: str = "") -> list[str]:
        """Return the rules of a family that were counted, in their order."""
        seen = {*self.found, *self.missed, *self.false}
        return sorted(
            (rule for rule in seen if rule.startswith(family)), key=lambda rule: (rule[0], int(rule[1:]))
        )

    def line(self, name: str, rules: Sequence[str]) -> str:
        """Return a line of the table for several rules together."""
        counts = "".join(f"{self._sum(of, rules):8}" for of in (self.found, self.missed, self.false))
        return f"{name:32}{counts}{self.precision(*rules):11.3f}{self.recall(*rules):8.3f}"

    @staticmethod
    def _sum(counter: Counter[str], rules: Iterable[str]) -> int:
        return sum(counter[rule] for rule in rules)


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def sentences(*files: Path) -> list[Sentence]:
    """Return the sentences of some sets, of all when none is named."""
    found: list[Sentence] = []
    for path in files or sorted(FOLDER.glob("*.yaml")):
        for items in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            found += [_sentence(item) for item in items]
    return found


def _sentence(item: dict[str, Any]) -> Sentence:
    either, also = (frozenset(item.get(name, ())) for name in ("or", "also"))
    return Sentence(item["text"], item["rule"], item.get("error"), either, also)


def measure(listed: Iterable[Sentence]) -> Scores:
    """Ask all checks about each sentence."""
    scores = Scores()
    for sentence in listed:
        hits = [hit for hit in text_hits(sentence.text) if _counts(hit, sentence)]
        right = [hit for hit in hits if hit.rule in sentence.expected and sentence.touched_by(hit)]
        if sentence.rule:
            (scores.found if right else scores.missed)[sentence.rule] += 1
            scores.remarks += [] if right else [f"missed {sentence.rule}: {sentence.text}"]
        for hit in hits:
            if hit.rule not in sentence.expected | sentence.also:
                scores.false[hit.rule] += 1
                said = sentence.text[hit.start : hit.end]
                scores.remarks.append(f"false {hit.rule} “{said}”: {sentence.text}")
    return scores


def _counts(hit: ProseHit, sentence: Sentence) -> bool:
    return hit.rule in sentence.expected or hit.arguments.get("problem") not in _WHOLE_PAPER


def main() -> int:
    """Print the table and what was missed or false."""
    listed = sentences(*map(Path, sys.argv[1:]))
    scores = measure(listed)
    clean = sum(sentence.rule is None for sentence in listed)
    print(f"{len(listed)} sentences: {clean} clean, {len(listed) - clean} with one planted mistake")
    print(f"{'':32}{'found':>8}{'missed':>8}{'false':>8}{'precision':>11}{'recall':>8}")
    for family, said in FAMILIES.items():
        for rule in scores.rules(family):
            print(scores.line(rule, [rule]))
        print(scores.line(f"{family} ({said})", scores.rules(family)), end="\n\n")
    print(scores.line(f"arithmetic ({', '.join(ARITHMETIC)})", ARITHMETIC))
    print(scores.line("spelling (L1)", ["L1"]))
    print(scores.line("all", scores.rules()))
    print(*scores.remarks, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
