"""Changes within paragraphs: each goes to the value it was printed of, or is told with where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.diagnostics import Place
from generator.load import entries_of
from generator.pulling.hunks import Hunk, applied, changed, slid, touched
from generator.pulling.origins import is_computed
from generator.pulling.results import Home, Kind, Left, Why
from generator.pulling.said import label_length, said
from generator.pulling.values import Values
from generator.yaml_editing import edited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.anchors import AnchoredParagraph
    from generator.pulling.bench import Lines
    from generator.pulling.edited import EditedParagraph
    from generator.pulling.state import State
    from generator.yaml_source import DataPath

_AROUND = 24  # characters shown before and behind a change


@dataclass
class Group:
    """The hunks of one paragraph that belong to one origin, and the segments they touch."""

    why: Why | None
    path: str | None
    hunks: list[Hunk] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


def bring_text(
    state: State, number: int, one: AnchoredParagraph, other: EditedParagraph
) -> Iterator[Home | Left]:
    """Take the changes of one paragraph into the YAML, as far as that can be proved."""
    for group in _groups(one, changed(one.text, other.text)):
        found = _brought(state, number, one, group, said(other.text))
        before, after = _shown(one, group)
        if isinstance(found, Why):
            place = state.place(state.origin(group.path)) if group.path else Place()
            yield Left(Kind.TEXT, found, before, after, place, other.authors, number)
        else:
            path, effects = found
            yield Home(Kind.TEXT, before, after, shown_path(path), state.place(path), other.authors, effects)


def _groups(one: AnchoredParagraph, hunks: Sequence[Hunk]) -> list[Group]:
    found: dict[tuple[Why | None, str | None, int], Group] = {}
    for number, hunk in enumerate(hunks):
        best, why, path, places = _owned(one, hunk)
        alone = number if why in (Why.WORDING, Why.MIXED) else -1
        group = found.setdefault((why, path, alone), Group(why, path))
        group.hunks.append(best)
        group.places += [place for place in places if place not in group.places]
    return sorted(found.values(), key=lambda group: group.hunks[0].start)


def _owned(one: AnchoredParagraph, hunk: Hunk) -> tuple[Hunk, Why | None, str | None, tuple[int, ...]]:
    """Return the hunk written so that it belongs to data, if it can be, and whose it is."""
    refused: tuple[Hunk, Why | None, str | None, tuple[int, ...]] | None = None
    for way in slid(hunk, one.text):
        for places in touched(way, one.segments):
            why, path = _origin(one, way, places)
            if why is None:
                return way, None, path, places
            refused = refused or (way, why, path, places)
    return refused or (hunk, Why.WORDING, None, ())


def _origin(one: AnchoredParagraph, hunk: Hunk, places: Sequence[int]) -> tuple[Why | None, str | None]:
    segments = [one.segments[place] for place in places]
    paths = {segment.path for segment in segments}
    data = {path for path in paths if path is not None and not is_computed(path)}
    computed = [segment for segment in segments if segment.path and is_computed(segment.path)]
    if not data:
        return (Why.FIGURE, computed[0].path) if computed else (Why.WORDING, None)
    if None in paths or len(data) > 1:
        return Why.MIXED, min(data)
    if computed and (hunk.new.strip() or not _whole(one, hunk, places)):
        return Why.FIGURE, computed[0].path
    return None, data.pop()


def _whole(one: AnchoredParagraph, hunk: Hunk, places: Sequence[int]) -> bool:
    """Return whether the computed segments among these are deleted from end to end."""
    start = 0
    for place, segment in enumerate(one.segments):
        end = start + len(segment.text)
        computed = place in places and segment.path is not None and is_computed(segment.path)
        if computed and not hunk.start <= start <= end <= hunk.end:
            return False
        start = end
    return True


def _brought(
    state: State, number: int, one: AnchoredParagraph, group: Group, whole: str
) -> tuple[DataPath, tuple[tuple[str, str], ...]] | Why:
    """Take one group into the YAML; return its path and what else it changes, or why it stays outside."""
    if group.why not in (None, Why.FIGURE):
        return group.why
    line = state.at.get(number)
    hunks = _carried(one, state.lines[line], group) if line is not None else None
    if line is None or hunks is None:
        return Why.CONFLICT
    now = state.lines[line]
    wanted = {said(applied(now.text, hunks)), whole}
    values = Values(state.source, entries_of(state.source, state.bench.catalogues))
    for path, text in values.proposals(now.segments, _same_places(one, now, group.places), hunks):
        tried = state.tried(partial(edited, path=path, value=text, file=state.bench.yaml.file))
        if not tried or len(tried[1]) != len(state.lines) or said(tried[1][line].text) not in wanted:
            continue
        if not values.is_key_at(path) or _stays_near(state, path, line, tried[1]):
            return path, tuple(pair for pair in state.take(*tried) if pair[0] != said(now.text))
    if group.why is not None:
        return group.why
    return Why.NAME if group.path and values.is_key(group.path) else Why.UNPROVED


def _stays_near(state: State, path: DataPath, line: int, lines: Lines) -> bool:
    """Return whether another key changes only what its own item prints.

    An agency that is mentioned all over the paper is not exchanged because one mention of it was changed.
    """
    numbers = [place for place, part in enumerate(path) if isinstance(part, int)]
    item = path[: numbers[-1] + 1] if numbers else path
    return all(
        number == line
        or said(one.text) == said(other.text)
        or any(state.origin(each.path)[: len(item)] == item for each in one.segments if each.path)
        for number, (one, other) in enumerate(zip(state.lines, lines, strict=True))
    )


def _carried(one: AnchoredParagraph, now: AnchoredParagraph, group: Group) -> list[Hunk] | None:
    """Return the hunks as places of the paragraph as it prints now; None when that says something else."""
    others = _same_places(one, now, group.places)
    if len(others) != len(group.places):
        return None
    same = dict(zip(group.places, others, strict=True))
    if any(one.segments[place].text != now.segments[same[place]].text for place in group.places):
        return None
    starts, starts_now = _starts(one), _starts(now)
    found = []
    for hunk in group.hunks:
        first = next(n for n in sorted(same) if hunk.start <= starts[n] + len(one.segments[n].text))
        start = hunk.start - starts[first] + starts_now[same[first]]
        found.append(Hunk(start, start + hunk.end - hunk.start, hunk.new))
    return found


def _starts(line: AnchoredParagraph) -> list[int]:
    ends = accumulate((len(segment.text) for segment in line.segments), initial=0)
    return list(ends)


def _same_places(one: AnchoredParagraph, now: AnchoredParagraph, places: Sequence[int]) -> list[int]:
    """Return the segments that print now what these did: the same of their path, from the left."""
    found = []
    for place in places:
        path = one.segments[place].path
        before = sum(1 for segment in one.segments[:place] if segment.path == path)
        others = [n for n, segment in enumerate(now.segments) if segment.path == path]
        found += others[before : before + 1]
    return found


def _shown(one: AnchoredParagraph, group: Group) -> tuple[str, str]:
    """Return what stood and what stands at the changes of a group, with the words around them."""
    first, last = min(hunk.start for hunk in group.hunks), max(hunk.end for hunk in group.hunks)
    start, end = _word_before(one.text, first), _word_after(one.text, last)
    own = [Hunk(hunk.start - start, hunk.end - start, hunk.new) for hunk in group.hunks]
    return said(one.text[start:end]), said(applied(one.text[start:end], own))


def _word_before(text: str, place: int) -> int:
    label = label_length(text)
    start = text.rfind(" ", 0, max(place - _AROUND, 0)) + 1
    return min(max(start, label), place)


def _word_after(text: str, place: int) -> int:
    end = text.find(" ", place + _AROUND)
    return len(text) if end < 0 else end


def shown_path(path: DataPath) -> str:
    """Return a path as a person counts: from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
