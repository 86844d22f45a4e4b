"""How an issued paper is called: its number, its folder, its files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.numbering import number_parts
from generator.document import plain
from generator.wording import fold_accents

if TYPE_CHECKING:
    from datetime import date

    from generator.document import Document
    from generator.issuing.at_hand import AtHand

_DIGITS = re.compile(r"[0-9]{1,6}")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
_MAX_NAME = 100


def given_number(hand: AtHand, document: Document, typed: str) -> str:
    """Return the whole number and symbol for what a clerk typed: 45, or 45/TB-UBND.

    Refused when the symbol is not the one the paper prints, when a number below 10 has no zero before it
    (NĐ 30/2020, PL I, II.3), or when a kind without numbers is given one.
    """
    if not hand.kind.data.form.numbered:
        if typed:
            raise hand.told("issue-unnumbered", "number", kind=hand.kind.data.name)
        return ""
    symbol = plain(document.head.number).partition("/")[2].strip()
    if not typed:
        raise hand.told("issue-number-missing", "number", symbol=symbol)
    if _DIGITS.fullmatch(typed):
        return f"{int(typed):02}/{symbol}"
    parts = number_parts(typed)
    if parts is None or parts.symbol != symbol:
        raise hand.told("issue-symbol", "number", text=typed, symbol=symbol)
    if not typed.replace(" ", "").startswith(f"{parts.number:02}"):
        raise hand.told("issue-leading-zero", "number", text=typed, number=f"{parts.number:02}/{symbol}")
    return typed.replace(" ", "")


def folder_of(hand: AtHand, number: str, day: date) -> str:
    """Return the folder of a paper below the store: ``2026/TB-UBND/045_TB-UBND_2026-05-18_mau_tb-kl``."""
    parts = number_parts(number)
    symbol = ascii_name(parts.symbol if parts else hand.kind.data.abbreviation or hand.kind.id)
    name = f"{symbol}_{day.isoformat()}_{hand.name[0]}_{hand.name[1]}"
    whole = f"{parts.number:03}_{name}" if parts else name
    return f"{day.year}/{symbol}/{whole[:_MAX_NAME]}"


def ascii_name(text: str) -> str:
    """Return "QĐ-UBND" as a name that every system takes: ``QD-UBND``."""
    return _NOT_IN_NAMES.sub("-", fold_accents(text)).strip("-")
