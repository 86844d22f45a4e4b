"""Automatic numbers: what each level looks like, and what Word prints before each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.look import NO_PARAGRAPH_LOOK, ParagraphLook
from generator.reading.word.markup import ALTERNATE, FALLBACK, PPR, RPR, VAL, is_on, w, whole
from generator.reading.word.properties import paragraph_look
from generator.reading.word.symbols import bullet

if TYPE_CHECKING:
    from lxml import etree

LEVELS = 9
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST = 30_000  # Word counts no further
_LETTERS = "abcdefghijklmnopqrstuvwxyz"  # also in Vietnamese: Word knows no list of Vietnamese letters
_LEVEL, _INDEX = w("lvl"), w("ilvl")


class Level(NamedTuple):
    """One level of a list; `restart` is the level (from 1) that begins it anew, 0 for none."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    look: ParagraphLook = NO_PARAGRAPH_LOOK
    style: str = ""
    font: str = ""


class List(NamedTuple):
    """A w:num: the list it belongs to, its levels, and the levels it begins anew with their first numbers."""

    abstract: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


_NO_LEVEL = Level(format="none")


class Numbering:
    """The lists of a file by numId."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._lists: dict[str, List | None] = {}
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._abstract[element.get(w("abstractNumId"), "")] = element
            elif element.tag == w("num"):
                self._numbers[element.get(w("numId"), "")] = element

    def list(self, number: str | None) -> List | None:
        """Return the list of a numId; None for no number (0) and for one that is not there."""
        if number is None or number not in self._numbers:
            return None
        if number not in self._lists:
            self._lists[number] = self._read(self._numbers[number])
        return self._lists[number]

    def look(self, number: str | None, level: int) -> ParagraphLook:
        """Return the indents that a level of a list gives its paragraphs."""
        found = self.list(number)
        return found.levels[level].look if found and 0 <= level < LEVELS else NO_PARAGRAPH_LOOK

    def level_of(self, number: str | None, style: str) -> int:
        """Return the level of a list that belongs to a style; 0 when none does."""
        found = self.list(number)
        levels = found.levels if found else ()
        return next((index for index, level in enumerate(levels) if level.style == style), 0)

    def _read(self, element: etree._Element) -> List | None:
        reference = element.find(w("abstractNumId"))
        id_ = "" if reference is None else reference.get(VAL, "")
        abstract = self._abstract.get(id_)
        if abstract is None:
            return None
        levels = _levels(self._linked(abstract))
        starts: dict[int, int] = {}
        for override in element.iterchildren(w("lvlOverride")):
            index = whole(override.get(_INDEX)) or 0
            start, own = override.find(w("startOverride")), override.find(_LEVEL)
            if own is not None:
                levels[index] = _level(own)
            if start is not None:
                starts[index] = whole(start.get(VAL)) or 0
        return List(id_, tuple(levels.get(index, _NO_LEVEL) for index in range(LEVELS)), starts)

    def _linked(self, abstract: etree._Element) -> etree._Element:
        """Follow a list that only names a list style to the one that defines it."""
        link = abstract.find(w("numStyleLink"))
        if link is None:
            return abstract
        for other in self._abstract.values():
            style = other.find(w("styleLink"))
            if style is not None and style.get(VAL) == link.get(VAL):
                return other
        return abstract


class Labels:
    """Counts the numbered paragraphs of a file in their order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, look: ParagraphLook) -> str:
        """Return the label of the next paragraph with this look, "" when it has none."""
        if look.number is None:
            return ""
        found, level = self._numbering.list(look.number), look.level or 0
        if found is None or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        self._count(look.number, found, level, counts)
        return _printed(found.levels, level, counts)

    def _count(self, number: str, found: List, level: int, counts: list[int | None]) -> None:
        last = counts[level]
        if level in found.starts and (number, level) not in self._started:
            counts[level] = found.starts[level]
            self._started.add((number, level))
        else:
            counts[level] = found.levels[level].start if last is None else last + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None


def _printed(levels: tuple[Level, ...], level: int, counts: list[int | None]) -> str:
    """Fill the text of a level ("%1.%2.") with the counts."""
    own = levels[level]
    if own.format == "bullet":
        return bullet(own.text, own.font)
    if own.format == "none" and "%" not in own.text:
        return own.text.strip()
    text = own.text
    for index in range(level + 1):
        mark = f"%{index + 1}"
        if mark in text:
            count = counts[index] if counts[index] is not None else levels[index].start
            text = text.replace(mark, formatted(count or 0, "decimal" if own.legal else levels[index].format))
    return text.strip()


def formatted(count: int, form: str) -> str:
    """Return a count as Word prints it in a form of w:numFmt; forms it has no letters for are decimal."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{count:02}"
    if form in {"upperLetter", "lowerLetter"} and 0 < count <= _LARGEST:
        letters = _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"upperRoman", "lowerRoman"} and 0 < count <= _LARGEST:
        return roman(count) if form == "upperRoman" else roman(count).lower()
    return str(count)


def roman(count: int) -> str:
    """Return a positive number in Roman letters."""
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (count // value)
        count %= value
    return letters


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {whole(item.get(_INDEX)) or 0: _level(item) for item in abstract.iterchildren(_LEVEL)}


def _level(element: etree._Element) -> Level:
    run = element.find(RPR)
    fonts = None if run is None else run.find(w("rFonts"))
    legal = element.find(w("isLgl"))
    return Level(
        start=whole(_value(element, "start", "0")) or 0,
        format=_format(element),
        text=_value(element, "lvlText", ""),
        restart=whole(_value(element, "lvlRestart", "")),
        legal=legal is not None and is_on(legal),
        look=paragraph_look(element.find(PPR)),
        style=_value(element, "pStyle", ""),
        font="" if fonts is None else fonts.get(w("ascii"), ""),
    )


def _format(element: etree._Element) -> str:
    """Return the form of the numbers; a newer form stands beside the one older programs print."""
    alternate = element.find(ALTERNATE)
    found = element if alternate is None else alternate.find(FALLBACK)
    return "decimal" if found is None else _value(found, "numFmt", "decimal")


def _value(element: etree._Element, name: str, default: str) -> str:
    child = element.find(w(name))
    return default if child is None else child.get(VAL, default)
