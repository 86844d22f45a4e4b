"""Two Word files in, one with tracked changes out: limits before, the proof of it behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Place, Refused
from generator.messages import visible
from generator.office_package import pack, written
from generator.reading.word.markup import R, w
from generator.reading.word.package import open_package
from generator.redline.engine import compare
from generator.redline.rows import realign_rows
from generator.redline.settling import has_changes, paragraphs, settle
from generator.redline.whole_words import keep_words_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from generator.reading.word.package import WordPackage

MOMENT = "2000-01-01T00:00:00Z"
"""When every change was made, if nobody says otherwise: the same input gives the same bytes on any day."""
AUTHOR = "ketluan"
_LONGEST_AUTHOR = 100
_FEET = ("header", "footer")
_NOTES = ("footnotes", "endnotes", "comments")
_NUMBERED = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_SIGNATURES = "_xmlsignatures/"


class Area(NamedTuple):
    """A kind of place in a paper, and the texts of its paragraphs."""

    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """A Word file with tracked changes.

    `changes` counts them. `not_compared` names the areas (header, footer, footnotes, endnotes, comments)
    whose changes are not in it.
    """

    data: bytes
    changes: int
    not_compared: tuple[str, ...] = ()


def redlined(
    old: tuple[bytes, str], new: tuple[bytes, str], author: str = AUTHOR, moment: str = MOMENT
) -> Redline:
    """Return the changes from one Word file to another; each comes with its name for diagnostics.

    Tracked changes that a file has already count as accepted. Raises `Refused` for what cannot be read, for
    signed files, and (``redline-untrue``) when accepting or rejecting all would not give the two texts.
    """
    first, second = _clean(*old), _clean(*new)
    out = open_package(compare(_packed(first), _packed(second), _signed_by(author), moment), new[1])
    trees = {part: tree for part in _story_parts(out) if (tree := out.tree(part)) is not None}
    for tree in trees.values():
        realign_rows(tree, _signed_by(author), moment)
        keep_words_whole(tree)
    _number(trees)
    data = _packed(out)
    changes = sum(1 for tree in trees.values() for _ in tree.iter(*_NUMBERED))
    untrue = [*_untrue(data, second, accept=True), *_untrue(data, first, accept=False)]
    if "document" in untrue:
        raise Refused([Diagnostic("redline-untrue", Place(new[1]))])
    return Redline(data, changes, tuple(dict.fromkeys(untrue)))


def _signed_by(author: str) -> str:
    return visible(author).strip()[:_LONGEST_AUTHOR] or AUTHOR


def _clean(data: bytes, name: str) -> WordPackage:
    """Return the package, every part of it parsed within limits, with its own changes accepted."""
    package = open_package(data, name)
    if package.strict:
        package.refuse("word-strict")
    if any(part.startswith(_SIGNATURES) for part in package.names()):
        package.refuse("word-signed")
    for part in package.names():
        if part.endswith((".xml", ".rels")):
            package.tree(part)
    for part in _story_parts(package):
        tree = package.tree(part)
        if tree is not None and has_changes(tree):
            settle(tree, accept=True)
    return package


def _story_parts(package: WordPackage) -> list[str]:
    """Return the parts that hold text: the document, its heads and feet, its notes."""
    kinds = (*_FEET, *_NOTES)
    related = package.relations(package.main).values()
    return [
        package.main,
        *dict.fromkeys(one.target for one in related if one.kind in kinds and not one.outside),
    ]


def _packed(package: WordPackage) -> bytes:
    """Return the parts as one file, the same bytes for the same parts."""
    trees = {part.casefold(): tree for part, tree in package.trees.items()}
    parts = {}
    for name in package.names():
        tree = trees.get(name.casefold())
        parts[name] = package.raw(name) if tree is None else written(tree)
    return pack(parts)


def _number(trees: dict[str, etree._Element]) -> None:
    """Give every change an id of its own: a word that was made whole has those of its neighbour."""
    for number, change in enumerate(change for tree in trees.values() for change in tree.iter(*_NUMBERED)):
        change.set(w("id"), str(number + 1))


# --- the proof ---------------------------------------------------------------------------------------


def _untrue(data: bytes, wanted: WordPackage, *, accept: bool) -> Iterator[str]:
    """Yield the areas in which settling all changes does not give the wanted text."""
    package = open_package(data, wanted.name)
    for part in _story_parts(package):
        tree = package.tree(part)
        if tree is not None:
            settle(tree, accept=accept)
    got, right = dict(_areas(package)), dict(_areas(wanted))
    yield from (name for name in {**right, **got} if got.get(name, ()) != right.get(name, ()))


def _areas(package: WordPackage) -> Iterator[Area]:
    """Yield the texts of each area; heads and feet are those that some section has."""
    root = package.tree(package.main)
    if root is None:
        return
    yield Area("document", tuple(paragraphs(root)))
    relations = package.relations(package.main)
    for kind in _FEET:
        ids = dict.fromkeys(item.get(f"{{{R}}}id", "") for item in root.iter(w(f"{kind}Reference")))
        parts = dict.fromkeys(relations[id_].target for id_ in ids if id_ in relations)
        texts = [
            text for part in parts if (tree := package.tree(part)) is not None for text in paragraphs(tree)
        ]
        if texts:
            # Two sections may have a part each that says the same.
            yield Area(kind, tuple(sorted({*texts})))
    for kind in _NOTES:
        tree = package.tree(package.related(kind)) if package.related(kind) else None
        texts = [] if tree is None else paragraphs(tree)
        if texts:
            yield Area(kind, tuple(texts))
