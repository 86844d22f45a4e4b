"""The trial: every sample is printed with the layout, and what it says is looked for in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Place, Refused
from generator.document import block_runs, plain
from generator.render.agreement import agree, bare, word_text
from generator.render.geometry import set_annex, set_paper
from generator.template_check.sample import samples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document import Annex, Document
    from generator.layout import Layout
    from generator.render.html import HtmlLayout
    from generator.render.word import WordRenderer


class Trier(NamedTuple):
    """What prints the samples: the Word layout on trial, the page it has to agree with, the sizes."""

    word: WordRenderer
    page: HtmlLayout
    layout: Layout


class _Sample(NamedTuple):
    """One file to print: a paper, or a separate annex of it."""

    paper: Document
    annex: Annex | None = None

    def printed(self, by: Trier) -> bytes:
        if self.annex is None:
            return by.word.render(self.paper)
        return by.word.render_annex(self.paper, self.annex)

    def page(self, by: Trier) -> str:
        if self.annex is None:
            return by.page.fill(set_paper(self.paper, by.layout))
        return by.page.fill(set_annex(self.paper, self.annex, by.layout))

    def texts(self) -> Iterator[str]:
        """Yield the texts that have to stand in the body of the file."""
        if self.annex is not None:
            yield from _annex_texts(self.annex)
            return
        own = tuple(annex for annex in self.paper.annexes if not annex.separate)
        paper = replace(self.paper, annexes=own, address=())
        yield from (*paper.head.superior, paper.kind, paper.draft_mark or "")
        yield from (run.text for run in paper.runs())
        yield from (signature.second_post or "" for signature in paper.signatures)
        yield from (text for annex in own for text in _annex_texts(annex))


def trial(by: Trier, file: str) -> list[Diagnostic]:
    """Print every sample; return what stopped it, else the texts lost, else where the PDF differs."""
    made: list[tuple[_Sample, bytes]] = []
    stopped: dict[str, Diagnostic] = {}
    for sample in _files():
        try:
            made.append((sample, sample.printed(by)))
        except Refused as refused:
            stopped |= {repr(item): item for item in refused.diagnostics}
    if stopped:
        return list(stopped.values())
    lost = dict.fromkeys(text for sample, package in made for text in _lost(sample, package))
    if lost:
        return [Diagnostic("layout-text-lost", Place(file), arguments={"text": text}) for text in lost]
    return _differences(by, made, file)


def _files() -> Iterator[_Sample]:
    for paper in samples():
        yield _Sample(paper)
        yield from (_Sample(paper, annex) for annex in paper.annexes if annex.separate)


def _annex_texts(annex: Annex) -> Iterator[str]:
    yield from (annex.label, annex.title, plain(annex.reference), plain(annex.signing))
    for block in annex.blocks:
        yield from (run.text for run in block_runs(block))


def _lost(sample: _Sample, package: bytes) -> Iterable[str]:
    """Return the texts of a sample that its file does not say."""
    said = word_text(package)
    return (text for text in sample.texts() if bare(text) not in said)


def _differences(by: Trier, made: list[tuple[_Sample, bytes]], file: str) -> list[Diagnostic]:
    """Return the first place where Word and PDF differ; the samples differ alike, so one is enough."""
    for sample, package in made:
        try:
            agree(package, sample.page(by))
        except Refused as refused:
            return [replace(item, place=replace(item.place, file=file)) for item in refused.diagnostics]
    return []
