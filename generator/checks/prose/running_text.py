"""Running text taken apart: stretches of words between marks, with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.checks.prose.syllables import folded
from generator.wording.spelling import nfc

# No pattern may begin inside a run of its first characters: a very long word would be read once a letter.
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>“”\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])(?:[\w-]+\.)+vn(?!\w)"
)
"""An address of the web or of a mailbox."""

_IN_ADDRESSES = ("://", "www.", "@", ".vn")
"""Every address holds one of these."""

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = "a-zđ" + "".join(nfc(vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
UPPER = "A-ZĐ" + nfc(LOWER[4:].upper())
"""The Vietnamese letters, to stand inside square brackets."""
LETTER = f"[{LOWER}{UPPER}]"
NOT_VIETNAMESE = re.compile(f"[^{LOWER}{UPPER}]")

_STRETCH = re.compile(r"[^\W_]+(?: +[^\W_]+)*")
_HYPHENATED = re.compile(r"(?<![^\W_])[^\W_]+(?:-[^\W_]+)+")  # Mát-xcơ-va, vắc-xin, KH-UBND


class Word(NamedTuple):
    """A word as typed, its place, and the spelling it is compared in.

    `is_plain`: it is in small letters: no name, no abbreviation, no number.
    """

    text: str
    start: int
    end: int
    folded: str
    is_plain: bool


@lru_cache(maxsize=4)
def without_addresses(text: str) -> str:
    """Return the text, character for character, with spaces for no-break spaces and "_" over addresses."""
    text = text.replace("\u00a0", " ")
    return ADDRESS.sub(_blotted, text) if any(mark in text for mark in _IN_ADDRESSES) else text


def without_hyphenated(text: str) -> str:
    """Return the text, character for character, with "_" over words with hyphens: foreign names, symbols."""
    return _HYPHENATED.sub(_blotted, text)


def _blotted(match: re.Match[str]) -> str:
    return "_" * len(match[0])


@lru_cache(maxsize=2)
def stretches(text: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each stretch of the text that no mark, dash or line end interrupts.

    Addresses and words with hyphens interrupt it too: they are not Vietnamese prose.
    """
    plain = without_hyphenated(without_addresses(text))
    return tuple(_words(stretch[0], stretch.start()) for stretch in _STRETCH.finditer(plain))


@lru_cache(maxsize=8192)
def _read(word: str) -> tuple[str, bool]:
    return folded(word), word.islower() and word.isalpha()


def _words(stretch: str, start: int) -> tuple[Word, ...]:
    found: list[Word] = []
    for text in stretch.split(" "):
        end = start + len(text)
        if text:
            found.append(Word(text, start, end, *_read(text)))
        start = end + 1
    return tuple(found)
