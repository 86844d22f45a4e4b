"""Sizes of boxes: lengths and percentages become numbers quickly; the empty line is measured once a look."""

from __future__ import annotations

from math import inf
from operator import itemgetter
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout.percent import adjust_box_sizing, percentage
from weasyprint.text.line_break import strut as _original

_strut_of = itemgetter(
    "font_size",
    "line_height",
    "font_family",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
    "font_variation_settings",
    "font_language_override",
    "lang",
)
_SIDES = ("top", "right", "bottom", "left")


def strut(style: Any) -> Any:
    """Return the height and baseline of an empty line; remembered by values, not by their printed text."""
    kept = style.font_config.__dict__.setdefault("struts", {})
    key = _strut_of(style)
    try:
        return kept[key]
    except KeyError:
        kept[key] = _original(style)
        return kept[key]
    except TypeError:  # a value that is no key
        return _original(style)


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the used lengths of a box, as WeasyPrint's function of this name does."""
    if isinstance(containing_block, Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    across = height if isinstance(box, PageBox) else width
    style = box.style
    box.margin_left = _used(style["margin_left"], style, width)
    box.margin_right = _used(style["margin_right"], style, width)
    box.margin_top = _used(style["margin_top"], style, across)
    box.margin_bottom = _used(style["margin_bottom"], style, across)
    box.padding_left = _used(style["padding_left"], style, width)
    box.padding_right = _used(style["padding_right"], style, width)
    box.padding_top = _used(style["padding_top"], style, across)
    box.padding_bottom = _used(style["padding_bottom"], style, across)
    box.width = _used(style["width"], style, width)
    box.min_width = _least(_used(style["min_width"], style, width))
    box.max_width = _used(style["max_width"], style, width)
    _resolve_heights(box, style, height)
    collapse = style["border_collapse"] == "collapse"
    for side in _SIDES:
        name = f"border_{side}_width"
        if not (collapse and hasattr(box, name)):
            setattr(box, name, style[name])
    if style["box_sizing"] != "content-box":
        adjust_box_sizing(box, "width")
        adjust_box_sizing(box, "height")


def _resolve_heights(box: Any, style: Any, height: Any) -> None:
    if height == "auto":
        own = style["height"]
        box.height = "auto" if own == "auto" or check_math(own) or own.unit == "%" else own.value
        box.min_height = _least(_used(style["min_height"], style, 0))
        box.max_height = _used(style["max_height"], style, inf)
    else:
        box.height = _used(style["height"], style, height)
        box.min_height = _least(_used(style["min_height"], style, height))
        box.max_height = _used(style["max_height"], style, height)


def _least(value: Any) -> Any:
    return 0 if value == "auto" else value


def _used(value: Any, style: Any, whole: Any) -> Any:
    if value is None or value == "auto":
        return value
    unit = getattr(value, "unit", None)
    if unit is None:  # arithmetic
        return percentage(value, style, whole)
    return whole * value.value / 100 if unit == "%" else value.value
