"""The styles of a Word file, each with all it inherits, resolved once per style."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.reading.word.look import (
    NO_PARAGRAPH_LOOK,
    NO_RUN_LOOK,
    TOGGLES,
    WORD_DEFAULT,
    ParagraphLook,
    RunLook,
)
from generator.reading.word.markup import PPR, RPR, VAL, w
from generator.reading.word.properties import paragraph_look, run_look

if TYPE_CHECKING:
    from lxml import etree

    from generator.reading.word.numbering import Numbering
    from generator.reading.word.theme import Theme

_DEEPEST = 64  # styles based on one another; a circle ends here too
_STYLE, _ID, _TYPE, _DEFAULT = w("style"), w("styleId"), w("type"), w("default")


class Style(NamedTuple):
    """A style with what it inherits: looks laid over one another from the base up."""

    paragraph: ParagraphLook
    run: RunLook
    unnumbered: ParagraphLook
    """The paragraph look without the indents of a number that comes with the style."""


_NO_STYLE = Style(NO_PARAGRAPH_LOOK, NO_RUN_LOOK, NO_PARAGRAPH_LOOK)


class Styles:
    """Looks by style id. A missing or wrongly used style counts as the default one, as in Word."""

    def __init__(self, root: etree._Element | None, theme: Theme, numbering: Numbering) -> None:
        self._theme = theme
        self._numbering = numbering
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._root = root
        for element in root.iterchildren(_STYLE) if root is not None else ():
            kind, id_ = element.get(_TYPE, "paragraph"), element.get(_ID, "")
            self._elements.setdefault((kind, id_), element)
            if element.get(_DEFAULT, "0") in {"1", "true", "on"}:
                self._defaults.setdefault(kind, id_)
        self._known: dict[tuple[str, str | None], Style] = {}
        self._own: dict[tuple[str, str], tuple[ParagraphLook, RunLook]] = {}
        self._runs: dict[tuple[str | None, RunLook, RunLook], RunLook] = {}

    @cached_property
    def default_run(self) -> RunLook:
        """What docDefaults says of runs, over Word's own default."""
        found = None if self._root is None else self._root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        return run_look(found, self._theme).over(WORD_DEFAULT)

    @cached_property
    def default_paragraph(self) -> ParagraphLook:
        """What docDefaults says of paragraphs."""
        found = None if self._root is None else self._root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{PPR}")
        return paragraph_look(found)

    def style(self, kind: str, id_: str | None) -> Style:
        """Return a paragraph or character style by id."""
        key = (kind, id_)
        if key not in self._known:
            self._known[key] = self._resolved(kind, id_)
        return self._known[key]

    def name_of(self, id_: str | None) -> str | None:
        """Return the id of the paragraph style that applies: the default one for an unknown id."""
        if id_ is not None and ("paragraph", id_) in self._elements:
            return id_
        return self._defaults.get("paragraph")

    def chain(self, kind: str, id_: str | None) -> list[etree._Element]:
        """Return a style and what it is based on, the base first."""
        element = self._element(kind, id_)
        found: list[etree._Element] = []
        while element is not None and len(found) < _DEEPEST:
            found.append(element)
            based = element.find(w("basedOn"))
            element = None if based is None else self._elements.get((kind, based.get(VAL, "")))
        return found[::-1]

    def paragraph(self, direct: ParagraphLook, table: ParagraphLook) -> ParagraphLook:
        """Return the look of a paragraph: defaults, table style, numbering, style, direct (17.7.2).

        A number set directly brings its indents over those of the style, one of a style under them.
        """
        style = self.style("paragraph", direct.style)
        below = table.over(self.default_paragraph)
        if direct.number is None and direct.level is None:
            return direct.over(style.paragraph.over(below))
        base = style.unnumbered if direct.number == "0" else style.paragraph
        number = direct.number if direct.number is not None else base.number
        numbered = self._numbering.look(number, direct.level or 0)
        return direct.over(numbered.over(base.over(below)))

    def run(self, direct: RunLook, style: str | None, table: RunLook) -> RunLook:
        """Return the look of a run in a paragraph of this style: the toggles of styles cancel (17.7.3)."""
        key = (style, direct, table)
        if key not in self._runs:
            self._runs[key] = self._run(direct, self.style("paragraph", style).run, table)
        return self._runs[key]

    def _run(self, direct: RunLook, paragraph: RunLook, table: RunLook) -> RunLook:
        character = self.style("character", direct.style).run if direct.style else NO_RUN_LOOK
        look = direct.over(character.over(paragraph.over(table.over(self.default_run))))
        default = self.default_run
        toggled: dict[str, Any] = {}
        for index, name in TOGGLES:
            if direct[index] is None:
                odd = (table[index] is True) ^ (paragraph[index] is True) ^ (character[index] is True)
                toggled[name] = odd or default[index] is True
        return look._replace(**toggled)

    def _resolved(self, kind: str, id_: str | None) -> Style:
        style = _NO_STYLE
        for element in self.chain(kind, id_):
            style = self._over(style, element, kind)
        return style

    def _over(self, base: Style, element: etree._Element, kind: str) -> Style:
        """Return what a style says, over what it is based on."""
        id_ = element.get(_ID, "")
        if (kind, id_) not in self._own:
            self._own[kind, id_] = (
                paragraph_look(element.find(PPR)),
                run_look(element.find(RPR), self._theme),
            )
        own, run = self._own[kind, id_]
        paragraph = base.paragraph
        if own.number is not None or own.level is not None:
            level = self._level(own, id_, base.paragraph)
            own = own._replace(level=level)
            number = own.number if own.number is not None else base.paragraph.number
            paragraph = self._numbering.look(number, level).over(paragraph)
        return Style(own.over(paragraph), run.over(base.run), own.over(base.unnumbered))

    def _element(self, kind: str, id_: str | None) -> etree._Element | None:
        found = self._elements.get((kind, id_)) if id_ is not None else None
        if found is None and kind != "character":
            found = self._elements.get((kind, self._defaults.get(kind, "")))
        return found

    def _level(self, own: ParagraphLook, id_: str, base: ParagraphLook) -> int:
        """Return the level of a numbered style: its own, or the one that names this style."""
        if own.level is not None:
            return own.level
        return self._numbering.level_of(own.number or base.number, id_)
