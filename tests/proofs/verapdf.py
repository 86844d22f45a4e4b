"""veraPDF, as the program itself asks it; a file that is missing is an error here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.archive import verapdf
from tests.proofs import CouldNotRun, Fault, existing_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Flavour(StrEnum):
    """The standards a file can be held to, under the names of veraPDF's profiles."""

    PDFA_2_A = "PDFA-2A"
    PDFA_3_A = "PDFA-3A"
    PDFUA_1 = "PDFUA-1"


def faults(paths: Iterable[Path], *flavours: Flavour) -> tuple[Fault, ...]:
    """Return what veraPDF has against the files under each of the flavours."""
    if not flavours:
        raise CouldNotRun("no flavour to hold the files to")
    files = existing_files(paths)
    try:
        found = verapdf.faults(files, *flavours)
    except verapdf.CouldNotRun as error:
        raise CouldNotRun(str(error)) from error
    return tuple(Fault(one.file, one.rule, one.message, f"({one.times} times)") for one in found)
