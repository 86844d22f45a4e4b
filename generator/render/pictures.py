"""Pictures and bars with their sizes computed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.lines import SLACK, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Bars, Picture, Runs
    from generator.layout import Layout
    from generator.render.geometry import Paper
    from generator.render.lines import Lines

_AROUND = 40  # mm of a page's height left to the head of the annex and the caption
_SHORTEST = 0.1  # mm: a rate of nothing is a hair
_ENDINGS = {"image/jpeg": "jpeg", "image/png": "png"}


@dataclass(frozen=True, slots=True)
class SetPicture:
    """A picture as large as it may be, mm; `name` is that of its bytes."""

    name: str
    data: bytes
    media: str
    alt: str
    caption: Lines
    width: float
    height: float
    kind: str = "picture"


@dataclass(frozen=True, slots=True)
class SetBar:
    """A rate: what is rated, its number, the length of its bar in mm."""

    label: Runs
    number: Runs
    length: float


@dataclass(frozen=True, slots=True)
class SetBars:
    """Rates drawn as bars."""

    name: str
    head: tuple[Runs, Runs]
    bars: tuple[SetBar, ...]
    kind: str = "bars"


def set_picture(picture: Picture, layout: Layout, *, landscape: bool) -> SetPicture:
    """Make a picture too large for its page smaller, in its proportions."""
    page = layout.page
    margin = page.landscape_margin if landscape else page.margin
    height = (page.width if landscape else page.height) - margin.top - margin.bottom - _AROUND
    width = layout.text_width(landscape=landscape) - SLACK
    scale = min(1.0, width / picture.width_mm, height / picture.height_mm)
    points = layout.sizes.caption
    return SetPicture(
        name=f"{hashlib.sha256(picture.data).hexdigest()[:16]}.{_ENDINGS[picture.media]}",
        data=picture.data,
        media=picture.media,
        alt=picture.alt,
        caption=broken(picture.caption, layout.titles.width, points, italic=True) if picture.caption else (),
        width=round(picture.width_mm * scale, 2),
        height=round(picture.height_mm * scale, 2),
    )


def set_bars(bars: Bars, layout: Layout) -> SetBars:
    """Give each rate its bar; a whole (1) is as long as the column allows beside its number."""
    longest = layout.bars.columns[1] - 2 * layout.table.padding - layout.bars.number
    drawn = tuple(
        SetBar(bar.label, bar.number, round(max(longest * min(bar.share, 1), _SHORTEST), 2))
        for bar in bars.bars
    )
    return SetBars(bars.name, bars.head, drawn)


def pictures(paper: Paper) -> Iterator[SetPicture]:
    """Yield the pictures of a paper."""
    for blocks in (paper.body, *(annex.blocks for annex in paper.annexes)):
        yield from (block for block in blocks if isinstance(block, SetPicture))
