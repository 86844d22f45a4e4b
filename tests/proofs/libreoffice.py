"""LibreOffice: how a .docx comes out on pages, in a program that is not Word and not ours."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.proofs import CouldNotRun, existing_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The first says that the input is Word's own format, lest a damaged file be taken for plain text.
_FILTERS = ("--infilter=MS Word 2007 XML", "--convert-to", "pdf:writer_pdf_Export")
_AT_ONCE = 100
"""How many files one run gets: after some 250 LibreOffice 7.4 ends without a word and leaves the rest out."""


def to_pdf(paths: Iterable[Path], folder: Path, *, seconds: float = 300) -> tuple[Path, ...]:
    """Lay out the .docx files in LibreOffice; return their PDF files in `folder`, in that order.

    Raises `CouldNotRun` when a run takes longer than `seconds`, fails, or leaves one of its files out.
    """
    files = existing_files(paths)
    made = tuple(folder / f"{file.stem}.pdf" for file in files)
    if len(set(made)) < len(made) or any(file.exists() for file in made):
        raise CouldNotRun(f"two files would become the same PDF in {folder}")
    with tempfile.TemporaryDirectory() as profile:
        for start in range(0, len(files), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            output = run([*_FILTERS, "--outdir", str(folder), *map(str, files[part])], Path(profile), seconds)
            absent = [file.name for file in made[part] if not file.is_file() or not file.stat().st_size]
            if absent:
                raise CouldNotRun(f"LibreOffice made no {', '.join(absent)}: {output.strip()}")
    return made


def run(arguments: Sequence[str], profile: Path, seconds: float) -> str:
    """Run LibreOffice on a profile of its own, so that two runs do not meet; return what it printed."""
    program = shutil.which("soffice")
    if program is None:
        raise CouldNotRun("LibreOffice is not installed")
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *arguments]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "HOME": str(profile), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except BaseException as error:
        # soffice is a script: what it started has to end with it.
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if isinstance(error, subprocess.TimeoutExpired):
            raise CouldNotRun(f"LibreOffice took longer than {seconds:g} seconds") from error
        raise
    if process.returncode:
        raise CouldNotRun(f"LibreOffice ended with {process.returncode}: {output.strip()}")
    return output
