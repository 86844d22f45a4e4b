"""Where the templates that come with the program are."""

from __future__ import annotations

from pathlib import Path


def shipped_templates() -> Path:
    """Return the folder of the shipped templates (mẫu trình bày): packed in the wheel, or beside the package.

    Raises `FileNotFoundError` when neither is there, which only a damaged installation explains.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_templates", package.parent / "templates"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(package / "_templates")
