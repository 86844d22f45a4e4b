"""Which pages of a PDF look otherwise than before, and both as pictures."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.alignment import edits
from generator.archive.pictures import drawing, drawn_page, opened_pdf, small_picture
from generator.changes.values import PageChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.alignment import Edit

WIDTH = 760  # pixels: a page of A4 is read without a magnifier
MOST_PAGES = 300
"""Of one file; of a longer one, that no page differs is not known."""


class Pictures:
    """The pictures of changed pages, numbered in order, at most `most`; `more` counts those left out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pages = 0
        self.files: dict[str, bytes] = {}
        self.more = 0

    def of(self, change: PageChange, old: bytes, new: bytes) -> PageChange:
        """Return the change with the names of its pictures, if there is room for them."""
        sides = [
            (name, data, number)
            for name, data, number in (("before", old, change.old), ("after", new, change.new))
            if number is not None
        ]
        if len(self.files) + len(sides) > self._most:
            self.more += len(sides)
            return change
        self._pages += 1
        names = {}
        for name, data, number in sides:
            names[name] = f"{self._pages:03}-{name}.png"
            with opened_pdf(data) as document:
                self.files[names[name]] = small_picture(drawn_page(document, number - 1, WIDTH))
        return change._replace(old_picture=names.get("before", ""), new_picture=names.get("after", ""))


def changed_pages(file: str, old: bytes, new: bytes, pictures: Pictures) -> list[PageChange] | None:
    """Return the pages of a PDF that look otherwise; Refused when a page cannot be drawn.

    None when none of `MOST_PAGES` does and there are more. `old` or `new` is empty when there is no such
    file. A page that only stands elsewhere is none of them.
    """
    with drawing("changes-page-undrawn", file):
        before, after = _looks(old), _looks(new)
        found = [pair for edit in edits(before, after) if not edit.same for pair in _pairs(edit)]
        if not found and max(len(before), len(after)) == MOST_PAGES and _is_longer(old, new):
            return None
        return [pictures.of(PageChange(file, i, j), old, new) for i, j in found]


def _is_longer(*files: bytes) -> bool:
    """Return whether one of the files has pages that were not looked at."""
    for data in filter(None, files):
        with opened_pdf(data) as document:
            if len(document) > MOST_PAGES:
                return True
    return False


def _looks(data: bytes) -> list[str]:
    """Return a fingerprint of what each page looks like."""
    if not data:
        return []
    with opened_pdf(data) as document:
        count = min(len(document), MOST_PAGES)
        drawn = (drawn_page(document, index, WIDTH) for index in range(count))
        return [hashlib.sha256(repr(page.size).encode() + page.tobytes()).hexdigest() for page in drawn]


def _pairs(edit: Edit) -> Iterator[tuple[int | None, int | None]]:
    """Yield the numbers, from 1, of pages that stand in one another's place."""
    (i0, i1), (j0, j1) = edit.old, edit.new
    for step in range(max(i1 - i0, j1 - j0)):
        i, j = i0 + step, j0 + step
        yield (i + 1 if i < i1 else None), (j + 1 if j < j1 else None)
