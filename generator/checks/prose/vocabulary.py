"""The words the spelling checks know: a dictionary's, the administration's, and an office's own.

`general.txt` tells which neighbours belong together; only `administrative.txt` and the office's own list
(``catalogues/words.txt``) are ever proposed as corrections.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.prose.syllables import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Pair = tuple[str, str]
    Syllables = tuple[str, ...]

_NO_WORDS: frozenset[str] = frozenset()
_FREE = frozenset("báo bảo chính chức công giải hội hồ kết phát phòng thành tiếp vệ văn".split())  # noqa: SIM905
"""Syllables that may well stand before a word of two: "tạo thành hồ sơ" lost nothing."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by their syllables, all in the spelling `folded` gives.

    `joined`: words of two. `met`: these, and neighbours inside longer words and phrases ("tục hành" in "thủ
    tục hành chính"). `after`, `before`: the other syllable of each term of two. `broken`: a set phrase that
    lost a syllable → the phrase. `single`: the office's words of one syllable. `syllables`: those that some
    word of two or more holds. `misspelled`: common slips → what is right. `terms`: those of two syllables.
    `phrases`: set phrases of three syllables, by each of their syllables.
    """

    joined: frozenset[str]
    met: frozenset[str]
    after: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    broken: Mapping[Syllables, Syllables]
    standing_alone: frozenset[str]
    single: frozenset[str]
    syllables: frozenset[str]
    misspelled: Mapping[str, str]
    terms: frozenset[str]
    phrases: Mapping[str, frozenset[Syllables]]

    def joins(self, first: str, second: str) -> bool:
        """Return whether the two neighbours belong to one word."""
        return f"{first} {second}" in self.joined

    def may_meet(self, first: str, second: str) -> bool:
        """Return whether the two neighbours are known to stand side by side."""
        return f"{first} {second}" in self.met


def words_listed(text: str) -> frozenset[str]:
    """Return the words of a list, parted by commas and line ends; a line that begins with # is a remark."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return frozenset(
        folded(" ".join(word.split())) for line in lines for word in line.split(",") if word.strip()
    )


@lru_cache(maxsize=4)
def vocabulary(words: frozenset[str] = _NO_WORDS) -> Vocabulary:
    """Return the vocabulary with the office's own `words` (see `words_listed`) among the terms."""
    general, longer, ours, alone, syllables = _shipped()
    terms = ours | {folded(word) for word in words}
    split = [tuple(word.split()) for word in terms]
    pairs = [(word[0], word[1]) for word in split if len(word) == 2]
    joined = general | {" ".join(pair) for pair in pairs}
    return Vocabulary(
        joined=joined,
        met=joined | longer | {" ".join(pair) for word in split for pair in pairwise(word)},
        after=_grouped(pairs),
        before=_grouped((second, first) for first, second in pairs),
        broken=_broken((word for word in split if len(word) > 3), joined, alone),
        standing_alone=alone,
        single=frozenset(word[0] for word in split if len(word) == 1),
        syllables=syllables,
        misspelled=_misspelled(),
        terms=frozenset(" ".join(pair) for pair in pairs),
        phrases=_by_syllable(word for word in split if len(word) == 3),
    )


@lru_cache(maxsize=1)
def neighbours_in_dictionary() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Return for each syllable what follows it, and what it follows, in the dictionary's words of two."""
    pairs = [(first, second) for first, second in map(str.split, _shipped()[0])]
    return _grouped(pairs), _grouped((second, first) for first, second in pairs)


def _by_syllable(phrases: Iterable[Syllables]) -> dict[str, frozenset[Syllables]]:
    groups: dict[str, set[Syllables]] = defaultdict(set)
    for phrase in phrases:
        for syllable in phrase:
            groups[syllable].add(phrase)
    return {key: frozenset(found) for key, found in groups.items()}


def _listed(name: str) -> str:
    return (files("generator.checks.prose.lexicon") / name).read_text(encoding="utf-8")


def _misspelled() -> dict[str, str]:
    lines = (line.split(" = ") for line in _listed("misspelled.txt").splitlines() if not line.startswith("#"))
    return {folded(wrong): right for wrong, right in lines}


@lru_cache(maxsize=1)
def _shipped() -> tuple[frozenset[str], ...]:
    """Return words of two, neighbours inside longer ones, our terms, what stands alone, every syllable."""
    general, ours, alone = map(_listed, ("general.txt", "administrative.txt", "standing-alone.txt"))
    two, _, longer = general.partition("\n\n")
    inner = {" ".join(pair) for word in longer.split("\n") for pair in pairwise(word.split())}
    return (
        frozenset(two.split("\n")),
        frozenset(inner),
        words_listed(ours),
        words_listed(alone),
        frozenset(general.split()),
    )


def _grouped(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, other in pairs:
        groups[key].add(other)
    return {key: frozenset(others) for key, others in groups.items()}


def _broken(
    phrases: Iterable[Syllables], joined: frozenset[str], alone: frozenset[str]
) -> dict[Syllables, Syllables]:
    """Return every phrase with the second syllable of one of its words left out ("cải hành chính")."""
    found: dict[Syllables, Syllables] = {}
    for phrase in phrases:
        for index in range(len(phrase) - 3):
            first, lost, third, fourth = phrase[index : index + 4]
            words = f"{first} {lost}" in joined and f"{third} {fourth}" in joined
            if words and first not in alone | _FREE and f"{first} {third}" not in joined:
                found[first, third, fourth] = (first, lost, third, fourth)
    return found
