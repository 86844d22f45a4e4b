"""L1: spelling. What is no Vietnamese syllable, and real syllables in the wrong place ("hồ sở", "trật hẹp").

A pair of neighbours is wrong when no word holds it, neither of the two belongs to its other neighbour, and
one plausible slip away stands a known term. Names, numbers, abbreviations and foreign words are not judged.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import NOT_VIETNAMESE, stretches
from generator.checks.prose.slips import closeness, differs_in_one_letter, is_common_slip
from generator.checks.prose.syllables import is_syllable, with_tone_in_place
from generator.checks.prose.vocabulary import (
    following_in_dictionary,
    preceding_in_dictionary,
    vocabulary,
    with_one_out,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.checks.prose.running_text import Word
    from generator.checks.prose.vocabulary import Vocabulary

_LONGEST_SYLLABLE = 7  # nghiêng
_HEADING = 4
"""A stretch of so many words, all in capitals, is a heading and is read like any other text."""


def spelling_hits(text: str, words: frozenset[str] = frozenset()) -> list[ProseHit]:
    """Return what is misspelled; arguments `found` and `proposal` ("" when there is none)."""
    known = vocabulary(words)
    hits: list[ProseHit] = []
    for stretch in stretches(text):
        heading = len(stretch) >= _HEADING and all(word.text.isupper() for word in stretch)
        judged = [word.is_plain or (heading and word.text.isalpha()) for word in stretch]
        judged[0] = judged[0] or _begins_sentence(stretch, text)
        hits += _misshapen(stretch, judged, known)
        hits += _broken_phrases(stretch, judged, known)
        pairs = _pairs(stretch, known)
        if True in pairs.strange:
            hits += _slipped_phrases(stretch, judged, pairs, known)
        hits += _misplaced(stretch, judged, pairs, known)
    return _first_of_overlapping(hits)


class _Pairs(NamedTuple):
    """The neighbours of a stretch, each with the place of the first.

    `joined`: whether they are one word; `strange`: whether they are not known to stand side by side.
    """

    texts: Sequence[str]
    joined: Sequence[bool]
    strange: Sequence[bool]

    def is_joined(self, index: int) -> bool:
        """Return whether a pair is one word; False where the stretch has no such pair."""
        return 0 <= index < len(self.joined) and self.joined[index]


def _pairs(stretch: Sequence[Word], known: Vocabulary) -> _Pairs:
    texts = list(map(" ".join, pairwise([word.folded for word in stretch])))
    joined = list(map(known.holds, texts))
    strange = [not (one or text in known.inside) for text, one in zip(texts, joined, strict=True)]
    return _Pairs(texts, joined, strange)


def _begins_sentence(stretch: Sequence[Word], text: str) -> bool:
    """Return whether its capital is the sentence's, not a name's: the next word is in small letters."""
    start = stretch[0].start
    before = text[max(0, start - 9) : start].rstrip(" \u00a0\t")
    follows = len(stretch) > 1 and stretch[1].is_plain and stretch[0].text.istitle()
    return follows and (not before or before[-1] in "\n.:;?!-+)")


def _hit(words: Sequence[Word], proposal: str) -> ProseHit:
    found = " ".join(word.text for word in words)
    return ProseHit("L1", words[0].start, words[-1].end, {"found": found, "proposal": proposal})


def _first_of_overlapping(hits: Iterable[ProseHit]) -> list[ProseHit]:
    kept: list[ProseHit] = []
    for hit in hits:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _misshapen(stretch: Sequence[Word], judged: Sequence[bool], known: Vocabulary) -> Iterator[ProseHit]:
    """Yield words of no Vietnamese shape: "nghành", "đươc". Unmarked ones are foreign unless a term fits."""
    for index, word in enumerate(stretch):
        if not judged[index] or is_syllable(word.text) or word.folded in known.single or len(word.text) == 1:
            continue
        proposal = with_tone_in_place(word.folded) or _fitting(stretch, index, known)
        foreign = word.text.isascii() or word.text.isupper() or _is_joined_up(word.folded)
        if proposal or not (foreign or NOT_VIETNAMESE.search(word.text)):
            yield _hit([word], proposal)


def _fitting(stretch: Sequence[Word], index: int, known: Vocabulary) -> str:
    """Return the syllable that makes a term with a neighbour and is one slip from the word, or ""."""
    word = stretch[index].folded
    before = known.after.get(stretch[index - 1].folded, frozenset()) if index else frozenset()
    after = (
        known.before.get(stretch[index + 1].folded, frozenset()) if index + 1 < len(stretch) else frozenset()
    )
    return _closest(word, before | after)


def _closest(word: str, others: Iterable[str]) -> str:
    ranked = _near(word, others)
    return min(ranked)[1] if ranked else ""


def _is_joined_up(word: str) -> bool:
    """Return whether the word is two syllables written as one, as loan words are: "ôtô", "canxi"."""
    if len(word) > _LONGEST_SYLLABLE:
        return True
    return any(is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in range(1, len(word)))


def _misplaced(
    stretch: Sequence[Word], judged: Sequence[bool], pairs: _Pairs, known: Vocabulary
) -> Iterator[ProseHit]:
    """Yield pairs of neighbours that are one slip away from a term."""
    for index, (text, strange) in enumerate(zip(pairs.texts, pairs.strange, strict=True)):
        right = known.misspelled.get(text)
        if not (right or strange) or not (judged[index] and judged[index + 1]):
            continue
        first, second = stretch[index], stretch[index + 1]
        if right:
            yield _hit([first, second], right)
        if not strange:
            continue
        if _belongs_before(pairs, index) or _belongs_after(pairs, index):
            proposal = _term_nearer(stretch, index, known)
        else:
            proposal = _term_meant(first.folded, second.folded, known) or _word_meant(stretch, index, known)
        if proposal:
            yield _hit([first, second], proposal)


def _term_nearer(stretch: Sequence[Word], index: int, known: Vocabulary) -> str:
    """Return the term meant where only an everyday word claims one of the two: "niên | yết giá"."""
    first, second = stretch[index].folded, stretch[index + 1].folded
    if first in known.standing_alone or second in known.standing_alone:
        return ""
    around = (stretch[max(0, index - 1) : index + 1], stretch[index + 1 : index + 3])
    if any(" ".join(word.folded for word in pair) in known.terms for pair in around):
        return ""
    after = ((rank, f"{first} {meant}") for rank, meant in _near(second, known.after.get(first, ())))
    before = ((rank, f"{meant} {second}") for rank, meant in _near(first, known.before.get(second, ())))
    ranked = [(rank, term) for rank, term in (*after, *before) if rank <= 2]
    return min(ranked)[1] if ranked else ""


def _near(typed: str, others: Iterable[str]) -> list[tuple[int, str]]:
    """Return (closeness, syllable) of those that lie one slip away."""
    return [(rank, other) for other in others if (rank := closeness(typed, other))]


def _word_meant(stretch: Sequence[Word], index: int, known: Vocabulary) -> str:
    """Return what was meant by a slip that is no near one: a term one letter away, or an everyday word."""
    first, second = stretch[index].folded, stretch[index + 1].folded
    common = known.standing_alone
    if second in common and first not in common:
        return _term_before_a_term(stretch, index, known)
    if first in common or second in common:
        return ""
    after, before = following_in_dictionary(first), preceding_in_dictionary(second)
    words = [f"{first} {meant}" for meant in after if is_common_slip(second, meant)]
    words += [f"{meant} {second}" for meant in before if is_common_slip(first, meant)]
    terms = [
        f"{first} {meant}" for meant in known.after.get(first, ()) if differs_in_one_letter(second, meant)
    ]
    terms += [
        f"{meant} {second}" for meant in known.before.get(second, ()) if differs_in_one_letter(first, meant)
    ]
    return min(words or terms, default="")


def _term_before_a_term(stretch: Sequence[Word], index: int, known: Vocabulary) -> str:
    """Return the term meant where a common syllable stands for its second: "ban hàng | quyết định"."""
    first, second = stretch[index].folded, stretch[index + 1].folded
    following = " ".join(word.folded for word in stretch[index + 2 : index + 4])
    if following not in known.terms:
        return ""
    meant = [other for other in known.after.get(first, ()) if other not in known.standing_alone]
    ranked = _near(second, meant)
    return f"{first} {min(ranked)[1]}" if ranked else ""


def _slipped_phrases(
    stretch: Sequence[Word], judged: Sequence[bool], pairs: _Pairs, known: Vocabulary
) -> Iterator[ProseHit]:
    """Yield set phrases of three syllables with one of them mistyped: "chuyển đối số"."""
    for index, either in enumerate(pairwise(pairs.strange)):
        if True not in either or not all(judged[index : index + 3]):
            continue
        three = stretch[index : index + 3]
        typed = tuple(word.folded for word in three)
        meant = [known.phrases[left] for left in with_one_out(typed) if left in known.phrases]
        for phrase in sorted(frozenset().union(*meant)) if meant else ():
            apart = [place for place in range(3) if typed[place] != phrase[place]]
            if len(apart) == 1 and closeness(typed[apart[0]], phrase[apart[0]]):
                yield _hit(three, " ".join(phrase))
                break


def _belongs_before(pairs: _Pairs, index: int) -> bool:
    """Return whether the first joins the word before it, which no earlier one claims ("ban hành | văn")."""
    return pairs.is_joined(index - 1) and not pairs.is_joined(index - 2)


def _belongs_after(pairs: _Pairs, index: int) -> bool:
    """Return whether the second joins the word after it, which no later one claims."""
    return pairs.is_joined(index + 1) and not pairs.is_joined(index + 2)


def _term_meant(first: str, second: str, known: Vocabulary) -> str:
    """Return the term of which one syllable was mistyped, or ""."""
    common = known.standing_alone
    after = _slips_of(second, known.after.get(first, ()), first in common and second in known.syllables)
    before = _slips_of(first, known.before.get(second, ()), second in common and first in known.syllables)
    ranked = [(rank, f"{first} {meant}") for rank, meant in after if second not in common]
    ranked += [(rank, f"{meant} {second}") for rank, meant in before if first not in common]
    return min(ranked)[1] if ranked else ""


def _slips_of(typed: str, others: Iterable[str], beside_common: bool) -> list[tuple[int, str]]:
    """Return (closeness, syllable) of what may be meant; a real syllable beside a common word: marks only."""
    return [(rank, other) for rank, other in _near(typed, others) if rank == 1 or not beside_common]


def _broken_phrases(stretch: Sequence[Word], judged: Sequence[bool], known: Vocabulary) -> Iterator[ProseHit]:
    """Yield set phrases that lost a syllable: "cải hành chính"."""
    typed = [word.folded for word in stretch]
    for index, three in enumerate(zip(typed, typed[1:], typed[2:], strict=False)):
        whole = known.broken.get(three)
        if whole is None or not all(judged[index : index + 3]):
            continue
        if not (index and known.joins(typed[index - 1], typed[index])):
            yield _hit(stretch[index : index + 3], " ".join(whole))
