"""Where the traceback of a bug goes: a numbered file, never the screen."""

from __future__ import annotations

import contextlib
import platform
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.diagnostics import Refused
from generator.project import lies_inside, project_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STATE_FOLDER = ".ketluan"
_MOST_LOGS = 1000


def write_log(start: Path, arguments: Sequence[str], tracebacks: Sequence[str]) -> Path | None:
    """Write a log below the project of `start`, else into the temporary folder; None if neither takes it."""
    text = "\n\n".join(["\n".join(_circumstances(arguments)), *tracebacks])
    written = (_written(folder, text) for folder in _folders(start))
    return next((path for path in written if path is not None), None)


def _circumstances(arguments: Sequence[str]) -> Iterator[str]:
    yield f"ketluan {generator.__version__}"
    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield f"ketluan {' '.join(arguments)}"


def _folders(start: Path) -> Iterator[Path]:
    # The settings are not read for it: they may be what the bug is about.
    with contextlib.suppress(Refused):
        root = project_folder(start)
        if lies_inside(root / STATE_FOLDER, root):
            yield root / STATE_FOLDER
    yield Path(tempfile.gettempdir())


def _written(folder: Path, text: str) -> Path | None:
    """Write under the first free number; None when the folder does not take it."""
    try:
        folder.mkdir(exist_ok=True)
        for number in range(1, _MOST_LOGS):
            path = folder / f"loi-{number}.log"
            if not path.exists() and not path.is_symlink():
                with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(text)
                return path
    except OSError:
        pass
    return None
