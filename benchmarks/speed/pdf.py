"""PDFs beside a plain WeasyPrint script of the same HTML."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from pdfminer.high_level import extract_text

from benchmarks.speed import papers
from benchmarks.speed.peer import FOLDER, Missing, running
from benchmarks.speed.table import Clock, NotMeasured
from benchmarks.speed.timing import faster, in_turn, processor
from generator.fonts import Faces, find_faces
from generator.render.pdf import filled_css

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.speed.table import Result
    from generator.document import Document

_CLAIMS = tuple(
    re.compile(claim)
    for claim in (rb"pdfaid:part\W{1,2}2\b", rb"pdfaid:conformance\W{1,2}A\b", rb"pdfuaid:part\W{1,2}1\b")
)
_ANNEX_RUNS = 3


class Printing(NamedTuple):
    """How ours makes the PDF of a document, and the HTML it is made of."""

    html: Callable[[Document], str]
    pdf: Callable[[Document], bytes]
    document: Document


def beside_weasyprint(runs: int) -> Result:
    """Measure the sample of three pages."""
    renderer = papers.workshop().pdf
    return _beside_weasyprint(Printing(renderer.page, renderer.render, papers.sample()), runs, warm=3)


def annex(runs: int) -> Result:
    """Measure the annex of 1,000 rows and 13 columns."""
    renderer = papers.workshop().pdf
    document = papers.annex()

    def html(varied: Document) -> str:
        return renderer.annex_page(varied, varied.annexes[0])

    def pdf(varied: Document) -> bytes:
        return renderer.render_annex(varied, varied.annexes[0])

    printing = Printing(html, pdf, document)
    return _beside_weasyprint(printing, min(runs, _ANNEX_RUNS), warm=0)


def _beside_weasyprint(printing: Printing, runs: int, warm: int) -> Result:
    with TemporaryDirectory() as name:
        folder = Path(name)
        style, source, target = folder / "style.css", folder / "paper.html", folder / "made.pdf"
        style.write_text(_plain_css(), "utf-8")

        def theirs(run: int) -> float:
            document = papers.varied(printing.document, run)
            source.write_text(printing.html(document), "utf-8")
            return peer.made(source, target, identifier=document.properties.identifier)

        def ours(run: int) -> float:
            document = papers.varied(printing.document, run)
            return processor(lambda: made.append(printing.pdf(document)))

        made: list[bytes] = []
        try:
            with running([sys.executable, str(FOLDER / "weasyprint_plain.py"), str(style)]) as peer:
                pairs = in_turn(ours, theirs, runs, warm=warm)
                version = peer.version
        except Missing as missing:
            return NotMeasured(str(missing))
        (folder / "ours.pdf").write_bytes(made[-1])
        if differ := _differ(folder / "ours.pdf", target):
            return NotMeasured(differ)
        return faster(pairs, Clock.PROCESSOR, f"{version}; same text, same claims (PDF/A-2a, PDF/UA-1)")


def _plain_css() -> str:
    """Return the style sheet with the addresses of the faces as a script has them."""
    faces = find_faces(papers.ROOT)
    if not isinstance(faces, Faces):
        raise Missing(str(faces))
    text = filled_css(papers.ROOT / "templates" / "_layout" / "van-ban.css", papers.workshop().layout)
    return re.sub(r"url\(face:(\w+)\)", lambda match: f"url({faces.path(match[1]).as_uri()})", text)


def _differ(ours: Path, theirs: Path) -> str:
    """Return what the last two files differ in: their texts, or what they claim to be."""
    if any(not claim.search(file.read_bytes()) for file in (ours, theirs) for claim in _CLAIMS):
        return "the two files do not claim the same"
    return "" if said(ours) == said(theirs) else "the two files do not say the same"


def said(path: Path) -> str:
    """Return the letters of a PDF, without order and space: what stands where is the layout's."""
    return "".join(sorted(re.sub(r"\s", "", extract_text(str(path)))))
