"""Styles that a layout uses and does not have: Word prints such text in the look of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.reading.word.markup import VAL, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.reading.word.package import WordPackage
    from generator.template_check.spots import Spots

_USES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}


def missing_styles(package: WordPackage, spots: Spots) -> Iterator[Diagnostic]:
    """Yield each style that is not there, at the paragraph that uses it first."""
    name = package.related("styles")
    root = package.tree(name) if name else None
    items = () if root is None else root.iterchildren(w("style"))
    there = {(item.get(w("type"), "paragraph"), item.get(w("styleId"), "")) for item in items}
    for part in dict.fromkeys(spot.part for spot in spots):
        tree = package.tree(part)
        for use in () if tree is None else tree.iter(*_USES):
            key = (_USES[use.tag], use.get(VAL, ""))
            if key not in there:
                there.add(key)
                yield spots.said(
                    "layout-style-missing", spots.around(use), Severity.WARNING, style=use.get(VAL, "")
                )
