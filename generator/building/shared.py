"""What every paper of a project may depend on: settings, catalogues, templates, fonts, program, libraries."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.fonts import font_folders
from generator.shipped import shipped_templates
from generator.stamps import at_rest, stamp_of, stamps_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.project import Project
    from generator.stamps import Stamp

_FONTS = frozenset({".ttf", ".TTF"})
_INSTALLED = ("site-packages", "dist-packages")


@dataclass(frozen=True, slots=True)
class SharedStamp:
    """The stamps of all that is shared as one mark; `at_rest` when none of it was changed just now."""

    mark: str
    at_rest: bool


def shared_stamp(project: Project, now: int) -> SharedStamp:
    """Return the mark of what is shared; `now` is in nanoseconds since 1970."""
    found = sorted(_stamps(project))
    mark = hashlib.sha256(repr((sys.version, found)).encode()).hexdigest()
    return SharedStamp(mark, all(at_rest(stamp, now) for _, stamp in found))


def _stamps(project: Project) -> Iterator[tuple[str, Stamp]]:
    from generator.settings import SETTINGS

    for name in (SETTINGS, "pyproject.toml"):
        stamp = stamp_of(project.root / name)
        if stamp is not None:
            yield name, stamp
    home = Path(generator.__file__).parent
    yield from stamps_below((*own_folders(project), shipped_templates(), home))
    yield from stamps_below(font_folders(project.root), _FONTS)
    # A library that is installed, changed or removed changes the folder it lies in.
    for folder in map(Path, sys.path):
        if folder.name in _INSTALLED and folder.is_dir():
            status = folder.stat()
            yield str(folder), [0, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def shared_content(project: Project) -> str:
    """Return the mark of the content of what is shared: the same wherever and whenever it lies."""
    from generator.staleness import Ground
    from generator.workshop import Workshop

    ground = Ground(Workshop(project), project.root)
    found = hashlib.sha256(repr((sys.version_info[:2], sorted(ground.parts.items()))).encode())
    found.update(repr(project.settings).encode())
    for folder in (*own_folders(project), shipped_templates()):
        for path in files_below(folder):
            found.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def own_folders(project: Project) -> tuple[Path, Path]:
    """Return the folders of a project that all its inspections share."""
    return project.catalogues, project.templates


def files_below(folder: Path) -> list[Path]:
    """Return the files of a folder and those below it, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
