"""The data an issued paper was made of, kept as a small project of its own.

It has the inspection's YAML (of a summary also those of the inspections it covers), the catalogues, the
settings, and the photographs and spreadsheets the YAML names, each at its usual place: so whatever reads a
project reads it, years later, unchanged.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.file_reading import read_bytes
from generator.project import SETTINGS, WORDS
from generator.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.load import Loaded
    from generator.project import Project

FOLDER = "data"
_LARGEST = 64 * 1024 * 1024


def frozen_data(project: Project, loaded: Loaded, yaml: bytes) -> dict[str, bytes]:
    """Return the files of the small project by their path in it; Refused when one cannot be read."""
    files = {loaded.source.file: yaml}
    if settings := _settings(project):
        files[SETTINGS] = settings
    covered = [project.root / one.source.file for one in loaded.covered]
    attached = [path for one in (loaded, *loaded.covered) for path in _attached(project, one)]
    for path in (*covered, *_catalogues(project), *attached):
        shown = project.shown(path)
        files[shown] = read_bytes(path, shown, _LARGEST)
    return {f"{FOLDER}/{name}": data for name, data in files.items()}


def _settings(project: Project) -> bytes:
    """Return the settings that were set, as TOML: plain words, numbers and yes or no."""
    usual = asdict(Settings())
    chosen = {name: value for name, value in asdict(project.settings).items() if value != usual[name]}
    return "".join(f"{name} = {json.dumps(value)}\n" for name, value in chosen.items()).encode()


def _catalogues(project: Project) -> Iterator[Path]:
    yield from sorted(project.catalogues.glob("*.yaml"))
    if (words := project.catalogues / WORDS).is_file():
        yield words


def _attached(project: Project, loaded: Loaded) -> Iterator[Path]:
    """Yield the files that the YAML names, as they lie beside it."""
    home = (project.root / loaded.source.file).parent
    for photo in loaded.inspection.attachments.photos:
        yield home / photo.file
    for file in sorted({item.file for item in loaded.spreadsheets}):
        yield project.root / file
