"""How long reading a PDF takes, against pdfminer's own reading of its pages.

    PYTHONPATH=. python benchmarks/pdf_reading.py [FILE.pdf ...]

Without a file, the largest of the papers that are built from `inspections/2026` is read. The times are of
the processor, the best of five; what counts is their ratio, which a slow machine leaves alone.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pdfminer.high_level import extract_pages

from generator.build import Options, build_all
from generator.project import find_project
from generator.reading.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RUNS = 5


def best(work: Callable[[], object]) -> float:
    """Return the least time in seconds that the work took."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def ratio(data: bytes) -> tuple[int, float, float]:
    """Return the number of pages, and the seconds of pdfminer and of ours."""
    bare = best(lambda: list(extract_pages(io.BytesIO(data))))
    return read_pdf(data, "sample").pages or 0, bare, best(lambda: read_pdf(data, "sample"))


def samples(paths: Sequence[str]) -> list[tuple[str, bytes]]:
    """Return the files that were named, or the largest paper of the sample inspection."""
    if paths:
        return [(path, Path(path).read_bytes()) for path in paths]
    with TemporaryDirectory() as folder:
        build_all(find_project(Path(__file__).parents[1]), (), Options(out=Path(folder)))
        made = sorted(Path(folder).rglob("2026/*.pdf"), key=lambda path: path.stat().st_size)
        return [(made[-1].name, made[-1].read_bytes())]


def main() -> None:
    """Print one line for each file."""
    for name, data in samples(sys.argv[1:]):
        pages, bare, ours = ratio(data)
        print(f"{name}: {pages} pages, pdfminer {bare:.3f} s, ours {ours:.3f} s, ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
