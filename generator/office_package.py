"""The package of an Office file (ECMA-376-2): a zip of XML parts, of Word as of Excel.

Whoever made it, it is opened within limits and its parts are parsed without following anything; what we
make is the same bytes for the same parts, on every machine and day.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
MEGABYTE = 1_000_000
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say."""
DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What opening or unpacking a damaged zip can raise."""

_ENCRYPTED = 1  # the first flag of an entry of a zip
_MOST_RATIO = 400  # text of one letter packs 1000 : 1; the dullest real paper 60 : 1
_RATIO_FROM = 4 * MEGABYTE
_LEVEL = 6
# The records of a zip (PKWARE APPNOTE 6.3, 4.3): before each part, of the directory, at the end.
_LOCAL = struct.Struct("<4s5H3L2H")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UTF8 = 20, 0x800
_PERMISSIONS = 0o600 << 16  # what `zipfile` says when nothing is said
_FIRST_DAY = (0, 1 << 5 | 1)  # as DOS tells time and day: 0:00, 1 January 1980


class BadPart(ValueError):  # noqa: N818 - said of a part, and always caught
    """A part that is not well-formed XML; its text says why."""


class Wrong(StrEnum):
    """Why a package is not unpacked."""

    TOO_MANY_PARTS = "too-many-parts"
    TOO_LARGE = "too-large"
    ENCRYPTED = "encrypted"
    PART_TWICE = "part-twice"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many parts a package may have, and how many bytes they may have together, unpacked."""

    parts: int
    unpacked: int

    def wrong(self, archive: zipfile.ZipFile) -> tuple[Wrong, int | str] | None:
        """Return what is wrong by the directory alone, with the limit or the part; None when nothing is.

        A size of the directory can be trusted: unpacking stops there.
        """
        entries = archive.infolist()
        if len(entries) > self.parts:
            return Wrong.TOO_MANY_PARTS, self.parts
        if sum(entry.file_size for entry in entries) > self.unpacked or any(map(_is_bomb, entries)):
            return Wrong.TOO_LARGE, self.unpacked // MEGABYTE
        if locked := [entry.filename for entry in entries if entry.flag_bits & _ENCRYPTED]:
            return Wrong.ENCRYPTED, locked[0]
        seen: set[str] = set()
        for entry in entries:
            if entry.filename.casefold() in seen:
                return Wrong.PART_TWICE, entry.filename
            seen.add(entry.filename.casefold())
        return None


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)


def parsed(xml: bytes) -> etree._Element:
    """Return the root of a part, without comments; raises `BadPart`, for a DOCTYPE too.

    A part has none (ECMA-376-2, 8.1.4): it could name other files, or let a small part grow without end.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise BadPart(error.msg or "") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadPart("DOCTYPE")
    return root


def written(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def entry(name: str, moment: tuple[int, int, int, int, int, int] = FIRST_MOMENT) -> zipfile.ZipInfo:
    """Return the entry of a part that says nothing of the system it was made on."""
    made = zipfile.ZipInfo(name, moment)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 0
    made.external_attr = 0
    return made


@dataclass(frozen=True, slots=True)
class ReadyPart:
    """A part as it lies in a package; one that many packages have is compressed once."""

    data: bytes
    packed: bytes
    checksum: int

    @classmethod
    def of(cls, data: bytes) -> ReadyPart:
        """Compress a part."""
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(data, packer.compress(data) + packer.flush(), zlib.crc32(data))


def pack(parts: Mapping[str, bytes], ready: Mapping[str, ReadyPart] = MappingProxyType({})) -> bytes:
    """Return a zip of the parts in sorted order, content types first, without times or system.

    What is in `ready` is not compressed again, unless another part has come in its place. The bytes are those
    of `zipfile` with `entry`, which cannot store what is compressed already.
    """
    body, directory, count = bytearray(), bytearray(), 0
    for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
        part = ready.get(name)
        if part is None or part.data is not parts[name]:
            part = ReadyPart.of(parts[name])
        said = name.encode()
        flags = 0 if name.isascii() else _UTF8
        sizes = (part.checksum, len(part.packed), len(part.data), len(said), 0)
        common = (_VERSION, flags, zipfile.ZIP_DEFLATED, *_FIRST_DAY, *sizes)
        directory += _DIRECTORY.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, _PERMISSIONS, len(body)) + said
        body += _LOCAL.pack(b"PK\3\4", *common) + said + part.packed
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package that we made ourselves."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
