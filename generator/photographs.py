"""Photographs for an annex: JPEG and PNG by their content, of bearable size, without what a camera adds.

A photograph carries where and when it was taken, by whose telephone, a smaller picture of itself, even
another one behind its end. Only what draws it is kept. That is done on the segments of the file, nothing is
decoded: libraries write a picture anew to drop its notes, which costs quality and, by their version, other
bytes. Only a JPEG that lies on its side is turned by Pillow, for no note may be left to say so.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Refused
from generator.file_reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.model.inspection import Photo
    from generator.project import Project
    from generator.yaml_source import Source

LARGEST = 20 * 1024 * 1024  # bytes of one file
MOST_PIXELS = 100_000_000
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_QUALITY = 92

# The markers of JPEG (ITU-T T.81, table B.1).
_START, _SCAN, _END, _COMMENT = 0xD8, 0xDA, 0xD9, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPLICATIONS = range(0xE0, 0xF0)
_KEPT_APPLICATIONS = {0xE0: b"JFIF\0", 0xEE: b"Adobe"}  # what says how the colours are stored
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB"})


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph ready to print: its bytes, image/jpeg or image/png, its size in pixels."""

    data: bytes
    media: str
    width: int
    height: int


def read_photographs(
    photos: Sequence[Photo], folder: Path, project: Project, source: Source
) -> tuple[Photograph, ...]:
    """Return the photographs of an inspection whose file lies in `folder`; Refused with all that is wrong."""
    found: list[Photograph] = []
    wrong: list[Diagnostic] = []
    for index, photo in enumerate(photos):
        place = source.place(("attachments", "photos", index, "file"))
        try:
            found.append(_read(folder / photo.file, project, place))
        except Refused as refused:
            wrong += refused.diagnostics
    if wrong:
        raise Refused(wrong)
    return tuple(found)


def _read(path: Path, project: Project, place: Place) -> Photograph:
    if not project.holds(path):
        raise _refused("photo-outside", place)
    try:
        data = read_bytes(path, project.shown(path), LARGEST)
    except Refused as refused:
        # Where it is named is where it can be corrected.
        raise Refused(replace(item, place=place) for item in refused.diagnostics) from None
    return clean_photograph(data, place)


class _Broken(ValueError):  # noqa: N818 - said of a file, and always caught
    """The file ends too early or contradicts itself."""


def clean_photograph(data: bytes, place: Place) -> Photograph:
    """Return a photograph without its notes; `place` is where its file is named.

    Raises `Refused`: no JPEG or PNG (``photo-not-picture``), broken (``photo-broken``), too many pixels
    (``photo-too-many-pixels``), colours for print shops (``photo-colours``).
    """
    try:
        if data.startswith(_JPEG):
            return _clean_jpeg(data, place)
        if data.startswith(_PNG):
            return _clean_png(data, place)
    except (_Broken, struct.error, IndexError):
        raise _refused("photo-broken", place) from None
    raise _refused("photo-not-picture", place)


# --- JPEG ----------------------------------------------------------------------------------------------


def _clean_jpeg(data: bytes, place: Place) -> Photograph:
    kept, turned, size = [_JPEG], 1, (0, 0)
    for marker, content in _segments(data):
        if marker in _FRAMES:
            height, width, colours = struct.unpack(">xHHB", content[4:10])
            _require_size(width, height, place)
            if colours not in {1, 3}:
                raise _refused("photo-colours", place)
            size = (width, height)
        if marker == 0xE1 and content[4:].startswith(_EXIF):
            turned = _orientation(content[4 + len(_EXIF) :])
        if _is_kept(marker, content):
            kept.append(content)
    if size == (0, 0):
        raise _Broken
    photograph = Photograph(b"".join(kept), "image/jpeg", *size)
    return photograph if turned == 1 else _turned(photograph, turned)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each marker with its segment, the pixels with their marker; nothing behind the end."""
    at = len(_JPEG)
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1  # fill bytes
        if data[at] != 0xFF:
            raise _Broken
        marker = data[at + 1]
        if marker == _END:
            yield marker, b"\xff\xd9"
            return
        if marker in {0, 1, _START} or 0xD0 <= marker <= 0xD7:
            raise _Broken
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if end < at + 4 or end > len(data):
            raise _Broken
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the pixels end: at the next marker that is neither stuffing nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise _Broken
        following = data[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        else:
            return at


def _is_kept(marker: int, content: bytes) -> bool:
    if marker in _APPLICATIONS:
        name = _KEPT_APPLICATIONS.get(marker)
        return name is not None and content[4:].startswith(name)
    return marker != _COMMENT


def _orientation(tiff: bytes) -> int:
    """Return how the camera was held (1 to 8), 1 when its note cannot be read."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    try:
        if order is None:
            return 1
        at = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for index in range(struct.unpack_from(f"{order}H", tiff, at)[0]):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * index)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _turned(photograph: Photograph, orientation: int) -> Photograph:
    """Return the photograph upright, its pixels turned as its note said."""
    from PIL import Image

    ways = (
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
    )
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(photograph.data), formats=("JPEG",)) as image:
            # Its size was looked at before.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            upright = image.transpose(ways[orientation - 2])
    except (OSError, Image.DecompressionBombError):
        raise _Broken from None
    written = io.BytesIO()
    upright.save(written, "JPEG", quality=_QUALITY)
    return Photograph(written.getvalue(), photograph.media, *upright.size)


# --- PNG -----------------------------------------------------------------------------------------------


def _clean_png(data: bytes, place: Place) -> Photograph:
    kept, size = [_PNG], (0, 0)
    for name, chunk in _chunks(data):
        if name == b"IHDR":
            width, height = struct.unpack_from(">II", chunk, 8)
            _require_size(width, height, place)
            size = (width, height)
        elif size == (0, 0):
            raise _Broken
        if name in _KEPT_CHUNKS:
            kept.append(chunk)
    return Photograph(b"".join(kept), "image/png", *size)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each chunk with its name up to IEND; nothing that stands behind it."""
    at, name = len(_PNG), b""
    while name != b"IEND":
        length = struct.unpack_from(">I", data, at)[0]
        chunk = data[at : at + 12 + length]
        name = chunk[4:8]
        if len(chunk) != 12 + length or zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise _Broken
        yield name, chunk
        at += len(chunk)


def _require_size(width: int, height: int, place: Place) -> None:
    if width == 0 or height == 0:
        raise _Broken
    if width * height > MOST_PIXELS:
        raise _refused(
            "photo-too-many-pixels", place, width=width, height=height, limit=MOST_PIXELS // 1_000_000
        )


def _refused(code: str, place: Place, **arguments: int) -> Refused:
    return Refused([Diagnostic(code, place, arguments=arguments)])
