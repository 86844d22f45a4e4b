"""Loading, validating and composing beside the bare parsing of the same YAML text in C."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.speed import papers
from benchmarks.speed.projects import new_project
from benchmarks.speed.table import Clock, Result
from benchmarks.speed.timing import dearer, in_turn, processor
from generator.compose.order import DRAFT
from generator.load import load_catalogues, load_inspection
from generator.project import find_project

_INSPECTION, _PAPER = "mau-mot-cua-cap-xa", "tb-kl"


def beside_yaml(runs: int) -> Result:
    """Measure the large sample inspection and its notice; a comment makes each run's text another one."""
    text = (papers.ROOT / "inspections" / "2026" / f"{_INSPECTION}.yaml").read_text("utf-8")
    with TemporaryDirectory() as folder:
        project = find_project(new_project(Path(folder), 0))
        catalogues = load_catalogues(project)
        path = project.inspections / f"{_INSPECTION}.yaml"

        def work() -> None:
            item = load_inspection(path, project, catalogues)
            (paper,) = [each for each in item.inspection.documents if each.id == _PAPER]
            papers.workshop().composer(paper.kind)[1].compose(item, paper, catalogues, DRAFT)

        def ours(run: int) -> float:
            path.write_text(f"# {run}\n{text}", "utf-8")
            return processor(work)

        def theirs(run: int) -> float:
            return processor(lambda: yaml.load(f"# {run}\n{text}", Loader=yaml.CSafeLoader))

        pairs = in_turn(ours, theirs, runs, warm=5)
    size = len(text.encode()) / 1000
    return dearer(
        pairs, Clock.PROCESSOR, f"PyYAML {yaml.__version__}; {size:.0f} KB, {_INSPECTION} with its notice"
    )
