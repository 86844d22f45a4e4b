"""Amounts in words, up to a million of billions (một triệu tỷ).

Read in groups of three figures. A group that is 0 is passed over; every group after the first is read
with its hundreds ("một nghìn không trăm lẻ năm"), so that no two amounts sound alike.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ZeroWord: TypeAlias = Literal["lẻ", "linh"]
FourWord: TypeAlias = Literal["tư", "bốn"]

LARGEST_AMOUNT = 10**15
"""One more is refused: no usage is settled beyond it."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 10**9


def in_words(amount: int, zero_word: ZeroWord = "lẻ", four_word: FourWord = "tư") -> str:
    """Return the amount in words: 1005 gives "một nghìn không trăm lẻ năm", 24 "hai mươi tư".

    `zero_word` is said for a missing ten, `four_word` after "mươi". An amount beyond
    `LARGEST_AMOUNT` on either side is a ValueError.
    """
    if abs(amount) > LARGEST_AMOUNT:
        raise ValueError(f"{amount} is beyond {LARGEST_AMOUNT}")
    if amount == 0:
        return _DIGITS[0]
    words = _AmountReader(zero_word, four_word).read(abs(amount))
    return " ".join(["âm", *words] if amount < 0 else words)


class _AmountReader:
    """Reads amounts with one choice of words."""

    __slots__ = ("_four_word", "_zero_word")

    def __init__(self, zero_word: ZeroWord, four_word: FourWord) -> None:
        self._zero_word = zero_word
        self._four_word = four_word

    def read(self, amount: int) -> list[str]:
        """Return the words of a positive amount: so many tỷ, and what is below."""
        billions, rest = divmod(amount, _BILLION)
        if not billions:
            return self._below_billion(rest, leading=True)
        return [*self.read(billions), "tỷ", *self._below_billion(rest, leading=False)]

    def _below_billion(self, amount: int, *, leading: bool) -> list[str]:
        """Return the words of the triệu, the nghìn and the rest; `leading` when nothing was said before."""
        words: list[str] = []
        for power in (2, 1, 0):
            group = amount // 1000**power % 1000
            if group:
                words += self._group(group, leading=leading and not words)
                words += [_GROUPS[power]] if power else []
        return words

    def _group(self, group: int, *, leading: bool) -> list[str]:
        """Return the words of 1 to 999; the hundreds are left out only in front of the whole amount."""
        hundreds, rest = divmod(group, 100)
        if leading and not hundreds:
            return self._below_hundred(rest)
        words = [_DIGITS[hundreds], "trăm"]
        if 0 < rest < 10:
            return [*words, self._zero_word, _DIGITS[rest]]
        return words + self._below_hundred(rest)

    def _below_hundred(self, number: int) -> list[str]:
        """Return the words of 0 to 99, where 0 says nothing."""
        tens, ones = divmod(number, 10)
        if tens == 0:
            return [_DIGITS[ones]] if ones else []
        words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
        return [*words, self._one_after_ten(tens, ones)] if ones else words

    def _one_after_ten(self, tens: int, ones: int) -> str:
        """Return the last figure as it changes after a ten: mốt, tư and lăm."""
        if ones == 5:
            return "lăm"
        if tens > 1 and ones == 1:
            return "mốt"
        return self._four_word if tens > 1 and ones == 4 else _DIGITS[ones]
