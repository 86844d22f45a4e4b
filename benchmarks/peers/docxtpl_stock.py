"""Stock docxtpl, as its manual shows it: a new object per paper. Answers lines of JSON.

Each request names a file with the data (a pickled `Paper`) and where the Word file goes; the answer is the
processor time of opening the template, rendering and saving.
"""

from __future__ import annotations

import io
import json
import pickle
import sys
import time
from pathlib import Path

import docxtpl
import jinja2

from generator.render.word import names_of
from generator.render.word_layout import PRINTERS


def made(template: str, context: dict[str, object], environment: jinja2.Environment) -> bytes:
    """Return the Word file of one paper."""
    document = docxtpl.DocxTemplate(template)
    document.render(context, environment)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def main(template: str) -> None:
    """Answer until there are no more requests."""
    environment = jinja2.Environment(autoescape=True)
    environment.globals.update(PRINTERS)
    print(json.dumps({"version": f"docxtpl {docxtpl.__version__}"}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        paper = pickle.loads(Path(asked["input"]).read_bytes())  # noqa: S301 - written by the measurement
        context = names_of(paper)
        started = time.process_time()
        data = made(template, context, environment)
        seconds = time.process_time() - started
        Path(asked["output"]).write_bytes(data)
        print(json.dumps({"seconds": seconds}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
