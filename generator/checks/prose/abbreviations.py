"""N2: an abbreviation is told once, before it is used, and is then used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.prose.hits import ProseHit
from generator.checks.prose.running_text import UPPER, without_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITALS = "A-ZĐƯÔƠÂĂÊ"
_ABBREVIATION = re.compile(rf"([{_CAPITALS}](?<![\w/&.-].)[{_CAPITALS}]{{1,5}})(?![\w/&-]|\.\w)")
_TOLD = re.compile(
    r"\((?:sau đây |dưới đây )?(?:được )?(?:viết tắt|gọi tắt|gọi chung|gọi) là:? ?"
    r"[“\"]?([^()“”\"]{2,60}?)[”\"]?\)"
    rf"|\((?<=\w \()([{_CAPITALS}]{{2,8}})\)"
)
_IN_CAPITALS = re.compile(rf"[{UPPER}]{{2,}}")
_FILED = re.compile(r"Lưu ?: ?VT[^\n]*")  # the last line of the recipients: codes of units
_ROMAN = re.compile(r"[IVXLC]+")

# Known to every reader: the two organs of each locality, foreign codes of everyday use, forms of signature.
_KNOWN = frozenset(
    "UBND HĐND GDP USD VND ISO PDF QR IP ID USB GPS SMS VAT WTO UNESCO COVID AI TM KT TL TUQ VT ATM "  # noqa: SIM905
    "TT STT NXB TP".split()
)
_IN_FULL = {"TTHC": re.compile("thủ tục hành chính", re.IGNORECASE)}
"""Not asked for once the full name has stood in the text: the subject of every paper of this kind."""


def abbreviation_hits(text: str) -> list[ProseHit]:
    """Return abbreviations that are not told before use, told twice, or told and not used (N2).

    The text is the whole paper; arguments `found` and `problem` (untold, twice, unused).
    """
    plain = _FILED.sub(lambda match: "_" * len(match[0]), without_addresses(text))
    told: dict[str, re.Match[str]] = {}
    hits: list[ProseHit] = []
    for match in _TOLD.finditer(plain):
        short = _short(match)
        if short in told:
            hits.append(_hit("twice", match))
        told.setdefault(short, match)
    hits += [_hit("unused", match) for short, match in told.items() if not _used(short, match.end(), plain)]
    return [*hits, *_untold(plain, {short: match.start() for short, match in told.items()})]


def _short(match: re.Match[str]) -> str:
    return match[1] or match[2]


def _hit(problem: str, match: re.Match[str]) -> ProseHit:
    group = 1 if match[1] else 2
    return ProseHit("N2", match.start(group), match.end(group), {"found": match[group], "problem": problem})


def _used(short: str, start: int, plain: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", plain[start:]) is not None


def _untold(plain: str, told: dict[str, int]) -> Iterator[ProseHit]:
    """Yield the first use of each abbreviation that nothing before it explains."""
    seen = set(_KNOWN)
    for match in _ABBREVIATION.finditer(plain):
        short = match[1]
        if short in seen or _ROMAN.fullmatch(short) or _is_named(match, plain) or _in_heading(match, plain):
            continue
        seen.add(short)
        in_full = _IN_FULL.get(short)
        explained = told.get(short, len(plain)) <= match.start() or (
            in_full and in_full.search(plain, 0, match.start())
        )
        if not explained:
            yield ProseHit("N2", match.start(), match.end(), {"found": short, "problem": "untold"})


def _is_named(match: re.Match[str], plain: str) -> bool:
    """Return whether it is spoken of and not used: alone on its line (a cell of a list), or quoted."""
    before, after = plain[: match.start()].rpartition("\n")[2], plain[match.end() :].partition("\n")[0]
    return not (before + after).strip() or before.endswith("“") or after.startswith("”")


def _in_heading(match: re.Match[str], plain: str) -> bool:
    """Return whether the capitals are part of a heading: a word beside them is in capitals too."""
    before = re.search(r"(\w+)\W?\s*$", plain[max(0, match.start() - 20) : match.start()].rpartition("\n")[2])
    after = re.match(r"\s?\W?(\w+)", plain[match.end() : match.end() + 20].partition("\n")[0])
    return any(
        word is not None and _IN_CAPITALS.fullmatch(word[1]) is not None and word[1] not in _KNOWN
        for word in (before, after)
    )
