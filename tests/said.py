"""Every paragraph that a Document prints, as a reader finds it on the finished paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document import Block, Document

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def said(document: Document) -> Iterator[str]:
    """Yield the text of each paragraph and of each cell, head and foot of the paper among them."""
    head, (signature,) = document.head, document.signatures
    yield " ".join(head.superior)
    yield " ".join(plain(line) for line in head.agency)
    yield from (NATIONAL_NAME, MOTTO, plain(head.number), plain(head.place_date))
    yield from (document.draft_mark or "", document.kind, plain(document.subject))
    yield from _blocks(document.body)
    yield from ("Nơi nhận:", *map(plain, document.recipients), *map(plain, signature.lines))
    yield from (signature.second_post or "", plain(signature.name))
    for annex in document.annexes:
        yield from (annex.label, annex.title, plain(annex.reference))
        yield from _blocks(annex.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{block.label} {plain(block.runs)}".strip()
        else:
            for row in (*block.head, *block.body, *block.total):
                yield from (plain(cell.runs) for cell in row)
