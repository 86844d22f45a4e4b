"""The package: BagIt 1.0 (RFC 8493), a folder ``data`` and plain text files with the sha256 of everything.

Written and read here: the format is lines of a fingerprint and a path, and the libraries for it either move
folders about under the working directory or take hours over a hundred thousand files. The tests have a
library of others prove what is written. There is no day of packing in it: same content, same bytes.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator import __version__
from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.files import writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.archive.payload import Payload

DATA = "data"
DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, SEAL = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_AGENT = "Bag-Software-Agent"
_LARGEST = 512 * 1024 * 1024
_LINE = re.compile(r"([0-9a-f]{64}) [ *]?(\S.*)")


def write_bag(
    folder: Path, payload: Payload, info: Iterable[tuple[str, str]], more: Mapping[str, str]
) -> str:
    """Write the files of the package around its payload; return its seal, the sha256 of the last of them.

    `info` are the labels and values of ``bag-info.txt``; `more` are other files beside the payload.
    """
    oxum = ("Payload-Oxum", f"{payload.size}.{len(payload.digests)}")
    labels = [*info, oxum, (_AGENT, f"ketluan {__version__}")]
    tags = {
        DECLARATION: _DECLARED,
        INFO: "".join(f"{label}: {_one_line(value)}\n" for label, value in labels),
        MANIFEST: _lines({f"{DATA}/{path}": digest for path, digest in payload.digests.items()}),
        **more,
    }
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in tags.items()}
    tags[SEAL] = _lines(digests)
    with writing(payload.shown):
        for name, text in tags.items():
            (folder / name).write_bytes(text.encode())
    return hashlib.sha256(tags[SEAL].encode()).hexdigest()


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _lines(digests: Mapping[str, str]) -> str:
    return "".join(f"{digests[path]}  {_encoded(path)}\n" for path in sorted(digests))


def _encoded(path: str) -> str:
    """Return a path as a manifest has it: only what would end its line is written as a code."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def is_ours(folder: Path) -> bool:
    """Return whether a folder is a package that this program made."""
    try:
        info = read_bytes(folder / INFO, INFO, 1024 * 1024).decode()
    except (Refused, ValueError):
        return False
    return any(line.startswith(f"{_AGENT}: ketluan ") for line in info.splitlines())


def read_lines(folder: Path, name: str, shown: str) -> dict[str, str]:
    """Return path → sha256 of a manifest; Refused where a line cannot have been written by us."""
    text = read_bytes(folder / name, f"{shown}/{name}", _LARGEST).decode("utf-8", "replace")
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        path = unquote(match[2]) if match else ""
        if not match or path in found or path.startswith("/") or ".." in path.split("/"):
            raise Refused([Diagnostic("archive-manifest-broken", Place(f"{shown}/{name}", number))])
        found[path] = match[1]
    return found


def read_info(folder: Path) -> dict[str, str]:
    """Return the labels of ``bag-info.txt`` with their values; Refused when it cannot be read."""
    lines = read_bytes(folder / INFO, INFO, 1024 * 1024).decode("utf-8", "replace").splitlines()
    return {label: value.strip() for label, colon, value in (line.partition(":") for line in lines) if colon}
