"""Runs as WordprocessingML: the look of the tag in the layout, plus what the run itself says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import pass_context
from lxml import etree
from markupsafe import Markup

from generator.render.word_anchors import PATH_ATTRIBUTE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.runtime import Context

    from generator.document import Run, Runs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ANCHORED = "anchored"
"""The name under which a printing says that its runs carry their data paths; no layout may use it."""
BLANK_SHADE = "D9D9D9"  # light grey: a gap that someone still has to fill
_LINE_END = "<w:r><w:br/></w:r>"
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')

# The order the schema (ECMA-376, CT_RPr) wants the properties of a run in.
_ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]


@pass_context
def runs_xml(context: Context, runs: Iterable[Run], size: float | None = None, *, look: str = "") -> Markup:
    """Return the runs; `look` is the w:rPr of the tag they replace, `size` another size in points."""
    marked = _marked(context)
    return Markup("".join([_run(run, look, size, marked) for run in runs]))  # noqa: S704 - escaped


@pass_context
def lines_xml(
    context: Context, lines: Iterable[Runs], size: float | None = None, *, look: str = ""
) -> Markup:
    """Return lines of runs with a line end between them."""
    marked = _marked(context)
    parts = ["".join([_run(run, look, size, marked) for run in line]) for line in lines]
    return Markup(_LINE_END.join(parts))  # noqa: S704 - escaped below


def _marked(context: Context) -> bool:
    return bool(context.get(ANCHORED))


def _run(run: Run, look: str, size: float | None, marked: bool) -> str:
    if not run.text:
        return ""
    properties = _properties(look, run.bold, run.italic, run.blank, size)
    path = f' {PATH_ATTRIBUTE}="{_escaped(run.source)}"' if marked and run.source else ""
    return f'<w:r{path}>{properties}<w:t xml:space="preserve">{_escaped(run.text)}</w:t></w:r>'


def _escaped(text: str) -> str:
    # Each looks for one character, which most texts do not have: a table of all asks for every character.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@lru_cache(maxsize=256)
def _properties(look: str, bold: bool, italic: bool, blank: bool, size: float | None) -> str:
    """Return a w:rPr of the look and the additions, each in its place."""
    additions: dict[str, dict[str, str]] = {}
    if bold:
        additions |= {"b": {}, "bCs": {}}
    if italic:
        additions |= {"i": {}, "iCs": {}}
    if blank:
        additions["shd"] = {"val": "clear", "color": "auto", "fill": BLANK_SHADE}
    if size is not None:
        half_points = {"val": str(round(size * 2))}
        additions |= {"sz": half_points, "szCs": half_points}
    return _merged(look, additions) if additions else look


def _merged(look: str, additions: dict[str, dict[str, str]]) -> str:
    inner = look or "<w:rPr/>"
    root = etree.fromstring(f'<x xmlns:w="{W}">{inner}</x>')
    properties = root[0]
    children = {etree.QName(child).localname: child for child in properties}
    for name, values in additions.items():
        element = etree.Element(f"{{{W}}}{name}", {f"{{{W}}}{key}": value for key, value in values.items()})
        children[name] = element
    for child in list(properties):
        properties.remove(child)
    properties.extend(sorted(children.values(), key=lambda child: _rank(etree.QName(child).localname)))
    return _NAMESPACE.sub("", etree.tostring(properties, encoding="unicode"))


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
