"""What reading a Word file costs, beside python-docx opening it and touching every run.

    PYTHONPATH=. python benchmarks/word_reading.py [FILE.docx ...]

Without files: our own sample notice, with and without its annexes. The promise is a ratio of at most 3 for
a paper of three pages; the script ends with 1 when the first file breaks it.
"""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

from generator.reading.word import read_word
from tests import documents, rendering

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 3.0
TIMES = 40


def touch_every_run(data: bytes) -> int:
    """Open a file with python-docx and read the text of every run of the text and its tables."""
    document = Document(io.BytesIO(data))
    return _runs(document)


def _runs(container: object) -> int:
    count = sum(len(run.text) for paragraph in container.paragraphs for run in paragraph.runs)
    for table in container.tables:
        for row in table.rows:
            count += sum(_runs(cell) for cell in row.cells)
    return count


def best(task: Callable[[], object]) -> float:
    """Return the shortest of many runs in milliseconds of the processor: the others were disturbed."""
    times = []
    for _ in range(TIMES):
        started = time.process_time()
        task()
        times.append(time.process_time() - started)
    return min(times) * 1000


def samples(paths: list[str]) -> dict[str, bytes]:
    """Return the files to read by name."""
    if paths:
        return {path: Path(path).read_bytes() for path in paths}
    notice = documents.notice()
    return {
        "notice, 3 pages": rendering.word().render(replace(notice, annexes=())),
        "notice with annexes": rendering.word().render(notice),
    }


def main(paths: list[str]) -> int:
    """Print the two times and their ratio for each file."""
    ratios = []
    for name, data in samples(paths).items():
        ours = best(lambda data=data: read_word(data, "x"))
        theirs = best(lambda data=data: touch_every_run(data))
        ratios.append(ours / theirs)
        print(f"{name}: {ours:.1f} ms, python-docx {theirs:.1f} ms, ratio {ratios[-1]:.2f} (at most {MOST})")
    return 0 if ratios[0] <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
