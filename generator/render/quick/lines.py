"""Lines of text: their place where nothing floats, and justified words that are set only when drawn."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout.float import avoid_collisions as _avoid_collisions
from weasyprint.layout.inline import add_word_spacing as _add_word_spacing

from generator.render.quick.text import waiting

_SPACES = (" ", "\u00a0")


def avoid_collisions(
    context: Any,
    box: Any,
    containing_block: Any,
    outer: bool = True,
) -> Any:
    """Return where a box may stand and how wide it may be; with floats WeasyPrint's own function says it."""
    plain = containing_block.style["direction"] == "ltr" and box.style["float"] == "none"
    if context.excluded_shapes or not plain:
        return _avoid_collisions(context, box, containing_block, outer)
    left = containing_block.content_box_x()
    right = left + containing_block.width
    if outer:
        return left, box.position_y, right - left
    left += box.margin_left
    right -= box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def add_word_spacing(context: Any, box: Any, justification_spacing: float, x_advance: float) -> Any:
    """Widen the spaces of a line, as WeasyPrint's function of this name, without setting it for nothing."""
    if not isinstance(box, TextBox) or not _plain(box):
        return _add_word_spacing(context, box, justification_spacing, x_advance)
    box.justification_spacing = justification_spacing
    box.position_x += x_advance
    spaces = sum(map(box.text.count, _SPACES))
    if spaces:
        extra = justification_spacing * spaces
        x_advance += extra
        box.width += extra
        box.pango_layout = waiting(box.text, justification_spacing)
    return x_advance


def _plain(box: TextBox) -> bool:
    """Return whether a line can wait: a lone space is set in another way, a drawn line asks for measures."""
    return len(box.text) > 1 and "\n" not in box.text and box.style["text_decoration_line"] == "none"
