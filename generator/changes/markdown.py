"""Changed papers as Markdown: for the summary of a pull request, which a service shows as a page.

What papers say is data: every mark in it that Markdown or HTML would act on is escaped.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.alignment import Part, compared_words
from generator.changes.words import counts, page_title, paper_title
from generator.messages import visible
from generator.reporters.differences_text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.alignment import Piece
    from generator.changes.values import ChangedPaper, Changes, PageChange
    from generator.differences.sentence_changes import Reworded
    from generator.manifest import PaperEntry
    from generator.messages import Messages

MOST_BYTES = 900_000
"""GitHub takes 1 MiB as the summary of a step, GitLab 1 MB as a comment."""
PICTURES = "pictures"
# Any ASCII mark may be escaped so (CommonMark 0.31, 2.4); those of the second begin a block.
_MARK = re.compile(r"([\\`*_\[\]#!|~$^])")
_BEGINNING = re.compile(r"^(\d*)([-+=.)])")
_TAGS = {Part.OLD: "del", Part.NEW: "ins"}
_WORD_JOINER = "\u2060"  # after it no service takes a name for that of an account to be told


def change_markdown(found: Changes, messages: Messages, *, pictures: bool) -> str:
    """Return the summary, of `MOST_BYTES` at most; with `pictures` they stand in the folder beside it."""
    head = [f"# {messages.text('changes-title')}", escaped(counts(found, messages))]
    blocks, left, room = [*head], 0, MOST_BYTES - 1000
    for block in _papers(found, messages, pictures=pictures):
        room -= len(block.encode())
        if room > 0:
            blocks.append(block)
        else:
            left += 1
    if left:
        blocks.append(messages.text("changes-more-papers", count=left))
    if pictures and found.more_pictures:
        blocks.append(messages.text("changes-more-pictures", count=found.more_pictures))
    if found.any:
        blocks.append(f"*{messages.text('changes-internal')}*")
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    plain = html.escape(visible(" ".join(text.split())), quote=False)
    marked = _BEGINNING.sub(r"\1\\\2", _MARK.sub(r"\\\1", plain))
    return marked.replace("@", f"@{_WORD_JOINER}")


def _papers(found: Changes, messages: Messages, *, pictures: bool) -> Iterator[str]:
    """Yield a block for each paper: the changed ones first, for they are what is looked at."""
    for changed in found.changed:
        yield _changed(changed, messages, pictures=pictures)
    for name, papers in (("added", found.added), ("removed", found.removed)):
        for paper in papers:
            yield _heading(messages.text(f"changes-is-{name}"), paper)


def _heading(what: str, paper: PaperEntry) -> str:
    return f"### {escaped(what)}: {escaped(paper_title(paper))}"


def _changed(changed: ChangedPaper, messages: Messages, *, pictures: bool) -> str:
    blocks = [
        _heading(messages.text("changes-is-changed"), changed.paper),
        escaped(messages.text(f"changes-extent-{changed.extent}")),
    ]
    said = [_sentence(sentence) for sentence in changed.sentences]
    if changed.more_sentences:
        said.append(f"- {escaped(messages.text('changes-more-sentences', count=changed.more_sentences))}")
    blocks += ["\n".join(said)] if said else []
    blocks += [escaped("; ".join(page_title(page, messages) for page in changed.pages))]
    if pictures:
        pictured = (page for page in changed.pages if page.old_picture or page.new_picture)
        blocks += [_pictures(page, messages) for page in pictured]
    return "\n\n".join(block for block in blocks if block)


def _sentence(sentence: Reworded) -> str:
    pieces = compared_words(sentence.old or "", sentence.new or "")
    where = f"**{escaped(sentence.where)}**: " if sentence.where else ""
    last = len(pieces) - 1
    shown = (_piece(piece, first=not index, last=index == last) for index, piece in enumerate(pieces))
    return f"- {where}{''.join(shown)}"


def _piece(piece: Piece, *, first: bool, last: bool) -> str:
    tag = _TAGS.get(piece.part)
    text = piece.text if tag else shortened(piece.text, first=first, last=last)
    # Blanks at the ends of a piece hold the words apart.
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    inside = f"{before}{escaped(text)}{after}"
    return f"<{tag}>{inside}</{tag}>" if tag else inside


def _pictures(page: PageChange, messages: Messages) -> str:
    """Return both pictures side by side; one alone where there is no other."""
    title = escaped(page_title(page, messages))
    sides = [
        (messages.text(f"changes-{side}"), name)
        for side, name in (("before", page.old_picture), ("after", page.new_picture))
        if name
    ]
    head = " | ".join(escaped(side) for side, _ in sides)
    row = " | ".join(f"![{title}, {escaped(side)}]({PICTURES}/{name})" for side, name in sides)
    return f"| {head} |\n|{'---|' * len(sides)}\n| {row} |"
