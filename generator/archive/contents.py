"""What goes into an archive: the papers of an inspection, their files, what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.issuing.record import sealed

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.compose.order import Order
    from generator.document import Document

NUMBERED = "co-so"
"""Where a paper stands that has its number and day in the data and no line in the journal."""
LARGEST = 64 * 1024 * 1024


class Edition(StrEnum):
    """Whom an archive is for: the office itself, or everybody."""

    INTERNAL = "noi-bo"
    PUBLIC = "cong-khai"


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file of the archive: its path below the paper's folder, where it lies now, and its fingerprint.

    `shown` is the name of that place in messages.
    """

    name: str
    path: Path
    shown: str
    sha256: str

    def read(self) -> bytes:
        """Return its bytes; Refused when they are not those that were recorded."""
        data = read_bytes(self.path, self.shown, LARGEST)
        if sealed(data) != self.sha256:
            raise Refused([Diagnostic("archive-file-changed", Place(self.shown))])
        return data


@dataclass(frozen=True, slots=True)
class ArchivedPaper:
    """One paper as it stands: what it says, its files in Word, PDF and Excel, and the data kept with it.

    `order` is what it was composed of, that of an issued paper as of its issue. `state` is a step of the
    journal, a printing, or `NUMBERED`; `stale` tells that its files were made of something else than the
    data say now.
    """

    order: Order
    document: Document
    state: str
    issued: bool
    files: tuple[ArchivedFile, ...]
    data: tuple[ArchivedFile, ...] = ()
    stale: bool = False

    @property
    def id(self) -> str:
        """The id of the paper in its inspection."""
        return self.order.paper.id

    @property
    def number(self) -> str:
        """Số và ký hiệu, "" while it has none."""
        return self.order.paper.number or ""

    @property
    def day(self) -> date | None:
        """Ngày ban hành, None while it has none."""
        return self.order.paper.date

    @property
    def first_pdf(self) -> ArchivedFile | None:
        """The PDF of the paper itself, not of an annex in a file of its own."""
        pdfs = [file for file in self.files if file.name.endswith(".pdf")]
        return min(pdfs, key=lambda file: len(file.name), default=None)
