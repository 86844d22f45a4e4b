"""PDF files made by hand: what no honest program would write, and small pages of known places."""

from __future__ import annotations

import hashlib
import zlib

from pdfminer.arcfour import Arcfour

PADDING = b"(\xbfN^Nu\x8aAd\x00NV\xff\xfa\x01\x08..\x00\xb6\xd0h>\x80/\x0c\xa9\xfedSiz"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def packed(data: bytes, entries: bytes = b"", times: int = 1) -> bytes:
    filters = b"/FlateDecode" * times
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, entries + b"/Filter[%s]" % filters)


def pdf_file(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a file of numbered objects; object 1 is the catalogue."""
    data, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)
    )
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n" % size + table + end


def page_file(  # noqa: PLR0913 - a page has that many parts
    content: bytes,
    *,
    resources: bytes = b"/Font<</F 5 0 R>>",
    page: bytes = b"",
    catalog: bytes = b"",
    more: dict[int, bytes] | None = None,
    trailer: bytes = b"",
) -> bytes:
    """Return a file of one A4 page with this content; font F is Helvetica, which is not embedded."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Resources<<%s>>/Contents 4 0 R%s>>"
        % (resources, page),
        4: content if content.startswith(b"<<") else stream(content),
        5: HELVETICA,
    }
    return pdf_file(objects | (more or {}), trailer)


def text(x: float, y: float, words: str, size: float = 12) -> bytes:
    """Return orders that print words at a place, in points from the bottom left corner."""
    return b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, words.encode("cp1252"))


def _digest(data: bytes) -> hashlib._Hash:
    return hashlib.md5(data, usedforsecurity=False)


def locked_file(user_password: bytes) -> bytes:
    """Return a page encrypted as PDF 1.1 does it (RC4, 40 bits); it opens at once with an empty password."""
    owner = Arcfour(_digest((b"owner" + PADDING)[:32]).digest()[:5]).encrypt((user_password + PADDING)[:32])
    key = _digest((user_password + PADDING)[:32] + owner + b"\xff\xff\xff\xff" + b"id").digest()[:5]
    user = Arcfour(key).encrypt(PADDING)
    entries = b"/ID[(id)(id)]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<%s>/U<%s>>>" % (
        owner.hex().encode(),
        user.hex().encode(),
    )
    object_key = _digest(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10]
    content = Arcfour(object_key).encrypt(text(100, 700, "khoa"))
    return page_file(stream(content), trailer=entries)
