"""A paper as the lines a reader sees, each with its place: so two printings can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.compose.numbering import Position
from generator.document import Bars, BlockKind, Paragraph, Picture, Table, plain
from generator.wording import NO_BREAK_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document import Annex, Block, Document, Row, Runs

_CLAUSES = (BlockKind.CLAUSE, BlockKind.TITLED_CLAUSE)
_ARTICLES = (BlockKind.ARTICLE, BlockKind.TITLED_ARTICLE)
_POINTS = (BlockKind.POINT, BlockKind.LEAD)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One paragraph, or one row of a table with its `cells`; `label` is the number before it.

    `where` is its place in the words of a citation ("điểm b khoản 2 Mục III", "Phụ lục I"), `columns` what
    stands above each cell, `numbers` the number each column has in the row of them ("(8)"), if there is one.
    """

    where: str
    cells: tuple[str, ...]
    label: str = ""
    columns: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " | ".join(self.cells)


def printed_lines(document: Document) -> tuple[PrintedLine, ...]:
    """Return every line of a paper in reading order: head, title, body, signatures, recipients, annexes."""
    annexes = chain.from_iterable(map(_annex, document.annexes))
    return tuple(
        line
        for line in (*_head(document), *_blocks(document.body, ""), *_foot(document), *annexes)
        if line.label or any(line.cells)
    )


def _said(runs: Runs) -> str:
    return plain(runs).replace(NO_BREAK_SPACE, " ").strip()


def _lines(where: str, texts: Iterable[str | None]) -> Iterator[PrintedLine]:
    return (PrintedLine(where, (text,)) for text in texts if text)


def _head(document: Document) -> Iterator[PrintedLine]:
    head = document.head
    yield from _lines("đầu văn bản", [document.draft_mark, document.circulation, document.urgency])
    yield from _lines("tên cơ quan", [*head.superior, *map(_said, head.agency)])
    yield from _lines("số, ký hiệu", [_said(head.number)])
    yield from _lines("địa danh, thời gian", [_said(head.place_date)])
    yield from _lines("trích yếu", [document.kind, _said(document.subject or head.about)])
    yield from _lines("Kính gửi", map(_said, document.addressees))


def _foot(document: Document) -> Iterator[PrintedLine]:
    for signature in document.signatures:
        lines = (*map(_said, signature.lines), signature.second_post, _said(signature.name))
        yield from _lines("chữ ký", lines)
    yield from _lines("Nơi nhận", map(_said, document.recipients))
    yield from _lines("chân trang", [document.drafter_mark, *document.address, document.page_mark])


def _annex(annex: Annex) -> Iterator[PrintedLine]:
    yield from _lines(annex.label, [annex.label, annex.title, _said(annex.reference)])
    yield from _blocks(annex.blocks, annex.label)


def _blocks(blocks: Iterable[Block], whole: str) -> Iterator[PrintedLine]:
    """Yield the lines of blocks; `whole` is what they stand in, "" for the paper itself."""
    position = Position()
    for block in blocks:
        if isinstance(block, Paragraph):
            position = _next(position, block)
            yield PrintedLine(_place(position, block, whole), (_said(block.runs),), block.label)
        elif isinstance(block, Table):
            yield from _rows(block, whole)
        elif isinstance(block, Bars):
            rows = [(_said(bar.label), _said(bar.number)) for bar in block.bars]
            yield from (PrintedLine(f"{whole}, {block.name}".strip(", "), row) for row in rows)
        elif isinstance(block, Picture):
            yield from _lines(whole, [_said(block.caption)])


def _next(before: Position, block: Paragraph) -> Position:
    """Return where a paragraph stands after the one before it, by its printed label."""
    label = block.label.rstrip(".)")
    if block.kind is BlockKind.SECTION:
        return Position(section=label)
    if block.kind in _ARTICLES:
        return Position(before.section, article=label.removeprefix("Điều "))
    if block.kind in _CLAUSES:
        return Position(before.section, label, article=before.article)
    if block.kind in _POINTS and label:
        return Position(before.section, before.clause, label, before.article)
    return before


def _place(position: Position, block: Paragraph, whole: str) -> str:
    where = str(position)
    if not where and not whole:
        return "căn cứ" if block.kind in (BlockKind.BASIS, BlockKind.AUTHORITY) else "đoạn mở đầu"
    return ", ".join(part for part in (where, whole) if part)


def _rows(table: Table, whole: str) -> Iterator[PrintedLine]:
    columns = _column_heads(table.head, len(table.shares))
    numbers = _numbers(table.head)
    for row in (*table.body, *table.total):
        where = f"{whole}, {table.name}".strip(", ")
        yield PrintedLine(where, tuple(_said(cell.runs) for cell in row), columns=columns, numbers=numbers)


def _numbers(head: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the row of column numbers, the last of a head in which every cell begins with a bracket."""
    last = [_said(cell.runs) for cell in head[-1]] if head else []
    return tuple(last) if last and all(text.startswith("(") for text in last) else ()


def _column_heads(head: tuple[Row, ...], columns: int) -> tuple[str, ...]:
    """Return what stands above each column, the groups before their columns."""
    texts: list[list[str]] = [[] for _ in range(columns)]
    covered = [0] * columns
    for index, row in enumerate(head):
        free = (column for column in range(columns) if covered[column] <= index)
        for cell in row:
            for _ in range(cell.columns):
                column = next(free, None)
                if column is not None:
                    texts[column].append(_said(cell.runs))
                    covered[column] = index + cell.rows
    return tuple(", ".join(text for text in parts if text and not text.startswith("(")) for parts in texts)
