"""What `check` costs: cold against the import of the libraries it uses, and memory over 1,000 inspections.

Run: ``python -m benchmarks.checking`` in the folder of the project. Every figure is a ratio measured side by
side in one run; absolute times belong to a machine and are not promised.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
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
