"""How one syllable is mistyped or misheard for another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from generator.wording.spelling import fold_accents

_SOUNDS_ALIKE = {
    frozenset(pair)
    for pair in (
        ("ch", "tr"),
        ("s", "x"),
        ("d", "gi"),
        ("d", "r"),
        ("r", "gi"),
        ("l", "n"),
        ("d", "đ"),
        ("v", "d"),
    )
}
_HEARD_EVERYWHERE = {frozenset(pair) for pair in (("s", "x"), ("ch", "tr"), ("d", "gi"))}
_ENDS_ALIKE = (
    ("n", "ng"),
    ("c", "t"),
    ("i", "y"),
    ("m", "n"),
    ("n", "nh"),
    ("ch", "t"),
    ("p", "t"),
    ("m", "p"),
    ("ng", "nh"),
    ("nh", "ch"),
)
_ENDS_HEARD = (*_ENDS_ALIKE, *(pair[::-1] for pair in _ENDS_ALIKE))
_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@lru_cache(maxsize=16384)
def closeness(wrong: str, right: str) -> int:
    """Return how near the slip lies (1: marks only, 2: sounds alike, 3: one key), 0 if none explains it."""
    if wrong == right:
        return 0
    if _bare(wrong) == _bare(right):
        return 1
    if _sound_alike(wrong, right):
        return 2
    return 3 if _one_key(wrong, right) else 0


@lru_cache(maxsize=8192)
def _bare(syllable: str) -> str:
    return fold_accents(syllable)


@lru_cache(maxsize=4096)
def is_common_slip(wrong: str, right: str) -> bool:
    """Return whether it is one of the slips everybody makes: hỏi for ngã, no tone, s for x, c for t.

    These are believed of any word of the dictionary; other slips only of terms of the administration.
    """
    one, two = unicodedata.normalize("NFD", wrong), unicodedata.normalize("NFD", right)
    bare, tones = _without_tone(one), {_tone(one), _tone(two)}
    if wrong != right and bare == _without_tone(two):
        return tones == {"\u0309", "\u0303"} or not _tone(one)
    first, second = _onset(wrong), _onset(right)
    if frozenset((first, second)) in _HEARD_EVERYWHERE and wrong[len(first) :] == right[len(second) :]:
        return True
    return any(
        wrong.endswith(end) and right.endswith(other) and wrong[: -len(end)] == right[: -len(other)]
        for end, other in (("c", "t"), ("t", "c"), ("n", "ng"), ("ng", "n"))
    )


def _tone(decomposed: str) -> str:
    return next((mark for mark in decomposed if mark in _TONES), "")


def _without_tone(decomposed: str) -> str:
    return "".join(mark for mark in decomposed if mark not in _TONES)


def differs_in_one_letter(first: str, second: str) -> bool:
    """Return whether two syllables of one length differ in a single letter, marks and all."""
    return len(first) == len(second) > 2 and sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _onset(syllable: str) -> str:
    return next((onset for onset in _ONSETS if syllable.startswith(onset)), syllable[:1])


def _sound_alike(first: str, second: str) -> bool:
    """Return whether the two differ in one onset or one ending that speakers confuse."""
    one, two = _onset(first), _onset(second)
    if frozenset((one, two)) in _SOUNDS_ALIKE and first[len(one) :] == second[len(two) :]:
        return True
    return any(
        first.endswith(end) and second.endswith(other) and first[: -len(end)] == second[: -len(other)]
        for end, other in _ENDS_HEARD
    )


def _one_key(first: str, second: str) -> bool:
    """Return whether one letter more, one less, two swapped, or a neighbouring key makes one of the other."""
    if abs(len(first) - len(second)) == 1:
        short, long = sorted((first, second), key=len)
        return any(long[:cut] + long[cut + 1 :] == short for cut in range(len(long)))
    if len(first) != len(second):
        return False
    places = [index for index, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(places) == 2 and places[1] == places[0] + 1:
        return first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]
    return len(places) == 1 and _neighbouring_keys(first[places[0]], second[places[0]])


def _neighbouring_keys(first: str, second: str) -> bool:
    """Return whether the letters, their marks being the same, lie side by side on the keyboard."""
    one, two = unicodedata.normalize("NFD", first), unicodedata.normalize("NFD", second)
    if one[1:] != two[1:]:
        return False
    keys = one[0] + two[0]
    return any(keys in row or keys[::-1] in row for row in _KEY_ROWS)
