"""What differs between two output folders, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic
    from generator.differences.sentence_changes import Reworded
    from generator.manifest import PaperEntry


class Extent(StrEnum):
    """How far a paper differs.

    In its words; only in the look of its pages; only in bytes that nobody sees; not in its words, and its
    pages were not looked at; not known.
    """

    WORDS = "words"
    LOOK = "look"
    BYTES = "bytes"
    SAME_WORDS = "same-words"
    UNKNOWN = "unknown"


class PageChange(NamedTuple):
    """A page that looks otherwise: its number before and after, from 1, None for none, and its pictures.

    `old_picture` and `new_picture` are names in `Changes.pictures`, "" for none.
    """

    file: str
    old: int | None
    new: int | None
    old_picture: str = ""
    new_picture: str = ""


@dataclass(frozen=True, slots=True)
class ChangedPaper:
    """A paper that both folders have, with other bytes; `more_sentences` are changes that are not shown."""

    paper: PaperEntry
    extent: Extent
    sentences: tuple[Reworded, ...] = ()
    more_sentences: int = 0
    pages: tuple[PageChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs; `pictures` are PNG files by name, `more_pictures` how many a limit left out."""

    added: tuple[PaperEntry, ...]
    removed: tuple[PaperEntry, ...]
    changed: tuple[ChangedPaper, ...]
    unchanged: int
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    more_pictures: int = 0
    told: tuple[Diagnostic, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.removed or self.changed)
