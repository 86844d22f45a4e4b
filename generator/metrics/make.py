"""Make `times.json`: the advance widths of the paper font, and the characters a paper may hold.

Run by hand when the font changes, with the folder that holds the four faces of Liberation Serif 2
(which has the widths of Times New Roman on every Vietnamese letter):

    python generator/metrics/make.py FOLDER generator/metrics/times.json
"""

from __future__ import annotations

import json
import sys
import unicodedata
from contextlib import ExitStack
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold_italic": "LiberationSerif-BoldItalic.ttf",
}
SPACES = " \u00a0"
NO_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Mc", "Me", "Zs", "Zl", "Zp"}
RIGHT_TO_LEFT = {"R", "AL", "AN"}

# In the font and yet no text: it stands for an object. Every other allowed character was put through
# Word and PDF in all four faces and came out as it went in (tests/test_printable.py does so again).
NO_TEXT = "\ufffc"


def is_allowed(char: str) -> bool:
    """Return whether a character prints something, left to right, and stays itself under NFC."""
    if char in SPACES:
        return True
    return (
        unicodedata.category(char) not in NO_CATEGORIES
        and unicodedata.bidirectional(char) not in RIGHT_TO_LEFT
        and unicodedata.normalize("NFC", char) == char
        and char not in NO_TEXT
    )


def widths(folder: Path) -> dict[str, object]:
    """Return the characters all four faces have, and each face's advance widths in that order."""
    with ExitStack() as opened:
        fonts = {
            face: opened.enter_context(TTFont(opened.enter_context((folder / name).open("rb")), lazy=True))
            for face, name in FACES.items()
        }
        return _widths(fonts)


def _widths(fonts: dict[str, TTFont]) -> dict[str, object]:
    maps = {face: font.getBestCmap() for face, font in fonts.items()}
    common = sorted(set.intersection(*(set(cmap) for cmap in maps.values())))
    characters = [char for char in map(chr, common) if is_allowed(char)]
    advances = {face: font["hmtx"].metrics for face, font in fonts.items()}
    tables = {face: [advances[face][maps[face][ord(c)]][0] for c in characters] for face in FACES}
    units = fonts["regular"]["head"].unitsPerEm
    return {"units_per_em": units, "characters": "".join(characters), "advances": tables}


def main(folder: str, target: str) -> None:
    """Write the table as one compact JSON file."""
    text = json.dumps(widths(Path(folder)), separators=(",", ":"))
    Path(target).write_text(text + "\n", encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
