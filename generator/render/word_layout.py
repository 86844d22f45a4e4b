"""Compile a Word layout once: tags become Jinja, and what tags cannot say is put in by name.

A layout is a Word file a person can edit. Three things in it are patterns for what the data decides:
a line drawn inside a bookmark `ke_*` gets its computed length; a table that loops over cells gets its
widths, merged cells and alignments; a tag `{{ runs(...) }}`, `{{ lines(...) }}` or `{{ picture(...) }}`
keeps the look of the text it stands in. Every paragraph starts a new line of the compiled text with its
number in a comment, so that an error knows the paragraph it stands in.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import jinja2
from docxtpl import DocxTemplate
from lxml import etree

from generator.diagnostics import Diagnostic, Place, Refused
from generator.office_package import ReadyPart, parsed
from generator.render.package import without_origin
from generator.render.sandbox import BROKEN, sandbox
from generator.render.word_package import layout_parts
from generator.render.word_pictures import picture_xml
from generator.render.word_runs import lines_xml, runs_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diagnostics import Argument

TEMPLATED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
PRINTERS = {"runs": runs_xml, "lines": lines_xml, "picture": picture_xml}
"""What a tag prints more than plain text with."""
_RULES = {
    "ke_co_quan": "head.agency_rule",
    "ke_tieu_ngu": "head.motto_rule",
    "ke_trich_yeu": "subject_rule",
    "ke_phu_luc": "annex.rule",
    "ke_cot": "bar.length",
}
_EMU_PER_MM = 36_000
_POINTS_PER_MM = 72 / 25.4

_RULE = re.compile(
    r'<w:bookmarkStart w:id="(\d+)" w:name="(ke_\w+)"/>(.*?)<w:bookmarkEnd w:id="\1"/>', re.DOTALL
)
_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tbl>).)*?</w:tbl>", re.DOTALL)
_ROW_LOOP = re.compile(r"\{%tr for \w+ in (\w+)\.\w+ %\}")
_CELL_LOOP = re.compile(r"\{%tc for (\w+) in \w+ %\}")
_CELL_WIDTH = re.compile(r"<w:tcW [^>]*/>(?:<w:gridSpan [^>]*/>)?(?:<w:vMerge[^>]*/>)?")
_ALIGNMENT = re.compile(r'<w:jc w:val="\w+"/>')
_RUNS_TAG = re.compile(
    r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)"
    r"\{\{ *(runs|lines|picture)\(([^{}]*)\) *\}\}([^<]*)</w:t></w:r>",
    re.DOTALL,
)
_EMPTY_RUN = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)
_EDITING = re.compile(
    r' w:rsid\w*="\w*"| w14:(?:paraId|textId)="\w*"|<w:proofErr [^>]*/>|<w:lastRenderedPageBreak/>'
)
_MARK = re.compile(r"\{#(\d+)#\}")
_SHAPE_NUMBER = re.compile(r'(<wp:docPr [^>]*?\bid=)"\d+"')


@dataclass(frozen=True, slots=True)
class TagPlaces:
    """Which paragraph (from 1) of a part each line of it comes from, and the texts of all paragraphs."""

    part: str
    paragraphs: tuple[int, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, part: str, source: str, compiled: str) -> TagPlaces:
        """Read the numbers in the compiled text; rows and cells that only steer are gone from it."""
        numbers: list[int] = []
        for line in compiled.split("\n"):
            mark = _MARK.match(line)
            numbers.append(int(mark[1]) if mark else 0)
        texts = (re.sub(r"<[^>]*>|\{#\d+#\}", "", line).strip() for line in source.split("\n")[1:])
        return cls(part, tuple(numbers), tuple(texts))

    def diagnostic(self, code: str, file: str, line: int, detail: str | None) -> Diagnostic:
        """Return a diagnostic at the paragraph a line of the compiled part comes from."""
        number = self.paragraphs[line - 1] if 0 < line <= len(self.paragraphs) else 0
        text = self.texts[number - 1] if number else ""
        arguments: dict[str, Argument] = {"paragraph": number, "tag": text[:120], "detail": detail or ""}
        arguments["part"] = self.part
        return Diagnostic(code, Place(file), arguments=arguments)


class TaggedPart(NamedTuple):
    """A part as Jinja's source; `places` are the paragraphs its lines come from."""

    name: str
    source: str
    places: TagPlaces


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part of the package as a template; `places` are the paragraphs its lines come from."""

    name: str
    template: jinja2.Template
    places: TagPlaces


@dataclass(frozen=True, slots=True)
class CompiledLayout:
    """A layout ready to print papers: the parts with tags, and the bytes of all others, compressed too."""

    file: str
    parts: tuple[CompiledPart, ...]
    fixed: Mapping[str, bytes]
    ready: Mapping[str, ReadyPart]


def compile_layout(data: bytes, file: str) -> CompiledLayout:
    """Compile the bytes of a Word layout; `file` names it in diagnostics.

    Raises `Refused` when it is no Word file, carries what a paper may not, or when a tag in it is broken,
    with the paragraph and its text.
    """
    contents = layout_parts(data, file)
    environment = sandbox(**PRINTERS)
    parts: list[CompiledPart] = []
    diagnostics: list[Diagnostic] = []
    for name, source, places in tagged_parts(contents, data):
        try:
            parts.append(CompiledPart(name, environment.from_string(source), places))
        except BROKEN as error:
            line = error.lineno if isinstance(error, jinja2.TemplateSyntaxError) else 0
            diagnostics.append(places.diagnostic("layout-tag-broken", file, line, str(error)))
    if diagnostics:
        raise Refused(diagnostics)
    filled = {part.name for part in parts}
    fixed = {name: text for name, text in without_origin(contents).items() if name not in filled}
    ready = {name: ReadyPart.of(part) for name, part in fixed.items()}
    return CompiledLayout(file, tuple(parts), fixed, ready)


def tagged_parts(contents: Mapping[str, bytes], data: bytes) -> Iterator[TaggedPart]:
    """Yield the parts with tags, of the contents of the layout `data`."""
    for name in filter(TEMPLATED.fullmatch, contents):
        source = _marked(contents[name])
        compiled = _compiled(source, data)
        yield TaggedPart(name, compiled, TagPlaces.of(name, source, compiled))


def _marked(xml: bytes) -> str:
    """Return the part as clean text with each paragraph on a line of its own."""
    text = etree.tostring(parsed(xml), encoding="unicode")
    flat = _EDITING.sub("", text).replace("\r", " ").replace("\n", " ")
    number = count(1)
    return re.sub(r"<w:p(?=[ />])", lambda _: f"\n{{#{next(number)}#}}<w:p", flat)


def _compiled(source: str, data: bytes) -> str:
    """Return the Jinja source of a marked part."""
    lengths = _RULE.sub(_rule, source)
    tables = _TABLE.sub(_table, lengths)
    patched = DocxTemplate(io.BytesIO(data)).patch_xml(tables)
    looks = _RUNS_TAG.sub(_runs, patched)
    return _SHAPE_NUMBER.sub(r'\1"{{ shape_number() }}"', _EMPTY_RUN.sub("", looks))


def _rule(match: re.Match[str]) -> str:
    """Give a drawn line its computed length; the bookmark around it goes."""
    length = _RULES.get(match[2])
    if length is None:
        return match[0]
    emu = f"{{{{ ({length} * {_EMU_PER_MM})|round|int }}}}"
    points = f"{{{{ ({length} * {_POINTS_PER_MM})|round(1) }}}}"
    line = re.sub(r'(<(?:wp:extent|a:ext) cx=)"\d+"', rf'\1"{emu}"', match[3])
    line = re.sub(r"width:[\d.]+pt", f"width:{points}pt", line)
    return re.sub(r'to="[\d.]+pt,', f'to="{points}pt,', line)


def _table(match: re.Match[str]) -> str:
    """Give a table that loops over cells the widths, spans and alignments of its data."""
    table = match[0]
    rows, cells = _ROW_LOOP.search(table), _CELL_LOOP.search(table)
    if rows is None or cells is None:
        return table
    owner, cell = rows[1], cells[1]
    grid = f'{{% for width in {owner}.widths %}}<w:gridCol w:w="{{{{ width }}}}"/>{{% endfor %}}'
    table = re.sub(r"<w:tblGrid>.*?</w:tblGrid>", f"<w:tblGrid>{grid}</w:tblGrid>", table, flags=re.DOTALL)
    table = re.sub(r'<w:tblW w:w="\d+"', f'<w:tblW w:w="{{{{ {owner}.widths|sum }}}}"', table)
    place = (
        f'<w:tcW w:w="{{{{ {cell}.width }}}}" w:type="dxa"/>'
        f'{{% if {cell}.columns > 1 %}}<w:gridSpan w:val="{{{{ {cell}.columns }}}}"/>{{% endif %}}'
        f'{{% if {cell}.merge %}}<w:vMerge w:val="{{{{ {cell}.merge }}}}"/>{{% endif %}}'
    )
    table = _CELL_WIDTH.sub(place, table)
    return _ALIGNMENT.sub(f'<w:jc w:val="{{{{ {cell}.align }}}}"/>', table)


def _runs(match: re.Match[str]) -> str:
    """Let a runs tag print whole runs in the look of the run it stands in."""
    look, before, name, arguments, after = match[1] or "", match[2], match[3], match[4], match[5]
    literal = look.replace("\\", "\\\\").replace("'", "\\'")

    def around(text: str) -> str:
        return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""

    return f"{around(before)}{{{{ {name}({arguments}, look='{literal}') }}}}{around(after)}"
