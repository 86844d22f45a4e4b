"""What a paper is made of, as fingerprints; so whether it has to be made again, and why.

A paper that was composed is rendered only when what it says, the layout, the fonts, the program or a library
is not what it was, or a file is not there as it was written. A fingerprint is of content, never of a time.
Whether an inspection has to be composed at all is asked before (`building.plan`).
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.file_reading import read_bytes
from generator.fonts import Missing, find_faces
from generator.issuing.printed import fingerprint
from generator.paper_files import sheets
from generator.stamps import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.document import Document
    from generator.manifest import FileEntry, PaperEntry
    from generator.workshop import Workshop

_LAYOUT = ("layout.yaml", "van-ban.docx", "van-ban.html.j2", "van-ban.css")
_LIBRARIES = (
    "docxtpl", "fonttools", "jinja2", "lxml", "openpyxl", "pillow", "pydyf", "python-docx", "tinycss2",
    "weasyprint",
)  # fmt: skip
_LARGEST = 64 * 1024 * 1024
_PROGRAM = frozenset({".py", ".yaml", ".json"})
NEW, EDITED, GONE, FORCED = "new", "edited", "gone", "forced"
"""Reasons that are no part of a paper: never made, a file changed by hand or not there, or asked for."""


@dataclass(frozen=True)
class Ground:
    """What all papers of one build stand on."""

    workshop: Workshop
    root: Path

    @cached_property
    def parts(self) -> dict[str, str]:
        """The fingerprints of layout, fonts, program and libraries."""
        return {
            "layout": _of_files(map(self.workshop.folders.layout, _LAYOUT), "templates/_layout"),
            "fonts": self._fonts(),
            "program": _program(),
            "libraries": _hash(f"{name} {_version(name)}".encode() for name in (*_LIBRARIES, "zlib")),
        }

    def _fonts(self) -> str:
        faces = find_faces(self.root)
        if isinstance(faces, Missing):
            return ""
        return _of_files((faces.regular, faces.bold, faces.italic, faces.bold_italic), "fonts")


def made_of(
    ground: Ground, document: Document, *, data: bytes = b"", anchors: bool = False
) -> dict[str, str]:
    """Return what a paper is made of; `data` is what the archive edition carries.

    Where a text comes from is printed in a working draft only, as its anchor.
    """
    text = fingerprint(document, sources=anchors)
    carried = {"data": _hash((data,))} if data else {}
    return {"text": text, **carried, "anchors": "with" if anchors else "none", **ground.parts}


@dataclass(frozen=True, slots=True)
class Known:
    """A paper of an earlier build: what it was made of, its files, and what is wrong with some of them.

    `wrong` has GONE or EDITED for the path of a file that is not as it was written.
    """

    files: tuple[FileEntry, ...]
    made_of: Mapping[str, str]
    wrong: Mapping[str, str]


def known_paper(entry: PaperEntry, out: Path) -> Known:
    """Return what is known of a paper whose files lie below the folder `out`."""
    found = {file.path: _wrong(file, out) for file in entry.files}
    wrong = {path: reason for path, reason in found.items() if reason}
    return Known(entry.files, dict(entry.made_of), wrong)


def _wrong(file: FileEntry, out: Path) -> str:
    path = out / file.path
    if not path.is_file():
        return GONE
    return "" if sha256_of(path) == file.sha256 else EDITED


def why_stale(known: Known | None, parts: Mapping[str, str], wanted: Sequence[str]) -> str | None:
    """Return why a paper has to be made again: the first part that differs, or of its files; None if not.

    `wanted` are the paths of its files.
    """
    if known is None or not known.made_of:
        return NEW
    differs = next((name for name in parts if known.made_of.get(name) != parts[name]), None)
    if differs is not None:
        return differs
    there = {file.path for file in known.files}
    return next(
        (
            known.wrong.get(path, "" if path in there else GONE)
            for path in wanted
            if path not in there or path in known.wrong
        ),
        None,
    )


def endings(document: Document, formats: frozenset[str], *, archive: bool) -> list[str]:
    """Return how the names of a paper's files end, as `paper_files` makes them."""
    kinds = ["pdf"] if archive else [kind for kind in ("docx", "pdf") if kind in formats]
    found = [f"{sheet.ending}.{kind}" for sheet in sheets(document) for kind in kinds if kind in formats]
    return [*found, ".xlsx"] if "xlsx" in formats and not archive else found


def _of_files(paths: Iterable[Path], folder: str) -> str:
    """Return the fingerprint of files; Refused when one is none that can be read, a pipe for instance."""
    return _hash(read_bytes(path, f"{folder}/{path.name}", _LARGEST) for path in paths)


def _program() -> str:
    """Return the fingerprint of the program: whatever of it changes may print another file."""
    home = Path(generator.__file__).parent
    files = sorted(path for path in home.rglob("*") if path.suffix in _PROGRAM)
    named = (f"{path.relative_to(home).as_posix()} ".encode() + path.read_bytes() for path in files)
    return _hash(named)


def _version(name: str) -> str:
    if name == "zlib":
        return zlib.ZLIB_RUNTIME_VERSION
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _hash(pieces: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for piece in pieces:
        found.update(hashlib.sha256(piece).digest())
    return found.hexdigest()
