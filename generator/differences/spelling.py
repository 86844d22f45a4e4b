"""Whether a change of running text is one of spelling alone.

Đính chính is for errors of form: spelling that does not change the meaning, capitals, marks (NĐ 30/2020,
khoản 3 Điều 18; PL II). The careful side is content: one touched figure, reference or word that was a word
before, and the change is what its field says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.alignment import word_edits, words
from generator.checks.prose.syllables import folded, is_syllable
from generator.checks.prose.vocabulary import vocabulary
from generator.model.references import REFERENCE
from generator.wording import fold_accents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.checks.prose.vocabulary import Vocabulary


def only_spelling(old: str, new: str, own_words: frozenset[str] = frozenset()) -> bool:
    """Return whether two texts say the same, one of them misspelled; `own_words` are the office's own."""
    if REFERENCE.findall(old) != REFERENCE.findall(new) or old == new:
        return False
    first, second = _spoken(old), _spoken(new)
    known = vocabulary(own_words)
    for edit in word_edits(first, second):
        before, after = first[slice(*edit.old)], second[slice(*edit.new)]
        if edit.same:
            continue
        if len(before) != len(after):
            return False
        for offset in range(len(before)):
            at, there = edit.old[0] + offset, edit.new[0] + offset
            if not _same_word(first, at, second, there, known):
                return False
    return True


def _spoken(text: str) -> list[str]:
    """Return the words that are said: no marks, no spaces, no stars."""
    return [word for word in words(text) if any(char.isalnum() for char in word)]


def _same_word(old: Sequence[str], at: int, new: Sequence[str], there: int, known: Vocabulary) -> bool:
    """Return whether a word was only misspelled: no word before, a word now, the same bare letters."""
    one, other = old[at], new[there]
    if any(char.isdigit() for char in one + other):
        return one == other
    before, after = folded(one), folded(other)
    if before == after:
        return True
    if fold_accents(before) != fold_accents(after) and not _one_letter(before, after):
        return False
    if not _fits(new, there, known):
        return False
    return not is_syllable(one) or not _fits(old, at, known)


def _fits(text: Sequence[str], at: int, known: Vocabulary) -> bool:
    """Return whether a word makes a word of two with a neighbour."""
    own = folded(text[at])
    left = at > 0 and known.joins(folded(text[at - 1]), own)
    right = at + 1 < len(text) and known.joins(own, folded(text[at + 1]))
    return left or right


def _one_letter(one: str, other: str) -> bool:
    """Return whether one letter was left out, put in or taken for another."""
    if abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tails = {one[head + 1 :], one[head:]}, {other[head + 1 :], other[head:]}
    return bool(tails[0] & tails[1])
