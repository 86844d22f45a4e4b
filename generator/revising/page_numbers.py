"""Repairs of the page number: from 1, in the middle of the top, 13 to 14 upright, not on the first page.

Only a number that stands alone in its paragraph is moved or hidden ("2", "- 2 -"); with words beside it a
person has to decide.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from generator.checks.form.measured import points
from generator.reading.word.markup import PPR, P, R, W, w
from generator.revising.order import insert, properties, set_property

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.checks.rules import Rule
    from generator.diagnostics import Diagnostic
    from generator.revising.work import Work

_ALONE = re.compile(r"[\W\d_]*")
_ID, _TYPE = f"{{{R}}}id", w("type")
_SIZE = 14.0


def count_from_one(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Let the pages of the first section count from 1 (F9)."""
    before = str(told[0].arguments["found"])
    if before.isdecimal() and work.set_section(0, "pgNumType", {"start": "1"}):
        work.note((rule.id, "page-number"), before, "1", section=1)
    else:
        work.decline(rule.id)


def count_annexes(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Let the pages of each annex count from 1, where it begins a section (F110)."""
    for parts in work.parts:
        for annex in parts.annexes:
            index = annex.label.section
            first = next((one.number for one in work.paper.paragraphs if one.section == index), 0)
            start = work.sections[index].start
            if start == 1:
                continue
            if index > 0 and first == annex.label.number:
                work.set_section(index, "pgNumType", {"start": "1"})
                work.note((rule.id, "page-number"), str(start or "…"), "1", section=index + 1)
            else:
                work.decline(rule.id)


def set_look(work: Work, rule: Rule, _told: Sequence[Diagnostic]) -> None:
    """Set page numbers upright, in the nearest size that is allowed (F11)."""
    span = rule.asked.size
    for number in (number for part in _margin_parts(work) for number in work.numbers_in(part)):
        size = _size_of(work, number)
        wanted = size if span is None else min(max(size, span.least), span.most)
        italic = any(run.look.italic for run in work.runs(number))
        for run in _runs_of_number(work, number):
            for name in ("sz", "szCs"):
                work.set_run(number, run, name, {"val": f"{wanted * 2:.0f}"})
            for name in ("i", "iCs"):
                work.set_run(number, run, name, {"val": "0"})
        if size != wanted:
            work.note((rule.id, "page-number"), points(size), points(wanted), paragraph=number)
        if italic:
            work.note((rule.id, "page-number"), "italic", "not italic", paragraph=number)


def _size_of(work: Work, number: int) -> float:
    sizes = [run.look.size for run in work.runs(number) if run.look.size]
    return max(sizes, default=_SIZE)


def _runs_of_number(work: Work, number: int) -> list[etree._Element]:
    """Return the runs of a page number; with words beside it only the run that holds its result."""
    element = work.found[number].element
    if _stands_alone(work, number):
        return list(element.iter(w("r")))
    page = work.content[number].page
    return [] if page is None or page.run is None else [page.run]


def _stands_alone(work: Work, number: int) -> bool:
    text = "".join(run.text for run in work.runs(number))
    return _ALONE.fullmatch(text) is not None and not work.content[number].lines


def _margin_parts(work: Work) -> Iterator[str]:
    yield from dict.fromkeys(
        part for section in work.sections for part in (*section.heads.values(), *section.feet.values())
    )


# --- place ---------------------------------------------------------------------------------------------


def centre_at_top(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Centre page numbers, and move those at the foot to the top (F10)."""
    for item in told:
        index = int(item.arguments["section"]) - 1
        section = work.sections[index]
        feet = [number for part in set(section.feet.values()) for number in work.numbers_in(part)]
        heads = [number for part in set(section.heads.values()) for number in work.numbers_in(part)]
        if not all(_stands_alone(work, number) for number in (*feet, *heads)):
            work.decline(rule.id)
        elif feet:
            _move_to_top(work, rule, index, feet)
        else:
            for number in heads:
                _centre(work, number)
                work.note((rule.id, "page-number"), str(item.arguments["found"]), "center", paragraph=number)


def _centre(work: Work, number: int) -> None:
    """Centre a paragraph that holds only the page number; tabs before it go."""
    paragraph = work.found[number].element
    for tab in [*paragraph.iter(w("tab"), w("ptab"))]:
        owner = tab.getparent()
        if owner is not None and owner.tag == w("r"):
            owner.remove(tab)
    frame = paragraph.find(f"{PPR}/{w('framePr')}")
    if frame is not None:
        frame.set(w("xAlign"), "center")
    work.set_paragraph(number, "jc", {"val": "center"})
    work.set_paragraph(number, "ind", {"left": "0", "right": "0", "firstLine": "0", "hanging": ""})


def _move_to_top(work: Work, rule: Rule, index: int, feet: Sequence[int]) -> None:
    """Take the number out of the feet of a section, and put it into its head, which has to be empty."""
    section = work.sections[index]
    part = section.heads.get("default", "")
    if part and not _is_empty(work, part):
        work.decline(rule.id)
        return
    paragraph = _number_paragraph(min(max(_size_of(work, feet[0]), 13.0), _SIZE))
    if part:
        root = work.copy.package.tree(part)
        if root is None:
            return
        root.append(paragraph)
        work.copy.touch(part)
    else:
        root = etree.Element(w("hdr"), nsmap={"w": W, "r": R})
        root.append(paragraph)
        _refer(work, index, ("header", "default"), work.copy.add("header", root))
    for number in feet:
        work.clear(number)
    work.note((rule.id, "page-number"), "bottom", "top", section=index + 1)


def _is_empty(work: Work, part: str) -> bool:
    """Return whether nothing is seen in a head or foot."""
    root = work.copy.package.tree(part)
    return (
        root is not None
        and next(root.iter(w("t"), w("drawing"), w("pict"), w("fldChar"), w("fldSimple")), None) is None
    )


def _number_paragraph(size: float) -> etree._Element:
    """Return a centred paragraph with a page number, in the font of the papers."""
    paragraph = etree.Element(P)
    set_property(properties(paragraph), "jc", {"val": "center"})
    for kind, code in (("begin", ""), ("", " PAGE "), ("separate", ""), ("", ""), ("end", "")):
        run = etree.SubElement(paragraph, w("r"))
        look = properties(run)
        font = "Times New Roman"
        set_property(look, "rFonts", {"ascii": font, "hAnsi": font, "eastAsia": font, "cs": font})
        for name in ("sz", "szCs"):
            set_property(look, name, {"val": str(round(size * 2))})
        if kind:
            etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
        else:
            text = etree.SubElement(run, w("instrText") if code else w("t"))
            text.text = code or "2"
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph


def _refer(work: Work, index: int, reference: tuple[str, str], id_: str) -> None:
    """Let a section refer to a head or foot of this kind: ("header", "first")."""
    element = work.section_element(index)
    if element is None:
        return
    margin, kind = reference
    for old in element.findall(w(f"{margin}Reference")):
        if old.get(_TYPE, "default") == kind:
            element.remove(old)
    new = etree.Element(w(f"{margin}Reference"), {_TYPE: kind, _ID: id_})
    insert(element, new)
    work.copy.touch(work.copy.package.main)


# --- the first page ------------------------------------------------------------------------------------


def hide_on_first(work: Work, rule: Rule, told: Sequence[Diagnostic]) -> None:
    """Give the first page of a section head and foot of its own: as the others, without the number (F12)."""
    for item in told:
        index = int(item.arguments["section"]) - 1
        section = work.sections[index]
        kind = "first" if section.own_first else "default"
        shown = [parts[kind] for parts in (section.heads, section.feet) if kind in parts]
        numbers = [number for part in shown for number in work.numbers_in(part)]
        if work.section_element(index) is None or not all(_stands_alone(work, number) for number in numbers):
            work.decline(rule.id)
            continue
        for margin, parts in (("header", section.heads), ("footer", section.feet)):
            _own_first(work, index, margin, parts, own=section.own_first)
        work.set_section(index, "titlePg", {"val": ""})
        work.note((rule.id, "page-number"), "1", "…", section=index + 1)


def _own_first(work: Work, index: int, margin: str, parts: Mapping[str, str], *, own: bool) -> None:
    """Give the first page a head (or foot) without number, made like the one it shows now."""
    part = parts.get("first", "") if own else parts.get("default", "")
    if not part:
        return
    numbers = list(work.numbers_in(part))
    if not numbers:
        if not own:
            _refer(work, index, (margin, "first"), work.copy.relation_to(part))
        return
    root = work.copy.package.tree(part)
    if root is None:
        return
    places = [list(root.iter(P)).index(work.found[number].element) for number in numbers]
    twin = deepcopy(root)
    paragraphs = list(twin.iter(P))
    for place in places:
        for child in list(paragraphs[place]):
            if child.tag != PPR:
                paragraphs[place].remove(child)
    _refer(work, index, (margin, "first"), work.copy.add(margin, twin, like=part))
