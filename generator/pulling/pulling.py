"""Bring an edited working draft home: texts first, then what was deleted, moved and added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.pulling.bench import bench_of, cleaned
from generator.pulling.edited import read_edited
from generator.pulling.items import move, put_in, take_out
from generator.pulling.pairing import paired
from generator.pulling.results import Home, Kind, Left, Pulled, Why
from generator.pulling.said import said, unlabelled
from generator.pulling.state import State
from generator.pulling.texts import bring_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.anchors import AnchoredParagraph
    from generator.project import Project
    from generator.pulling.edited import Edited, EditedParagraph
    from generator.pulling.pairing import Pairing
    from generator.workshop import Workshop

_MOST_CHANGED = 300  # paragraphs: each is proved by composing the paper

__all__ = ["Pulled", "pull"]


def pull(data: bytes, name: str, project: Project, workshop: Workshop | None = None) -> Pulled:
    """Return what an edited file says differently and where that goes; nothing is written.

    A `workshop` that is there already need not be made again.
    Refused when the file is no working draft of this project, or the YAML it was made of is broken.
    """
    edited = read_edited(data, name)
    bench = bench_of(edited.anchors.paper, project, name, workshop)
    printed = [cleaned(paragraph) for paragraph in edited.anchors.paragraphs]
    if not printed:
        raise Refused([Diagnostic("pull-no-anchors", Place(name))])
    _require_an_edit(printed, edited, name)
    work = _Work(State(bench, printed), edited, printed)
    found = work.run()
    home = tuple(one for one in found if isinstance(one, Home))
    left = tuple(one for one in found if isinstance(one, Left))
    return Pulled(edited.anchors.paper, bench.yaml, work.state.text, home, left, edited.comments)


def _require_an_edit(printed: list[AnchoredParagraph], edited: Edited, name: str) -> None:
    """Refuse a file that has so little of what was printed that it is no edit of it."""
    now = {said(paragraph.text) for paragraph in edited.paragraphs}
    changed = [one for one in printed if said(one.text) not in now]
    more = len(edited.paragraphs) - len(printed)
    if len(changed) > _MOST_CHANGED or more > _MOST_CHANGED:
        arguments: dict[str, str | int] = {"count": max(len(changed), more), "limit": _MOST_CHANGED}
        raise Refused([Diagnostic("pull-too-much", Place(name), arguments=arguments)])


class _Work:
    """One edited file being brought home."""

    def __init__(self, state: State, edited: Edited, printed: list[AnchoredParagraph]) -> None:
        self.state, self.edited, self.printed = state, edited, printed
        self.pairing: Pairing = paired(printed, edited.paragraphs)
        self.new_lines: dict[int, int] = {}  # of added paragraphs that came home

    def run(self) -> list[Home | Left]:
        found = [*self._texts(), *self._deleted(), *self._moved(), *self._added()]
        kept = [one for one in found if not (isinstance(one, Left) and self._came_about(one))]
        return [*kept, *self._untold(kept), *self._apart()]

    def _texts(self) -> Iterator[Home | Left]:
        for number, place in self.pairing.pairs:
            one, other = self.printed[number], self.edited.paragraphs[place]
            if said(one.text) != said(other.text) and self._prints(number) != said(other.text):
                yield from bring_text(self.state, number, one, other)

    def _prints(self, number: int) -> str:
        """Return what the paper says now where a printed paragraph stood."""
        line = self.state.at.get(number)
        return said(self.state.lines[line].text) if line is not None else ""

    def _deleted(self) -> Iterator[Home | Left]:
        for number in reversed(self.pairing.deleted):
            one = self.printed[number]
            done = take_out(self.state, number, one)
            if done is not None:
                yield replace(done, authors=self.edited.authors.get(one.key, ()))

    def _moved(self) -> Iterator[Home | Left]:
        for number, place in self.pairing.pairs:
            if number in self.pairing.moved:
                before, behind = self._around(place)
                yield move(self.state, number, before, behind, self.printed[number])

    def _added(self) -> Iterator[Home | Left]:
        for place in self.pairing.added:
            before, behind = self._around(place)
            other = self.edited.paragraphs[place]
            standing = before + 1 if before is not None else behind - 1 if behind else None
            if (
                standing is not None
                and standing not in self.state.at.values()
                and self._says(standing, other)
            ):
                self.new_lines[place] = standing
                continue
            done, line = put_in(self.state, before, behind, other)
            if line is not None:
                self.new_lines = {p: at + (at >= line) for p, at in self.new_lines.items()}
                self.new_lines[place] = line
            yield done

    def _says(self, line: int, other: EditedParagraph) -> bool:
        lines = self.state.lines
        return 0 <= line < len(lines) and unlabelled(lines[line].text) == unlabelled(other.text)

    def _around(self, place: int) -> tuple[int | None, int | None]:
        """Return the lines of the paragraphs right before and right behind one of the edited file."""
        return self._line(place - 1), self._line(place + 1)

    def _line(self, place: int) -> int | None:
        if place in self.new_lines:
            return self.new_lines[place]
        number = next((one for one, other in self.pairing.pairs if other == place), None)
        return self.state.at.get(number) if number is not None else None

    # --- nothing is lost -----------------------------------------------------------------------------

    def _came_about(self, left: Left) -> bool:
        """Return whether the paper now says what was written, through other changes."""
        if left.kind is Kind.DELETED:
            return left.printed not in self.state.at
        if left.kind is not Kind.TEXT:
            return False
        place = next((other for one, other in self.pairing.pairs if one == left.printed), None)
        line = self.state.at.get(left.printed)
        if place is None or line is None:
            return False
        return self._prints(left.printed) == said(self.edited.paragraphs[place].text)

    def _untold(self, found: list[Home | Left]) -> Iterator[Left]:
        """Yield what the paper will say otherwise than the edited file, and nothing told so far."""
        told = {one.printed for one in found if isinstance(one, Left)}
        for number, place in self.pairing.pairs:
            line = self.state.at.get(number)
            now = unlabelled(self.state.lines[line].text) if line is not None else ""
            wanted = unlabelled(self.edited.paragraphs[place].text)
            if (
                number not in told
                and now != wanted
                and said(self.printed[number].text) != said(self.edited.paragraphs[place].text)
            ):
                yield Left(Kind.TEXT, Why.EFFECT, wanted, now, Place(self.state.bench.yaml.file), (), number)

    def _apart(self) -> Iterator[Left]:
        before, after = set(map(said, self.edited.anchors.apart)), set(map(said, self.edited.apart))
        gone, new = sorted(before - after), sorted(after - before)
        if gone or new:
            yield Left(Kind.TEXT, Why.APART, "; ".join(gone), "; ".join(new), Place())
