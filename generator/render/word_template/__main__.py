"""Make van-ban.docx anew from the layout.yaml of a folder.

    python -m generator.render.word_template templates/_layout

Run it after a change of layout.yaml; a test compares the kept file with a fresh one, byte by byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.layout import load_layout
from generator.render.word_template import make

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "van-ban.docx").write_bytes(make(load_layout(folder / "layout.yaml")))
