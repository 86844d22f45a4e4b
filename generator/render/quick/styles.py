"""Styles of elements: the usual values without a detour, rules applied once for elements that are alike."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from weasyprint.css import (
    ComputedStyle,
    StyleFor,
    declaration_precedence,
    find_style_attributes,
    preprocess_declarations,
)
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable

_original = ComputedStyle.__missing__
_RELATED = {"float", "position", "display", "page"}  # each looks at another
_SPECIAL = _RELATED | {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
_PLAIN = {str, int, float, type(None)}
_FROM_PARENT = INHERITED - _SPECIAL - PHYSICAL_FUNCTIONS.keys()
_INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if name not in INHERITED | _SPECIAL | INITIAL_NOT_COMPUTED and not check_math(value)
}
_LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}


def missing(style: Any, name: str) -> Any:
    """Compute a value: inherited or initial when no rule says another; all others as WeasyPrint does."""
    cascaded = style.cascaded
    if name not in cascaded:
        if name in _FROM_PARENT:
            parent = style.parent_style
            if parent is not None:
                value = parent[name]
                if type(value) in _PLAIN or not check_math(value):
                    style[name] = value
                    return value
        elif name in _INITIAL and (
            name not in PHYSICAL_FUNCTIONS or _LOGICAL[name, style["direction"]] not in cascaded
        ):
            value = style[name] = _INITIAL[name]
            return value
    return _original(style, name)


def cascade(  # noqa: PLR0913, PLR0917 - as the original
    styles: StyleFor, html: Any, sheets: Any, hints: Any, font_config: Any, target_collector: Any
) -> None:
    """Find the styles of all elements; rules are put together only for the first of those that are alike."""
    cascaded: dict[Any, dict[str, Any]] = {}
    computed: dict[Any, Any] = {}
    styles._cascaded_styles, styles._computed_styles = cascaded, computed  # noqa: SLF001
    styles._sheets, styles.font_config = sheets, font_config  # noqa: SLF001
    styles.initial_page_sizes = {"box": None, "area": None}
    root, base_url = html.etree_element, html.base_url
    of_attributes: dict[Any, list[Any]] = {}
    for specificity, element, declarations, base in find_style_attributes(root, hints, base_url):
        of_attributes.setdefault(element, []).append((specificity, tuple(declarations), base))
    known: dict[Any, Any] = {}
    for wrapper in html.wrapper_element.iter_subtree():
        element = wrapper.etree_element
        parent = wrapper.parent.etree_element if wrapper.parent else None
        own, rules = of_attributes.get(element, ()), _rules(sheets, wrapper)
        # As the original: the last attribute counts as the key, rules by what they declare.
        key = (
            id(computed[parent, None]) if wrapper.parent else None,
            own[-1][1] if own else None,
            tuple(
                (id(sheet), specificity, id(declared), layer)
                for sheet, _, specificity, _, declared, layer, _ in rules
            ),
        )
        if own or key not in known or any(pseudo for *_, pseudo in rules):
            _apply(cascaded, element, own, rules)
        if key in known:
            computed[element, None] = known[key]
            continue
        styles.set_computed_styles(
            element, root=root, parent=parent, base_url=base_url, target_collector=target_collector
        )
        known[key] = computed[element, None]
    for element, pseudo in cascaded:
        if pseudo:
            styles.set_computed_styles(
                element,
                pseudo_type=pseudo,
                root=root,
                parent=element,
                base_url=base_url,
                target_collector=target_collector,
            )
    cascaded.clear()


def _rules(sheets: Any, wrapper: Any) -> list[tuple[Any, ...]]:
    """Return the rules that hold for an element, in their order."""
    return [
        (
            sheet,
            origin,
            specificity,
            of_sheet or specificity,
            declarations,
            inf if layer is None else sheet.layers.index(layer),
            pseudo,
        )
        for sheet, origin, of_sheet in sheets
        for specificity, _order, pseudo, (declarations, layer) in sheet.matcher.match(wrapper)
    ]


def _apply(cascaded: Any, element: Any, own: Iterable[Any], rules: Iterable[Any]) -> None:
    for specificity, declarations, base in own:
        named = cascaded.setdefault((element, None), {})
        _declare(named, preprocess_declarations(base, declarations), "author", inf, specificity)
    for _sheet, origin, _matched, specificity, declarations, layer, pseudo in rules:
        _declare(cascaded.setdefault((element, pseudo), {}), declarations, origin, layer, specificity)


def _declare(named: dict[str, Any], declarations: Any, origin: str, layer: Any, specificity: Any) -> None:
    for name, values, importance in declarations:
        weight = (declaration_precedence(origin, importance), layer, specificity)
        old = named.get(name)
        if old is None or old[1] <= weight:
            named[name] = values, weight
