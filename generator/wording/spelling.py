"""One spelling for comparison: Unicode form, place of the tone mark, letters without marks.

The place of the tone (hòa or hoà, ủy or uỷ) is not a matter of Unicode: both are valid NFC and the
decree itself prints both. Folding serves comparison only; a name is printed as it was typed.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_OPEN_RIMES = ("oa", "oe", "uy")


def nfc(text: str) -> str:
    """Return the text in Unicode normalisation form C, the only form the program keeps."""
    return unicodedata.normalize("NFC", text)


def _tone_moves() -> dict[str, str]:
    """Return every rime with the tone on its second letter and the same with it on the first."""
    letters = [
        (first, second)
        for rime in _OPEN_RIMES
        for first in (rime[0], rime[0].upper())
        for second in (rime[1], rime[1].upper())
    ]
    return {
        nfc(first + second + tone): nfc(first + tone + second) for first, second in letters for tone in _TONES
    }


_MOVES = _tone_moves()
# At the end of a syllable only: in "hoàn" there is no choice. After q the u belongs to the consonant.
_TONE_ON_SECOND = re.compile(rf"(?<![qQ])({'|'.join(_MOVES)})(?![\w\u0300-\u036f])")


def fold_tones(text: str) -> str:
    """Return the text with "hoà", "khoẻ", "uỷ" written "hòa", "khỏe", "ủy"; "quý" stays as it is."""
    return _TONE_ON_SECOND.sub(lambda match: _MOVES[match[1]], nfc(text))


def fold_accents(text: str) -> str:
    """Return the text without tone and letter marks, "đ" as "d"; upper and lower case stay."""
    bare = "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
    return nfc(bare.replace("đ", "d").replace("Đ", "D"))
