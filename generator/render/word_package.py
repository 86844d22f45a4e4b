"""Read the package of a Word layout, and admit only what a paper may carry.

Every part of a layout is copied into every paper. So the parts are an allow-list: what prints, and no
more. Comments, tracked changes, macros, embedded files and whatever fetches from outside would tell the
readers of a paper things that the office only wrote for itself.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from generator.diagnostics import Diagnostic, Place, Refused
from generator.office_package import CONTENT_TYPES, DAMAGED, MEGABYTE, BadPart, Limits, parsed
from generator.render.package import MAIN_PART, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diagnostics import Argument

_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
LIMITS = Limits(parts=500, unpacked=50 * MEGABYTE)

_ADMITTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/.*"  # of docProps nothing reaches a paper
    r"|word/(?:_rels/)?(?:document|styles|stylesWithEffects|settings|webSettings|numbering|fontTable"
    r"|header\d*|footer\d*|footnotes|endnotes)\.xml(?:\.rels)?"
    r"|word/theme/(?:_rels/)?theme\d*\.xml(?:\.rels)?"
    r"|word/media/[\w.-]+\.(?i:png|jpe?g)"
)
_TYPES = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.(?:theme|wordprocessingml\.(?:document\.main|styles"
    r"|settings|webSettings|numbering|fontTable|header|footer|footnotes|endnotes))\+xml"
    r"|application/vnd\.ms-word\.stylesWithEffects\+xml"
    r"|application/vnd\.openxmlformats-package\.relationships\+xml|image/(?:png|jpe?g)"
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_ROOTS = {CONTENT_TYPES: "Types", ".rels": "Relationships"}
_OUTSIDE = re.compile(r"\w+:|//|\\\\")

# Markup that carries what is not printed, or brings in what is not in the file.
_FORBIDDEN = frozenset(
    [
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "cellMerge",
        "numberingChange",
        "delText",
        "delInstrText",
        "commentReference",
        "commentRangeStart",
        "commentRangeEnd",
        "annotationRef",
        "permStart",
        "permEnd",
        "altChunk",
        "object",
        "OLEObject",
        "control",
        "subDoc",
        "contentPart",
        "docVars",
        "mailMerge",
    ]
)
_SUSPECT = _FORBIDDEN | {"instrText", "fldSimple"}
_ELEMENT = re.compile(r"<([^\s<>/!?]+)")
_WITH_AUTHOR = "author"  # whatever names its author is a change or a comment
_FIELD = re.compile(
    r"^\s*((?:INCLUDE|DDE)\w*|LINK|IMPORT|EMBED|DATABASE|RD|MACROBUTTON)\b|(file:|https?:)",
    re.IGNORECASE | re.MULTILINE,
)


def layout_parts(data: bytes, file: str) -> dict[str, bytes]:
    """Return the parts of a Word layout by name; `file` names the layout in diagnostics.

    Raises `Refused` when it is no Word file (``layout-not-word``), and with every part
    (``layout-part-forbidden``), address (``layout-external``) and piece of markup
    (``layout-markup-forbidden``) that a paper may not carry.
    """
    parts = _unpacked(data)
    if parts is None or not {MAIN_PART, CONTENT_TYPES, RELATIONS} <= parts.keys():
        raise Refused([Diagnostic("layout-not-word", Place(file))])
    names = [name for name in parts if not _ADMITTED.fullmatch(name)]
    diagnostics = [_said("layout-part-forbidden", file, part=name) for name in names]
    kept = {name: part for name, part in parts.items() if _ADMITTED.fullmatch(name)}
    trees = {name: _tree(name, part, file) for name, part in kept.items() if _is_xml(name)}
    diagnostics += _wrong_types(kept, trees[CONTENT_TYPES], file)
    diagnostics += [found for name in trees for found in _told(name, trees[name], file)]
    if diagnostics:
        raise Refused(diagnostics)
    return kept


def is_suspect(xml: str) -> bool:
    """Return whether a well-formed part may have what `forbidden_markup` finds, by the names in its text.

    False is certain; true is to be looked at. It takes a hundredth of the time.
    """
    return "author" in xml or any(name.rpartition(":")[2] in _SUSPECT for name in set(_ELEMENT.findall(xml)))


def forbidden_markup(root: etree._Element) -> Iterator[str]:
    """Yield the names of elements and fields that may not stand in a paper, each once."""
    found: dict[str, None] = {}
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _FORBIDDEN or any(etree.QName(key).localname == _WITH_AUTHOR for key in element.attrib):
            found[f"w:{name}"] = None
    found |= dict.fromkeys((match[1] or match[2]).strip() for match in _FIELD.finditer(_fields(root)))
    yield from found


def _unpacked(data: bytes) -> dict[str, bytes] | None:
    """Return the parts, or None for what is no zip, is damaged, or is too large unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if LIMITS.wrong(package) or not all(entry.compress_type in _PACKED for entry in entries):
                return None
            return {entry.filename: package.read(entry) for entry in entries}
    except DAMAGED:
        return None


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and not name.startswith("docProps/")


def _tree(name: str, part: bytes, file: str) -> etree._Element:
    try:
        root = parsed(part)
    except BadPart as error:
        raise Refused([_said("layout-not-word", file, part=name, detail=str(error))]) from None
    expected = next((root_name for end, root_name in _ROOTS.items() if name.endswith(end)), "")
    if expected and etree.QName(root).localname != expected:
        raise Refused([_said("layout-not-word", file, part=name, detail=root.tag)])
    return root


def _wrong_types(parts: Mapping[str, bytes], types: etree._Element, file: str) -> list[Diagnostic]:
    """Return the parts that are declared, or are, something else than their names say."""
    named = {item.get("PartName", "").lower(): item.get("ContentType", "") for item in types}
    endings = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in types}
    wrong = []
    for name, part in parts.items():
        if not name.startswith("word/"):
            continue
        kind = named.get(f"/{name}".lower()) or endings.get(name.rpartition(".")[2].lower(), "")
        if not _TYPES.fullmatch(kind):
            wrong.append(_said("layout-part-forbidden", file, part=f"{name}: {kind}"))
        elif not _is_xml(name) and not part.startswith(_PICTURES):
            wrong.append(_said("layout-part-forbidden", file, part=name))
    return wrong


def _told(name: str, root: etree._Element, file: str) -> Iterator[Diagnostic]:
    """Yield what is forbidden inside one part."""
    if name.endswith(".rels"):
        for item in root:
            target = item.get("Target", "")
            if item.get("TargetMode", "").lower() == "external" or _OUTSIDE.match(target):
                yield _said("layout-external", file, part=name, target=target)
        return
    for what in forbidden_markup(root):
        yield _said("layout-markup-forbidden", file, part=name, what=what)


def _fields(root: etree._Element) -> str:
    """Return the codes of the fields of a part, each beginning a line; Word cuts codes into pieces."""
    pieces: list[str] = []
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "instrText":
            pieces.append(element.text or "")
        elif name == "fldChar":
            pieces.append("\n")
        elif name == "fldSimple":
            codes = [str(text) for key, text in element.items() if etree.QName(key).localname == "instr"]
            pieces += ["\n", *codes, "\n"]
    return "".join(pieces)


def _said(code: str, file: str, **arguments: Argument) -> Diagnostic:
    return Diagnostic(code, Place(file), arguments=arguments)
