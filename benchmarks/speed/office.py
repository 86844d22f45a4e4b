"""The whole way of an office that has docxtpl and LibreOffice: Word files, then one call for all PDFs."""

from __future__ import annotations

import pickle
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.speed import papers
from benchmarks.speed.building import build
from benchmarks.speed.peer import FOLDER, Missing, running
from benchmarks.speed.table import Clock, NotMeasured
from benchmarks.speed.timing import faster, run, wall
from benchmarks.speed.word import LAYOUT, set_paper_of, spelt_out

if TYPE_CHECKING:
    from benchmarks.speed.building import Projects
    from benchmarks.speed.peer import Peer
    from benchmarks.speed.table import Result


def beside_libreoffice(projects: Projects, number: int) -> Result:
    """Measure a cold build of so many papers beside stock docxtpl and one batch call of LibreOffice.

    LibreOffice's files claim nothing; its PDFs are plain.
    """
    if not shutil.which("soffice"):
        return NotMeasured("LibreOffice (soffice) is not installed")
    root = projects.fresh("office", number)
    with TemporaryDirectory() as name:
        template = Path(name, "template.docx")
        template.write_bytes(spelt_out(LAYOUT.read_bytes()))
        data = [Path(name, f"{each:04}.data") for each in range(number)]
        for each, path in enumerate(data):
            path.write_bytes(pickle.dumps(set_paper_of(each)))
        try:
            with running([sys.executable, str(FOLDER / "docxtpl_stock.py"), str(template)]) as peer:
                ours = wall(lambda: run(build(), root))
                theirs = wall(lambda: _office(peer, data))
        except Missing as missing:
            return NotMeasured(str(missing))
        made = len(list(Path(name).glob("*.pdf"))), len(list((root / "output").rglob("*.pdf")))
    if made != (number, number):
        return NotMeasured(f"{made[1]} PDFs of ours and {made[0]} of LibreOffice instead of {number}")
    return faster([(ours, theirs)], Clock.WALL, f"{papers.SAMPLE}, LibreOffice's PDFs without PDF/A")


def _office(peer: Peer, data: list[Path]) -> None:
    files = [path.with_suffix(".docx") for path in data]
    for source, target in zip(data, files, strict=True):
        peer.made(source, target)
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        folder,
    )
