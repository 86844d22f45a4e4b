"""Recognise boxes 1 to 4, 5b, 10 and 11: the head (NĐ 30/2020, PL I, mục IV)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.checks.form.looks import weight
from generator.checks.form.parts import HeadParts, gap
from generator.seen import Region, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.seen import SeenParagraph

_LONGEST_LINE = 120  # characters: what is longer is a paragraph of the body
_MOST = 40
_AGENCY = re.compile(
    r"(?:SỞ|BAN|PHÒNG|VĂN PHÒNG|ĐOÀN|CHI CỤC|CỤC|TỔNG CỤC|VỤ|TRUNG TÂM|THANH TRA|TRƯỜNG|VIỆN|BỆNH VIỆN"
    r"|BỘ|TỔ|HỘI ĐỒNG|CÔNG AN|TÒA ÁN|CHI NHÁNH|CÔNG TY|TỔNG CÔNG TY)\b"
)
_WHOLE_ALONE = re.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)$")


def recognise_head(paragraphs: Sequence[SeenParagraph]) -> tuple[HeadParts, int]:
    """Return the head and the index of the first paragraph after it."""
    end = _end(paragraphs)
    zone = [one for one in paragraphs[:end] if one.region is not Region.CELL or _is_anchor(one)]
    found: dict[str, SeenParagraph] = {}
    left: list[SeenParagraph] = []
    about: list[SeenParagraph] = []
    stamps: list[SeenParagraph] = []
    for one in zone:
        name = _anchor(one, found)
        if name:
            found[name] = one
        elif patterns.is_stamp(one.words):
            stamps.append(one)
        elif patterns.REFERENCE.match(one.words) or (about and one.side is about[-1].side):
            about.append(one)
        elif "number" not in found and one.side is not Side.RIGHT:
            left.append(one)
    superior, agency = _agencies(_issuers(left))
    head = HeadParts(
        national_name=found.get("national-name"),
        motto=found.get("motto"),
        superior=superior,
        agency=agency,
        number=found.get("number"),
        place_date=found.get("place-date"),
        about=tuple(about),
        stamps=tuple(stamps),
        draft_mark=found.get("draft-mark"),
    )
    return (head, end) if head.recognised else (HeadParts(), 0)


def _issuers(lines: Sequence[SeenParagraph]) -> list[SeenParagraph]:
    """Return those of the lines that name the issuer: in the left box, else those in capitals."""
    boxed = [one for one in lines if one.side is Side.LEFT]
    return boxed or [one for one in lines if patterns.in_capitals(one.words) or gap(one)]


def _is_anchor(one: SeenParagraph) -> bool:
    return _anchor(one, {}) is not None


def _anchor(one: SeenParagraph, found: dict[str, SeenParagraph]) -> str | None:
    """Return the component a line is, by its wording."""
    words = one.words
    tests: dict[str, Callable[[], bool]] = {
        "national-name": lambda: patterns.resembles(words, patterns.NATIONAL_NAME),
        "motto": lambda: patterns.resembles(words, patterns.MOTTO),
        "number": lambda: (
            patterns.NUMBER_LINE.match(one.text.strip()) is not None and one.side is not Side.RIGHT
        ),
        "place-date": lambda: (
            patterns.DATE_LINE.fullmatch(words) is not None and not patterns.ATTACHED.match(words)
        ),
        "draft-mark": lambda: len(words) < 20 and patterns.DRAFT.fullmatch(words) is not None,
    }
    return next((name for name, test in tests.items() if name not in found and test()), None)


def _end(paragraphs: Sequence[SeenParagraph]) -> int:
    """Return where the head ends: at the kind, at Kính gửi, or where running text begins."""
    seen = 0
    for index, one in enumerate(paragraphs[:_MOST]):
        seen += _is_anchor(one)
        if _starts_text(one, seen) and not _goes_on(paragraphs[index:]):
            return index
    return min(len(paragraphs), _MOST)


def _goes_on(paragraphs: Sequence[SeenParagraph]) -> bool:
    """Return whether a line that may be text is one of the head: the second line of "V/v" before the date."""
    first, *following = paragraphs[:4]
    short = len(first.words) <= _LONGEST_LINE and patterns.kind_named(first.words) is None
    begins = patterns.addresses(first.words) or patterns.BASIS.match(first.words) is not None
    return short and not begins and any(_is_anchor(one) for one in following)


def _starts_text(one: SeenParagraph, anchors: int) -> bool:
    words = one.words
    if patterns.addresses(one.words) or patterns.BASIS.match(words):
        return True
    if _is_anchor(one) or one.side is Side.LEFT or patterns.REFERENCE.match(words):
        return False
    if patterns.kind_named(words) is not None and (anchors >= 1 or one.side is not Side.RIGHT):
        return True
    return len(words) > _LONGEST_LINE or (
        anchors >= 2 and one.side is Side.FULL and not patterns.is_stamp(words)
    )


def _agencies(lines: Sequence[SeenParagraph]) -> tuple[tuple[SeenParagraph, ...], tuple[SeenParagraph, ...]]:
    """Part the left lines into cơ quan chủ quản and cơ quan ban hành: by weight, else by wording."""
    weights = [weight(one) for one in lines if not gap(one)]
    if None not in weights and any(weights) and not weights[0]:
        start = weights.index(True)
    else:
        start = next(
            (i for i in range(1, len(lines)) if _begins_agency(lines[i - 1].words, lines[i].words)), 0
        )
    return tuple(lines[:start]), tuple(lines[start:])


def _begins_agency(before: str, line: str) -> bool:
    whole = not _WHOLE_ALONE.search(before.upper()) and not re.search(r"(?:[-,]|\bVÀ)$", before.upper())
    return whole and _AGENCY.match(line.upper()) is not None
