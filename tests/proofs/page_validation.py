"""page-validation: a second opinion on PDF/A and PDF/UA, written by others in another language than veraPDF.

It is stricter in one point: it wants the XMP stream uncompressed, which A-2 and A-3 do not ask for.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import page

from tests.proofs import CouldNotRun, Fault, existing_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Profile(StrEnum):
    """The standards a file can be held to."""

    PDFA_2_A = "2a"
    PDFA_3_A = "3a"
    PDFUA_1 = "ua1"


def faults(paths: Iterable[Path], *profiles: Profile) -> tuple[Fault, ...]:
    """Return what page-validation has against the files under each of the profiles."""
    if not profiles:
        raise CouldNotRun("no profile to hold the files to")
    files = existing_files(paths)
    return tuple(fault for file in files for profile in profiles for fault in _faults(file, profile))


def _faults(file: Path, profile: Profile) -> Iterator[Fault]:
    try:
        report = page.validate_pdf(file, profile=str(profile))
    except page.ParseError as error:
        yield Fault(file, f"{profile} unreadable", str(error))
        return
    except page.PageError as error:
        raise CouldNotRun(f"page-validation on {file} as {profile}: {error}") from error
    if not report.rules.total or report.is_compliant != (not report.failures):
        raise CouldNotRun(f"page-validation gave no clear answer on {file} as {profile}")
    for failure in report.failures:
        number = failure.object_id.object_number if failure.object_id else ""
        yield Fault(file, f"{profile} {failure.rule_id}", failure.message, f"object {number}".strip())
