"""Printed texts as they are compared: the kinds of spaces, and labels given by numbering, do not count."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 20_000
"""Characters of a paragraph that is compared word by word: the time for it grows with their square."""
_SPACES = re.compile("[\t\r\n\u00a0\u2002\u2003\u2007\u2009\u202f]")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LABEL = re.compile(r"(?:Điều \d+\.|[IVXLC]+\.|\d+\.|[a-zđ]{1,2}\)|[-+])\s+")
_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)


def even(text: str) -> str:
    """Return the text with every kind of space as a space; nothing changes its place."""
    return _SPACES.sub(" ", text)


def clean(text: str) -> str:
    """Return the text as Unicode composes it, without letters that print nothing."""
    return _NOTHING.sub("", unicodedata.normalize("NFC", text))


def said(text: str) -> str:
    """Return what a text says: without the number and kinds of its spaces."""
    return " ".join(even(clean(text)).split())


def unlabelled(text: str) -> str:
    """Return what a paragraph says without its number or mark."""
    return _LABEL.sub("", said(text), count=1) if _LABEL.match(said(text)) else said(text)


def label_length(text: str) -> int:
    """Return how many characters the number or mark in front of a paragraph takes."""
    match = _LABEL.match(even(text))
    return match.end() if match else 0


def words(text: str) -> list[str]:
    """Return the words, the spaces and the marks of a text, in order."""
    return _WORD.findall(text)
