"""The package of a Word file: opened with limits, refused with the reason, parsed part by part."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from generator.diagnostics import Diagnostic, Place, Refused
from generator.office_package import DAMAGED, MEGABYTE, BadPart, Limits, Wrong, parsed
from generator.reading.word.markup import W

if TYPE_CHECKING:
    from lxml import etree

    from generator.diagnostics import Argument

LARGEST_FILE = 50 * MEGABYTE
LARGEST_PART = 32 * MEGABYTE
LIMITS = Limits(parts=4_000, unpacked=400 * MEGABYTE)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
)
_MAIN_TYPES = frozenset(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    for kind in ("document", "template")
)
_OTHER_MAIN = {
    "spreadsheetml": "Excel",
    "ms-excel": "Excel",
    "presentationml": "PowerPoint",
    "ms-powerpoint": "PowerPoint",
}
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
    (b"drawingml/chart", b"drawingml/2006/chart"),
    (b"drawingml/diagram", b"drawingml/2006/diagram"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)
_HOST = b"http://schemas.openxmlformats.org/"


class Relation(NamedTuple):
    """What a part refers to: the last word of the kind ("header"), and a part or an address outside."""

    kind: str
    target: str
    outside: bool


class WordPackage:
    """The parts of one Word file. Parsed parts are kept, so that who changes a tree can write it."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.name = name
        self._archive = archive
        self.trees: dict[str, etree._Element] = {}
        self.strict = False
        self._relations: dict[str, dict[str, Relation]] = {}
        self._entries = {
            entry.filename.casefold(): entry for entry in archive.infolist() if not entry.is_dir()
        }
        self.main = ""

    def names(self) -> list[str]:
        """Return the names of the parts."""
        return [entry.filename for entry in self._entries.values()]

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of a part, None when there is no such part. Raises `Refused`."""
        if part not in self.trees:
            data = self.read(part)
            if data is None:
                return None
            self.trees[part] = self._parsed(part, data)
        return self.trees[part]

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, None when there is none. Raises `Refused` for a damaged one."""
        entry = self._entries.get(part.casefold())
        if entry is None:
            return None
        if entry.file_size > LARGEST_PART:
            self.refuse("word-part-too-large", part=part, limit=LARGEST_PART // MEGABYTE)
        return self.raw(part)

    def raw(self, part: str) -> bytes:
        """Return the bytes of a part as they are in the package, however large. Raises `Refused`."""
        try:
            return self._archive.read(self._entries[part.casefold()])
        except DAMAGED:
            self.refuse("word-damaged")

    def moment(self, part: str) -> tuple[int, int, int, int, int, int]:
        """Return the time that the package gives a part."""
        return self._entries[part.casefold()].date_time

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to, by id."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[part] = {} if root is None else _relations(root, folder)
        return self._relations[part]

    def related(self, kind: str) -> str:
        """Return the part of this kind that the main part refers to, or ""."""
        found = (
            item.target
            for item in self.relations(self.main).values()
            if item.kind == kind and not item.outside
        )
        return next(found, "")

    def refuse(self, code: str, **arguments: Argument) -> NoReturn:
        """Raise `Refused` with one diagnostic about this file."""
        raise Refused([Diagnostic(code, Place(self.name), arguments=arguments)])

    def _parsed(self, part: str, data: bytes) -> etree._Element:
        try:
            return parsed(self._transitional(data))
        except BadPart as error:
            self.refuse("word-part-broken", part=part, detail=str(error))

    def _transitional(self, data: bytes) -> bytes:
        """Return a part of the strict form in the namespaces of the usual one."""
        if _STRICT not in data:
            return data
        self.strict = True
        for strict, usual in _TRANSITIONAL:
            data = data.replace(_STRICT + strict, _HOST + usual)
        return data


def open_package(data: bytes, name: str) -> WordPackage:
    """Return the package of a Word file made by anyone; `name` names the file in diagnostics.

    Raises `Refused` for what is no Word file, is encrypted, damaged, carries macros, or is larger than a
    paper can be.
    """
    if len(data) > LARGEST_FILE:
        _refuse("word-too-large", name, limit=LARGEST_FILE // MEGABYTE)
    if not data.startswith(b"PK"):
        _refuse_other(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED:
        _refuse("word-damaged", name)
    _require_limits(archive, name)
    package = WordPackage(archive, name)
    _find_main(package)
    return package


def _refuse_other(data: bytes, name: str) -> NoReturn:
    """Say what a file is that is no zip."""
    if data.startswith(_OLE):
        if _utf16("EncryptedPackage") in data or _utf16("EncryptionInfo") in data:
            _refuse("word-encrypted", name)
        _refuse("word-old-format" if _utf16("WordDocument") in data else "word-not-word", name)
    head = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    for start, kind in _OTHER_KINDS:
        if head[: len(start)].lower() == start.lower():
            _refuse("word-other-kind", name, kind=kind)
    _refuse("word-not-word", name)


def _require_limits(archive: zipfile.ZipFile, name: str) -> None:
    match LIMITS.wrong(archive):
        case Wrong.TOO_MANY_PARTS, limit:
            _refuse("word-too-many-parts", name, limit=limit)
        case Wrong.TOO_LARGE, limit:
            _refuse("word-unpacks-too-large", name, limit=limit)
        case Wrong.ENCRYPTED, _:
            _refuse("word-encrypted", name)
        case Wrong.PART_TWICE, part:
            _refuse("word-part-twice", name, part=part)


def _find_main(package: WordPackage) -> None:
    """Find the main part and require that it is a document without macros."""
    types = package.tree("[Content_Types].xml")
    if types is None:
        odf = package.read("mimetype") is not None
        if odf:
            package.refuse("word-other-kind", kind="OpenDocument")
        package.refuse("word-not-word")
    package.main = _main_target(package)
    kinds = {item.get("PartName", "").lstrip("/").casefold(): item.get("ContentType", "") for item in types}
    kind = kinds.get(package.main.casefold(), "")
    for word, program in _OTHER_MAIN.items():
        if word in kind:
            package.refuse("word-other-kind", kind=program)
    if "macroenabled" in kind.casefold() or _has_macros(package, kinds):
        package.refuse("word-macros")
    root = package.tree(package.main)
    if root is None or kind not in _MAIN_TYPES or root.tag != f"{{{W}}}document":
        package.refuse("word-part-missing", part=package.main or "word/document.xml")


def _main_target(package: WordPackage) -> str:
    root = package.tree("_rels/.rels")
    relations = {} if root is None else _relations(root, "")
    return next((item.target for item in relations.values() if item.kind == "officeDocument"), "")


def _has_macros(package: WordPackage, kinds: dict[str, str]) -> bool:
    return any("vbaproject" in name.casefold() for name in package.names()) or any(
        "vbaproject" in kind.casefold() for kind in kinds.values()
    )


def _relations(root: etree._Element, folder: str) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for item in root:
        target = item.get("Target", "")
        outside = item.get("TargetMode", "").lower() == "external"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = item.get("Type", "").rpartition("/")[2]
        found[item.get("Id", "")] = Relation(kind, target, outside)
    return found


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _refuse(code: str, name: str, **arguments: Argument) -> NoReturn:
    raise Refused([Diagnostic(code, Place(name), arguments=arguments)])
