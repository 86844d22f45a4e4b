"""L3: words left out, run together or typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import stretches, without_addresses
from generator.checks.prose.vocabulary import vocabulary
from generator.checks.sought import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.running_text import Word
    from generator.checks.prose.vocabulary import Vocabulary

_CONTRACTED = {
    "lãnh chỉ đạo": "lãnh đạo, chỉ đạo",
    "kiểm giám sát": "kiểm tra, giám sát",
}
_CONTRACTION = sought(rf"(?<!\w)({'|'.join(_CONTRACTED)})(?!\w)", *_CONTRACTED, any_case=True)

# "một nguyên nhân chậm …" for "một số nguyên nhân": at the head of an item, or after a verb of showing.
_SOME_OF_THEM = "nguyên nhân|hạn chế|tồn tại|bất cập|khó khăn|vướng mắc|thiếu sót|giải pháp"
_ONE_FOR_SOME = sought(
    r"(?:(?<=[;:,] )|(?<=làm rõ )|(?<=chỉ ra )|(?<=bộc lộ )|(?<=khắc phục )|(?<=bổ sung )|(?<=vẫn còn ))"
    rf"một ((?:{_SOME_OF_THEM}))(?!\w)"
    r"(?! (?:chính|khác|quan trọng|cơ bản|chủ yếu|là|duy nhất|trọng tâm|lớn|nữa|nhỏ"
    r"|cụ thể|đáng kể|chung|nêu))",
    *(f"một {noun}" for noun in _SOME_OF_THEM.split("|")),
)
# "Từ khi đi vào hoạt động, đáp ứng yêu cầu …": nobody is named who answers the need.
_WITHOUT_SUBJECT = sought(
    r"(?:(?m:^)|(?<=[.!?] ))\s*(?:Từ khi|Kể từ khi) [^,.;\n]{5,120}, "
    r"((?:đáp ứng|góp phần|mang lại|tạo|giúp|phát huy|khắc phục|nâng cao)(?= [^\W\d_]))",
    *("Từ khi ", "Kể từ khi "),
)
# Function words are never said twice on purpose; other words may be ("từ từ", "luôn luôn").
_NEVER_TWICE = frozenset("của và các những được đã với cho tại theo để là trong việc có".split())  # noqa: SIM905
_NUMERALS = frozenset("một hai ba bốn năm sáu bảy tám chín mười".split())  # noqa: SIM905


def word_hits(text: str, words: frozenset[str] = frozenset()) -> list[ProseHit]:
    """Return missing and doubled words; arguments `found` and `proposal`."""
    known = vocabulary(words)
    plain = without_addresses(text)
    hits = [
        ProseHit(
            "L3", match.start(), match.end(), {"found": match[0], "proposal": _CONTRACTED[match[1].lower()]}
        )
        for match in _CONTRACTION.found_in(plain)
    ]
    hits += [
        ProseHit("L3", match.start(), match.end(), {"found": match[0], "proposal": f"một số {match[1]}"})
        for match in _ONE_FOR_SOME.found_in(plain)
    ]
    hits += [
        ProseHit("L3", match.start(1), match.end(), {"found": match[1], "proposal": f"… đã {match[1]}"})
        for match in _WITHOUT_SUBJECT.found_in(plain)
    ]
    for stretch in stretches(text):
        hits += _twice(stretch, known)
        hits += _words_of_two_twice(stretch, known)
    return hits


def _hit(words: Sequence[Word], half: int) -> ProseHit:
    found, proposal = (" ".join(word.text for word in part) for part in (words, words[:half]))
    return ProseHit("L3", words[0].start, words[-1].end, {"found": found, "proposal": proposal})


def _twice(stretch: Sequence[Word], known: Vocabulary) -> Iterator[ProseHit]:
    """Yield a syllable typed twice: "việc việc"; not "cơ quan quan tâm", not "luôn luôn"."""
    for index in range(len(stretch) - 1):
        first, second = stretch[index], stretch[index + 1]
        if first.folded != second.folded or not second.is_plain or first.folded in _NUMERALS:
            continue
        before = index > 0 and known.joins(stretch[index - 1].folded, first.folded)
        after = index + 2 < len(stretch) and known.joins(second.folded, stretch[index + 2].folded)
        reduplicated = known.joins(first.folded, second.folded)
        if first.folded in _NEVER_TWICE:
            accident = before and after
        else:  # "thiết bị bị hỏng": the second begins what follows, as such words do
            accident = reduplicated or after or (before and first.folded in known.standing_alone)
        if not accident:
            yield _hit([first, second], 1)


def _words_of_two_twice(stretch: Sequence[Word], known: Vocabulary) -> Iterator[ProseHit]:
    """Yield a word of two syllables typed twice: "thực hiện thực hiện"."""
    for index in range(len(stretch) - 3):
        if stretch[index].folded != stretch[index + 2].folded:
            continue
        four = stretch[index : index + 4]
        first, second, _, fourth = (word.folded for word in four)
        if second == fourth and known.joins(first, second) and four[3].is_plain:
            yield _hit(four, 2)
