"""The page number in the head or foot of a page: where it stands, and its look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.seen import PageNumber, Region

if TYPE_CHECKING:
    from generator.reading.word.look import ParagraphLook, RunLook
    from generator.reading.word.walk import Found

_TAB_ALIGNS = {"center": "center", "right": "right", "end": "right"}


def page_number(found: Found, look: ParagraphLook, run: RunLook, tabs: int) -> PageNumber:
    """Return the page number that stands in a paragraph, after this many tabs."""
    return PageNumber(
        where="top" if found.place.region is Region.HEADER else "bottom",
        align=_align(look, tabs),
        size=run.size,
        bold=run.bold is True,
        italic=run.italic is True,
    )


def _align(look: ParagraphLook, tabs: int) -> str | None:
    """Return the place across the page: of the frame, of the tab stop, or of the paragraph.

    None when it stands after tabs whose stops the file does not set.
    """
    if look.frame:
        return look.frame
    if not tabs:
        return look.align or "left"
    stops = sorted(stop for stop in look.tabs or () if stop[1] not in {"clear", "bar"})
    return _TAB_ALIGNS.get(stops[tabs - 1][1], "left") if tabs <= len(stops) else None
