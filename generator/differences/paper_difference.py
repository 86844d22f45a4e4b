"""One paper in two versions: the sentences that change, and which fields make each of them change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from generator.alignment import compared_words
from generator.diagnostics import Refused
from generator.differences.fields import gravest
from generator.differences.printed_lines import printed_lines
from generator.differences.sentence_changes import reworded
from generator.differences.trial import UNCOMPOSABLE, without
from generator.differences.values import ChangeKind, Nature, PaperDifference, SentenceChange

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.differences.printed_lines import PrintedLine
    from generator.differences.sentence_changes import Reworded
    from generator.differences.tree import Found
    from generator.differences.values import Change, Version
    from generator.document import Document
    from generator.model.issued_papers import IssuedPaper

_MOST_TRIALS = 400

Compose: TypeAlias = "Callable[[Version, IssuedPaper, str], Document]"
_Told: TypeAlias = "Sequence[tuple[Found, Change]]"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, and what composes a paper of them."""

    old: Version
    new: Version
    compose: Compose

    def lines(self, version: Version, paper: str, stage: str) -> tuple[PrintedLine, ...]:
        """Return the lines of a paper of a version; StopIteration never: the paper is there."""
        papers = {one.id: one for one in version.loaded.inspection.documents}
        return printed_lines(self.compose(version, papers[paper], stage))


@dataclass(slots=True)
class Papers:
    """The papers compared so far, and which change reaches which of them."""

    papers: tuple[PaperDifference, ...] = ()
    _reached: dict[int, list[str]] = field(default_factory=dict)

    def reached(self, change: int) -> tuple[str, ...]:
        """Return the papers that a change, by its index, prints otherwise."""
        return tuple(self._reached.get(change, ()))

    def reach(self, change: int, paper: str) -> None:
        """Note that a change reaches a paper."""
        self._reached.setdefault(change, []).append(paper)


def compared_papers(versions: Compared, told: _Told, only: str | None) -> Papers:
    """Return the papers that both versions have, compared; with `only` this one alone."""
    old = {paper.id: paper for paper in versions.old.loaded.inspection.documents}
    new = {paper.id: paper for paper in versions.new.loaded.inspection.documents}
    both = [key for key in new if key in old and only in (None, key)]
    found = Papers()
    tried = len(told) * len(both) <= _MOST_TRIALS
    for key in both:
        found.papers += (_compared(versions, told if tried else None, new[key], old[key].stage, found),)
    if not tried:
        for index in range(len(told)):
            for key in both:
                found.reach(index, key)
    return found


def _compared(
    versions: Compared, told: _Told | None, paper: IssuedPaper, stage: str, papers: Papers
) -> PaperDifference:
    try:
        old = versions.lines(versions.old, paper.id, stage)
        new = versions.lines(versions.new, paper.id, stage)
    except Refused as refused:
        for index in range(len(told or ())):
            papers.reach(index, paper.id)
        return PaperDifference(paper.id, paper.kind, refused=refused.diagnostics)
    changed = reworded(old, new)
    effects = {}
    for index, (item, _) in enumerate(told or ()):
        effect = _effect(versions, item, paper.id, stage, new)
        if effect is None or effect:
            papers.reach(index, paper.id)
            effects[index] = effect
    changes = [change for _, change in told or ()]
    sentences = tuple(_sentence(item, effects, changes) for item in changed)
    return PaperDifference(paper.id, paper.kind, sentences)


def _effect(
    versions: Compared, item: Found, paper: str, stage: str, new: Sequence[PrintedLine]
) -> list[Reworded] | None:
    """Return what one change does to a paper; None when it cannot be taken back on its own."""
    if item.kind is ChangeKind.CHANGED and item.old == item.new:
        return None  # a photograph with another content: lines do not show it
    try:
        return reworded(versions.lines(without(versions.new, item), paper, stage), new)
    except UNCOMPOSABLE:
        return None


def _sentence(
    item: Reworded, effects: dict[int, list[Reworded] | None], changes: Sequence[Change]
) -> SentenceChange:
    causes = [
        index for index, effect in effects.items() if effect and any(_same(item, one) for one in effect)
    ]
    # A change that could not be tried alone may be behind whatever nothing else explains.
    causes = causes or [index for index, effect in effects.items() if effect is None]
    natures = [changes[index].nature for index in causes]
    nature = Nature.FORM if item.label else gravest(natures) if natures else Nature.FINDING
    pieces = compared_words(item.old or "", item.new or "")
    paths = tuple(changes[index].path for index in causes)
    return SentenceChange(item.where, item.old, item.new, pieces, nature, paths)


def _same(one: Reworded, effect: Reworded) -> bool:
    """Return whether what a change does is this: the same new text in its line, or the same text gone."""
    if one.new is not None:
        return (one.line, one.new) == (effect.line, effect.new)
    return one.old == effect.old and effect.new is None
