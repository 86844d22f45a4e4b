"""Other people's validators, each behind one function: paths in, faults out.

No fault means that the validator ran on every file and had nothing to say. A validator that could not run
raises `CouldNotRun`; it never answers with an empty result. Asking about no file at all is an error too,
since a proof of nothing always holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a validator has against a file: its rule or clause, what it says, and where in the file."""

    file: Path
    rule: str
    message: str
    place: str = ""

    def __str__(self) -> str:
        """Return one line for the output of a failed test."""
        return " ".join(part for part in (f"{self.file.name}:", self.rule, self.message, self.place) if part)


class CouldNotRun(Exception):  # noqa: N818 - it says what happened
    """The validator gave no answer: not installed, crashed, or out of time."""


def existing_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths as absolute ones; raise `CouldNotRun` if there are none or one is not a file."""
    files = tuple(path.resolve() for path in paths)
    if not files:
        raise CouldNotRun("there is no file to validate")
    for file in files:
        if not file.is_file():
            raise CouldNotRun(f"{file} is not a file")
    return files
