"""What one level of formatting says: None where it says nothing, so that levels can be laid over others."""

from __future__ import annotations

from typing import NamedTuple


class RunLook(NamedTuple):
    """Character formatting; sizes and `spacing` in points, `scale` in percent, fonts by slot (rFonts).

    A font that a level names but the theme does not know is "".
    """

    ascii: str | None = None
    hansi: str | None = None
    east: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    colour: str | None = None
    raised: bool | None = None
    spacing: float | None = None
    scale: float | None = None
    style: str | None = None

    def over(self, base: RunLook) -> RunLook:
        """Return this look laid over another."""
        if base == NO_RUN_LOOK:
            return self
        return RunLook._make(
            [theirs if mine is None else mine for mine, theirs in zip(self, base, strict=True)]
        )


class ParagraphLook(NamedTuple):
    """Paragraph formatting; lengths in twips, `line` in 240ths of a line or twips as `line_rule` says.

    `first_line` is negative for a hanging indent. `tabs` are (position, kind); `frame` is the horizontal
    place of a frame ("" for none given). `border` tells a line below the text.
    """

    style: str | None = None
    align: str | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None
    before: float | None = None
    after: float | None = None
    before_auto: bool | None = None
    after_auto: bool | None = None
    line: float | None = None
    line_rule: str | None = None
    contextual: bool | None = None
    number: str | None = None
    level: int | None = None
    border: bool | None = None
    tabs: tuple[tuple[float, str], ...] | None = None
    frame: str | None = None
    columns_left: float | None = None
    columns_right: float | None = None
    columns_first: float | None = None

    def over(self, base: ParagraphLook) -> ParagraphLook:
        """Return this look laid over another."""
        if base == NO_PARAGRAPH_LOOK:
            return self
        return ParagraphLook._make(
            [theirs if mine is None else mine for mine, theirs in zip(self, base, strict=True)]
        )


TOGGLES = tuple(
    (RunLook._fields.index(name), name) for name in ("bold", "italic", "caps", "small_caps", "hidden")
)
NO_RUN_LOOK = RunLook()
NO_PARAGRAPH_LOOK = ParagraphLook()
# What Word uses when a file says nothing at all (no document defaults): Times New Roman 10, black.
WORD_DEFAULT = RunLook(
    ascii="Times New Roman",
    hansi="Times New Roman",
    east="Times New Roman",
    size=10.0,
    underlined=False,
    colour="000000",
    raised=False,
    spacing=0.0,
    scale=100.0,
)
