"""The components of one finished paper (thành phần thể thức), each with the paragraphs it stands in.

`recognise` makes this value; the rules of form look at nothing else. A component that was not found is
None or empty: the rule that asks for it says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.checks.form import patterns
from generator.seen import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from generator.seen import Medium, SeenPaper, SeenParagraph


class Level(StrEnum):
    """What a paragraph of the body is (NĐ 30/2020, PL I, II.6đ)."""

    PART = "part"  # Phần, Chương
    DIVISION = "division"  # Mục, Tiểu mục of a text in chapters
    HEADING = "heading"  # the title below Phần, Chương, Mục
    ARTICLE = "article"  # Điều
    SECTION = "section"  # I.
    CLAUSE = "clause"  # khoản: 1.
    SUBCLAUSE = "subclause"  # 1.1.: usual, not of the decree
    POINT = "point"  # điểm: a)
    DASH = "dash"
    PLUS = "plus"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One paragraph of the body: its level, its number as printed ("II", "3", "đ"), the rest of its text."""

    paragraph: SeenParagraph
    level: Level
    number: str = ""
    mark: str = ""
    rest: str = ""

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return self.paragraph.words


@dataclass(frozen=True, slots=True)
class SignatureColumn:
    """One who signs: quyền hạn and chức vụ (7a), a second post and the name (7b)."""

    lines: tuple[SeenParagraph, ...]
    name: SeenParagraph | None = None
    second_post: SeenParagraph | None = None


@dataclass(frozen=True, slots=True)
class AnnexParts:
    """One Phụ lục (PL I, III.1): `number` as printed ("II"), empty without one."""

    label: SeenParagraph
    number: str
    title: tuple[SeenParagraph, ...] = ()
    reference: tuple[SeenParagraph, ...] = ()
    body: tuple[SeenParagraph, ...] = ()

    @property
    def ends_in_table(self) -> bool:
        """Whether the last thing in the annex is a table."""
        return bool(self.body) and self.body[-1].region is Region.CELL


@dataclass(frozen=True, slots=True)
class HeadParts:
    """Boxes 1 to 4, 5b, 10, 11 and the mark of a draft."""

    national_name: SeenParagraph | None = None
    motto: SeenParagraph | None = None
    superior: tuple[SeenParagraph, ...] = ()
    agency: tuple[SeenParagraph, ...] = ()
    number: SeenParagraph | None = None
    place_date: SeenParagraph | None = None
    about: tuple[SeenParagraph, ...] = ()
    stamps: tuple[SeenParagraph, ...] = ()
    draft_mark: SeenParagraph | None = None

    @property
    def recognised(self) -> int:
        """How many of the four boxes that tell a paper were found."""
        return sum(
            part is not None for part in (self.national_name, self.motto, self.number, self.place_date)
        )


@dataclass(frozen=True, slots=True)
class TitleParts:
    """Boxes 5a and 9a, the authority line and the căn cứ; `named` is the tên loại, None for a công văn."""

    kind: SeenParagraph | None = None
    named: str | None = None
    subject: tuple[SeenParagraph, ...] = ()
    attached: tuple[SeenParagraph, ...] = ()
    addressing: SeenParagraph | None = None
    addressees: tuple[SeenParagraph, ...] = ()
    authority: tuple[SeenParagraph, ...] = ()
    bases: tuple[SeenParagraph, ...] = ()
    resolving: SeenParagraph | None = None


@dataclass(frozen=True, slots=True)
class FootParts:
    """Boxes 7, 9b, 12 and 13."""

    label: SeenParagraph | None = None
    recipients: tuple[SeenParagraph, ...] = ()
    signatures: tuple[SignatureColumn, ...] = ()
    drafter: SeenParagraph | None = None
    address: tuple[SeenParagraph, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperParts:
    """One paper in its components. `own` tells that this program made it; `day` is its date, if printed.

    `beside` tells that it is one of several papers in its file.
    """

    paper: SeenPaper
    own: bool = False
    head: HeadParts = field(default_factory=HeadParts)
    title: TitleParts = field(default_factory=TitleParts)
    body: tuple[BodyLine, ...] = ()
    tables: tuple[SeenParagraph, ...] = ()
    foot: FootParts = field(default_factory=FootParts)
    annexes: tuple[AnnexParts, ...] = ()
    day: date | None = None
    beside: bool = False

    @property
    def medium(self) -> Medium:
        """What was looked at."""
        return self.paper.medium

    @property
    def is_paper(self) -> bool:
        """Whether enough of the components was found to call it an administrative paper."""
        return self.head.recognised + (self.title.kind is not None) >= 2

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: "V/v" under the number or a Kính gửi, and no kind."""
        return self.title.kind is None and bool(self.head.about or self.title.addressing)

    @property
    def is_attached(self) -> bool:
        """Whether it was issued by another paper: "(Kèm theo Quyết định số ...)" under its title."""
        return bool(self.title.attached)

    @property
    def is_minutes(self) -> bool:
        """Whether it is a biên bản, which is signed by two and need not have number, place and date."""
        return self.title.named == "BIÊN BẢN"

    @property
    def is_internal(self) -> bool:
        """Whether it is a phiếu trình, which needs neither number nor nơi nhận."""
        return self.title.named == patterns.INTERNAL

    @property
    def decides(self) -> bool:
        """Whether it is a quyết định or nghị quyết."""
        return self.title.named in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")

    @property
    def last_line(self) -> BodyLine | None:
        """The last paragraph of the body, without tables."""
        return self.body[-1] if self.body else None

    def named(self, part: str) -> tuple[SeenParagraph, ...]:
        """Return the paragraphs of a component by the name the rules call it.

        An unknown name is a KeyError: rules are data of the program.
        """
        return tuple(paragraph for paragraph in _PARTS[part](self) if paragraph is not None)


def _names(parts: PaperParts) -> tuple[SeenParagraph | None, ...]:
    return tuple(column.name for column in parts.foot.signatures)


def _posts(parts: PaperParts) -> tuple[SeenParagraph | None, ...]:
    return tuple(
        line
        for column in parts.foot.signatures
        for line in (*column.lines, column.second_post)
        if line is not None
    )


_PARTS: Mapping[str, Callable[[PaperParts], Iterable[SeenParagraph | None]]] = {
    "national-name": lambda parts: (parts.head.national_name,),
    "motto": lambda parts: (parts.head.motto,),
    "superior": lambda parts: parts.head.superior,
    "agency": lambda parts: parts.head.agency,
    "number": lambda parts: (parts.head.number,),
    "place-date": lambda parts: (parts.head.place_date,),
    "about": lambda parts: parts.head.about,
    "stamps": lambda parts: parts.head.stamps,
    "kind": lambda parts: (parts.title.kind,),
    "subject": lambda parts: parts.title.subject,
    "authority": lambda parts: parts.title.authority,
    "bases": lambda parts: parts.title.bases,
    "resolving": lambda parts: (parts.title.resolving,),
    "addressing": lambda parts: (parts.title.addressing, *parts.title.addressees),
    "recipients-label": lambda parts: (parts.foot.label,),
    "recipients": lambda parts: parts.foot.recipients,
    "posts": _posts,
    "names": _names,
    "drafter": lambda parts: (parts.foot.drafter,),
    "address": lambda parts: parts.foot.address,
    "annex-label": lambda parts: tuple(annex.label for annex in parts.annexes),
    "annex-title": lambda parts: tuple(line for annex in parts.annexes for line in annex.title),
    "annex-reference": lambda parts: tuple(line for annex in parts.annexes for line in annex.reference),
}


def gap(paragraph: SeenParagraph) -> bool:
    """Return whether a paragraph is only a gap to be filled in."""
    return patterns.is_gap(paragraph.text)
