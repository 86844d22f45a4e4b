"""The page WeasyPrint prints, read quickly, and without the styles of what no paper has.

Python's XML reader is written in C, the HTML reader is not. A layout that is not well-formed XML goes the
slow way; one that is must say itself what an HTML reader adds (``tbody``), as the shipped one does.

The style sheet of the program gives each element six styles more, for list markers, footnotes and notes.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError, fromstring

from cssselect2 import ElementWrapper
from weasyprint import HTML

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARKERS = frozenset(
    {"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
)
# In XML these mean another thing, or what no layout may make us do.
# The last: in an attribute XML makes a space of a line end, and an address has lines.
_NOT_AS_XML = re.compile(r"""<!ENTITY|<!\[CDATA\[|xmlns|<[A-Z]|="[^"<]*[\n\r\t]|='[^'<]*[\n\r\t]""")
_MARKED = re.compile(r"list-item|note|<(?:li|summary)\b", re.IGNORECASE)


class Page(HTML):  # type: ignore[misc]
    """A page as WeasyPrint's HTML is, read as XML when it is well-formed."""

    def __init__(self, text: str, url_fetcher: Any) -> None:
        root = _read(text)
        if root is None:
            super().__init__(string=text, url_fetcher=url_fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


class PlainPage(Page):
    """A page without lists, footnotes and notes, and so without their styles."""

    _sheets: dict[bool, list[Any]] = {}  # noqa: RUF012 - made once for all pages

    @staticmethod
    def suits(*texts: str) -> bool:
        """Return whether HTML and CSS have nothing of what is left out."""
        return not any(map(_MARKED.search, texts))

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        if forms not in self._sheets:
            self._sheets[forms] = [_without_markers(sheet) for sheet in super()._ua_stylesheets(forms)]
        return self._sheets[forms]


def _read(text: str) -> Element | None:
    """Return the tree of a page, or None when an HTML reader has to say what it is."""
    if _NOT_AS_XML.search(text) or "<html" not in text or "<body" not in text:
        return None
    try:
        return fromstring(text)  # noqa: S314 - it can name no entity: see _NOT_AS_XML
    except ParseError:
        return None


def _without_markers(sheet: Any) -> Any:
    """Return a copy of a style sheet without the styles of markers and notes."""
    sheet = copy.copy(sheet)
    sheet.matcher = copy.copy(sheet.matcher)
    kept = [rule for rule in sheet.matcher.other_selectors if rule[3] not in _MARKERS]
    sheet.matcher.other_selectors = kept
    return sheet
