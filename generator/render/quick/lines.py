"""Lines of text: those of one text alone, their place where nothing floats, words set only when drawn."""

from __future__ import annotations

from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout.float import avoid_collisions as _avoid_collisions
from weasyprint.layout.inline import _adjust_line_height, split_text_box
from weasyprint.layout.inline import add_word_spacing as _add_word_spacing
from weasyprint.layout.inline import split_inline_box as _split_inline_box

from generator.render.quick.boxes import resolve_percentages
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


def split_inline_box(  # noqa: PLR0913, PLR0917 - as the original
    context: Any, box: Any, position_x: float, max_x: float, bottom_space: float, skip_stack: Any, *more: Any
) -> Any:
    """Fill a line, as WeasyPrint's function of this name: here one that is a single text, as nearly all are.

    What it returns of letters is for boxes inside of lines alone, and left out.
    """
    rest = (context, box, position_x, max_x, bottom_space, skip_stack, *more)
    containing_block, line_children, first_line_style = more[0], more[5], more[7]
    if first_line_style or line_children or not _single_text(box):
        return _split_inline_box(*rest)
    (child,) = box.children
    start = 0
    if skip_stack is not None:
        ((index, inner),) = skip_stack.items()
        if index or inner is None:
            return _split_inline_box(*rest)
        ((start, _),) = inner.items()
    edge = max_x * (1 + 1e-9)  # as there, against sums that are a hair too large
    child.position_y, child.position_x = box.position_y, position_x
    resolve_percentages(child, containing_block)
    text, resume, preserved = split_text_box(context, child, edge - position_x, start or 0)
    if text is None or text.position_x + text.margin_width() > edge:
        return _split_inline_box(*rest)
    line_children.append((0, text))
    line = box.copy_with_children([text])
    line.remove_decoration(start=skip_stack is not None, end=resume is not None)
    line.width = text.position_x + text.margin_width() - line.content_box_x()
    _adjust_line_height(line)
    resume_at = None if resume is None else {0: {resume: None}}
    return line, resume_at, preserved, None, None, {"left": 0, "right": 0}


def _single_text(box: Any) -> bool:
    """Return whether a box is a plain line from left to right that holds one text and nothing else."""
    if type(box) is not LineBox or len(box.children) != 1 or type(box.children[0]) is not TextBox:
        return False
    style, text = box.style, box.children[0]
    bare = not (box.padding_right or box.margin_right or box.border_right_width or box.is_leader)
    plain = type(style) is type(text.style) is AnonymousStyle and style["direction"] == "ltr"
    return bare and plain and text.is_in_normal_flow()
