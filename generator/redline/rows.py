"""Rows of tables that answer each other: a row that came in is one inserted row, and no other is rewritten.

An engine pairs rows by their place. Both versions of a table are taken from what it made, their rows are
paired by what they say, and the table is put together anew.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from generator.alignment import edits, paired, word_edits, word_likeness, words
from generator.reading.word.markup import CELL, PPR, ROW, RPR, TABLE, P, w
from generator.redline.settling import has_changes, paragraphs, settle
from generator.redline.whole_words import text_run
from generator.revising.order import insert, properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INS, _DEL, _RUN, _ROW_PROPERTIES = w("ins"), w("del"), w("r"), w("trPr")
_TEXT, _DEL_TEXT = w("t"), w("delText")
_LIKE = 0.4
_UNTOLD = frozenset(w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"))


class _Hand(NamedTuple):
    """Who makes the changes, and when."""

    author: str
    date: str

    def change(self, tag: str) -> etree._Element:
        """Return an empty change."""
        return etree.Element(tag, {w("id"): "0", w("author"): self.author, w("date"): self.date})


def realign_rows(root: etree._Element, author: str, moment: str) -> int:
    """Put together anew every table with changes of whose rows some came, went or moved; return how many."""
    tables = [table for table in root.iter(TABLE) if table.find(f".//{TABLE}") is None and has_changes(table)]
    return sum(_realigned(table, _Hand(author, moment)) for table in tables)


def _realigned(table: etree._Element, hand: _Hand) -> bool:
    old, new = deepcopy(table), deepcopy(table)
    settle(old, accept=False)
    settle(new, accept=True)
    first, second = old.findall(ROW), new.findall(ROW)
    pairs = _pairs([_said(row) for row in first], [_said(row) for row in second])
    rows = [row for pair in pairs for row in _rows(first, second, pair, hand)]
    if all(i == j for i, j in pairs) or not first or not second:
        return False
    standing = table.findall(ROW)
    if any(child.tag != ROW for child in list(table)[table.index(standing[0]) :]):
        return False  # rows inside of something else
    for row in standing:
        table.remove(row)
    table.extend(rows)
    return True


def _said(row: etree._Element) -> tuple[str, ...]:
    return tuple("\n".join(paragraphs(cell)) for cell in row.iter(CELL))


def _pairs(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> list[tuple[int | None, int | None]]:
    found: list[tuple[int | None, int | None]] = []
    # The number in the first column moves with every row that comes in: it says nothing of which row it is.
    for edit in edits([row[1:] or row for row in old], [row[1:] or row for row in new]):
        (i0, i1), (j0, j1) = edit.old, edit.new
        if edit.same:
            found += zip(range(i0, i1), range(j0, j1), strict=True)
        else:
            near = paired(old[i0:i1], new[j0:j1], _likeness, _LIKE)
            found += [(None if i is None else i0 + i, None if j is None else j0 + j) for i, j in near]
    return found


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return (
        word_likeness(" ".join(one[1:] or one), " ".join(other[1:] or other))
        if len(one) == len(other)
        else 0.0
    )


def _rows(
    old: Sequence[etree._Element],
    new: Sequence[etree._Element],
    pair: tuple[int | None, int | None],
    hand: _Hand,
) -> Iterator[etree._Element]:
    """Yield the rows of a pair: one with its changes, or the old taken out and the new put in."""
    before = None if pair[0] is None else old[pair[0]]
    after = None if pair[1] is None else new[pair[1]]
    both = _merged(before, after, hand) if before is not None and after is not None else None
    if both is not None:
        yield both
        return
    if before is not None:
        yield _tracked(deepcopy(before), _DEL, hand)
    if after is not None:
        yield _tracked(deepcopy(after), _INS, hand)


def _merged(old: etree._Element, new: etree._Element, hand: _Hand) -> etree._Element | None:
    """Return the new row with the changes inside its cells; None when that cannot be told cell by cell."""
    row = deepcopy(new)
    cells = list(zip(old.iter(CELL), row.iter(CELL), strict=False))
    if len(list(old.iter(CELL))) != len(list(row.iter(CELL))):
        return None
    for before, after in cells:
        if paragraphs(before) == paragraphs(after):
            continue
        first, second = before.findall(P), after.findall(P)
        if len(first) != 1 or len(second) != 1 or not _merge(first[0], second[0], hand):
            return None
    return row


def _merge(old: etree._Element, new: etree._Element, hand: _Hand) -> bool:
    """Put what changed from an old paragraph into the new one; return whether both are plain text."""
    before, after = _plain(old), _plain(new)
    if before is None or after is None:
        return False
    first, second = words("".join(text for text, _ in before)), words("".join(text for text, _ in after))
    content: list[etree._Element] = []
    for edit in word_edits(first, second):
        came = [text_run(run, text, _TEXT) for text, run in _stretch(after, second, edit.new)]
        if edit.same:
            content += came
            continue
        gone = [text_run(run, text, _DEL_TEXT) for text, run in _stretch(before, first, edit.old)]
        for tag, runs in ((_DEL, gone), (_INS, came)):
            if runs:
                content.append(hand.change(tag))
                content[-1].extend(runs)
    new[:] = [*new.findall(PPR), *content]
    return True


def _plain(paragraph: etree._Element) -> list[tuple[str, etree._Element]] | None:
    """Return the text of a paragraph by runs; None when it holds more than text."""
    found: list[tuple[str, etree._Element]] = []
    for child in paragraph:
        if child.tag == PPR or child.tag in _UNTOLD:
            continue
        if child.tag != _RUN or any(item.tag not in (RPR, _TEXT) for item in child):
            return None
        found.append(("".join(item.text or "" for item in child.iter(_TEXT)), child))
    return found


def _stretch(
    pieces: Sequence[tuple[str, etree._Element]], cut: Sequence[str], places: tuple[int, int]
) -> Iterator[tuple[str, etree._Element]]:
    """Yield the text of some words by the runs it stands in."""
    start, end = (sum(map(len, cut[:place])) for place in places)
    begin = 0
    for text, run in pieces:
        if found := text[max(start - begin, 0) : max(end - begin, 0)]:
            yield found, run
        begin += len(text)


def _tracked(row: etree._Element, tag: str, hand: _Hand) -> etree._Element:
    """Return a row that is put in or taken out as a whole, with all that stands in it."""
    found = row.find(_ROW_PROPERTIES)
    if found is None:
        found = etree.Element(_ROW_PROPERTIES)
        row.insert(1 if row.find(w("tblPrEx")) is not None else 0, found)
    found.append(hand.change(tag))
    for paragraph in row.iter(P):
        _track_mark(paragraph, tag, hand)
        for child in list(paragraph):
            if child.tag == _RUN:
                change = hand.change(tag)
                paragraph.replace(child, change)
                change.append(child)
    if tag == _DEL:
        for text in row.iter(_TEXT):
            text.tag = _DEL_TEXT
        for code in row.iter(w("instrText")):
            code.tag = w("delInstrText")
    return row


def _track_mark(paragraph: etree._Element, tag: str, hand: _Hand) -> None:
    owner = properties(paragraph)
    look = owner.find(RPR)
    if look is None:
        look = etree.Element(RPR)
        insert(owner, look)
    look.insert(0, hand.change(tag))
