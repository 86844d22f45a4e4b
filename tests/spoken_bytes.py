"""Every byte of what a build writes, as anyone could read it: parts, streams, metadata, names, records."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_TAG = re.compile(rb"<[^<>]+>")


@lru_cache(maxsize=4)
def readings(folder: Path) -> tuple[tuple[str, bytes, bytes], ...]:
    """Return (where, bytes, their text without spaces) of everything below a folder; read once."""
    return tuple((where, data, _packed(data)) for where, data in _readings(folder))


def _readings(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (where, bytes) of everything below a folder, compressed or not, and of every name in it."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield f"name {name}", name.encode()
        if path.is_file():
            yield from _of(name, path.read_bytes())


def _of(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                yield from _of(f"{name}!{part}", package.read(part))
                yield f"{name}!{part}, text", _TAG.sub(b"", package.read(part))
    if data.startswith(b"%PDF"):
        for number, match in enumerate(_STREAM.finditer(data)):
            try:
                yield f"{name}, stream {number}", zlib.decompressobj().decompress(match[1])
            except zlib.error:
                yield f"{name}, stream {number}", match[1]
        for program in (["pdftotext", "-raw"], ["pdftotext", "-layout"], ["pdfinfo"], ["pdfinfo", "-meta"]):
            arguments = [*program, "-", "-"] if program[0] == "pdftotext" else [*program, "-"]
            done = subprocess.run(arguments, input=data, capture_output=True, check=True)
            yield f"{name}, {' '.join(program)}", done.stdout


def found(folder: Path, text: str) -> list[str]:
    """Return where a text can be read, in any encoding, case and spacing that a file may give it."""
    wanted = {text, unicodedata.normalize("NFD", text)}
    codes = {code for form in wanted for code in _codes(form)}
    packed = re.sub(r"\s+", "", text.casefold()).encode()
    return [
        where
        for where, data, without_spaces in readings(folder)
        if packed in without_spaces or any(code in data for code in codes)
    ]


def _codes(form: str) -> Iterator[bytes]:
    yield form.encode()
    for codec in ("utf-16-be", "utf-16-le"):
        yield form.encode(codec)
        yield form.encode(codec).hex().encode()
        yield form.encode(codec).hex().upper().encode()
    yield form.encode("ascii", "xmlcharrefreplace")
    yield form.encode("ascii", "backslashreplace")


def _packed(data: bytes) -> bytes:
    said = unicodedata.normalize("NFC", data.decode("utf-8", "replace")).casefold()
    return re.sub(r"[\s\u00a0\u2060\u00ad]+", "", said).encode()
