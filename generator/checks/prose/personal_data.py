"""P2 and S1: what a public paper must not carry: personal data, and marks of secrecy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import LOWER, UPPER
from generator.checks.sought import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALONE = r"(?<![\w./,-])"
_END = r"(?![\w/-]|[.,]\d)"
_IDENTITY = r"(?:CMND|CCCD|CMTND|[Cc]hứng minh|[Cc]ăn cước|[Đđ]ịnh danh|[Hh]ộ chiếu)[^\n.;]{0,30}?"

_APPLICANT = (
    r"(?:[Nn]gười nộp (?:hồ sơ|đơn)|[Cc]hủ hồ sơ|[Nn]gười (?:yêu cầu|đề nghị|khiếu nại|tố cáo))"
    r"(?: là|:)? (?:ông|bà|Ông|Bà) "
)

# The number of a citizen begins with the code of a province, 001 to 096.
_PATTERNS = {
    "identity-number": (
        # A zero is looked for first, then what stands before it: the other way round takes longer.
        sought(rf"(0(?<![\w./,-]0)(?:\d{{2}}[0-3]\d{{8}}|\d{{2}} \d{{3}} \d{{3}} \d{{3}})){_END}", "0"),
        sought(
            rf"{_IDENTITY}{_ALONE}(\d{{12}}|\d{{9}}){_END}",
            *("CMND", "CCCD", "CMTND", "hứng minh", "ăn cước", "ịnh danh", "ộ chiếu"),
        ),
    ),
    "phone-number": (
        sought(
            r"(0(?<![\w./,-]0)[35789]\d(?:\d{7}|[ .-]\d{3}[ .-]\d{4}|\d[ .-]\d{3}[ .-]\d{3}))" + _END, "0"
        ),
        sought(rf"(\+84[ .]?[35789]\d[ .]?\d{{3}}[ .]?\d{{4}}){_END}", "+84"),
    ),
    "e-mail-address": (sought(r"(?<![\w.+-])([\w.+-]+@(?!(?:[\w-]+\.)*gov\.vn)[\w-]+(?:\.[\w-]+)+)", "@"),),
    "applicant": (
        sought(
            rf"{_APPLICANT}([{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,3}})",
            *(" ông ", " bà ", " Ông ", " Bà "),
        ),
    ),
    "file-code": (
        sought(r"(H(?<![\w.]H)\d{2}(?:\.\d{1,3}){0,4}-\d{6}-\d{3,5})(?!\w)", "H"),
        sought(r"(?<![\w.])(\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{3,5})(?!\w)", ".H"),
    ),
}
_SHOWN = 4
"""How many characters a message repeats: enough to find the place, not enough to spread the data."""

_STAMP = re.compile(r"(?<!\w)(TUYỆT MẬT|TỐI MẬT|(?<!BÍ )(?<!BẢO )(?<!CƠ )MẬT)(?!\w)")
_LEVEL = sought(r"Độ mật ?: ?(Tuyệt mật|Tối mật|Mật)(?!\w)", "độ mật", any_case=True)
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_WORD_AFTER = re.compile(r"^[ ]*(\w+)")


def personal_data_hits(text: str) -> list[ProseHit]:
    """Return personal data; arguments `found` (its beginning only) and `kind`."""
    hits: dict[int, ProseHit] = {}
    for kind, patterns in _PATTERNS.items():
        for pattern in patterns:
            for match in pattern.found_in(text):
                shown = f"{match[1][:_SHOWN]}…"
                hits.setdefault(
                    match.start(1),
                    ProseHit("P2", match.start(1), match.end(1), {"found": shown, "kind": kind}),
                )
    return list(hits.values())


def secrecy_hits(text: str) -> Iterator[ProseHit]:
    """Yield marks of secrecy (S1), not the words inside a heading in capitals; argument `found`."""
    for match in _LEVEL.found_in(text):
        yield ProseHit("S1", match.start(1), match.end(1), {"found": match[1]})
    for line in re.finditer(r"[^\n]+", text) if "MẬT" in text else ():
        for match in _STAMP.finditer(line[0]):
            neighbours = (
                _WORD_BEFORE.search(line[0][: match.start()]),
                _WORD_AFTER.search(line[0][match.end() :]),
            )
            if not any(word and word[1].isupper() and len(word[1]) > 1 for word in neighbours):
                start = line.start() + match.start()
                yield ProseHit("S1", start, start + len(match[0]), {"found": match[0]})
