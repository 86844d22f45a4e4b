"""The pages of a PDF, one by one: their ink, or that a page cannot be drawn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, num_value
from pdfminer.psparser import literal_name
from pdfminer.utils import mult_matrix

from generator.reading.pdf import limits
from generator.reading.pdf.annotations import draw_annotations
from generator.reading.pdf.content import Interpreter
from generator.reading.pdf.device import InkDevice
from generator.reading.pdf.ink import PageInk
from generator.reading.pdf.limits import TooMuch
from generator.reading.pdf.objects import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from pdfminer.utils import Matrix

    from generator.reading.pdf.fonts import Fonts
    from generator.reading.pdf.objects import BoundedDocument

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_TURNS: dict[int, Matrix] = {
    0: (1, 0, 0, -1, 0, 1),
    90: (0, 1, 1, 0, 0, 0),
    180: (-1, 0, 0, 1, 1, 0),
    270: (0, -1, -1, 0, 1, 1),
}
_LEAST, _MOST = 3.0, 60_000.0  # pt: what a side of a page may have


def page_list(document: BoundedDocument) -> list[dict[str, Any]]:
    """Return the pages' own entries with what they inherit; raises TooMuch, or KeyError without any."""
    found: list[dict[str, Any]] = []
    seen: set[int] = set()
    waiting: list[tuple[object, dict[str, Any], int]] = [(document.catalog["Pages"], {}, 0)]
    while waiting:
        node, inherited, depth = waiting.pop()
        if isinstance(node, PDFObjRef):
            if node.objid in seen:
                continue
            seen.add(node.objid)
        entries = {**inherited, **dict_value(node)}
        if "Kids" in entries and literal_name(entries.get("Type", "Pages")) != "Page":
            if depth >= limits.MAX_DEPTH:
                raise TooMuch("pages")
            passed = {name: entries[name] for name in _INHERITED if name in entries}
            kids = list_value(entries["Kids"])
            waiting.extend((kid, passed, depth + 1) for kid in reversed(kids[: limits.MAX_PAGES + 1]))
        elif dict_value(node):
            found.append(entries)
        if len(found) > limits.MAX_PAGES or len(waiting) > limits.MAX_HELD:
            raise TooMuch("pages")
    if not found:
        raise KeyError("no page")
    return found


def inked_pages(
    document: BoundedDocument, pages: list[dict[str, Any]], fonts: Fonts, *, annotated: bool = False
) -> Iterator[PageInk]:
    """Draw each page, with what its annotations show if asked.

    A page that cannot be drawn to its end is told as `damaged`.
    """
    device = InkDevice(fonts, document.budget)
    for number, entries in enumerate(pages, 1):
        document.budget.begin_page()
        try:
            page = PDFPage(document, number, entries, None)
            device.ink, turn = _sheet(page)
        except DAMAGED:
            yield PageInk(0, 0, damaged=True)
            continue
        try:
            interpreter = Interpreter(fonts, device, document.budget)
            interpreter.render_contents(dict_value(page.resources), page.contents, ctm=turn)
            if annotated:
                draw_annotations(entries, interpreter, turn)
        except DAMAGED:
            device.ink.damaged = True
        yield device.ink


def _sheet(page: PDFPage) -> tuple[PageInk, Matrix]:
    """Return an empty page of the size a reader sees, and how its own places become ours."""
    (ax, ay, bx, by), (cx, cy, dx, dy) = _ordered(page.mediabox), _ordered(page.cropbox)
    x0, y0, x1, y1 = max(ax, cx), max(ay, cy), min(bx, dx), min(by, dy)
    unit = float(num_value(page.attrs.get("UserUnit", 1))) or 1.0
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    if not all(math.isfinite(side) and _LEAST <= side <= _MOST for side in (width, height)):
        raise ValueError("no size of a page")
    to_unit: Matrix = (1 / (x1 - x0), 0, 0, 1 / (y1 - y0), -x0 / (x1 - x0), -y0 / (y1 - y0))
    turn = page.rotate - page.rotate % 90
    if turn in {90, 270}:
        width, height = height, width
    matrix = mult_matrix(mult_matrix(to_unit, _TURNS[turn]), (width, 0, 0, height, 0, 0))
    return PageInk(width, height), matrix


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
