"""The Vietnamese syllable (âm tiết): its letters, where its tone mark stands, one spelling to compare by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.wording.spelling import fold_tones, nfc

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_SHARP_TONES = "\u0301\u0323"  # sắc, nặng: the only ones before c, ch, p, t
_MARKED_VOWELS = "ăâêôơư"
_VOWELS = "aeiouy" + _MARKED_VOWELS

_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu  iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc  oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt  oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut  uôc uôi uôm uôn uông uôt  uâng uân uât uây
    uê uêch uênh uên uêt  uơ  uy uya uych uyn uyt uynh uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu  ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
    """.split()  # noqa: SIM905 - rows of rimes read better than a list of strings
)
_AFTER_QU = frozenset({"ych", "ynh", "yt", "yu", "yn"})
_FRONT = "ieêy"
_ONSET = re.compile(r"qu|ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnprstvx]|")
_I_FOR_Y = re.compile(r"(?<!\w)(qu|[hklmst])([iìíĩỉị])(?!\w)")
_TO_Y = str.maketrans("iìíĩỉị", "yỳýỹỷỵ")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return the text in the one spelling words are compared in: small letters, "hòa", "tỷ lệ", "quý"."""
    lower = fold_tones(text.lower())
    return _I_FOR_Y.sub(lambda match: match[1] + match[2].translate(_TO_Y), lower)


def _taken_apart(syllable: str) -> tuple[str, str, int]:
    """Return (letters without the tone, the tone or "", the index of the letter that bears it or -1)."""
    letters: list[str] = []
    tone, place = "", -1
    for letter in nfc(syllable.lower()):
        marks = unicodedata.normalize("NFD", letter)
        found = next((mark for mark in marks if mark in _TONES), "")
        if found:
            tone, place = tone + found, len(letters)
        letters.append(nfc("".join(mark for mark in marks if mark not in _TONES)))
    return "".join(letters), tone, place


def _split(letters: str) -> tuple[str, str] | None:
    """Return (onset, rime) of a syllable without its tone, or None when no such syllable exists."""
    match = _ONSET.match(letters)
    onset = match[0] if match else ""
    rime = letters[len(onset) :]
    if onset == "gi" and rime[:1] not in tuple(_VOWELS):  # gì, gìn
        onset, rime = "g", "i" + rime
    if rime not in _RIMES and not (onset == "qu" and rime in _AFTER_QU):
        return None
    return (onset, rime) if _fits(onset, rime) else None


def _fits(onset: str, rime: str) -> bool:
    """Return whether the onset is spelled as its rime asks: k, gh, ngh before i, e, ê, y; else c, g, ng."""
    front = rime[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front or (onset == "k" and rime in ("a", "u"))  # ka ki, ku: loans, tolerated
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime.startswith("i")
    return onset != "" or rime[:2] != "iê"  # yên, not iên


def _tone_places(onset: str, rime: str) -> set[int]:
    """Return the indexes, counted in the whole syllable, where the tone mark may stand."""
    cluster = re.match(rf"[{_VOWELS}]+", rime)
    vowels = cluster[0] if cluster else ""
    start = len(onset)
    marked = [index for index, vowel in enumerate(vowels) if vowel in _MARKED_VOWELS]
    if marked:
        return {start + marked[-1]}
    if len(vowels) == 1:
        return {start}
    if len(vowels) == 3 or len(vowels) < len(rime):
        return {start + 1}
    if vowels in ("oa", "oe", "uy"):
        return {start, start + 1}
    return {start}


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Return whether the word has the shape of a Vietnamese syllable, tone mark in its place and all."""
    letters, tone, place = _taken_apart(word)
    parts = _split(letters)
    if parts is None or len(tone) > 1:
        return False
    if parts[1].endswith(("c", "ch", "p", "t")) and tone not in tuple(_SHARP_TONES):
        return False
    return not tone or place in _tone_places(*parts)


@lru_cache(maxsize=1024)
def with_tone_in_place(word: str) -> str:
    """Return the syllable with its tone mark on the letter that bears it ("hòan" → "hoàn"), or ""."""
    letters, tone, _ = _taken_apart(word)
    parts = _split(letters)
    if parts is None or len(tone) != 1:
        return ""
    place = max(_tone_places(*parts)) if len(parts[1]) > 2 else min(_tone_places(*parts))
    moved = nfc(letters[: place + 1] + tone + letters[place + 1 :])
    return moved if is_syllable(moved) else ""
