"""A composed paper as plain lines, to be compared with the text it should have."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.document import Bars, Block, Document, Paragraph, Table, plain
from generator.wording import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def lines(document: Document) -> str:
    """Return everything a reader sees, a line a paragraph, a row or a signature; gaps as underscores."""
    head, found = document.head, []
    found += [*head.superior, *map(plain, head.agency), plain(head.number), plain(head.about)]
    found += [plain(head.place_date), document.kind, plain(document.subject)]
    found += [f"Kính gửi: {plain(one)}" for one in document.addressees]
    found += blocks(document.body)
    found += map(plain, document.recipients)
    for one in document.signatures:
        found.append(" / ".join([*map(plain, one.lines), *filter(None, [one.second_post]), plain(one.name)]))
    for annex in document.annexes:
        found += [annex.label, annex.title, plain(annex.reference), *blocks(annex.blocks)]
    return "\n".join(filter(None, map(shown, found))) + "\n"


def shown(line: str) -> str:
    return line.replace(GAP, "____").replace("\u00a0", " ").strip()


def blocks(found: Iterable[Block]) -> Iterator[str]:
    for block in found:
        if isinstance(block, Paragraph):
            yield f"{block.label} {plain(block.runs)}"
        elif isinstance(block, Table):
            for row in chain(block.head, block.body, block.total):
                yield " | ".join(plain(cell.runs) for cell in row)
        elif isinstance(block, Bars):
            yield " | ".join(map(plain, block.head))
            for bar in block.bars:
                yield f"{plain(bar.label)} | {plain(bar.number)}"
