"""N1: one name in one spelling: tone marks that wander, capitals that come and go, two names of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import stretches
from generator.checks.sought import Sought, sought
from generator.wording.spelling import fold_tones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.running_text import Word

_BEFORE_NAMES = frozenset(
    "Xã Phường Huyện Quận Tỉnh Thôn Bản Ấp Buôn Ông Bà Anh Chị Đồng Chí Bác Cụ Cô Thầy Sở Phòng Chi".split()  # noqa: SIM905
)
"""What a sentence may begin with before a name."""
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:…\n]\s*|[-+•]\s*)$")
_TEAM = sought(
    r"(?<!\w)([Đđ]oàn (?:kiểm tra|giám sát|thanh tra))(?!\w)",
    *("oàn kiểm tra", "oàn giám sát", "oàn thanh tra"),
)
_ONE_STOP = sought(
    r"(?<!\w)([Bb]ộ phận (?:[“\"]?[Mm]ột cửa[”\"]?|[Tt]iếp nhận và [Tt]rả kết quả(?: giải quyết)?))(?!\w)",
    "ộ phận ",
)


def name_hits(text: str) -> list[ProseHit]:
    """Return names in more than one spelling; arguments `one` (used first) and `other`.

    Only comparison: which of the two is right, the office knows.
    """
    return [*_tones(text), *_forms(text, _TEAM), *_forms(text, _ONE_STOP)]


def _forms(text: str, pattern: Sought) -> Iterator[ProseHit]:
    """Yield each further form of one name, once; a capital that the sentence asks for is none."""
    first = ""
    told: set[str] = set()
    for match in pattern.found_in(text):
        form = " ".join(match[1].split())
        begins = _SENTENCE_BEGINS.search(text[max(0, match.start() - 4) : match.start()])
        if begins and form[0].isupper():
            if not first:
                continue
            form = first[0] + form[1:]
        first = first or form
        if form != first and form not in told and form.casefold().split()[1] == first.casefold().split()[1]:
            told.add(form)
            yield ProseHit("N1", match.start(1), match.end(1), {"one": first, "other": form})


def _tones(text: str) -> Iterator[ProseHit]:
    """Yield names whose tone mark wanders: "Thanh Loà", "Thanh Lòa"."""
    spellings: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for stretch in stretches(text):
        for whole in _names(stretch):
            name = whole[1:] if whole[0].text in _BEFORE_NAMES and len(whole) > 1 else whole
            typed = " ".join(word.text for word in name)
            if any(_has_choice(word.text) for word in name):
                spellings[fold_tones(typed)].setdefault(typed, (name[0].start, name[-1].end))
    for variants in spellings.values():
        first, *others = variants
        for other in others:
            start, end = variants[other]
            yield ProseHit("N1", start, end, {"one": first, "other": other})


def _names(stretch: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the runs of words that begin with a capital and go on in small letters."""
    run: list[Word] = []
    for word in stretch:
        if word.text.istitle():
            run.append(word)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


@lru_cache(maxsize=4096)
def _has_choice(word: str) -> bool:
    return re.search(r"(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])$", word, re.IGNORECASE) is not None
