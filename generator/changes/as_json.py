"""Changed papers as values for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.changes.markdown import PICTURES
from generator.reporters.as_json import diagnostic_values

if TYPE_CHECKING:
    from generator.changes.values import ChangedPaper, Changes, PageChange
    from generator.manifest import PaperEntry
    from generator.messages import Messages

_NAMED = ("inspection", "paper", "kind", "source", "stage", "edition")


def changes_value(found: Changes, messages: Messages, *, pictures: bool) -> dict[str, Any]:
    """Return what differs; with `pictures` the paths of those beside it."""
    return {
        "changed": [_changed(one, pictures=pictures) for one in found.changed],
        "added": [_paper(paper) for paper in found.added],
        "removed": [_paper(paper) for paper in found.removed],
        "unchanged": found.unchanged,
        "pictures": len(found.pictures),
        "more_pictures": found.more_pictures,
        "diagnostics": diagnostic_values(found.told, messages),
    }


def _paper(paper: PaperEntry) -> dict[str, Any]:
    named = {name: getattr(paper, name) for name in _NAMED}
    return named | {"files": [file.path for file in paper.files]}


def _changed(changed: ChangedPaper, *, pictures: bool) -> dict[str, Any]:
    sentences = [{"where": one.where, "old": one.old, "new": one.new} for one in changed.sentences]
    return _paper(changed.paper) | {
        "extent": changed.extent.value,
        "sentences": sentences,
        "more_sentences": changed.more_sentences,
        "pages": [_page(page, pictures=pictures) for page in changed.pages],
    }


def _page(page: PageChange, *, pictures: bool) -> dict[str, Any]:
    value: dict[str, Any] = {"file": page.file, "old": page.old, "new": page.new}
    if pictures:
        for side, name in (("before", page.old_picture), ("after", page.new_picture)):
            value[side] = f"{PICTURES}/{name}" if name else None
    return value
