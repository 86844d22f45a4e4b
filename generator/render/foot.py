"""Boxes 7 and 9b: the signatures with their lines broken, and where the recipients stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.document import Run, plain
from generator.measure import MM_PER_POINT, wrap
from generator.render.lines import SLACK, broken

if TYPE_CHECKING:
    from generator.document import Document, Runs, Signature
    from generator.layout import Layout
    from generator.render.lines import Lines


@dataclass(frozen=True, slots=True)
class SetSignature:
    """One signature: its lines of authority and post, room to sign, a second post or none, the name.

    `second_post` or, without one, `name` begins with empty lines where a neighbour is taller: the names
    of all stand level.
    """

    lines: tuple[Lines, ...]
    second_post: Lines
    name: Lines

    @property
    def height(self) -> int:
        """The number of its lines, without the room."""
        return sum(map(len, self.lines)) + len(self.second_post) + len(self.name)


@dataclass(frozen=True, slots=True)
class SetAddress:
    """Box 13: its lines, their height and distance from the foot, the lower margin of their page; mm."""

    lines: tuple[str, ...]
    height: float
    bottom: float
    margin: float

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class SetFoot:
    """The foot: `recipients` beside a single signature or below the first of several; `more` below all."""

    signatures: tuple[SetSignature, ...]
    recipients: tuple[Runs, ...]
    more: tuple[Runs, ...]


def set_foot(document: Document, layout: Layout) -> SetFoot:
    """Set the foot of a paper with one to three signatures in columns.

    Recipients stand beside one signature (PL I, IV) and below the left one of several (Mẫu 1.9).
    """
    count = len(document.signatures)
    width = layout.signature.columns[1] if count == 1 else layout.text_width() / count
    found = [_signature(signature, layout, width - SLACK) for signature in document.signatures]
    tallest = max(signature.height for signature in found)
    signatures = tuple(_levelled(signature, tallest) for signature in found)
    left, recipients = signatures[0], document.recipients
    fitting = _beside(recipients, left, layout) if count == 1 else _below(recipients, left, width, layout)
    return SetFoot(signatures, recipients[:fitting], recipients[fitting:])


def set_address(document: Document, layout: Layout) -> SetAddress | None:
    """Return the address at the foot of the first page, above the page mark (PL I, III.4)."""
    if not document.address:
        return None
    gaps, points, width = layout.gaps, layout.sizes.address, layout.text_width() - SLACK
    lines = tuple(line for text in document.address for line in wrap(text, width, points))
    height = gaps.address_rule * MM_PER_POINT + _height(layout, points, len(lines))
    mark = _height(layout, layout.sizes.page_mark, 1) if document.page_mark else 0.0
    bottom = layout.page.mark_from_bottom + mark
    above = (gaps.address + layout.rules.weight) * MM_PER_POINT
    margin = max(layout.page.margin.bottom, bottom + height + above)
    return SetAddress(lines, round(height, 3), round(bottom, 3), round(margin, 3))


def _signature(signature: Signature, layout: Layout, width: float) -> SetSignature:
    points = layout.sizes.signature

    def of(runs: Runs) -> Lines:
        return broken(runs, width, points, bold=True)

    second = of((Run(signature.second_post),)) if signature.second_post else ()
    return SetSignature(tuple(map(of, signature.lines)), second, of(signature.name))


def _levelled(signature: SetSignature, tallest: int) -> SetSignature:
    """Return the signature with its name as low as in the tallest one."""
    empty: Lines = ((),) * (tallest - signature.height)
    if signature.second_post:
        return replace(signature, second_post=empty + signature.second_post)
    return replace(signature, name=empty + signature.name)


def _beside(recipients: tuple[Runs, ...], signature: SetSignature, layout: Layout) -> int:
    """Return how many recipients stand beside the signature.

    A list as tall as `signature.together` stays one block. A longer one would not leave the signature
    in its place: as much as the signature is tall stays beside it, the rest follows and may go on
    overleaf.
    """
    heights = _heights(recipients, layout.signature.columns[0], layout)
    label = _height(layout, layout.sizes.recipients_label, 1)
    if label + sum(heights) <= layout.signature.together:
        return len(recipients)
    room = _signature_height(signature, layout) - label
    beside = 0
    while beside < len(heights) and heights[beside] <= room:
        room -= heights[beside]
        beside += 1
    return beside


def _below(recipients: tuple[Runs, ...], signature: SetSignature, width: float, layout: Layout) -> int:
    """Return how many recipients stand in the column of the left signature: all, or none of a long list."""
    label = layout.gaps.foot * MM_PER_POINT + _height(layout, layout.sizes.recipients_label, 1)
    taken = _signature_height(signature, layout) + label + sum(_heights(recipients, width, layout))
    return len(recipients) if taken <= layout.signature.together else 0


def _heights(recipients: tuple[Runs, ...], width: float, layout: Layout) -> list[float]:
    points = layout.sizes.recipients
    return [_height(layout, points, len(wrap(plain(item), width, points))) for item in recipients]


def _signature_height(signature: SetSignature, layout: Layout) -> float:
    return _height(layout, layout.sizes.signature, signature.height) + layout.signature.room


def _height(layout: Layout, points: float, lines: int) -> float:
    return lines * points * layout.font.line_height * MM_PER_POINT
