"""All questions to one layout, in order: what it may carry, how its tags read, what it prints."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from generator.diagnostics import Diagnostic, Refused, has_errors
from generator.reading.word.markup import R
from generator.reading.word.package import open_package
from generator.render.geometry import set_paper
from generator.render.word import WordRenderer, names_of
from generator.render.word_layout import tagged_parts
from generator.render.word_package import forbidden_markup, layout_parts
from generator.template_check.names import undeclared
from generator.template_check.sample import samples
from generator.template_check.spots import Spots, stream
from generator.template_check.styles import missing_styles
from generator.template_check.tags import tag_faults
from generator.template_check.trial import Trier, trial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.layout import Layout
    from generator.reading.word.package import WordPackage
    from generator.render.html import HtmlLayout
    from generator.template_check.spots import Spot

_RELATIONS = re.compile(r"(?P<folder>.*/)_rels/(?P<part>[^/]+)\.rels")


class Beside(NamedTuple):
    """What a Word layout is used with: the sizes, and the layout of the PDF it has to agree with."""

    layout: Layout
    page: HtmlLayout


def check_word_layout(data: bytes, file: str, beside: Beside) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with the bytes of a Word layout; `file` names it.

    Each diagnostic has the number of its paragraph, 0 when it is about the whole file. What may only follow
    from an error is not asked: names and the trial wait until the tags can be read.
    """
    try:
        package = open_package(data, file)
        spots = Spots(package, file)
    except Refused as refused:
        return refused.diagnostics
    found = [*_forbidden(data, file), *tag_faults(spots)]
    if not has_errors(found):
        found += _printing(data, file, beside)
    placed = (_placed(item, package, spots) for item in found)
    return (*placed, *missing_styles(package, spots))


def _forbidden(data: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what no paper may carry."""
    try:
        layout_parts(data, file)
    except Refused as refused:
        return refused.diagnostics
    return ()


def _printing(data: bytes, file: str, beside: Beside) -> list[Diagnostic]:
    """Return the tags that cannot be read, else the names that nothing gives, else what the trial shows."""
    try:
        word = WordRenderer(data, beside.layout, file)
    except Refused as refused:
        return list(refused.diagnostics)
    given = frozenset(names_of(set_paper(samples()[0], beside.layout)))
    parts = tagged_parts(layout_parts(data, file), data)
    unknown = [item for part in parts for item in undeclared(part, given, file)]
    return unknown or trial(Trier(word, beside.page, beside.layout), file)


def _placed(item: Diagnostic, package: WordPackage, spots: Spots) -> Diagnostic:
    """Return a diagnostic with the paragraph it is about, where there is one."""
    if item.place.paragraph:
        return item
    spot = _spot(item, package, spots)
    if spot is None:
        return item
    arguments = dict(item.arguments)
    if "paragraph" in arguments:
        arguments |= {"paragraph": spot.number, "tag": stream(spot.element).strip()[:120]}
    return replace(item, place=replace(item.place, paragraph=spot.number), arguments=arguments)


def _spot(item: Diagnostic, package: WordPackage, spots: Spots) -> Spot | None:
    part, arguments = str(item.arguments.get("part", "")), item.arguments
    if "paragraph" in arguments:
        return _from(spots, part, int(arguments["paragraph"]), str(arguments["detail"]))
    if item.code == "layout-external":
        elements = _related(package, part, str(arguments["target"]))
    elif item.code == "layout-markup-forbidden":
        elements = _holding(package, part, str(arguments["what"]))
    else:
        return None
    return next((found for element in elements if (found := spots.around(element))), None)


def _from(spots: Spots, part: str, order: int, word: str) -> Spot | None:
    """Return the paragraph, or the next one with the word: a row that only steers leaves no line behind."""
    first = spot = spots.at(part, order)
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    while spot is not None:
        if pattern.search(stream(spot.element)):
            return spot
        order += 1
        spot = spots.at(part, order)
    return first


def _related(package: WordPackage, relations: str, target: str) -> Iterator[etree._Element]:
    """Yield the elements that name a relation with this target."""
    match, root = _RELATIONS.fullmatch(relations), package.tree(relations)
    main = package.tree(match["folder"] + match["part"]) if match else None
    if root is None or main is None:
        return
    ids = {item.get("Id") for item in root if item.get("Target") == target}
    for element in main.iter(etree.Element):
        if any(str(key).startswith(f"{{{R}}}") and value in ids for key, value in element.items()):
            yield element


def _holding(package: WordPackage, part: str, what: str) -> Iterator[etree._Element]:
    """Yield the forbidden elements of this name, or the innermost ones with such a field."""
    root = package.tree(part)
    for element in () if root is None else root.iter(etree.Element):
        name = f"w:{etree.QName(element).localname}"
        if name == what or (name == "w:p" and what in forbidden_markup(element)):
            yield element
