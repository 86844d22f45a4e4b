"""Word files beside stock docxtpl and docxtemplater: the same template, the same data, the same text."""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.speed import docxtemplater, papers
from benchmarks.speed.peer import FOLDER, Missing, running
from benchmarks.speed.table import Clock, NotMeasured
from benchmarks.speed.timing import faster, in_turn, processor
from generator.office_package import pack, unpacked
from generator.render.agreement import word_text
from generator.render.geometry import set_paper
from generator.render.word_layout import tagged_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.speed.table import Measured, Result
    from generator.render.geometry import Paper

LAYOUT = papers.ROOT / "templates" / "_layout" / "van-ban.docx"


def beside_docxtpl(runs: int) -> Result:
    """Measure beside docxtpl, whose template has every tag of ours spelt out."""
    with TemporaryDirectory() as folder:
        template = Path(folder, "template.docx")
        template.write_bytes(spelt_out(LAYOUT.read_bytes()))
        arguments = [sys.executable, str(FOLDER / "docxtpl_stock.py"), str(template)]
        return _beside(arguments, Path(folder), runs, lambda run: pickle.dumps(set_paper_of(run)))


def beside_docxtemplater(runs: int) -> Result:
    """Measure beside docxtemplater, whose template and data are ours in its own language."""
    if not (FOLDER / "node_modules").is_dir():
        return NotMeasured("npm ci was not run in benchmarks/peers")
    with TemporaryDirectory() as folder:
        template = Path(folder, "template.docx")
        data, kinds = docxtemplater.template_of(_ours(0))
        template.write_bytes(data)

        def written(run: int) -> bytes:
            return json.dumps(docxtemplater.data_of(_ours(run), kinds)).encode()

        arguments = ["node", str(FOLDER / "docxtemplater_stock.mjs"), str(template)]
        return _beside(arguments, Path(folder), runs, written)


def _beside(
    arguments: Sequence[str], folder: Path, runs: int, written: Callable[[int], bytes]
) -> Measured | NotMeasured:
    renderer = papers.workshop().word
    source, target = folder / "data", folder / "made.docx"
    try:
        with running(arguments) as peer:

            def theirs(run: int) -> float:
                source.write_bytes(written(run))
                return peer.made(source, target)

            def ours(run: int) -> float:
                document = papers.varied(papers.sample(), run)
                return processor(lambda: renderer.render(document))

            theirs(1)
            if word_text(target.read_bytes()) != word_text(_ours(1)):
                return NotMeasured("the two files do not say the same")
            pairs = in_turn(ours, theirs, runs, warm=30)  # V8 compiles what runs often
            return faster(pairs, Clock.PROCESSOR, f"{peer.version}; the texts of both files are the same")
    except Missing as missing:
        return NotMeasured(str(missing))


def _ours(run: int) -> bytes:
    return papers.workshop().word.render(papers.varied(papers.sample(), run))


def set_paper_of(run: int) -> Paper:
    """Return the sample of one run with its lines broken."""
    return set_paper(papers.varied(papers.sample(), run), papers.workshop().layout)


def spelt_out(layout: bytes) -> bytes:
    """Return our layout as a template that stock docxtpl can read: what we put in by name is tags."""
    parts = unpacked(layout)
    for name, source, _places in tagged_parts(parts, layout):
        parts[name] = source.encode()
    return pack(parts)
