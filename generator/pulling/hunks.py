"""What was changed within one paragraph, and which of its segments it touches."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.pulling.said import LONGEST, clean, even, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.anchors import Segment

_NEAR = 2  # equal characters between two changes that make them one


@dataclass(frozen=True, slots=True)
class Hunk:
    """Between `start` and `end` of the printed text stands `new` now."""

    start: int
    end: int
    new: str


def changed(old: str, new: str) -> list[Hunk]:
    """Return what turns one text into the other, word by word; spaces of another kind are no change."""
    before, after = even(old), even(clean(new))
    if max(len(before), len(after)) > LONGEST:
        return [Hunk(0, len(before), after)]
    ones, others = words(before), words(after)
    matcher = SequenceMatcher(None, ones, others, autojunk=False)
    found: list[Hunk] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        start, end = _length(ones[:a1]), _length(ones[:a2])
        text = "".join(others[b1:b2])
        at_edge = not start or end == len(before)
        if _only_spaces(before[start:end], text) or (at_edge and not (before[start:end] + text).strip()):
            continue
        found.append(_trimmed(Hunk(start, end, text), before))
    return _joined(found, before)


def _only_spaces(old: str, new: str) -> bool:
    """Return whether there are spaces before and after, only others."""
    return bool(old and new) and not (old + new).strip()


def _length(pieces: Sequence[str]) -> int:
    return sum(map(len, pieces))


def _trimmed(hunk: Hunk, old: str) -> Hunk:
    """Return the hunk without equal spaces at its ends."""
    start, end, new = hunk.start, hunk.end, hunk.new
    while start < end and new and old[start] == new[0] == " ":
        start, new = start + 1, new[1:]
    while start < end and new and old[end - 1] == new[-1] == " ":
        end, new = end - 1, new[:-1]
    return Hunk(start, end, new)


def _joined(found: Sequence[Hunk], old: str) -> list[Hunk]:
    """Return the hunks, those with next to nothing between them as one."""
    out: list[Hunk] = []
    for hunk in found:
        between = old[out[-1].end : hunk.start] if out else ""
        if out and len(between) <= _NEAR and not between.strip():
            out[-1] = Hunk(out[-1].start, hunk.end, out[-1].new + between + hunk.new)
        else:
            out.append(hunk)
    return out


def slid(hunk: Hunk, old: str) -> Iterator[Hunk]:
    """Yield the hunk, and the same insertion or deletion written at other places: "a.|b.|" is "a|.b|."."""
    yield hunk
    text = hunk.new or old[hunk.start : hunk.end]
    if bool(hunk.new) == (hunk.end > hunk.start) or not text:
        return
    width = hunk.end - hunk.start
    left, moving = hunk.start, text
    while left and old[left - 1] == moving[-1]:
        left, moving = left - 1, moving[-1] + moving[:-1]
        yield Hunk(left, left + width, moving if hunk.new else "")
    right, moving = hunk.start, text
    while right + width < len(old) and old[right + width] == moving[0]:
        right, moving = right + 1, moving[1:] + moving[0]
        yield Hunk(right, right + width, moving if hunk.new else "")


def touched(hunk: Hunk, segments: Sequence[Segment]) -> list[tuple[int, ...]]:
    """Return the places of the segments that a hunk changes; for an insertion between two, either."""
    spans = list(_spans(segments))
    if hunk.start < hunk.end:
        return [tuple(n for n, (start, end) in enumerate(spans) if start < hunk.end and hunk.start < end)]
    inside: list[tuple[int, ...]] = [(n,) for n, (start, end) in enumerate(spans) if start < hunk.start < end]
    return inside or [(n,) for n, (start, end) in enumerate(spans) if hunk.start in (start, end)]


def _spans(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    start = 0
    for segment in segments:
        yield start, start + len(segment.text)
        start += len(segment.text)


def applied(old: str, hunks: Sequence[Hunk]) -> str:
    """Return the printed text with the hunks in it."""
    for hunk in sorted(hunks, key=lambda one: one.start, reverse=True):
        old = old[: hunk.start] + hunk.new + old[hunk.end :]
    return old
