"""Typst on the same texts, sizes and page, PDF/A-2a with tags. Answers lines of JSON.

Each answer is the lesser of processor and wall time of one PDF: Typst helps itself to several threads.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import typst


def main(fonts: str, family: str) -> None:
    """Answer until there are no more requests."""
    template = Path(__file__).with_name("paper.typ")
    compiler = typst.Compiler(str(template), font_paths=[fonts], ignore_system_fonts=True)
    print(json.dumps({"version": f"Typst {version('typst')}"}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        data = Path(asked["input"]).read_text("utf-8")
        wall, processor = time.perf_counter(), time.process_time()
        made = compiler.compile(sys_inputs={"paper": data, "family": family}, pdf_standards=["a-2a"])
        seconds = min(time.perf_counter() - wall, time.process_time() - processor)
        Path(asked["output"]).write_bytes(made)
        print(json.dumps({"seconds": seconds}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
