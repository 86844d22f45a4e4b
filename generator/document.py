"""What one paper says: a tree of ready-to-print text that knows nothing of Word or PDF.

Both renderers print this one tree, so the two files cannot drift apart. Every leaf is final: dates,
numbers, capitals and heading numbers were made by `compose`. Nothing here is a measure; lengths of
drawn rules and widths of columns come from `render.geometry`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look.

    `source` is the data path of a printed value (``findings.limitations.qua-han.text``), None for
    text of the template. `blank` marks a gap for something not known yet: its text is no-break
    spaces, and a draft shows it shaded.
    """

    text: str
    bold: bool = False
    italic: bool = False
    source: str | None = None
    blank: bool = False


Runs: TypeAlias = tuple[Run, ...]
VERBATIM = ".corrects.places."
"""In the `source` of what another paper says: it is quoted, never changed."""


def plain(runs: Iterable[Run]) -> str:
    """Return the text of the runs without their look."""
    return "".join(run.text for run in runs)


class BlockKind(StrEnum):
    """The looks a paragraph of the body or of an annex can have (NĐ 30/2020, PL I, II.6)."""

    AUTHORITY = "authority"  # thẩm quyền ban hành: CHỦ TỊCH ỦY BAN NHÂN DÂN ..., bold, centred (Mẫu 1.2)
    BASIS = "basis"  # căn cứ, italic
    DECIDES = "decides"  # QUYẾT ĐỊNH:, bold, centred (Mẫu 1.2)
    ARTICLE = "article"  # điều: Điều 1., bold, its text upright on the same line
    TITLED_ARTICLE = "titled-article"  # điều có tên: Điều 1. Tên điều, a heading
    PARAGRAPH = "paragraph"  # thân văn
    SECTION = "section"  # mục: I. TIÊU ĐỀ, a heading of level 1
    TITLED_CLAUSE = "titled-clause"  # khoản có tên: 1. Tên, a heading of level 2
    CLAUSE = "clause"  # khoản: 1.
    POINT = "point"  # điểm: a)
    LEAD = "lead"  # điểm that leads to dashes: stays with the first of them
    DASH = "dash"  # gạch đầu dòng: -
    PLUS = "plus"  # dấu cộng đầu dòng: +
    CLOSING = "closing"  # the last paragraph: stays on the page of the signature
    UNIT = "unit"  # đơn vị tính: right above a table, italic
    SOURCE = "source"  # the line below a table: nguồn số liệu, số dòng


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `label` is its printed number or mark ("I.", "a)", "-"), given by the composer."""

    kind: BlockKind
    runs: Runs
    label: str = ""
    id: str | None = None


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as HTML means it: it covers `columns` x `rows` places, covered places have no cell."""

    runs: Runs
    align: Align = Align.LEFT
    columns: int = 1
    rows: int = 1


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an annex: `head` rows repeat on every page, no row splits.

    `shares` are the relative widths of the columns; `name` says what the table is (its alternative
    text). `total` rows stand last and bold.
    """

    name: str
    shares: tuple[float, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    total: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG or JPEG bytes) with its caption below; `alt` tells those who cannot see what it shows.

    One too large for its page is printed smaller.
    """

    data: bytes
    media: str  # image/jpeg or image/png
    alt: str
    caption: Runs
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A rate: what is rated, the printed number, and the share (0 to 1) its bar shows."""

    label: Runs
    number: Runs
    share: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A table of rates with a bar drawn before each number; a reader of the screen hears the number."""

    name: str
    head: tuple[Runs, Runs]
    bars: tuple[Bar, ...]


Block: TypeAlias = Paragraph | Table | Picture | Bars


@dataclass(frozen=True, slots=True)
class Annex:
    """Phụ lục (PL I, III.1): `label` "Phụ lục I", `title` in capitals, `reference` "(Kèm theo ...)".

    A `separate` one is a file of its own, signed on its own: `signing` is the line of its signature, "Số:
    ...; ngày ...; giờ ..." (III.1d, Mẫu 2.2).
    """

    id: str
    label: str
    title: str
    reference: Runs
    blocks: tuple[Block, ...]
    landscape: bool = False
    separate: bool = False
    signing: Runs = ()


@dataclass(frozen=True, slots=True)
class Head:
    """Boxes 1 to 5b: the issuer (its lines broken as its letterhead says), number, place and date.

    An unknown issuer is one blank run. `superior` is cơ quan chủ quản trực tiếp, empty for UBND and HĐND.
    `about` is the subject of a công văn, "V/v ..." (box 5b). Number, place and date are empty where a paper
    has none (biên bản, Mẫu 1.9); their rows vanish.
    """

    superior: tuple[str, ...]
    agency: tuple[Runs, ...]
    number: Runs
    place_date: Runs
    about: Runs = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Boxes 7a to 7b: "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", room to sign, a second post, the name.

    `second_post` is the post in the agency of one who signs for an advisory body (PL I, II.7c).
    """

    lines: tuple[Runs, ...]
    name: Runs
    second_post: str | None = None


class Urgency(StrEnum):
    """Dấu chỉ mức độ khẩn (box 10b; PL I, III.2b)."""

    IMMEDIATE = "HOẢ TỐC"
    VERY_URGENT = "THƯỢNG KHẨN"
    URGENT = "KHẨN"


class Circulation(StrEnum):
    """Chỉ dẫn về phạm vi lưu hành (box 11; PL I, III.2c)."""

    RETURN = "XEM XONG TRẢ LẠI"
    INTERNAL = "LƯU HÀNH NỘI BỘ"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the files say of themselves; nothing of the machine or the clock."""

    title: str
    creator: str
    identifier: str
    date: date | None = None
    language: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class Document:
    """One whole paper.

    A công văn has no `kind` ("") and no `subject`. `addressees` are those of Kính gửi (box 9a), final text:
    one alone, or several with their dash and mark. One to three `signatures` stand from left to right (a
    biên bản: THƯ KÝ left, CHỦ TỌA right).
    `draft_mark` ("DỰ THẢO") stands under the number; `page_mark` stands at the foot of every page
    (the press reconstruction line). `recipients` are the items of nơi nhận with their dash and mark;
    `drafter_mark` "PL.(300)" stands below them (box 12), `address` at the foot of the first page (box 13).
    """

    head: Head
    kind: str
    subject: Runs
    body: tuple[Block, ...]
    recipients: tuple[Runs, ...]
    signatures: tuple[Signature, ...]
    annexes: tuple[Annex, ...]
    properties: Properties
    draft_mark: str | None = None
    page_mark: str | None = None
    addressees: tuple[Runs, ...] = ()
    urgency: Urgency | None = None
    circulation: Circulation | None = None
    drafter_mark: str | None = None
    address: tuple[str, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Yield every block of the body and then of all annexes, in reading order."""
        yield from self.body
        for annex in self.annexes:
            yield from annex.blocks

    def runs(self) -> Iterator[Run]:
        """Yield every run in reading order, those of separate annexes too."""
        yield from chain.from_iterable(self._head())
        yield from chain.from_iterable(map(block_runs, self.body))
        yield from chain.from_iterable(self._foot())
        for annex in self.annexes:
            yield from (*(annex.signing if annex.separate else ()), *annex.reference)
            yield from chain.from_iterable(map(block_runs, annex.blocks))

    def _head(self) -> Iterator[Runs]:
        yield _text(self.circulation)
        yield from self.head.agency
        yield from (self.head.number, self.head.about, _text(self.urgency), self.head.place_date)
        yield self.subject
        yield from self.addressees

    def _foot(self) -> Iterator[Runs]:
        yield from self.recipients
        yield _text(self.drafter_mark)
        for signature in self.signatures:
            yield from (*signature.lines, signature.name)
        yield from map(_text, self.address)


def _text(text: str | None) -> Runs:
    return (Run(text),) if text else ()


def block_runs(block: Block) -> Iterator[Run]:
    """Yield the runs of a paragraph, of every cell of a table, of a caption or of every rate."""
    if isinstance(block, Paragraph):
        yield from block.runs
    elif isinstance(block, Picture):
        yield from block.caption
    elif isinstance(block, Bars):
        yield from chain(*block.head, *(bar.label + bar.number for bar in block.bars))
    else:
        for row in (*block.head, *block.body, *block.total):
            for cell in row:
                yield from cell.runs
