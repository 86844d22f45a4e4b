"""The looks of one package: what takes effect on a paragraph and on each of its runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.reading.word.content import Content, ContentReader
from generator.reading.word.form import Form, form_of
from generator.reading.word.numbering import Labels, Numbering
from generator.reading.word.styles import Styles
from generator.reading.word.tables import Tables
from generator.reading.word.theme import read_theme
from generator.reading.word.walk import Walk

if TYPE_CHECKING:
    from lxml import etree

    from generator.reading.word.look import ParagraphLook, RunLook
    from generator.reading.word.package import WordPackage
    from generator.reading.word.walk import Found

SIZE_OF_EMPTY = 13.0  # points: what a paragraph without text is taken for


class RunText(NamedTuple):
    """Text of one w:r (None for what stands in no run) in the look that takes effect."""

    text: str
    look: RunLook
    run: etree._Element | None


class Resolver:
    """Resolves looks through defaults, table styles, numbering, styles and direct formatting."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        theme = read_theme(self._part("theme"))
        numbering = Numbering(self._part("numbering"))
        self._styles = Styles(self._part("styles"), theme, numbering)
        self.labels = Labels(numbering)
        self.contents = ContentReader(theme)
        self.walk = Walk(package, Tables(self._styles, theme))
        self._forms: dict[tuple[ParagraphLook, ParagraphLook], Form] = {}

    def content(self, found: Found) -> Content:
        """Return what stands in a paragraph; to be asked in the order of the walk, for fields go on."""
        return self.contents.read(found.element)

    def runs(self, found: Found, content: Content) -> list[RunText]:
        """Return the text of a paragraph by runs, hidden text too."""
        style, table = self.form(found).style, found.place.look.run
        return [
            RunText(text, self._styles.run(look, style, table), run) for text, look, run in content.pieces
        ]

    def run_look(self, found: Found, direct: RunLook) -> RunLook:
        """Return what takes effect on a run with this direct formatting."""
        return self._styles.run(direct, self.form(found).style, found.place.look.run)

    def form(self, found: Found) -> Form:
        """Return the look of a paragraph as it is on paper."""
        key = (found.direct, found.place.look.paragraph)
        if key not in self._forms:
            direct = found.direct._replace(style=self._styles.name_of(found.direct.style))
            size = self._styles.style("paragraph", direct.style).run.size or self._styles.default_run.size
            look = self._styles.paragraph(direct, found.place.look.paragraph)
            self._forms[key] = form_of(look, size or SIZE_OF_EMPTY)
        return self._forms[key]

    def _part(self, kind: str) -> etree._Element | None:
        part = self._package.related(kind)
        return self._package.tree(part) if part else None
