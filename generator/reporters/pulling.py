"""What an edited Word file says differently, as lines for people and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.reporters.screen import Line, Look
from generator.reporters.text import place_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.messages import Messages
    from generator.pulling.comments import KeptComment
    from generator.pulling.results import Home, Left, Pulled

_MOST_SHOWN = 300  # characters of one paragraph
_MOST_EFFECTS = 5


def pulled_lines(found: Pulled, messages: Messages) -> Iterator[Line]:
    """Yield everything: what goes into the YAML, what does not and where it belongs, what was remarked."""
    if not (found.home or found.left or found.comments):
        yield (messages.text("pull-nothing", paper=found.paper),)
        return
    if found.home:
        title = messages.text("pull-home", count=len(found.home), file=found.yaml.file)
        yield ((title, Look.STRONG),)
        for home in found.home:
            yield from _home(home, messages)
    if found.left:
        yield ((messages.text("pull-left", count=len(found.left)), Look.WARNING),)
        for left in found.left:
            yield from _left(left, messages)
    if found.comments:
        yield ((messages.text("pull-comments", count=len(found.comments)), Look.STRONG),)
        for comment in found.comments:
            said = messages.text("pull-said", author=comment.author or "?", text=_short(comment.text))
            yield (f"  {said}",)
            yield (f"      {messages.text('pull-beside', text=_short(comment.beside))}",)


def _home(home: Home, messages: Messages) -> Iterator[Line]:
    what = messages.text(f"pull-{home.kind.value}")
    place = place_text(home.place, messages)
    yield "  ", (place, Look.STRONG), f" {what}", (f" {home.path}", Look.FAINT), _by(home.authors, messages)
    yield from _before_after(home.before, home.after)
    shown = home.effects[:_MOST_EFFECTS]
    if home.effects:
        yield (f"      {messages.text('pull-effects', count=len(home.effects))}",)
    for before, after in shown:
        yield from _before_after(before, after, "        ")
    if len(shown) < len(home.effects):
        yield ("        …",)


def _left(left: Left, messages: Messages) -> Iterator[Line]:
    what, why = messages.text(f"pull-{left.kind.value}"), messages.text(f"pull-why-{left.why.value}")
    place = f"{place_text(left.place, messages)} " if left.place.file else ""
    yield "  ", (place, Look.STRONG), (f"{what}: {why}", Look.WARNING), _by(left.authors, messages)
    yield from _before_after(left.before, left.after)
    for item in left.because:
        sentence, _ = messages.say(item.code, item.arguments)
        yield (f"      {place_text(item.place, messages)}: {sentence}",)


def _by(authors: Sequence[str], messages: Messages) -> str:
    return f" {messages.text('pull-by', names=', '.join(authors))}" if authors else ""


def _before_after(before: str, after: str, margin: str = "      ") -> Iterator[Line]:
    if before:
        yield (f"{margin}- {_short(before)}",)
    if after:
        yield (f"{margin}+ {_short(after)}",)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def comment_lines(papers: Mapping[str, Sequence[KeptComment]], messages: Messages) -> Iterator[Line]:
    """Yield the comments that are still to be dealt with, by paper."""
    if not papers:
        yield (messages.text("comments-none"),)
    for paper, comments in papers.items():
        yield ((paper, Look.STRONG),)
        for one in comments:
            said = messages.text("pull-said", author=one.author or "?", text=_short(one.text))
            yield (f"  {one.number}. {said}",)
            yield (f"      {messages.text('pull-beside', text=_short(one.beside))}",)


def pulled_value(found: Pulled, messages: Messages, kept: str) -> dict[str, Any]:
    """Return all of it for JSON; `kept` is where the YAML before is kept, "" when nothing was written."""
    return {
        "paper": found.paper,
        "file": found.yaml.file,
        "written": bool(kept),
        "kept": kept or None,
        "changes": [
            {
                "kind": one.kind.value,
                "path": one.path,
                "line": one.place.line,
                "before": one.before,
                "after": one.after,
                "authors": list(one.authors),
                "effects": [{"before": before, "after": after} for before, after in one.effects],
            }
            for one in found.home
        ],
        "left": [
            {
                "kind": one.kind.value,
                "why": one.why.value,
                "reason": messages.text(f"pull-why-{one.why.value}"),
                "place": str(one.place) or None,
                "because": [
                    f"{item.place}: {messages.say(item.code, item.arguments)[0]}" for item in one.because
                ],
                "before": one.before,
                "after": one.after,
                "authors": list(one.authors),
            }
            for one in found.left
        ],
        "comments": [
            {"author": one.author, "text": one.text, "beside": one.beside} for one in found.comments
        ],
    }
