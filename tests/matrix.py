"""Every kind of paper by every row of the matrix that may issue it: composed, and as golden texts.

Who may issue what and who inspects whom are data in ``data/ma-tran/``; see `tests.matrix_rows`.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.compose import Composer
from generator.document import Document
from generator.kinds import TemplateFolders
from generator.load import Loaded, load_inspection
from generator.project import find_project
from generator.shipped import shipped_templates
from tests.inspections import ROOT
from tests.kinds import lines
from tests.matrix_rows import Combination, Row, combinations, data, known, role
from tests.matrix_yaml import text_of

GOLDEN = Path(__file__).parent / "golden" / "ma-tran"
STAGE = "trinh-ky"


# --- the papers ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Made:
    """A combination, composed."""

    loaded: Loaded
    document: Document
    missing: tuple[str, ...]


@cache
def loaded(row: Row, role: str) -> Loaded:
    """Return the inspection of a row."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "inspections").mkdir()
        path = Path(folder) / "inspections" / "ma-tran.yaml"
        path.write_text(text_of(row, role), encoding="utf-8")
        return load_inspection(path, find_project(Path(folder)), known())


@cache
def made(one: Combination) -> Made:
    """Return a combination's paper."""
    case = loaded(one.row, role(one.kind))
    (paper,) = [paper for paper in case.inspection.documents if paper.id == one.kind]
    folders = TemplateFolders((shipped_templates(),))
    composed = Composer(folders.kind(one.kind), find_project(ROOT).settings).compose(
        case, paper, known(), STAGE
    )
    return Made(case, composed.document, tuple(str(item) for item in composed.missing))


# --- the golden text: the first row whole, of the others what they say otherwise than one before ----------


def golden(kind: str) -> str:
    """Return the text of a kind from every row that may issue it."""
    texts = {one.row.name: lines(made(one).document) for one in combinations() if one.kind == kind}
    told: list[str] = []
    for number, (name, text) in enumerate(texts.items()):
        earlier = [_difference(other, texts[other], text) for other in list(texts)[:number]]
        told.append(f"=== {name}\n{min(earlier, key=len) if earlier else text}")
    return "\n".join(told)


def _difference(name: str, base: str, text: str) -> str:
    """Return the lines that only this text has, how many of the other it lacks, and its fingerprint."""
    there, here = Counter(base.splitlines()), Counter(text.splitlines())
    new, lacking = here - there, (there - here).total()
    own = [line for line in text.splitlines() if line in new]
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    return "\n".join([*own, f"--- instead of {lacking} lines of “{name}”; whole text {mark}"]) + "\n"


def write() -> None:
    """Write the golden texts anew."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for kind in data()["kinds"]:
        (GOLDEN / f"{kind}.txt").write_text(golden(kind), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(write())
