"""Recognise boxes 5a and 9a and the căn cứ: what stands above the body (PL I, II.5, II.6a, II.9)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.checks.form.looks import weight
from generator.checks.form.parts import TitleParts, gap
from generator.seen import Region, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.seen import SeenParagraph

_LONGEST_LINE = 120  # characters: what is longer is a paragraph of the body
_MOST = 40
_LONGEST_KIND = 60
_SUBJECT_LINES = 8
_DEEP = 20  # mm: a list of addressees stands deeper than any paragraph of the body
_LEVELS = (patterns.ARTICLE, patterns.SECTION, patterns.CLAUSE, patterns.PART)
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TRƯỞNG|CHÁNH|TRƯỞNG"
    r"|CỤC TRƯỞNG|TỔNG CỤC|HIỆU TRƯỞNG|VIỆN TRƯỞNG|THẨM QUYỀN|THƯỜNG TRỰC|THỦ TƯỚNG|CHI CỤC TRƯỞNG|BAN)\b"
)


def recognise_title(paragraphs: Sequence[SeenParagraph], start: int) -> tuple[TitleParts, int]:
    """Return what stands between the head and the body, and the index where the body begins."""
    index = start
    parts = TitleParts()
    if index < len(paragraphs) and _is_kind(paragraphs[index]):
        parts = replace(parts, kind=paragraphs[index], named=patterns.kind_named(paragraphs[index].words))
        index += 1
        parts, index = _subject(paragraphs, index, parts)
    parts, index = _addressing(paragraphs, index, parts)
    return _decision(paragraphs, index, parts)


def _is_kind(one: SeenParagraph) -> bool:
    """Return whether a line stands where the kind does: one of Điều 7, or another title in bold capitals."""
    if patterns.kind_named(one.words) is not None:
        return True
    titled = one.align == "center" and weight(one) is not False and len(one.words) <= _LONGEST_KIND
    return titled and patterns.in_capitals(one.words) and one.side in (Side.FULL, Side.MIDDLE)


def _subject(paragraphs: Sequence[SeenParagraph], index: int, parts: TitleParts) -> tuple[TitleParts, int]:
    subject: list[SeenParagraph] = []
    attached: list[SeenParagraph] = []
    for one in paragraphs[index : index + _SUBJECT_LINES]:
        if patterns.ATTACHED.match(one.words) or (attached and not attached[-1].words.endswith(")")):
            attached.append(one)
        elif attached or _ends_subject(one, parts.named or "", subject):
            break
        else:
            subject.append(one)
    return replace(parts, subject=tuple(subject), attached=tuple(attached)), index + len(subject) + len(
        attached
    )


def _begins_text(one: SeenParagraph, named: str) -> bool:
    """Return whether the wording of a line says that it is no subject."""
    words = one.words
    decides = named in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
    return (
        gap(one)
        or patterns.addresses(one.words)
        or (words.endswith(":") and weight(one) is False)
        or patterns.BASIS.match(words) is not None
        or (decides and patterns.in_capitals(words) and _AUTHORITY.match(words) is not None)
        or any(level.match(one.text) for level in _LEVELS)
    )


def _ends_subject(one: SeenParagraph, named: str, subject: Sequence[SeenParagraph]) -> bool:
    words = one.words
    if _begins_text(one, named):
        return True
    if one.align is not None:
        return one.align != "center" and not (subject == [] and _is_bold(one))
    looks_bold = [stretch.bold for stretch in one.stretches if stretch.bold is not None]
    if looks_bold:
        return not all(looks_bold)
    return (
        len(words) > _LONGEST_LINE
        or words.endswith((".", ":", ";"))
        or bool(subject and subject[-1].words.endswith("."))
    )


def _is_bold(one: SeenParagraph) -> bool:
    return all(stretch.bold for stretch in one.stretches if stretch.text.strip())


def _addressing(paragraphs: Sequence[SeenParagraph], index: int, parts: TitleParts) -> tuple[TitleParts, int]:
    if index >= len(paragraphs) or not patterns.addresses(paragraphs[index].words):
        return parts, index
    addressing = paragraphs[index]
    index += 1
    addressees: list[SeenParagraph] = []
    while index < len(paragraphs) and _is_addressee(paragraphs[index], addressing, addressees):
        addressees.append(paragraphs[index])
        index += 1
    return replace(parts, addressing=addressing, addressees=tuple(addressees)), index


def _is_addressee(one: SeenParagraph, addressing: SeenParagraph, addressees: Sequence[SeenParagraph]) -> bool:
    """Return whether a line is an addressee, or goes on with the one before it (in a PDF)."""
    if patterns.DASH.match(one.text.strip()):
        return True
    last = addressees[-1] if addressees else addressing
    if last.words.endswith((";", ".")) or one.region is Region.CELL:
        return False
    if addressing.align == "center":
        return one.align == "center"
    indent = (one.left or 0.0) + (one.first_line or 0.0)
    return bool(addressees) and indent > _DEEP and one.align != "both"


def _decision(paragraphs: Sequence[SeenParagraph], index: int, parts: TitleParts) -> tuple[TitleParts, int]:
    """Recognise the authority line, the căn cứ and "QUYẾT ĐỊNH:"."""
    authority: list[SeenParagraph] = []
    while index < len(paragraphs) and _names_authority(paragraphs[index], parts):
        authority.append(paragraphs[index])
        index += 1
    bases: list[SeenParagraph] = []
    while index < len(paragraphs) and _is_basis(paragraphs, index, bases, parts):
        bases.append(paragraphs[index])
        index += 1
    resolving = None
    if index < len(paragraphs) and parts.kind is not None and _resolves(paragraphs[index]):
        resolving = paragraphs[index]
        index += 1
    return replace(parts, authority=tuple(authority), bases=tuple(bases), resolving=resolving), index


def _names_authority(one: SeenParagraph, parts: TitleParts) -> bool:
    decides = parts.named in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
    return (
        decides and patterns.in_capitals(one.words) and not _resolves(one) and len(one.words) < _LONGEST_LINE
    )


def _resolves(one: SeenParagraph) -> bool:
    return patterns.RESOLVING.fullmatch(one.words) is not None


def _is_basis(
    paragraphs: Sequence[SeenParagraph], index: int, bases: Sequence[SeenParagraph], parts: TitleParts
) -> bool:
    """Return whether a paragraph is one of the căn cứ.

    In a decision everything above "QUYẾT ĐỊNH:" is; elsewhere a line that begins as one does and does not
    go on as a sentence ("Căn cứ ..., Sở thông báo như sau:").
    """
    one = paragraphs[index]
    if _resolves(one) or one.region is Region.CELL:
        return False
    if parts.named in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT"):
        following = paragraphs[index : index + _MOST]
        return any(_resolves(line) for line in following) or patterns.BASIS.match(one.words) is not None
    if patterns.BASIS.match(one.words) is None or not one.words.endswith((";", ",", ".")):
        return False
    after = paragraphs[index + 1].words if index + 1 < len(paragraphs) else ""
    italic = all(stretch.italic for stretch in one.stretches if stretch.text.strip())
    return italic or bool(bases) or (one.words.endswith(";") and patterns.BASIS.match(after) is not None)
