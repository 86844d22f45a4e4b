"""What the text, the Markdown and the page of changed papers have in common: titles, counts, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.changes.values import Changes, PageChange
    from generator.manifest import PaperEntry
    from generator.messages import Messages

_USUAL_EDITION = "outgoing"


def paper_title(paper: PaperEntry) -> str:
    """Return how a paper is called: its inspection and name, its kind, printing and edition."""
    edition = () if paper.edition == _USUAL_EDITION else (paper.edition,)
    return f"{paper.inspection} / {paper.paper} ({', '.join((paper.kind, paper.stage, *edition))})"


def counts(found: Changes, messages: Messages) -> str:
    """Return in one sentence how many papers differ."""
    if not found.any:
        return messages.text("changes-none", unchanged=found.unchanged)
    return messages.text(
        "changes-counts",
        changed=len(found.changed),
        added=len(found.added),
        removed=len(found.removed),
        unchanged=found.unchanged,
    )


def page_title(page: PageChange, messages: Messages) -> str:
    """Return which page of which file a picture shows."""
    if page.old and page.new:
        name = "same" if page.old == page.new else "moved"
    else:
        name = "added" if page.new else "removed"
    return messages.text(
        f"changes-page-{name}",
        file=page.file.rpartition("/")[2],
        old=page.old or 0,
        new=page.new or 0,
    )
