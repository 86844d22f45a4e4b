"""What `check` costs: cold beside the import of its libraries, of a Word file beside python-docx, in memory.

Run: ``python -m benchmarks.checking`` in the folder of the project. Every figure is a ratio of processor time
measured side by side in one run: absolute times belong to a machine and are not promised.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from benchmarks.word_reading import touch_every_run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")

SAMPLE = "mau-mot-cua-cap-xa"
RUNS = 15
INSPECTIONS = 1_000
_LOADED = """
import sys
from generator.launch import main
sys.argv = ["ketluan", "check", sys.argv[1], "--quiet", "--exit-zero"]
main()
for name, module in list(sys.modules.items()):
    if "site-packages" in (getattr(module, "__file__", None) or "") and not name.startswith("_"):
        print("import", name)
"""


def main() -> None:
    """Print each figure with its target."""
    cold()
    word()
    memory()


def cold() -> None:
    """Measure a cold `check` of one inspection beside importing the same third-party modules."""
    with tempfile.TemporaryDirectory() as folder:
        # Both sides find their modules compiled, as after an installation, wherever they lie.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        loaded = [sys.executable, "-c", _LOADED, SAMPLE]
        shown = subprocess.run(loaded, capture_output=True, text=True, check=True, env=environment).stdout
        imports = [line for line in shown.splitlines() if line.startswith("import ")]
        check = [sys.executable, "-m", "generator", "check", SAMPLE]
        bare = [sys.executable, "-c", "\n".join(imports)]
        pairs = [(_spent(check, environment), _spent(bare, environment)) for _ in range(RUNS + 1)][1:]
    print(f"check, cold / import of its {len(imports)} library modules: {_ratio(pairs)}")
    print("  wanted: at most 1.50")


def _ratio(pairs: Sequence[tuple[float, float]]) -> str:
    ratios = [ours / theirs for ours, theirs in pairs]
    return f"{statistics.median(ratios):.2f} ± {statistics.stdev(ratios):.2f}"


def _spent(arguments: list[str], environment: Mapping[str, str]) -> float:
    """Return the processor time of a program in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def word() -> None:
    """Measure the check of a notice of three pages beside python-docx opening it and touching every run."""
    from generator.checks.form import check_form
    from generator.checks.plain_text import check_text
    from generator.diagnostics import Place
    from generator.reading.word import read_word
    from tests import documents, rendering

    data = rendering.word().render(replace(documents.notice(), annexes=()))

    def once(run: int) -> tuple[float, list[float]]:
        theirs, _ = _taken(lambda: touch_every_run(data))
        reading, seen = _taken(lambda: read_word(data, "x"))
        form, _ = _taken(lambda: check_form(seen, own=False))
        # A line of its own makes every text another one: nothing is answered from memory.
        text = "\n".join([*(paragraph.words for paragraph in seen.reading()), f"Lần {run}."])
        words, _ = _taken(lambda: check_text(text, lambda _hit: Place("x")))
        return theirs, [reading, form, words]

    rows = [once(run) for run in range(RUNS + 1)][1:]
    print(f"check of a .docx / python-docx: {_ratio([(sum(ours), theirs) for theirs, ours in rows])}")
    for index, name in enumerate(("reading", "form", "text")):
        print(f"  of which {name}: {_ratio([(ours[index], theirs) for theirs, ours in rows])}")
    print("  wanted: at most 3.00")


def _taken(task: Callable[[], T]) -> tuple[float, T]:
    """Return the processor time of a task in seconds, and what it gave."""
    start = time.process_time()
    made = task()
    return time.process_time() - start, made


def memory() -> None:
    """Measure the peak of memory after the first hundred of 1,000 checked inspections and after the last."""
    from generator.checking import check_all
    from generator.project import find_project

    with tempfile.TemporaryDirectory() as folder:
        project = find_project(_project_of_many(Path(folder)))
        peaks = []
        for hundred in range(INSPECTIONS // 100):
            check_all(project, (str(project.inspections / str(hundred)),))
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"peak of memory after {INSPECTIONS} inspections / after 100: {peaks[-1] / peaks[0]:.3f}")
    print("  wanted: no growth, 1.00 (1.05 is noise)")


def _project_of_many(root: Path) -> Path:
    sample = Path("inspections")
    text = (sample / "2026" / f"{SAMPLE}.yaml").read_text(encoding="utf-8")
    (root / "inspections" / "catalogues").mkdir(parents=True)
    for path in (sample / "catalogues").iterdir():
        (root / "inspections" / "catalogues" / path.name).write_bytes(path.read_bytes())
    for number in range(INSPECTIONS):
        path = root / "inspections" / str(number // 100) / f"n{number:03}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace(f"id: {SAMPLE}", f"id: {path.stem}", 1), encoding="utf-8")
    return root


if __name__ == "__main__":
    main()
