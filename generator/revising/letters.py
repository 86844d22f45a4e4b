"""Repairs of letters: font, colour, size and slope, and characters in composed form. No word is changed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from generator.checks.form.body import running
from generator.checks.form.measured import points
from generator.checks.form.patterns import is_gap
from generator.reading.word.markup import P, w
from generator.wording import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml import etree

    from generator.checks.asked import Asked, Span
    from generator.checks.form.parts import PaperParts
    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic
    from generator.reading.word.resolver import RunText
    from generator.revising.work import Work

FONT = "Times New Roman"
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_NAMED = {**dict.fromkeys(_SLOTS, FONT), **dict.fromkeys([f"{slot}Theme" for slot in _SLOTS], "")}
_NAMED |= {"cstheme": ""}
_BLACK = {"val": "000000", "themeColor": "", "themeShade": "", "themeTint": ""}
_TOO_LIGHT = 180  # of 255: light letters may stand on a dark ground
_NOTE_MARK = re.compile(r"[\s\d*()]{1,4}")
_SMALL = 0.8  # a figure so much smaller than its neighbours is a footnote's mark
_CLOSE = 0.2  # points
_OF_TEXT = (13.0, 13.5, 14.0)


def set_font(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Set the text that stands in the fonts that were told in Times New Roman."""
    wrong = {str(item.arguments["found"]) for item in told}
    for number in work.seen:
        fonts = {
            font
            for run in work.runs(number)
            for font in (run.look.ascii, run.look.hansi, run.look.east)
            if font in wrong and run.text.strip()
        }
        for font in fonts:
            _set_font(work, number, font)
            work.note((rule.id, "font"), font, FONT, paragraph=number)


def _set_font(work: Work, number: int, font: str) -> None:
    for run in work.runs(number):
        if run.run is not None and font in (run.look.ascii, run.look.hansi, run.look.east):
            work.set_run(number, run.run, "rFonts", _NAMED)
    work.set_mark(number, "rFonts", _NAMED)


def set_black(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Make coloured letters black; light ones are left, for they may stand on a dark ground."""
    wrong = {str(item.arguments["found"]).lstrip("#") for item in told}
    light = {colour for colour in wrong if _is_light(colour)}
    if light:
        work.decline(rule.id)
    stamps = {one.number for parts in work.parts for one in parts.head.stamps}
    for number in work.seen:
        for run in work.runs(number):
            colour = run.look.colour or ""
            if number not in stamps and colour in wrong - light and run.run is not None:
                work.set_run(number, run.run, "color", _BLACK)
                work.note((rule.id, "colour"), f"#{colour}", "#000000", paragraph=number)


def _is_light(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return True
    return (red * 3 + green * 6 + blue) / 10 > _TOO_LIGHT


def compose(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Bring every letter and its marks into one character (Unicode NFC)."""
    for number, item in work.found.items():
        texts = [text for text in item.element.iter(w("t")) if _paragraph_of(text) is item.element]
        before = [text.text or "" for text in texts]
        _join_marks(texts)
        for text in texts:
            text.text = nfc(text.text or "")
        if before != [text.text or "" for text in texts]:
            work.copy.touch(item.place.part)
            work.note((rule.id, "nfc"), "NFD", "NFC", paragraph=number)


def _paragraph_of(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(P), None)


def _join_marks(texts: Sequence[etree._Element]) -> None:
    """Move marks that begin a run to the letter before them."""
    for one, other in pairwise(texts):
        following = other.text or ""
        count = len(list(takewhile(unicodedata.combining, following)))
        if count and one.text:
            one.text, other.text = one.text + following[:count], following[count:]


# --- sizes, weight and slope ---------------------------------------------------------------------------


def set_sizes(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Set a component in the size, weight and slope that are asked of it.

    In a file of several papers it is less sure what each line is: there it is left.
    """
    if len(work.parts) > 1:
        work.decline(rule.id)
        return
    for parts in work.parts:
        for number in _component(parts, rule.asked):
            _set_look(work, rule, number, partial(_nearest, rule.asked.size))


def set_body_sizes(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Set running text that is too small or too large in the nearest size that is allowed (F61)."""
    for parts in work.parts:
        for line in parts.body:
            if line.paragraph.number in work.seen:
                _set_look(work, rule, line.paragraph.number, partial(_nearest, rule.asked.size))


def set_one_size(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Set all running text in the size that most of it has (F63)."""
    for parts in work.parts:
        lines = [line.paragraph.number for line in running(parts)]
        used: Counter[float] = Counter()
        for number in lines:
            used.update({run.look.size or 0.0: len(run.text) for run in _lettered(work, number)})
        usual = next((size for size, _ in used.most_common() if size in _OF_TEXT), 14.0)
        for number in lines:
            _set_look(work, rule, number, partial(_brought_to, usual))


def _brought_to(usual: float, size: float) -> float:
    """Return the usual size for one that running text may have; others are left to F61."""
    return usual if _OF_TEXT[0] <= size <= _OF_TEXT[-1] else size


def _component(parts: PaperParts, asked: Asked) -> Iterator[int]:
    for name in asked.looked_at:
        yield from (one.number for one in parts.named(name) if not is_gap(one.text))


def _set_look(work: Work, rule: Rule, number: int, wanted: Callable[[float], float]) -> None:
    for run in _lettered(work, number):
        size = run.look.size or 0.0
        if run.run is None:
            continue
        if abs(wanted(size) - size) > _CLOSE:
            _set_size(work, number, run.run, wanted(size))
            work.note((rule.id, "sizes"), points(size), points(wanted(size)), paragraph=number)
        for name, is_on, asked in (
            ("b", run.look.bold, rule.asked.bold),
            ("i", run.look.italic, rule.asked.italic),
        ):
            if asked is not None and bool(is_on) is not asked:
                _set_style(work, number, run.run, name, is_on=asked)
                word = {"b": "bold", "i": "italic"}[name]
                before, after = (word if state else f"not {word}" for state in (not asked, asked))
                work.note((rule.id, "sizes"), before, after, paragraph=number)


def _set_size(work: Work, number: int, run: etree._Element, size: float) -> None:
    half_points = {"val": str(round(size * 2))}
    for name in ("sz", "szCs"):
        work.set_run(number, run, name, half_points)
        work.set_mark(number, name, half_points)


def _set_style(work: Work, number: int, run: etree._Element, name: str, *, is_on: bool) -> None:
    for property_name in (name, f"{name}Cs"):
        work.set_run(number, run, property_name, {"val": "" if is_on else "0"})


def _lettered(work: Work, number: int) -> list[RunText]:
    """Return the runs that print something, without the marks of footnotes."""
    runs = [run for run in work.runs(number) if not is_gap(run.text)]
    largest = max((run.look.size or 0.0 for run in runs), default=0.0)
    kept = [
        run
        for run in runs
        if not run.look.raised
        and not (_NOTE_MARK.fullmatch(run.text) and (run.look.size or 0.0) < largest * _SMALL)
    ]
    return kept or runs


def _nearest(span: Span | None, size: float) -> float:
    return size if span is None else min(max(size, span.least), span.most)
