"""The YAML while changes come in: its text, what the paper prints of it, which paragraph is which."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.diagnostics import Place, Refused
from generator.pulling.origins import origin
from generator.pulling.said import said, unlabelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.anchors import AnchoredParagraph
    from generator.diagnostics import Diagnostic
    from generator.pulling.bench import Bench, Lines
    from generator.yaml_source import DataPath, Source


class State:
    """What stands so far. `at` says where each paragraph of the edited file's own print stands now."""

    def __init__(self, bench: Bench, printed: Sequence[AnchoredParagraph]) -> None:
        self.bench = bench
        self.text = bench.yaml.text
        self.lines: Lines = bench.lines(self.text)
        self.at = matched(printed, self.lines)

    @property
    def source(self) -> Source:
        """The nodes of the YAML as it is now."""
        return self.bench.loaded(self.text).source

    def tried(self, change: Callable[[str], str]) -> tuple[str, Lines] | None:
        """Return the YAML with a change and what it prints; None when it cannot be, or changes nothing."""
        try:
            text = change(self.text)
            return None if text == self.text else (text, self.bench.lines(text))
        except Refused:
            return None

    def wrong_with(self, change: Callable[[str], str]) -> tuple[Diagnostic, ...]:
        """Return what would be wrong with the YAML after a change."""
        try:
            self.bench.lines(change(self.text))
        except Refused as refused:
            return refused.diagnostics
        return ()

    def take(self, text: str, lines: Lines) -> tuple[tuple[str, str], ...]:
        """Let a change stand; return the paragraphs that it changed, before and after."""
        moved = matched(self.lines, lines)
        effects = _differences(self.lines, lines, moved)
        self.at = {one: moved[line] for one, line in self.at.items() if line in moved}
        self.text, self.lines = text, lines
        return effects

    def place(self, path: DataPath) -> Place:
        """Return where a path stands in the YAML as it was before any change, as far as it stands there."""
        return self.bench.loaded(self.bench.yaml.text).source.place(path)

    def origin(self, path: str) -> DataPath:
        """Return where a printed value stands in the YAML."""
        return origin(path, self.source)


def _differences(before: Lines, after: Lines, moved: dict[int, int]) -> tuple[tuple[str, str], ...]:
    pairs = [
        (said(one.text), said(after[moved[n]].text) if n in moved else "") for n, one in enumerate(before)
    ]
    new = set(range(len(after))) - set(moved.values())
    pairs += [("", said(after[n].text)) for n in sorted(new)]
    return tuple((one, other) for one, other in pairs if one != other)


def matched(before: Sequence[AnchoredParagraph], after: Sequence[AnchoredParagraph]) -> dict[int, int]:
    """Return which paragraph after is which before, by what they say and where they come from."""
    if len(before) == len(after) and _alike(before, after):
        return {n: n for n in range(len(before))}
    ones, others = ([unlabelled(one.text) for one in lines] for lines in (before, after))
    found: dict[int, int] = {}
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        if tag == "equal":
            found |= dict(zip(range(a1, a2), range(b1, b2), strict=True))
        elif tag == "replace":
            found |= _by_origin(before, after, range(a1, a2), range(b1, b2))
    return found


def _alike(before: Sequence[AnchoredParagraph], after: Sequence[AnchoredParagraph]) -> bool:
    """Return whether every two paragraphs say the same or come from the same places."""
    return all(
        one.text == other.text or _paths(one) == _paths(other)
        for one, other in zip(before, after, strict=True)
    )


def _by_origin(
    before: Sequence[AnchoredParagraph], after: Sequence[AnchoredParagraph], ones: range, others: range
) -> dict[int, int]:
    if len(ones) == len(others):
        return dict(zip(ones, others, strict=True))
    found: dict[int, int] = {}
    free = list(others)
    for one in ones:
        same = next((n for n in free if _paths(before[one]) == _paths(after[n])), None)
        if same is not None and _paths(before[one]):
            found[one] = same
            free = [n for n in free if n > same]
    return found


def _paths(line: AnchoredParagraph) -> list[str]:
    return [segment.path for segment in line.segments if segment.path]
