"""What an edited working draft says now: its paragraphs, who changed them, the comments beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.anchors import (
    KEY,
    START,
    AnchorMap,
    BadAnchors,
    W,
    paragraphs_of,
    read_map,
    run_texts,
    texts_apart,
)
from generator.diagnostics import Diagnostic, Place, Refused
from generator.pulling.said import clean
from generator.reading.word.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from generator.reading.word.package import WordPackage

_TRACKED = tuple(f"{{{W}}}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_GONE = (f"{{{W}}}del", f"{{{W}}}moveFrom")
_MARK = f"{{{W}}}pPr/{{{W}}}rPr"
_ROW = f"{{{W}}}tr"
_AUTHOR = f"{{{W}}}author"
_COMMENT = tuple(f"{{{W}}}{name}" for name in ("commentRangeStart", "commentReference"))


@dataclass(frozen=True, slots=True)
class EditedParagraph:
    """A paragraph as it reads with all tracked changes accepted; `authors` are those of its changes."""

    text: str
    keys: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """Who said what beside which paragraph."""

    author: str
    text: str
    beside: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited file: what was printed, and what stands there now; `apart` as `AnchorMap` has it.

    `authors` are those of the tracked changes by key, of paragraphs that are gone too.
    """

    anchors: AnchorMap
    paragraphs: tuple[EditedParagraph, ...]
    comments: tuple[Comment, ...]
    apart: tuple[str, ...]
    authors: Mapping[str, tuple[str, ...]]


def read_edited(data: bytes, name: str) -> Edited:
    """Return what an edited file says; `name` names it in diagnostics.

    Refused when it is no Word file or a harmful one, when it has no anchors (``pull-no-anchors``), or when
    its map was damaged (``pull-anchors-damaged``).
    """
    package = open_package(data, name)
    anchors = _map(package)
    root = package.tree(package.main)
    if root is None:  # pragma: no cover - open_package has refused it
        raise AssertionError(name)
    margins = [
        tree
        for item in package.relations(package.main).values()
        if item.kind in ("header", "footer") and not item.outside
        if (tree := package.tree(item.target)) is not None
    ]
    apart = texts_apart(root, margins)
    return Edited(anchors, tuple(_paragraphs(root)), tuple(_comments(package, root)), apart, _by_key(root))


def _map(package: WordPackage) -> AnchorMap:
    for part in sorted(package.names()):
        if part.startswith("customXml/") and part.endswith(".xml") and (data := package.read(part)):
            try:
                found = read_map(data)
            except BadAnchors:
                raise _refused("pull-anchors-damaged", package.name) from None
            if found is not None:
                return found
    raise _refused("pull-no-anchors", package.name)


def _refused(code: str, name: str) -> Refused:
    return Refused([Diagnostic(code, Place(name))])


def _paragraphs(root: etree._Element) -> Iterator[EditedParagraph]:
    """Yield the paragraphs that say something; one whose end was deleted goes on in the next."""
    text, keys, authors = "", list[str](), list[str]()
    loose = _loose_keys(root)
    for paragraph in paragraphs_of(root):
        keys += [*loose.get(paragraph, ()), *_keys(paragraph)]
        authors += _authors(paragraph)
        if not _in_deleted_row(paragraph):
            text += clean("".join(said for _, said in run_texts(paragraph)))
            if _end_deleted(paragraph):
                continue
        if text.strip():
            yield EditedParagraph(text, tuple(keys), tuple(dict.fromkeys(authors)))
        text, keys, authors = "", [], []


def _keys(paragraph: etree._Element) -> list[str]:
    names = (item.get(f"{{{W}}}name", "") for item in paragraph.iter(START))
    return [name for name in names if KEY.fullmatch(name)]


def _by_key(root: etree._Element) -> dict[str, tuple[str, ...]]:
    return {
        key: tuple(dict.fromkeys(_authors(paragraph)))
        for paragraph in paragraphs_of(root)
        for key in _keys(paragraph)
    }


def _loose_keys(root: etree._Element) -> dict[etree._Element, list[str]]:
    """Return the keys whose bookmarks begin between paragraphs, by the paragraph that follows."""
    found: dict[etree._Element, list[str]] = {}
    waiting: list[str] = []
    for item in root.iter(START, f"{{{W}}}p"):
        if item.tag != START:
            if waiting:
                found[item] = waiting
                waiting = []
        elif not any(parent.tag == f"{{{W}}}p" for parent in item.iterancestors()):
            name = item.get(f"{{{W}}}name", "")
            waiting += [name] if KEY.fullmatch(name) else []
    return found


def _authors(paragraph: etree._Element) -> list[str]:
    rows = (mark for row in paragraph.iterancestors(_ROW) for mark in row.iterfind(f"{{{W}}}trPr/*"))
    marks = (*paragraph.iter(*_TRACKED), *(mark for mark in rows if mark.tag in _TRACKED))
    return [mark.get(_AUTHOR, "") for mark in marks if mark.get(_AUTHOR)]


def _end_deleted(paragraph: etree._Element) -> bool:
    marks = paragraph.find(_MARK)
    return marks is not None and any(child.tag in _GONE for child in marks)


def _in_deleted_row(paragraph: etree._Element) -> bool:
    return any(row.find(f"{{{W}}}trPr/{{{W}}}del") is not None for row in paragraph.iterancestors(_ROW))


def _comments(package: WordPackage, root: etree._Element) -> Iterator[Comment]:
    part = package.related("comments")
    tree = package.tree(part) if part else None
    if tree is None:
        return
    places: dict[str, str] = {}
    for paragraph in paragraphs_of(root):
        text = "".join(said for _, said in run_texts(paragraph))
        for item in paragraph.iter(*_COMMENT):
            places.setdefault(item.get(f"{{{W}}}id", ""), text)
    for item in tree.iter(f"{{{W}}}comment"):
        lines = ("".join(said for _, said in run_texts(one)) for one in item.iter(f"{{{W}}}p"))
        text = clean("\n".join(line for line in lines if line.strip()))
        yield Comment(item.get(_AUTHOR, ""), text, clean(places.get(item.get(f"{{{W}}}id", ""), "")))
