"""Whether each PDF of an archive keeps what it claims of PDF/A and PDF/UA, by veraPDF where that is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.archive.verapdf import CouldNotRun, faults, is_installed
from generator.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PART = re.compile(rb"pdfaid:part(?:=\"|>)([1-4])")
_LEVEL = re.compile(rb"pdfaid:conformance(?:=\"|>)([ABUEFabuef])")
_ACCESSIBLE = re.compile(rb"pdfuaid:part(?:=\"|>)1")
_SIGNED = b"/ByteRange"


@dataclass
class PdfClaims:
    """Looks at the PDFs of an archive one by one and counts what could not be looked at."""

    checked: int = 0
    unchecked: int = 0
    signed: int = 0
    _installed: bool = field(default_factory=is_installed)

    def look_at(self, path: Path, shown: str, data: bytes) -> Iterator[Diagnostic]:
        """Yield what is wrong with a PDF."""
        self.signed += _SIGNED in data
        flavours = list(claimed(data))
        if not flavours:
            yield Diagnostic("archive-pdf-unclaimed", Place(shown), Severity.WARNING)
        if not flavours or not self._installed:
            self.unchecked += 1
            return
        try:
            found = faults([path], *flavours)
        except CouldNotRun as error:
            self.unchecked += 1
            arguments = {"detail": str(error)[:200]}
            yield Diagnostic("archive-pdf-not-validated", Place(shown), Severity.NOT_CHECKED, arguments)
            return
        self.checked += 1
        for fault in found:
            detail = f"{fault.rule}: {fault.message}"
            yield Diagnostic("archive-pdf-untrue", Place(shown), arguments={"detail": detail[:300]})

    def rest(self, shown: str) -> Iterator[Diagnostic]:
        """Yield what was not looked at."""
        if self.unchecked and not self._installed:
            arguments = {"count": self.unchecked}
            yield Diagnostic("archive-no-verapdf", Place(shown), Severity.NOT_CHECKED, arguments)
        if self.signed:
            arguments = {"count": self.signed}
            yield Diagnostic("archive-signatures", Place(shown), Severity.NOT_CHECKED, arguments)


def claimed(data: bytes) -> Iterator[str]:
    """Yield the profiles of veraPDF that a PDF says it keeps, read from its XMP, which PDF/A leaves plain."""
    part, level = _PART.search(data), _LEVEL.search(data)
    if part:
        yield f"PDFA-{part[1].decode()}{level[1].decode().upper() if level else ''}"
    if _ACCESSIBLE.search(data):
        yield "PDFUA-1"
