"""Proof that an archive is whole: every file as it was packed, none missing, none added, no dead link.

What is not looked at is said as well: "not checked" is never "passed".
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.bag import DATA, DECLARATION, INFO, MANIFEST, SEAL, is_ours, read_lines
from generator.archive.links import Links
from generator.archive.pdf_claims import PdfClaims
from generator.diagnostics import Diagnostic, Place, Refused, Severity
from generator.file_reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LARGEST = 64 * 1024 * 1024
_READ = (".html", ".css", ".js")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: how many files, pages and PDFs were looked at, the seal, and what is wrong."""

    files: int
    pages: int
    pdfs: int
    seal: str
    told: tuple[Diagnostic, ...]


def verify_archive(folder: Path, shown: str) -> Verified:
    """Return what is wrong with an archive, and what was not checked; Refused when it is none of ours."""
    if not is_ours(folder):
        raise Refused([Diagnostic("archive-not-one", Place(shown))])
    try:
        listed = {**read_lines(folder, MANIFEST, shown), **read_lines(folder, SEAL, shown)}
    except Refused as refused:
        return Verified(0, 0, 0, "", refused.diagnostics)
    return _Verifying(folder, shown, listed).run()


class _Verifying:
    def __init__(self, folder: Path, shown: str, listed: dict[str, str]) -> None:
        self._folder, self._shown, self._listed = folder, shown, listed
        self._links = Links(listed, shown)
        self._pdfs = PdfClaims()

    def run(self) -> Verified:
        seal = hashlib.sha256((self._folder / SEAL).read_bytes()).hexdigest()
        told = [
            *self._unlisted(),
            *(item for path in sorted(self._listed) for item in self._file(path)),
            *self._links.rest(),
            *self._pdfs.rest(self._shown),
            # Whoever changes all of it can write the manifests anew: only a seal kept elsewhere tells.
            Diagnostic("archive-seal-unknown", Place(self._shown), Severity.NOT_CHECKED, {"seal": seal}),
        ]
        return Verified(len(self._listed), self._links.pages, self._pdfs.checked, seal, tuple(told))

    def _unlisted(self) -> Iterator[Diagnostic]:
        """Yield files that no manifest lists, and parts of the package that none lists."""
        there: list[str] = []
        for folder, folders, files in os.walk(self._folder):
            links = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118 - of os.walk
            below = os.path.relpath(folder, self._folder).replace(os.sep, "/")
            there += [name if below == "." else f"{below}/{name}" for name in (*files, *links)]
        for path in sorted(set(there) - self._listed.keys() - {SEAL}):
            yield Diagnostic("archive-file-added", Place(f"{self._shown}/{path}"))
        for path in (DECLARATION, INFO, MANIFEST):
            if path not in self._listed:
                yield Diagnostic("archive-file-unsealed", Place(f"{self._shown}/{path}"))

    def _file(self, path: str) -> Iterator[Diagnostic]:
        file, shown = self._folder / path, f"{self._shown}/{path}"
        try:
            status = file.lstat()
        except OSError:
            yield Diagnostic("archive-file-missing", Place(shown))
            return
        if not stat.S_ISREG(status.st_mode):
            yield Diagnostic("archive-file-missing", Place(shown))
            return
        try:
            data = read_bytes(file, shown, _LARGEST)
        except Refused as refused:
            yield from refused.diagnostics
            return
        if hashlib.sha256(data).hexdigest() != self._listed[path]:
            yield Diagnostic("archive-file-differs", Place(shown))
            return
        if path.endswith(_READ):
            yield from self._links.look_at(path, data)
        elif path.endswith(".pdf") and path.startswith(f"{DATA}/"):
            yield from self._pdfs.look_at(file, shown, data)
