"""What `check` costs: cold against the import of the libraries it uses, and memory over 1,000 inspections.

Run: ``python -m benchmarks.checking`` in the folder of the project. Every figure is a ratio measured side by
side in one run; absolute times belong to a machine and are not promised.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

SAMPLE = "mau-mot-cua-cap-xa"
RUNS = 9
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
    memory()


def cold() -> None:
    """Measure a cold `check` of one inspection against importing the same third-party modules."""
    shown = subprocess.run(
        [sys.executable, "-c", _LOADED, SAMPLE], capture_output=True, text=True, check=True
    ).stdout
    imports = "\n".join(line for line in shown.splitlines() if line.startswith("import "))
    checks, bare = [], []
    for _ in range(RUNS):
        checks.append(_seconds([sys.executable, "-m", "generator", "check", SAMPLE]))
        bare.append(_seconds([sys.executable, "-c", imports]))
    ratio = statistics.median(checks) / statistics.median(bare)
    spread = statistics.stdev(a / b for a, b in zip(checks, bare, strict=True))
    print(
        f"check, cold / import of its {imports.count('import')} library modules: {ratio:.2f} ± {spread:.2f}"
    )
    print("  wanted: at most 1.50")


def _seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def memory() -> None:
    """Measure what stays allocated after each further hundred of 1,000 checked inspections."""
    from generator.checking import check_all
    from generator.project import find_project

    with tempfile.TemporaryDirectory() as folder:
        root = _project_of_many(Path(folder))
        project = find_project(root)
        check_all(project, (str(root / "inspections" / "n000.yaml"),))
        tracemalloc.start()
        kept = []
        for hundred in range(0, INSPECTIONS, 100):
            for number in range(hundred, hundred + 100):
                check_all(project, (str(root / "inspections" / f"n{number:03}.yaml"),))
            kept.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    print(f"kept in memory after 100 and after {INSPECTIONS} inspections: {kept[0]:,} and {kept[-1]:,} bytes")
    print("  wanted: no growth")


def _project_of_many(root: Path) -> Path:
    sample = Path("inspections")
    text = (sample / "2026" / f"{SAMPLE}.yaml").read_text(encoding="utf-8")
    (root / "inspections" / "catalogues").mkdir(parents=True)
    for path in (sample / "catalogues").iterdir():
        (root / "inspections" / "catalogues" / path.name).write_bytes(path.read_bytes())
    for number in range(INSPECTIONS):
        one = text.replace(f"id: {SAMPLE}", f"id: n{number:03}", 1)
        (root / "inspections" / f"n{number:03}.yaml").write_text(one, encoding="utf-8")
    return root


if __name__ == "__main__":
    main()
