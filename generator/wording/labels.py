"""The numbers and letters that stand before sections, annexes and points (NĐ 30/2020, PL I, II.6d)."""

from __future__ import annotations

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The Vietnamese order of the letters of điểm; f, j, w, z are not used, nor letters with marks but đ."""

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """Return 1 to 3999 as a Roman numeral, for mục, phụ lục and quý; anything else is a ValueError."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        numeral += sign * times
    return numeral


def point_letter(number: int) -> str:
    """Return the letter of the điểm with this number, counted from 1; after "y" (23) a ValueError."""
    if not 1 <= number <= len(POINT_LETTERS):
        raise ValueError(f"no letter for point {number}: a clause has at most {len(POINT_LETTERS)} points")
    return POINT_LETTERS[number - 1]
