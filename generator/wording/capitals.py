"""Capital letters (NĐ 30/2020, PL I and PL II)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.wording.spelling import nfc

if TYPE_CHECKING:
    from collections.abc import Collection

_FIRST_LETTER = re.compile(r"[^\w]*[^\W\d_]")
_FIRST_WORD = re.compile(r"\w+")


def upper(text: str) -> str:
    """Return the whole text in capitals, each letter with its marks: "Ủy ban" gives "ỦY BAN"."""
    return nfc(nfc(text).upper())


def post_capitals(post: str) -> str:
    """Return a post as the signature block prints it (PL I, II.7): "Phó Chủ tịch" gives "PHÓ CHỦ TỊCH"."""
    return upper(" ".join(post.split()))


def capitalise_first(text: str) -> str:
    """Return the text with a capital at its start, past an opening mark; a leading figure stays alone."""
    text = nfc(text)
    match = _FIRST_LETTER.match(text)
    if match is None:
        return text
    return nfc(match[0].upper()) + text[match.end() :]


def lower_first(text: str, proper_names: Collection[str] = ()) -> str:
    """Return a phrase as it stands inside a sentence: "Tổ chức kiểm điểm" gives "tổ chức kiểm điểm".

    A first word with capitals inside ("UBND") stays, and so does a text that begins with one of the
    `proper_names`. No other name is recognised: never hand over a text that begins with one.
    """
    text = nfc(text)
    match = _FIRST_LETTER.match(text)
    if match is None or _begins_with_name(text, proper_names):
        return text
    return nfc(match[0].lower()) + text[match.end() :]


def _begins_with_name(text: str, proper_names: Collection[str]) -> bool:
    """Return whether the first word is an abbreviation or the text begins with a whole proper name."""
    word = _FIRST_WORD.search(text)
    if word is None or word[0][1:] != word[0][1:].lower():
        return True
    rest = text[word.start() :]
    return any(re.match(rf"{re.escape(nfc(name))}(?!\w)", rest) for name in proper_names)
