"""Make van-ban.docx, the Word layout of every paper, from the layout.yaml beside this script.

    python templates/_layout/make_word_layout.py [TARGET.docx]

Run it after a change of layout.yaml; a test compares the kept file with a fresh one, byte by byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.layout import load_layout
from generator.render.word_template import make

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "van-ban.docx"
    target.write_bytes(make(load_layout(HERE / "layout.yaml")))
