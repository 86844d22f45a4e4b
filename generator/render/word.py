"""A Document as a Word file: the compiled layout filled with the paper, packed without clock or machine."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import jinja2

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes
from generator.office_package import BadPart, pack, parsed
from generator.render.geometry import set_annex, set_paper
from generator.render.marks import require_in_word
from generator.render.package import CORE_PROPERTIES, MAIN_PART
from generator.render.pictures import pictures
from generator.render.sandbox import FAILING
from generator.render.word_anchors import with_anchors
from generator.render.word_layout import CompiledLayout, CompiledPart, compile_layout
from generator.render.word_package import forbidden_markup, is_suspect
from generator.render.word_pictures import with_pictures
from generator.render.word_runs import ANCHORED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml import etree

    from generator.document import Annex, Document, Properties
    from generator.layout import Layout
    from generator.render.geometry import Paper

LAYOUT_FILE = "templates/_layout/van-ban.docx"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SECTION = "<w:sectPr"
_SECTION_END = "</w:sectPr>"
_BARE_SECTION = re.compile(r"<w:sectPr( [^>]*)?/>")
_CONTENT = re.compile(r"<w:(?:t|tbl|drawing|pict)[ >]")
_EMPTY_CELL = re.compile(r"(<w:tc>|</w:tcPr>|</w:tbl>)\s*(?=</w:tc>)")
_EMPTY_MARGIN = re.compile(r"(<w:(?:hdr|ftr)(?: [^>]*)?>)\s*(?=</w:(?:hdr|ftr)>)")
_MAX_BYTES = 50 * 1024 * 1024
_UNDEFINED = re.compile(r"'([^']*)'")


class WordRenderer:
    """Prints papers with one Word layout, compiled once for its content."""

    def __init__(self, template: Path | bytes, layout: Layout, file: str = LAYOUT_FILE) -> None:
        """Compile the layout; `file` names it in diagnostics. Raises `Refused` if it is broken."""
        data = template if isinstance(template, bytes) else read_bytes(template, file, _MAX_BYTES)
        self._layout = layout
        self._compiled = _compile(data, file)

    def render(self, document: Document, *, anchors: bool = False) -> bytes:
        """Return the bytes of the .docx; the same document gives the same bytes.

        With `anchors` it is a working draft, which tells where its texts come from; nothing else may.
        Raises `Refused` when the layout asks for a name that is not there or leaves a mark of the paper out,
        or a text cannot be stored.
        """
        return self._packed(set_paper(document, self._layout), anchors)

    def render_annex(self, document: Document, annex: Annex, *, anchors: bool = False) -> bytes:
        """Return the bytes of the .docx of one separate annex of the paper; raises as `render` does."""
        return self._packed(set_annex(document, annex, self._layout), anchors)

    def _packed(self, paper: Paper, anchors: bool) -> bytes:
        context = {**names_of(paper), ANCHORED: anchors}
        parts = dict(self._compiled.fixed)
        trees: dict[str, etree._Element] = {}
        for part in self._compiled.parts:
            xml, trees[part.name] = _filled(part, context, self._compiled)
            parts[part.name] = (_DECLARATION + xml).encode()
        parts = with_pictures(parts, pictures(paper))
        require_in_word(paper, parts, trees, self._compiled.file)
        if anchors:
            parts = with_anchors(parts, paper.properties.identifier)
        parts[CORE_PROPERTIES] = core_properties(paper.properties).encode()
        return pack(parts, self._compiled.ready)


@lru_cache(maxsize=8)
def _compile(data: bytes, file: str) -> CompiledLayout:
    return compile_layout(data, file)


def names_of(paper: Paper) -> dict[str, Any]:
    """Return the names a layout may use: the parts of `Paper`, and the number of the next drawn shape."""
    return {
        "main": paper.main,
        "head": paper.head,
        "kind": paper.kind,
        "subject": paper.subject,
        "subject_rule": paper.subject_rule,
        "addressee": paper.addressee,
        "addressees": paper.addressees,
        "body": paper.body,
        "recipients": paper.recipients,
        "more_recipients": paper.more_recipients,
        "signatures": paper.signatures,
        "annexes": paper.annexes,
        "properties": paper.properties,
        "draft_mark": paper.draft_mark,
        "page_mark": paper.page_mark,
        "urgency": paper.urgency,
        "circulation": paper.circulation,
        "drafter_mark": paper.drafter_mark,
        "address": paper.address.lines if paper.address else (),
        "shape_number": count(1).__next__,
    }


def _filled(
    part: CompiledPart, context: Mapping[str, Any], layout: CompiledLayout
) -> tuple[str, etree._Element]:
    """Print one part and mend what a loop or a condition may have left empty; return its tree, too."""
    try:
        xml = part.template.render(context)
    except jinja2.UndefinedError as error:
        name = _UNDEFINED.search(error.message or "")
        detail = name[1] if name else error.message
        raise Refused([_at_tag("layout-name-unknown", part, layout, detail)]) from None
    except FAILING as error:
        raise Refused([_at_tag("layout-tag-fails", part, layout, str(error))]) from None
    if bad := _NOT_XML.search(xml):
        arguments = {"character": f"U+{ord(bad[0]):04X}"}
        raise Refused([Diagnostic("text-not-storable", Place(layout.file), arguments=arguments)])
    xml = _EMPTY_CELL.sub(r"\1<w:p/>", xml)
    xml = _last_section(xml) if part.name == MAIN_PART else _EMPTY_MARGIN.sub(r"\1<w:p/>", xml)
    return xml, _sound(xml, part, layout)


def _sound(xml: str, part: CompiledPart, layout: CompiledLayout) -> etree._Element:
    """Return the tree; `Refused` when a tag printed what no Word file may hold: it may print with `safe`."""
    try:
        root = parsed(xml.encode())
    except BadPart as error:
        detail = f"{part.name}: {error}"
        raise Refused([part.places.diagnostic("layout-tag-fails", layout.file, 0, detail)]) from None
    if is_suspect(xml) and (found := list(forbidden_markup(root))):
        raise Refused(
            Diagnostic(
                "layout-markup-forbidden", Place(layout.file), arguments={"part": part.name, "what": what}
            )
            for what in found
        )
    return root


def _at_tag(code: str, part: CompiledPart, layout: CompiledLayout, detail: str | None) -> Diagnostic:
    """Return a diagnostic at the paragraph of the layout where printing stopped."""
    line, trace = 0, sys.exc_info()[2]
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return part.places.diagnostic(code, layout.file, line, detail)


def _last_section(xml: str) -> str:
    """Make the last section break the section of the whole document.

    Each part of a paper ends in its own break; behind the last one Word would begin an empty page.
    """
    xml = _BARE_SECTION.sub(rf"<w:sectPr\1>{_SECTION_END}", xml)
    end = xml.rfind(_SECTION)
    start = xml.rfind(_SECTION, 0, end)
    if start < 0 or xml.find(_SECTION_END, end) < 0:  # the second: no XML, which is told later
        return xml
    stop = xml.index(_SECTION_END, start) + len(_SECTION_END)
    if _CONTENT.search(xml, stop, end):
        return xml
    rest = xml.index(_SECTION_END, end) + len(_SECTION_END)
    return xml[:start] + xml[stop:end] + xml[start:stop] + xml[rest:]


def core_properties(properties: Properties) -> str:
    """Return docProps/core.xml: what the paper says of itself, nothing of machine, person or clock."""
    day = f"{properties.date.isoformat()}T00:00:00Z" if properties.date else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    values = {
        "title": properties.title,
        "creator": properties.creator,
        "identifier": properties.identifier,
        "language": properties.language,
    }
    items = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>" for name, value in values.items() if value)
    return (
        f"{_DECLARATION}"
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}{dates}</cp:coreProperties>'
    )
