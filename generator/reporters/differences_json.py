"""Differences as data for programs; docs/differences.md describes every name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.differences.fields import clause_of, error_of, gravest
from generator.reporters.as_json import diagnostic_values
from generator.reporters.field_names import field_label, figure_label

if TYPE_CHECKING:
    from generator.differences.values import (
        Change,
        Differences,
        FigureMoved,
        PaperDifference,
        SentenceChange,
        Side,
    )
    from generator.messages import Messages

FORMAT, VERSION = "ketluan-differences", 1


def difference_value(found: Differences, messages: Messages) -> dict[str, Any]:
    """Return what differs as data; a name that is there stays, new ones may come (`VERSION`)."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": messages.language,
        "inspection": found.inspection,
        "old_file": found.old_file,
        "new_file": found.new_file,
        "differs": found.any,
        "changes": [_change(change, messages) for change in found.changes],
        "figures": [_figure(moved, messages) for moved in found.figures],
        "papers": [_paper(paper, found, messages) for paper in found.papers],
    }


def _change(change: Change, messages: Messages) -> dict[str, Any]:
    error = error_of(change.nature)
    return {
        "path": change.path,
        "label": field_label(change.steps, messages),
        "kind": change.kind.value,
        "nature": change.nature.value,
        "error": error.value,
        "clause": clause_of(error),
        "spelling": change.spelling,
        "by": change.by,
        "papers": list(change.papers),
        "old": _side(change.old),
        "new": _side(change.new),
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "at": list(side.at),
        "file": side.place.file or None,
        "line": side.place.line or None,
        "column": side.place.column or None,
        "cell": side.place.cell or None,
        "typed": side.typed,
        "printed": side.printed,
    }


def _figure(moved: FigureMoved, messages: Messages) -> dict[str, Any]:
    return {
        "reference": moved.reference,
        "label": figure_label(moved, messages),
        "figures": list(moved.ids),
        "share": moved.share,
        "old": moved.old,
        "new": moved.new,
    }


def _paper(paper: PaperDifference, found: Differences, messages: Messages) -> dict[str, Any]:
    reaching = [change.nature for change in found.changes if paper.id in change.papers]
    error = error_of(gravest([*reaching, *(sentence.nature for sentence in paper.sentences)]))
    return {
        "id": paper.id,
        "kind": paper.kind,
        "error": error.value,
        "clause": clause_of(error),
        "sentences": [_sentence(sentence) for sentence in paper.sentences],
        "refused": diagnostic_values(paper.refused, messages),
    }


def _sentence(sentence: SentenceChange) -> dict[str, Any]:
    return {
        "where": sentence.where,
        "old": sentence.old,
        "new": sentence.new,
        "words": [{"part": piece.part.value, "text": piece.text} for piece in sentence.pieces],
        "nature": sentence.nature.value,
        "error": error_of(sentence.nature).value,
        "causes": list(sentence.causes),
    }
