"""The files of an archive while it is made: each written once, its fingerprint kept for the package."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.files import writing

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 240  # characters: what Windows takes as a path, less the folder an archive lies in


@dataclass
class Payload:
    """The folder ``data`` of a package that is being made; `shown` is what messages call the archive."""

    folder: Path
    shown: str
    digests: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def put(self, path: str, data: bytes) -> None:
        """Write a file; Refused when it cannot be written, is there already or would lie elsewhere."""
        pure = PurePosixPath(path)
        plain = path.isprintable() and not pure.is_absolute() and ".." not in pure.parts
        if not plain or len(path) > _LONGEST or path in self.digests:
            raise Refused([Diagnostic("archive-name-unfit", Place(f"{self.shown}/{path}"))])
        target = self.folder / pure
        with writing(f"{self.shown}/{path}"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        self.digests[path] = hashlib.sha256(data).hexdigest()
        self.size += len(data)

    def take_back(self, before: Mapping[str, str]) -> None:
        """Take away the files that were written since `before` was what there was, and their folders."""
        for path in self.digests.keys() - before.keys():
            file = self.folder / path
            self.size -= file.stat().st_size
            file.unlink()
            del self.digests[path]
            for folder in file.parents:
                if folder == self.folder or any(folder.iterdir()):
                    break
                folder.rmdir()
