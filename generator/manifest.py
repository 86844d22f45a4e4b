"""``output/manifest.json``: which paper made which file, with its fingerprint. No clock, no machine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from generator import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file: its path below the output folder, its sha256, its size in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One paper as it was made: from which source, of which kind, in which printing and edition."""

    inspection: str
    paper: str
    kind: str
    source: str
    stage: str
    edition: str
    files: tuple[FileEntry, ...]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes an entry another one's successor."""
        return (self.inspection, self.paper, self.stage, self.edition)


def file_entry(path: str, data: bytes) -> FileEntry:
    """Return the entry of a file with these bytes."""
    return FileEntry(path, hashlib.sha256(data).hexdigest(), len(data))


def manifest_bytes(entries: Iterable[PaperEntry]) -> bytes:
    """Return the manifest, entries in order of their keys."""
    papers = [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.key)]
    text = json.dumps({"ketluan": __version__, "papers": papers}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def read_manifest(path: Path) -> list[PaperEntry]:
    """Return the entries of a manifest; none when it is missing or broken: then all is made again."""
    try:
        papers = json.loads(path.read_text(encoding="utf-8"))["papers"]
        return [_entry(paper) for paper in papers]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _entry(paper: dict[str, Any]) -> PaperEntry:
    files = tuple(FileEntry(**entry) for entry in paper["files"])
    return PaperEntry(**{**paper, "files": files})
