"""The marks that no layout may leave out: draft, urgency, circulation, the address, the mark of every page.

A paper that is only a draft, or only material for the press, must say so. An office may draw its own
layout; one that leaves a mark out would make a paper that passes for an issued one.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.office_package import parsed
from generator.render.package import MAIN_PART
from generator.render.word_runs import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from generator.render.geometry import Paper

_RELATIONS = "word/_rels/document.xml.rels"
_SETTINGS = "word/settings.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OFF = frozenset({"0", "false", "off"})
_SPACE = re.compile(r"[\s\u2060]+")


def require_in_word(
    paper: Paper, parts: Mapping[str, bytes], trees: Mapping[str, etree._Element], file: str
) -> None:
    """Raise `Refused` (``layout-mark-lost``) unless each mark of the paper is in the parts of its file.

    `trees` are those of the parts that were filled. The page mark must stand in every footer a page can
    have: that of first pages and of even pages too, where the sections or the settings ask for one.
    """
    main, targets = trees[MAIN_PART], _targets(parts.get(_RELATIONS, b""))

    def footer(reference: etree._Element) -> str:
        name = targets.get(reference.get(_ID, ""), "")
        return _text(trees[name] if name in trees else parsed(parts[name])) if name in parts else ""

    text = _text(main)
    marks = [mark for mark in _once(paper) if not _holds(text, mark)]
    if lines := _address(paper):
        first = _first_footer(main, footer)
        marks += [line for line in lines if not _holds(first, line)]
    if paper.page_mark and not _all_hold(_footers(main, parts.get(_SETTINGS), footer), paper.page_mark):
        marks.append(paper.page_mark)
    _refuse(marks, file)


def require_on_pages(paper: Paper, printed: Callable[[], Sequence[str]], file: str) -> None:
    """Raise `Refused` (``layout-mark-lost``) unless the marks stand on the printed pages.

    `printed` gives the texts of the pages; it is only asked when the paper has marks.
    """
    once, address = _once(paper), _address(paper)
    if not (once or address or paper.page_mark):
        return
    pages = printed()
    text, first = "".join(pages), "".join(pages[:1])
    marks = [mark for mark in once if not _holds(text, mark)]
    marks += [line for line in address if not _holds(first, line)]
    if paper.page_mark and not _all_hold(pages, paper.page_mark):
        marks.append(paper.page_mark)
    _refuse(marks, file)


def _once(paper: Paper) -> list[str]:
    """Return the marks that stand once in the paper: draft, urgency, circulation."""
    return [mark for mark in (paper.draft_mark, paper.urgency, paper.circulation) if mark]


def _address(paper: Paper) -> tuple[str, ...]:
    return paper.address.lines if paper.address else ()


def _refuse(marks: Sequence[str], file: str) -> None:
    if marks:
        raise Refused(Diagnostic("layout-mark-lost", Place(file), arguments={"mark": m}) for m in marks)


def _holds(text: str, mark: str) -> bool:
    return _SPACE.sub("", mark) in _SPACE.sub("", text)


def _all_hold(texts: Iterable[str], mark: str) -> bool:
    found = [_holds(text, mark) for text in texts]
    return bool(found) and all(found)


def _text(root: etree._Element) -> str:
    return "".join(node.text or "" for node in root.iter(f"{{{W}}}t"))


def _footers(
    main: etree._Element, settings: bytes | None, footer: Callable[[etree._Element], str]
) -> Iterator[str]:
    """Yield the text of each kind of footer of each section; nothing where a section has none.

    A section without a reference has the footer of the section before it.
    """
    even = _is_on(parsed(settings), "evenAndOddHeaders") if settings else False
    standing: dict[str, str] = {}
    for section in main.iter(f"{{{W}}}sectPr"):
        for reference in section.iter(f"{{{W}}}footerReference"):
            standing[reference.get(f"{{{W}}}type", "default")] = footer(reference)
        asked = {"default": True, "first": _is_on(section, "titlePg"), "even": even}
        yield from (standing.get(kind, "") for kind, used in asked.items() if used)


def _first_footer(main: etree._Element, footer: Callable[[etree._Element], str]) -> str:
    """Return the text at the foot of the first page."""
    section = next(main.iter(f"{{{W}}}sectPr"), None)
    if section is None:
        return ""
    kind = "first" if _is_on(section, "titlePg") else "default"
    references = section.iter(f"{{{W}}}footerReference")
    found = [item for item in references if item.get(f"{{{W}}}type", "default") == kind]
    return footer(found[0]) if found else ""


@lru_cache(maxsize=16)
def _targets(relations: bytes) -> Mapping[str, str]:
    """Return the names of parts by the ids the main part knows them by."""
    if not relations:
        return {}
    return {
        item.get("Id", ""): posixpath.normpath(posixpath.join("/word", item.get("Target", ""))).lstrip("/")
        for item in parsed(relations)
    }


def _is_on(root: etree._Element, name: str) -> bool:
    element = root.find(f"{{{W}}}{name}")
    return element is not None and element.get(f"{{{W}}}val", "1") not in _OFF
