"""N1, N3, N5: one name in one spelling, one word for one thing, a person and the posts apart."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import stretches, without_addresses
from generator.wording.spelling import fold_tones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.prose.running_text import Word

_OFFICIAL = {"trễ hạn": "quá hạn", "chậm hạn": "quá hạn"}
"""Words of the press for what the reports of the administration call "quá hạn"."""

_ENUMERATIONS = {
    "cán bộ công chức": "cán bộ, công chức",
    "công chức viên chức": "công chức, viên chức",
    "cơ quan đơn vị": "cơ quan, đơn vị",
    "cơ quan tổ chức": "cơ quan, tổ chức",
    "tổ chức cá nhân": "tổ chức, cá nhân",
    "cá nhân tổ chức": "cá nhân, tổ chức",
    "các xã thị trấn": "các xã, thị trấn",
    "các xã phường": "các xã, phường",
    "chế độ thông tin báo cáo": "chế độ thông tin, báo cáo",
    "tồn tại hạn chế": "tồn tại, hạn chế",
    "phản ánh kiến nghị": "phản ánh, kiến nghị",
    "khiếu nại tố cáo": "khiếu nại, tố cáo",
}
_PLAIN_TERMS = re.compile(rf"(?<!\w)({'|'.join((*_OFFICIAL, *_ENUMERATIONS))})(?!\w)", re.IGNORECASE)
_ENSURE = re.compile(r"(?<!\w)đảm bảo(?!\w)", re.IGNORECASE)
_ENSURE_OFFICIAL = re.compile(r"(?<!\w)bảo đảm(?!\w)", re.IGNORECASE)

_BODY = (
    r"HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Sở (?:Nội vụ|Tư pháp|Tài chính|Y tế|Xây dựng|Công Thương)"
    r"|Văn phòng|Ban Tổ chức|Thanh tra|Phòng Nội vụ|Phòng Tư pháp"
)
_PLACE = r"(?: (?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận))?(?: [A-ZĐÀ-Ỹ][^\W\d_]*){0,6}"
_TWO_POSTS = re.compile(
    rf"(?<!\w)((?:Phó )?(?:Chủ tịch|Giám đốc|Chánh Văn phòng|Trưởng phòng|Chánh Thanh tra|Trưởng ban)"
    rf"(?: (?:{_BODY}))?{_PLACE}) ((?:[Pp]hó )?[Tt]rưởng [Đđ]oàn)(?!\w)"
)


def term_hits(text: str) -> list[ProseHit]:
    """Return drifting terms (N3) and posts run together (N5); arguments `found` and `proposal`."""
    plain = without_addresses(text)
    wanted = _OFFICIAL | _ENUMERATIONS
    hits = [
        ProseHit("N3", match.start(), match.end(), {"found": match[0], "proposal": wanted[match[1].lower()]})
        for match in _PLAIN_TERMS.finditer(plain)
    ]
    if _ENSURE_OFFICIAL.search(plain):
        hits += [
            ProseHit("N3", match.start(), match.end(), {"found": match[0], "proposal": "bảo đảm"})
            for match in _ENSURE.finditer(plain)
        ]
    hits += [
        ProseHit("N5", match.start(), match.end(), {"found": match[0], "proposal": _apart(match)})
        for match in _TWO_POSTS.finditer(plain)
    ]
    return hits


def _apart(match: re.Match[str]) -> str:
    return f"{match[1]}, {match[2][0].upper()}{match[2][1:]}"


def spelling_variants(text: str) -> Iterator[ProseHit]:
    """Yield names whose tone mark wanders: "Thanh Loà", "Thanh Lòa" (N1); arguments `one`, `other`.

    Only comparison: which of the two is right, the office knows.
    """
    spellings: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for stretch in stretches(text):
        for name in _names(stretch):
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


def _has_choice(word: str) -> bool:
    return re.search(r"(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])$", word, re.IGNORECASE) is not None
