"""Writes one inspection into an archive: its page, its papers with picture and metadata, its text."""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.archive.contents import Edition
from generator.archive.dossier import JSON as DOSSIER_JSON
from generator.archive.dossier import XML as DOSSIER_XML
from generator.archive.dossier import dossier_metadata, in_time_order
from generator.archive.figure_views import figure_views
from generator.archive.inspection_view import InspectionView
from generator.archive.pictures import first_page, page_count
from generator.archive.rows import (
    InspectionRow,
    PaperRow,
    inspection_folder,
    inspection_page,
    paper_anchor,
)
from generator.archive.saying import Saying
from generator.archive.search_index import Entry, script
from generator.archive.texts import lines
from generator.compose.publishing import told_in
from generator.diagnostics import Diagnostic, Refused, Severity
from generator.issuing.metadata import JSON, XML, paper_metadata
from generator.issuing.record import NAME as RECORD
from generator.provenance import used_data
from generator.reading.pdf.opening import opened
from generator.reporters.listing import day_of
from generator.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.archive.contents import ArchivedFile, ArchivedPaper
    from generator.archive.duty_views import DutyViews
    from generator.archive.gathering import ArchivedInspection, Gathering
    from generator.archive.rows import Rows
    from generator.archive.search_index import SearchIndex
    from generator.archive.site import Site
    from generator.messages import Messages

_FORMATS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}
_TEXTS, _PICTURE, _USED = "noi-dung.js", "trang-1.png", "du-lieu.yaml"


@dataclass
class InspectionWriter:
    """Writes inspections and notes of each what the lists and the search need."""

    site: Site
    gathering: Gathering
    search: SearchIndex
    rows: Rows
    duties: DutyViews
    messages: Messages
    pictures: bool
    told: list[Diagnostic] = field(default_factory=list)

    @property
    def _inside(self) -> bool:
        return self.site.edition is Edition.INTERNAL

    def write(self, item: ArchivedInspection) -> None:
        """Write an inspection; Refused when a file is not as it was, or a page would tell what is private."""
        saying = Saying(item.loaded, self.gathering.catalogues, self.messages)
        view = InspectionView(item, saying, self.gathering.journal, self._inside)
        papers = in_time_order(item.papers)
        written = [self._paper(item, view, paper, turn) for turn, paper in enumerate(papers, 1)]
        pages = [one["pages"] for one in written]
        known = sum(pages) if all(count is not None for count in pages) else None
        dossier = dossier_metadata(item, view.title, known)
        folder = inspection_folder(item.id)
        self.site.payload.put(f"{folder}/{DOSSIER_JSON}", dossier.as_json())
        self.site.payload.put(f"{folder}/{DOSSIER_XML}", dossier.as_xml())
        if self._inside:
            data = used_data(item.whole, self.gathering.catalogues)
            self.site.payload.put(f"{folder}/{_USED}", data)
        duties = self.duties.of(item, view)
        shown = {
            "facts": list(view.facts()),
            "figures": figure_views(item, saying, self._levels(item)),
            "findings": list(view.findings()),
            "duties": duties,
        }
        self._refuse_private(item, {**shown, "title": view.title})
        self.site.page(
            inspection_page(item.id),
            "cuoc.html.j2",
            view.title,
            crumbs=(("index.html", "Trang đầu"), *_year(view.year)),
            crumb=item.id,
            press=item.is_press,
            papers=written,
            data=_USED if self._inside else "",
            **shown,
        )
        self._note(item, view, papers, duties)

    def _levels(self, item: ArchivedInspection) -> Mapping[str, str]:
        """Return the words for the answers of a survey, as the templates of its papers have them."""
        found: dict[str, str] = {}
        for paper in item.papers:
            tables = {**paper.order.kind.shared.tables, **paper.order.kind.data.tables}
            for table in tables.values():
                found |= table.words if table.rows == "survey" else {}
        return found

    def _refuse_private(self, item: ArchivedInspection, shown: Mapping[str, Any]) -> None:
        """Raise Refused when a public page would tell a private text, wherever it was typed."""
        if self._inside:
            return
        if found := list(told_in(item.whole, _texts_of(shown))):
            places = (item.whole.source.place(private.path) for private in found)
            raise Refused(Diagnostic("archive-private", place) for place in dict.fromkeys(places))

    # --- papers -------------------------------------------------------------------------------------

    def _paper(
        self, item: ArchivedInspection, view: InspectionView, paper: ArchivedPaper, turn: int
    ) -> dict[str, Any]:
        """Write the files of a paper; return what its page says of it."""
        folder, payload = f"{inspection_folder(item.id)}/{paper.id}", self.site.payload
        read = {file.name: file.read() for file in paper.files}
        for name, data in read.items():
            payload.put(f"{folder}/{name}", data)
        for file in paper.data if self._inside else ():
            payload.put(f"{folder}/{file.name}", file.read())
        pages = self._pages(paper, read)
        metadata = paper_metadata(paper.order, paper.document, pages, turn)
        payload.put(f"{folder}/{JSON}", metadata.as_json())
        payload.put(f"{folder}/{XML}", metadata.as_xml())
        pdf = paper.first_pdf
        picture = self._picture(pdf, read) if pdf else b""
        if picture:
            payload.put(f"{folder}/{_PICTURE}", picture)
        width, height = struct.unpack(">II", picture[16:24]) if picture else (0, 0)
        return {
            "anchor": paper_anchor(paper.id),
            "title": view.paper_title(paper),
            "about": view.paper_about(paper),
            "state": view.step(paper)[1],
            "look": view.look(paper),
            "stale": paper.stale,
            "pdf": f"{paper.id}/{pdf.name}" if pdf else "",
            "picture": f"{paper.id}/{_PICTURE}" if picture else "",
            "width": width,
            "height": height,
            "files": list(self._links(paper)),
            "known": list(self._known(paper)),
            "links": list(view.links(paper)),
            "events": view.events(paper),
            "pages": pages,
        }

    def _links(self, paper: ArchivedPaper) -> Iterator[tuple[str, str]]:
        """Yield (name, link) of everything of a paper that can be opened."""
        main = paper.first_pdf or min(paper.files, key=lambda file: len(file.name))
        stem = main.name.rpartition(".")[0]
        for file in sorted(paper.files, key=lambda file: (len(file.name), file.name)):
            name, _, ending = file.name.rpartition(".")
            annex = name.removeprefix(stem).removeprefix("_PL")
            kind = _FORMATS.get(ending, ending)
            yield f"Phụ lục {annex} ({kind})" if annex and name != stem else kind, f"{paper.id}/{file.name}"

    def _known(self, paper: ArchivedPaper) -> Iterator[tuple[str, str]]:
        """Yield (name, link) of what is known of a paper as data."""
        yield "JSON", f"{paper.id}/{JSON}"
        yield "XML", f"{paper.id}/{XML}"
        if self._inside and any(file.name == RECORD for file in paper.data):
            yield "ghi nhận phát hành", f"{paper.id}/{RECORD}"

    def _pages(self, paper: ArchivedPaper, read: Mapping[str, bytes]) -> int | None:
        """Return how many pages the PDFs of a paper have; None when it has none."""
        pdfs = [file for file in paper.files if file.name.endswith(".pdf")]
        return sum(self._page_count(read[file.name], file.shown) for file in pdfs) if pdfs else None

    def _page_count(self, data: bytes, shown: str) -> int:
        if self.pictures:
            with suppress(Refused):  # what cannot be drawn may still be read
                return page_count(data, shown)
        return len(opened(data, shown)[1])

    def _picture(self, pdf: ArchivedFile, read: Mapping[str, bytes]) -> bytes:
        if not self.pictures:
            return b""
        try:
            return first_page(read[pdf.name], pdf.shown)
        except Refused as refused:
            self.told += [
                Diagnostic(item.code, item.place, Severity.WARNING, item.arguments)
                for item in refused.diagnostics
            ]
            return b""

    # --- lists and search ---------------------------------------------------------------------------

    def _note(
        self,
        item: ArchivedInspection,
        view: InspectionView,
        papers: list[ArchivedPaper],
        duties: list[dict[str, Any]],
    ) -> None:
        """Note the inspection for the lists, and what it and its papers say for the search."""
        page, inspection = inspection_page(item.id), item.loaded.inspection
        units = view.units()
        texts_file = f"{inspection_folder(item.id)}/{_TEXTS}"
        said = [text for _, group in view.findings() for _, text in group]
        said += [f"{duty['text']} ({duty['owners']}; {duty['deadline']})" for duty in duties]
        about = "; ".join(name for _, name in units)
        texts = [[view.title, about, inspection.id, *said], *(lines(paper.document) for paper in papers)]
        joined = ["\n".join(text) for text in texts]
        self.site.payload.put(texts_file, script("texts", texts_file, joined))
        year = f"năm {view.year}" if view.year else ""
        self.search.add(
            Entry(view.title, "; ".join(filter(None, (about, year))), page, texts_file, 0), texts[0]
        )
        for turn, (paper, text) in enumerate(zip(papers, texts[1:], strict=True), 1):
            row = self._paper_row(page, view, paper)
            said_of = "; ".join(filter(None, (row.number, row.day, row.state, about)))
            self.search.add(Entry(row.title, said_of, row.link, texts_file, turn), text)
        self.rows.inspections.append(
            InspectionRow(
                id=item.id,
                title=view.title,
                year=view.year,
                day=day_of(inspection),
                units=tuple(name for _, name in units),
                agencies=tuple(dict.fromkeys([*units, *view.issuers()])),
                state=view.state,
                papers=tuple(self._paper_row(page, view, paper) for paper in papers),
            )
        )

    def _paper_row(self, page: str, view: InspectionView, paper: ArchivedPaper) -> PaperRow:
        about = view.paper_about(paper).partition("; ngày ")[0]
        return PaperRow(
            link=f"{page}#{paper_anchor(paper.id)}",
            title=f"{paper.order.kind.data.name}: {about}" if about else paper.order.kind.data.name,
            number=paper.number,
            day=short_date(paper.day) if paper.day else "",
            kind=view.kind(paper),
            step=view.step(paper),
            ordered=f"{paper.day or ''} {view.item.id} {paper.id}",
        )


def _year(year: int | None) -> tuple[tuple[str, str], ...]:
    return ((f"nam/{year}.html", f"Năm {year}"),) if year else ()


def _texts_of(value: Any) -> Iterator[str]:
    """Yield every text of what a template is given."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts_of(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts_of(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _texts_of(getattr(value, name))
