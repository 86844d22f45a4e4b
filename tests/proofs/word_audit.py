"""openxml-audit: whether a .docx keeps ECMA-376 as Microsoft 365 reads it, and opens without repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openxml_audit import FileFormat, OpenXmlValidator

from tests.proofs import CouldNotRun, Fault, existing_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def faults(paths: Iterable[Path]) -> tuple[Fault, ...]:
    """Return what openxml-audit has against the .docx files, warnings included."""
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    return tuple(fault for file in existing_files(paths) for fault in _faults(validator, file))


def _faults(validator: OpenXmlValidator, file: Path) -> Iterator[Fault]:
    result = validator.validate(file)
    if not result.is_valid and not result.errors:
        raise CouldNotRun(f"openxml-audit refuses {file} and does not say why")
    for error in result.errors:
        rule = f"{error.severity.value} {error.error_type.value} {error.id}".strip()
        yield Fault(file, rule, error.description, f"{error.part_uri} {error.path}".strip())
