"""Numbers of blocks, given by the composer and never typed: I. / Điều 1. / 1. / a) (NĐ 30, PL I, V.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document import BlockKind
from generator.wording import POINT_LETTERS, point_letter, roman

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compose.line_language import AnnexLines, Marked


@dataclass(frozen=True, slots=True)
class Position:
    """Where a labelled block stands: section "III", article "5", clause "3", point "d"; "" for none."""

    section: str = ""
    clause: str = ""
    point: str = ""
    article: str = ""

    def __str__(self) -> str:
        """Return "điểm d khoản 3 Mục III", "khoản 3 Điều 5" (PL II, V.7: Mục and Điều large, no comma).

        Articles are counted through the whole paper, so an article needs no section.
        """
        largest = ("Điều", self.article) if self.article else ("Mục", self.section)
        parts = (("điểm", self.point), ("khoản", self.clause), largest)
        return " ".join(f"{name} {value}" for name, value in parts if value)


class TooManyPoints(Exception):  # noqa: N818 - says what there are too many of
    """More points in one clause than the alphabet has letters."""


class Counter:
    """Counts sections, articles, clauses and points from the top of one body or annex.

    Clauses begin anew in each section and article, points in each clause; articles never (PL I, II.6).
    """

    def __init__(self) -> None:
        self._section = self._article = self._clause = self._point = 0

    def label(self, kind: BlockKind) -> str:
        """Return the next printed label of a block of this kind: "I.", "Điều 1.", "1.", "a)", "-", or ""."""
        if kind is BlockKind.SECTION:
            self._section, self._clause, self._point = self._section + 1, 0, 0
            return f"{self._roman()}."
        if kind in (BlockKind.TITLED_ARTICLE, BlockKind.ARTICLE):
            self._article, self._clause, self._point = self._article + 1, 0, 0
            return f"Điều {self._article}."
        if kind in (BlockKind.TITLED_CLAUSE, BlockKind.CLAUSE):
            self._clause, self._point = self._clause + 1, 0
            return f"{self._clause}."
        if kind is BlockKind.POINT:
            self._point += 1
            return f"{self._letter()})"
        return {BlockKind.DASH: "-", BlockKind.PLUS: "+"}.get(kind, "")

    def _roman(self) -> str:
        try:
            return roman(self._section)
        except ValueError as error:
            raise TooManyPoints from error

    def _letter(self) -> str:
        try:
            return point_letter(self._point)
        except ValueError as error:
            raise TooManyPoints from error

    @property
    def position(self) -> Position:
        """Where the block counted last stands."""
        return Position(
            self._roman() if self._section else "",
            str(self._clause) if self._clause else "",
            self._letter() if self._point else "",
            str(self._article) if self._article else "",
        )


def numbered(lines: Iterable[Marked], positions: dict[str, Position]) -> list[tuple[str, Marked]]:
    """Return (label, line) of each line; the positions of labelled ones are put into `positions`."""
    counter, found = Counter(), []
    for line in lines:
        kind = getattr(line, "kind", None)
        label = counter.label(kind) if kind is not None else ""
        key = getattr(line, "id", None)
        if key:
            positions[key] = counter.position
        found.append((label, line))
    return found


def annex_labels(annexes: list[AnnexLines]) -> dict[str, str]:
    """Return the label of each annex: "Phụ lục" when there is one, else Roman numbers (PL I, III.1a)."""
    if len(annexes) == 1:
        return {annexes[0].id: "Phụ lục"}
    return {annex.id: f"Phụ lục {roman(number)}" for number, annex in enumerate(annexes, 1)}


def places(positions: Iterable[Position]) -> str:
    """Return several positions in short: "điểm a, b, c khoản 1 Mục II"; groups joined by ";"."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for position in positions:
        points = groups.setdefault((position.section, position.clause, position.article), [])
        if position.point and position.point not in points:
            points.append(position.point)
    return "; ".join(
        str(Position(section, clause, ", ".join(sorted(points, key=POINT_LETTERS.index)), article))
        for (section, clause, article), points in groups.items()
    )
