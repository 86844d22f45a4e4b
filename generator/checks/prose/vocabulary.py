"""The words the spelling checks know: a dictionary's, the administration's, and an office's own.

`general.txt` tells which neighbours belong together; only `administrative.txt` and the office's own list
(``catalogues/words.txt``) are ever proposed as corrections.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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

    `everyday`: the dictionary's words of two. `inside`: neighbours inside longer words and phrases ("tục
    hành" in "thủ tục hành chính"). `after`, `before`: the other syllable of each term of two. `broken`: a set
    phrase that lost a syllable → the phrase. `single`: the office's words of one syllable. `syllables`: those
    that some word of two or more holds. `misspelled`: common slips → what is right. `terms`: those of two
    syllables. `phrases`: set phrases of three syllables, by what is left of them when one is put out
    ("chuyển", "", "số").
    """

    everyday: frozenset[str]
    inside: frozenset[str]
    after: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    broken: Mapping[Syllables, Syllables]
    standing_alone: frozenset[str]
    single: frozenset[str]
    syllables: frozenset[str]
    misspelled: Mapping[str, str]
    terms: frozenset[str]
    phrases: Mapping[Syllables, frozenset[Syllables]]

    def joins(self, first: str, second: str) -> bool:
        """Return whether the two neighbours belong to one word."""
        return self.holds(f"{first} {second}")

    def holds(self, pair: str) -> bool:
        """Return whether two syllables with a space between them are one word."""
        return pair in self.everyday or pair in self.terms


def words_listed(text: str) -> frozenset[str]:
    """Return the words of a list, parted by commas and line ends; a line that begins with # is a remark."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return frozenset(
        folded(" ".join(word.split())) for line in lines for word in line.split(",") if word.strip()
    )


@lru_cache(maxsize=4)
def vocabulary(words: frozenset[str] = _NO_WORDS) -> Vocabulary:
    """Return the vocabulary with the office's own `words` (see `words_listed`) among the terms."""
    dictionary, ours, alone = _dictionary(), _terms(), _standing_alone()
    split = [tuple(word.split()) for word in ours | {folded(word) for word in words}]
    pairs = [(word[0], word[1]) for word in split if len(word) == 2]
    terms = frozenset(" ".join(pair) for pair in pairs)
    longer = [word for word in split if len(word) > 2]
    return Vocabulary(
        everyday=dictionary.two,
        inside=dictionary.inside | {" ".join(pair) for word in longer for pair in pairwise(word)},
        after=_grouped(pairs),
        before=_grouped((second, first) for first, second in pairs),
        broken=_broken((word for word in longer if len(word) > 3), dictionary.two | terms, alone),
        standing_alone=alone,
        single=frozenset(word[0] for word in split if len(word) == 1),
        syllables=dictionary.syllables,
        misspelled=_misspelled(),
        terms=terms,
        phrases=_by_two(word for word in longer if len(word) == 3),
    )


@lru_cache(maxsize=1024)
def following_in_dictionary(syllable: str) -> tuple[str, ...]:
    """Return what follows a syllable in the dictionary's words of two."""
    # They stand together: the words are sorted by code point, and a space comes before every letter.
    words = _dictionary().words
    start, end = (bisect_left(words, f"{syllable}{mark}") for mark in " !")
    return tuple(word.partition(" ")[2] for word in words[start:end])


@lru_cache(maxsize=1024)
def preceding_in_dictionary(syllable: str) -> tuple[str, ...]:
    """Return what a syllable follows in the dictionary's words of two."""
    words, end = f"\n{_dictionary().text}\n", f" {syllable}\n"
    found, place = [], words.find(end)
    while place >= 0:
        found.append(words[words.rfind("\n", 0, place) + 1 : place])
        place = words.find(end, place + 1)
    return tuple(found)


def with_one_out(three: Syllables) -> tuple[Syllables, ...]:
    """Return three syllables with the first, the second and the third put out."""
    first, second, third = three
    return ("", second, third), (first, "", third), (first, second, "")


def _by_two(phrases: Iterable[Syllables]) -> dict[Syllables, frozenset[Syllables]]:
    groups: dict[Syllables, set[Syllables]] = defaultdict(set)
    for phrase in phrases:
        for left in with_one_out(phrase):
            groups[left].add(phrase)
    return {key: frozenset(found) for key, found in groups.items()}


def _listed(name: str) -> str:
    return (files("generator.checks.prose.lexicon") / name).read_text(encoding="utf-8")


def _misspelled() -> dict[str, str]:
    lines = (line.split(" = ") for line in _listed("misspelled.txt").splitlines() if not line.startswith("#"))
    return {folded(wrong): right for wrong, right in lines}


class _Dictionary(NamedTuple):
    """`general.txt`: its words of two, as they stand, sorted, and as a set; what else it lists."""

    text: str
    words: list[str]
    two: frozenset[str]
    inside: frozenset[str]
    syllables: frozenset[str]


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    text, inside, syllables = _listed("general.txt").rstrip("\n").split("\n\n")
    words = text.split("\n")
    sets = map(frozenset, (words, inside.split("\n"), syllables.split("\n")))
    return _Dictionary(text, words, *sets)


@lru_cache(maxsize=1)
def _terms() -> frozenset[str]:
    return words_listed(_listed("administrative.txt"))


@lru_cache(maxsize=1)
def _standing_alone() -> frozenset[str]:
    return words_listed(_listed("standing-alone.txt"))


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
