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

# name shown, names to load by (Linux, Windows, macOS), Debian package, function that tells the version
_NATIVE = (
    ("Pango", ("pangoft2-1.0", "libpangoft2-1.0-0"), "libpangoft2-1.0-0", ""),
    ("HarfBuzz", ("harfbuzz", "libharfbuzz-0"), "libharfbuzz0b", "hb_version_string"),
    ("HarfBuzz subset", ("harfbuzz-subset", "libharfbuzz-subset-0"), "libharfbuzz-subset0", ""),
)
_VERSIONS_OF = {"Pango": ("pango-1.0", "pango_version_string")}
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
    for shown, names, package, function in _NATIVE:
        yield _native(shown, names, package, function)
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


def _native(shown: str, names: tuple[str, ...], package: str, function: str) -> Examined:
    loaded = load_native(names)
    if loaded is None:
        return Examined(Health.MISSING, "doctor-native-missing", {"name": shown, "package": package})
    library, told = _VERSIONS_OF.get(shown, ("", function))
    source = load_native((library,)) if library else loaded
    return Examined(Health.OK, "doctor-native", {"name": shown, "version": _version_of(source, told)})


def load_native(names: tuple[str, ...]) -> ctypes.CDLL | None:
    """Return a library of the system by the first of its names that loads."""
    for name in names:
        found = ctypes.util.find_library(name)
        for candidate in (found, f"lib{name}.so.0"):
            try:
                if candidate:
                    return ctypes.CDLL(candidate)
            except OSError:
                continue
    return None


def _version_of(library: ctypes.CDLL | None, function: str) -> str:
    if library is None or not function:
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
    return Examined(Health.OK if faces.prescribed else Health.NOTE, "doctor-fonts", {"names": name})


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
    probe = _nearest_folder(project.output) / ".ketluan-doctor"
    shown = project.shown(project.output)
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        arguments = {"path": shown, "reason": error.strerror or str(error)}
        return Examined(Health.MISSING, "doctor-output-refused", arguments)
    return Examined(Health.OK, "doctor-output", {"path": shown})


def _nearest_folder(path: Path) -> Path:
    return path if path.is_dir() else _nearest_folder(path.parent)
