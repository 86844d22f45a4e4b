"""Changed papers as lines for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.alignment import compared_words
from generator.changes.words import counts, page_title, paper_title
from generator.reporters.differences_text import in_context
from generator.reporters.screen import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes.values import ChangedPaper, Changes
    from generator.messages import Messages
    from generator.reporters.screen import Line


def change_lines(found: Changes, messages: Messages) -> Iterator[Line]:
    """Yield what differs, paper by paper, and a closing line."""
    for name, papers in (("added", found.added), ("removed", found.removed)):
        for paper in papers:
            yield (f"{messages.text(f'changes-is-{name}')}: ", (paper_title(paper), Look.STRONG))
    for changed in found.changed:
        yield from _changed(changed, messages)
    if found.pictures and found.more_pictures:
        yield (messages.text("changes-more-pictures", count=found.more_pictures),)
    yield (counts(found, messages),)


def _changed(changed: ChangedPaper, messages: Messages) -> Iterator[Line]:
    extent = messages.text(f"changes-extent-{changed.extent}")
    yield (
        f"{messages.text('changes-is-changed')}: ",
        (paper_title(changed.paper), Look.STRONG),
        f": {extent}",
    )
    for sentence in changed.sentences:
        where = f"{sentence.where}: " if sentence.where else ""
        yield (f"  {where}", *in_context(compared_words(sentence.old or "", sentence.new or "")))
    if changed.more_sentences:
        yield (f"  {messages.text('changes-more-sentences', count=changed.more_sentences)}",)
    for page in changed.pages:
        yield (f"  {page_title(page, messages)}",)
