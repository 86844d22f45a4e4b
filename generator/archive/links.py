"""The links of a site: each leads to a file of it, to a place that is there, and never outside."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_LINKING = frozenset({"href", "src", "action", "srcset", "poster", "data", "xlink:href", "formaction"})
_REFRESH = re.compile(r"url=(.+)", re.IGNORECASE)
_STYLED = re.compile(r"url\(\s*[\"']?([^\"')]*)|@import\s+[\"']([^\"']*)", re.IGNORECASE)
_ENTRIES = re.compile(r'\Aketluan\.take\("entries",\d+,(.*)\);\s*\Z', re.DOTALL)


@dataclass
class _Page(HTMLParser):
    """What a page links to, with the line, and the places in it that can be linked to."""

    links: list[tuple[str, int]] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the links and the id of an element."""
        said = dict(attrs)
        for name, value in attrs:
            if name in _LINKING and value is not None:
                self.links.append((value, self.getpos()[0]))
            elif name == "id" and value:
                self.places.add(value)
        if tag == "meta" and (said.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.search(said.get("content") or "")
            self.links += [(found[1], self.getpos()[0])] if found else []


@dataclass
class Links:
    """Checks the links of all pages of an archive; `files` are the paths that are there."""

    files: Collection[str]
    shown: str
    pages: int = 0
    _places: dict[str, set[str]] = field(default_factory=dict)
    _to_places: list[tuple[str, int, str, str]] = field(default_factory=list)

    def look_at(self, path: str, data: bytes) -> Iterator[Diagnostic]:
        """Yield what is wrong with the links of a file that may have some."""
        text = data.decode("utf-8", "replace")
        if path.endswith(".html"):
            page = _Page()
            page.feed(text)
            page.close()
            self.pages += 1
            self._places[path] = page.places
            for link, line in page.links:
                yield from self._link(path, line, link)
        elif path.endswith(".css"):
            for match in _STYLED.finditer(text):
                yield from self._link(path, text.count("\n", 0, match.start()) + 1, match[1] or match[2])
        elif path.endswith(".js") and (entries := _ENTRIES.match(text)):
            # The links of results of the search stand in its index; they are from the root of the site.
            root = path.rpartition("/")[0].rpartition("/")[0]
            for _, _, link, texts, _ in json.loads(entries[1]):
                for target in (link, texts):
                    yield from self._link(f"{root}/{path.rpartition('/')[2]}" if root else path, 1, target)

    def rest(self) -> Iterator[Diagnostic]:
        """Yield the links to places that no page has; to be asked after all pages."""
        for path, line, target, place in self._to_places:
            if place not in self._places.get(target, ()):
                yield self._dead(path, line, f"{target}#{place}")

    def _link(self, path: str, line: int, link: str) -> Iterator[Diagnostic]:
        try:
            parts = urlsplit(link)
        except ValueError:
            yield self._dead(path, line, link)
            return
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            place = Place(f"{self.shown}/{path}", line)
            yield Diagnostic("archive-link-outside", place, arguments={"link": link[:200]})
            return
        home = path.rpartition("/")[0]
        target = posixpath.normpath(posixpath.join(home, unquote(parts.path))) if parts.path else path
        if target not in self.files:
            yield self._dead(path, line, link)
        elif parts.fragment and target.endswith(".html"):
            self._to_places.append((path, line, target, unquote(parts.fragment)))

    def _dead(self, path: str, line: int, link: str) -> Diagnostic:
        place = Place(f"{self.shown}/{path}", line)
        return Diagnostic("archive-link-dead", place, arguments={"link": link[:200]})
