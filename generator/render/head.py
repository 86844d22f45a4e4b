"""Boxes 1 to 5b and 9a with their lines broken and the lengths of their rules computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.document import Run, Urgency
from generator.measure import MM_PER_POINT, text_width
from generator.render.lines import SLACK, broken, rule_length
from generator.titles import balanced_lines

if TYPE_CHECKING:
    from generator.document import Document, Head, Runs
    from generator.layout import Layout
    from generator.render.lines import Lines

MOTTO = "Độc lập - Tự do - Hạnh phúc"
SALUTATION = "Kính gửi:"


@dataclass(frozen=True, slots=True)
class SetHead:
    """Boxes 1 to 5b with the lengths of the two rules, mm; what a paper has not is empty."""

    superior: Lines
    agency: Lines
    agency_rule: float
    motto_rule: float
    number: Runs
    place_date: Runs
    about: Lines


FRAMED = ("urgency", "circulation")
RED = "FF0000"  # "đỏ tươi" (III.2b), the only colour of a paper


def urgency_widths(layout: Layout) -> dict[Urgency, float]:
    """Return how wide the frame of each degree of urgency is, mm (III.2b)."""
    frames = layout.frames
    widths = (frames.immediate, frames.very_urgent, frames.urgent)
    return dict(zip(Urgency, widths, strict=True))


def frame_space(layout: Layout, points: float) -> int:
    """Return the room above and below the words in a frame, in whole points as Word keeps it."""
    room = layout.frames.height / MM_PER_POINT - points * layout.font.line_height - 2 * layout.frames.border
    return max(round(room / 2), 0)


class AddresseeIndents(NamedTuple):
    """Where a list of addressees stands, mm from the left: label, dashes under its colon, words."""

    label: float
    dash: float
    words: float


def addressee_indents(layout: Layout) -> AddresseeIndents:
    """Return the indents of Kính gửi: "các gạch đầu dòng thẳng hàng với nhau dưới dấu hai chấm" (II.9d)."""
    label, points = layout.addressees.left, layout.sizes.addressees
    dash = label + text_width(SALUTATION.removesuffix(":"), points)
    return AddresseeIndents(label, dash, dash + text_width("- ", points))


def set_head(head: Head, layout: Layout) -> SetHead:
    """Break the head; a line of the letterhead that is wider than its column is broken again."""
    width, points = layout.head.columns[0] - SLACK, layout.sizes.agency
    superior = tuple((Run(line),) for text in head.superior for line in balanced_lines(text, width, points))
    agency = tuple(line for runs in head.agency for line in broken(runs, width, points, bold=True))
    return SetHead(
        superior=superior,
        agency=agency,
        agency_rule=rule_length(agency, points, layout.rules.agency, bold=True),
        motto_rule=round(text_width(MOTTO, layout.sizes.motto, bold=True) * layout.rules.motto, 2),
        number=head.number,
        place_date=head.place_date,
        about=broken(head.about, width, layout.sizes.about) if head.about else (),
    )


def only_addressee(document: Document, layout: Layout) -> Lines:
    """Return "Kính gửi: ..." as one centred line, broken only if it must; nothing for several (II.9d)."""
    if len(document.addressees) != 1:
        return ()
    runs = (Run(f"{SALUTATION} "), *document.addressees[0])
    return broken(runs, layout.titles.width, layout.sizes.addressees)


def listed_addressees(document: Document, layout: Layout) -> tuple[Lines, ...]:
    """Return two or more addressees, one below the other, long ones broken between names (II.9d)."""
    if len(document.addressees) < 2:
        return ()
    width = layout.text_width() - addressee_indents(layout).words - SLACK
    return tuple(broken(item, width, layout.sizes.addressees) for item in document.addressees)
