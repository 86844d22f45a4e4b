"""Differences as lines for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.alignment import Part, compared_words
from generator.differences.values import ChangeKind
from generator.reporters.field_names import field_label, figure_label
from generator.reporters.screen import Line, Look
from generator.reporters.text import diagnostic_lines, place_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.alignment import Piece as WordPiece
    from generator.differences.values import Change, Differences, PaperDifference, SentenceChange
    from generator.messages import Messages
    from generator.reporters.screen import Piece

_SHORT = 60  # texts longer than this are told by the words that differ
_CONTEXT = 5  # words around a difference
_LOOKS = {Part.OLD: Look.ERROR, Part.NEW: Look.GOOD}


def difference_lines(found: Differences, messages: Messages) -> Iterator[Line]:
    """Yield what differs: fields, figures that move, sentences of each paper, and a closing line."""
    yield ((messages.text("diff-title", old=found.old_file, new=found.new_file), Look.STRONG),)
    if not found.any:
        yield (messages.text("diff-none"),)
        return
    yield from _section("diff-fields", messages)
    for change in found.changes:
        yield from _change_lines(change, messages)
    if found.figures:
        yield from _section("diff-figures", messages)
        for moved in found.figures:
            sides = (
                f"{moved.old or messages.text('show-unknown')} → {moved.new or messages.text('show-unknown')}"
            )
            yield (f"  {figure_label(moved, messages)}: {sides}",)
    for paper in found.papers:
        yield from _paper_lines(paper, messages)
    yield ("",)
    yield (closing(found, messages),)


def closing(found: Differences, messages: Messages) -> str:
    """Return how much differs."""
    sentences = sum(len(paper.sentences) for paper in found.papers)
    return messages.text(
        "diff-closing", fields=len(found.changes), figures=len(found.figures), sentences=sentences
    )


def _section(name: str, messages: Messages, **arguments: str) -> Iterator[Line]:
    yield ("",)
    yield ((messages.text(name, **arguments), Look.STRONG),)


def _change_lines(change: Change, messages: Messages) -> Iterator[Line]:
    label = field_label(change.steps, messages)
    yield (f"  {label}: ", *_sides(change, messages))
    facts = (messages.text(f"nature-{change.nature}"), change.path, *_place(change, messages))
    reached = messages.text("diff-papers", papers=", ".join(change.papers)) if change.papers else ""
    yield ((f"      {' – '.join(text for text in (*facts, reached) if text)}", Look.FAINT),)


def _place(change: Change, messages: Messages) -> list[str]:
    side = change.new or change.old
    return [place_text(side.place, messages)] if side and side.place.file else []


def _sides(change: Change, messages: Messages) -> Iterator[Piece]:
    """Yield what it was and what it is: both values, the words that differ, or what happened to an item."""
    old, new = (side.printed if side else None for side in (change.old, change.new))
    if change.kind is not ChangeKind.CHANGED:
        yield messages.text(f"diff-{change.kind}", old=old or "", new=new or "")
    elif old and new and max(len(old), len(new)) > _SHORT:
        yield from in_context(compared_words(old, new))
    else:
        unknown = messages.text("show-unknown")
        by = f" ({change.by:+d})" if change.by else ""
        yield f"{old or unknown} → {new or unknown}{by}"


def in_context(pieces: Sequence[WordPiece]) -> Iterator[Piece]:
    """Yield the words that differ in ``[-old-]`` and ``{+new+}``, with a few words around them."""
    for index, piece in enumerate(pieces):
        if piece.part is Part.SAME:
            yield shortened(piece.text, first=index == 0, last=index == len(pieces) - 1)
        else:
            marked = f"[-{piece.text}-]" if piece.part is Part.OLD else f"{{+{piece.text}+}}"
            yield marked, _LOOKS[piece.part]


def shortened(text: str, *, first: bool, last: bool) -> str:
    """Return the words beside a difference, the rest as "…"; those of the `first` piece are before it."""
    words = text.split(" ")
    if len(words) <= 2 * _CONTEXT:
        return text
    head = [] if first else words[:_CONTEXT]
    tail = [] if last else words[-_CONTEXT:]
    return " ".join([*head, "…", *tail])


def _paper_lines(paper: PaperDifference, messages: Messages) -> Iterator[Line]:
    if paper.refused:
        yield from _section("diff-paper-refused", messages, paper=paper.id)
        yield from diagnostic_lines(paper.refused, messages)
    elif paper.sentences:
        yield from _section("diff-paper", messages, paper=paper.id)
        for sentence in paper.sentences:
            yield from _sentence_lines(sentence, messages)


def _sentence_lines(sentence: SentenceChange, messages: Messages) -> Iterator[Line]:
    nature = messages.text(f"nature-{sentence.nature}")
    yield (f"  {sentence.where}", (f" – {nature}", Look.FAINT))
    for name, text, look in (("old", sentence.old, Look.ERROR), ("new", sentence.new, Look.GOOD)):
        if text is not None:
            yield (f"    {messages.text(f'diff-printed-{name}')}: ", (text, look))
    if sentence.causes:
        yield ((f"    {messages.text('diff-causes', paths=', '.join(sentence.causes))}", Look.FAINT),)


def counted_natures(changes: Sequence[Change]) -> Counter[str]:
    """Return how many changes of each nature there are."""
    return Counter(change.nature.value for change in changes)
