"""Anchors (neo) of a working draft: which text of its Word file comes from where in the YAML.

Each paragraph with text stands in a bookmark, its key. A custom XML part keeps what was printed under each
key: segments of fixed text, or of text with its data path and the hash of what was printed. LibreOffice
7.4 and Word both keep bookmarks and custom XML parts; LibreOffice drops the tags of content controls.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from generator.office_package import BadPart, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAMESPACE: Final = "urn:ketluan:anchors:1"
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KEY: Final = re.compile(r"kl[0-9]{5}")
MOST: Final = 99_999
_MOST_NAME = 40  # characters of the name of a bookmark
_HASH = 16

PARAGRAPH: Final = f"{{{W}}}p"
RUN: Final = f"{{{W}}}r"
START: Final = f"{{{W}}}bookmarkStart"
END: Final = f"{{{W}}}bookmarkEnd"
_TEXT = f"{{{W}}}t"
_SPACES = frozenset(f"{{{W}}}{name}" for name in ("br", "cr", "tab", "ptab"))
_HYPHEN = f"{{{W}}}noBreakHyphen"
_AROUND = frozenset(
    f"{{{W}}}{name}"
    for name in (
        "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
    )
)  # fmt: skip
_APART = frozenset({f"{{{W}}}txbxContent", f"{{{_MC}}}Fallback"})


class BadAnchors(ValueError):  # noqa: N818 - said of a file
    """A map of anchors that no build can have written."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a printed paragraph; `path` is None for fixed text."""

    text: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class AnchoredParagraph:
    """One paragraph as it was printed, under the name of its bookmark."""

    key: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """What was printed."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class AnchorMap:
    """The paragraphs of one file in their order; `paper` names it (``inspection/paper``, with its annex).

    `apart` are the texts of heads, feet and text boxes, which have no keys.
    """

    paper: str
    paragraphs: tuple[AnchoredParagraph, ...]
    apart: tuple[str, ...] = ()


def fingerprint(text: str) -> str:
    """Return the hash of a printed text."""
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH]


def map_xml(anchors: AnchorMap) -> bytes:
    """Return the custom XML part."""
    root = etree.Element(f"{{{NAMESPACE}}}anchors", {"paper": anchors.paper}, nsmap={"k": NAMESPACE})
    for paragraph in anchors.paragraphs:
        item = etree.SubElement(root, f"{{{NAMESPACE}}}p", key=paragraph.key)
        for segment in paragraph.segments:
            where = {} if segment.path is None else {"path": segment.path, "hash": fingerprint(segment.text)}
            etree.SubElement(item, f"{{{NAMESPACE}}}s", where).text = segment.text
    for text in anchors.apart:
        etree.SubElement(root, f"{{{NAMESPACE}}}apart").text = text
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def read_map(data: bytes) -> AnchorMap | None:
    """Return the map of a custom XML part, None when it is another part; raises `BadAnchors`."""
    try:
        root = parsed(data)
    except BadPart:
        return None
    if root.tag != f"{{{NAMESPACE}}}anchors":
        return None
    paragraphs = tuple(_paragraph(item) for item in root.iter(f"{{{NAMESPACE}}}p"))
    keys = [paragraph.key for paragraph in paragraphs]
    if len(set(keys)) < len(keys) or not all(map(KEY.fullmatch, keys)):
        raise BadAnchors("keys")
    apart = tuple(item.text or "" for item in root.iter(f"{{{NAMESPACE}}}apart"))
    return AnchorMap(root.get("paper", ""), paragraphs, apart)


def _paragraph(item: etree._Element) -> AnchoredParagraph:
    segments = []
    for one in item.iter(f"{{{NAMESPACE}}}s"):
        text, path = one.text or "", one.get("path")
        if path is not None and one.get("hash") != fingerprint(text):
            raise BadAnchors(path)
        segments.append(Segment(text, path))
    return AnchoredParagraph(item.get("key", ""), tuple(segments))


# --- the text of a Word file, as anchors see it -------------------------------------------------------------


def paragraphs_of(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a main part in reading order, without those of text boxes."""
    for paragraph in root.iter(PARAGRAPH):
        if not any(parent.tag in _APART for parent in paragraph.iterancestors()):
            yield paragraph


def texts_apart(root: etree._Element, margins: Iterable[etree._Element]) -> tuple[str, ...]:
    """Return the texts of text boxes, and of heads and feet, each once; page numbers are left out."""
    boxes = (item for item in root.iter(PARAGRAPH) if any(up.tag in _APART for up in item.iterancestors()))
    paragraphs = [*boxes, *(item for margin in margins for item in margin.iter(PARAGRAPH))]
    texts = (" ".join("".join(text for _, text in run_texts(item)).split()) for item in paragraphs)
    return tuple(sorted({text for text in texts if text and not text.isdecimal()}))


def run_texts(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield each run of a paragraph with its text: tracked insertions count, tracked deletions do not."""
    for child in paragraph:
        if child.tag == RUN:
            yield child, "".join(_characters(child))
        elif child.tag in _AROUND:
            yield from run_texts(child)


def _characters(run: etree._Element) -> Iterator[str]:
    for item in run:
        if item.tag == _TEXT:
            yield item.text or ""
        elif item.tag in _SPACES:
            yield " "
        elif item.tag == _HYPHEN:
            yield "-"


# --- structure ---------------------------------------------------------------------------------------------


def bookmark_faults(root: etree._Element) -> list[str]:
    """Return what is wrong with the bookmarks of a main part, which no validator of the format sees.

    A doubled name or id, a start without its end, an end without its start, a name that is too long.
    """
    starts = [(item.get(f"{{{W}}}id", ""), item.get(f"{{{W}}}name", "")) for item in root.iter(START)]
    ends = Counter(item.get(f"{{{W}}}id", "") for item in root.iter(END))
    ids = Counter(number for number, _ in starts)
    names = Counter(name.casefold() for _, name in starts)
    found = [f"name twice: {name}" for name, count in names.items() if count > 1]
    found += [f"id twice: {number}" for number, count in ids.items() if count > 1]
    found += [f"no end: {name}" for number, name in starts if not ends[number]]
    found += [f"end twice: {number}" for number, count in ends.items() if count > 1]
    found += [f"no start: {number}" for number in ends if number not in ids]
    found += [f"name too long: {name}" for _, name in starts if len(name) > _MOST_NAME]
    return found


def anchor_faults(root: etree._Element, anchors: AnchorMap) -> list[str]:
    """Return what is wrong with the bookmarks, and which keys stand only in the text or only in the map."""
    named = {item.get(f"{{{W}}}name", "") for item in root.iter(START)}
    standing = {name for name in named if KEY.fullmatch(name)}
    known = {paragraph.key for paragraph in anchors.paragraphs}
    found = [f"not in the map: {key}" for key in sorted(standing - known)]
    return [*bookmark_faults(root), *found, *(f"not in the text: {key}" for key in sorted(known - standing))]
