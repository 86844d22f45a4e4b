"""Numbers as a paper prints them: thousands with a dot, decimals with a comma, rounding half up.

All arithmetic is exact (integers, Decimal, Fraction). A float is refused: it has lost its last digit
before it comes here.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Decimal | Fraction
"""A number without rounding error."""


def count(number: int) -> str:
    """Return "13.462", the form of tables and of large counts; years and document numbers never pass here."""
    return f"{number:,}".replace(",", ".")


def prose_count(number: int) -> str:
    """Return a count inside a sentence: "05 hồ sơ", "01 trường hợp", but "0" and "13.462".

    The zero before 1 to 9 is custom (the decree writes "03 tháng"); it never stands before decimals.
    """
    return f"0{number}" if 1 <= number <= 9 else count(number)


def ratio(part: int, whole: int, *, leading_zero: bool = True) -> str:
    """Return "11.573/13.309", "03/60"; without `leading_zero` "3/60", as in tables."""
    write = prose_count if leading_zero else count
    return f"{write(part)}/{write(whole)}"


def round_half_up(value: Exact, places: int = 2) -> Decimal:
    """Return the value with exactly this many decimals, a half going away from zero."""
    scaled = _scaled(value, places)
    digits = tuple(int(digit) for digit in str(abs(scaled)))
    return Decimal((int(scaled < 0), digits, -places))


def _scaled(value: Exact, places: int) -> int:
    """Return the value times ten to the `places`, rounded half up, as an integer."""
    if isinstance(value, float):
        raise TypeError("a float has no exact value: give an int, a Decimal or a Fraction")
    if places < 0:
        raise ValueError(f"{places} decimals")
    exact = Fraction(value) * 10**places
    size: int = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return size if exact >= 0 else -size


def decimal_text(value: Exact, places: int = 2) -> str:
    """Return "10,67" or "1.234,50", always with its decimals: rates in table columns print "100,00"."""
    scaled = _scaled(value, places)
    whole, rest = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{count(whole)},{rest:0{places}d}" if places else f"{sign}{count(whole)}"


def percent(rate: Exact, places: int = 2, *, whole_short: bool = True) -> str:
    """Return a rate (already in percent) as "65,09%"; a whole one as "100%" unless not `whole_short`.

    Whole means the rate that is given, not the rounded one: the fraction 99.9992 prints "100,00%".
    """
    if whole_short and Fraction(rate).denominator == 1:
        places = 0
    return f"{decimal_text(rate, places)}%"


def percent_of(part: Exact, whole: Exact, places: int = 2, *, whole_short: bool = True) -> str | None:
    """Return the share of `part` in `whole` as `percent` prints it, or None when the whole is 0."""
    rate = _rate(part, whole)
    return None if rate is None else percent(rate, places, whole_short=whole_short)


def share(part: Exact, whole: Exact, places: int = 2) -> Decimal | None:
    """Return the share of `part` in `whole` in percent, rounded, or None when the whole is 0."""
    rate = _rate(part, whole)
    return None if rate is None else round_half_up(rate, places)


def _rate(part: Exact, whole: Exact) -> Fraction | None:
    """Return the exact share in percent; nothing of nothing has no share, not 0%."""
    return Fraction(part) * 100 / Fraction(whole) if whole else None


def points(rate: Exact, other: Exact, places: int = 2) -> Decimal:
    """Return điểm phần trăm: the difference of the two rates as printed, so that a reader gets the same."""
    difference = _scaled(rate, places) - _scaled(other, places)
    return round_half_up(Fraction(difference, 10**places), places)
