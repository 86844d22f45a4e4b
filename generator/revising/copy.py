"""A copy of a Word package: parts that were changed or added, all others byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from generator.office_package import CONTENT_TYPES, entry, written
from generator.reading.word.markup import R
from generator.reading.word.package import open_package

if TYPE_CHECKING:
    from generator.reading.word.package import WordPackage

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SIGNATURES = "_xmlsignatures/"


class Copy:
    """A package that is being changed. Whoever changes a tree says so with `touch`."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the file; `name` names it in diagnostics.

        Raises `Refused` for what cannot be read, for the strict form of the format (``word-strict``), and
        for a file that is digitally signed (``word-signed``): a changed copy would break its signature.
        """
        self.package: WordPackage = open_package(data, name)
        self._changed: set[str] = set()
        self._added: dict[str, bytes] = {}
        if self.package.strict:
            self.package.refuse("word-strict")
        if any(part.startswith(_SIGNATURES) for part in self.package.names()):
            self.package.refuse("word-signed")

    def touch(self, part: str) -> None:
        """Note that the tree of a part was changed."""
        self._changed.add(part)

    def add(self, kind: str, root: etree._Element, like: str = "") -> str:
        """Add a part of this kind ("header") that the main part refers to; return the id of the relation.

        `like` is a part whose own relations the new one takes over: its pictures and links.
        """
        taken = {name.casefold() for name in (*self.package.names(), *self._added)}
        folder = posixpath.dirname(self.package.main)
        names = (posixpath.join(folder, f"{kind}{number or ''}.xml") for number in range(len(taken) + 1))
        name = next(name for name in names if name.casefold() not in taken)
        self._added[name] = written(root)
        if like and (relations := self.package.read(_relations_of(like))) is not None:
            self._added[_relations_of(name)] = relations
        types = self._tree(CONTENT_TYPES)
        etree.SubElement(
            types,
            f"{{{_PACKAGE}/content-types}}Override",
            PartName=f"/{name}",
            ContentType=f"{_WORD}{kind}+xml",
        )
        return self._relate(kind, posixpath.basename(name))

    def relation_to(self, part: str) -> str:
        """Return the id by which the main part refers to another, "" when it does not."""
        relations = self.package.relations(self.package.main)
        return next((id_ for id_, item in relations.items() if item.target == part and not item.outside), "")

    def written(self) -> bytes:
        """Return the bytes of the copy."""
        changed = {part.casefold(): written(self.package.trees[part]) for part in self._changed}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.package.names():
                data = changed.pop(name.casefold(), None)
                made = entry(name, self.package.moment(name))
                archive.writestr(made, self.package.raw(name) if data is None else data)
            for name, content in {**changed, **self._added}.items():
                archive.writestr(entry(name), content)
        return buffer.getvalue()

    def _relate(self, kind: str, target: str) -> str:
        """Add a relation from the main part; return its id."""
        name = _relations_of(self.package.main)
        if self.package.tree(name) is None:
            self.package.trees[name] = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")
        root = self._tree(name)
        taken = {item.get("Id") for item in root}
        id_ = next(id_ for number in range(1, len(taken) + 2) if (id_ := f"rIdK{number}") not in taken)
        etree.SubElement(
            root, f"{{{_PACKAGE}/relationships}}Relationship", Id=id_, Type=f"{R}/{kind}", Target=target
        )
        return id_

    def _tree(self, part: str) -> etree._Element:
        root = self.package.tree(part)
        if root is None:
            self.package.refuse("word-part-missing", part=part)
        self.touch(part)
        return root


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
