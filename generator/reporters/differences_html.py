"""Differences as one page of HTML: nothing is fetched, nothing runs, and data is never markup."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from generator.alignment import Part, compared_words
from generator.differences.values import ChangeKind
from generator.messages import visible
from generator.reporters.differences_text import closing
from generator.reporters.field_names import field_label, figure_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.alignment import Piece
    from generator.differences.values import Change, Differences, PaperDifference, SentenceChange
    from generator.messages import Messages

_LAYOUT = "differences.html.j2"
_TAGS = {Part.OLD: Markup("<del>{}</del>"), Part.NEW: Markup("<ins>{}</ins>"), Part.SAME: Markup("{}")}


def difference_html(found: Differences, messages: Messages) -> str:
    """Return the page."""
    # Everything printed is escaped by Jinja, and what could hide or turn text is shown by its code.
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.finalize = lambda value: visible(value) if type(value) is str else value
    layout = environment.from_string((files(__package__) / _LAYOUT).read_text(encoding="utf-8"))
    unknown = messages.text("show-unknown")
    return layout.render(
        language=messages.language,
        title=messages.text("diff-title", old=found.old_file, new=found.new_file),
        closing=closing(found, messages) if found.any else messages.text("diff-none"),
        words={name: messages.text(f"diff-{name}") for name in _WORDS},
        changes=[_change(change, messages) for change in found.changes],
        figures=[
            {"label": figure_label(one, messages), "old": one.old or unknown, "new": one.new or unknown}
            for one in found.figures
        ],
        papers=[_paper(paper, messages) for paper in found.papers if paper.sentences or paper.refused],
        marked=_marked,
    )


_WORDS = ("fields", "figures", "field", "figure", "nature", "old", "new")


def _change(change: Change, messages: Messages) -> dict[str, Any]:
    unknown = messages.text("show-unknown")
    old, new = (side.printed if side else None for side in (change.old, change.new))
    told = ""
    if change.kind is not ChangeKind.CHANGED:
        told = messages.text(f"diff-{change.kind}", old=old or "", new=new or "")
    return {
        "label": field_label(change.steps, messages),
        "path": change.path,
        "told": told,
        "pieces": compared_words(old or unknown, new or unknown),
        "by": f"{change.by:+d}" if change.by else "",
        "nature": messages.text(f"nature-{change.nature}"),
        "papers": messages.text("diff-papers", papers=", ".join(change.papers)) if change.papers else "",
    }


def _paper(paper: PaperDifference, messages: Messages) -> dict[str, Any]:
    name = "diff-paper-refused" if paper.refused else "diff-paper"
    return {
        "title": messages.text(name, paper=paper.id),
        "refused": [messages.say(item.code, item.arguments)[0] for item in paper.refused],
        "sentences": [_sentence(sentence, messages) for sentence in paper.sentences],
    }


def _sentence(sentence: SentenceChange, messages: Messages) -> dict[str, Any]:
    causes = messages.text("diff-causes", paths=", ".join(sentence.causes)) if sentence.causes else ""
    return {
        "where": sentence.where,
        "nature": messages.text(f"nature-{sentence.nature}"),
        "pieces": sentence.pieces,
        "causes": causes,
    }


def _marked(pieces: Sequence[Piece], side: str = "") -> Markup:
    """Return words with del and ins around those that differ; with a `side` only what it has."""
    shown: Iterable[Piece] = pieces
    if side:
        shown = (piece for piece in pieces if piece.part.value in ("same", side))
    return Markup("").join(_TAGS[piece.part].format(visible(piece.text)) for piece in shown)
