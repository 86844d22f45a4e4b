"""Find the four faces the PDF is set in, and say which they are.

Times New Roman is prescribed (NĐ 30/2020, PL I, I.4). An office lays its own into ``fonts/`` of its
project; without it a face with the same widths stands in: Liberation Serif 2 or Tinos. A face that
lacks a Vietnamese letter (Liberation Serif 1 lacks 92) is never taken: the reader would silently get
letters of another font within a word.
"""

from __future__ import annotations

import os
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PRESCRIBED = "Times New Roman"
FAMILIES = (PRESCRIBED, "Liberation Serif", "Tinos")  # all with the widths of Times New Roman
STYLES = ("regular", "bold", "italic", "bold_italic")
OWN_FOLDER = "fonts"
_LARGEST_FILE = 50_000_000  # bytes; the largest of the usual faces has two million
# What reading a damaged table can raise, besides the error of the library itself.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_FARTHEST = 4  # ems: no letter reaches farther from its origin

_FILES = ("times*.ttf", "Times New Roman*.ttf", "LiberationSerif-*.ttf", "Tinos-*.ttf")
_STYLE_NAMES = {"regular": "regular", "bold": "bold", "italic": "italic", "bold italic": "bold_italic"}
_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵfjwz"
LETTERS = frozenset(_LETTERS + _LETTERS.upper() + "0123456789 .,;:-–/()“”‘’…%")


@dataclass(frozen=True, slots=True)
class Faces:
    """The four font files of one family; `own` when they are the office's."""

    family: str
    version: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    own: bool = False

    @property
    def prescribed(self) -> bool:
        """Whether this is the font the decree names, not one with its widths."""
        return self.family == PRESCRIBED

    def path(self, style: str) -> Path:
        """Return the file of a style named in STYLES."""
        return {
            "regular": self.regular,
            "bold": self.bold,
            "italic": self.italic,
            "bold_italic": self.bold_italic,
        }[style]


@dataclass(frozen=True, slots=True)
class Missing:
    """No usable family: the folders that were looked into, and what was there but could not be used.

    `unfit` holds (family, reason): "lacks-letters" with their number, or "lacks-style" with its name.
    """

    folders: tuple[str, ...]
    unfit: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    family: str
    style: str
    version: str
    lacking: int


def font_folders(project: Path) -> list[Path]:
    """Return the folders that fonts are looked for in: the office's own, then those of the system."""
    return [project / OWN_FOLDER, *_system_folders()]


def find_faces(project: Path | None = None, folders: Iterable[Path] | None = None) -> Faces | Missing:
    """Return the faces to use: the office's own first, then those of the system.

    `folders` replaces the system's folders.
    """
    places = [project / OWN_FOLDER] if project else []
    system = list(folders) if folders is not None else list(_system_folders())
    unfit: list[tuple[str, str]] = []
    for folder in [*places, *system]:
        found = list(_faces_in(folder, own=folder in places))
        for family in FAMILIES:
            of_family = {face.style: face for face in found if face.family == family}
            if not of_family:
                continue
            if reason := _unfit(of_family):
                unfit.append((family, reason))
                continue
            paths = {style: of_family[style].path for style in STYLES}
            return Faces(family, of_family["regular"].version, **paths, own=folder in places)
    return Missing(tuple(str(folder) for folder in [*places, *system]), tuple(unfit))


def _unfit(of_family: dict[str, _Found]) -> str:
    """Return why a family cannot be used, or nothing."""
    for style in STYLES:
        if style not in of_family:
            return f"lacks-style {style}"
    lacking = max(face.lacking for face in of_family.values())
    return f"lacks-letters {lacking}" if lacking else ""


def _faces_in(folder: Path, *, own: bool) -> Iterator[_Found]:
    """Yield the faces of a folder; an office may name its files as it likes."""
    patterns = ("*.ttf", "*.TTF") if own else _FILES
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        # A pipe would never end, a folder or a device is no font.
        face = _read(path) if path.is_file() and path.stat().st_size <= _LARGEST_FILE else None
        if face is not None:
            yield face


def _read(path: Path) -> _Found | None:
    """Read family, style, version and missing letters of a font file; None when it is none."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            names = font["name"]
            family = names.getDebugName(16) or names.getDebugName(1) or ""
            style = names.getDebugName(17) or names.getDebugName(2) or ""
            version = (names.getDebugName(5) or "").removeprefix("Version ")
            lacking = _lacking(font)
    except (TTLibError, *_DAMAGE):
        return None
    key = _STYLE_NAMES.get(style.lower())
    return _Found(path, family, key, version, lacking) if key else None


def _lacking(font: Any) -> int:
    """Return how many letters a font cannot print: without a glyph, or with one that is damaged."""
    from fontTools.ttLib import TTLibError

    try:
        glyphs = font.getBestCmap() or {}
    except (TTLibError, *_DAMAGE):
        return len(LETTERS)
    return sum(not _prints(font, letter, glyphs.get(ord(letter), "")) for letter in LETTERS)


def _prints(font: Any, letter: str, glyph: str) -> bool:
    """Whether a glyph is there, takes room, and (TrueType) has an outline that can be read."""
    from fontTools.ttLib import TTLibError

    try:
        if not glyph or font["hmtx"][glyph][0] <= 0:
            return False
        if "glyf" not in font:
            return "CFF " in font or "CFF2" in font
        points = font["glyf"][glyph].getCoordinates(font["glyf"])[0]
        farthest = _FARTHEST * font["head"].unitsPerEm
    except (TTLibError, *_DAMAGE):
        return False
    within = all(abs(x) <= farthest and abs(y) <= farthest for x, y in points)
    return within and (letter == " " or len(points) > 0)


def _system_folders() -> Iterator[Path]:
    """Yield the usual folders of this system, those with Liberation Serif 2 first."""
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        return
    if sys.platform == "darwin":
        yield from map(Path, ("/System/Library/Fonts/Supplemental", "/Library/Fonts"))
    shares = ("/usr/share/fonts", "/usr/local/share/fonts")
    folders = (
        "truetype/liberation2",
        "truetype/liberation",
        "truetype/croscore",
        "liberation-serif",
        "liberation-serif-fonts",
        "liberation",
        "truetype/tinos",
        "truetype/msttcorefonts",
    )
    yield from (Path(share) / folder for share in shares for folder in folders)
    yield Path.home() / ".local/share/fonts"
