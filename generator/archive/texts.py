"""What a paper says, line by line, as the full-text search reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import Bars, Paragraph, Picture, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Block, Document, Run


def lines(document: Document) -> list[str]:
    """Return every line of a paper that says something, from its head to its annexes."""
    return [line for line in (" ".join(said.split()) for said in _said(document)) if line]


def _said(document: Document) -> Iterator[str]:
    head = document.head
    yield from (plain(runs) for runs in (*head.agency, head.number, head.about, head.place_date))
    yield f"{document.kind} {plain(document.subject)}"
    yield from map(plain, document.addressees)
    for block in document.body:
        yield from _block(block)
    for signature in document.signatures:
        yield from map(plain, (*signature.lines, signature.name))
    yield from map(plain, document.recipients)
    for annex in document.annexes:
        yield f"{annex.label} {annex.title}"
        for block in annex.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"{block.label} {plain(block.runs)}"
    elif isinstance(block, Picture):
        yield plain(block.caption)
    elif isinstance(block, Bars):
        yield from (f"{plain(bar.label)} {plain(bar.number)}" for bar in block.bars)
    else:
        for row in (*block.head, *block.body, *block.total):
            yield " | ".join(plain(cell.runs) for cell in row)


def subject(document: Document) -> str:
    """Return what a paper is about: its trích yếu, or what stands after V/v."""
    said: tuple[Run, ...] = document.subject or document.head.about
    return " ".join(plain(said).split()).removeprefix("V/v ")
