"""Which values of the YAML could print what somebody wrote: proposals, each to be proved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.fields import rich_escape
from generator.model.names import same_name
from generator.pulling.hunks import Hunk, applied, slid
from generator.pulling.origins import is_computed, leaves, origin
from generator.pulling.said import even, said
from generator.wording import capitalise_first, count, short_date
from generator.wording.reading import Misread, parse_count, parse_date
from generator.yaml_source import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.anchors import Segment
    from generator.model.names import Entry
    from generator.yaml_source import DataPath, Source

_DATES = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(\d{1,2})/(\d{1,2})/(\d{4})")


class Values:
    """Proposes values for what was changed within the segments of one origin."""

    def __init__(self, source: Source, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._source, self._entries = source, entries

    def proposals(
        self, segments: Sequence[Segment], places: Sequence[int], hunks: Sequence[Hunk]
    ) -> Iterator[tuple[DataPath, str]]:
        """Yield paths with their new texts, the likeliest first; `places` are the segments that changed."""
        path = next((one for place in places if (one := segments[place].path) and not is_computed(one)), None)
        if path is None:
            if len(places) == 1:
                yield from self._figures(segments, places[0], hunks)
            return
        at = origin(path, self._source)
        node = self._source.node(at)
        for where, typed in leaves(node, at):
            yield from ((where, text) for text in _spliced(typed, path, segments, hunks))
        if len(places) == 1:
            yield from self._whole(at, segments, places[0], hunks)

    def _whole(
        self, at: DataPath, segments: Sequence[Segment], place: int, hunks: Sequence[Hunk]
    ) -> Iterator[tuple[DataPath, str]]:
        """Yield values that print one segment anew: a name for a key, a date, a part of what is printed."""
        start = sum(len(one.text) for one in segments[:place])
        own = [Hunk(one.start - start, one.end - start, one.new) for one in hunks]
        old = even(segments[place].text)
        new = said(applied(old, own))
        node = self._source.node(at)
        for path, text in leaves(node, at):
            yield from ((path, value) for value in _within(text, old, own))
            yield from ((path, value) for value in _dated(text, old, new))
        for path, text in leaves(node, at):
            yield from ((path, key) for key in self._keys(text, old, own))
        if node is None or isinstance(node, Scalar):
            yield at, new
            yield from ((at, short_date(day)) for day in _dates(new))

    def _figures(
        self, segments: Sequence[Segment], place: int, hunks: Sequence[Hunk]
    ) -> Iterator[tuple[DataPath, str]]:
        """Yield the typed counts of a figure that may have been printed, with the count that stands now."""
        start = sum(len(one.text) for one in segments[:place])
        old = segments[place].text
        before = _count(old)
        after = _count(applied(old, [Hunk(one.start - start, one.end - start, one.new) for one in hunks]))
        at = origin(segments[place].path or "", self._source)
        if before is None or after is None or at[:1] != ("figures",):
            return
        for path, text in leaves(self._source.node(at), at):
            if _count(text) == before and path[-1] != "id":
                yield path, count(after)

    def _keys(self, text: str, old: str, hunks: Sequence[Hunk]) -> Iterator[str]:
        """Yield the keys that go by the name that stands now where the name of a key was printed."""
        for entries in self._entries.values():
            own = [entry for entry in entries if entry.key == text]
            wanted = [
                value for entry in own for name in (*entry.names, old) for value in _within(name, old, hunks)
            ]
            for entry in entries if wanted else ():
                same = any(same_name(one, name.strip()) for one in entry.names for name in wanted)
                if entry.key != text and same:
                    yield entry.key

    def is_key(self, path: str) -> bool:
        """Return whether a value is printed by the name of something in a catalogue or a list."""
        at = origin(path, self._source)
        return any(self._is_known(text) for _, text in leaves(self._source.node(at), at))

    def is_key_at(self, path: DataPath) -> bool:
        """Return whether the text at a path is the key of something."""
        node = self._source.node(path)
        return isinstance(node, Scalar) and self._is_known(node.text or "")

    def _is_known(self, text: str) -> bool:
        return any(entry.key == text for entries in self._entries.values() for entry in entries)


def _count(text: str) -> int | None:
    try:
        return parse_count(text.strip())
    except Misread:
        return None


def _within(text: str, old: str, hunks: Sequence[Hunk]) -> Iterator[str]:
    """Yield a text whose print stands once within a longer one, changed as that one was."""
    value, print_ = even(text).casefold(), old.casefold()
    if not value.strip() or print_.count(value) != 1 or len(print_) != len(old) or len(value) != len(text):
        return
    start = print_.index(value)
    end = start + len(value)
    for way in [[way] for way in slid(hunks[0], old)] if len(hunks) == 1 else [hunks]:
        if all(start <= one.start and one.end <= end for one in way):
            own = [Hunk(one.start - start, one.end - start, one.new) for one in way]
            if old[start:end].isupper() and not text.isupper():  # printed in capitals
                small = applied(text, [Hunk(one.start, one.end, one.new.lower()) for one in own])
                yield capitalise_first(small) if text[:1].isupper() else small
            yield applied(text, own)


def _dated(text: str, old: str, new: str) -> Iterator[str]:
    """Yield the day that stands where a typed day was printed."""
    try:
        day = parse_date(text)
    except Misread:
        return
    before, after = list(_dates(old)), list(_dates(new))
    if len(before) == len(after):
        yield from (short_date(to) for was, to in zip(before, after, strict=True) if was == day != to)


def _dates(text: str) -> Iterator[date]:
    for match in _DATES.finditer(even(text)):
        day, month, year = (part for part in match.groups() if part)
        try:
            yield parse_date(f"{day}/{month}/{year}")
        except Misread:
            continue


# --- running text ------------------------------------------------------------------------------------------


def _spliced(raw: str, path: str, segments: Sequence[Segment], hunks: Sequence[Hunk]) -> Iterator[str]:
    """Yield the typed text with the changes at the places that were printed of it."""
    places = _places(raw, path, segments)
    if places is None:
        return
    for escape in (rich_escape, str):
        text = raw
        for hunk in sorted(hunks, key=lambda one: one.start, reverse=True):
            span = _typed_span(places, hunk)
            if span is None:
                return
            text = text[: span[0]] + escape(hunk.new) + text[span[1] :]
        yield text


def _typed_span(places: Mapping[int, tuple[int, int]], hunk: Hunk) -> tuple[int, int] | None:
    """Return from where to where a hunk reaches in the typed text."""
    if hunk.start < hunk.end:
        first, last = places.get(hunk.start), places.get(hunk.end - 1)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if before := places.get(hunk.start - 1):
        return before[1], before[1]
    after = places.get(hunk.start)
    return (after[0], after[0]) if after else None


def _places(raw: str, path: str, segments: Sequence[Segment]) -> dict[int, tuple[int, int]] | None:
    """Return where in the typed text each printed character stands; a reference stands for all of its own."""
    found: dict[int, tuple[int, int]] = {}
    here, printed = 0, 0
    waiting: list[tuple[int, int]] = []
    for segment in segments:
        if segment.path == path:
            start = _find(raw, segment.text, here)
            if start is None:
                return None
            for first, last in waiting:
                found |= dict.fromkeys(range(first, last), (here, start[0][0]))
            waiting = []
            found |= {printed + number: place for number, place in enumerate(start)}
            here = start[-1][1]
        elif here and segment.path is not None and is_computed(segment.path):
            waiting.append((printed, printed + len(segment.text)))
        printed += len(segment.text)
    return found


def _find(raw: str, text: str, start: int) -> list[tuple[int, int]] | None:
    """Return where each character of a printed text stands in the typed one, from `start` on.

    Marks of bold and italic and backslashes stand between; a capital may have been made of a small letter.
    """
    typed, wanted = even(raw), even(text)
    for begin in range(start, len(typed)):
        if typed[begin].casefold() == wanted[:1].casefold():
            places = _matched(typed, wanted, begin)
            if places is not None:
                return places
    return None


def _matched(typed: str, wanted: str, begin: int) -> list[tuple[int, int]] | None:
    places: list[tuple[int, int]] = []
    here = begin
    for number, character in enumerate(wanted):
        while here < len(typed) and typed[here] in "*\\" and typed[here] != character:
            here += 1
        same = here < len(typed) and (
            typed[here] == character or (not number and typed[here].casefold() == character.casefold())
        )
        if not same:
            return None
        places.append((here, here + 1))
        here += 1
    return places
