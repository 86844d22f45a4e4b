"""Setting a line of text: what depends on the look alone is made once a look, and no line is set in vain."""

from __future__ import annotations

from operator import itemgetter
from typing import Any, NamedTuple

from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout

_setup, _deactivate, _reactivate = Layout.setup, Layout.deactivate, Layout.reactivate
_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_features_of = itemgetter(*_FEATURES)
_look_of = itemgetter(
    "direction",
    "font_language_override",
    "lang",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variation_settings",
    *_FEATURES,
)


class _Look(NamedTuple):
    """What Pango needs to set text in a look; `features` as Pango reads them."""

    context: Any
    description: Any
    language: Any
    features: bytes


def setup(layout: Any, style: Any) -> None:
    """Do what ``Layout.setup`` does, with the context, font and features of a look already at hand.

    Unlike the original it gives the list of features back to Pango; that one is lost with each line, which a
    process of thousands of papers feels.
    """
    if style["text_decoration_line"] != "none":
        _setup(layout, style)
        return
    kept: dict[Any, _Look] = style.font_config.__dict__.setdefault("looks", {})
    key = (*_look_of(style), *style["font_family"])
    look = kept.get(key)
    if look is None:
        look = kept[key] = _look(style)
    layout.style, layout.first_line_direction, layout.language = style, 0, look.language
    layout.ascent = layout.underline_position = layout.strikethrough_position = None
    layout.layout = ffi.gc(pango.pango_layout_new(look.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, look.description)
    if look.features:
        attributes = pango.pango_attr_list_new()
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(look.features))
        pango.pango_layout_set_attributes(layout.layout, attributes)
        pango.pango_attr_list_unref(attributes)


def _look(style: Any) -> _Look:
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    name = style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    if name:
        pointer, _kept_until_here = unicode_to_char_p(name)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    features = font_features(*_features_of(style))
    said = ",".join(f"{name} {value}" for name, value in features.items())
    return _Look(context, get_font_description(style), language, said.encode())


def deactivate(layout: Any) -> None:
    """Keep a line as it was measured until it is drawn, unless it is one that is set anew for that."""
    if layout.justification_spacing or layout.ascent is not None or "\n" in layout.text:
        _deactivate(layout)


def reactivate(layout: Any, style: Any) -> None:
    """Take up a line where it was left; set it anew when it was not kept. `kept` says which."""
    layout.kept = vars(layout).get("style") is style
    if not layout.kept:
        _reactivate(layout, style)


def waiting(text: str, justification_spacing: float) -> Any:
    """Return a line that is only set when it is drawn."""
    layout = Layout.__new__(Layout)
    layout.text, layout.justification_spacing = text, justification_spacing
    layout.max_width, layout.first_line_direction = None, 0
    return layout
