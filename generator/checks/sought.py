"""What is sought in a text only where it can stand: most papers hold few of the words that a rule is about.

To ask whether a word stands in a text costs a hundredth of trying a pattern at each of its letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and words of which every match holds at least one.

    A text without any of the words is not searched; the pattern is compiled for the first text that has one.
    With `any_case` neither the pattern nor the words tell capitals from small letters.
    """

    pattern: str
    words: tuple[str, ...]
    any_case: bool = False

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where the pattern matches."""
        return self.compiled().finditer(text) if self.may_stand_in(text) else iter(())

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the match that begins at `start` and lies before `end`, None without any."""
        if any(text.find(word, start, end) >= 0 for word in self.words):
            return self.compiled().match(text, start, end)
        return None

    def may_stand_in(self, text: str) -> bool:
        """Return whether the text holds one of the words."""
        read = _lowered(text) if self.any_case else text
        return any(word in read for word in self.words)

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern compiled, once for all texts."""
        return _compiled(self.pattern, re.IGNORECASE if self.any_case else re.NOFLAG)


def sought(pattern: str, *words: str, any_case: bool = False) -> Sought:
    """Return the pattern with the words of which every match holds one; `Sought` says the rest."""
    return Sought(pattern, words, any_case)


def at_word(words: str) -> str:
    """Return the pattern of any of some words (parted by "|"), each from the beginning of a word.

    Each says its first letter before it looks back: the engine skips to such letters. Of a pattern that looks
    back first it tries all at every letter of the text.
    """
    each = (rf"{word[0]}(?<!\w{word[0]}){word[1:]}" for word in words.split("|"))
    return f"(?:{'|'.join(each)})"


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    return text.lower()
