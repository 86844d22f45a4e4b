"""What one build makes, and how it goes about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OUTGOING = "outgoing"
FORMATS = ("docx", "pdf")
"""What is made when nothing is asked for; "xlsx", the tables of annexes, only when it is."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one paper may take: `seconds` of time, and `megabytes` of memory its process; 0 is no limit."""

    seconds: float = 120
    megabytes: int = 4096


@dataclass(frozen=True, slots=True)
class Options:
    """What one build makes.

    `edition` "archive" carries the data in the PDF and never leaves the house; "publication" has nothing
    private in it. A draft in Word that stays inside carries anchors (`generator.anchors`) unless it is to
    be `clean`. `jobs` is how many processes work at once; None leaves it to the build. `scheduler` is the
    address of a Dask cluster that works instead.
    """

    only: frozenset[str] = frozenset(FORMATS)
    stage: str | None = None
    edition: str = OUTGOING
    out: Path | None = None
    force: bool = False
    dry_run: bool = False
    strict: bool = False
    clean: bool = False
    jobs: int | None = None
    scheduler: str = ""
    limits: Limits = field(default_factory=Limits)

    @property
    def variant(self) -> str:
        """What of the options decides the bytes of the files and what is said of them, as a short name."""
        parts = (*sorted(self.only), self.stage or "", self.edition, str(self.strict), str(self.clean))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
