"""Measure every row of the table and say whether it is met.

    python -m benchmarks.speed [--quick] [--only ROW ...] [--write]

`--quick` takes few runs and smaller projects; `--write` puts the table into docs/performance.md. The command
ends with 1 when a row is not met or could not be measured. What is compared must be installed beside:
``npm ci`` in benchmarks/peers, ``pip install -r requirements/bench.txt``, LibreOffice, git.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.speed import building, loading, memory, office, pdf, typst_paper, word
from benchmarks.speed.peer import Missing
from benchmarks.speed.report import PAGE, line, summary, table, written
from benchmarks.speed.table import ROWS, NotMeasured, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.speed.table import Result, Row


class Scale(NamedTuple):
    """How often and how much: repetitions, and inspections or papers."""

    runs: int = 25
    pages: int = 15
    builds: int = 5
    few: int = 100
    hundreds: int = 200
    thousand: int = 1_000
    thousands: int = 2_000
    many: int = 10_000


QUICK = Scale(5, 3, 1, 10, 20, 100, 100, 300)


def measurements(scale: Scale, projects: building.Projects) -> Mapping[str, Callable[[], Result]]:
    """Return what measures each row of the table."""
    return {
        "docx-docxtpl": lambda: word.beside_docxtpl(scale.runs),
        "docx-docxtemplater": lambda: word.beside_docxtemplater(scale.runs),
        "pdf-weasyprint": lambda: pdf.beside_weasyprint(scale.pages),
        "office": lambda: office.beside_libreoffice(projects, scale.hundreds),
        "pdf-typst": lambda: typst_paper.beside_typst(scale.pages),
        "annex": lambda: pdf.annex(scale.builds),
        "load": lambda: loading.beside_yaml(scale.runs),
        "nothing-1000": lambda: building.nothing_to_do(projects, scale.thousand),
        "nothing-10000": lambda: building.nothing_to_do(projects, scale.many),
        "one-changed": lambda: building.one_changed(projects, scale.many),
        "processes": lambda: building.processes(projects, scale.hundreds),
        "memory": lambda: memory.growth(projects, scale.thousands // 10, scale.thousands),
        "scaling": lambda: building.scaling(projects, scale.few, scale.many),
    }


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 0 when all rows that were asked for hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", choices=[row.name for row in ROWS], default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    scale = QUICK if options.quick else Scale()
    results: list[tuple[Row, Result]] = []
    with TemporaryDirectory(prefix="ketluan-speed-") as folder:
        work = measurements(scale, building.Projects(Path(folder), scale.builds))
        for row in ROWS:
            if not options.only or row.name in options.only:
                results.append((row, _taken(work[row.name])))
                print(line(*results[-1]), flush=True)
            elif options.write:
                results.append((row, NotMeasured("not asked for in this run")))
    print(summary(results))
    if options.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(written(page, table(results, quick=options.quick)), "utf-8")
    return 0 if all(holds(row, result) for row, result in results) else 1


def _taken(measure: Callable[[], Result]) -> Result:
    """Return what was measured; a peer that fails is a row that was not."""
    try:
        return measure()
    except (Missing, OSError, RuntimeError) as error:
        return NotMeasured(str(error)[:300])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
