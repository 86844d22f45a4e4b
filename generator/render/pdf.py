"""A Document as a PDF: tagged, archivable (PDF/A-2a, with data PDF/A-3a) and accessible (PDF/UA-1).

The only module that knows WeasyPrint. It opens nothing but the four faces it was given, and every
line WeasyPrint would only log refuses the paper: a missing glyph or an ignored rule is no small thing.
"""

from __future__ import annotations

import gc
import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import jinja2

from generator.diagnostics import Diagnostic, Place, Refused
from generator.render.geometry import set_annex, set_paper
from generator.render.head import FRAMED, addressee_indents, frame_space
from generator.render.html import HtmlLayout, layout_text, tag_broken
from generator.render.marks import require_on_pages
from generator.render.pdf_claims import Family, finish
from generator.render.pictures import pictures
from generator.render.remembered import remembering_last
from generator.render.sandbox import BROKEN, FAILING, sandbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.document import Annex, Document
    from generator.fonts import Faces
    from generator.layout import Layout
    from generator.render.geometry import Paper
    from generator.render.pictures import SetPicture

FAMILY = "Ketluan"  # private, so that no font of the system can answer to it
_SCHEME, _PICTURE = "face:", "picture:"
_FOLDER = "templates/_layout/"  # as diagnostics name the files, ours or an office's
_LOGGERS = ("weasyprint", "fontTools")
_NO_DATE = date(1980, 1, 1)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the archive edition: the data the paper was made from."""

    name: str
    data: bytes
    description: str
    media_type: str = "application/yaml"


class PdfRenderer:
    """Prints papers with one HTML layout; keep one per process, it holds the fonts and the read CSS."""

    def __init__(self, html: Path, css: Path, layout: Layout, faces: Faces) -> None:
        """Read the layout. Raises `Refused` for a broken tag, rule or font."""
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        from generator.render import quick
        from generator.render.quick.page import PlainPage

        quick.install()
        self._layout = layout
        self._family = Family(FAMILY, faces.family)
        self._file = _FOLDER + html.name
        self._html = HtmlLayout(layout_text(html, self._file), self._file)
        self._faces = faces
        self._fonts = FontConfiguration()
        self._filled = remembering_last(self._html.fill)
        text = filled_css(css, layout)
        self._plain_css = PlainPage.suits(text)
        with _no_complaints(_FOLDER + css.name):
            self._css = CSS(string=text, font_config=self._fonts, url_fetcher=_fetcher(faces))

    def page(self, document: Document) -> str:
        """Return the HTML that becomes the PDF; raises `Refused` when the layout asks for an unknown name."""
        return self._filled(set_paper(document, self._layout))

    def annex_page(self, document: Document, annex: Annex) -> str:
        """Return the HTML that becomes the PDF of a separate annex; raises as `page` does."""
        return self._filled(set_annex(document, annex, self._layout))

    def render(self, document: Document, *, archive: Attachment | None = None) -> bytes:
        """Return the PDF; with `archive` the edition that carries its data (PDF/A-3a).

        The same document gives the same bytes. Raises `Refused` with whatever WeasyPrint complained of,
        and when a mark of the paper is not on its pages.
        """
        return self._printed(set_paper(document, self._layout), archive)

    def render_annex(self, document: Document, annex: Annex, *, archive: Attachment | None = None) -> bytes:
        """Return the PDF of one separate annex of the paper; raises as `render` does."""
        return self._printed(set_annex(document, annex, self._layout), archive)

    def _printed(self, paper: Paper, archive: Attachment | None) -> bytes:
        from generator.render.quick.page import Page, PlainPage

        text = self._filled(paper)
        page = PlainPage if self._plain_css and PlainPage.suits(text) else Page

        def finished(printed: Any, pdf: Any) -> None:
            require_on_pages(paper, lambda: [_page_text(page) for page in printed.pages], self._file)
            finish(pdf, paper.properties.identifier, self._family, archive)

        day = paper.properties.date or _NO_DATE
        with _no_complaints(self._file), _undisturbed():
            return bytes(
                page(text, _fetcher(self._faces, pictures(paper))).write_pdf(
                    stylesheets=[self._css],
                    font_config=self._fonts,
                    pdf_variant="pdf/a-3a" if archive else "pdf/a-2a",
                    attachments=[_attached(archive, day)] if archive else None,
                    finisher=finished,
                )
            )


def filled_css(css: Path, layout: Layout) -> str:
    """Fill the measures into the CSS."""
    file = _FOLDER + css.name
    source = layout_text(css, file)
    try:
        names = {"layout": layout, "family": FAMILY, "addressees": addressee_indents(layout)}
        names["frame_space"] = {mark: frame_space(layout, getattr(layout.sizes, mark)) for mark in FRAMED}
        return sandbox().from_string(source).render(names)
    except BROKEN as error:
        raise Refused([tag_broken(error, file)]) from None
    except jinja2.UndefinedError as error:
        code, detail = "layout-name-unknown", error.message or ""
    except FAILING as error:
        code, detail = "layout-tag-fails", str(error)
    raise Refused([Diagnostic(code, Place(file), arguments={"detail": detail})])


def _page_text(page: Any) -> str:
    """Return all text of a page as WeasyPrint laid it out, its margins with it."""
    boxes, texts = [page._page_box], []  # noqa: SLF001 - the only way to what is printed in the margins
    while boxes:
        box = boxes.pop()
        texts.append(getattr(box, "text", ""))
        boxes.extend(reversed(getattr(box, "children", ())))
    return "".join(texts)


def _fetcher(faces: Faces, shown: Iterable[SetPicture] = ()) -> Any:
    """Return a fetcher that gives out the four faces and the pictures of a paper, and refuses all else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    by_address = {_PICTURE + picture.name: picture for picture in shown}

    class OwnOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            if picture := by_address.get(url):
                return URLFetcherResponse(url, picture.data, {"Content-Type": picture.media})
            style = url.removeprefix(_SCHEME)
            if not url.startswith(_SCHEME) or style not in {"regular", "bold", "italic", "bold_italic"}:
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(url, faces.path(style).read_bytes())

    return OwnOnly()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no garbage while a page is made: until it is written nearly all of it is in use."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@contextmanager
def _no_complaints(file: str) -> Iterator[None]:
    """Refuse with everything WeasyPrint or its font library says at warning or above."""
    from weasyprint.urls import FatalURLFetchingError

    heard = _Complaints()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(heard)
    try:
        yield
    except FatalURLFetchingError as error:
        arguments = {"address": str(error)[:200]}
        raise Refused([Diagnostic("layout-fetches", Place(file), arguments=arguments)]) from None
    finally:
        for logger in loggers:
            logger.removeHandler(heard)
    if heard.messages:
        raise Refused(
            Diagnostic("pdf-complaint", Place(file), arguments={"detail": message})
            for message in dict.fromkeys(heard.messages)
        )


class _Complaints(logging.Handler):
    """Keeps what is logged at warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.messages.append(record.getMessage()[:500])


def _attached(archive: Attachment, day: date) -> Any:
    """Return the data as WeasyPrint attaches it, with the day of the paper for its times."""
    from weasyprint import Attachment as Attached

    moment = datetime.combine(day, time(), UTC)
    return Attached(
        string=archive.data,
        name=archive.name,
        description=archive.description,
        relationship="Source",
        created=moment,
        modified=moment,
    )
