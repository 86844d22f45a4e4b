"""What a reader sees on a finished paper: lengths in mm, sizes in pt, text as it stands there.

Three things give a `SeenPaper`: a Word file and a PDF made by anyone (`reading`), and our own Document
with its layout before it is rendered (`checks.form.expected`). The rules of form look only at this
value, so one rule is written once. Whatever a source cannot tell is None: a rule that needs it answers
"not checked" and never "passed".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Medium(StrEnum):
    """What was looked at."""

    DOCUMENT = "document"  # our own tree, before rendering
    WORD = "word"
    PDF = "pdf"
    TEXT = "text"  # plain text: no look at all


class Region(StrEnum):
    """Where a paragraph stands."""

    BODY = "body"
    CELL = "cell"  # in a table with visible content of its own (not the head or foot of the paper)
    HEADER = "header"
    FOOTER = "footer"
    BOX = "box"  # a text box, a frame


class Side(StrEnum):
    """Which part of the text width a paragraph takes: boxes 2, 3, 9b stand left, 1, 4, 7 right."""

    FULL = "full"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Unread(StrEnum):
    """What can stand in a file and is not read; its words are ``term-part-…`` of the messages."""

    ATTACHMENT = "attachment"
    CHART = "chart"
    DAMAGED_CATALOGUE = "damaged-catalogue"
    DAMAGED_PAGE = "damaged-page"
    DIAGRAM = "diagram"
    DRAWING = "drawing"
    EMBEDDED_DOCUMENT = "embedded-document"
    EQUATION = "equation"
    FORM = "form"
    HIDDEN_TEXT = "hidden-text"
    NOTE = "note"
    OBJECT = "object"
    PICTURE = "picture"
    SCRIPT = "script"
    SIGNATURE = "signature"
    SYMBOL = "symbol"
    TEXT_OUTSIDE = "text-outside-the-page"
    TURNED_TEXT = "turned-text"


class Way(StrEnum):
    """How a rule (kẻ ngang) is made; the decree asks for a drawn line."""

    DRAWN = "drawn"
    BORDER = "border"
    UNDERLINE = "underline"
    UNDERSCORES = "underscores"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in one look as it takes effect; `size` in pt, `colour` as RRGGBB ("000000" for automatic).

    `font` is the family without the subset mark of a PDF. `capitals` tells text that is typed in small
    letters and only shown in capitals; `text` is then already in capitals.
    """

    text: str
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    colour: str | None = None
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line under a paragraph: its length in mm, and its centre as distance from the text's centre."""

    way: Way
    length: float | None = None
    off_centre: float | None = None


@dataclass(frozen=True)  # no slots: nearly every rule asks for the text, which is put together once
class SeenParagraph:
    """One paragraph (in a PDF: the lines that make one).

    `number` counts all paragraphs in reading order from 1; `page` from 1, 0 when unknown; `line` is the
    first printed line on its page, 0 when unknown. `label` is an automatic number ("1.", "a)", "-") that
    is not in the stretches. Indents and `text_width` (of its longest line) in mm, spaces in pt.
    `line_spacing` is a multiple of single; `line_exact` is a fixed height in pt and excludes it.
    `cell` is (table, row, column), each from 0.
    """

    number: int
    stretches: tuple[Stretch, ...]
    region: Region = Region.BODY
    side: Side = Side.FULL
    page: int = 0
    line: int = 0
    section: int = 0
    label: str = ""
    cell: tuple[int, int, int] | None = None
    align: str | None = None  # left, center, right, both
    first_line: float | None = None
    left: float | None = None
    right: float | None = None
    before: float | None = None
    after: float | None = None
    line_spacing: float | None = None
    line_exact: float | None = None
    text_width: float | None = None
    rule: Rule | None = None

    @cached_property
    def text(self) -> str:
        """The text with its automatic label, no-break spaces as they stand."""
        said = "".join(stretch.text for stretch in self.stretches)
        return f"{self.label} {said}" if self.label else said

    @cached_property
    def words(self) -> str:
        """The text with every run of blanks as one space: what rules on wording look at."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number: `where` is "top" or "bottom"; `on_first` whether the first page shows it."""

    where: str
    align: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    on_first: bool | None = None


@dataclass(frozen=True, slots=True)
class SeenSection:
    """A run of pages of one form. Lengths in mm; `start` is the page number it restarts at.

    `margins` are top, right, bottom, left: in Word as set, in a PDF as measured from the ink.
    `measured` tells that they were measured, so that ragged text may make one look wider.
    """

    width: float | None = None
    height: float | None = None
    margins: tuple[float, float, float, float] | None = None
    measured: bool = False
    page_number: PageNumber | None = None
    has_page_number: bool | None = None
    start: int | None = None
    pages: int | None = None

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its long side."""
        return self.width is not None and self.height is not None and self.width > self.height


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF says of itself; `claim` is its PDF/A claim ("2a"), empty without one.

    `pages_without_text` are scanned or drawn pages; `fonts_missing` are fonts that are not embedded;
    `restricted` tells that the file is encrypted, though it opens without a password.
    """

    claim: str = ""
    tagged: bool = False
    language: str = ""
    pages_without_text: tuple[int, ...] = ()
    fonts_missing: tuple[str, ...] = ()
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What a Word file carries beside its text, and what must not leave the house."""

    tracked_changes: int = 0
    comments: int = 0
    hidden_text: int = 0
    outside_links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenPaper:
    """One finished paper. `pages` is the number of pages, None when the source cannot tell."""

    medium: Medium
    paragraphs: tuple[SeenParagraph, ...]
    sections: tuple[SeenSection, ...] = (SeenSection(),)
    pages: int | None = None
    pdf: PdfFacts | None = None
    word: WordFacts | None = None
    not_read: tuple[Unread, ...] = field(default=())
    """What stands in the file and was not read (a picture, an embedded object): told, never passed over."""

    def text(self) -> str:
        """Return the text of all paragraphs but heads and feet of pages, one a line."""
        return "\n".join(paragraph.words for paragraph in self.reading())

    def reading(self) -> Iterator[SeenParagraph]:
        """Yield the paragraphs that belong to the text: not the heads and feet of pages."""
        for paragraph in self.paragraphs:
            if paragraph.region not in (Region.HEADER, Region.FOOTER):
                yield paragraph
