"""poppler: what a reader of a PDF sees, page by page, and which fonts it is drawn with."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tests.proofs import CouldNotRun, existing_files

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a PDF: its name without a subset's mark, and whether it is embedded and maps to Unicode."""

    name: str
    embedded: bool
    unicode: bool


def page_count(path: Path) -> int:
    """Return the number of pages."""
    for line in _run("pdfinfo", path).splitlines():
        name, _, value = line.partition(":")
        if name == "Pages":
            return int(value)
    raise CouldNotRun(f"pdfinfo does not tell the pages of {path}")


def page_texts(path: Path, mode: Literal["layout", "raw"] = "layout") -> tuple[str, ...]:
    """Return the text of each page: as it lies on the page (layout), or in the order it was drawn (raw)."""
    # Each page ends with a form feed.
    pages = _run("pdftotext", f"-{mode}", "-enc", "UTF-8", path, "-").split("\f")[:-1]
    if len(pages) != page_count(path):
        raise CouldNotRun(f"pdftotext gave {len(pages)} pages of {path}")
    return tuple(pages)


def fonts(path: Path) -> tuple[Font, ...]:
    """Return the fonts that the PDF is drawn with, in the order of their names."""
    head, rule, *rows = _run("pdffonts", path).splitlines()
    columns = _columns(head, rule)
    found = {
        Font(
            name=row[columns["name"]].strip().rpartition("+")[2],
            embedded=row[columns["emb"]].strip() == "yes",
            unicode=row[columns["uni"]].strip() == "yes",
        )
        for row in rows
    }
    return tuple(sorted(found, key=lambda font: (font.name, font.embedded, font.unicode)))


def _columns(head: str, rule: str) -> dict[str, slice]:
    """Return where each column of pdffonts' table lies, told by the dashes under its head."""
    columns, start = {}, 0
    for dashes in rule.split(" "):
        place = slice(start, start + len(dashes))
        columns[head[place].strip()] = place
        start = place.stop + 1
    return columns


def _run(program: str, *arguments: str | Path) -> str:
    (path,) = existing_files(each for each in arguments if not isinstance(each, str))
    command = [program, *(each if isinstance(each, str) else str(path) for each in arguments)]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    except FileNotFoundError as error:
        raise CouldNotRun(f"{program} of poppler is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise CouldNotRun(f"{program} took too long on {path}") from error
    except subprocess.CalledProcessError as error:
        raise CouldNotRun(f"{program} on {path}: {error.stderr.decode(errors='replace').strip()}") from error
    return done.stdout.decode()
