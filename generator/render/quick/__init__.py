"""WeasyPrint made quicker: some of its inner functions replaced by ones that give the same.

Its public interface has no room for this: what is slow is asked thousands of times inside of one paper. So
each replacement is small, does the usual case and leaves every other to the original, and all of them stand
only on the one version they were written for; on another one nothing is replaced and papers are slower.
``tests/test_quick.py`` holds both: the sources of what is replaced have not changed, and papers with and
without are the same bytes; where a table is, the same ink (`borders`).
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSIONS = {"weasyprint": "70.0", "pydyf": "0.13.0"}
"""What the replacements were written for."""


class Replacement(NamedTuple):
    """One function of a module or class, and what stands in its place."""

    owner: Any
    name: str
    original: Any
    quick: Any


def install() -> None:
    """Put the replacements in their places, once, if the versions are those they were written for."""
    if _fits():
        for each in replacements():
            setattr(each.owner, each.name, each.quick)


@contextmanager
def removed() -> Iterator[None]:
    """Take the replacements out for a while: to compare with what WeasyPrint does by itself."""
    for each in replacements():
        setattr(each.owner, each.name, each.original)
    try:
        yield
    finally:
        install()


@cache
def replacements() -> tuple[Replacement, ...]:
    """Return what is replaced, everywhere it is known by name."""
    import pydyf
    from weasyprint import draw
    from weasyprint.css import ComputedStyle, StyleFor
    from weasyprint.draw import text as drawing_text
    from weasyprint.layout import float as floats
    from weasyprint.layout import inline, percent
    from weasyprint.text import line_break

    from generator.render.quick import borders, boxes, drawing, lines, objects, styles, text

    found = [
        (line_break.Layout, "setup", text.setup),
        (line_break.Layout, "deactivate", text.deactivate),
        (line_break.Layout, "reactivate", text.reactivate),
        (inline, "add_word_spacing", lines.add_word_spacing),
        (inline, "split_inline_box", lines.split_inline_box),
        (drawing_text, "draw_first_line", drawing.draw_first_line),
        (draw, "draw_collapsed_borders", borders.draw_collapsed_borders),
        (ComputedStyle, "__missing__", styles.missing),
        (StyleFor, "__init__", styles.cascade),
        (pydyf.PDF, "page_references", property(objects.page_references)),
        *(
            (module, "avoid_collisions", lines.avoid_collisions)
            for module in _knowing("avoid_collisions", floats.avoid_collisions)
        ),
        *((module, "strut", boxes.strut) for module in _knowing("strut", line_break.strut)),
        *(
            (module, "resolve_percentages", boxes.resolve_percentages)
            for module in _knowing("resolve_percentages", percent.resolve_percentages)
        ),
    ]
    return tuple(Replacement(owner, name, vars(owner)[name], quick) for owner, name, quick in found)


def _knowing(name: str, original: object) -> list[Any]:
    """Return the modules of WeasyPrint that know a function by this name."""
    modules = [module for known, module in sys.modules.items() if known.startswith("weasyprint.")]
    return [module for module in modules if vars(module).get(name) is original]


def _fits() -> bool:
    import pydyf
    import weasyprint

    return {"weasyprint": weasyprint.__version__, "pydyf": pydyf.__version__} == VERSIONS
