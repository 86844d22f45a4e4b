"""Recognise boxes 7, 9b, 12 and 13: signature and nơi nhận (NĐ 30/2020, PL I, II.7 and II.9)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.checks.form.parts import FootParts, SignatureColumn, gap
from generator.seen import Region, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.seen import SeenParagraph

_LONGEST_LINE = 80
_LARGEST_ADDRESS = 12.5  # pt
_PREFIX = re.compile(r"(?:TM|KT|TL|TUQ|Q|T\s?/\s?M|K\s?/\s?T|T\s?/\s?L)\s?[./]?\s+\S")
_NAME = re.compile(r"[^\W\d_]+(?:[ .]+[^\W\d_]+){1,7}")


def foot_start(paragraphs: Sequence[SeenParagraph], start: int) -> int:
    """Return the index where the foot begins; the number of paragraphs when there is none."""
    label = _label(paragraphs, start)
    if label is None:
        return _signature_start(paragraphs, start)
    above = label
    while above > start and _may_sign(paragraphs[above - 1]):
        above -= 1
    return above if any(_signs(one) for one in paragraphs[above:label]) else label


def _label(paragraphs: Sequence[SeenParagraph], start: int) -> int | None:
    """Return where "Nơi nhận" stands: the first behind the end of the text, else the last there is.

    A copy on paper has a second one below, that of who made the copy (Mẫu 3.1).
    """
    labels = [i for i in range(start, len(paragraphs)) if _is_label(paragraphs[i])]
    ends = [i for i in range(start, len(paragraphs)) if patterns.CLOSING.search(paragraphs[i].words)]
    behind = [i for i in labels if ends and i > ends[-1]]
    return behind[0] if behind else labels[-1] if labels else None


def address_block(paragraphs: Sequence[SeenParagraph]) -> list[SeenParagraph]:
    """Return box 13 where a PDF shows it among the text: the small lines at the foot of the first page."""
    last = next((i for i, one in enumerate(paragraphs) if _is_small(one) and _is_address(one)), None)
    if last is None:
        return []
    first = last
    while first and _is_small(paragraphs[first - 1]) and paragraphs[first - 1].page == paragraphs[last].page:
        first -= 1
    return list(paragraphs[first : last + 1])


def _is_address(one: SeenParagraph) -> bool:
    return one.page == 1 and patterns.ADDRESS.search(one.words) is not None


def _is_small(one: SeenParagraph) -> bool:
    sizes = [stretch.size for stretch in one.stretches if stretch.size is not None]
    return (
        bool(sizes) and max(sizes) <= _LARGEST_ADDRESS and one.side is Side.FULL and one.region is Region.BODY
    )


def _is_label(one: SeenParagraph) -> bool:
    return len(one.words) < 30 and patterns.letters(one.words).startswith("noinhan")


def _signature_start(paragraphs: Sequence[SeenParagraph], start: int) -> int:
    """Return where the trailing lines that may be a signature begin."""
    index = len(paragraphs)
    while index > start and _may_sign(paragraphs[index - 1]):
        index -= 1
    block = paragraphs[index:]
    return index if any(_signs(one) for one in block) else len(paragraphs)


def _may_sign(one: SeenParagraph) -> bool:
    words = one.words
    if one.region is Region.CELL or len(words) > _LONGEST_LINE or patterns.CLOSING.search(words):
        return False
    if one.side is not Side.FULL:
        return True
    return _signs(one) or patterns.PLACEHOLDER.fullmatch(words) is not None or _is_name(words)


def _signs(one: SeenParagraph) -> bool:
    """Return whether a line is of the signature for sure: an authority or a post in capitals."""
    words = one.words
    if one.region is Region.CELL or len(words) > _LONGEST_LINE or not patterns.in_capitals(words):
        return False
    if one.side is Side.FULL and one.align not in ("center", "right", None):
        return False
    return _PREFIX.match(words) is not None or (
        patterns.names_post(words) and not words.endswith((".", ";", ":"))
    )


def _is_name(words: str) -> bool:
    return words.istitle() and _NAME.fullmatch(words) is not None


def recognise_foot(paragraphs: Sequence[SeenParagraph]) -> FootParts:
    """Return the foot; what stands after it and belongs to none of its parts is left out.

    A second "Nơi nhận" is that of a copy (Mẫu 3.1): from there on it is another's foot.
    """
    labels = [i for i, one in enumerate(paragraphs) if _is_label(one)]
    label = paragraphs[labels[0]] if labels else None
    paragraphs = paragraphs[: labels[1]] if len(labels) > 1 else paragraphs
    recipients: list[SeenParagraph] = []
    columns: dict[Side, list[SeenParagraph]] = {}
    drafter: SeenParagraph | None = None
    address: list[SeenParagraph] = []
    for one in _without_placeholders(_without_confirmation(paragraphs)):
        if one is label:
            continue
        if drafter is None and recipients and patterns.DRAFTER.fullmatch(one.words):
            drafter = one
        elif patterns.ADDRESS.search(one.words):
            address.append(one)
        elif _is_recipient(one, label, recipients):
            recipients.append(one)
        elif one.region is not Region.CELL and (one.side is not Side.FULL or _may_sign(one) or gap(one)):
            columns.setdefault(_column(one), []).append(one)
    signatures = tuple(_column_of(lines) for side, lines in sorted(columns.items(), key=_from_left) if lines)
    return FootParts(label, tuple(recipients), signatures, drafter, tuple(address))


def _without_confirmation(paragraphs: Sequence[SeenParagraph]) -> Iterator[SeenParagraph]:
    """Yield the paragraphs without what another body confirms beside or below a signature (Mẫu 1.11)."""
    confirmed: Side | None = None
    for one in paragraphs:
        if one.region is not Region.CELL and patterns.CONFIRMATION.match(one.words):
            confirmed = one.side
        if confirmed is None or one.side is not confirmed:
            yield one


def _without_placeholders(paragraphs: Iterable[SeenParagraph]) -> Iterator[SeenParagraph]:
    """Yield the paragraphs without "(Ký, ghi rõ họ tên)", which may go over several lines."""
    inside: Side | None = None
    for one in paragraphs:
        if inside is None and one.words.startswith("(") and not one.words.endswith((";", ".")):
            inside = one.side
        if inside is not one.side:
            inside = None
            yield one
        elif ")" in one.words:
            inside = None


def _column(one: SeenParagraph) -> Side:
    return Side.RIGHT if one.side is Side.FULL else one.side


def _from_left(item: tuple[Side, list[SeenParagraph]]) -> int:
    return (Side.LEFT, Side.MIDDLE, Side.RIGHT).index(item[0])


def _is_recipient(
    one: SeenParagraph, label: SeenParagraph | None, recipients: Sequence[SeenParagraph]
) -> bool:
    """Return whether a line is an item of nơi nhận, or the second line of one."""
    if label is None or one.number < label.number or one.side is Side.RIGHT:
        return False
    kept = any(patterns.letters(line.words).startswith("luu") for line in recipients)
    if kept and one.side is not Side.LEFT:
        return False
    if patterns.DASH.match(one.text.strip()) or patterns.PLUS.match(one.text.strip()):
        return True
    sides = (Side.LEFT, recipients[-1].side) if recipients else (Side.LEFT,)
    if one.side not in sides or patterns.in_capitals(one.words):
        return False
    if one.words.endswith((";", ",")) or patterns.letters(one.words).startswith(("nhutren", "luu")):
        return True
    return bool(recipients) and not recipients[-1].words.endswith((";", "."))


def _column_of(lines: Sequence[SeenParagraph]) -> SignatureColumn:
    """Part the lines of one who signs: authority and post, a second post, the name.

    The second post stands below the room to sign, which is not seen: it is taken for one when the chain
    before it is complete ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN").
    """
    start = _name_start(lines)
    name, posts = _joined(lines[start:]), lines[:start]
    second = posts[-1] if len(posts) > _chain_length(posts) else None
    return SignatureColumn(tuple(one for one in posts if one is not second), name, second)


def _name_start(lines: Sequence[SeenParagraph]) -> int:
    """Return the index where the name begins, the number of lines when there is none."""
    last = len(lines) - 1
    if gap(lines[last]):
        return last or 1
    if patterns.in_capitals(lines[last].words):
        return last if last and not patterns.names_post(lines[last].words) else last + 1
    # A long name goes on overleaf of its column.
    goes_on = last > 1 and not patterns.in_capitals(lines[last - 1].words) and not gap(lines[last - 1])
    return last - 1 if goes_on else last


def _joined(lines: Sequence[SeenParagraph]) -> SeenParagraph | None:
    """Return the lines of a name as one."""
    if not lines:
        return None
    pieces = [(replace(line.stretches[-1], text=" "), *line.stretches) for line in lines]
    return replace(lines[0], stretches=tuple(stretch for piece in pieces for stretch in piece)[1:])


def _chain_length(posts: Sequence[SeenParagraph]) -> int:
    """Return how many lines the chain of authority has: each prefix asks for one more line."""
    prefixes = [index for index, one in enumerate(posts) if _PREFIX.match(one.words)]
    return prefixes[-1] + 2 if prefixes else max(len(posts), 1)
