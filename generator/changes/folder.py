"""The folder with the summary of changed papers: Markdown, a page, JSON, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.changes.as_json import changes_value
from generator.changes.markdown import PICTURES, change_markdown
from generator.changes.page import change_page
from generator.diagnostics import Diagnostic, Place, Refused
from generator.files import NewFile, write_together, writing
from generator.reporters.as_json import dumped

if TYPE_CHECKING:
    from pathlib import Path

    from generator.changes.values import Changes
    from generator.messages import Messages

_JSON = "changes.json"
_PICTURE = re.compile(r"\d{3,}-(?:before|after)\.png")


def write_changes(folder: Path, shown: str, found: Changes, messages: Messages) -> None:
    """Write the folder; Refused when something stands there that an earlier summary did not make."""
    _refuse_others(folder, shown)
    texts = {
        "summary.md": change_markdown(found, messages, pictures=True),
        "index.html": change_page(found, messages),
        _JSON: f"{dumped(changes_value(found, messages, pictures=True))}\n",
    }
    made = {name: text.encode() for name, text in texts.items()}
    made |= {f"{PICTURES}/{name}": data for name, data in found.pictures.items()}
    with writing(shown):
        _remove_earlier(folder)
        for name in made:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write_together([NewFile(folder / name, data, f"{shown}/{name}") for name, data in made.items()], None)


def _refuse_others(folder: Path, shown: str) -> None:
    with writing(shown):
        strange = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
        if strange and not (folder / _JSON).is_file():
            raise Refused([Diagnostic("changes-not-ours", Place(shown))])


def _remove_earlier(folder: Path) -> None:
    """Take away the pictures of an earlier summary, and nothing else."""
    for path in (folder / PICTURES).glob("*.png"):
        if _PICTURE.fullmatch(path.name):
            path.unlink()
