"""What a comparison of two versions says: changes of fields, figures that move, sentences that change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.alignment import Piece
    from generator.catalogues.entries import Catalogues
    from generator.diagnostics import Diagnostic, Place
    from generator.load import Loaded
    from generator.yaml_source import DataPath


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an inspection: its data, and the catalogues as they were with it.

    `home` is the folder it was kept in, as readers know it; "" for the project at hand or a single file.
    """

    loaded: Loaded
    catalogues: Catalogues
    home: str = ""

    @property
    def file(self) -> str:
        """The file of the inspection, with the folder it was kept in."""
        file = self.loaded.source.file
        return f"{self.home}/{file}" if self.home else file


class Nature(StrEnum):
    """What a field says, and so which error a wrong one is (Điều 18 khoản 3 NĐ 30/2020)."""

    FIGURE = "figure"  # số liệu
    DATE = "date"  # thời hạn thực hiện
    UNIT = "unit"  # cơ quan, đơn vị, người
    OBLIGATION = "obligation"  # nội dung yêu cầu, kiến nghị
    BASIS = "basis"  # căn cứ pháp lý, văn bản viện dẫn
    FINDING = "finding"  # nhận xét, kết quả kiểm tra
    FORM = "form"  # thể thức, kỹ thuật trình bày, thủ tục ban hành
    RECORD = "record"  # chỉ để quản lý, không in


class ChangeKind(StrEnum):
    """What happened to a field or to an item of a list."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a field: a field of a group, or an item (of a list, or by its key).

    `group` is the group of fields that the step leads out of, "" for an item; `called` what clerks call
    the field. `item` is the group of an item, `number` its place in its list, from 1.
    """

    name: str
    group: str = ""
    called: str = ""
    item: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """A value in one version: where it stands, as it was typed, and as papers print it.

    `typed` is None for what nobody typed (a default) and for catalogues; `printed` is None for nothing.
    """

    at: DataPath
    place: Place
    typed: str | None = None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One field, or one item of a list, that is not as it was.

    `path` names items of lists by their ids: ``recommendations.kn-2.deadline.before``. `spelling` is set
    when of running text only the spelling, the capitals or the marks changed: its `nature` is then form.
    `by` is how much a count went up or down. `papers` are the papers whose print it changes.
    """

    path: str
    kind: ChangeKind
    nature: Nature
    steps: tuple[Step, ...]
    old: Side | None
    new: Side | None
    spelling: bool = False
    by: int | None = None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureMoved:
    """A computed figure (a sum, a share) that moves because of typed ones; `reference` as ``[[...]]`` has it.

    `ids` are the figures it is of ("all": of all units), `steps` lead to the quantity in one of them; `share`
    says that it is the share of the quantity in its whole.
    """

    reference: str
    ids: tuple[str, ...]
    steps: tuple[Step, ...]
    share: bool
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence, a line or a cell of one paper that changes; None where a version has none.

    `where` is its place in the new paper (in the old one for what is gone). `causes` are the paths of the
    changes that make it; `nature` is the gravest of theirs, form when only a number of a heading moved.
    """

    where: str
    old: str | None
    new: str | None
    pieces: tuple[Piece, ...]
    nature: Nature
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperDifference:
    """What differs in one paper. `refused`: why it could not be composed in one of the versions."""

    id: str
    kind: str
    sentences: tuple[SentenceChange, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs between two versions of an inspection."""

    inspection: str
    old_file: str
    new_file: str
    changes: tuple[Change, ...]
    figures: tuple[FigureMoved, ...]
    papers: tuple[PaperDifference, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes or self.figures or any(paper.sentences for paper in self.papers))
