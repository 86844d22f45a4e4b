"""PDFs beside Typst, which sets the same texts in the same sizes on the same pages."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.speed import papers
from benchmarks.speed.pdf import said
from benchmarks.speed.peer import FOLDER, Missing, running
from benchmarks.speed.table import Clock, NotMeasured
from benchmarks.speed.timing import faster, in_turn, processor
from generator.fonts import Faces, find_faces
from generator.render.geometry import set_paper

if TYPE_CHECKING:
    from benchmarks.speed.table import Result
    from generator.document import Document


def beside_typst(runs: int) -> Result:
    """Measure beside Typst, which sets the same texts in the same sizes on the same page."""
    faces = find_faces(papers.ROOT)
    if not isinstance(faces, Faces):
        return NotMeasured(str(faces))
    renderer = papers.workshop().pdf
    fonts = str(faces.path("regular").parent)
    with TemporaryDirectory() as name:
        source, target = Path(name, "paper.json"), Path(name, "made.pdf")

        def theirs(run: int) -> float:
            source.write_text(json.dumps(_content(papers.varied(papers.sample(), run))), "utf-8")
            return peer.made(source, target)

        def ours(run: int) -> float:
            document = papers.varied(papers.sample(), run)
            return processor(lambda: made.append(renderer.render(document)))

        made: list[bytes] = []
        try:
            with running([sys.executable, str(FOLDER / "typst_plain.py"), fonts, faces.family]) as peer:
                pairs = in_turn(ours, theirs, runs, warm=3)
                version = peer.version
        except Missing as missing:
            return NotMeasured(str(missing))
        Path(name, "ours.pdf").write_bytes(made[-1])
        if said(Path(name, "ours.pdf")) != said(target):
            return NotMeasured("the two files do not say the same")
        return faster(pairs, Clock.PROCESSOR, f"{version}; same text, PDF/A-2a; below 1: Typst is faster")


def _content(document: Document) -> dict[str, object]:
    """Return the texts of a paper as the Typst template takes them."""
    paper = set_paper(document, papers.workshop().layout)
    (signature,) = paper.signatures
    return {
        "superior": _lines(paper.head.superior),
        "agency": _lines(paper.head.agency),
        "number": _lines([paper.head.number]),
        "place_date": _lines([paper.head.place_date]),
        "draft_mark": paper.draft_mark or "",
        "page_mark": paper.page_mark or "",
        "kind": paper.kind,
        "subject": _lines(paper.subject),
        "body": [_block(block) for block in paper.body],
        "recipients": [_lines([each]) for each in paper.recipients],
        "posts": [_lines(line) for line in signature.lines],
        "name": _lines(signature.name),
        "annexes": [
            {
                "label": annex.label,
                "title": _lines(annex.title),
                "reference": _lines(annex.reference),
                "landscape": annex.landscape,
                "blocks": [_block(block) for block in annex.blocks],
            }
            for annex in paper.annexes
        ],
        "title": paper.properties.title,
        "creator": paper.properties.creator,
    }


def _lines(found: Any) -> str:
    return "\n".join("".join(run.text for run in line) for line in found)


def _block(block: Any) -> dict[str, object]:
    if block.kind != "table":
        return {"kind": str(block.kind), "text": _lines(block.lines), "level": block.level or 0}
    return {
        "kind": "table",
        "size": block.size or 0,
        "widths": [width / 20 for width in block.widths],
        "head": [_row(row) for row in (*block.head, *block.numbers)],
        "rows": [_row(row) for row in (*block.body, *block.last, *block.total)],
    }


def _row(row: Any) -> list[dict[str, object]]:
    return [
        {"text": _lines(cell.lines), "align": str(cell.align), "columns": cell.columns, "rows": cell.rows}
        for cell in row
        if cell.merge != "continue"
    ]
