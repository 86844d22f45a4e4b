"""Make van-ban.docx and so-dang-ky.docx anew from the layout.yaml of a folder.

    python -m generator.render.word_template templates/_layout

Run it after a change of layout.yaml; tests compare the kept files with fresh ones, byte by byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.layout import load_layout
from generator.render.word_template import make, make_book

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    layout = load_layout(folder / "layout.yaml")
    (folder / "van-ban.docx").write_bytes(make(layout))
    (folder / "so-dang-ky.docx").write_bytes(make_book(layout))
