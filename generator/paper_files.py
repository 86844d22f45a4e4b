"""The files of one paper: itself, and each annex that is a file of its own, in every format asked for.

All of them are made before one is written, and Word and PDF of each have to say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Place, Refused, Severity, has_errors
from generator.settings import NOT_IN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Argument
    from generator.document import Annex, Document
    from generator.render.pdf import Attachment, PdfRenderer
    from generator.workshop import Workshop


_MAX_NAME = 100


def file_name(pattern: str, inspection: str, paper: str, file: str, ending: str = "") -> str:
    """Return the name of a paper's files by the pattern of the settings; Refused when no system takes it.

    `file` is the inspection's, where that is told; `ending` tells editions apart.
    """
    name = pattern.format(inspection=inspection, paper=paper) + ending
    if len(name) > _MAX_NAME or not name.isascii() or set(name) & NOT_IN_NAMES:
        arguments: dict[str, Argument] = {"name": name, "limit": _MAX_NAME}
        raise Refused([Diagnostic("name-unfit", Place(file), arguments=arguments)])
    return name


class Sheet(NamedTuple):
    """What becomes one file in each format: a paper, or a separate annex of it; `ending` of its name."""

    document: Document
    annex: Annex | None = None
    ending: str = ""

    def word(self, workshop: Workshop, *, anchors: bool = False) -> bytes:
        """Return the Word file, with anchors only for a working draft; raises `Refused`."""
        if self.annex is None:
            return workshop.word.render(self.document, anchors=anchors)
        return workshop.word.render_annex(self.document, self.annex, anchors=anchors)

    def page(self, renderer: PdfRenderer) -> str:
        """Return the HTML that becomes the PDF; raises `Refused`."""
        if self.annex is None:
            return renderer.page(self.document)
        return renderer.annex_page(self.document, self.annex)

    def pdf(self, renderer: PdfRenderer, archive: Attachment | None) -> bytes:
        """Return the PDF, that of the archive edition with its data; raises `Refused`."""
        if self.annex is None:
            return renderer.render(self.document, archive=archive)
        return renderer.render_annex(self.document, self.annex, archive=archive)


def sheets(document: Document) -> Iterator[Sheet]:
    """Yield the paper and its separate annexes, named by their place among all annexes: ``_PL2``."""
    yield Sheet(document)
    for number, annex in enumerate(document.annexes, 1):
        if annex.separate:
            yield Sheet(document, annex, f"_PL{number}")


def paper_files(
    workshop: Workshop,
    document: Document,
    formats: frozenset[str],
    archive: Attachment | None = None,
    *,
    anchors: bool = False,
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files by the end of their names (``.docx``, ``_PL1.pdf``), and what cannot be made here.

    With `archive` they are the archive edition, which has no Word file; with `anchors` the Word file tells
    where its texts come from. Raises `Refused`.
    """
    from generator.render.agreement import agree

    renderer, unmade = _pdf_renderer(workshop) if "pdf" in formats else (None, ())
    files: dict[str, bytes] = {}
    for sheet in sheets(document):
        word = sheet.word(workshop, anchors=anchors) if "docx" in formats and archive is None else None
        if word is not None:
            files[f"{sheet.ending}.docx"] = word
        if renderer is not None:
            if word is not None:
                agree(word, sheet.page(renderer))
            files[f"{sheet.ending}.pdf"] = sheet.pdf(renderer, archive)
    if "xlsx" in formats and archive is None:
        unmade += _tables(files, document)
    return files, unmade


def _tables(files: dict[str, bytes], document: Document) -> tuple[Diagnostic, ...]:
    """Add the tables of the annexes as a workbook; say when there are none."""
    from generator.spreadsheet.annex import annex_workbook, has_tables

    if not has_tables(document):
        return (Diagnostic("sheet-no-tables", severity=Severity.WARNING),)
    files[".xlsx"] = annex_workbook(document)
    return ()


def _pdf_renderer(workshop: Workshop) -> tuple[PdfRenderer | None, tuple[Diagnostic, ...]]:
    """Return what makes PDFs, or what is missing for it; Refused when its layout is wrong."""
    try:
        return workshop.pdf, ()
    except Refused as refused:
        if has_errors(refused.diagnostics):
            raise
        return None, refused.diagnostics
