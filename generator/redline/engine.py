"""The engine that compares two Word files: Docxodus, a program inside the wheel of the extra ``redline``.

It is an executable of its own, unpacked once beside the interpreter (a folder of this environment only), or
for one run where that cannot be written to. Nothing else is run, nothing is fetched.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_PACKAGE, _DISTRIBUTION = "python_redlines_docxodus", "python-redlines-docxodus"
_MOST_SECONDS = 180
_MACHINES = {"x86_64": "x64", "amd64": "x64", "arm64": "arm64", "aarch64": "arm64"}
_SYSTEMS = {"linux": "linux", "windows": "win", "darwin": "osx"}


def compare(old: bytes, new: bytes, author: str, moment: str) -> bytes:
    """Return the Word file with changes from `old` to `new`, by `author` at `moment` (ISO 8601).

    Raises `Refused`: ``redline-not-installed`` without the extra, ``redline-not-for-machine``, and
    ``redline-failed`` when the engine gives up or takes too long.
    """
    with _engine() as program, tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old.docx", "new.docx", "out.docx")]
        paths[0].write_bytes(old)
        paths[1].write_bytes(new)
        _run(
            [program, *map(str, paths), f"--author={author}", f"--date-time={moment}", "--no-conflate-spaces"]
        )
        try:
            return paths[2].read_bytes()
        except OSError as error:
            raise _failed(str(error.strerror)) from error


def _run(command: list[str]) -> None:
    # Without the invariant setting .NET looks for a library of language data that many machines lack.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, timeout=_MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(f"> {_MOST_SECONDS} s") from error
    except OSError as error:
        raise _failed(error.strerror or "") from error
    if done.returncode:
        lines = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise _failed(lines[-1] if lines else str(done.returncode))


def _failed(detail: str) -> Refused:
    return Refused([Diagnostic("redline-failed", arguments={"detail": detail})])


# --- where it is -------------------------------------------------------------------------------------


@contextmanager
def _engine() -> Iterator[str]:
    """Give the path of the program, unpacked whole or not at all."""
    archive, name = _archive(), "redline.exe" if os.name == "nt" else "redline"
    shelf = Path(sys.prefix) / "share" / "ketluan"
    if sys.prefix == sys.base_prefix or not os.access(sys.prefix, os.W_OK):
        with tempfile.TemporaryDirectory() as folder:
            _unpack(archive, Path(folder))
            yield str(Path(folder) / name)
        return
    home = shelf / f"docxodus-{version(_DISTRIBUTION)}"
    if not home.is_dir():
        shelf.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=shelf) as folder:
            made = Path(folder) / home.name
            _unpack(archive, made)
            _take_place(made, home)
    yield str(home / name)


def _take_place(made: Path, home: Path) -> None:
    try:
        made.rename(home)
    except OSError:
        if not home.is_dir():  # else another run was faster
            raise


def _archive() -> Traversable:
    """Return the program's archive for this machine; Refused when there is none."""
    system = _SYSTEMS.get(platform.system().lower(), "?")
    machine = f"{system}-{_MACHINES.get(platform.machine().lower(), '?')}"
    if importlib.util.find_spec(_PACKAGE) is None:
        raise Refused([Diagnostic("redline-not-installed")])
    found = files(_PACKAGE) / "_binaries" / f"{machine}.{'zip' if system == 'win' else 'tar.gz'}"
    if not found.is_file():
        raise Refused([Diagnostic("redline-not-for-machine", arguments={"machine": machine})])
    return found


def _unpack(archive: Traversable, folder: Path) -> None:
    with as_file(archive) as path:
        # The oldest Python 3.11 has no filters, and zips take none; the hash of the archive is locked.
        filtered = path.suffix != ".zip" and hasattr(tarfile, "data_filter")
        careful: dict[str, Any] = {"filter": "data"} if filtered else {}
        shutil.unpack_archive(str(path), str(folder), **careful)
    for program in folder.glob("redline*"):
        program.chmod(0o755)
