"""What this machine has and lacks for making papers: one value for each thing looked at.

Nothing heavy is imported to find out: the libraries WeasyPrint draws with are asked for by their
names first, because importing it without them ends in a long error.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import platform
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Refused
from generator.load import load_catalogues
from generator.shipped import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.diagnostics import Argument
    from generator.project import Project

OLDEST_PYTHON = (3, 11)
FONT_PACKAGE = "fonts-liberation2"

# name shown, library, function that tells its version, Debian package that brings it
_NATIVE = (
    ("Pango", "pango-1.0", "pango_version_string", "libpangoft2-1.0-0"),
    ("PangoFT2", "pangoft2-1.0", "", "libpangoft2-1.0-0"),
    ("HarfBuzz", "harfbuzz", "hb_version_string", "libharfbuzz0b"),
    ("HarfBuzz-Subset", "harfbuzz-subset", "", "libharfbuzz-subset0"),
)
# What the library is called on Linux, macOS and Windows.
_FILES = ("lib{}.so.0", "lib{}.0.dylib", "lib{}.dylib", "lib{}-0.dll")
_LIBRARIES = (("docxtpl", "word"), ("weasyprint", "pdf"))


class Health(StrEnum):
    """How it is: there, missing, or there is something to know."""

    OK = "ok"
    MISSING = "missing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at; `message` and `arguments` are of the command texts."""

    health: Health
    message: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def well(self) -> bool:
        """Whether papers can be made as far as this goes."""
        return self.health is not Health.MISSING


def examine(project: Project | None) -> Iterator[Examined]:
    """Yield everything that was looked at; without a project only what belongs to the machine."""
    yield _python()
    for name, purpose in _LIBRARIES:
        yield _library(name, purpose)
    for native in _NATIVE:
        yield _native(*native)
    yield _fonts(project)
    yield _templates()
    if project is None:
        yield Examined(Health.NOTE, "doctor-project-missing")
        return
    yield Examined(Health.OK, "doctor-project", {"path": str(project.root)})
    yield _catalogues(project)
    yield _output(project)


def _python() -> Examined:
    arguments = {"version": platform.python_version(), "needed": ".".join(map(str, OLDEST_PYTHON))}
    if sys.version_info < OLDEST_PYTHON:
        return Examined(Health.MISSING, "doctor-python-old", arguments)
    return Examined(Health.OK, "doctor-python", arguments)


def _library(name: str, purpose: str) -> Examined:
    """Look for a Python library without importing it."""
    try:
        found = version(name) if find_spec(name) else ""
    except PackageNotFoundError:
        found = "?"
    if found:
        return Examined(Health.OK, "doctor-library", {"name": name, "version": found})
    arguments = {"name": name, "purpose": purpose, "install": f"python -m pip install {name}"}
    return Examined(Health.MISSING, "doctor-library-missing", arguments)


def _native(shown: str, name: str, function: str, package: str) -> Examined:
    library = load_native(name)
    if library is None:
        return Examined(Health.MISSING, "doctor-native-missing", {"name": shown, "package": package})
    return Examined(Health.OK, "doctor-native", {"name": shown, "version": _version_of(library, function)})


def load_native(name: str) -> ctypes.CDLL | None:
    """Return a library of the system, or None when it cannot be loaded."""
    for candidate in (*(pattern.format(name) for pattern in _FILES), ctypes.util.find_library(name)):
        try:
            if candidate:
                return ctypes.CDLL(candidate)
        except OSError:
            continue
    return None


def _version_of(library: ctypes.CDLL, function: str) -> str:
    if not function:
        return ""
    try:
        call = getattr(library, function)
    except AttributeError:
        return ""
    call.restype = ctypes.c_char_p
    answer: bytes = call() or b""
    return answer.decode("ascii", "replace")


def _fonts(project: Project | None) -> Examined:
    from generator.fonts import Missing, find_faces

    faces = find_faces(project.root if project else None)
    if isinstance(faces, Missing):
        return Examined(Health.MISSING, "doctor-fonts-missing", {"package": FONT_PACKAGE})
    name = f"{faces.family} {faces.version} ({faces.regular.parent})"
    if faces.prescribed:
        return Examined(Health.OK, "doctor-fonts", {"names": name})
    return Examined(Health.NOTE, "doctor-fonts-like", {"names": name})


def _templates() -> Examined:
    try:
        folder = shipped_templates()
    except FileNotFoundError:
        return Examined(Health.MISSING, "doctor-templates-missing")
    kinds = sorted(
        path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )
    return Examined(Health.OK, "doctor-templates", {"names": ", ".join(kinds) or "-"})


def _catalogues(project: Project) -> Examined:
    try:
        found = load_catalogues(project)
    except Refused as refused:
        arguments: dict[str, Argument] = {"count": len(refused.diagnostics)}
        return Examined(Health.MISSING, "doctor-catalogues-wrong", arguments, refused.diagnostics)
    sizes = {"agencies": len(found.agencies), "people": len(found.people), "acts": len(found.legal_acts)}
    return Examined(Health.OK, "doctor-catalogues", sizes)


def _output(project: Project) -> Examined:
    """Try whether a file can be written where papers will be."""
    shown = project.shown(project.output)
    try:
        # A name of its own: nothing that stands there, and no link, is touched.
        with NamedTemporaryFile(dir=_nearest_folder(project.output), prefix=".ketluan-"):
            pass
    except OSError as error:
        arguments = {"path": shown, "reason": error.strerror or str(error)}
        return Examined(Health.MISSING, "doctor-output-refused", arguments)
    return Examined(Health.OK, "doctor-output", {"path": shown})


def _nearest_folder(path: Path) -> Path:
    return path if path.is_dir() else _nearest_folder(path.parent)
