"""What came of an edited file: what goes into the YAML, and what was left, with where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Place
    from generator.pulling.edited import Comment
    from generator.yaml_editing import YamlText


class Kind(StrEnum):
    """What was done in Word."""

    TEXT = "text"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"


class Why(StrEnum):
    """Why a change stays outside of the YAML."""

    WORDING = "wording"  # lời của mẫu: the template says it, or numbering gives it
    FIGURE = "figure"  # số liệu do chương trình tính hoặc in lại
    NAME = "name"  # tên lấy từ danh mục
    MIXED = "mixed"  # runs over text of several origins
    UNPROVED = "unproved"  # no value of the YAML prints it
    REFERRED = "referred"  # other data still refers to what was deleted
    CONFLICT = "conflict"  # the YAML was changed since the file was printed
    APART = "apart"  # head, foot or text box
    EFFECT = "effect"  # another change makes the paper say something else here


@dataclass(frozen=True, slots=True)
class Home:
    """A change that goes into the YAML; `path` as a person counts.

    `effects` are the other paragraphs that it changes, before and after.
    """

    kind: Kind
    before: str
    after: str
    path: str
    place: Place
    authors: tuple[str, ...] = ()
    effects: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A change that does not; `place` is where it belongs, if that is in the project.

    `printed` is which printed paragraph it is of; `because` says what would be wrong with the YAML.
    """

    kind: Kind
    why: Why
    before: str
    after: str
    place: Place
    authors: tuple[str, ...] = ()
    printed: int = -1
    because: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Pulled:
    """Everything that is to be said of an edited file; `text` is the YAML it makes."""

    paper: str
    yaml: YamlText
    text: str
    home: tuple[Home, ...]
    left: tuple[Left, ...]
    comments: tuple[Comment, ...]

    @property
    def changes_yaml(self) -> bool:
        """Whether there is anything to write."""
        return self.text != self.yaml.text
