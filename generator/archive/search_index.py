"""The index of the full-text search, in pieces that a page loads as classic scripts, so also from a disk.

A word is indexed without its marks ("đường" as "duong") and lies in one of many small files, chosen by its
hash; a search loads the files of its words only. How the words stand together, and whether their marks are
those that were asked for, is looked up in the texts of the best results, which lie beside each inspection.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.wording import fold_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = "chi-muc"
_WORD = re.compile(r"[^\W_]+")
_PER_FILE = 6000  # postings, about 40 KB
_ENTRIES_PER_FILE = 400
_TITLE, _MOST = 5, 40
_HASH_START, _HASH_PRIME, _32_BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: `link` from the root of the site, `texts` the file with its text, `turn` in it."""

    title: str
    about: str
    link: str
    texts: str
    turn: int


def words(text: str) -> list[str]:
    """Return the words of a text as they are indexed."""
    return _WORD.findall(fold_accents(text).lower())


def hash_of(word: str) -> int:
    """Return the FNV-1a hash of a word over its UTF-16 units, as the script of the site computes it."""
    data = word.encode("utf-16-le")
    found = _HASH_START
    for low, high in zip(data[::2], data[1::2], strict=True):
        found = ((found ^ (low | high << 8)) * _HASH_PRIME) & _32_BITS
    return found


@dataclass
class SearchIndex:
    """Everything that can be found, in the order in which it was added."""

    entries: list[Entry] = field(default_factory=list)
    _postings: dict[str, array[int]] = field(default_factory=dict)

    def add(self, entry: Entry, lines: Iterable[str]) -> None:
        """Add something that says these lines."""
        number = len(self.entries)
        self.entries.append(entry)
        counted = Counter(word for line in lines for word in words(line))
        for word in words(f"{entry.title} {entry.about}"):
            counted[word] += _TITLE
        for word, times in counted.items():
            self._postings.setdefault(word, array("L")).extend((number, min(times, _MOST)))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the index by their paths."""
        total = sum(map(len, self._postings.values())) // 2
        count = 1
        while count * _PER_FILE < total:
            count *= 2
        pieces: list[dict[str, list[int]]] = [{} for _ in range(count)]
        for word in sorted(self._postings):
            pieces[hash_of(word) % count][word] = _as_steps(self._postings[word])
        for number, piece in enumerate(pieces):
            yield f"{FOLDER}/tu-{number}.js", script("words", number, piece)
        for start in range(0, len(self.entries), _ENTRIES_PER_FILE):
            rows = [
                [one.title, one.about, one.link, one.texts, one.turn]
                for one in self.entries[start : start + _ENTRIES_PER_FILE]
            ]
            number = start // _ENTRIES_PER_FILE
            yield f"{FOLDER}/muc-{number}.js", script("entries", number, rows)
        sizes = {"files": count, "entries": len(self.entries), "perFile": _ENTRIES_PER_FILE}
        yield f"{FOLDER}/muc-luc.js", script("sizes", 0, sizes)


def _as_steps(postings: array[int]) -> list[int]:
    """Return entry, times, entry, times, ...: each entry as the step from the one before it."""
    found, before = [], 0
    for number, times in zip(postings[::2], postings[1::2], strict=True):
        found += [number - before, times]
        before = number
    return found


def script(what: str, key: str | int, value: Any) -> bytes:
    """Return a classic script that hands a value to the search of the page that loads it."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two ends of line of Unicode that older readers of scripts do not take in a text.
    said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"ketluan.take({json.dumps(what)},{json.dumps(key)},{said});\n".encode()
